package scene

import (
	"slices"

	"chancery/charts/figure"
	"chancery/model"
)

// overhang is how far a label may reach into view from a mark outside it, dp.
const overhang = longest + 40

// A drawn is a mark of the frame under way, in view coordinates.
type drawn struct {
	lane   int // into Scene.Lanes
	k      int // into the lane's rows
	row    int // of Columns
	id     model.EventID
	form   model.Form
	glyph  int
	state  marker
	slot   slot
	body   body
	lo, hi float32
	x, y   float32
	from   float32 // the text of the mark lies in [from, to) of the view
	to     float32
	text   figure.Rect // of the label; empty without one
	bold   bool
	joined bool // to the mark of the same event in the lane above
	forced bool // the label is drawn over what lies there
	count  int
}

// placeLane places the marks of a lane that are in view and some beside it, and
// gathers those in view. above is the lane whose marks reach down into this one,
// nil for none; it is kept until the marks are placed anew.
func (b *Builder) placeLane(lane *model.Lane, st *laneState, above *model.Lane) {
	in, p := b.in, &st.place
	stale := p.lane != lane || p.scale != in.View.Scale || p.edition != b.set.edition
	if stale {
		p.above = above
	}
	texts, limit := st.newLevel == Labels || b.whole, b.linesOf(lane)
	switch {
	case stale && in.Live && p.lane == lane:
		p.keep(&b.set, lane, limit)
	case stale || p.kept && !in.Live || p.limit != limit:
		p.restart(&b.set, lane, limit)
	case !in.Live && p.virgin && len(p.asked) > 0 && p.answered():
		p.restart(&b.set, lane, limit)
		st.lines = 0
	}
	if texts && !p.texts && p.to > p.from {
		p.texts = true
		p.label()
	}
	p.texts = texts
	b.cover(lane, st)
	b.gather(lane, st)
}

// cover sees to it that what is in view, or reaches into it, is placed.
func (b *Builder) cover(lane *model.Lane, st *laneState) {
	in, p := b.in, &st.place
	if b.whole && !(in.Live && p.kept) {
		if p.to != len(lane.Rows) {
			p.span(0, len(lane.Rows), nil)
		}
		return
	}
	const reach = 400 // events beside the view, whatever the room for labels
	first := max(lane.Before(in.Columns, in.View.Time(-overhang)), st.count.first-reach)
	last := min(lane.Before(in.Columns, in.View.Time(in.View.Width+overhang)), st.count.last+reach)
	if p.from <= first && last <= p.to && p.to > 0 {
		return
	}
	if p.to > p.from && (last < p.from || first > p.to) {
		// A jump: what was placed is far out of view, and rows need not fit it.
		p.restart(&b.set, lane, p.limit)
	}
	// A screen ahead in the direction of the pan, so that it is not placed
	// event by event.
	ahead := in.View.Width
	if in.Live && p.kept {
		ahead = 0
	}
	if first < p.from || p.to <= first {
		first = max(lane.Before(in.Columns, in.View.Time(-overhang-ahead)), first-reach)
	}
	if last > p.to || last <= p.from {
		last = min(lane.Before(in.Columns, in.View.Time(in.View.Width+overhang+ahead)), last+reach)
	}
	b.running = b.running[:0]
	if first < len(lane.Rows) {
		at := in.Columns.Start[lane.Rows[first]]
		b.running = lane.Running(in.Columns, at, 2*marksRoom(p.limit, in.View.Width), b.running)
	} else {
		b.running = lane.Running(in.Columns, in.View.From(), 2*marksRoom(p.limit, in.View.Width), b.running)
	}
	p.span(first, last, b.running)
}

// gather adds the marks of a lane that are in view to the frame.
func (b *Builder) gather(lane *model.Lane, st *laneState) {
	in, p := b.in, &st.place
	from, to := in.View.Time(-overhang), in.View.Time(in.View.Width+overhang)
	limit := marksRoom(p.limit, in.View.Width)
	b.running = lane.Running(in.Columns, from, limit, b.running[:0])
	n := len(b.scene.Lanes)
	high := 0
	for _, k := range b.running {
		high = max(high, b.gatherOne(lane, st, n, k))
	}
	first := max(lane.Before(in.Columns, from), p.from)
	last := min(lane.Before(in.Columns, to), p.to)
	for k := first; k < last; k++ {
		high = max(high, b.gatherOne(lane, st, n, k))
	}
	st.lines = max(st.lines, high)
	if b.whole {
		// Rows are found by what all of them say, shown or not: those of marks
		// whose titles stay unknown would depend on which were known before.
		for _, id := range p.asked {
			b.ask(id)
		}
	}
}

