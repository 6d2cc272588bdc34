package model

import (
	"runtime"
	"slices"
	"sort"
	"strings"
	"sync"
	"sync/atomic"

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

// A Lane is one row of a timeline: the events that share a collection, an
// actor, a pair and so on. Rows are row numbers of the Columns, in time order.
type Lane struct {
	Key      string // stable across rebuilds: what a saved view remembers
	Name     string
	Category uint8     // Index of the category, when lanes are categories
	Actors   [2]uint32 // indices into Actors, when lanes are actors or pairs
	Rows     []uint32  // none in the lanes of a Sketch that are not short

	maxEnd  []edtf.Instant // running maximum of End per block of rows
	ends    endTree
	density density
	sketch  *sketched // what stands in for rows; nil when the rows are there
	timed   bool      // of a sketch
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
	events := g.group(keep)
	lanes := g.lanes
	indexAll(c, lanes)
	if by != ByCollection && by != ByCategory {
		slices.SortStableFunc(lanes, func(a, b Lane) int { return len(b.Rows) - len(a.Rows) })
	} else {
		rank := c.ranks(by)
		slices.SortStableFunc(lanes, func(a, b Lane) int { return rank[a.Key] - rank[b.Key] })
	}
	return &Lanes{Columns: c, Grouping: by, RollUp: rollUp, Lanes: lanes, Events: events}
}

// ranks returns the order of the lanes of collections or categories by key.
func (c *Columns) ranks(by Grouping) map[string]int {
	rank := map[string]int{}
	if by == ByCollection {
		for i, x := range c.Collections {
			rank[x.Key] = i
		}
		return rank
	}
	for i, x := range c.Categories {
		rank[x.Key] = int(x.Index)<<8 | i
	}
	return rank
}

// indexAll prepares lanes, as many at a time as there are processors.
func indexAll(c *Columns, lanes []Lane) {
	var next atomic.Int64
	var done sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(lanes)) {
		done.Go(func() {
			for i := next.Add(1) - 1; int(i) < len(lanes); i = next.Add(1) - 1 {
				lanes[i].index(c)
			}
		})
	}
	done.Wait()
}

// index prepares the lane for Window, Running and Before.
func (l *Lane) index(c *Columns) {
	l.ends = newEndTree(c, l.Rows)
	l.maxEnd = l.ends.runningMax(endBlock / endTreeBlock)
	l.density = newDensity(c, l.Rows)
}

// Len returns the number of events of the lane.
func (l *Lane) Len() int {
	if l.sketch != nil {
		return l.density.events()
	}
	return len(l.Rows)
}

// Timed reports whether the lane knows the hours of its events, from a few of
// them spread over the lane.
func (l *Lane) Timed(c *Columns) bool {
	if l.sketch != nil {
		return l.timed
	}
	const looks = 32
	step := max(len(l.Rows)/looks, 1)
	for k := 0; k < len(l.Rows); k += step {
		if at := c.Start[l.Rows[k]]; at.Finite() && at != floorBin(at, daySeconds) {
			return true
		}
	}
	return false
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
	lo, hi := l.density.around(t)
	if lo == hi {
		return lo
	}
	if l.sketch != nil {
		l.sketch.lacking = true
		return lo
	}
	return lo + sort.Search(hi-lo, func(k int) bool { return c.Start[l.Rows[lo+k]] >= t })
}

// Running appends to found, in order, the indices into l.Rows of events that
// start before from and end after it, at most limit of them. It costs as much
// as there are such events, whatever the length of the lane.
func (l *Lane) Running(c *Columns, from edtf.Instant, limit int, found []int) []int {
	if l.sketch != nil {
		return l.runningBeforeAll(from, limit, found)
	}
	return l.ends.after(c, l.Rows[:l.Before(c, from)], from, limit, found)
}

// runningBeforeAll is Running of a lane of a sketch: before the first end there
// is, what has no start runs.
func (l *Lane) runningBeforeAll(from edtf.Instant, limit int, found []int) []int {
	if from >= l.sketch.from && l.Before(nil, from) > 0 {
		l.sketch.lacking = true
	}
	for k := range min(l.density.past, limit) {
		found = append(found, k)
	}
	return found
}
