package scene

import (
	"math"

	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// An overview is the histogram of all events, made when they or the width
// change.
type overview struct {
	columns *model.Columns
	kept    model.Bitmap
	width   float32
	view    Viewport // of the whole time
	all     []int
	some    []int // that the filter keeps
	peak    int
	ticks   []tick
	span    string
	counted string
}

// overviewBar is the pitch of the overview's bars in dp.
const overviewBar = 3

// wholeCells is how many cells a bin must have for it to be made of whole ones:
// then one more or less does not show.
const wholeCells = 16

// sameBitmap reports whether two bitmaps are one and the same.
func sameBitmap(a, b model.Bitmap) bool {
	return len(a) == len(b) && (len(a) == 0 && (a == nil) == (b == nil) || len(a) > 0 && &a[0] == &b[0])
}

func (o *overview) ready(in *Input) {
	width := float32(in.View.Width)
	if o.columns == in.Columns && o.width == width && sameBitmap(o.kept, in.Kept) {
		return
	}
	if o.columns != in.Columns || o.width != width {
		o.columns, o.width = in.Columns, width
		o.fit(in)
		o.count()
		o.counted = figure.WriteNumber(in.Columns.Events()) + " events"
		if in.Columns.Events() == 1 {
			o.counted = "1 event"
		}
	}
	o.kept = in.Kept
	o.keep()
}

// fit finds the view of all events, with a little room beside them.
func (o *overview) fit(in *Input) {
	from, to, ok := o.columns.Extent(nil)
	if !ok {
		from, to = 0, day
	}
	// A few events of one day are shown in their month.
	const least = 30 * day
	margin := max(least-(to-from), 0) / 2
	o.view = Fit(from-margin, to+margin, float64(o.width), 14)
	o.span = spanText(from, to-1)
	o.ticks = o.ticks[:0]
	if !ok {
		o.span = ""
		return
	}
	for _, n := range [...]int64{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000, 1_000_000} {
		if u := years(n); u.seconds/o.view.Scale >= 56 {
			o.ticks = ticksIn(o.view, &u, o.ticks)
			for i := range o.ticks {
				t := &o.ticks[i]
				t.text = u.label(t.at)
				t.fits = t.end-t.x > float64(in.Faces.Measure(t.text, 11, false))+10
			}
			return
		}
	}
}

// spanText writes from when to when the events are.
func spanText(from, to edtf.Instant) string {
	y, m, _ := from.Civil()
	z, n, _ := to.Civil()
	if z-y > 30 {
		return yearText(y) + " – " + yearText(z)
	}
	return shortMonth(m) + " " + yearText(y) + " – " + shortMonth(n) + " " + yearText(z)
}

func (o *overview) bins() int { return int(o.width/overviewBar) + 1 }

// bin returns the start of a bin: among many events that of the next cell, at
// which even a sketch knows how many there are before.
func (o *overview) bin(i int) edtf.Instant {
	at := o.view.Time(float64(i) * overviewBar)
	if cell := o.columns.CellLength(); cell > 0 && float64(cell)*wholeCells <= overviewBar*o.view.Scale {
		return floorTo(at, cell)
	}
	return at
}

func (o *overview) count() {
	o.all, o.peak = o.all[:0], 0
	last := o.columns.Before(o.bin(0))
	for i := range o.bins() {
		next := o.columns.Before(o.bin(i + 1))
		o.all = append(o.all, next-last)
		o.peak = max(o.peak, next-last)
		last = next
	}
}

func (o *overview) keep() {
	o.some = o.some[:0]
	if o.kept == nil {
		return
	}
	last := o.columns.Before(o.bin(0))
	for i := range o.bins() {
		next := o.columns.Before(o.bin(i + 1))
		o.some = append(o.some, o.kept.CountIn(last, next))
		last = next
	}
}

// drawOverview draws the histogram of all events, and the view's window on it.
func (b *Builder) drawOverview() {
	f, in, k := &b.scene.Overview, b.in, b.m.k
	if in.OverviewHeight <= 0 {
		f.Reset(0, 0)
		return
	}
	o := &b.overview
	o.ready(in)
	b.scene.OverviewAt = o.view
	f.Reset(in.HeaderWidth+o.width, in.OverviewHeight)
	f.Fill(f.Bounds(), figure.Bg.Ink())
	foot := b.overviewFoot()
	left := in.HeaderWidth
	f.Clip(figure.R(left, 0, o.width, f.H))
	for _, t := range o.ticks {
		if t.x < 0 {
			continue
		}
		x := left + float32(t.x)
		f.Fill(figure.R(x, 8, 1, f.H-14), figure.GridMajor.Ink())
		if f.H > 60*k && t.fits {
			f.Text(figure.Pt(x+6, f.H-7), t.text, figure.Font{Size: b.m.caption, Ink: figure.Text2.Ink()})
		}
	}
	b.histogram(f, left, foot)
	f.Fill(figure.R(left, foot, o.width, 1), figure.GridMajor.Ink())
	b.strip(f, left, foot)
	b.window(f, left)
	f.Unclip()
	f.Fill(figure.R(0, 0, f.W, 1), figure.Line.Ink())
	if left > 0 {
		f.Fill(figure.R(left-1, 0, 1, f.H), figure.Line.Ink())
		f.Text(figure.Pt(14*k, 28), "Overview", figure.Font{Size: b.m.label, Bold: true})
		if f.H > 60*k {
			f.Text(figure.Pt(14*k, 28+17*k), o.span, figure.Font{Size: b.m.caption, Ink: figure.Text2.Ink()})
			f.Text(figure.Pt(14*k, 28+32*k), o.counted, figure.Font{Size: b.m.caption, Ink: figure.Text3.Ink()})
		}
	}
}

// overviewFoot returns where the overview's bars stand.
func (b *Builder) overviewFoot() float32 {
	if b.in.OverviewHeight > 60*b.m.k {
		return b.in.OverviewHeight - 22
	}
	return b.in.OverviewHeight - 8
}

func (b *Builder) histogram(f *figure.Figure, left, foot float32) {
	o := &b.overview
	room := foot - 12
	for i, n := range o.all {
		if n == 0 {
			continue
		}
		h := rootHeight(n, o.peak, room)
		x := left + float32(i)*overviewBar
		if o.kept == nil {
			f.Fill(figure.R(x, foot-h, overviewBar-0.6, h), figure.Text3.Tint(0.9))
			continue
		}
		f.Fill(figure.R(x, foot-h, overviewBar-0.6, h), figure.Text3.Tint(0.35))
		if some := rootHeight(o.some[i], o.peak, room); some > 0 {
			f.Fill(figure.R(x, foot-some, overviewBar-0.6, some), figure.Text3.Ink())
		}
	}
}

// rootHeight is barHeight by the square root of the count, so that one crowded
// year leaves others to be seen.
func rootHeight(n, peak int, room float32) float32 {
	if n == 0 {
		return 0
	}
	h := float32(math.Sqrt(float64(min(n, peak))/float64(peak))) * room
	return max(float32(math.Round(float64(h*2)))/2, 1)
}

// Sizes of the overview's window, in dp.
const (
	handleW     = 8
	handleH     = 26
	handleReach = 10 // half of the pointer's target
	narrow      = 24 // narrower windows have their handles outside
)

// window draws what part of the whole is in view.
func (b *Builder) window(f *figure.Figure, left float32) {
	o, in := &b.overview, b.in
	from := float32(min(max(o.view.X(in.View.From()), -far), far))
	to := float32(min(max(o.view.X(in.View.To()), -far), far))
	from, to = max(from, -4), min(to, o.width+4)
	if to-from < 2 {
		from, to = (from+to)/2-1, (from+to)/2+1
	}
	from, to = left+from, left+to
	right := left + o.width
	if from > left {
		f.Fill(figure.R(left, 1, min(from, right)-left, f.H), figure.Bg.Tint(0.6))
	}
	if to < right {
		f.Fill(figure.R(max(to, left), 1, right-max(to, left), f.H), figure.Bg.Tint(0.6))
	}
	if x := o.view.X(in.AsOf); in.AsOf.Finite() && x > 0 && x < float64(o.width) {
		f.Fill(figure.R(left+float32(x)-0.75, 2, 1.5, f.H-4), figure.Accent.Ink())
	}
	b.scene.Window = figure.R(from, 2, to-from, f.H-4)
	f.Rect(b.scene.Window, figure.Box{Fill: figure.Accent.Tint(0.07), Stroke: figure.Accent.Ink(), Width: 1.5, Radius: 3})
	for _, x := range b.scene.handles() {
		f.Rect(figure.R(x-handleW/2, f.H/2-handleH/2, handleW, handleH),
			figure.Box{Fill: figure.Surface.Ink(), Stroke: figure.Accent.Ink(), Width: 1.5, Radius: 4})
		f.Fill(figure.R(x-1.5, f.H/2-5, 1, 10), figure.Accent.Ink())
		f.Fill(figure.R(x+1, f.H/2-5, 1, 10), figure.Accent.Ink())
	}
}

// handles returns the middles of the window's handles, in the Overview.
func (s *Scene) handles() [2]float32 {
	if s.Window.W < narrow {
		return [2]float32{s.Window.X - handleW/2 - 1, s.Window.Right() + handleW/2 + 1}
	}
	return [2]float32{s.Window.X, s.Window.Right()}
}