// gatherOne adds the mark of event k if it shows, and returns how many lines
// the lane needs for it.
func (b *Builder) gatherOne(lane *model.Lane, st *laneState, n, k int) int {
	p := &st.place
	s := p.slots.peek(k)
	if s.state == unplaced {
		return 0
	}
	row := int(lane.Rows[k])
	if s.state == folded {
		if b.markers.by[b.in.Columns.ID[row]]&keepsGlyph == 0 {
			return 0
		}
		return b.gatherFolded(lane, n, k, s)
	}
	d := drawn{lane: n, k: k, row: row, slot: s, body: p.bodyOf(k), count: max(int(s.fold), 1)}
	kept := b.markers.by[b.in.Columns.ID[row]]&keepsLabel != 0
	if s.words == unknown && !s.echo && (st.newLevel == Labels || d.body.kind == barBody || kept) {
		d.slot = b.arrived(p, k, s)
	}
	if d.body.kind == noBody || !b.project(&d) {
		return 0
	}
	c := b.in.Columns
	d.id, d.form = c.ID[row], c.Form[row]
	d.glyph = int(c.Categories[c.Category[row]].Index)
	d.state = b.markers.of(b.in, d.id, row)
	b.drawn = append(b.drawn, d)
	return int(s.line) + 1
}

// gatherFolded adds the mark of a folded event that keeps its glyph, to the left
// of its fold and of others like it.
func (b *Builder) gatherFolded(lane *model.Lane, n, k int, s slot) int {
	before := len(b.drawn)
	b.addSpecial(n, k, special{row: int(lane.Rows[k]), state: b.markers.by[b.in.Columns.ID[lane.Rows[k]]]})
	if len(b.drawn) == before {
		return 0
	}
	d := &b.drawn[before]
	d.slot.line = s.line
	step := b.m.half + 2
	d.x -= step
	for i := before - 1; i >= 0 && b.drawn[i].lane == n; i-- {
		if o := &b.drawn[i]; o.slot.line == s.line && abs(o.x-d.x) < step-1 {
			d.x, i = d.x-step, before
		}
	}
	return int(s.line) + 1
}

// arrived gives event k its words if they are known by now, and asks for them
// if not.
func (b *Builder) arrived(p *placement, k int, s slot) slot {
	id := b.in.Columns.ID[p.lane.Rows[k]]
	w := b.words.find(id, b.in.Labels)
	if w == unknown {
		b.ask(id)
		return s
	}
	if s.state == placed {
		p.fill(k, w)
		return p.slots.peek(k)
	}
	s.words = w
	return s
}

func (b *Builder) ask(id model.EventID) {
	if _, known := b.words.at[id]; !known {
		b.wanted[id] = struct{}{}
	}
}

// far bounds what lies out of view, so that coordinates stay finite.
const far = 1 << 15

// room is what the text of marks keeps clear of at the borders of the view, dp.
const room = 4

// project turns a body into view coordinates, and reports whether the mark or
// its label shows.
func (b *Builder) project(d *drawn) bool {
	v := b.in.View
	origin := v.Start / v.Scale
	view := func(x float64) float32 { return float32(min(max(x-origin, -far), far)) }
	d.x, d.lo, d.hi = view(d.body.x), view(d.body.lo), view(d.body.hi)
	d.from, d.to = room, float32(v.Width)-room
	from, to := d.body.core(float64(b.m.half))
	switch d.slot.side {
	case leftSide:
		from = min(from, d.body.x+float64(d.slot.shift))
	case rightSide, beyond:
		to = max(to, d.body.x+float64(d.slot.shift)+float64(d.slot.width))
	}
	return to-origin > 0 && from-origin < v.Width
}

// locate gives every gathered mark its height.
func (b *Builder) locate() {
	for i := range b.drawn {
		d := &b.drawn[i]
		d.to -= b.scrollRoom()
		box := &b.scene.Lanes[d.lane]
		if box.Level <= Dots {
			d.y = box.top() + (box.H-box.Lead)/2
			continue
		}
		d.y = box.top() + b.m.pad + (float32(d.slot.line)+0.5)*b.m.row
	}
}

// keepSpecial adds to lanes that show bars or dots the marks that keep their
// glyph at every level.
func (b *Builder) keepSpecial() {
	for n := range b.scene.Lanes {
		box := &b.scene.Lanes[n]
		if box.Level > Dots || box.Collapsed || box.Y > b.in.Height || box.Y+box.H < 0 {
			continue
		}
		lane := &b.in.Lanes.Lanes[box.Index]
		for _, s := range b.markers.special {
			if k, ok := slices.BinarySearch(lane.Rows, uint32(s.row)); ok {
				b.addSpecial(n, k, s)
			}
		}
	}
}

func (b *Builder) addSpecial(n, k int, s special) {
	c := b.in.Columns
	d := drawn{
		lane: n, k: k, row: s.row, id: c.ID[s.row], form: c.Form[s.row], count: 1, state: s.state,
		glyph: int(c.Categories[c.Category[s.row]].Index),
		body:  bodyOf(c, s.row, b.in.View.Scale),
		slot:  slot{state: stacked, words: b.words.find(c.ID[s.row], b.in.Labels)},
	}
	if d.slot.words == unknown {
		b.ask(d.id)
	}
	if d.body.kind != noBody && b.project(&d) {
		b.drawn = append(b.drawn, d)
	}
}
