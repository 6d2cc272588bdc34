package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"chancery/charts/figure"
)

// A failure is an archive that could not be opened, and why.
type failure struct {
	path string
	err  error
}

// showCover covers the view with what to do when there is nothing to see.
func (w *Window) showCover() {
	kept, all := w.Workspace.Count()
	var card fyne.CanvasObject
	switch {
	case w.failed != nil && w.Workspace.Archive() == nil:
		card = w.failedCard()
	case w.Workspace.Archive() != nil && all == 0:
		card = w.emptyCard()
	case w.Workspace.Archive() != nil && kept == 0 && !w.Workspace.ShowsHidden():
		card = w.nothingKeptCard()
	}
	w.cover.Objects = nil
	if card != nil {
		w.cover.Objects = []fyne.CanvasObject{container.NewCenter(card)}
	}
	if w.failed != nil && w.Workspace.Archive() == nil {
		back := canvas.NewRectangle(ink(figure.Plot))
		w.cover.Objects = append([]fyne.CanvasObject{back}, w.cover.Objects...)
	}
	w.cover.Refresh()
}

// emptyCard offers the ways to begin.
func (w *Window) emptyCard() fyne.CanvasObject {
	const width = 566
	rows := &fyne.Container{Layout: &columnLayout{width: width, gaps: map[fyne.CanvasObject]float32{}}}
	add := func(gap float32, o fyne.CanvasObject) {
		rows.Layout.(*columnLayout).gaps[o] = gap
		rows.Add(o)
	}
	add(0, newParagraphStyled(lang.L("Nothing on this timeline yet"), width, sizePage, figure.Text, fyne.TextStyle{Bold: true}))
	add(4, newParagraph(lang.L("Add one event, bring in a file, or look at a finished example first."), width, 14, figure.Text2))
	add(20, newStart("plus", lang.L("Add an event"),
		lang.L("Write the date the way your source does: 17 Nov 2019, summer 2019, about 1995."), "N", true, w.newEvent))
	add(10, newStart("import", lang.L("Import a file"),
		lang.L("A table, in almost any form, a timeline or a calendar. You see what becomes of each row first."), "Ctrl I", false, w.chooseImport))
	add(10, newStart("timeline", lang.L("Open the example"),
		lang.L("Diplomatic events around the Japan – South Korea intelligence pact, with sources."), "", false, w.openExample))
	add(18, newParagraph(lang.L("You can also drop a file anywhere in this window."), width, sizeLabel, figure.Text2))
	return newCard(rows, width, 36)
}

// nothingKeptCard explains an empty timeline behind filters.
func (w *Window) nothingKeptCard() fyne.CanvasObject {
	const width = 400
	text := newParagraphStyled(lang.L("No event matches these filters."), width, sizeHeading, figure.Text, fyne.TextStyle{Bold: true})
	clear := newMain("", lang.L("Clear filters"), w.clearFilters)
	rows := &fyne.Container{Layout: &columnLayout{width: width, gaps: map[fyne.CanvasObject]float32{}}}
	dim := NewButton("", lang.L("Show them dimmed"), func() { w.showHidden(true) })
	foot := container.NewHBox(clear, dim)
	rows.Layout.(*columnLayout).gaps[foot] = 14
	rows.Objects = []fyne.CanvasObject{text, foot}
	return newCard(rows, width, 24)
}

// newCard returns a box with an edge around content of a width.
func newCard(content fyne.CanvasObject, width, margin float32) fyne.CanvasObject {
	box := canvas.NewRectangle(ink(figure.Surface))
	box.CornerRadius, box.StrokeWidth, box.StrokeColor = 8, 1, ink(figure.Line)
	content.Resize(fyne.NewSize(width, content.MinSize().Height))
	return &fyne.Container{Layout: &cardLayout{width, margin}, Objects: []fyne.CanvasObject{box, content}}
}

type cardLayout struct{ width, margin float32 }

func (l *cardLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.width+2*l.margin, objects[1].MinSize().Height+2*l.margin)
}

func (l *cardLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place(objects[0], 0, 0, size.Width, size.Height)
	place(objects[1], l.margin, l.margin, size.Width-2*l.margin, size.Height-2*l.margin)
}
