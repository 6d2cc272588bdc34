package figure

import (
	"image"
	"runtime"
	"sync"
)

// A Painter paints figures into images. It keeps letters, glyphs and buffers
// from one picture to the next, within limits, so that painting much the same
// figure again allocates nothing. It may be used by one goroutine at a time;
// painters may share Faces.
type Painter struct {
	stock  *stock
	passes []*pass
	starts []func() // of the passes: kept, so that starting one allocates nothing
	work   sync.WaitGroup
}

// A large image of a full figure is painted in bands, by several processors at
// once. Below these sizes that costs more than it gains.
const (
	maxBands   = 4
	fewPixels  = 1 << 19
	fewShapes  = 500
	bandHeight = 64 // the least that a band is worth
)

// NewPainter returns a painter that sets texts in the given faces. Without
// faces texts are left out.
func NewPainter(faces *Faces) *Painter { return &Painter{stock: newStock(faces)} }

// Paint paints a figure over an image, whose pixels are scale times as many as
// the figure's dp. It paints nothing but the figure's shapes: for a background
// the figure needs a rectangle. Shapes outside the image, and shapes whose
// measures are no numbers, are left out.
func (p *Painter) Paint(dst *image.RGBA, f *Figure, palette *Palette, scale float32) {
	if dst == nil || f == nil || palette == nil || !(scale > 0) || scale > 64 {
		return
	}
	whole := newCanvas(dst)
	if whole.clip.empty() {
		return
	}
	bands := bandsFor(whole.clip, len(f.Shapes))
	for i := range bands {
		if i == len(p.passes) {
			p.addPass()
		}
		band := p.passes[i]
		band.canvas, band.figure, band.palette, band.scale = whole, f, palette, scale
		band.canvas.clip.y0 = whole.clip.y1 * i / bands
		band.canvas.clip.y1 = whole.clip.y1 * (i + 1) / bands
	}
	p.work.Add(bands - 1)
	for _, start := range p.starts[1:bands] {
		go start()
	}
	p.passes[0].run()
	p.work.Wait()
}

// Repaint is Paint over an image that still shows another picture, of which
// nothing is left. A figure that begins with an opaque background, as most do,
// saves the time to clear the image.
func (p *Painter) Repaint(dst *image.RGBA, f *Figure, palette *Palette, scale float32) {
	if dst == nil {
		return
	}
	if f == nil || palette == nil || !f.hides(dst.Rect, palette, scale) {
		clear(dst.Pix)
	}
	p.Paint(dst, f, palette, scale)
}

// hides reports whether the first shape covers all of an image.
func (f *Figure) hides(area image.Rectangle, palette *Palette, scale float32) bool {
	if len(f.Shapes) == 0 {
		return false
	}
	s := &f.Shapes[0]
	return s.Kind == KindRect && s.Radius == 0 && palette.Colour(s.Fill).A == 255 && s.X <= 0 && s.Y <= 0 &&
		snap((s.X+s.W)*scale) >= area.Dx() && snap((s.Y+s.H)*scale) >= area.Dy()
}

func (p *Painter) addPass() {
	added := &pass{stock: p.stock}
	p.passes = append(p.passes, added)
	p.starts = append(p.starts, func() {
		defer p.work.Done()
		added.run()
	})
}

func bandsFor(b box, shapes int) int {
	if b.x1*b.y1 < fewPixels || shapes < fewShapes {
		return 1
	}
	return max(min(runtime.GOMAXPROCS(0), maxBands, b.y1/bandHeight), 1)
}
