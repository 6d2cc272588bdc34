package app

import (
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"

	"chancery/charts/figure"
	"chancery/data/tabular"
)

// sideProblems is how many rows to look at stand beside the columns.
const sideProblems = 12

// sideParts is what stands at the right of a page: what is asked, what would
// happen, and the rows to look at.
func (z *wizard) sideParts(width float32) fyne.CanvasObject {
	parts := newStack(z.questionCards(width)...)
	parts.Add(roomy(z.counts(width-28), 14, 12))
	parts.Add(rule())
	for _, w := range z.warnings() {
		icon := newIcon()
		recolour(icon, "warn", ink(figure.Warn))
		parts.Add(roomy(newTopLine(icon, newParagraph(sentence(errorText(w)), width-56, sizeLabel, figure.Text2)), 14, 8))
		parts.Add(rule())
	}
	for _, o := range z.foldChoices(width) {
		parts.Add(o)
	}
	if z.page == pageMatch {
		z.addProblems(parts, width)
	}
	parts.Add(roomy(newParagraph(lang.L("Nothing is changed until you press Import. If it is cancelled, the timeline is as it was."),
		width-28, sizeCaption, figure.Text3), 14, 12))
	return parts
}

// An errorText is words of another package that are shown as a sentence.
type errorText string

func (e errorText) Error() string { return string(e) }

// counts says what would happen to the rows.
func (z *wizard) counts(width float32) fyne.CanvasObject {
	rows := newStack(newTextRow(lang.L("If you import now"), true))
	r := z.im.Report
	switch {
	case z.im.Err != nil:
		rows.Add(newParagraph(z.refusal(), width, sizeLabel, figure.Error))
		return rows
	case z.im.Checking() != nil || z.im.Looking():
		z.words = newText(lang.L("Reading the rows…"), sizeLabel, figure.Text2, false)
		rows.Add(newLine(scaled(24), nil, fyne.Size{}, z.words))
		rows.Add(roomy(flowOf(width, 6, tabStop(z, "stop", NewButton("", lang.L("Stop reading"), func() {
			z.im.Stop()
			z.im.Report = nil
			z.refresh()
		}))), 0, 2))
		z.pollCheck()
		if r == nil {
			return rows
		}
	case r == nil:
		rows.Add(newParagraph(lang.L("The rows were not read to their end."), width, sizeLabel, figure.Text2))
		rows.Add(roomy(flowOf(width, 6, tabStop(z, "again", NewButton("", lang.L("Read them again"), func() { z.im.Check(z.page == pageCheck) }))), 0, 2))
		return rows
	}
	most := 1
	facts := z.facts()
	for _, f := range facts {
		most = max(most, f.count)
	}
	for _, f := range facts {
		rows.Add(newCountRow(f, most))
	}
	if z.im.Partial {
		rows.Add(newParagraph(lang.L("Of the first {{.Rows}} rows. All of them are read in the next step.",
			map[string]any{"Rows": groupDigits(int64(r.Read))}), width, sizeCaption, figure.Text3))
	}
	return rows
}

// refusal says why nothing can be imported as the file is understood.
func (z *wizard) refusal() string {
	f := z.im.File()
	if f.Err != nil && f.Look.Foreign() {
		dated := func(c tabular.Field) bool { return strings.HasPrefix(string(c.Means), string(tabular.MeansStart)) }
		if !slices.ContainsFunc(f.Look.Understanding.Mapping.Columns, dated) {
			return lang.L("No column is a date yet. Say which one holds it: choose Date in its row.")
		}
	}
	if file := new(tabular.FileError); errors.As(z.im.Err, &file) && len(z.im.Files) == 1 {
		return sentence(errorText(file.Reason))
	}
	return sentence(z.im.Err)
}

// A fact is a count of rows or events, with its words and its colour.
type fact struct {
	count int
	words string
	token figure.Token
}

func (z *wizard) facts() []fact {
	r := z.im.Report
	facts := []fact{
		{r.Added, lang.N("new events", r.Added), figure.OK},
		{r.Updated, lang.L("changed"), figure.Accent},
		{r.Unchanged, lang.L("already here, left as they are"), figure.Text3},
	}
	if r.Folded > 0 {
		facts = append(facts, fact{r.Folded, lang.N("rows folded into others", r.Folded), figure.Text2})
	}
	if r.Waiting > 0 {
		facts = append(facts, fact{r.Waiting, lang.N("wait for an answer", r.Waiting), figure.Warn})
	}
	return append(facts, fact{r.LeftOut - r.Waiting, lang.L("not imported"), figure.Error})
}

