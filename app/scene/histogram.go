package scene

import (
	"chancery/model"
	"chancery/model/edtf"
)

// A histogram is how many events of a lane start in each bin in view, and the
// count at which a bar is as high as the lane.
//
// The peak is that of the view, not of the lane: one crowded day of a century
// would leave all others flat. It is rounded up, and during a gesture it only
// grows, so that bars keep their height under the hand and find it anew at rest.
type histogram struct {
	length int64 // seconds per bin; 0 for none
	from   edtf.Instant
	counts []int
	peak   int
}

// count counts a lane in a view by bins of a length. It reports whether the bars
// changed otherwise than by moving: their length did, or their scale.
func (h *histogram) count(c *model.Columns, lane *model.Lane, v Viewport, length int64, live bool) bool {
	h.from, h.counts = floorTo(v.From(), length), h.counts[:0]
	before := lane.Before(c, h.from)
	for at := h.from; at < v.To(); {
		at += edtf.Instant(length)
		upTo := lane.Before(c, at)
		h.counts = append(h.counts, upTo-before)
		before = upTo
	}
	return h.fit(length, live)
}

// countAll is count for the events of all lanes, each once, that are kept.
func (h *histogram) countAll(c *model.Columns, kept model.Bitmap, v Viewport, length int64, live bool) bool {
	h.from = floorTo(v.From(), length)
	h.counts = countKept(h.counts[:0], c, kept, h.from, v.To(), length)
	return h.fit(length, live)
}

// countKept appends how many kept events begin in each bin from one moment to
// another.
func countKept(counts []int, c *model.Columns, kept model.Bitmap, from, to edtf.Instant, length int64) []int {
	before := c.Before(from)
	for at := from; at < to; {
		at += edtf.Instant(length)
		upTo := c.Before(at)
		counts = append(counts, kept.CountIn(before, upTo))
		before = upTo
	}
	return counts
}

// fit finds the peak of what was counted by bins of a length.
func (h *histogram) fit(length int64, live bool) (changed bool) {
	high := 0
	for _, n := range h.counts {
		high = max(high, n)
	}
	was := *h
	if h.length != length || h.peak < high || !live {
		h.length, h.peak = length, roundUp(high)
	}
	return was.length != 0 && (was.length != h.length || was.peak != h.peak)
}

// roundUp rounds a count up to 1, 2, 3, 5 or 8 times a power of ten; 0 stays.
func roundUp(n int) int {
	for power := 1; n > 0; power *= 10 {
		for _, step := range [...]int{1, 2, 3, 5, 8} {
			if step*power >= n {
				return step * power
			}
		}
	}
	return 0
}

// countBars counts a lane that shows bars and is seen, and lets it fade when its
// bars change.
func (b *Builder) countBars(lane *model.Lane, st *laneState, bin int64) {
	if st.bars.count(b.in.Columns, lane, b.in.View, bin, b.in.Live) {
		st.relevelled = true
	}
	b.countKeptBars(lane, st)
}

// sharePeak gives all lanes that show bars of one length the highest peak of
// them. At rest those out of view count too, so that scrolling changes nothing.
func (b *Builder) sharePeak() {
	if !b.in.SharedPeak {
		return
	}
	high := 0
	for n := range b.scene.Lanes {
		box := &b.scene.Lanes[n]
		if box.Level != Bars || box.Collapsed {
			continue
		}
		st := &b.states[box.Index]
		if !b.in.Live && !b.inPlot(box) {
			st.bars.count(b.in.Columns, &b.in.Lanes.Lanes[box.Index], b.in.View, box.Bin, false)
		}
		if st.bars.length == box.Bin {
			high = max(high, st.bars.peak)
		}
	}
	b.sharedPeak = high
}

// peakOf returns the count at which the bars of a lane are as high as the lane.
func (b *Builder) peakOf(box *LaneBox) int {
	if b.in.SharedPeak && !box.Collapsed {
		return b.sharedPeak
	}
	return b.states[box.Index].bars.peak
}
