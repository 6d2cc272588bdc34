package figure

import "math"

// paintRamp fills a rectangle whose opacity changes from left to right.
func (p *pass) paintRamp(s *Shape, stops []Point) {
	b := p.snapped(s)
	seen := b.intersect(p.canvas.clip)
	ink := p.ink(s.Fill)
	if seen.empty() || ink.alpha() == 0 || len(stops) == 0 {
		return
	}
	p.table = p.table[:0]
	for x := seen.x0; x < seen.x1; x++ {
		at := (float32(x-b.x0) + 0.5) / float32(b.x1-b.x0)
		p.table = append(p.table, byte(share(rampAt(stops, at))))
	}
	for y := seen.y0; y < seen.y1; y++ {
		maskSpan(p.canvas.row(y, seen.x0, seen.x1), p.table, ink)
	}
}

// rampAt returns the opacity at a place between 0 and 1. Stops are points
// (At, Opacity).
func rampAt(stops []Point, at float32) float32 {
	if at <= stops[0].X {
		return stops[0].Y
	}
	for i := 1; i < len(stops); i++ {
		a, b := stops[i-1], stops[i]
		if at <= b.X && b.X > a.X {
			return a.Y + (b.Y-a.Y)*(at-a.X)/(b.X-a.X)
		}
	}
	return stops[len(stops)-1].Y
}

// paintHatch fills a rectangle with stripes. They are fixed to its upper left
// corner, so that they move with it. Every pixel of a rising diagonal is
// covered alike, so one table serves all rows, each a pixel further along.
func (p *pass) paintHatch(s *Shape) {
	b := p.snapped(s)
	seen := b.intersect(p.canvas.clip)
	ink := p.ink(s.Fill)
	width, step := p.device(s.StrokeWidth), p.device(s.Size)
	if seen.empty() || ink.alpha() == 0 || !(width > 0) || !(step > 0) {
		return
	}
	w, h := seen.x1-seen.x0, seen.y1-seen.y0
	first := (seen.x0 - b.x0) + (seen.y0 - b.y0)
	p.table = p.table[:0]
	for i := range w + h {
		p.table = append(p.table, byte(share(stripe(first+i+1, width, step))))
	}
	for y := range h {
		maskSpan(p.canvas.row(seen.y0+y, seen.x0, seen.x1), p.table[y:y+w], ink)
	}
}

// stripe returns how much of the pixels on a diagonal the stripes cover.
func stripe(diagonal int, width, step float32) float32 {
	if width >= step {
		return 1
	}
	across := float32(math.Mod(float64(diagonal)/math.Sqrt2, float64(step)))
	// The stripe reaches from 0 to width, the next one begins at step.
	this := min(width-across+0.5, across+0.5)
	next := across - step + 0.5
	return min(max(this, next, 0), 1, width)
}
