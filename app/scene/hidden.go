package scene

import "chancery/model"

// Events that the filter hides can be shown all the same, faintly: then Lanes
// holds all events, and KeptLanes those that the filter keeps.

// hides reports whether the filter hides the event of a row, which is shown all
// the same.
func (in *Input) hides(row int) bool { return in.KeptLanes != nil && !in.Kept.Has(row) }

// countKeptBars counts the kept events of a lane that shows bars, if others are
// shown too.
func (b *Builder) countKeptBars(lane *model.Lane, st *laneState) {
	st.kept = st.kept[:0]
	in := b.in
	if in.KeptLanes == nil {
		return
	}
	h := &st.bars
	i, ok := b.keptLane(lane.Key)
	if !ok {
		return
	}
	kept := histogram{from: h.from, counts: st.kept}
	kept.count(in.Columns, &in.KeptLanes.Lanes[i], in.View, h.length, true)
	st.kept = kept.counts
}

// keptLane returns the index of the lane of a key among those of the kept events.
func (b *Builder) keptLane(key string) (i int, ok bool) {
	if b.keptOf != b.in.KeptLanes {
		b.keptOf, b.keptAt = b.in.KeptLanes, map[string]int{}
		for i := range b.keptOf.Lanes {
			b.keptAt[b.keptOf.Lanes[i].Key] = i
		}
	}
	i, ok = b.keptAt[key]
	return i, ok
}
