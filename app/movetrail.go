package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"chancery/charts/figure"
)

// A moveTrail is what is shown of an event that is dragged to another time: from
// where, to where, and what its date would be. Places are in dp of the plot.
type moveTrail struct {
	On       bool
	From, To fyne.Position
	Words    string
}

// A trailDrawing draws a moveTrail over the plot.
type trailDrawing struct {
	dots  *canvas.Raster
	ring  *canvas.Circle
	stem  *canvas.Rectangle
	plate *canvas.Rectangle
	words *canvas.Text
}

func newTrailDrawing() *trailDrawing {
	d := &trailDrawing{
		ring: canvas.NewCircle(color.Transparent), stem: canvas.NewRectangle(color.Transparent),
		plate: canvas.NewRectangle(color.Transparent), words: newText("", sizeLabel, figure.TipText, true),
	}
	d.dots = canvas.NewRasterWithPixels(func(x, _, _, _ int) color.Color {
		if x%6 < 3 {
			return ink(figure.Text2)
		}
		return color.Transparent
	})
	d.plate.CornerRadius = 4
	return d
}

func (d *trailDrawing) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{d.dots, d.stem, d.ring, d.plate, d.words}
}

// layout places the parts; top is where the plot begins.
func (d *trailDrawing) layout(t moveTrail, top, width float32) {
	const radius = 11
	y := top + t.To.Y
	left, right := min(t.From.X, t.To.X), max(t.From.X, t.To.X)
	place(d.dots, left, y-1, max(right-left-radius, 0), 2)
	if t.To.X < t.From.X {
		d.dots.Move(fyne.NewPos(left+radius, y-1))
	}
	place(d.ring, t.To.X-radius, y-radius, 2*radius, 2*radius)
	w, h := d.words.MinSize().Width+20, scaled(22)
	x := min(max(t.To.X-w/2, 0), max(width-w, 0))
	above := max(y-radius-14-h, 0)
	place(d.stem, t.To.X-0.75, above+h, 1.5, max(y-radius-above-h, 0))
	place(d.plate, x, above, w, h)
	placeText(d.words, x+10, above, h)
}

func (d *trailDrawing) refresh(t moveTrail) {
	d.ring.StrokeColor, d.ring.StrokeWidth = ink(figure.Sel), 2
	d.stem.FillColor, d.plate.FillColor = ink(figure.Text2), ink(figure.Tip)
	setWords(d.words, t.Words)
	restyle(d.words, sizeLabel, figure.TipText)
	for _, o := range d.objects() {
		show(o, t.On)
	}
	d.dots.Refresh()
}
