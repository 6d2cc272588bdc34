package scene

import (
	"math"
	"slices"

	"chancery/model"
	"chancery/model/edtf"
)

// A laneState is what a Builder remembers of a lane from frame to frame.
type laneState struct {
	place  placement
	level  int     // Level of the frame before, -1 for none
	lines  int     // kept height, in lines of marks
	height float32 // kept height, in dp, of a lane without lines
	timed  bool
	looked bool // timed is known

	lives  []int // into Input.Lifecycles: those at the top of the lane
	others int   // lives that are not shown

	y, h       float32 // in the frame before
	relevelled bool    // it looks otherwise than in the frame before

	bars     histogram
	kept     []int // of bars, when the others are shown faintly
	count    count
	newLevel Level
}

// An order is the lanes as they are stacked: pinned ones first.
type order struct {
	lanes  []int
	pinned int
}

// arrange returns the order of the lanes by the user's arrangement.
func arrange(lanes *model.Lanes, by *Arrangement) order {
	var o order
	all := make([]int, 0, len(lanes.Lanes))
	for i := range lanes.Lanes {
		if by == nil || !by.Hidden[lanes.Lanes[i].Key] {
			all = append(all, i)
		}
	}
	if by == nil {
		o.lanes = all
		return o
	}
	rank := make(map[string]int, len(by.Order))
	for i, key := range by.Order {
		rank[key] = i - len(by.Order)
	}
	slices.SortStableFunc(all, func(a, b int) int {
		return rank[lanes.Lanes[a].Key] - rank[lanes.Lanes[b].Key]
	})
	for _, i := range all {
		if by.Pinned[lanes.Lanes[i].Key] {
			o.lanes = append(o.lanes, i)
		}
	}
	o.pinned = len(o.lanes)
	for _, i := range all {
		if !by.Pinned[lanes.Lanes[i].Key] {
			o.lanes = append(o.lanes, i)
		}
	}
	return o
}

// linesOf returns the most lines a lane may have.
func (b *Builder) linesOf(lane *model.Lane) int {
	switch {
	case b.in.Arrangement != nil && b.in.Arrangement.ShowAll[lane.Key]:
		return rowsAll
	case len(b.order.lanes) <= singleLanes:
		// There is nothing else to leave the room to.
		each := (b.in.Height-b.above())/float32(len(b.order.lanes)) - 2*b.m.pad
		return min(max(rowsAll, int(each/b.m.row)), rowsMost)
	case len(b.order.lanes) <= fewLanes:
		return rowsFew
	case len(b.order.lanes) <= someLanes:
		return rowsSome
	}
	return rowsMany
}

func (b *Builder) collapsed(lane *model.Lane) bool {
	return b.in.Arrangement != nil && b.in.Arrangement.Collapsed[lane.Key]
}

// levels counts the lanes' events and chooses their levels. During a gesture
// lanes far out of view are left as they were, and with them what is counted of
// all lanes: hundreds of lanes cost no more than those that are seen. It reports
// whether each lane has the events that it would show singly, as lanes of a
// sketch may not.
func (b *Builder) levels() bool {
	in := b.in
	from, to := in.View.From(), in.View.To()
	b.tally.begin(in)
	b.stackUnit = stackUnit(in.View.Scale)
	b.stacks = ticksIn(in.View, b.stackUnit, b.stacks[:0])
	b.counted = 0
	all := !in.Live || b.whole
	y, density := b.above()-in.ScrollY, b.density
	for n, i := range b.order.lanes {
		lane, st := &in.Lanes.Lanes[i], &b.states[i]
		if !all && st.level >= 0 && n >= b.order.pinned {
			h := b.keptHeight(lane, st, density)
			if y += h; y < -in.Height || y-h > 2*in.Height {
				continue
			}
		}
		b.counted++
		lines := b.linesOf(lane)
		st.count, b.running = countIn(in.Columns, lane, from, to, marksRoom(lines, in.View.Width), b.running)
		if lane.Len() > len(lane.Rows) &&
			(st.count.in <= manyInFrame || levelFor(st.count.in, lines, in.View.Width, st.level) > Bars) {
			return false
		}
		b.tally.add(lane, &st.count, b.running)
		st.newLevel = b.levelOf(lane, st, lines)
		st.relevelled = st.level >= 0 && st.level != int(st.newLevel)
		st.level = int(st.newLevel)
	}
	if all {
		b.scene.InView = b.tally.events(in)
	}
	return true
}

