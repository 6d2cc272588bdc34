package app

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/storage"

	"chancery/charts/figure"
	"chancery/data"
	"chancery/data/store"
)

// chooseImport asks for a file to import.
func (w *Window) chooseImport() {
	if w.Workspace.Archive() == nil {
		return
	}
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil || r == nil {
			return
		}
		path := r.URI().Path()
		_ = r.Close()
		w.previewImport([]string{path})
	}, w.win)
	d.SetFilter(storage.NewExtensionFileFilter([]string{".csv", ".tsv", ".txt"}))
	w.showDialog(d)
}

// dropped opens a dropped archive or report, and imports other files.
func (w *Window) dropped(paths []string) {
	if len(paths) == 1 && (strings.HasSuffix(paths[0], store.Extension) || data.IsReport(paths[0])) {
		w.open(paths[0])
		return
	}
	if w.Workspace.Archive() == nil || len(paths) == 0 {
		return
	}
	w.previewImport(paths)
}

// previewImport reads files without changing anything, and shows what would
// happen.
func (w *Window) previewImport(paths []string) {
	w.Workspace.Import(paths, true, func(report data.Report, err error) {
		switch {
		case errors.Is(err, context.Canceled):
			w.messages.Show(Done, lang.L("Import cancelled. The timeline is as it was."))
		case err != nil:
			w.messages.Show(Failure, sentence(err), Way{lang.L("Choose another file"), w.chooseImport})
		default:
			w.showSheet(w.importSheet(paths, report))
		}
	})
}

// importSheet shows what an import would do, with the rows that need a look.
func (w *Window) importSheet(paths []string, report data.Report) *Sheet {
	whole := report.Added + report.Updated
	start := newMain("import", lang.L("Import"), func() {
		w.closeSheet()
		w.runImport(paths)
	})
	start.SetEnabled(whole > 0)
	facts := []struct {
		count int
		words string
		token figure.Token
	}{
		{report.Added, lang.L("new"), figure.OK},
		{report.Updated, lang.L("changed"), figure.Accent},
		{report.Unchanged, lang.L("already here, left as they are"), figure.Text3},
		{len(report.Problems), lang.L("values not understood"), figure.Error},
	}
	most := 1
	for _, f := range facts {
		most = max(most, f.count)
	}
	counts := container.NewVBox(newTextRow(lang.L("If you import now"), true))
	for _, f := range facts {
		counts.Add(newBar(f.count, most, f.words, f.token))
	}
	for _, f := range report.Files {
		counts.Add(newTextRow(fmt.Sprintf("%s: %s", f.Name, kindWords(f.Kind)), false))
	}
	counts.Add(newParagraph(lang.L("Nothing is changed until you press Import. An import can be undone in one step."),
		250, sizeCaption, figure.Text3))
	return &Sheet{
		Title: lang.L("Import events"), Subtitle: fileWords(paths),
		Body:  container.NewBorder(nil, nil, inset(counts, sheetMargin), nil, inset(problemList(report.Problems), sheetMargin)),
		Left:  []fyne.CanvasObject{NewButton("", lang.L("Choose another file"), w.chooseImport)},
		Right: []fyne.CanvasObject{w.closeButton(cancelWord()), start},
		Least: fyne.NewSize(900, 560),
	}
}

func kindWords(kind string) string {
	switch kind {
	case "events":
		return lang.L("events")
	case "actors":
		return lang.L("actors")
	case "agreements":
		return lang.L("agreements")
	case "collections":
		return lang.L("collections")
	}
	return kind
}

// newTextRow returns a line of text with its own height.
func newTextRow(words string, bold bool) fyne.CanvasObject {
	return newLine(scaled(22), nil, fyne.Size{}, newText(words, sizeBody, figure.Text, bold))
}

// newBar returns a count with its words and a bar as long as its share.
func newBar(count, most int, words string, token figure.Token) fyne.CanvasObject {
	number := newText(groupDigits(int64(count)), sizeBody, figure.Text, true)
	bar := canvas.NewRectangle(ink(token))
	bar.CornerRadius = 3
	width := float32(0)
	if count > 0 {
		width = max(4, 100*float32(count)/float32(most))
	}
	return &fyne.Container{
		Layout: &barLayout{width},
		Objects: []fyne.CanvasObject{
			number, newText(words, sizeBody, figure.Text2, false), bar,
		},
	}
}

type barLayout struct{ width float32 }

func (l *barLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(60+objects[1].MinSize().Width, scaled(32))
}

func (l *barLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	number, words := objects[0].(*canvas.Text), objects[1].(*canvas.Text)
	w := number.MinSize().Width
	placeText(number, 44-w, 0, scaled(22))
	placeText(words, 54, 0, scaled(22))
	place(objects[2], 54, scaled(22), l.width, 5)
}

