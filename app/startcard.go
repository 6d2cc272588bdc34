package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"chancery/charts/figure"
)

// A start is a large button with a picture, a head, a sentence and its key.
type start struct {
	pressable

	icon, head, words, key string
	main                   bool
}

func newStart(icon, head, words, key string, main bool, tapped func()) *start {
	s := &start{icon: icon, head: head, words: words, key: key, main: main}
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
	words := newParagraph(s.words, 430, sizeLabel, figure.Text2)
	key := newKeyPlate(s.key)
	show(key, s.key != "")
	d := &drawing{objects: []fyne.CanvasObject{box, plate, icon, head, words, key}}
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
		least := key.MinSize()
		place(key, size.Width-16-least.Width, (size.Height-least.Height)/2, least.Width, least.Height)
	}
	d.refresh = func() {
		box.FillColor, box.StrokeColor, box.StrokeWidth, box.CornerRadius = ink(figure.Surface), ink(figure.Line), 1, 8
		if s.hovered {
			box.FillColor = ink(figure.Hover)
		}
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

// newKeyPlate returns the name of a key on a plate.
func newKeyPlate(key string) *fyne.Container {
	plate := canvas.NewRectangle(ink(figure.Bg))
	plate.CornerRadius, plate.StrokeWidth, plate.StrokeColor = 4, 1, ink(figure.Line)
	words := newText(key, sizeCaption, figure.Text2, false)
	setStyle(words, fyne.TextStyle{Monospace: true})
	return &fyne.Container{Layout: &keyLayout{}, Objects: []fyne.CanvasObject{plate, words}}
}

type keyLayout struct{}

func (*keyLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[1].MinSize().Width+12, scaled(18))
}

func (*keyLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place(objects[0], 0, 0, size.Width, size.Height)
	placeText(objects[1].(*canvas.Text), 6, 0, size.Height)
}
