package charts

import (
	"math"

	"chancery/charts/figure"
)

// waitDots is how many dots of a row are drawn at most.
const waitDots = 300

func (d *drawing) waitsHeight() float32 {
	return float32(len(d.s.Categories))*30*d.k + axisHeight*d.k
}

// waits draws a dot for each response on an axis of days that is denser the
// longer they are, over a bar between the quartiles and a line at the median.
func (d *drawing) waits() {
	k := d.k
	nameWidth := d.waitNames()
	x0, w := d.area.X+nameWidth+12*k, d.area.W-nameWidth-12*k-92*k
	scale := d.s.Scale()
	place := func(v float64) float32 { return x0 + w*float32((v-scale.Low)/(scale.High-scale.Low)) }
	x := func(days float64) float32 { return place(Squash(days)) }
	pitch := (d.area.H - axisHeight*k) / float32(len(d.s.Categories))
	bottom := d.area.Bottom() - axisHeight*k
	d.waitAxis(scale.Ticks, place, bottom)
	for i, name := range d.s.Categories {
		y := d.area.Y + (float32(i)+0.5)*pitch
		d.rowName(x0-8*k, y, nameWidth, name, false)
		m, l, h := d.s.Series[0].Values[i], d.s.Series[1].Values[i], d.s.Series[2].Values[i]
		d.Rect(figure.R(x(l)-2*k, y-8*k, x(h)-x(l)+4*k, 16*k), figure.Box{Fill: figure.AccentSoft.Ink(), Radius: 3 * k})
		text := "median " + Days(m) + " of " + Count(d.s.Series[0].N[i])
		d.caption(d.area.Right(), y, text, figure.Text2, figure.Right)
		d.hit(figure.R(d.area.X, y-pitch/2, d.area.W, pitch), RowPart, i, 0)
		d.waitRow(i, y, x)
		d.Line(figure.Pt(x(m), y-11*k), figure.Pt(x(m), y+11*k), figure.Pen{Ink: figure.Surface.Ink(), Width: 5 * k})
		d.Line(figure.Pt(x(m), y-11*k), figure.Pt(x(m), y+11*k), figure.Pen{Ink: figure.Accent.Ink(), Width: 2.5 * k})
	}
}

// ShownDelays returns which Delays of a row of Waits are drawn, evenly chosen if
// there are many.
func (s *Spec) ShownDelays(row int) []int {
	step := newThinning(s.Series[0].N[row], waitDots)
	var shown []int
	for i := range s.Delays {
		if s.Delays[i].Row == row && step.keeps() {
			shown = append(shown, i)
		}
	}
	return shown
}

// waitRow draws the responses of a row.
func (d *drawing) waitRow(row int, y float32, x func(float64) float32) {
	k := d.k
	last, level := float32(-1000), 0
	for _, i := range d.s.ShownDelays(row) {
		w := &d.s.Delays[i]
		at := figure.Pt(x(w.Days), y)
		// Dots that would hide one another are set off, up and down in turn.
		if at.X-last < 5*k {
			level++
		} else {
			level = 0
		}
		last = at.X
		at.Y += [...]float32{0, -4, 4, -7, 7}[level%5] * k
		if w.Least != w.Most {
			d.Line(figure.Pt(x(w.Least), at.Y), figure.Pt(x(w.Most), at.Y), figure.Pen{Ink: figure.CategoryToken(int(w.Category)).Tint(0.5), Width: k})
		}
		d.Disc(at, 3*k, figure.Box{Fill: figure.CategoryToken(int(w.Category)).Tint(0.85), Stroke: figure.Surface.Ink(), Width: 0.75 * k})
		d.hit(figure.R(at.X-4*k, at.Y-4*k, 8*k, 8*k), DelayPart, i, 0)
	}
}

func (d *drawing) waitNames() float32 {
	widest := float32(60) * d.k
	for _, name := range d.s.Categories {
		widest = max(widest, d.o.Faces.Measure(name, 11*d.k, false))
	}
	return min(widest, d.area.W*0.36)
}

func (d *drawing) waitAxis(ticks []Tick, x func(float64) float32, bottom float32) {
	k := d.k
	free := float32(math.Inf(-1))
	for _, t := range ticks {
		at := x(t.Value)
		w := d.o.Faces.Measure(t.Text, 11*k, false)
		ink := figure.Grid
		if t.Value == 0 {
			ink = figure.Outline
		}
		d.Line(figure.Pt(at, d.area.Y), figure.Pt(at, bottom), figure.Pen{Ink: ink.Ink()})
		if at-w/2 > free {
			d.caption(at, bottom+11*k, t.Text, figure.Text3, figure.Centre)
			free = at + w/2 + 10*k
		}
	}
}
