package charts

import (
	"math"

	"chancery/charts/figure"
)

// waitTicks are days that an axis of response times names.
var waitTicks = []struct {
	days float64
	name string
}{
	{-365, "–1 year"}, {-30, "–30"}, {-7, "–7"}, {-1, "–1"}, {0, "0"}, {1, "1"}, {3, "3"}, {7, "7"}, {14, "14"}, {30, "30"}, {90, "90"}, {180, "180 days"},
	{365, "1 year"}, {3 * 365, "3 years"}, {10 * 365, "10 years"}, {30 * 365, "30 years"}, {100 * 365, "100 years"}, {1000 * 365, "1\u00a0000 years"},
}

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
	low, high := d.waitEnds()
	x := func(days float64) float32 { return x0 + w*float32((squash(days)-low)/(high-low)) }
	pitch := (d.area.H - axisHeight*k) / float32(len(d.s.Categories))
	bottom := d.area.Bottom() - axisHeight*k
	d.waitAxis(x, low, high, bottom)
	for i, name := range d.s.Categories {
		y := d.area.Y + (float32(i)+0.5)*pitch
		d.rowName(x0-8*k, y, nameWidth, name, false)
		m, l, h := d.s.Series[0].Values[i], d.s.Series[1].Values[i], d.s.Series[2].Values[i]
		d.Rect(figure.R(x(l)-2*k, y-8*k, x(h)-x(l)+4*k, 16*k), figure.Box{Fill: figure.AccentSoft.Ink(), Radius: 3 * k})
		text := "median " + Days(m) + " · " + Count(d.s.Series[0].N[i])
		d.caption(d.area.Right(), y, text, figure.Text2, figure.Right)
		d.hit(figure.R(d.area.X, y-pitch/2, d.area.W, pitch), RowPart, i, 0)
		d.waitRow(i, y, x)
		d.Line(figure.Pt(x(m), y-11*k), figure.Pt(x(m), y+11*k), figure.Pen{Ink: figure.Surface.Ink(), Width: 5 * k})
		d.Line(figure.Pt(x(m), y-11*k), figure.Pt(x(m), y+11*k), figure.Pen{Ink: figure.Accent.Ink(), Width: 2.5 * k})
	}
}

// waitRow draws the responses of a row, evenly chosen if there are many.
func (d *drawing) waitRow(row int, y float32, x func(float64) float32) {
	k := d.k
	step := newThinning(d.s.Series[0].N[row], waitDots)
	last, level := float32(-1000), 0
	for i := range d.s.Delays {
		w := &d.s.Delays[i]
		if w.Row != row || !step.keeps() {
			continue
		}
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

// waitEnds returns the ends of the axis, squashed.
func (d *drawing) waitEnds() (low, high float64) {
	top, bottom := d.s.Extent()
	low, high = squash(bottom), squash(max(top, 7))
	return low, high + (high-low)*0.04
}

func (d *drawing) waitAxis(x func(float64) float32, low, high float64, bottom float32) {
	k := d.k
	free := float32(math.Inf(-1))
	for _, t := range waitTicks {
		if s := squash(t.days); s < low-1e-9 || s > high {
			continue
		}
		at := x(t.days)
		w := d.o.Faces.Measure(t.name, 11*k, false)
		ink := figure.Grid
		if t.days == 0 {
			ink = figure.Outline
		}
		d.Line(figure.Pt(at, d.area.Y), figure.Pt(at, bottom), figure.Pen{Ink: ink.Ink()})
		if at-w/2 > free {
			d.caption(at, bottom+11*k, t.name, figure.Text3, figure.Centre)
			free = at + w/2 + 10*k
		}
	}
}

// squash lays days on an axis on which a week is longer than the same days of a
// year: the logarithm of one more, either way.
func squash(days float64) float64 { return math.Copysign(math.Log1p(math.Abs(days)), days) }
