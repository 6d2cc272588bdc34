package app

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"chancery/charts/figure"
	"chancery/data"
)

// start imports the files as one batch, with progress in the wizard, or behind it
// once that is closed.
func (z *wizard) start() {
	if !z.writable() {
		return
	}
	z.page = pageImport
	z.running = z.im.Run(z.done)
	z.refresh()
	z.focusFirst()
}

// done tells what came of the import: in the wizard, or in a message when that is
// closed.
func (z *wizard) done(report data.Report, err error) {
	z.running = nil
	open := z.Window.sheet == z.sheet
	switch {
	case errors.Is(err, context.Canceled):
		if open {
			z.closeSheet()
		}
		z.messages.Show(Done, lang.L("Import cancelled. The timeline is as it was."))
	case err != nil:
		if open {
			z.turnTo(pageCheck)
		}
		z.messages.Show(Failure, sentence(err))
	default:
		z.report = &report
		z.timeline.fit()
		if open {
			z.refresh()
			z.focusFirst()
			return
		}
		z.importedMessage(report)
	}
}

// importedMessage tells what an import did that went on behind the window.
func (z *wizard) importedMessage(report data.Report) {
	words, tone := importedWords(report), Done
	var ways []Way
	if n := report.LeftOut; n > 0 {
		tone = Attention
		words += " " + lang.N("{{.Count}} rows were left out.", n, map[string]any{"Count": n})
		ways = append(ways, Way{lang.L("Save them…"), func() {
			z.askPath(lang.L("Save the rows left out"), lang.L("Save"), stem(z.im.File().Input.Name), ".csv", true, func(path string) {
				z.export(path, z.im.Rejects())
			})
		}})
	}
	if batch, ok := z.Workspace.NewestBatch(); ok && report.Added+report.Updated > 0 {
		ways = append(ways, Way{lang.L("Undo"), func() { z.askUndoBatch(batch) }})
	}
	z.messages.Show(tone, words, ways...)
}

// importPage shows the import while it runs, and then what it did.
func (z *wizard) importPage() fyne.CanvasObject {
	width := z.pageSize().Width - 72
	page := newStack()
	if z.report == nil {
		z.addProgress(page, width)
	} else {
		z.addOutcome(page, width)
	}
	return container.NewVScroll(roomy(page, 36, 28))
}

// about says what is imported and how it is read.
func (z *wizard) about() string {
	f := z.im.File()
	parts := []string{f.Input.Name}
	if len(z.im.Files) > 1 {
		parts[0] = lang.N("{{.Count}} files", len(z.im.Files), map[string]any{"Count": len(z.im.Files)})
	} else if u := f.Look.Understanding; u != nil && u.Own == "" {
		parts = append(parts, profileTitle(u.Profile), string(u.Encoding))
		if u.Delimiter != "" {
			parts = append(parts, u.Delimiter)
		}
	}
	return strings.Join(parts, " · ")
}

// addProgress shows how far the import is.
func (z *wizard) addProgress(page *fyne.Container, width float32) {
	page.Add(newParagraphStyled(z.importingWords(), width, sizePage, figure.Text, fyne.TextStyle{Bold: true}))
	page.Add(newParagraph(z.about(), width, sizeLabel, figure.Text2))
	bar := newProgressBar()
	page.Add(roomy(bar.Object, 0, 14))
	told, left := newText("", sizeBody, figure.Text2, false), newText("", sizeBody, figure.Text2, false)
	line := newEnds(scaled(22), told, left)
	page.Add(line)
	cards := &fyne.Container{Layout: cardsLayout{}}
	page.Add(roomy(cards, 0, 20))
	page.Add(rule())
	page.Add(roomy(newParagraph(lang.L("You can keep working; the import goes on behind this window. If you cancel, the rows read so far are removed again and the timeline is as it was."),
		width, sizeLabel, figure.Text2), 0, 14))
	job := z.running
	if job == nil {
		return
	}
	z.tick = func() {
		if z.running != job || z.page != pageImport || z.Window.sheet != z.sheet {
			return
		}
		share, _ := job.Progress()
		counted := z.im.Counted()
		bar.set(share)
		setWords(told, progressWords(share, counted.Read, time.Since(job.Started)))
		setWords(left, leftWords(share, time.Since(job.Started)))
		line.Refresh()
		cards.Objects = countCards(&data.Report{Count: counted})
		cards.Refresh()
		z.later(jobPoll, z.tick)
	}
	z.tick()
}

