package model

import (
	"cmp"
	"iter"
	"slices"
)

// A Tally counts events and adds up their scores. The zero Tally has counted
// nothing.
type Tally struct {
	Events int
	Scored int   // how many of them have a score
	Sum    int64 // of their scores, in tenths of a point
}

// Add counts an event with a score in tenths of a point, or NoScore.
func (t *Tally) Add(score int8) {
	t.Events++
	if score != NoScore {
		t.Scored++
		t.Sum += int64(score)
	}
}

// Mean returns the mean score in points; ok is false when no event has one.
func (t Tally) Mean() (points float64, ok bool) {
	if t.Scored == 0 {
		return 0, false
	}
	return float64(t.Sum) / float64(t.Scored) / 10, true
}

// An ActorTally is the tally of the events in which an actor takes part. Actor
// is an index into Columns.Actors.
type ActorTally struct {
	Actor uint32
	Tally
}

// A PairTally is the tally of the events between two actors, whichever of them
// acts. A and B are indices into Columns.Actors, A below B.
type PairTally struct {
	A, B uint32
	Tally
}

// TallyActors tallies the kept events by actor, most events first and then by
// name. An event counts once for an actor, in however many roles. With rollUp
// an actor stands for the bodies and people under it, and an event counts once
// for all of them.
func (c *Columns) TallyActors(keep Bitmap, rollUp bool) []ActorTally {
	all := make([]ActorTally, len(c.Actors))
	for i := range all {
		all[i].Actor = uint32(i)
	}
	for row, actors := range c.Parties(keep, rollUp) {
		for _, a := range actors {
			all[a].Add(c.Score[row])
		}
	}
	all = slices.DeleteFunc(all, func(t ActorTally) bool { return t.Events == 0 })
	slices.SortFunc(all, func(x, y ActorTally) int {
		return cmp.Or(cmp.Compare(y.Events, x.Events), cmp.Compare(c.Actors[x.Actor].Name, c.Actors[y.Actor].Name))
	})
	return all
}

// TallyPairs tallies the kept events by undirected pair of actors, most events
// first and then by name. What makes a pair is what makes a lane of ByPair, and
// an event counts once for a pair. With rollUp an actor stands for the bodies
// and people under it.
func (c *Columns) TallyPairs(keep Bitmap, rollUp bool) []PairTally {
	at := map[uint64]int{}
	var all []PairTally
	var pairs []uint64 // of the row at hand
	g := newGrouper(c, ByPair, rollUp)
	for row := range c.ID {
		if !keep.Has(row) {
			continue
		}
		g.actors(row)
		pairs = g.appendPairs(pairs[:0])
		for _, key := range pairs {
			n, ok := at[key]
			if !ok {
				n = len(all)
				at[key] = n
				all = append(all, PairTally{A: uint32(key >> 32), B: uint32(key)})
			}
			all[n].Add(c.Score[row])
		}
	}
	slices.SortFunc(all, func(x, y PairTally) int {
		return cmp.Or(cmp.Compare(y.Events, x.Events),
			cmp.Compare(c.Actors[x.A].Name, c.Actors[y.A].Name),
			cmp.Compare(c.Actors[x.B].Name, c.Actors[y.B].Name))
	})
	return all
}

// Parties yields each kept row with the actors that take part in it, as indices
// into Actors, each once. With rollUp an actor stands for the bodies and people
// under it. The slice is good until the next row.
func (c *Columns) Parties(keep Bitmap, rollUp bool) iter.Seq2[int, []uint32] {
	return func(yield func(int, []uint32) bool) {
		g := newGrouper(c, ByActor, rollUp)
		for row := range c.ID {
			if !keep.Has(row) {
				continue
			}
			g.actors(row)
			if !yield(row, g.seen) {
				return
			}
		}
	}
}

// appendPairs appends the undirected pairs of the row that g.actors was called
// for, each once, the lower actor in the upper half.
func (g *grouper) appendPairs(pairs []uint64) []uint64 {
	add := func(a, b uint32) {
		key := uint64(min(a, b))<<32 | uint64(max(a, b))
		if a != b && !slices.Contains(pairs, key) {
			pairs = append(pairs, key)
		}
	}
	if len(g.from) > 0 && len(g.to) > 0 {
		for _, a := range g.from {
			for _, b := range g.to {
				add(a, b)
			}
		}
		return pairs
	}
	if len(g.seen) > PairLimit {
		return pairs
	}
	for k, a := range g.seen {
		for _, b := range g.seen[k+1:] {
			add(a, b)
		}
	}
	return pairs
}
