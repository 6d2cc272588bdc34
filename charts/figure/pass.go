package figure

import "math"

// A pass paints a figure into one band of an image. Passes over the bands of
// one image run side by side.
type pass struct {
	stock   *stock
	canvas  canvas
	figure  *Figure
	palette *Palette
	scale   float32
	clips   []box

	stroke  coverage   // what one stroke covers
	raster  rasteriser // what one polygon covers
	corners []Point    // of the polygon or curve at hand, in device pixels
	spare   []Point    // the same while it is clipped, in turns with
	clipped []Point
	table   []byte // one row or diagonal of a ramp or hatch
}

// run paints the whole figure, of which the canvas's clip shows a band.
func (p *pass) run() {
	p.clips = p.clips[:0]
	p.stroke.resize(p.canvas.clip)
	for i := range p.figure.Shapes {
		p.paint(p.figure, &p.figure.Shapes[i])
	}
	p.canvas, p.figure, p.palette = canvas{}, nil, nil
}

func (p *pass) paint(f *Figure, s *Shape) {
	switch s.Kind {
	case KindUnclip:
		p.popClip()
		return
	case KindClip:
		p.pushClip(s)
		return
	}
	if p.canvas.clip.empty() || !isFinite(s.X, s.Y, s.W, s.H, s.Radius, s.StrokeWidth, s.Size) {
		return
	}
	switch s.Kind {
	case KindRect:
		p.paintRect(s)
	case KindLine:
		p.paintLine(s)
	case KindPolyline:
		p.paintPolyline(s, f.span(s))
	case KindCurve:
		p.paintCurve(s, f.span(s))
	case KindPolygon:
		p.paintPolygon(s, f.span(s))
	case KindDisc:
		p.paintDisc(s)
	case KindGlyph:
		p.paintGlyph(s)
	case KindText:
		p.paintText(s)
	case KindNumber:
		p.paintNumber(s)
	case KindRamp:
		p.paintRamp(s, f.span(s))
	case KindHatch:
		p.paintHatch(s)
	}
}

// pushClip narrows the clip. Every KindClip pushes, even one whose measures are
// no numbers, so that its KindUnclip pops the right one.
func (p *pass) pushClip(s *Shape) {
	p.clips = append(p.clips, p.canvas.clip)
	if !isFinite(s.X, s.Y, s.W, s.H) {
		p.canvas.clip = box{}
		return
	}
	p.canvas.clip = p.canvas.clip.intersect(p.snapped(s))
}

func (p *pass) popClip() {
	if len(p.clips) == 0 {
		return
	}
	p.canvas.clip = p.clips[len(p.clips)-1]
	p.clips = p.clips[:len(p.clips)-1]
}

// ink returns the pixel of an ink.
func (p *pass) ink(k Ink) pixel {
	if k.None() {
		return 0
	}
	return premultiply(p.palette.Colour(k))
}

// maxDevice bounds device coordinates: float32 still tells half pixels apart
// there, and no screen is as large.
const maxDevice = 1 << 20

// device returns a length or place in dp as device pixels.
func (p *pass) device(v float32) float32 {
	return min(max(v*p.scale, -maxDevice), maxDevice)
}

func (p *pass) devicePoint(v Point) Point { return Point{p.device(v.X), p.device(v.Y)} }

// snapped returns a shape's rectangle with its edges on the nearest device
// pixels, so that neighbours meet without a seam. What has a size is at least
// one pixel.
func (p *pass) snapped(s *Shape) box {
	b := box{
		snap(p.device(s.X)), snap(p.device(s.Y)),
		snap(p.device(s.X + s.W)), snap(p.device(s.Y + s.H)),
	}
	if b.x0 == b.x1 && s.W > 0 {
		b.x1++
	}
	if b.y0 == b.y1 && s.H > 0 {
		b.y1++
	}
	return b
}

// isFinite reports whether all values are numbers of a size that can be
// reckoned with.
func isFinite(values ...float32) bool {
	for _, v := range values {
		if !(v > -math.MaxFloat32/256 && v < math.MaxFloat32/256) {
			return false
		}
	}
	return true
}
