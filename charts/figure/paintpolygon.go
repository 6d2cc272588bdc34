package figure

func (p *pass) paintPolygon(s *Shape, points []Point) {
	if len(points) < 3 {
		return
	}
	p.corners = p.corners[:0]
	for _, pt := range points {
		if !isFinite(pt.X, pt.Y) {
			return
		}
		p.corners = append(p.corners, p.devicePoint(pt))
	}
	if fill := p.ink(s.Fill); fill.alpha() > 0 {
		p.fillPolygon(p.corners, fill)
	}
	if !s.Stroke.None() {
		p.corners = append(p.corners, p.corners[0])
		p.strokePath(p.corners, s, p.device(s.StrokeWidth))
	}
}

// fillPolygon fills a polygon in device pixels. Only the part within the clip
// is rasterised, so its cost does not grow with what cannot be seen.
func (p *pass) fillPolygon(points []Point, s pixel) {
	visible := p.clipPolygon(points)
	if len(visible) < 3 {
		return
	}
	b := boundsOf(visible).intersect(p.canvas.clip)
	if b.empty() {
		return
	}
	w, h := b.x1-b.x0, b.y1-b.y0
	p.raster.begin(w, h)
	p.raster.closed(visible, float32(b.x0), float32(b.y0))
	mask := p.raster.mask()
	for row := range h {
		maskSpan(p.canvas.row(b.y0+row, b.x0, b.x1), mask[row*w:(row+1)*w], s)
	}
}

// clipPolygon cuts a polygon off at the edges of the clip, one after the other
// (Sutherland and Hodgman, "Reentrant polygon clipping", 1974). The result is
// good until the next shape.
func (p *pass) clipPolygon(points []Point) []Point {
	c := p.canvas.clip
	b := boundsOf(points)
	if b.x0 >= c.x0 && b.y0 >= c.y0 && b.x1 <= c.x1 && b.y1 <= c.y1 {
		return points
	}
	edges := [4]edge{
		{1, 0, float32(c.x0)}, {-1, 0, -float32(c.x1)},
		{0, 1, float32(c.y0)}, {0, -1, -float32(c.y1)},
	}
	p.spare = append(p.spare[:0], points...)
	for _, e := range edges {
		p.clipped = e.cut(p.clipped[:0], p.spare)
		p.spare, p.clipped = p.clipped, p.spare
	}
	return p.spare
}

// edge is the half plane in which x·X + y·Y ≥ least.
type edge struct{ x, y, least float32 }

func (e edge) depth(p Point) float32 { return p.X*e.x + p.Y*e.y - e.least }

// cut appends the part of a polygon that lies in the half plane to kept.
func (e edge) cut(kept, polygon []Point) []Point {
	for i, b := range polygon {
		a := polygon[(i+len(polygon)-1)%len(polygon)]
		depthA, depthB := e.depth(a), e.depth(b)
		if depthA >= 0 != (depthB >= 0) {
			t := depthA / (depthA - depthB)
			kept = append(kept, Point{a.X + (b.X-a.X)*t, a.Y + (b.Y-a.Y)*t})
		}
		if depthB >= 0 {
			kept = append(kept, b)
		}
	}
	return kept
}

// boundsOf returns the pixels that points lie in.
func boundsOf(points []Point) box {
	lowX, lowY, highX, highY := points[0].X, points[0].Y, points[0].X, points[0].Y
	for _, p := range points[1:] {
		lowX, highX = min(lowX, p.X), max(highX, p.X)
		lowY, highY = min(lowY, p.Y), max(highY, p.Y)
	}
	return box{floor(lowX), floor(lowY), floor(highX) + 1, floor(highY) + 1}
}
