package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"chancery/charts/figure"
)

// A LinkRow is an event in a list: its glyph, its title and its date.
type LinkRow struct {
	pressable

	Category int
	Title    string
	Date     string

	painter *figure.Painter
}

func newLinkRow(painter *figure.Painter, category int, title, date string, tapped func()) *LinkRow {
	r := &LinkRow{Category: category, Title: title, Date: date, painter: painter}
	r.OnTapped = tapped
	r.extend(r)
	return r
}

// Cursor is a hand.
func (r *LinkRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer draws the row 26 dp high.
func (r *LinkRow) CreateRenderer() fyne.WidgetRenderer {
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
		setWords(title, truncate(r.Title, size.Width-w-left-8, title.TextSize, title.TextStyle))
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
