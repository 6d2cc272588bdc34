package figure

import "math"

// strokePath draws a line through points in device pixels with round joints.
// A path that ends where it begins is closed.
func (p *pass) strokePath(points []Point, s *Shape, width float32) {
	ink := p.ink(s.Stroke)
	if ink.alpha() == 0 || !(width > 0) || len(points) < 2 {
		return
	}
	if isDashed(s.Dash) && width < p.widest() {
		p.coverDashes(points, s, width)
	} else {
		p.coverLine(points, s, min(width, 2*maxDevice))
	}
	p.stroke.paint(&p.canvas, ink)
}

// widest is the width from which dashes cannot be told apart: the whole picture
// is one.
func (p *pass) widest() float32 { return float32(p.canvas.w + p.canvas.h) }

func (p *pass) coverLine(points []Point, s *Shape, width float32) {
	last := len(points) - 1
	closed := points[0] == points[last]
	for i := range last {
		seg := newSegment(points[i], points[i+1], width)
		seg.roundFrom = i > 0 || closed || s.Round
		seg.roundTo = i+1 < last || closed || s.Round
		p.stroke.add(seg, p.canvas.clip)
	}
}

// coverDashes walks along the path. phase is how far into a dash and its gap
// each piece begins. What lies outside the clip is stepped over in one go.
func (p *pass) coverDashes(points []Point, s *Shape, width float32) {
	on, period := p.dash(s.Dash)
	phase := float32(0)
	for i := range len(points) - 1 {
		whole := newSegment(points[i], points[i+1], width)
		from, to := whole.within(p.canvas.clip)
		// at is the start of the dash in or before which the visible part begins
		at := -phase + float32(math.Floor(float64((from+phase)/period)))*period
		for ; at < to; at += period {
			begin, end := max(at, 0), min(at+on, whole.length)
			if begin >= end {
				continue
			}
			piece := whole
			piece.from = Point{whole.from.X + whole.dx*begin, whole.from.Y + whole.dy*begin}
			piece.length = end - begin
			piece.roundFrom = s.Round || begin == 0 && i > 0 && at < 0
			piece.roundTo = s.Round || end == whole.length && at+on > whole.length
			p.stroke.add(piece, p.canvas.clip)
		}
		phase = float32(math.Mod(float64(phase+whole.length), float64(period)))
	}
}

// within returns between which distances from its start a segment may be seen
// in a box.
func (s *segment) within(b box) (from, to float32) {
	from, to = 0, s.length
	margin := s.half + 1
	from, to = between(s.from.X, s.dx, float32(b.x0)-margin, float32(b.x1)+margin, from, to)
	return between(s.from.Y, s.dy, float32(b.y0)-margin, float32(b.y1)+margin, from, to)
}

// between narrows from..to to where at + distance·slope lies between low and
// high.
func between(at, slope, low, high, from, to float32) (float32, float32) {
	if slope == 0 {
		if at < low || at > high {
			return from, from
		}
		return from, to
	}
	a, b := (low-at)/slope, (high-at)/slope
	return max(from, min(a, b)), min(to, max(a, b))
}
