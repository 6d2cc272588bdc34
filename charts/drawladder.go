package charts

import (
	"slices"

	"chancery/charts/figure"
	"chancery/model"
)

const (
	rungPitch = 40
	rungApart = 7  // dp between the arrows of events
	rungPush  = 4  // dp by which an arrow is moved aside at most: less than its glyph is wide
	arcRoom   = 14 // dp above the first row for arcs
	arcsMost  = 80 // more arcs are drawn for what the pointer is on alone
)

func (d *drawing) ladderHeight() float32 {
	return (float32(len(d.s.Categories))*rungPitch + axisHeight) * d.k
}

// ladder draws a line for each actor and an arrow for each event from who acts
// to who is acted on.
func (d *drawing) ladder() {
	above := float32(0)
	if len(d.s.Arcs) > 0 {
		above = arcRoom * d.k
	}
	p := d.plot(above)
	pitch := p.H / float32(len(d.s.Categories))
	y := func(row int) float32 { return p.Y + (float32(row)+0.5)*pitch }
	p.axis()
	for i, name := range d.s.Categories {
		lit := d.litName(name)
		ink := figure.GridMajor
		if lit {
			ink = figure.Text2
		}
		d.Line(figure.Pt(p.X, y(i)), figure.Pt(p.Right(), y(i)), figure.Pen{Ink: ink.Ink()})
		d.rowName(p.X-8*d.k, y(i), d.o.Left-12*d.k, name, lit)
		d.hit(figure.R(d.area.X, y(i)-pitch/2, d.o.Left-4*d.k, pitch), RowPart, i, 0)
	}
	xs := p.rungs()
	d.Clip(d.area)
	d.arcs(xs, y)
	d.Unclip()
	for i := range d.s.Marks {
		p.rung(i, xs[i], y)
	}
	p.marks()
}

// rungs returns where the arrows stand: at their dates or, where that tells two
// apart, a little later.
func (p *plot) rungs() []float32 {
	xs := make([]float32, len(p.s.Marks))
	free := make([]float32, len(p.s.Categories)) // where the next may stand in each row
	for i := range p.s.Marks {
		m := &p.s.Marks[i]
		x := p.time(m.Start)
		low, high := m.span()
		at := x
		for r := low; r <= high; r++ {
			at = max(at, free[r])
		}
		if at-x > rungPush*p.k || at > p.Right() {
			at = x
		}
		for r := low; r <= high; r++ {
			free[r] = max(free[r], at+rungApart*p.k)
		}
		xs[i] = at
	}
	return xs
}

// span returns the first and the last row that a mark reaches.
func (m *Mark) span() (low, high int) {
	low, high = min(m.From, m.To), max(m.From, m.To)
	for _, r := range m.Rows {
		low, high = min(low, r), max(high, r)
	}
	return low, high
}

// rung draws one event.
func (p *plot) rung(i int, x float32, y func(int) float32) {
	m, k := &p.s.Marks[i], p.k
	ink := figure.CategoryToken(int(m.Category))
	low, high := m.span()
	lit := p.litEvent(i)
	width := 1.5 * k
	if lit {
		width = 2.5 * k
	}
	if low != high {
		p.Line(figure.Pt(x, y(low)), figure.Pt(x, y(high)), figure.Pen{Ink: ink.Tint(0.4), Width: k})
	}
	from, to := figure.Pt(x, y(m.From)), figure.Pt(x, y(m.To))
	if m.From != m.To {
		p.Line(from, to, figure.Pen{Ink: ink.Ink(), Width: width})
		p.Arrow(to, from, 7*k, ink.Ink())
	}
	for _, r := range m.Rows {
		if r != m.From && r != m.To {
			p.Disc(figure.Pt(x, y(r)), 2.5*k, figure.Box{Fill: ink.Ink()})
		}
	}
	if lit {
		p.Disc(from, 9*k, figure.Box{Fill: figure.Hover.Ink(), Stroke: figure.Sel.Ink(), Width: 1.5 * k})
	}
	p.Glyph(from, int(m.Category), figure.Mark{Size: 11 * k, Halo: k, Back: figure.Surface.Ink()})
	if low != high {
		p.hitLine(figure.Pt(x, y(low)), figure.Pt(x, y(high)), 3*k, MarkPart, i)
	}
	p.hit(figure.R(x-6*k, from.Y-6*k, 12*k, 12*k), MarkPart, i, 0)
}

// DrawsArcs reports whether a Ladder has few enough Arcs to draw all of them at
// once; of more only those of the event that the pointer is on are drawn.
func (s *Spec) DrawsArcs() bool { return len(s.Arcs) <= arcsMost }

// arcs draws the links between events, or of many those of the event that the
// pointer is on.
func (d *drawing) arcs(xs []float32, y func(int) float32) {
	for i, a := range d.s.Arcs {
		lit := d.o.Lit != nil && (slices.Contains(d.o.Lit.Events, d.s.Marks[a.Cause].Event) || slices.Contains(d.o.Lit.Events, d.s.Marks[a.Response].Event))
		if !d.s.DrawsArcs() && !lit {
			continue
		}
		from := figure.Pt(xs[a.Cause], y(d.s.Marks[a.Cause].From))
		to := figure.Pt(xs[a.Response], y(d.s.Marks[a.Response].From))
		d.arc(i, from, to, a.Kind, lit)
	}
}

// arc draws a link as a curve that bends upwards.
func (d *drawing) arc(i int, from, to figure.Point, kind model.LinkKind, lit bool) {
	k := d.k
	rise := min(max(abs(to.X-from.X)*0.25, 10*k), 26*k)
	points := []figure.Point{from, figure.Pt(from.X+(to.X-from.X)*0.25, from.Y-rise), figure.Pt(to.X-(to.X-from.X)*0.25, to.Y-rise), to}
	pen := figure.Pen{Ink: figure.Sel.Tint(0.35), Width: 1.25 * k}
	if lit {
		pen.Ink, pen.Width = figure.Sel.Ink(), 1.75*k
		d.Curve(points, figure.Pen{Ink: figure.Surface.Ink(), Width: 5 * k})
	}
	if kind == model.Follows {
		pen.Dash = [2]float32{6 * k, 3 * k}
	}
	d.Curve(points, pen)
	middle := figure.Pt((from.X+3*points[1].X+3*points[2].X+to.X)/8, (from.Y+3*points[1].Y+3*points[2].Y+to.Y)/8)
	d.hit(figure.R(middle.X-4*k, middle.Y-4*k, 8*k, 8*k), ArcPart, i, 0)
}
