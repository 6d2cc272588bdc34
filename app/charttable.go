package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"chancery/charts"
)

// showNumbers shows the table that says what a chart shows.
func (w *Window) showNumbers(s *charts.Spec) {
	t := &s.Table
	if len(s.Panels) > 0 {
		t = &s.Panels[0].Table
	}
	table := widget.NewTable(
		func() (rows, columns int) { return len(t.Rows) + 1, len(t.Head) },
		func() fyne.CanvasObject { return widget.NewLabel("") },
		func(id widget.TableCellID, o fyne.CanvasObject) {
			cell := o.(*widget.Label)
			words := t.Head
			if id.Row > 0 {
				words = t.Rows[id.Row-1]
			}
			cell.TextStyle.Bold = id.Row == 0
			cell.Alignment = fyne.TextAlignLeading
			if id.Col < len(t.Numeric) && t.Numeric[id.Col] {
				cell.Alignment = fyne.TextAlignTrailing
			}
			cell.SetText(words[id.Col])
		},
	)
	table.StickyRowCount, table.StickyColumnCount = 1, 1
	for i := range t.Head {
		width := float32(110)
		if i == 0 {
			width = 190
		}
		table.SetColumnWidth(i, scaled(width))
	}
	w.showSheet(&Sheet{
		Title: s.Title, Subtitle: s.Subtitle,
		Body:  inset(table, 12),
		Right: []fyne.CanvasObject{newMain("", lang.L("Close"), func() { w.closeSheet() })},
		Least: fyne.NewSize(900, 620),
	})
	w.win.Canvas().Focus(table)
}
