package figure

import (
	"math"

	"chancery/charts/figure/pdf"
)

// shape writes one shape.
func (p *pdfPage) shape(f *Figure, s *Shape) {
	points := f.span(s)
	sound := isFinite(s.X, s.Y, s.W, s.H, s.Radius, s.StrokeWidth, s.Size) && areFinite(points)
	switch {
	case s.Kind == KindClip && (p.hidden > 0 || !sound):
		p.hidden++
	case s.Kind == KindUnclip && p.hidden > 0:
		p.hidden--
	case s.Kind == KindClip:
		p.Save()
		p.clips++
		p.Clip(float64(s.X), float64(s.Y), float64(s.W), float64(s.H))
	case s.Kind == KindUnclip:
		if p.clips > 0 {
			p.clips--
			p.Restore()
		}
	case p.hidden == 0 && sound:
		p.draw(s, points)
	}
}

func (p *pdfPage) draw(s *Shape, points []Point) {
	switch s.Kind {
	case KindRect:
		p.rect(s)
	case KindLine:
		p.path([]Point{{s.X, s.Y}, {s.X + s.W, s.Y + s.H}}, s, false)
	case KindPolyline:
		p.path(points, s, false)
	case KindPolygon:
		p.path(points, s, true)
	case KindCurve:
		p.curve(s, points)
	case KindDisc:
		if fill, stroke := p.ink(s); s.Radius > 0 && (fill || stroke) {
			p.Disc(float64(s.X), float64(s.Y), float64(s.Radius))
			p.Paint(fill, stroke)
		}
	case KindGlyph:
		p.glyph(s)
	case KindText:
		p.text(s, s.Text)
	case KindNumber:
		p.text(s, WriteNumber(s.Number))
	case KindRamp:
		p.ramp(s, points)
	case KindHatch:
		p.hatch(s)
	}
}

// rect writes a rectangle. Its edge lies inside, while PDF centres an edge on
// the outline, so the outline is half an edge further in.
func (p *pdfPage) rect(s *Shape) {
	fill, stroke := p.ink(s)
	r, radius := s.Rect(), max(s.Radius, 0)
	if stroke {
		r, radius = r.Inset(s.StrokeWidth/2), max(radius-s.StrokeWidth/2, 0)
	}
	if r.W <= 0 || r.H <= 0 || !fill && !stroke {
		return
	}
	if radius > 0 {
		p.RoundRect(float64(r.X), float64(r.Y), float64(r.W), float64(r.H), float64(radius))
	} else {
		p.Rect(float64(r.X), float64(r.Y), float64(r.W), float64(r.H))
	}
	p.Paint(fill, stroke)
}

// path writes lines through points, closed and filled or not.
func (p *pdfPage) path(points []Point, s *Shape, closed bool) {
	fill, stroke := p.ink(s)
	fill = fill && closed
	if len(points) < 2 || !fill && !stroke {
		return
	}
	trace(p.Page, points, closed)
	p.Paint(fill, stroke)
}

func trace(p *pdf.Page, points []Point, closed bool) {
	for i, at := range points {
		if i == 0 {
			p.MoveTo(float64(at.X), float64(at.Y))
			continue
		}
		p.LineTo(float64(at.X), float64(at.Y))
	}
	if closed {
		p.ClosePath()
	}
}

func (p *pdfPage) curve(s *Shape, points []Point) {
	if len(points) < 4 || s.Stroke.None() || !(s.StrokeWidth > 0) {
		return
	}
	p.pen(s)
	p.MoveTo(float64(points[0].X), float64(points[0].Y))
	for i := 1; i+2 < len(points); i += 3 {
		a, b, to := points[i], points[i+1], points[i+2]
		p.CurveTo(float64(a.X), float64(a.Y), float64(b.X), float64(b.Y), float64(to.X), float64(to.Y))
	}
	p.Paint(false, true)
}

// glyph stamps a silhouette. Each is written once for fills and once for
// outlines, and takes the colours of the place.
func (p *pdfPage) glyph(s *Shape) {
	scale := float64(s.Size) / glyphBox
	if !(scale > 0) {
		return
	}
	g := min(int(s.Glyph), Other)
	outlines := &glyphContours()[g]
	stamp := func(part string, lines [][]Point, stroke bool) {
		p.Stamp(glyphNames[g]+part, glyphBox, func(form *pdf.Page) {
			for _, line := range lines {
				trace(form, line, true)
			}
			form.Paint(!stroke, stroke)
		})
	}
	p.Save()
	p.Move(float64(s.X), float64(s.Y), scale)
	cut := s.Fill
	if s.Hollow {
		if !s.Stroke.None() {
			p.Fill(p.colour(s.Stroke))
			stamp("", outlines.fill, false)
		}
		p.Stroke(pdf.Pen{Colour: p.colour(s.Fill), Width: outlineWidth / scale})
		stamp("-outline", outlines.fill, true)
	} else {
		cut = s.Stroke
		if s.StrokeWidth > 0 && !s.Stroke.None() {
			p.Stroke(pdf.Pen{Colour: p.colour(s.Stroke), Width: 2 * float64(s.StrokeWidth) / scale})
			stamp("-outline", outlines.fill, true)
		}
		p.Fill(p.colour(s.Fill))
		stamp("", outlines.fill, false)
	}
	if len(outlines.cut) > 0 && !cut.None() {
		p.Fill(p.colour(cut))
		stamp("-cut", outlines.cut, false)
	}
	p.Restore()
}

func (p *pdfPage) ramp(s *Shape, stops []Point) {
	if s.Fill.None() {
		return
	}
	list := make([]pdf.Stop, len(stops))
	for i, stop := range stops {
		list[i] = pdf.Stop{At: float64(min(max(stop.X, 0), 1)), Opacity: float64(min(max(stop.Y, 0), 1))}
	}
	p.Ramp(float64(s.X), float64(s.Y), float64(s.W), float64(s.H), p.colour(s.Fill), list)
}

// stripesLimit is the most stripes that a hatch is drawn with.
const stripesLimit = 20_000

// hatch draws stripes that rise to the right, as the painter lays them: a stripe
// begins wherever x + y, from the corner, is a multiple of the step
// measured across.
func (p *pdfPage) hatch(s *Shape) {
	if !(s.Size > 0) || !(s.StrokeWidth > 0) || !(s.W > 0) || !(s.H > 0) || s.Fill.None() {
		return
	}
	x, y, w, h := float64(s.X), float64(s.Y), float64(s.W), float64(s.H)
	step := float64(s.Size) * math.Sqrt2
	if (w+h)/step > stripesLimit {
		return
	}
	p.Save()
	p.Clip(x, y, w, h)
	p.Stroke(pdf.Pen{Colour: p.colour(s.Fill), Width: float64(s.StrokeWidth)})
	half := float64(s.StrokeWidth) / math.Sqrt2 // from a stripe's start to its middle, along x
	for c := half; c < w+h; c += step {
		p.MoveTo(x+c+h, y-h)
		p.LineTo(x+c-2*h, y+2*h)
	}
	p.Paint(false, true)
	p.Restore()
}
