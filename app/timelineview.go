package app

import (
	"image"
	"math"
	"time"

	"fyne.io/fyne/v2"

	"chancery/app/scene"
	"chancery/model"
	"chancery/model/edtf"
)

// Times that changes of the view take when animations are on.
const (
	zoomTime = 160 * time.Millisecond
	goTime   = 260 * time.Millisecond
)

// farAway is how many screens away a place is at which a view does not glide but
// jumps, what was there before fading.
const farAway = 8

// zoom zooms about x dp of the plot, at once.
func (t *timeline) zoom(factor float64, x float32) {
	t.stop()
	t.leave(true)
	if t.limited(factor) {
		return
	}
	t.view = t.view.Zoom(factor, float64(x))
	t.unsettle()
	t.invalidate()
}

// limited reports whether the view can go no further in or out, and tells of it.
func (t *timeline) limited(factor float64) bool {
	in, out := t.view.AtLimit()
	if factor > 1 && !in || factor < 1 && !out || factor == 1 {
		return false
	}
	call(t.OnLimit)
	return true
}

// pan moves what is drawn, at once.
func (t *timeline) pan(dx, dy float32) {
	t.stop()
	t.leave(true)
	t.view = t.view.Pan(-float64(dx))
	t.scrollY = max(t.scrollY-dy, 0)
	t.unsettle()
	t.invalidate()
}

// zoomStep zooms about the middle of the plot, by key or button.
func (t *timeline) zoomStep(factor float64) {
	t.leave(true)
	if t.limited(factor) {
		return
	}
	t.moveTo(t.view.Zoom(factor, t.view.Width/2), zoomTime)
}

// panStep pans by a share of the plot's width.
func (t *timeline) panStep(share float64) {
	t.leave(true)
	t.moveTo(t.view.Pan(share*t.view.Width), zoomTime)
}

// fit shows every kept event.
func (t *timeline) fit() {
	t.leave(false)
	t.scrollY = 0
	t.whole = t.fitAll(t.view.Width, t.ws.Columns())
	t.moveTo(t.whole, goTime)
}

// leastAround is the least that is shown of the time about one selected event: a day
// that fills the plot tells nothing.
const leastAround = 30 * daySeconds

// fitSelection shows the selected events.
func (t *timeline) fitSelection() {
	columns, selection := t.ws.Columns(), t.ws.Selection()
	from, to, ok := columns.Extent(columns.RowsOf(selection))
	if !ok || len(selection) == 0 {
		return
	}
	if short := leastAround - (to - from); len(selection) == 1 && short > 0 {
		from, to = from-short/2, to+short/2
	}
	t.showPeriod(from, to)
}

// leave tells that the view is about to move.
func (t *timeline) leave(gesture bool) {
	if t.OnLeave != nil {
		t.OnLeave(gesture)
	}
}

// showPeriod shows [from, to).
func (t *timeline) showPeriod(from, to edtf.Instant) {
	t.leave(false)
	t.moveTo(scene.Fit(from, to, t.view.Width, fitPadding), goTime)
}

// showPeriodExactly shows [from, to) without room on either side: at once, or
// when it is known how wide the plot is.
func (t *timeline) showPeriodExactly(from, to edtf.Instant) {
	if !t.fitted {
		t.asked = &[2]edtf.Instant{from, to}
		t.invalidate()
		return
	}
	t.leave(false)
	t.moveTo(scene.Fit(from, to, t.view.Width, 0), goTime)
}

// centre shows a moment in the middle.
func (t *timeline) centre(at edtf.Instant) {
	t.leave(false)
	t.moveTo(t.view.Centre(at), goTime)
}

// reveal brings an event into view, in time and lanes, and reports whether
// there is a mark to show.
func (t *timeline) reveal(id model.EventID) bool {
	columns := t.ws.Columns()
	row, ok := columns.RowOf(id)
	if !ok || !t.ws.Shown().Has(row) {
		return false
	}
	if to := t.view.Reveal(columns.Start[row], columns.End[row], 60); to != t.view {
		t.leave(false)
		t.moveTo(to, goTime)
	}
	t.revealLane(row)
	return true
}

