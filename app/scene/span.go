package scene

import (
	"slices"

	"chancery/charts/figure"
	"chancery/model"
)

// Sizes of what ties the marks of one event in adjacent lanes, in dp.
const (
	nodeRadius  = 3.5 // where the mark reaches into a lane
	jointWidth  = 2
	jointFaint  = 0.4
	manyInFrame = 4096 // memberships above which events are not told apart
)

// laneAbove returns the lane that stands on lane n of the order, if events that
// both hold are drawn there and only reach down into lane n: with lanes by
// actor, where both show single events.
func (b *Builder) laneAbove(n int) *model.Lane {
	if b.in.Lanes.Grouping != model.ByActor || n == 0 || n == b.order.pinned {
		return nil
	}
	i := b.order.lanes[n-1]
	if b.states[i].newLevel < Marks {
		return nil
	}
	return &b.in.Lanes.Lanes[i]
}

// echoes reports whether the event of a row is drawn in the lane above.
func (p *placement) echoes(row uint32) bool {
	c := p.set.columns
	if p.above == nil || c.ActorAt[row+1]-c.ActorAt[row] < 2 {
		return false
	}
	_, ok := slices.BinarySearch(p.above.Rows, row)
	return ok
}

// join finds the marks that continue one in the lane above.
func (b *Builder) join() {
	if b.in.Lanes.Grouping != model.ByActor {
		return
	}
	if b.last == nil {
		b.last = map[model.EventID]int{}
	}
	clear(b.last)
	c := b.in.Columns
	for i := range b.drawn {
		d := &b.drawn[i]
		if c.ActorAt[d.row+1]-c.ActorAt[d.row] < 2 {
			continue
		}
		if at, ok := b.last[d.id]; ok && d.slot.echo && b.drawn[at].lane == d.lane-1 {
			d.joined = true
		}
		b.last[d.id] = i
	}
}

// joints draws the bars that tie marks to the ones they continue.
func (b *Builder) joints(f *figure.Figure, pinned bool) {
	if b.in.Lanes.Grouping != model.ByActor {
		return
	}
	clear(b.last)
	for i := range b.drawn {
		d := &b.drawn[i]
		if d.joined && b.scene.Lanes[d.lane].Pinned == pinned {
			b.joint(f, &b.drawn[b.last[d.id]], d)
		}
		if d.joined || b.in.Columns.ActorAt[d.row+1]-b.in.Columns.ActorAt[d.row] > 1 {
			b.last[d.id] = i
		}
	}
}

// joint draws one such bar: between glyphs, or between the starts of spans and
// of extents that hold their label, whose glyphs are not above each other.
func (b *Builder) joint(f *figure.Figure, above, below *drawn) {
	x := below.x
	if below.body.kind == barBody || above.slot.side == inside {
		x = below.lo + jointWidth/2
	}
	if x < 0 || x > f.W {
		return
	}
	w := jointWidth * b.m.k
	f.Fill(figure.R(x-w/2, above.y, w, below.y-above.y), below.ink(below.colour(), jointFaint))
}

// A tally counts the events of a frame, each once however many lanes hold it.
type tally struct {
	shared bool // an event may stand in several lanes
	sum    int
	rows   []uint32
}

func (t *tally) begin(in *Input) {
	t.shared = in.Lanes.Grouping == model.ByActor || in.Lanes.Grouping == model.ByPair
	t.sum, t.rows = 0, t.rows[:0]
}

// add counts the events of a lane that are in view.
func (t *tally) add(lane *model.Lane, n *count, running []int) {
	t.sum += n.in
	if !t.shared || t.sum > manyInFrame {
		return
	}
	t.rows = append(t.rows, lane.Rows[n.first:n.last]...)
	for _, k := range running {
		t.rows = append(t.rows, lane.Rows[k])
	}
}

// events returns how many events were counted. When they are too many to be
// told apart in the time of a frame, those that began before the view are not
// among them.
func (t *tally) events(in *Input) int {
	if !t.shared {
		return t.sum
	}
	if t.sum <= manyInFrame {
		slices.Sort(t.rows)
		return len(slices.Compact(t.rows))
	}
	return in.Kept.CountIn(in.Columns.Before(in.View.From()), in.Columns.Before(in.View.To()))
}
