package app

import "maps"

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

// toggleLane folds a lane to a strip of its density, or unfolds it.
func (t *timeline) toggleLane(key string) {
	a := *t.arranged
	rearrange(&a.Collapsed, key, !a.Collapsed[key])
	t.arranged = &a
	t.invalidate()
}

// hideLane takes a lane out of the timeline until hidden lanes are shown.
func (t *timeline) hideLane(key string) {
	a := *t.arranged
	rearrange(&a.Hidden, key, true)
	t.arranged = &a
	t.invalidate()
}

// showLanes brings every hidden lane back.
func (t *timeline) showLanes() {
	a := *t.arranged
	a.Hidden = nil
	t.arranged = &a
	t.invalidate()
}

// showAll lets a lane have up to twelve rows, or as few as others.
func (t *timeline) showAll(key string) {
	a := *t.arranged
	rearrange(&a.ShowAll, key, !a.ShowAll[key])
	t.arranged = &a
	t.invalidate()
}
