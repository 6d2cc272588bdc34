package figure

import "math"

func (p *pass) paintLine(s *Shape) {
	ink := p.ink(s.Stroke)
	if ink.alpha() == 0 || !(s.StrokeWidth > 0) {
		return
	}
	from, to := p.devicePoint(Point{s.X, s.Y}), p.devicePoint(Point{s.X + s.W, s.Y + s.H})
	width := p.device(s.StrokeWidth)
	switch {
	case s.Round:
	case from.X == to.X:
		p.straight(s, ink, axisLine{min(from.Y, to.Y), max(from.Y, to.Y), snapLine(from.X, width), width, true})
		return
	case from.Y == to.Y:
		p.straight(s, ink, axisLine{min(from.X, to.X), max(from.X, to.X), snapLine(from.Y, width), width, false})
		return
	}
	p.corners = append(p.corners[:0], from, to)
	p.strokePath(p.corners, s, width)
}

// snapLine returns where the near edge of a line along an axis lies, so that at
// least that edge is crisp.
func snapLine(at, width float32) float32 { return float32(snap(at - width/2)) }

// axisLine is a line along an axis, in device pixels: from to to, with its near
// edge at edge.
type axisLine struct {
	from, to, edge, width float32
	vertical              bool
}

// straight draws a line along an axis. Its ends, and those of its dashes, are
// snapped like its edge where dashes are whole pixels.
func (p *pass) straight(s *Shape, ink pixel, line axisLine) {
	line.from, line.to = float32(snap(line.from)), float32(snap(line.to))
	if !isDashed(s.Dash) {
		p.axisPiece(line, line.from, line.to, ink)
		return
	}
	low, high := float32(p.canvas.clip.x0), float32(p.canvas.clip.x1)
	if line.vertical {
		low, high = float32(p.canvas.clip.y0), float32(p.canvas.clip.y1)
	}
	on, period := p.dash(s.Dash)
	start := line.from
	if start < low {
		start += float32(math.Floor(float64((low-start)/period))) * period
	}
	for i := 0; ; i++ {
		at := start + float32(i)*period
		if at >= min(line.to, high) {
			return
		}
		p.axisPiece(line, at, min(at+on, line.to), ink)
	}
}

func (p *pass) axisPiece(line axisLine, from, to float32, ink pixel) {
	if line.vertical {
		p.canvas.fillSoft(line.edge, from, line.edge+line.width, to, ink)
		return
	}
	p.canvas.fillSoft(from, line.edge, to, line.edge+line.width, ink)
}

func (p *pass) paintPolyline(s *Shape, points []Point) {
	p.corners = p.corners[:0]
	for _, pt := range points {
		if !isFinite(pt.X, pt.Y) {
			return
		}
		p.corners = append(p.corners, p.devicePoint(pt))
	}
	p.strokePath(p.corners, s, p.device(s.StrokeWidth))
}

func (p *pass) paintCurve(s *Shape, points []Point) {
	if len(points) < 4 {
		return
	}
	for _, pt := range points {
		if !isFinite(pt.X, pt.Y) {
			return
		}
	}
	p.corners = append(p.corners[:0], p.devicePoint(points[0]))
	for i := 0; i+3 < len(points); i += 3 {
		p.flatten(p.devicePoint(points[i]), p.devicePoint(points[i+1]), p.devicePoint(points[i+2]), p.devicePoint(points[i+3]))
	}
	p.strokePath(p.corners, s, p.device(s.StrokeWidth))
}

// flatten appends a cubic Bézier without its start as straight pieces of about
// six pixels.
func (p *pass) flatten(a, b, c, d Point) {
	length := hypot(b.X-a.X, b.Y-a.Y) + hypot(c.X-b.X, c.Y-b.Y) + hypot(d.X-c.X, d.Y-c.Y)
	steps := int(min(max(length/6, 6), 96))
	for i := 1; i <= steps; i++ {
		t := float32(i) / float32(steps)
		u := 1 - t
		wa, wb, wc, wd := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		p.corners = append(p.corners, Point{
			wa*a.X + wb*b.X + wc*c.X + wd*d.X,
			wa*a.Y + wb*b.Y + wc*c.Y + wd*d.Y,
		})
	}
}

func isDashed(dash [2]float32) bool {
	return dash[0] > 0 && dash[1] > 0 && isFinite(dash[0], dash[1])
}

// dash returns the length of a dash, and of a dash and the gap after it, in
// device pixels. They are kept long enough to be seen and counted.
func (p *pass) dash(dash [2]float32) (on, period float32) {
	on = max(p.device(dash[0]), 0.5)
	return on, on + max(p.device(dash[1]), 0.5)
}
