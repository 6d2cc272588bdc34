package model

import (
	"cmp"
	"slices"

	"chancery/model/edtf"
)

// SparkBins is into how many equal stretches of time an ActorTree counts.
const SparkBins = 24

// An ActorTree is the actors of a chronology, each under the body it belongs
// to, with the numbers of events that a list of them shows.
type ActorTree struct {
	Nodes    []ActorNode // by index into Columns.Actors
	Roots    []uint32    // those that belong to no body, busiest first
	From, To edtf.Instant
}

// An ActorNode is one actor of an ActorTree. Own counts the events in which it
// takes part itself, All those of it and of all below it, each once. Spark
// counts All by when events begin, in SparkBins equal parts of [From, To) of the
// tree; an event without a known beginning is in none.
type ActorNode struct {
	Parent   int32 // -1 at a root
	Children []uint32
	Own, All int
	Spark    [SparkBins]uint32
}

// ActorTree counts the kept events of every actor in one pass. A nil keep keeps
// every row. Where files name parents in a circle, the circle is cut.
func (c *Columns) ActorTree(keep Bitmap) *ActorTree {
	t := &ActorTree{Nodes: make([]ActorNode, len(c.Actors))}
	t.plant(c)
	t.span(c, keep)
	t.count(c, keep)
	t.sort(c)
	return t
}

// plant hangs every actor under its parent.
func (t *ActorTree) plant(c *Columns) {
	byKey := make(map[string]int32, len(c.Actors))
	for i := range c.Actors {
		if c.Actors[i].Key != "" {
			byKey[c.Actors[i].Key] = int32(i)
		}
	}
	for i := range t.Nodes {
		t.Nodes[i].Parent = -1
		if parent, ok := byKey[c.Actors[i].Parent]; ok && c.Actors[i].Parent != "" {
			t.Nodes[i].Parent = parent
		}
	}
	for i := range t.Nodes {
		if t.circular(int32(i)) {
			t.Nodes[i].Parent = -1
		}
	}
}

// circular reports whether an actor is above itself.
func (t *ActorTree) circular(i int32) bool {
	above := t.Nodes[i].Parent
	for range t.Nodes {
		if above < 0 || above == i {
			break
		}
		above = t.Nodes[above].Parent
	}
	return above == i
}

// span finds between which moments the kept events begin.
func (t *ActorTree) span(c *Columns, keep Bitmap) {
	t.From, t.To = edtf.Future, edtf.Past
	for row, start := range c.Start {
		if start.Finite() && keep.Has(row) {
			t.From, t.To = min(t.From, start), max(t.To, start+1)
		}
	}
	if t.From > t.To {
		t.From, t.To = 0, 0
	}
}

func (t *ActorTree) count(c *Columns, keep Bitmap) {
	own := make([]uint32, len(t.Nodes)) // row of the last event that was counted, plus 1
	all := make([]uint32, len(t.Nodes))
	for row, start := range c.Start {
		if !keep.Has(row) {
			continue
		}
		stamp, bin := uint32(row+1), t.bin(start)
		actors, _ := c.ActorsOf(row)
		for _, a := range actors {
			if own[a] != stamp {
				own[a] = stamp
				t.Nodes[a].Own++
			}
			// Who is stamped has had everybody above stamped, too.
			for i := int32(a); i >= 0 && all[i] != stamp; i = t.Nodes[i].Parent {
				all[i] = stamp
				t.Nodes[i].All++
				if bin >= 0 {
					t.Nodes[i].Spark[bin]++
				}
			}
		}
	}
}

func (t *ActorTree) bin(start edtf.Instant) int {
	if !start.Finite() {
		return -1
	}
	return int(float64(start-t.From) / float64(t.To-t.From) * SparkBins)
}

// sort orders those under one body by their events, and then by name.
func (t *ActorTree) sort(c *Columns) {
	for i := range t.Nodes {
		if parent := t.Nodes[i].Parent; parent >= 0 {
			t.Nodes[parent].Children = append(t.Nodes[parent].Children, uint32(i))
		} else {
			t.Roots = append(t.Roots, uint32(i))
		}
	}
	busiest := func(a, b uint32) int {
		return cmp.Or(cmp.Compare(t.Nodes[b].All, t.Nodes[a].All), cmp.Compare(c.Actors[a].Name, c.Actors[b].Name))
	}
	slices.SortFunc(t.Roots, busiest)
	for i := range t.Nodes {
		slices.SortFunc(t.Nodes[i].Children, busiest)
	}
}

// Under reports whether an actor is another or below it.
func (t *ActorTree) Under(actor, above uint32) bool {
	for i := int32(actor); i >= 0; i = t.Nodes[i].Parent {
		if uint32(i) == above {
			return true
		}
	}
	return false
}

// Bodies returns how many actors are below one.
func (t *ActorTree) Bodies(actor uint32) int {
	n := 0
	for _, child := range t.Nodes[actor].Children {
		n += 1 + t.Bodies(child)
	}
	return n
}
