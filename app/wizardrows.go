package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"chancery/charts/figure"
	"chancery/data/tabular"
	"chancery/model"
)

// firstShown is how many of the first rows are listed, and smallPlot how high
// their timeline is in dp.
const (
	firstShown = 60
	smallPlot  = 74
)

// rowWidths are those of the rows as they will be read: number, date, title,
// category, actors.
var rowWidths = []float32{44, 150, -3, 110, -2}

// firstRows shows the first rows as they would become events: on a timeline, and
// one by one.
func (z *wizard) firstRows() fyne.CanvasObject {
	rows := z.im.File().Look.Rows
	var events []model.Event
	for _, r := range rows {
		events = append(events, r.Events...)
	}
	note := ""
	if len(rows) > 0 {
		note = lang.L("first {{.Number}} rows, as they will be read", map[string]any{"Number": groupDigits(int64(len(rows)))})
	}
	head := newLine(scaled(32), nil, fyne.Size{}, newText(lang.L("Preview"), sizeBody, figure.Text, true), newText(note, sizeCaption, figure.Text3, false))
	plot := float32(smallPlot)
	if z.pageSize().Height < 560*textScale() {
		plot = smallPlot / 2
	}
	list := newStack()
	for i := range rows[:min(len(rows), firstShown)] {
		z.addRow(list, &rows[i])
	}
	heads := newGround(figure.Bg, newCells(scaled(26), 16, 10, rowWidths, cellsOf(true, figure.Text,
		lang.L("Row"), lang.L("Date"), lang.L("Title"), lang.L("Category"), lang.L("Actors"))...))
	return newParts(6, roomy(head, 16, 0), rule(), newSmallTimeline(z.faces, z.painter, events, plot), rule(), heads, rule(), container.NewVScroll(list))
}

func cellsOf(bold bool, token figure.Token, words ...string) []fyne.CanvasObject {
	cells := make([]fyne.CanvasObject, 0, len(words))
	for _, w := range words {
		cells = append(cells, newClipped(strings.Join(strings.Fields(w), " "), sizeLabel, token, fyne.TextStyle{Bold: bold}))
	}
	return cells
}

// addRow adds a row as it will be read: its events, or why there is none.
func (z *wizard) addRow(list *fyne.Container, r *tabular.Row) {
	if p := r.Problem; p != nil {
		ground, token := figure.ErrorSoft, figure.Error
		if p.Question != "" {
			ground, token = figure.WarnSoft, figure.Warn
		}
		icon := newIcon()
		recolour(icon, "warn", ink(token))
		cells := cellsOf(false, figure.Text3, groupDigits(int64(r.Number)))
		cells = append(cells, newLine(scaled(20), icon, fyne.NewSize(14, 14)))
		cells = append(cells, cellsOf(false, token, problemWords(p.Column, p.Value, p.Reason, p.Question))...)
		list.Add(newGround(ground, newCells(scaled(28), 16, 10, []float32{44, 14, -1}, cells...)))
		list.Add(rule())
		return
	}
	for i := range r.Events {
		e := &r.Events[i]
		category := model.CategoryNamed(e.Category)
		var actors []string
		for _, p := range e.Actors {
			actors = append(actors, p.Actor)
		}
		list.Add(newCells(scaled(28), 16, 10, rowWidths, append(cellsOf(false, figure.Text3, groupDigits(int64(r.Number))),
			cellsOf(false, figure.Text, shortDate(e.Start, e.End), e.Title, category.Short, strings.Join(actors, "; "))...)...))
		list.Add(rule())
	}
}

// problemWords says what is wrong with a row, without the names by which machines
// ask.
func problemWords(column, value, reason, question string) string {
	if question != "" {
		return lang.L("{{.Column}}: “{{.Value}}” has several readings. It waits for an answer.", map[string]any{"Column": column, "Value": value})
	}
	reason = strings.TrimPrefix(reason, value+": ")
	words := ""
	if column != "" {
		words = column + ": "
	}
	if value = strings.Join(strings.Fields(value), " "); value != "" && !strings.Contains(reason, value) {
		if runes := []rune(value); len(runes) > 60 {
			value = string(runes[:60]) + "…"
		}
		words += "“" + value + "” – "
	}
	return words + sentenceOf(reason)
}

// sentenceOf ends words with a full stop.
func sentenceOf(words string) string {
	if words == "" || strings.HasSuffix(words, ".") {
		return words
	}
	return words + "."
}
