package model

import (
	"slices"
	"sort"
	"strings"

	"chancery/model/edtf"
)

// A Grouping says what the lanes of a timeline are.
type Grouping uint8

// The groupings. ByPair groups by undirected pair of actors.
const (
	ByCollection Grouping = iota
	ByActor
	ByCategory
	ByPair
	ByPlace
	ByNone
)

var groupingNames = [...]string{
	ByCollection: "collection",
	ByActor:      "actor",
	ByCategory:   "category",
	ByPair:       "pair",
	ByPlace:      "place",
	ByNone:       "none",
}

// Groupings returns every grouping in the order in which menus show them.
func Groupings() []Grouping {
	return []Grouping{ByCollection, ByActor, ByCategory, ByPair, ByPlace, ByNone}
}

// String returns the word for g on the command line and in saved views.
func (g Grouping) String() string { return groupingNames[g] }

// ParseGrouping reads the word for a grouping; ok is false for any other.
func ParseGrouping(word string) (g Grouping, ok bool) {
	i := slices.Index(groupingNames[:], strings.ToLower(word))
	return Grouping(max(i, 0)), i >= 0
}

// pairLimit is the number of undirected participants above which an event
// belongs to no pair: a conference of twenty is not 190 meetings of two.
const pairLimit = 4

// A Lane is one row of a timeline: the events that share a collection, an
// actor, a pair and so on. Rows are row numbers of the Columns, in time order.
type Lane struct {
	Key      string // stable across rebuilds: what a saved view remembers
	Name     string
	Category uint8     // Index of the category, when lanes are categories
	Actors   [2]uint32 // indices into Actors, when lanes are actors or pairs
	Rows     []uint32

	maxEnd  []edtf.Instant // running maximum of End per block of rows
	ends    endTree
	density density
}

// Lanes are the lanes of one grouping of the kept events of a Columns. An event
// may stand in several lanes; Events counts each once.
type Lanes struct {
	Columns  *Columns
	Grouping Grouping
	RollUp   bool
	Lanes    []Lane
	Events   int
}

// Lanes groups the kept rows, busiest lane first; lanes of collections keep the
// order of the archive and those of categories the order of legends. A nil keep
// keeps every row. With rollUp, an actor stands for the bodies and people under
// it, and the lanes are those at the root.
func (c *Columns) Lanes(by Grouping, keep Bitmap, rollUp bool) *Lanes {
	g := newGrouper(c, by, rollUp)
	events := 0
	for i := range c.ID {
		if keep.Has(i) {
			g.add(i)
			events++
		}
	}
	lanes := g.lanes
	for i := range lanes {
		lanes[i].index(c)
	}
	if by != ByCollection && by != ByCategory {
		slices.SortStableFunc(lanes, func(a, b Lane) int { return len(b.Rows) - len(a.Rows) })
	} else {
		slices.SortStableFunc(lanes, func(a, b Lane) int { return g.rank[a.Key] - g.rank[b.Key] })
	}
	return &Lanes{Columns: c, Grouping: by, RollUp: rollUp, Lanes: lanes, Events: events}
}

// A grouper sorts rows into lanes as they come.
type grouper struct {
	c     *Columns
	by    Grouping
	root  []uint32
	lanes []Lane
	at    map[uint64]int
	rank  map[string]int
	seen  []uint32 // actors of the row at hand, rolled up, no duplicates
	from  []uint32
	to    []uint32
}

