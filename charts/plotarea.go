package charts

import (
	"math"
	"slices"

	"chancery/charts/figure"
	"chancery/model/edtf"
)

// axisHeight is the strip under a plot where its axis is written.
const axisHeight = 20

// A plot is where a chart with an axis of time draws: bins along it, and values
// upwards.
type plot struct {
	*drawing
	figure.Rect
	bins        []Bin
	top, bottom float64 // values at the upper and the lower edge
}

// plot takes the plot out of the area, with a strip of some height above it and
// one for the axis under it.
func (d *drawing) plot(above float32) *plot {
	r := figure.R(d.area.X+d.o.Left, d.area.Y+above, d.area.W-d.o.Left, d.area.H-above-axisHeight*d.k)
	r.W, r.H = max(r.W, 1), max(r.H, 1)
	return &plot{drawing: d, Rect: r, bins: d.s.Bins}
}

// edge returns where bin b begins, in whole dp so that bars are crisp.
func (p *plot) edge(b int) float32 {
	return round(p.X + p.W*float32(b)/float32(max(len(p.bins), 1)))
}

// bar returns the left and the width of the bar of a bin, with a gap beside it
// where there is room for one.
func (p *plot) bar(b int) (x, w float32) {
	x, w = p.edge(b), p.edge(b+1)-p.edge(b)
	switch {
	case w >= 6:
		return x + 1, w - 2
	case w >= 3:
		return x, w - 1
	}
	return x, max(w, 0.75)
}

// middle returns the middle of a bin.
func (p *plot) middle(b int) float32 { return (p.edge(b) + p.edge(b+1)) / 2 }

// y returns the height of a value.
func (p *plot) y(v float64) float32 {
	if p.top == p.bottom {
		return p.Bottom()
	}
	return p.Y + p.H*float32((p.top-v)/(p.top-p.bottom))
}

// time returns where a moment lies. Bins may be of unequal length, and are drawn
// equally wide.
func (p *plot) time(t edtf.Instant) float32 {
	b, part := p.s.Where(t)
	return p.X + p.W*(float32(b)+float32(part))/float32(max(len(p.bins), 1))
}

// Where returns the bin that a moment lies in, and which part of it has passed
// by then: of a moment after the last bin, all of that.
func (s *Spec) Where(t edtf.Instant) (bin int, part float64) {
	bin, _ = slices.BinarySearchFunc(s.Bins, t, func(b Bin, t edtf.Instant) int {
		if b.End <= t {
			return -1
		}
		return 1
	})
	if bin == len(s.Bins) {
		return max(bin-1, 0), 1
	}
	b := &s.Bins[bin]
	return bin, float64(max(t, b.Start)-b.Start) / float64(b.End-b.Start)
}

// axis draws the borders of larger periods through the plot and names them
// under it, as many as there is room for.
func (p *plot) axis() {
	k := p.k
	free, line := p.X-1, float32(-100)
	for b := range p.bins {
		if p.bins[b].Tick == "" {
			continue
		}
		x := p.edge(b)
		w := p.o.Faces.Measure(p.bins[b].Tick, 11*k, true)
		named := x >= free && x+w <= p.Right()+8*k
		if named || x-line >= 24*k {
			p.Line(figure.Pt(x, p.Y), figure.Pt(x, p.Bottom()), figure.Pen{Ink: figure.GridMajor.Ink()})
			line = x
		}
		if named {
			p.Text(figure.Pt(x+4*k, p.Bottom()+15*k), p.bins[b].Tick, figure.Font{Size: 11 * k, Bold: true, Ink: figure.Text2.Ink()})
			free = x + w + 16*k
		}
	}
}

// values lays the axis of values along the height, draws grid lines at its ticks
// and writes them at the left.
func (p *plot) values() {
	scale := p.s.Scale()
	p.bottom, p.top = scale.Low, scale.High
	for _, t := range scale.Ticks {
		y := p.y(t.Value)
		ink := figure.Grid
		if t.Value == 0 {
			ink = figure.Outline
		}
		p.Line(figure.Pt(p.X, y), figure.Pt(p.Right(), y), figure.Pen{Ink: ink.Ink()})
		p.caption(p.X-8*p.k, y, t.Text, figure.Text3, figure.Right)
	}
}

// marks draws what lies over the data: the as-of date and the bin that the
// pointer is on.
func (p *plot) marks() {
	if at := p.o.AsOf; at != 0 && at.Finite() && len(p.bins) > 0 && at > p.bins[0].Start && at < p.bins[len(p.bins)-1].End {
		x := p.time(at)
		p.Fill(figure.R(x, p.Y, p.Right()-x, p.H), figure.Shade.Ink())
		p.Line(figure.Pt(x, p.Y), figure.Pt(x, p.Bottom()), figure.Pen{Ink: figure.Accent.Ink(), Width: 2 * p.k})
	}
	q := p.o.Lit
	if q == nil || q.From == 0 && q.To == 0 || len(p.bins) == 0 {
		return
	}
	from, to := max(q.From, p.bins[0].Start), min(q.To, p.bins[len(p.bins)-1].End)
	if from >= to || from == p.bins[0].Start && to == p.bins[len(p.bins)-1].End && len(p.bins) > 1 {
		return
	}
	x := round((p.time(from) + p.time(to-1)) / 2)
	p.Line(figure.Pt(x, p.Y), figure.Pt(x, p.Bottom()), figure.Pen{Ink: figure.Text.Ink(), Dash: [2]float32{3 * p.k, 3 * p.k}})
}

// columns makes every bin a datum, the whole height of the plot.
func (p *plot) columns() {
	for b := range p.bins {
		x, next := p.edge(b), p.edge(b+1)
		p.hitArea(figure.R(x, p.Y, max(next-x, 1), p.H), BinPart, b, 0)
	}
}

func round(v float32) float32 { return float32(math.Round(float64(v))) }

// ticks returns round values from bottom to top, about n of them, and the ends
// widened to round values.
func ticks(bottom, top float64, n int) (values []float64, low, high float64) {
	span := top - bottom
	if !(span > 0) {
		return []float64{0}, 0, 1
	}
	step := niceStep(span / float64(n))
	low, high = math.Floor(bottom/step+1e-9)*step, math.Ceil(top/step-1e-9)*step
	for i := math.Round(low / step); i <= math.Round(high/step); i++ {
		values = append(values, i*step)
	}
	return values, low, high
}

// niceStep returns the smallest of 1, 2 and 5 times a power of ten that is no
// smaller than step.
func niceStep(step float64) float64 {
	base := math.Pow(10, math.Floor(math.Log10(step)))
	for _, f := range []float64{1, 2, 5, 10} {
		if f*base >= step*(1-1e-9) {
			return f * base
		}
	}
	return 10 * base
}