// problemLimit bounds the rows shown of a report; the rest are counted.
const problemLimit = 500

// problemList lists rows that cannot be taken in, by row, column, value and
// reason.
func problemList(problems []data.Problem) fyne.CanvasObject {
	if len(problems) == 0 {
		return container.NewVBox(newTextRow(lang.L("Every row is understood."), false))
	}
	rows := container.NewVBox()
	for _, p := range problems[:min(len(problems), problemLimit)] {
		rows.Add(newProblem(p))
	}
	if more := len(problems) - problemLimit; more > 0 {
		rows.Add(newTextRow(lang.N("{{.Count}} more", more, map[string]any{"Count": more}), false))
	}
	head := newEnds(scaled(26), newText(lang.L("Rows to look at"), sizeBody, figure.Text, true),
		newText(groupDigits(int64(len(problems))), sizeCaption, figure.Text3, false))
	return container.NewBorder(head, nil, nil, nil, container.NewVScroll(rows))
}

// newProblem returns one row of a report.
func newProblem(p data.Problem) fyne.CanvasObject {
	where := lang.L("Row {{.Row}}", map[string]any{"Row": p.Row})
	if p.Column != "" {
		where += ", " + p.Column
	}
	line := canvas.NewRectangle(ink(figure.Line))
	line.SetMinSize(fyne.NewSize(1, 1))
	icon := newIcon()
	recolour(icon, "warn", ink(figure.Error))
	words := p.Message
	if p.Value != "" {
		words = "“" + p.Value + "” – " + words
	}
	return container.NewVBox(
		newLine(scaled(20), icon, fyne.NewSize(15, 15),
			newText(where, sizeLabel, figure.Text, true), newText(p.File, sizeCaption, figure.Text3, false)),
		newParagraph(words, 540, sizeLabel, figure.Text2),
		line,
	)
}

// runImport imports files as one edit.
func (w *Window) runImport(paths []string) {
	w.Workspace.Import(paths, false, func(report data.Report, err error) {
		switch {
		case errors.Is(err, context.Canceled):
			w.messages.Show(Done, lang.L("Import cancelled. The timeline is as it was."))
		case err != nil:
			w.messages.Show(Failure, sentence(err))
		default:
			w.importDone(paths, report)
		}
	})
}

func (w *Window) importDone(paths []string, report data.Report) {
	w.timeline.fit()
	words := importedWords(report)
	var ways []Way
	tone := Done
	if len(report.Problems) > 0 {
		tone = Attention
		words += " " + lang.N("{{.Count}} rows were left out.", leftOut(report.Problems),
			map[string]any{"Count": leftOut(report.Problems)})
		ways = append(ways, Way{lang.L("Show them"), func() { w.showSheet(w.problemSheet(paths, report)) }})
	}
	if _, ok := w.Workspace.CanUndo(); ok && report.Added+report.Updated > 0 {
		ways = append(ways, Way{lang.L("Undo"), w.undo})
	}
	w.messages.Show(tone, words, ways...)
}

// importedWords counts what an import brought in.
func importedWords(report data.Report) string {
	switch {
	case report.Added > 0 && report.Updated > 0:
		return lang.L("{{.Added}} imported, {{.Updated}} changed.", map[string]any{"Added": report.Added, "Updated": report.Updated})
	case report.Updated > 0:
		return lang.L("{{.Updated}} changed.", map[string]any{"Updated": report.Updated})
	case report.Added == 0:
		return lang.L("Nothing new: every row is already here.")
	}
	if len(report.Files) == 1 && report.Files[0].Kind != "events" {
		return lang.L("{{.Added}} imported.", map[string]any{"Added": report.Added})
	}
	return lang.N("{{.Number}} events imported.", report.Added, map[string]any{"Number": groupDigits(int64(report.Added))})
}

// leftOut counts the rows that problems name, each once.
func leftOut(problems []data.Problem) int {
	type at struct {
		file string
		row  int
	}
	rows := make([]at, 0, len(problems))
	for _, p := range problems {
		if a := (at{p.File, p.Row}); !slices.Contains(rows[max(len(rows)-8, 0):], a) {
			rows = append(rows, a)
		}
	}
	return len(rows)
}

// problemSheet lists what was left out of an import.
func (w *Window) problemSheet(paths []string, report data.Report) *Sheet {
	return &Sheet{
		Title: lang.L("Rows that were left out"), Subtitle: fileWords(paths),
		Body:  inset(problemList(report.Problems), sheetMargin),
		Right: []fyne.CanvasObject{newMain("", lang.L("Close"), func() { w.closeSheet() })},
		Least: fyne.NewSize(680, 520),
	}
}
