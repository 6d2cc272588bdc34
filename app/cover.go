package app

import (
	"errors"
	"image/color"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"chancery/charts/figure"
	"chancery/data/store"
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
	case w.Workspace.Archive() != nil && kept == 0:
		card = w.nothingKeptCard()
	}
	w.cover.Objects = nil
	if card != nil {
		w.cover.Objects = []fyne.CanvasObject{canvas.NewRectangle(ink(figure.Plot)), container.NewCenter(card)}
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
		lang.L("Write the date the way your source does: 17 Nov 2019, summer 2019, about 1995."), true, w.newEvent))
	add(10, newStart("import", lang.L("Import a CSV file"),
		lang.L("A file with the columns of Chancery’s own CSV, which docs/csv.md describes."), false, w.chooseImport))
	add(10, newStart("timeline", lang.L("Open the example"),
		lang.L("Diplomatic events around the Japan – South Korea intelligence pact, with sources."), false, w.openExample))
	add(18, newParagraph(lang.L("You can also drop a file anywhere in this window."), width, sizeLabel, figure.Text2))
	return newCard(rows, width, 36)
}

// nothingKeptCard explains an empty timeline behind filters.
func (w *Window) nothingKeptCard() fyne.CanvasObject {
	const width = 400
	text := newParagraphStyled(lang.L("No event matches these filters."), width, sizeHeading, figure.Text, fyne.TextStyle{Bold: true})
	clear := newMain("", lang.L("Clear filters"), w.clearFilters)
	rows := &fyne.Container{Layout: &columnLayout{width: width, gaps: map[fyne.CanvasObject]float32{}}}
	foot := container.NewHBox(clear)
	rows.Layout.(*columnLayout).gaps[foot] = 14
	rows.Objects = []fyne.CanvasObject{text, foot}
	return newCard(rows, width, 24)
}

// failedCard says what happened to an archive, what it affects and what to do
// next.
func (w *Window) failedCard() fyne.CanvasObject {
	const width = 660
	head, body := failureWords(w.failed.err)
	rows := &fyne.Container{Layout: &columnLayout{width: width, gaps: map[fyne.CanvasObject]float32{}}}
	add := func(gap float32, o fyne.CanvasObject) {
		rows.Layout.(*columnLayout).gaps[o] = gap
		rows.Add(o)
	}
	add(0, newParagraphStyled(head, width, sizePage, figure.Text, fyne.TextStyle{Bold: true}))
	add(6, newParagraph(body, width, 14, figure.Text2))
	add(14, newParagraph(w.failed.path, width, sizeCaption, figure.Text3))
	another := NewButton("", lang.L("Open another archive"), w.chooseArchive)
	details := NewButton("", lang.L("Copy details"), func() {
		w.app.Clipboard().SetContent(w.failed.path + ": " + w.failed.err.Error())
	})
	example := newMain("", lang.L("Open the example"), w.openExample)
	add(18, container.NewHBox(another, details, example))
	return newCard(rows, width, 28)
}

// failureWords says of an error what happened and what it affects.
func failureWords(err error) (head, body string) {
	switch {
	case errors.Is(err, store.ErrNotExist):
		return lang.L("This archive is not there"),
			lang.L("It was moved, renamed or removed. Nothing else has been changed.")
	case errors.Is(err, store.ErrNewer):
		return lang.L("This archive was written by a newer Chancery"),
			lang.L("This version does not know all that is in it. The file has not been changed.")
	case errors.Is(err, store.ErrNotArchive):
		return lang.L("This file is not a Chancery archive"),
			lang.L("It may be another kind of file, or damaged. It has not been changed. A CSV file is brought in with Import.")
	}
	return lang.L("This archive could not be opened"), sentence(err)
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

// A start is a large button with a picture, a head and a sentence.
type start struct {
	pressable

	icon, head, words string
	main              bool
}

func newStart(icon, head, words string, main bool, tapped func()) *start {
	s := &start{icon: icon, head: head, words: words, main: main}
	s.OnTapped = tapped
	s.extend(s)
	return s
}

// CreateRenderer draws the button 62 dp high, or higher when its words wrap.
func (s *start) CreateRenderer() fyne.WidgetRenderer {
	box := canvas.NewRectangle(color.Transparent)
	plate := canvas.NewRectangle(color.Transparent)
	icon := newIcon()
	head := newText(s.head, 14, figure.Text, true)
	words := newParagraph(s.words, 470, sizeLabel, figure.Text2)
	d := &drawing{objects: []fyne.CanvasObject{box, plate, icon, head, words}}
	d.minSize = func() fyne.Size { return fyne.NewSize(300, scaled(44)+words.MinSize().Height) }
	d.layout = func(size fyne.Size) {
		place(box, 0, 0, size.Width, size.Height)
		side := scaled(36)
		place(plate, 16, (size.Height-side)/2, side, side)
		inner := 16 * textScale()
		place(icon, 16+(side-inner)/2, (size.Height-inner)/2, inner, inner)
		high := scaled(20) + words.MinSize().Height
		y := (size.Height - high) / 2
		placeText(head, 32+side, y, scaled(20))
		place(words, 32+side, y+scaled(20), size.Width-48-side, words.MinSize().Height)
	}
	d.refresh = func() {
		box.FillColor, box.StrokeColor, box.StrokeWidth, box.CornerRadius = ink(figure.Surface), ink(figure.Line), 1, 8
		if s.focused || s.main {
			box.StrokeColor, box.StrokeWidth = ink(figure.Focus), 2
		}
		plate.CornerRadius = 6
		plate.FillColor = ink(figure.Bg)
		recolour(icon, s.icon, ink(figure.Text))
		if s.main {
			plate.FillColor = ink(figure.Accent)
			recolour(icon, s.icon, ink(figure.AccentText))
		}
		restyle(head, 14, figure.Text)
		d.layout(s.Size())
	}
	d.refresh()
	return d
}

// fileWords joins the names of files for a sentence.
func fileWords(paths []string) string {
	if len(paths) == 1 {
		return filepath.Base(paths[0])
	}
	return lang.N("{{.Count}} files", len(paths), map[string]any{"Count": len(paths)})
}
