package app

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"chancery/charts/figure"
)

// A picture shows a figure at the scale of the screen. It paints into two
// images in turn, so that the one the driver still holds is never written to.
type picture struct {
	*canvas.Raster

	painter *figure.Painter
	draw    func(size fyne.Size) *figure.Figure
	frames  [2]*image.RGBA
	turn    int
	after   func(frame, before *image.RGBA, scale float32) // what is laid over it; may be nil
	log     *FrameLog                                      // of what the driver has painted; nil for none
}

// newPicture returns a picture of what draw returns; draw is called when the
// window paints, once for any number of calls of Refresh before it.
func newPicture(painter *figure.Painter, draw func(size fyne.Size) *figure.Figure) *picture {
	p := &picture{painter: painter, draw: draw}
	p.Raster = canvas.NewRaster(p.generate)
	p.Raster.ScaleMode = canvas.ImageScalePixels
	return p
}

// generate paints w × h pixels.
func (p *picture) generate(w, h int) image.Image {
	p.log.begin()
	defer p.log.end()
	p.turn = 1 - p.turn
	frame := p.frames[p.turn]
	if frame == nil || frame.Rect.Dx() != w || frame.Rect.Dy() != h {
		frame = image.NewRGBA(image.Rect(0, 0, w, h))
		p.frames[p.turn] = frame
	}
	size := p.Raster.Size()
	if w == 0 || h == 0 || size.Width <= 0 {
		return frame
	}
	scale := float32(w) / size.Width
	p.painter.Repaint(frame, p.draw(size), palette(), scale)
	if p.after != nil {
		p.after(frame, p.frames[1-p.turn], scale)
	}
	return frame
}

// newGlyph returns the silhouette of a category, size dp high at 100 %.
func newGlyph(painter *figure.Painter, category int, size float32, back figure.Token) *canvas.Raster {
	size *= textScale()
	f := figure.New(size+2, size+2)
	f.Glyph(figure.Point{X: size/2 + 1, Y: size/2 + 1}, category, figure.Mark{Size: size, Back: back.Ink()})
	return newPicture(painter, func(fyne.Size) *figure.Figure { return f }).Raster
}