// levelOf chooses the level of a lane whose events are counted.
func (b *Builder) levelOf(lane *model.Lane, st *laneState, lines int) Level {
	level := levelFor(st.count.in, lines, b.in.View.Width, st.level)
	if b.in.Live && st.level >= 0 && st.level <= int(Dots) && level > Dots {
		level = Dots // the lane is too low for marks until the gesture ends
	}
	if level >= Marks && !b.longFit(lane, st) {
		level = Dots
	}
	if level == Bars && b.runThrough(lane, st) {
		level = Dots
	}
	if b.collapsed(lane) || level == Dots && !b.stacksFit(lane, st) {
		level = Bars
	}
	return level
}

// runThrough reports whether most events of a lane began before the view and run
// through it, and the few that begin in it can have a dot each. However many run,
// each event can be pointed at where it begins.
func (b *Builder) runThrough(lane *model.Lane, st *laneState) bool {
	return st.count.running > st.count.begin() && b.fewBegin(st) && len(lane.Rows) == lane.Len()
}

// fewBegin reports whether so few events of a lane begin in view that dots for
// them cost no more than marks would.
func (b *Builder) fewBegin(st *laneState) bool {
	return float64(st.count.begin()) <= dotsRoom(b.in.View.Width)/8
}

// longFit reports whether the spans and extents of a lane that are in view find
// lines beside each other: if not, marks would lie over them everywhere.
func (b *Builder) longFit(lane *model.Lane, st *laneState) bool {
	const fill = 0.8 // of the lines; bars do not pack without gaps
	c, v := b.in.Columns, b.in.View
	room := fill * float64(max(b.linesOf(lane), rowsAll)) * v.Width
	if st.level >= int(Marks) {
		room *= slack
	}
	from := v.Start / v.Scale
	long := func(k int) {
		row := int(lane.Rows[k])
		f := c.Form[row]
		if !f.Has(model.SpanForm) && f.StartPrecision() >= edtf.Day {
			return
		}
		if body := bodyOf(c, row, v.Scale); body.kind == barBody || body.hi-body.lo > extentWide {
			room -= min(body.hi-from, v.Width) - max(body.lo-from, 0)
		}
	}
	for _, k := range b.running {
		long(k)
	}
	for k := st.count.first; k < st.count.last && room >= 0; k++ {
		long(k)
	}
	return room >= 0
}

// stacksFit reports whether the highest stack of dots in view fits a lane, and
// dots tell of it: of events that run into the view there is none.
func (b *Builder) stacksFit(lane *model.Lane, st *laneState) bool {
	high, before := 0, 0
	for i, s := range b.stacks {
		if i == 0 {
			before = lane.Before(b.in.Columns, s.at)
		}
		upTo := lane.Before(b.in.Columns, s.next)
		high = max(high, (upTo-before+stackColumns(s)-1)/stackColumns(s))
		before = upTo
	}
	h := float32(high*dotPitchY+stackBase+2) * b.m.k
	if h > densityMax*b.m.k || st.count.running > st.count.in/4 && !b.fewBegin(st) {
		return false
	}
	st.height = max(st.height, h)
	return true
}

// stackColumns returns how many dots stand side by side in a stack.
func stackColumns(s tick) int { return max(int((s.end-s.x-2)/dotPitchX), 1) }

