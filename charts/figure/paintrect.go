package figure

import "math"

func (p *pass) paintRect(s *Shape) {
	b := p.snapped(s)
	if b.empty() || s.W < 0 || s.H < 0 {
		return
	}
	radius := min(max(p.device(s.Radius), 0), float32(min(b.x1-b.x0, b.y1-b.y0))/2)
	if fill := p.ink(s.Fill); fill.alpha() > 0 {
		p.fillRound(b, radius, fill)
	}
	edge := p.ink(s.Stroke)
	if edge.alpha() == 0 || !(s.StrokeWidth > 0) {
		return
	}
	width := min(p.device(s.StrokeWidth), float32(min(b.x1-b.x0, b.y1-b.y0))/2)
	if isDashed(s.Dash) {
		p.strokeRound(b, radius, width, s)
		return
	}
	p.frame(b, radius, width, edge)
}

// fillRound fills a box with rounded corners.
func (p *pass) fillRound(b box, radius float32, s pixel) {
	if radius < 0.5 {
		p.canvas.fill(b, s)
		return
	}
	r := cornerSize(b, radius)
	p.canvas.fill(box{b.x0 + r, b.y0, b.x1 - r, b.y0 + r}, s)
	p.canvas.fill(box{b.x0, b.y0 + r, b.x1, b.y1 - r}, s)
	p.canvas.fill(box{b.x0 + r, b.y1 - r, b.x1 - r, b.y1}, s)
	p.corners4(b, r, s, func(distance float32) float32 { return radius - distance + 0.5 }, radius)
}

// frame draws an edge just inside a box with rounded corners.
func (p *pass) frame(b box, radius, width float32, s pixel) {
	r := cornerSize(b, max(radius, width))
	if radius < 0.5 {
		r = 0
	}
	x0, y0, x1, y1 := float32(b.x0), float32(b.y0), float32(b.x1), float32(b.y1)
	inset := float32(r)
	side := inset
	if r == 0 {
		side = width
	}
	p.canvas.fillSoft(x0+inset, y0, x1-inset, y0+width, s)
	p.canvas.fillSoft(x0+inset, y1-width, x1-inset, y1, s)
	p.canvas.fillSoft(x0, y0+side, x0+width, y1-side, s)
	p.canvas.fillSoft(x1-width, y0+side, x1, y1-side, s)
	if r == 0 {
		return
	}
	p.corners4(b, r, s, func(distance float32) float32 {
		return min(radius-distance+0.5, 1) - min(max(radius-width-distance+0.5, 0), 1)
	}, radius)
}

// cornerSize returns the side, in pixels, of the squares that hold the rounded
// corners of a box.
func cornerSize(b box, radius float32) int {
	r := int(math.Ceil(float64(radius)))
	return min(r, (b.x1-b.x0+1)/2, (b.y1-b.y0+1)/2)
}

// corners4 paints the squares of r pixels in the corners of a box, where each
// pixel is covered according to its distance from the corner's centre.
func (p *pass) corners4(b box, r int, s pixel, covered func(distance float32) float32, radius float32) {
	for j := range r {
		for i := range r {
			dx, dy := radius-float32(i)-0.5, radius-float32(j)-0.5
			distance := float32(math.Sqrt(float64(max(dx, 0)*max(dx, 0) + max(dy, 0)*max(dy, 0))))
			m := share(covered(distance))
			if m == 0 {
				continue
			}
			left, right, top, bottom := b.x0+i, b.x1-1-i, b.y0+j, b.y1-1-j
			p.canvas.point(left, top, s, m)
			if right != left {
				p.canvas.point(right, top, s, m)
			}
			if bottom == top {
				continue
			}
			p.canvas.point(left, bottom, s, m)
			if right != left {
				p.canvas.point(right, bottom, s, m)
			}
		}
	}
}

// strokeRound draws a dashed edge just inside a box, as a closed line.
func (p *pass) strokeRound(b box, radius, width float32, s *Shape) {
	half := width / 2
	x0, y0 := float32(b.x0)+half, float32(b.y0)+half
	x1, y1 := float32(b.x1)-half, float32(b.y1)-half
	r := max(radius-half, 0)
	p.corners = p.corners[:0]
	arc := func(cx, cy float32, quarter int) {
		const steps = 6
		for i := range steps + 1 {
			sin, cos := math.Sincos((float64(quarter) + float64(i)/steps) * math.Pi / 2)
			p.corners = append(p.corners, Point{cx + r*float32(cos), cy + r*float32(sin)})
			if r == 0 {
				return
			}
		}
	}
	arc(x0+r, y0+r, 2)
	arc(x1-r, y0+r, 3)
	arc(x1-r, y1-r, 0)
	arc(x0+r, y1-r, 1)
	p.corners = append(p.corners, p.corners[0])
	p.strokePath(p.corners, s, width)
}
