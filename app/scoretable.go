package app

import (
	"context"
	"io"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"chancery/model"
	"chancery/model/cameo"
)

// A scoreTable shows the scores of all codes, and takes those of one's own.
type scoreTable struct {
	scale cameo.Scale
	codes []cameo.Code
	at    int // row of the code whose score is being given

	table *widget.Table
	field *field
	about *widget.Label
	fault *widget.Label
}

// scoreWidths are how wide the columns of a scoreTable are, in dp at 100 %.
var scoreWidths = []float32{70, 400, 100, 100}

func scoreHeads() []string {
	return []string{lang.L("Code"), lang.L("What it is"), lang.L("Published"), lang.L("Counts as")}
}

// editScores opens the scores of codes for editing; set takes over those that
// are given.
func (w *Window) editScores(set func(*cameo.Scale)) {
	t := &scoreTable{scale: w.ownScores(), codes: cameo.Codes(), field: newField("–10 … +10"), about: widget.NewLabel(""), fault: widget.NewLabel("")}
	t.fault.Importance = widget.DangerImportance
	t.table = widget.NewTable(func() (int, int) { return len(t.codes) + 1, len(scoreWidths) },
		func() fyne.CanvasObject { return widget.NewLabel("") },
		func(id widget.TableCellID, o fyne.CanvasObject) { t.cell(id, o.(*widget.Label)) })
	t.table.StickyRowCount = 1
	for i, width := range scoreWidths {
		t.table.SetColumnWidth(i, scaled(width))
	}
	t.table.OnSelected = func(id widget.TableCellID) { t.choose(id.Row - 1) }
	t.field.OnSubmitted = func(text string) {
		if t.give(text) {
			t.table.Select(widget.TableCellID{Row: min(t.at+2, len(t.codes))})
			w.win.Canvas().Focus(t.field)
		}
	}
	t.about.Truncation = fyne.TextTruncateEllipsis
	foot := container.NewBorder(nil, t.fault, nil, container.NewHBox(
		container.NewGridWrap(fyne.NewSize(scaled(110), scaled(36)), t.field),
		NewButton("", lang.L("Set"), func() { t.give(t.field.Text) }),
		NewButton("", lang.L("As published"), func() { t.give("") }),
	), t.about)
	w.showSheet(&Sheet{
		Title: lang.L("Scores of codes"), Subtitle: lang.L("A score holds for all codes under it that have none of their own"),
		Body: inset(container.NewBorder(nil, foot, nil, nil, t.table), 12),
		Left: []fyne.CanvasObject{
			NewButton("import", lang.L("Read a table…"), func() { w.askScale(set) }),
			NewButton("export", lang.L("Save as CSV…"), func() {
				scale := t.scale
				w.keepScores(scale) // the sheet closes
				w.chooseExport(".csv", func(_ context.Context, out io.Writer) error {
					_, err := scale.WriteTo(out)
					return err
				})
			}),
		},
		Right: []fyne.CanvasObject{w.closeButton(cancelWord()), newMain("", lang.L("Use these scores"), func() {
			if !t.give(t.field.Text) {
				return
			}
			scale := t.scale
			w.keepScores(scale)
			w.closeSheet()
			set(&scale)
		})},
		Least: fyne.NewSize(760, 640),
	})
	t.table.Select(widget.TableCellID{Row: 1})
	w.win.Canvas().Focus(t.table)
}

// cell writes a cell of the table.
func (t *scoreTable) cell(id widget.TableCellID, cell *widget.Label) {
	cell.TextStyle.Bold = id.Row == 0
	cell.Alignment = fyne.TextAlignLeading
	if id.Col > 1 {
		cell.Alignment = fyne.TextAlignTrailing
	}
	cell.Truncation = fyne.TextTruncateEllipsis
	if id.Row == 0 {
		cell.SetText(scoreHeads()[id.Col])
		return
	}
	c := &t.codes[id.Row-1]
	_, own := t.own(c.Code)
	switch id.Col {
	case 0:
		cell.SetText(c.Code)
	case 1:
		cell.SetText(c.Name)
	case 2:
		published, ok := cameo.Goldstein(c.Code)
		cell.SetText(signedScore(published, ok))
	case 3:
		score, ok := t.scale.Score(c.Code)
		cell.TextStyle.Bold = own
		cell.SetText(signedScore(score, ok))
	}
}

// own returns the score of one's own of a code itself.
func (t *scoreTable) own(code string) (score float64, ok bool) {
	for _, c := range t.scale.Own() {
		if c == code {
			return t.scale.Score(code)
		}
	}
	return 0, false
}

// choose makes a row the one whose score is given.
func (t *scoreTable) choose(row int) {
	if row < 0 || row >= len(t.codes) {
		return
	}
	t.at = row
	c := &t.codes[row]
	t.about.SetText(lang.L("Score of {{.Code}} {{.Name}}", map[string]any{"Code": c.Code, "Name": c.Name}))
	t.field.SetText("")
	if score, ok := t.own(c.Code); ok {
		t.field.SetText(signedScore(score, true))
	}
	t.fault.SetText("")
}

// give gives the chosen code a score, or with "" that which is published, and
// reports whether the text is one.
func (t *scoreTable) give(text string) bool {
	c := &t.codes[t.at]
	score, ok := parseScore(text)
	if !ok {
		t.fault.SetText(lang.L("“{{.Text}}” is no score from –10 to +10.", map[string]any{"Text": text}))
		return false
	}
	t.fault.SetText("")
	if !score.Valid {
		t.scale = t.scale.Without(c.Code)
	} else if scale, err := t.scale.With(c.Code, score.Value); err == nil {
		t.scale = scale
	}
	t.field.SetText(signedScore(score.Value, score.Valid))
	t.table.Refresh()
	return true
}

// signedScore writes a score as the window does: +3.4, –2, 0; "" for none.
func signedScore(score float64, ok bool) string {
	text := scoreText(model.Score{Value: score, Valid: ok})
	if ok && score > 0 {
		return "+" + text
	}
	return text
}

// ownScores returns the scores of one's own that are remembered: none at first.
func (w *Window) ownScores() cameo.Scale {
	name := lang.L("own scores")
	scale, err := cameo.ReadScale(name, strings.NewReader(w.prefs.String(prefScores)))
	if err != nil { // nothing is remembered
		return cameo.OwnScale(name)
	}
	return scale
}

// keepScores remembers scores of one's own.
func (w *Window) keepScores(scale cameo.Scale) {
	var text strings.Builder
	if _, err := scale.WriteTo(&text); err == nil {
		w.prefs.SetString(prefScores, text.String())
	}
}
