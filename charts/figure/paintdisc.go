package figure

import "math"

func (p *pass) paintDisc(s *Shape) {
	radius := p.device(s.Radius)
	if radius < 0 {
		return
	}
	x, y := p.device(s.X), p.device(s.Y)
	if fill := p.ink(s.Fill); fill.alpha() > 0 && radius <= smallDisc {
		p.blitDisc(x, y, radius, fill)
	} else if fill.alpha() > 0 {
		p.annulus(x, y, 0, radius, fill)
	}
	edge := p.ink(s.Stroke)
	if edge.alpha() == 0 || !(s.StrokeWidth > 0) {
		return
	}
	width := p.device(s.StrokeWidth)
	if isDashed(s.Dash) {
		p.strokePath(p.circle(x, y, radius), s, width)
		return
	}
	p.annulus(x, y, max(radius-width/2, 0), radius+width/2, edge)
}

// smallDisc is the largest radius, in device pixels, of discs that are kept as
// sprites: a stack of dots is hundreds of the same one.
const smallDisc = 12

// disc is the glyph of a sprite that is no glyph but a disc.
const disc = 0xff

// blitDisc lays a small disc over the canvas, its centre on quarters of a pixel.
func (p *pass) blitDisc(x, y, radius float32, ink pixel) {
	column, row := snap(x*4), snap(y*4)
	reach, clip := int(radius)+2, p.canvas.clip
	if column>>2 < clip.x0-reach || column>>2 > clip.x1+reach || row>>2 < clip.y0-reach || row>>2 > clip.y1+reach {
		return
	}
	key := spriteKey{glyph: disc, size: radius, ink: ink, phaseX: uint8(column & 3), phaseY: uint8(row & 3)}
	p.canvas.blit(p.stock.sprite(key, p.canvas.stride), column>>2, row>>2)
}

// newDisc draws the sprite of a disc.
func newDisc(key spriteKey) *sprite {
	reach := int(key.size) + 2
	l := newLayers(2*reach + 1)
	p := pass{canvas: canvas{pix: l.pix, stride: 4 * l.side, w: l.side, h: l.side, clip: box{0, 0, l.side, l.side}}}
	p.annulus(float32(reach)+float32(key.phaseX)/4, float32(reach)+float32(key.phaseY)/4, 0, key.size, key.ink)
	return l.sprite(reach)
}

// annulus fills what lies between two circles about a point; with an inner
// radius of 0 it is a disc.
func (p *pass) annulus(x, y, inner, outer float32, s pixel) {
	clip := p.canvas.clip
	y0, y1 := max(floor(y-outer-0.5), clip.y0), min(floor(y+outer+0.5)+1, clip.y1)
	for row := y0; row < y1; row++ {
		dy := float32(row) + 0.5 - y
		reach := chord(outer+0.5, dy)
		x0, x1 := max(floor(x-reach-0.5), clip.x0), min(floor(x+reach+0.5)+1, clip.x1)
		// Between the edges the disc covers, or the hole bares, whole pixels.
		core := chord(outer-1, dy)
		hole := chord(inner-1, dy)
		p.annulusRow(row, x0, x1, annulusRow{x, dy, inner, outer, core, hole}, s)
	}
}

// annulusRow is one row of an annulus: dy from its centre, with the half widths
// of the part that is surely inside the outer circle and inside the hole.
type annulusRow struct{ x, dy, inner, outer, core, hole float32 }

func (p *pass) annulusRow(y, x0, x1 int, a annulusRow, s pixel) {
	for px := x0; px < x1; px++ {
		dx := float32(px) + 0.5 - a.x
		if a.hole > 1 && dx > -a.hole && dx < a.hole {
			px = max(px, min(floor(a.x+a.hole-0.5), x1-1))
			continue
		}
		if a.inner == 0 && a.core > 1 && dx > -a.core && dx < a.core {
			end := max(px+1, min(floor(a.x+a.core), x1))
			p.canvas.fill(box{px, y, end, y + 1}, s)
			px = end - 1
			continue
		}
		distance := float32(math.Sqrt(float64(dx*dx + a.dy*a.dy)))
		covered := min(a.outer-distance+0.5, 1)
		if a.inner > 0 {
			covered -= min(max(a.inner-distance+0.5, 0), 1)
		}
		p.canvas.point(px, y, s, share(min(covered, a.outer-a.inner)))
	}
}

// chord returns half the length of the chord of a circle at a distance from its
// centre, or 0 if there is none.
func chord(radius, distance float32) float32 {
	if radius <= 0 {
		return 0
	}
	square := radius*radius - distance*distance
	if square <= 0 {
		return 0
	}
	return float32(math.Sqrt(float64(square)))
}

// circle returns the points of a closed line round a circle. They are good
// until the next shape.
func (p *pass) circle(x, y, radius float32) []Point {
	steps := int(min(max(radius, 24), 256))
	p.corners = p.corners[:0]
	for i := range steps + 1 {
		sin, cos := math.Sincos(float64(i) / float64(steps) * 2 * math.Pi)
		p.corners = append(p.corners, Point{x + radius*float32(cos), y + radius*float32(sin)})
	}
	return p.corners
}
