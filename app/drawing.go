package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"chancery/charts/figure"
)

// A drawing is the renderer of the window's own widgets: a fixed list of
// objects with functions that place and colour them.
type drawing struct {
	objects []fyne.CanvasObject
	layout  func(fyne.Size)
	minSize func() fyne.Size
	refresh func()
}

func (d *drawing) Layout(size fyne.Size)        { d.layout(size) }
func (d *drawing) MinSize() fyne.Size           { return d.minSize() }
func (d *drawing) Objects() []fyne.CanvasObject { return d.objects }
func (d *drawing) Destroy()                     {}

func (d *drawing) Refresh() {
	d.refresh()
	for _, o := range d.objects {
		if i, ok := o.(*canvas.Image); ok {
			i.Refresh() // reads its resource again, which may be another colour
			continue
		}
		canvas.Refresh(o)
	}
}

// newText returns a line of text in a colour of the theme. Its owner colours
// and scales it again on Refresh with restyle.
func newText(words string, size float32, token figure.Token, bold bool) *canvas.Text {
	t := canvas.NewText(words, ink(token))
	setStyle(t, fyne.TextStyle{Bold: bold})
	t.TextSize = size * textScale()
	return t
}

func restyle(t *canvas.Text, size float32, token figure.Token) {
	t.Color = ink(token)
	t.TextSize = size * textScale()
}

// snap rounds a place to whole dp, so that thin edges are drawn crisp.
func snap(v float32) float32 { return float32(int(v + 0.5)) }

// place moves and resizes an object.
func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// placeText centres a line of text on the height h and returns its width.
func placeText(t *canvas.Text, x, y, h float32) float32 {
	size := t.MinSize()
	place(t, x, y+(h-size.Height)/2, size.Width, size.Height)
	return size.Width
}

// truncate shortens words with an ellipsis until they fit a width in dp.
func truncate(words string, width, size float32, style fyne.TextStyle) string {
	fits := func(s string) bool { return measure(s, size, style) <= width }
	if fits(words) {
		return words
	}
	runes := []rune(words)
	low, high := 0, len(runes) // runes[:low] fits
	for low < high {
		middle := (low + high + 1) / 2
		if fits(string(runes[:middle]) + "…") {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return string(runes[:low]) + "…"
}