func (z *wizard) importingWords() string {
	if r := z.im.Report; r != nil && r.Read > 0 {
		return lang.N("Importing {{.Number}} rows", r.Read, map[string]any{"Number": groupDigits(int64(r.Read))})
	}
	return lang.L("Importing")
}

// progressWords says how many rows are read, and how fast.
func progressWords(share float64, rows int, since time.Duration) string {
	words := percent(share) + "   " + lang.N("{{.Number}} rows read", rows, map[string]any{"Number": groupDigits(int64(rows))})
	if seconds := since.Seconds(); seconds > 1 && rows > 0 {
		words += " · " + lang.L("{{.Number}} rows per second", map[string]any{"Number": groupDigits(int64(float64(rows)/seconds/1000) * 1000)})
	}
	return words
}

// leftWords says how much longer it will take, "" while nobody can say.
func leftWords(share float64, since time.Duration) string {
	if share < 0.02 || since < time.Second {
		return ""
	}
	if share >= 1 {
		return lang.L("writing the last of it")
	}
	seconds := int(since.Seconds()*(1-share)/share + 0.5)
	return lang.N("about {{.Count}} seconds left", max(seconds, 1), map[string]any{"Count": max(seconds, 1)})
}

// addOutcome says what the import did.
func (z *wizard) addOutcome(page *fyne.Container, width float32) {
	r := z.report
	page.Add(newParagraphStyled(importedWords(*r), width, sizePage, figure.Text, fyne.TextStyle{Bold: true}))
	page.Add(newParagraph(z.about(), width, sizeLabel, figure.Text2))
	page.Add(roomy(&fyne.Container{Layout: cardsLayout{}, Objects: countCards(r)}, 0, 20))
	page.Add(rule())
	if r.LeftOut > 0 {
		icon := newIcon()
		recolour(icon, "warn", ink(figure.Error))
		column, n := commonest(r.Problems)
		words := lang.N("{{.Number}} rows were left out.", r.LeftOut, map[string]any{"Number": groupDigits(int64(r.LeftOut))})
		if column != "" {
			words += " " + lang.L("Most for what stands in “{{.Column}}” ({{.Count}}).", map[string]any{"Column": column, "Count": groupDigits(int64(n))})
		}
		page.Add(roomy(newTopLine(icon, newParagraph(words, width-40, sizeBody, figure.Text)), 0, 14))
		list := newStack()
		for i := range r.Problems[:min(len(r.Problems), 8)] {
			p := &r.Problems[i]
			list.Add(newParagraph(lang.L("Row {{.Row}}", map[string]any{"Row": groupDigits(int64(p.Row))})+", "+problemWords(p.Column, p.Value, p.Message, p.Question),
				width-40, sizeLabel, figure.Text2))
		}
		page.Add(roomy(list, 23, 0))
	}
}

// commonest returns the column for which most rows are left out.
func commonest(problems []data.Problem) (column string, n int) {
	counts := map[string]int{}
	for _, p := range problems {
		if counts[p.Column]++; counts[p.Column] > n && p.Column != "" {
			column, n = p.Column, counts[p.Column]
		}
	}
	return column, n
}

