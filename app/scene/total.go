package scene

import (
	"math"

	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// Over lanes that all show bars stands a strip of all events together, each
// counted once: far out, lanes tell of shares and the strip of the whole.

// totalStrip is the height of the strip in dp.
const totalStrip = 52

// A total is the strip of all events.
type total struct {
	on   bool // at rest, and from then on during a gesture
	bars histogram
	kept []int // of bars, when the others are shown faintly

	said   string // the caption of its head, made of:
	length int64
	peak   int
	k      float32
}

// decideTotal finds out whether the strip is shown. Like the heights of lanes it
// stays as it is during a gesture.
func (b *Builder) decideTotal() {
	in, t := b.in, &b.total
	if in.Live && t.bars.length != 0 {
		return
	}
	t.on = !in.NoTotal && in.Lanes.Grouping != model.ByNone && len(b.order.lanes) > 1 && in.Height > 6*totalStrip*b.m.k
	for _, i := range b.order.lanes {
		st := &b.states[i]
		if st.newLevel != Bars || b.collapsed(&in.Lanes.Lanes[i]) {
			t.on = false
			return
		}
	}
}

// totalHeight returns the height of the strip, 0 when it is not shown.
func (b *Builder) totalHeight() float32 {
	if !b.total.on {
		return 0
	}
	return float32(math.Round(float64(totalStrip * b.m.k)))
}

// countTotal counts the strip by bins of the longest of the lanes.
func (b *Builder) countTotal() {
	t, in := &b.total, b.in
	b.scene.Total = LaneBox{Index: -1}
	if !t.on {
		return
	}
	length := int64(0)
	for n := range b.scene.Lanes {
		if box := &b.scene.Lanes[n]; box.Level == Bars {
			length = max(length, box.Bin)
		}
	}
	if length == 0 { // a gesture has come to single events, and is not at rest yet
		length = barLength(in.View.Scale, false)
	}
	counted := in.Kept
	if in.KeptLanes != nil {
		counted = nil
	}
	t.bars.countAll(in.Columns, counted, in.View, length, in.Live)
	t.kept = t.kept[:0]
	if in.KeptLanes != nil {
		t.kept = countKept(t.kept, in.Columns, in.Kept, t.bars.from, in.View.To(), length)
	}
	b.scene.Total = LaneBox{Index: -1, H: b.totalHeight(), Level: Bars, InView: b.scene.InView, Bin: length}
}

// drawTotal draws the strip, over what has been scrolled under it.
func (b *Builder) drawTotal(f *figure.Figure) {
	if !b.total.on {
		return
	}
	box := &b.scene.Total
	f.Fill(figure.R(0, 0, f.W, box.H), figure.Band.Ink())
	b.grid(f, box.H)
	b.barsOf(f, box, &b.total.bars, b.total.kept, b.total.bars.peak, figure.Text3.Tint(densityOpacity))
	b.linesDown(f, box.H)
	f.Fill(figure.R(0, box.H-1, f.W, 1), figure.GridMajor.Ink())
}

// totalHead draws the head of the strip.
func (b *Builder) totalHead(f *figure.Figure) {
	t, h, k := &b.total, b.scene.Total.H, b.m.k
	if !t.on {
		return
	}
	if t.said == "" || t.length != t.bars.length || t.peak != t.bars.peak || t.k != k {
		t.length, t.peak, t.k = t.bars.length, t.bars.peak, k
		words := "each bar " + lengthName(t.length) + " · scale to " + figure.WriteNumber(t.peak)
		t.said, _ = b.in.Faces.Truncate(words, b.m.caption, false, max(b.in.HeaderWidth-26*k, 20))
	}
	f.Fill(figure.R(0, 0, f.W, h), figure.Band.Ink())
	f.Text(figure.Pt(14*k, h/2-8*k+b.m.rise), unnamed(model.ByNone), figure.Font{Size: b.m.label, Bold: true})
	f.Text(figure.Pt(14*k, h/2+7*k+b.m.rise), t.said, figure.Font{Size: b.m.caption, Ink: figure.Text3.Ink()})
	f.Fill(figure.R(0, h-1, f.W, 1), figure.GridMajor.Ink())
}

// totalAt returns the bin of the strip at x, if it holds any events.
func (s *Scene) totalAt(x float32) (Hit, bool) {
	from := floorTo(s.view.Time(float64(x)), s.Total.Bin)
	to := from + edtf.Instant(s.Total.Bin)
	n := s.kept.CountIn(s.columns.Before(from), s.columns.Before(to))
	return Hit{Kind: HitBin, Lane: -1, Count: n, From: from, To: to}, n > 0
}