func newGrouper(c *Columns, by Grouping, rollUp bool) *grouper {
	g := &grouper{c: c, by: by, at: map[uint64]int{}, rank: map[string]int{}}
	g.root = c.roots(rollUp)
	for i, x := range c.Collections {
		if by == ByCollection {
			g.rank[x.Key] = i
		}
	}
	for i, x := range c.Categories {
		if by == ByCategory {
			g.rank[x.Key] = int(x.Index)<<8 | i
		}
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

func (g *grouper) add(i int) {
	c := g.c
	switch g.by {
	case ByCollection:
		g.put(i, uint64(c.Collection[i]), func() Lane {
			x := c.Collections[c.Collection[i]]
			return Lane{Key: x.Key, Name: x.Label()}
		})
	case ByCategory:
		g.put(i, uint64(c.Category[i]), func() Lane {
			x := c.Categories[c.Category[i]]
			return Lane{Key: x.Key, Name: x.Short, Category: x.Index}
		})
	case ByPlace:
		g.put(i, uint64(c.Place[i]), func() Lane {
			return Lane{Key: c.Places[c.Place[i]], Name: c.Places[c.Place[i]]}
		})
	case ByActor:
		g.actors(i)
		for _, a := range g.seen {
			g.put(i, uint64(a), func() Lane {
				return Lane{Key: c.Actors[a].Name, Name: c.Actors[a].Name, Actors: [2]uint32{a, a}}
			})
		}
	case ByPair:
		g.pairs(i)
	case ByNone:
		g.put(i, 0, func() Lane { return Lane{Key: "all"} })
	}
}

func (g *grouper) put(i int, key uint64, make func() Lane) {
	n, ok := g.at[key]
	if !ok {
		n = len(g.lanes)
		g.at[key] = n
		g.lanes = append(g.lanes, make())
	}
	g.lanes[n].Rows = append(g.lanes[n].Rows, uint32(i))
}

// actors gathers the rolled-up actors of row i, each once: those who act, those
// acted on, and all.
func (g *grouper) actors(i int) {
	g.seen, g.from, g.to = g.seen[:0], g.from[:0], g.to[:0]
	actors, roles := g.c.ActorsOf(i)
	for k, a := range actors {
		r := g.root[a]
		if !slices.Contains(g.seen, r) {
			g.seen = append(g.seen, r)
		}
		if roles[k] == Initiator && !slices.Contains(g.from, r) {
			g.from = append(g.from, r)
		}
		if roles[k] == Target && !slices.Contains(g.to, r) {
			g.to = append(g.to, r)
		}
	}
}

func (g *grouper) pairs(i int) {
	g.actors(i)
	if len(g.from) > 0 && len(g.to) > 0 {
		for _, a := range g.from {
			for _, b := range g.to {
				g.pair(i, a, b)
			}
		}
		return
	}
	if len(g.seen) > pairLimit {
		return
	}
	for k, a := range g.seen {
		for _, b := range g.seen[k+1:] {
			g.pair(i, a, b)
		}
	}
}

func (g *grouper) pair(i int, a, b uint32) {
	if a == b {
		return
	}
	if a > b {
		a, b = b, a
	}
	key := uint64(a)<<32 | uint64(b)
	if n, ok := g.at[key]; ok {
		if rows := g.lanes[n].Rows; rows[len(rows)-1] == uint32(i) {
			return
		}
	}
	g.put(i, key, func() Lane {
		name := g.c.Actors[a].Name + " – " + g.c.Actors[b].Name
		return Lane{Key: name, Name: name, Actors: [2]uint32{a, b}}
	})
}

// index prepares the lane for Window and Count.
func (l *Lane) index(c *Columns) {
	high := edtf.Past
	for k, row := range l.Rows {
		high = max(high, c.End[row])
		if k%endBlock == endBlock-1 || k == len(l.Rows)-1 {
			l.maxEnd = append(l.maxEnd, high)
		}
	}
	l.ends = newEndTree(c, l.Rows)
	l.density = newDensity(c, l.Rows)
}

// Window returns the half-open range of l.Rows that may overlap [from, to): all
// that do are in it, and some that ended before the window may be too.
func (l *Lane) Window(c *Columns, from, to edtf.Instant) (first, last int) {
	last = sort.Search(len(l.Rows), func(k int) bool { return c.Start[l.Rows[k]] >= to })
	block := sort.Search(len(l.maxEnd), func(b int) bool { return l.maxEnd[b] > from })
	return min(block*endBlock, last), last
}

// Before returns how many events of the lane start before t.
func (l *Lane) Before(c *Columns, t edtf.Instant) int {
	return l.density.before(c, l.Rows, t)
}

// Running appends to found, in order, the indices into l.Rows of events that
// start before from and end after it, at most limit of them. It costs as much
// as there are such events, whatever the length of the lane.
func (l *Lane) Running(c *Columns, from edtf.Instant, limit int, found []int) []int {
	return l.ends.after(c, l.Rows[:l.Before(c, from)], from, limit, found)
}

// Peak returns the highest number of events that start in any one bin of the
// given length, one of Bins; ok is false for bins too short to know it of.
func (l *Lane) Peak(length int64) (n int, ok bool) { return l.density.peak(length) }
