package app

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"chancery/charts/figure"
)

// An option is one choice of a Selector. Glyph is the Index of a category whose
// silhouette stands before the words, below 0 for none.
type option struct {
	Words string
	Glyph int
}

// A Selector is a field in which one of a few options is chosen from a menu. Up
// and Down choose the one before or after.
type Selector struct {
	pressable

	Options  []option
	On       int // below 0 for none
	Hint     string
	OnChange func(int)

	painter *figure.Painter
}

func newSelector(painter *figure.Painter, options []option, on int, changed func(int)) *Selector {
	s := &Selector{Options: options, On: on, OnChange: changed, painter: painter}
	s.OnTapped = s.open
	s.extend(s)
	return s
}

// open shows the options under the field.
func (s *Selector) open() {
	c := fyne.CurrentApp().Driver().CanvasForObject(s)
	if c == nil {
		return
	}
	items := make([]*fyne.MenuItem, 0, len(s.Options))
	for i, o := range s.Options {
		item := fyne.NewMenuItem(o.Words, func() { s.choose(i) })
		if o.Glyph >= 0 {
			item.Icon = glyphResource(s.painter, o.Glyph)
		} else {
			item.Checked = i == s.On
		}
		items = append(items, item)
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s).AddXY(0, s.Size().Height+2)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), c, at)
}

func (s *Selector) choose(i int) {
	if i < 0 || i >= len(s.Options) {
		return
	}
	s.On = i
	s.Refresh()
	if s.OnChange != nil {
		s.OnChange(i)
	}
}

// TypedKey chooses with Up and Down too.
func (s *Selector) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		s.choose(s.On - 1)
	case fyne.KeyDown:
		s.choose(s.On + 1)
	default:
		s.pressable.TypedKey(e)
	}
}

// CreateRenderer draws the field as high as an entry.
func (s *Selector) CreateRenderer() fyne.WidgetRenderer {
	box := canvas.NewRectangle(color.Transparent)
	mark := figure.New(16, 16)
	glyph := newPicture(s.painter, func(fyne.Size) *figure.Figure { return mark })
	words := newText("", sizeBody, figure.Text, false)
	arrow := newIcon()
	d := &drawing{objects: []fyne.CanvasObject{box, glyph.Raster, words, arrow}}
	d.minSize = func() fyne.Size {
		width := float32(0)
		for _, o := range s.Options {
			width = max(width, measure(o.Words, sizeBody*textScale(), fyne.TextStyle{}))
		}
		return fyne.NewSize(width+64*textScale(), scaled(34))
	}
	d.layout = func(size fyne.Size) {
		place(box, 0, 0, size.Width, size.Height)
		left, side := float32(10), 14*textScale()+2
		if glyph.Visible() {
			place(glyph.Raster, left, (size.Height-side)/2, side, side)
			left += side + 6
		}
		icon := 14 * textScale()
		place(arrow, size.Width-10-icon, (size.Height-icon)/2, icon, icon)
		setWords(words, truncate(s.words(), size.Width-left-icon-18, words.TextSize, words.TextStyle))
		placeText(words, left, 0, size.Height)
	}
	d.refresh = func() {
		box.FillColor, box.StrokeColor, box.StrokeWidth, box.CornerRadius = ink(figure.Surface), ink(figure.Outline), 1, 6
		switch {
		case s.focused:
			box.StrokeColor, box.StrokeWidth = ink(figure.Focus), 2
		case s.hovered:
			box.FillColor = ink(figure.Hover)
		}
		token := figure.Text
		if s.On < 0 {
			token = figure.Text3
		}
		restyle(words, sizeBody, token)
		show(glyph.Raster, s.On >= 0 && s.Options[s.On].Glyph >= 0)
		if glyph.Visible() {
			side := 14*textScale() + 2
			mark.Reset(side, side)
			mark.Glyph(figure.Pt(side/2, side/2), s.Options[s.On].Glyph, figure.Mark{Size: side - 2, Back: figure.Surface.Ink()})
		}
		recolour(arrow, "down", ink(figure.Text2))
		d.layout(s.Size())
	}
	d.refresh()
	return d
}

func (s *Selector) words() string {
	if s.On < 0 {
		return s.Hint
	}
	return s.Options[s.On].Words
}

// glyphResource returns the silhouette of a category as a picture for a menu, in
// the colours of the theme in force. Fyne caches pictures by name.
func glyphResource(painter *figure.Painter, category int) fyne.Resource {
	const side = 64
	f := figure.New(side, side)
	f.Glyph(figure.Pt(side/2, side/2), category, figure.Mark{Size: side - 10, Back: figure.Surface.Ink()})
	img := image.NewRGBA(image.Rect(0, 0, side, side))
	painter.Paint(img, f, palette(), 1)
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		return nil // into memory, which does not fail
	}
	r, g, b, _ := ink(figure.Plot).RGBA()
	return fyne.NewStaticResource(fmt.Sprintf("glyph-%d-%02x%02x%02x.png", category, r>>8, g>>8, b>>8), out.Bytes())
}
