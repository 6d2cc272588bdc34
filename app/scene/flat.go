package scene

import (
	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

const deadline = model.DeadlineForm

// flat draws what lies under labels and glyphs: extents and bars.
func (b *Builder) flat(f *figure.Figure, d *drawn) {
	switch d.body.kind {
	case barBody:
		if d.slot.state == placed {
			b.bar(f, d)
			return
		}
		b.stub(f, d, min(d.hi, d.lo+24))
	case stubBody:
		b.stub(f, d, d.hi)
	case pointBody:
		b.extent(f, d)
	}
}

// stub draws the short bar of a span that has no room for a real one.
func (b *Builder) stub(f *figure.Figure, d *drawn, to float32) {
	h := 6 * b.m.k
	f.Rect(figure.R(d.lo, d.y-h/2, max(to-d.lo, stubMin), h), figure.Box{Fill: d.ink(d.colour(), 0.45), Radius: h / 2})
}

// extent draws the range in which a point lies.
func (b *Builder) extent(f *figure.Figure, d *drawn) {
	colour, k := d.colour(), b.m.k
	lo, hi := max(d.lo, -20), min(d.hi, f.W+20)
	width := d.hi - d.lo
	if lo >= hi {
		return
	}
	if d.body.extent != noExtent && d.body.extent != fadeExtent && width > extentWide && d.body.extent != joinsExtent {
		f.Rect(figure.R(lo, d.y-8*k, hi-lo, 16*k), figure.Box{Fill: d.ink(colour, 0.09), Radius: 2})
	}
	pen := figure.Pen{Ink: d.ink(colour, 1), Width: 1.5 * k}
	switch d.body.extent {
	case fadeExtent:
		b.band(f, d, lo, hi)
	case joinsExtent:
		pen.Width = k
		from, to := max(d.x, lo), min(d.lo+d.hi-d.x, hi)
		f.Line(figure.Pt(from, d.y), figure.Pt(to, d.y), pen)
	case dotsExtent:
		pen.Width, pen.Dash = 2*k, [2]float32{2, 4}
		f.Line(figure.Pt(lo, d.y), figure.Pt(hi, d.y), pen)
		pen.Width, pen.Dash = 1.5*k, [2]float32{2, 2}
		b.caps(f, d, pen)
	case capsExtent:
		f.Line(figure.Pt(lo, d.y), figure.Pt(hi, d.y), pen)
		b.caps(f, d, pen)
	}
}

// caps closes an extent on the sides that are bounded.
func (b *Builder) caps(f *figure.Figure, d *drawn, pen figure.Pen) {
	h := 4 * b.m.k
	if !d.form.Has(model.OpenStart) {
		f.Line(figure.Pt(d.lo, d.y-h), figure.Pt(d.lo, d.y+h), pen)
	}
	if !d.form.Has(model.OpenEnd) {
		f.Line(figure.Pt(d.hi, d.y-h), figure.Pt(d.hi, d.y+h), pen)
	}
}

// band draws an approximate extent, which fades towards both ends.
func (b *Builder) band(f *figure.Figure, d *drawn, lo, hi float32) {
	h := 10 * b.m.k
	if d.lo == lo && d.hi == hi {
		f.Ramp(figure.R(lo, d.y-h/2, hi-lo, h), d.ink(d.colour(), 1),
			figure.Stop{At: 0, Opacity: 0}, figure.Stop{At: 0.3, Opacity: 0.5},
			figure.Stop{At: 0.7, Opacity: 0.5}, figure.Stop{At: 1, Opacity: 0})
		return
	}
	// Partly out of view: the stops stay where they are in time.
	f.Clip(figure.R(lo, d.y-h/2, hi-lo, h))
	f.Ramp(figure.R(d.lo, d.y-h/2, d.hi-d.lo, h), d.ink(d.colour(), 1),
		figure.Stop{At: 0, Opacity: 0}, figure.Stop{At: 0.3, Opacity: 0.5},
		figure.Stop{At: 0.7, Opacity: 0.5}, figure.Stop{At: 1, Opacity: 0})
	f.Unclip()
}

// An end is how one end of a bar is drawn.
type end struct {
	out  bool    // out of view, or open: nothing ends here
	open bool    // ".." or not known: fades
	fade float32 // dp over which it fades
	rank endMark
}

type endMark uint8

const (
	solidEnd   endMark = iota // known
	dashedEnd                 // in doubt
	fadedEnd                  // approximate
	chevronEnd                // runs out of view
	openEnd                   // two chevrons
	blankEnd                  // a question mark
)

// openFade is the part of a visible bar over which an open end fades.
const openFade = 0.18

// bar draws a span: a tint, lines along it, and its ends.
func (b *Builder) bar(f *figure.Figure, d *drawn) {
	from, to := max(d.lo, 0), min(d.hi, f.W)
	if to <= from {
		return
	}
	start, stop := b.ends(d, from, to)
	left, right := max(from, min(d.from-room, to)), min(to, max(d.to+room, from))
	h := b.m.bar
	b.tint(f, d, figure.R(from, d.y-h/2, to-from, h), 0.17, start, stop)
	if b.m.edges {
		b.tint(f, d, figure.R(from, d.y-h/2, to-from, 1), 0.75, start, stop)
		b.tint(f, d, figure.R(from, d.y+h/2-1, to-from, 1), 0.75, start, stop)
	}
	b.barStart(f, d, left, start)
	b.barEnd(f, d, right, stop)
}

// tint fills a strip of a bar, fading where its ends do.
func (b *Builder) tint(f *figure.Figure, d *drawn, r figure.Rect, opacity float32, start, stop end) {
	ink := d.ink(d.colour(), opacity)
	if start.fade <= 0 && stop.fade <= 0 {
		f.Fill(r, ink)
		return
	}
	left, right := float32(0), float32(1)
	first, last := float32(1), float32(1)
	if start.fade > 0 {
		left, first = min(start.fade/r.W, 0.5), 0
	}
	if stop.fade > 0 {
		right, last = max(1-stop.fade/r.W, 0.5), 0
	}
	f.Ramp(r, ink, figure.Stop{At: 0, Opacity: first}, figure.Stop{At: left, Opacity: 1},
		figure.Stop{At: right, Opacity: 1}, figure.Stop{At: 1, Opacity: last})
}

// ends says how the ends of a bar are drawn that is visible in [from, to).
func (b *Builder) ends(d *drawn, from, to float32) (start, stop end) {
	visible := to - from
	scale := b.in.View.Scale
	switch {
	case d.form.Has(model.UnknownStart):
		start = end{open: true, fade: visible * openFade, rank: blankEnd}
	case d.form.Has(model.OpenStart) || b.in.Columns.Start[d.row] == edtf.Past:
		start = end{open: true, fade: visible * openFade, rank: openEnd}
	case d.lo < 0:
		start = end{out: true, rank: chevronEnd}
	case d.form.Has(model.StartApproximate):
		start = end{fade: fadeOver(d.form.StartPrecision(), scale), rank: fadedEnd}
	case d.form.Has(model.StartUncertain):
		start = end{rank: dashedEnd}
	}
	switch {
	case d.form.Has(model.UnknownEnd):
		stop = end{open: true, fade: visible * openFade, rank: blankEnd}
	case d.form.Has(model.OpenEnd) || b.in.Columns.End[d.row] == edtf.Future:
		stop = end{open: true, fade: visible * openFade, rank: openEnd}
	case d.hi > b.scene.Plot.W:
		stop = end{out: true, rank: chevronEnd}
	case d.form.Has(model.EndApproximate):
		stop = end{fade: fadeOver(d.form.EndPrecision(), scale), rank: fadedEnd}
	case d.form.Has(model.EndUncertain):
		stop = end{rank: dashedEnd}
	}
	return start, stop
}

// fadeOver returns the dp over which an approximate end fades.
func fadeOver(p edtf.Precision, scale float64) float32 {
	return max(float32(2*tolerance(p)/scale), 24)
}

func (b *Builder) barStart(f *figure.Figure, d *drawn, x float32, e end) {
	h, ink := b.m.bar, d.ink(d.colour(), 1)
	switch e.rank {
	case solidEnd:
		f.Fill(figure.R(x, d.y-h/2, 3*b.m.k, h), ink)
		b.coarseStart(f, d, x)
	case dashedEnd:
		f.Line(figure.Pt(x+1.5, d.y-h/2), figure.Pt(x+1.5, d.y+h/2), figure.Pen{Ink: ink, Width: 3 * b.m.k, Dash: [2]float32{4, 3}})
	case chevronEnd:
		b.chevron(f, x+7, d.y, -1, ink)
	case openEnd:
		b.chevron(f, x+7, d.y, -1, ink)
		b.chevron(f, x+13, d.y, -1, ink)
	case blankEnd:
		f.Text(figure.Pt(x+8, d.y+b.m.rise), "?", figure.Font{Size: b.m.label, Bold: true, Ink: ink})
	}
}

func (b *Builder) barEnd(f *figure.Figure, d *drawn, x float32, e end) {
	h, ink := b.m.bar, d.ink(d.colour(), 1)
	switch e.rank {
	case solidEnd:
		f.Fill(figure.R(x-3*b.m.k, d.y-h/2, 3*b.m.k, h), ink)
		b.coarseEnd(f, d, x)
	case dashedEnd:
		f.Line(figure.Pt(x-1.5, d.y-h/2), figure.Pt(x-1.5, d.y+h/2), figure.Pen{Ink: ink, Width: 3 * b.m.k, Dash: [2]float32{4, 3}})
	case chevronEnd:
		b.chevron(f, x-8, d.y, 1, ink)
	case openEnd:
		b.chevron(f, x-14, d.y, 1, ink)
		b.chevron(f, x-8, d.y, 1, ink)
	case blankEnd:
		f.Text(figure.Pt(x-15, d.y+b.m.rise), "?", figure.Font{Size: b.m.label, Bold: true, Ink: ink})
	}
}

// coarseStart draws a bracket over the time in which a bar may have begun: its
// edge is where it had begun at the latest known, and no earlier is claimed.
func (b *Builder) coarseStart(f *figure.Figure, d *drawn, x float32) {
	inner := float32(b.in.View.X(b.in.Columns.Bounds(d.row).LatestStart))
	if d.form.StartPrecision() < edtf.Day && inner-x >= extentMin && inner < d.hi {
		b.bracket(f, d, x, inner)
	}
}

func (b *Builder) coarseEnd(f *figure.Figure, d *drawn, x float32) {
	inner := float32(b.in.View.X(b.in.Columns.Bounds(d.row).EarliestEnd))
	if d.form.EndPrecision() < edtf.Day && x-inner >= extentMin && inner > d.lo {
		b.bracket(f, d, inner, x)
	}
}

// bracket draws the extent of an end along the foot of a bar.
func (b *Builder) bracket(f *figure.Figure, d *drawn, from, to float32) {
	y := d.y + b.m.bar/2 - 2*b.m.k
	pen := figure.Pen{Ink: d.ink(d.colour(), 1), Width: 1.5 * b.m.k}
	f.Line(figure.Pt(from, y), figure.Pt(to, y), pen)
	for _, x := range [2]float32{from, to} {
		f.Line(figure.Pt(x, y-3*b.m.k), figure.Pt(x, y+2*b.m.k), pen)
	}
}

// chevron draws an angle bracket whose point is at x + 2, turned left or right.
func (b *Builder) chevron(f *figure.Figure, x, y float32, turn float32, ink figure.Ink) {
	r := 4 * b.m.k
	b.points = append(b.points[:0],
		figure.Pt(x-turn*r/2, y-r), figure.Pt(x+turn*r/2, y), figure.Pt(x-turn*r/2, y+r))
	f.Polyline(b.points, figure.Pen{Ink: ink, Width: 1.7 * b.m.k, Round: true})
}
