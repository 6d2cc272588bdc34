package model

import "slices"

// PairLimit is the number of undirected participants above which an event
// belongs to no pair: a conference of twenty is not 190 meetings of two.
const PairLimit = 4

// A grouper finds the lanes that rows stand in.
type grouper struct {
	c      *Columns
	by     Grouping
	root   []uint32 // of each actor, the one that stands for it
	lanes  []Lane
	counts []int // rows of each lane

	seen []uint32 // actors of the row at hand, rolled up, no duplicates
	from []uint32
	to   []uint32
}

// A membership says that a row stands in a lane.
type membership struct{ lane, row uint32 }

func newGrouper(c *Columns, by Grouping, rollUp bool) *grouper {
	g := &grouper{c: c, by: by}
	if by == ByActor || by == ByPair {
		g.root = c.roots(rollUp)
	}
	return g
}

// roots returns for each actor the one that stands for it.
func (c *Columns) roots(rollUp bool) []uint32 { return c.Standing(rollUp) }

// Standing returns for each of Actors the one that stands for it: itself or,
// with rollUp, the first of the given actors above it, else the one at the root.
// An actor is above itself; indices below 0 stand for no actor.
func (c *Columns) Standing(rollUp bool, given ...int) []uint32 {
	root := make([]uint32, len(c.Actors))
	byKey := make(map[string]uint32, len(c.Actors))
	for i := range c.Actors {
		if c.Actors[i].Key != "" {
			byKey[c.Actors[i].Key] = uint32(i)
		}
	}
	for i := range root {
		root[i] = uint32(i)
		// The depth is bounded because a file may hold a cycle of parents.
		for depth := 0; rollUp && depth < 16 && !slices.Contains(given, int(root[i])); depth++ {
			parent, ok := byKey[c.Actors[root[i]].Parent]
			if !ok {
				break
			}
			root[i] = parent
		}
	}
	return root
}

// group finds the lanes of the kept rows, in the order in which they are met,
// gives each its rows, and returns how many rows were kept.
func (g *grouper) group(keep Bitmap) (rows int) {
	c := g.c
	switch g.by {
	case ByCollection:
		return groupBy(g, keep, c.Collection, len(c.Collections), func(k int) Lane {
			return Lane{Key: c.Collections[k].Key, Name: c.Collections[k].Label()}
		})
	case ByCategory:
		return groupBy(g, keep, c.Category, len(c.Categories), func(k int) Lane {
			x := c.Categories[k]
			return Lane{Key: x.Key, Name: x.Short, Category: x.Index}
		})
	case ByPlace:
		return groupBy(g, keep, c.Place, len(c.Places), func(k int) Lane {
			return Lane{Key: c.Places[k], Name: c.Places[k]}
		})
	case ByActor:
		return g.byActor(keep)
	case ByPair:
		return g.byPair(keep)
	}
	all := make([]uint32, 0, c.Len())
	for i := range c.ID {
		if keep.Has(i) {
			all = append(all, uint32(i))
		}
	}
	if len(all) > 0 {
		g.lanes = append(g.lanes, Lane{Key: "all", Rows: all})
	}
	return len(all)
}

// groupBy puts each kept row into the lane of its key, which describe makes
// when it is first met. It goes over the keys twice, to count and to place:
// that is quicker, and takes less memory, than to note what goes where.
func groupBy[K uint8 | uint16 | uint32](g *grouper, keep Bitmap, keys []K, most int, describe func(k int) Lane) (rows int) {
	lane := make([]uint32, most) // of a key, plus 1; 0 for none
	for i, k := range keys {
		if !keep.Has(i) {
			continue
		}
		if lane[k] == 0 {
			g.lanes = append(g.lanes, describe(int(k)))
			g.counts = append(g.counts, 0)
			lane[k] = uint32(len(g.lanes))
		}
		g.counts[lane[k]-1]++
		rows++
	}
	all, ends := g.room(rows)
	for i, k := range keys {
		if keep.Has(i) {
			end := &ends[lane[k]-1]
			all[*end] = uint32(i)
			*end++
		}
	}
	return rows
}

// room cuts an array of n rows into those of the lanes by their counts, and
// returns it with the place of each lane's first row.
func (g *grouper) room(n int) (all []uint32, ends []int) {
	all = make([]uint32, n)
	ends = g.counts
	at := 0
	for i, n := range g.counts {
		g.lanes[i].Rows = all[at : at+n : at+n]
		at, ends[i] = at+n, at
	}
	return all, ends
}

func (g *grouper) byActor(keep Bitmap) (rows int) {
	c := g.c
	lane := make([]uint32, len(c.Actors)) // plus 1; 0 for none
	members := 0
	for i := range c.ID {
		if !keep.Has(i) {
			continue
		}
		rows++
		g.parties(i)
		members += len(g.seen)
		for _, a := range g.seen {
			if lane[a] == 0 {
				name := c.Actors[a].Name
				g.lanes = append(g.lanes, Lane{Key: name, Name: name, Actors: [2]uint32{a, a}})
				g.counts = append(g.counts, 0)
				lane[a] = uint32(len(g.lanes))
			}
			g.counts[lane[a]-1]++
		}
	}
	all, ends := g.room(members)
	for i := range c.ID {
		if !keep.Has(i) {
			continue
		}
		g.parties(i)
		for _, a := range g.seen {
			end := &ends[lane[a]-1]
			all[*end] = uint32(i)
			*end++
		}
	}
	return rows
}

func (g *grouper) byPair(keep Bitmap) (rows int) {
	lanes := map[uint64]int{} // by pair
	var found []membership
	var pairs []uint64
	for i := range g.c.ID {
		if !keep.Has(i) {
			continue
		}
		rows++
		g.actors(i)
		pairs = g.appendPairs(pairs[:0])
		for _, pair := range pairs {
			lane, ok := lanes[pair]
			if !ok {
				lane = len(g.lanes)
				lanes[pair] = lane
				g.counts = append(g.counts, 0)
				a, b := uint32(pair>>32), uint32(pair)
				name := g.c.Actors[a].Name + " – " + g.c.Actors[b].Name
				g.lanes = append(g.lanes, Lane{Key: name, Name: name, Actors: [2]uint32{a, b}})
			}
			g.counts[lane]++
			found = append(found, membership{uint32(lane), uint32(i)})
		}
	}
	all, ends := g.room(len(found))
	for _, m := range found {
		all[ends[m.lane]] = m.row
		ends[m.lane]++
	}
	return rows
}

// parties gathers the rolled-up actors of row i, each once.
func (g *grouper) parties(i int) {
	g.seen = g.seen[:0]
	actors, _ := g.c.ActorsOf(i)
	for _, a := range actors {
		if r := g.root[a]; !slices.Contains(g.seen, r) {
			g.seen = append(g.seen, r)
		}
	}
}

// actors is parties, and gathers those who act and those acted on besides.
func (g *grouper) actors(i int) {
	g.parties(i)
	g.from, g.to = g.from[:0], g.to[:0]
	actors, roles := g.c.ActorsOf(i)
	for k, a := range actors {
		r := g.root[a]
		if roles[k] == Initiator && !slices.Contains(g.from, r) {
			g.from = append(g.from, r)
		}
		if roles[k] == Target && !slices.Contains(g.to, r) {
			g.to = append(g.to, r)
		}
	}
}