// newCountRow returns a count with its words and a bar as long as its share.
func newCountRow(f fact, most int) fyne.CanvasObject {
	number := newText(groupDigits(int64(f.count)), sizeBody, figure.Text, true)
	bar := canvas.NewRectangle(ink(f.token))
	bar.TopRightCornerRadius, bar.BottomRightCornerRadius = 4, 4
	share := float32(f.count) / float32(most)
	return &fyne.Container{Layout: countLayout{share}, Objects: []fyne.CanvasObject{
		number, newClipped(f.words, sizeLabel, figure.Text, fyne.TextStyle{}), bar,
	}}
}

// countLayout sets a number, words and a bar of a share in a line.
type countLayout struct{ share float32 }

func (countLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, scaled(24)) }

func (l countLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	k := textScale()
	number := objects[0].(*canvas.Text)
	wide := max(number.MinSize().Width, 30*k)
	placeText(number, wide-number.MinSize().Width, 0, size.Height)
	words := min(170*k, (size.Width-wide)*0.62)
	place(objects[1], wide+10, 0, words, size.Height)
	room := size.Width - wide - 20 - words
	bar := room * l.share
	if l.share > 0 {
		bar = max(bar, 4)
	}
	place(objects[2], wide+16+words, (size.Height-8)/2, max(bar, 0), 8)
}

// pollCheck shows how far the dry run is, until it is over.
func (z *wizard) pollCheck() {
	if z.tick != nil {
		return
	}
	words := z.words
	z.tick = func() {
		job := z.im.Checking()
		if z.words != words || job == nil {
			return
		}
		told := lang.L("Reading the rows…")
		if share, known := job.Progress(); known {
			told = lang.L("{{.Share}} read, {{.Rows}} rows", map[string]any{"Share": percent(share), "Rows": groupDigits(int64(z.im.Counted().Read))})
		}
		setWords(words, told)
		words.Refresh()
		z.later(jobPoll, z.tick)
	}
	z.later(jobPoll, z.tick)
}

// warnings are what was probably lost before the file came here.
func (z *wizard) warnings() []string {
	if u := z.im.File().Look.Understanding; u != nil {
		return u.Warnings
	}
	return nil
}

// foldChoices offers to make one event of rows that tell of the same.
func (z *wizard) foldChoices(width float32) []fyne.CanvasObject {
	u := z.im.File().Look.Understanding
	if u == nil || u.Own != "" {
		return nil
	}
	offered := slices.DeleteFunc(slices.Clone(u.Folds), func(f tabular.Fold) bool { return f == tabular.FoldSame })
	if r := z.im.Report; r != nil && r.Likely > 0 && !slices.Contains(offered, tabular.FoldSame) {
		offered = append([]tabular.Fold{tabular.FoldSame}, offered...)
	}
	for _, f := range z.im.Folds {
		if !slices.Contains(offered, f) {
			offered = append(offered, f)
		}
	}
	if len(offered) == 0 {
		return nil
	}
	rows := newStack(newTextRow(lang.L("Rows that tell of the same"), true))
	if r := z.im.Report; r != nil && r.Likely > 0 {
		rows.Add(newParagraph(lang.N("{{.Number}} rows say the same as an earlier one. Unless they are folded, each is an event.", r.Likely,
			map[string]any{"Number": groupDigits(int64(r.Likely))}), width-28, sizeLabel, figure.Text2))
	}
	for _, f := range offered {
		words := foldWords(f)
		if r := z.im.Report; r != nil && r.Foldable[f] > 0 {
			words += " (" + groupDigits(int64(r.Foldable[f])) + ")"
		}
		t := newTick(words, slices.Contains(z.im.Folds, f), func(on bool) { z.fold(f, on) })
		rows.Add(tabStop(z, "fold "+string(f), t))
	}
	return []fyne.CanvasObject{roomy(rows, 14, 8), rule()}
}

func (z *wizard) fold(f tabular.Fold, on bool) {
	z.im.Folds = slices.DeleteFunc(slices.Clone(z.im.Folds), func(have tabular.Fold) bool { return have == f })
	if on {
		z.im.Folds = append(z.im.Folds, f)
	}
	z.im.Check(z.page == pageCheck)
}

func foldWords(f tabular.Fold) string {
	switch f {
	case tabular.FoldSame:
		return lang.L("Fold rows that say the same")
	case tabular.FoldMirrored:
		return lang.L("Fold A on B with B on A")
	case tabular.FoldReports:
		return lang.L("Fold one day, pair and code")
	}
	return string(f)
}