// revealLane scrolls to the lane of a row, unless one of its lanes is in view.
func (t *timeline) revealLane(row int) {
	s := t.current()
	if s == nil {
		return
	}
	for _, m := range s.Marks {
		if m.Row == row && m.Y > 8 && m.Y < t.Region.plotSize().Height-8 {
			return
		}
	}
	lane := t.laneOf(row)
	for _, box := range s.Lanes {
		if box.Index != lane {
			continue
		}
		t.scrollTo(box)
		return
	}
}

// scrollTo scrolls until a lane is in view.
func (t *timeline) scrollTo(box laneBox) {
	height := t.Region.plotSize().Height
	switch {
	case box.Pinned:
		return
	case box.Y < 0:
		t.scrollY = max(t.scrollY+box.Y, 0)
	case box.Y+box.H > height:
		t.scrollY += min(box.Y, box.Y+box.H-height)
	}
	t.invalidate()
}

// laneOf returns the first lane that a row stands in, -1 for none.
func (t *timeline) laneOf(row int) int {
	for i := range t.ws.Lanes().Lanes {
		if contains(t.ws.Lanes().Lanes[i].Rows, uint32(row)) {
			return i
		}
	}
	return -1
}

// moveTo changes the view, gliding when animations are on.
func (t *timeline) moveTo(to scene.Viewport, takes time.Duration) {
	t.stop()
	from := t.view
	if from == to {
		t.invalidate()
		return
	}
	switch {
	case !animated() || from.Width != to.Width || from.Scale <= 0:
		t.arrive(to)
		return
	case screens(from, to) > farAway:
		t.fading.jump(from)
		t.arrive(to)
		return
	}
	t.live = true
	t.animation = fyne.NewAnimation(takes, func(done float32) {
		if done >= 1 {
			t.arrive(to)
			return
		}
		t.view = between(from, to, float64(done))
		t.invalidate()
	})
	t.animation.Curve = fyne.AnimationEaseOut
	t.animation.Start()
}

func (t *timeline) arrive(at scene.Viewport) {
	t.view, t.live = at, false
	t.invalidate()
}

// stop ends a glide where it is. What the tooltip speaks of is about to move
// from under the pointer, so that goes too.
func (t *timeline) stop() {
	if t.hoverAt.Kind != scene.HitNothing {
		t.hovering(scene.Hit{}, fyne.Position{})
	}
	if t.animation != nil {
		t.animation.Stop()
		t.animation = nil
	}
}

// crossfade lays what fades over a new picture of the plot.
func (t *timeline) crossfade(frame, before *image.RGBA, scale float32) {
	f := &t.fading
	if t.scene == nil || before == nil || before.Rect != frame.Rect || !animated() {
		f.pending, f.strips = nil, nil
		return
	}
	if f.begin(before, scale) {
		f.run(t.Region.Plot.plot.Refresh)
	}
	f.lay(frame, t.scene, t.view, scale)
}

// screens returns how far the middle of one view is from that of another, in
// widths of the wider one.
func screens(from, to scene.Viewport) float64 {
	between := from.Start + from.Span()/2 - to.Start - to.Span()/2
	return math.Abs(between) / max(from.Span(), to.Span())
}

// between returns the view a share of the way from one to another. The scale
// grows by equal factors in equal times, as the eye has it; the start follows
// the scale, which keeps the moment still that both hold still.
func between(from, to scene.Viewport, share float64) scene.Viewport {
	v := from
	v.Scale = from.Scale * math.Pow(to.Scale/from.Scale, share)
	if math.Abs(to.Scale/from.Scale-1) > 1e-6 {
		share = (v.Scale - from.Scale) / (to.Scale - from.Scale)
	}
	v.Start = from.Start + (to.Start-from.Start)*share
	return v
}

// contains reports whether sorted rows hold a row.
func contains(rows []uint32, row uint32) bool {
	low, high := 0, len(rows)
	for low < high {
		middle := (low + high) / 2
		if rows[middle] < row {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low < len(rows) && rows[low] == row
}
