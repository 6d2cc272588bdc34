package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"chancery/charts/figure"
)

// A LinkRow is an event in a list: its glyph, its title and its date.
type LinkRow struct {
	widget.BaseWidget

	Category  int
	Title     string
	Date      string
	OnTapped  func()
	OnHovered func(bool)

	painter          *figure.Painter
	hovered, focused bool
}

func newLinkRow(painter *figure.Painter, category int, title, date string, tapped func()) *LinkRow {
	r := &LinkRow{Category: category, Title: title, Date: date, OnTapped: tapped, painter: painter}
	r.ExtendBaseWidget(r)
	return r
}

// Tapped goes to the event.
func (r *LinkRow) Tapped(*fyne.PointEvent) {
	if r.OnTapped != nil {
		r.OnTapped()
	}
}

// Cursor is a hand.
func (r *LinkRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn begins hovering.
func (r *LinkRow) MouseIn(*desktop.MouseEvent) { r.hover(true) }

// MouseMoved does nothing: a row is one place.
func (r *LinkRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends hovering.
func (r *LinkRow) MouseOut() { r.hover(false) }

func (r *LinkRow) hover(on bool) {
	r.hovered = on
	if r.OnHovered != nil {
		r.OnHovered(on)
	}
	r.Refresh()
}

// FocusGained shows the focus.
func (r *LinkRow) FocusGained() { r.focused = true; r.Refresh() }

// FocusLost takes it away.
func (r *LinkRow) FocusLost() { r.focused = false; r.Refresh() }

// TypedRune ignores letters.
func (r *LinkRow) TypedRune(rune) {}

// TypedKey goes to the event on Enter and Space.
func (r *LinkRow) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		r.Tapped(nil)
	default:
		passKey(r, e)
	}
}

// CreateRenderer draws the row 26 dp high.
func (r *LinkRow) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	back := canvas.NewRectangle(color.Transparent)
	back.CornerRadius = 4
	glyph := newGlyph(r.painter, r.Category, 12, figure.Surface)
	title := newText(r.Title, sizeBody, figure.Text, false)
	date := newText(r.Date, sizeCaption, figure.Text2, false)
	d := &drawing{objects: []fyne.CanvasObject{back, glyph, title, date}}
	d.minSize = func() fyne.Size { return fyne.NewSize(80, scaled(26)) }
	d.layout = func(size fyne.Size) {
		place(back, -6, 0, size.Width+12, size.Height)
		side, left := 12*textScale()+2, 22*textScale()
		place(glyph, 0, (size.Height-side)/2, side, side)
		w := date.MinSize().Width
		placeText(date, size.Width-w, 0, size.Height)
		title.Text = truncate(r.Title, size.Width-w-left-8, title.TextSize, title.TextStyle)
		placeText(title, left, 0, size.Height)
	}
	d.refresh = func() {
		back.FillColor, back.StrokeColor, back.StrokeWidth = color.Transparent, color.Transparent, 0
		if r.hovered {
			back.FillColor = ink(figure.Hover)
		}
		if r.focused {
			back.StrokeColor, back.StrokeWidth = ink(figure.Focus), 2
		}
		restyle(title, sizeBody, figure.Text)
		restyle(date, sizeCaption, figure.Text2)
		d.layout(r.Size())
	}
	d.refresh()
	return d
}
