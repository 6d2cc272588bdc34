package model

import "slices"

// pairLimit is the number of undirected participants above which an event
// belongs to no pair: a conference of twenty is not 190 meetings of two.
const pairLimit = 4

// A grouper finds the lanes that rows stand in.
type grouper struct {
	c     *Columns
	by    Grouping
	root  []uint32 // of each actor, the one that stands for it
	lanes []Lane
	dense []uint32       // lane of a key below len(dense), plus 1; 0 for none
	pairs map[uint64]int // lane of a pair
	found []membership

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
func (c *Columns) roots(rollUp bool) []uint32 {
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
		for depth := 0; rollUp && depth < 16; depth++ {
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
// and returns how many rows were kept.
func (g *grouper) group(keep Bitmap) (rows int) {
	c := g.c
	g.found = make([]membership, 0, c.Len())
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
	for i := range c.ID {
		if keep.Has(i) {
			g.found = append(g.found, membership{0, uint32(i)})
		}
	}
	if len(g.found) > 0 {
		g.lanes = append(g.lanes, Lane{Key: "all"})
	}
	return len(g.found)
}

// groupBy puts each kept row into the lane of its key, which describe makes
// when it is first met.
func groupBy[K uint8 | uint16 | uint32](g *grouper, keep Bitmap, keys []K, most int, describe func(k int) Lane) (rows int) {
	g.dense = make([]uint32, most)
	for i, k := range keys {
		if !keep.Has(i) {
			continue
		}
		lane := g.dense[k]
		if lane == 0 {
			g.lanes = append(g.lanes, describe(int(k)))
			lane = uint32(len(g.lanes))
			g.dense[k] = lane
		}
		g.found = append(g.found, membership{lane - 1, uint32(i)})
	}
	return len(g.found)
}

func (g *grouper) byActor(keep Bitmap) (rows int) {
	c := g.c
	g.dense = make([]uint32, len(c.Actors))
	for i := range c.ID {
		if !keep.Has(i) {
			continue
		}
		rows++
		g.parties(i)
		for _, a := range g.seen {
			lane := g.dense[a]
			if lane == 0 {
				name := c.Actors[a].Name
				g.lanes = append(g.lanes, Lane{Key: name, Name: name, Actors: [2]uint32{a, a}})
				lane = uint32(len(g.lanes))
				g.dense[a] = lane
			}
			g.found = append(g.found, membership{lane - 1, uint32(i)})
		}
	}
	return rows
}

func (g *grouper) byPair(keep Bitmap) (rows int) {
	g.pairs = map[uint64]int{}
	var pairs []uint64
	for i := range g.c.ID {
		if !keep.Has(i) {
			continue
		}
		rows++
		g.actors(i)
		pairs = g.appendPairs(pairs[:0])
		for _, pair := range pairs {
			lane, ok := g.pairs[pair]
			if !ok {
				lane = len(g.lanes)
				g.pairs[pair] = lane
				a, b := uint32(pair>>32), uint32(pair)
				name := g.c.Actors[a].Name + " – " + g.c.Actors[b].Name
				g.lanes = append(g.lanes, Lane{Key: name, Name: name, Actors: [2]uint32{a, b}})
			}
			g.found = append(g.found, membership{uint32(lane), uint32(i)})
		}
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

// distribute gives each lane its rows, all of which share one array.
func (g *grouper) distribute() []Lane {
	ends := make([]int, len(g.lanes))
	for _, m := range g.found {
		ends[m.lane]++
	}
	rows := make([]uint32, len(g.found))
	at := 0
	for i, n := range ends {
		g.lanes[i].Rows = rows[at : at+n : at+n]
		at, ends[i] = at+n, at
	}
	for _, m := range g.found {
		rows[ends[m.lane]] = m.row
		ends[m.lane]++
	}
	return g.lanes
}