// importFoot are the buttons of the last page.
func (z *wizard) importFoot() (left, right []fyne.CanvasObject) {
	if z.report == nil {
		stopIt := tabStop(z, "cancel", NewButton("", lang.L("Cancel import"), func() {
			if z.running != nil {
				z.running.Cancel()
			}
		}))
		stopIt.Style = Removing
		return nil, []fyne.CanvasObject{tabStop(z, "close", NewButton("", lang.L("Continue in background"), func() { z.closeSheet() })), stopIt}
	}
	if z.report.LeftOut > 0 {
		left = append(left, tabStop(z, "rejects", NewButton("export", lang.L("Save the rows left out…"), z.saveRejects)))
	}
	if batch, ok := z.Workspace.NewestBatch(); ok && z.report.Added+z.report.Updated > 0 {
		left = append(left, tabStop(z, "undo", NewButton("", lang.L("Undo this import"), func() { z.askUndoBatch(batch) })))
	}
	right = append(right, tabStop(z, "more", NewButton("", lang.L("Import another file"), z.chooseImport)))
	return left, append(right, tabStop(z, "next", newMain("", lang.L("Close"), func() { z.closeSheet() })))
}

// countCards are the counts of an import, each in a box.
func countCards(r *data.Report) []fyne.CanvasObject {
	facts := []fact{
		{r.Added, lang.N("new events", r.Added), figure.OK},
		{r.Updated, lang.L("changed"), figure.Accent},
		{r.Unchanged, lang.L("already here, left as they are"), figure.Text3},
		{r.LeftOut, lang.L("not imported"), figure.Error},
	}
	if r.Folded > 0 {
		facts = append(facts, fact{r.Folded, lang.N("rows folded into others", r.Folded), figure.Text2})
	}
	cards := make([]fyne.CanvasObject, 0, len(facts))
	for _, f := range facts {
		box := canvas.NewRectangle(ink(figure.Surface))
		box.CornerRadius, box.StrokeWidth, box.StrokeColor = 8, 1, ink(figure.Line)
		edge := canvas.NewRectangle(ink(f.token))
		edge.TopLeftCornerRadius, edge.BottomLeftCornerRadius = 8, 8
		words := roomy(newStack(newTextOf(groupDigits(int64(f.count)), sizePage, true), newClipped(f.words, sizeLabel, figure.Text2, fyne.TextStyle{})), 16, 12)
		cards = append(cards, container.NewStack(box, &fyne.Container{Layout: edgeLayout{}, Objects: []fyne.CanvasObject{edge}}, words))
	}
	return cards
}

// newTextOf returns a line of text with a height of its own.
func newTextOf(words string, size float32, bold bool) fyne.CanvasObject {
	return newLine(scaled(size+8), nil, fyne.Size{}, newText(words, size, figure.Text, bold))
}

// edgeLayout sets a coloured edge at the left.
type edgeLayout struct{}

func (edgeLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (edgeLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place(objects[0], 0, 0, 3, size.Height)
}

// cardsLayout sets boxes of one width beside each other.
type cardsLayout struct{}

func (cardsLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, scaled(72)) }

func (cardsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const gap = 12
	w := (size.Width - gap*float32(len(objects)-1)) / max(float32(len(objects)), 1)
	for i, o := range objects {
		place(o, float32(i)*(w+gap), 0, w, size.Height)
	}
}

// A progressBar shows a share.
type progressBar struct {
	Object *fyne.Container
	layout *shareLayout
}

func newProgressBar() *progressBar {
	track, done := canvas.NewRectangle(ink(figure.Bg)), canvas.NewRectangle(ink(figure.Accent))
	track.CornerRadius, track.StrokeWidth, track.StrokeColor, done.CornerRadius = 5, 1, ink(figure.Line), 5
	b := &progressBar{layout: &shareLayout{}}
	b.Object = &fyne.Container{Layout: b.layout, Objects: []fyne.CanvasObject{track, done}}
	return b
}

func (b *progressBar) set(share float64) {
	b.layout.share = float32(share)
	b.Object.Refresh()
}

type shareLayout struct{ share float32 }

func (*shareLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 10) }

func (l *shareLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place(objects[0], 0, 0, size.Width, 10)
	place(objects[1], 0, 0, size.Width*l.share, 10)
}

// stem is the name of a file without folder and extension.
func stem(name string) string {
	base := filepath.Base(name)
	return strings.TrimSuffix(base, filepath.Ext(base))
}
