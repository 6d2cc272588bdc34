package app

import (
	"maps"
	"slices"

	"chancery/app/scene"
)

// rearrange puts a copy with one change in the place of a set: an arrangement
// that was drawn from is not changed.
func rearrange(set *map[string]bool, key string, on bool) {
	copied := maps.Clone(*set)
	if copied == nil {
		copied = map[string]bool{}
	}
	copied[key] = on
	if !on {
		delete(copied, key)
	}
	*set = copied
}

// arrange shows the lanes in another arrangement, and tells of it.
func (t *timeline) arrange(change func(*scene.Arrangement)) {
	a := *t.arranged
	change(&a)
	t.arranged = &a
	t.invalidate()
	if t.OnArrange != nil {
		t.OnArrange()
	}
}

// toggleLane folds a lane to a strip of its density, or unfolds it.
func (t *timeline) toggleLane(key string) {
	t.arrange(func(a *scene.Arrangement) { rearrange(&a.Collapsed, key, !a.Collapsed[key]) })
}

// hideLane takes a lane out of the timeline until hidden lanes are shown.
func (t *timeline) hideLane(key string) {
	t.arrange(func(a *scene.Arrangement) { rearrange(&a.Hidden, key, true) })
}

// showLanes brings every hidden lane back.
func (t *timeline) showLanes() {
	t.arrange(func(a *scene.Arrangement) { a.Hidden = nil })
}

// showAll lets a lane have up to twelve rows, or as few as others.
func (t *timeline) showAll(key string) {
	t.arrange(func(a *scene.Arrangement) { rearrange(&a.ShowAll, key, !a.ShowAll[key]) })
}

// pinLane keeps a lane at the top while others scroll, or lets it go.
func (t *timeline) pinLane(key string) {
	t.arrange(func(a *scene.Arrangement) { rearrange(&a.Pinned, key, !a.Pinned[key]) })
}

// resetLanes puts the lanes back as they come.
func (t *timeline) resetLanes() {
	t.arrange(func(a *scene.Arrangement) { *a = scene.Arrangement{} })
}

// laneOrder returns the keys of every lane in the order in which they stand,
// the hidden ones where they would stand.
func (t *timeline) laneOrder() []string {
	lanes := t.ws.Lanes().Lanes
	keys := make([]string, 0, len(lanes))
	rank := make(map[string]int, len(t.arranged.Order))
	for i, key := range t.arranged.Order {
		rank[key] = i - len(t.arranged.Order)
	}
	for i := range lanes {
		keys = append(keys, lanes[i].Key)
	}
	slices.SortStableFunc(keys, func(a, b string) int { return rank[a] - rank[b] })
	return keys
}

// moveLane puts a lane before another one; before "" it becomes the last.
func (t *timeline) moveLane(key, before string) {
	if key == before {
		return
	}
	order := slices.DeleteFunc(t.laneOrder(), func(k string) bool { return k == key })
	at := slices.Index(order, before)
	if at < 0 {
		at = len(order)
	}
	order = slices.Insert(order, at, key)
	t.arrange(func(a *scene.Arrangement) { a.Order = order })
}

// shiftLane moves a lane up or down by one of those that are shown.
func (t *timeline) shiftLane(key string, by int) {
	s := t.current()
	if s == nil {
		return
	}
	at := slices.IndexFunc(s.Lanes, func(b laneBox) bool { return b.Key == key })
	to := at + by
	if at < 0 || to < 0 || to >= len(s.Lanes) || s.Lanes[to].Pinned != s.Lanes[at].Pinned {
		return
	}
	before := s.Lanes[to].Key
	if by > 0 {
		before = ""
		if to+1 < len(s.Lanes) {
			before = s.Lanes[to+1].Key
		}
	}
	t.moveLane(key, before)
}

// laneKey returns the key of the lane whose head lies at a place, "" for none.
func (t *timeline) laneKey(y float32) string {
	s := t.current()
	if s == nil {
		return ""
	}
	for i := range s.Lanes {
		if b := &s.Lanes[i]; y >= b.Y && y < b.Y+b.H {
			return b.Key
		}
	}
	return ""
}

// gapAt returns the edge between lanes that is nearest to a height, and the lane
// under it, "" for the end.
func (t *timeline) gapAt(y float32) (edge float32, before string) {
	s := t.current()
	if s == nil || len(s.Lanes) == 0 {
		return 0, ""
	}
	for i := range s.Lanes {
		if b := &s.Lanes[i]; y < b.Y+b.H/2 {
			return b.Y, b.Key
		}
	}
	last := s.Lanes[len(s.Lanes)-1]
	return last.Y + last.H, ""
}

// headDragged shows where the lane that is dragged would go, and puts it there
// at the end.
func (t *timeline) headDragged(from, to float32, final bool) {
	key := t.laneKey(from)
	edge, before := t.gapAt(to)
	h := t.Region.Heads
	h.Edge, h.Moving = edge, key != "" && !final
	h.Refresh()
	if final && key != "" {
		t.moveLane(key, before)
	}
}