// boxes stacks the lanes, places the marks of those in view, and fills
// Scene.Lanes. Lanes out of view keep the height they had or get a likely one.
func (b *Builder) boxes() {
	in, sc := b.in, &b.scene
	sc.Lanes, sc.Relevelled = sc.Lanes[:0], sc.Relevelled[:0]
	density := b.densityHeight()
	scroll := b.scroll(density)
	y := b.totalHeight()
	top := y // lower edge of the pinned lanes
	for n, i := range b.order.lanes {
		lane, st := &in.Lanes.Lanes[i], &b.states[i]
		if n == b.order.pinned {
			top = y
			y += b.placeGroup(y - scroll)
		}
		at := y
		if n >= b.order.pinned {
			at -= scroll
		}
		seen := b.whole || at < in.Height && at+b.keptHeight(lane, st, density) > top
		if seen && st.newLevel >= Marks {
			b.placeLane(lane, st, b.laneAbove(n))
		}
		h := b.keptHeight(lane, st, density)
		bin := b.binOf(lane, st)
		if st.newLevel != Bars {
			st.bars.length = 0
		} else if seen {
			b.countBars(lane, st, bin)
		}
		if st.relevelled && at < in.Height && at+h > top {
			sc.Relevelled = append(sc.Relevelled, Relevel{Lane: i, WasY: st.y, WasH: st.h})
		}
		st.y, st.h, st.relevelled = at, h, false
		sc.Lanes = append(sc.Lanes, LaneBox{
			Index: i, Key: lane.Key, Y: at, H: h, Lead: b.lead(lane, st), Rows: st.lines, Level: st.newLevel,
			InView: st.count.in, Earlier: st.count.earlier, Later: st.count.later,
			Pinned: n < b.order.pinned, Collapsed: b.collapsed(lane), Bin: bin,
		})
		y += h
	}
	if len(b.order.lanes) == b.order.pinned {
		top = y
		y += b.placeGroup(y - scroll)
	}
	sc.ContentHeight, sc.ScrollY, sc.pinned = y, scroll, top
}

// scroll returns how far the lanes are scrolled, within what there is. Heights
// that this frame will find out about are taken as they were.
func (b *Builder) scroll(density float32) float32 {
	y := b.above()
	for _, i := range b.order.lanes {
		y += b.keptHeight(&b.in.Lanes.Lanes[i], &b.states[i], density)
	}
	return min(max(b.in.ScrollY, 0), max(y-b.in.Height, 0))
}

func (b *Builder) binOf(lane *model.Lane, st *laneState) int64 {
	switch st.newLevel {
	case Bars:
		if !st.looked {
			st.timed, st.looked = lane.Timed(b.in.Columns), true
		}
		return barLength(b.in.View.Scale, st.timed)
	case Dots:
		return int64(b.stackUnit.seconds)
	}
	return 0
}

// keptHeight returns the height of a lane: of its lines, or of its density, and
// of what leads them. While the scale stays, a lane that has grown stays as high
// as it is.
func (b *Builder) keptHeight(lane *model.Lane, st *laneState, density float32) float32 {
	return b.lead(lane, st) + b.bodyHeight(lane, st, density)
}

func (b *Builder) bodyHeight(lane *model.Lane, st *laneState, density float32) float32 {
	switch {
	case b.collapsed(lane):
		return collapsedH * b.m.k
	case st.newLevel <= Dots:
		st.height = max(st.height, density)
		if st.lines > 0 {
			return max(st.height, b.linesHeight(st.lines))
		}
		return st.height
	}
	lines := st.lines
	if lines == 0 {
		lines = b.likelyLines(lane, st)
	}
	return max(b.linesHeight(lines), st.height)
}

func (b *Builder) linesHeight(lines int) float32 {
	return float32(max(lines, 1))*b.m.row + 2*b.m.pad
}

// likelyLines guesses the lines of a lane whose marks are not placed.
func (b *Builder) likelyLines(lane *model.Lane, st *laneState) int {
	n := int(math.Ceil(float64(st.count.in) * 200 / b.in.View.Width))
	return min(max(n, 1), b.linesOf(lane))
}

// densityHeight returns the height of lanes at the density levels: all the room
// there is between them, or as little as makes them fit.
func (b *Builder) densityHeight() float32 {
	if b.density > 0 {
		return b.density
	}
	dense, others := float32(0), b.above()
	for _, i := range b.order.lanes {
		lane, st := &b.in.Lanes.Lanes[i], &b.states[i]
		others += b.lead(lane, st)
		switch {
		case b.collapsed(lane):
			others += collapsedH * b.m.k
		case st.newLevel <= Dots:
			dense++
		default:
			others += b.linesHeight(b.likelyLines(lane, st))
		}
	}
	b.density = densityDefault * b.m.k
	if dense == 0 {
		return b.density
	}
	each := float32(math.Floor(float64((b.in.Height - others) / dense)))
	switch {
	case each >= densityDefault*b.m.k:
		b.density = min(each, densityMax*b.m.k)
	case each >= (densityMin+6)*b.m.k:
		b.density = each
	}
	return b.density
}
