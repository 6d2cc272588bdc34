package model

import (
	"cmp"
	"slices"
	"sort"

	"chancery/model/edtf"
)

// NoScore in Columns.Score marks an event without a score.
const NoScore int8 = -128

// Columns is a chronology as a struct of arrays, sorted by Start and then ID:
// the form from which timelines and charts are drawn. It holds no text but the
// names of what events are grouped by; titles are fetched by ID for the few
// marks that show one.
//
// Start and End are the outer bounds of each event, half-open, in seconds
// since 1970 on the local-clock axis of package edtf; edtf.Past and
// edtf.Future stand for ends that are open or not known. A Columns is not
// changed once it is drawn from: edits make a new one that shares what stayed.
type Columns struct {
	Generation uint64 // of the archive it was built from

	ID         []EventID
	Start, End []edtf.Instant
	Form       []Form
	Category   []uint8  // index into Categories
	Collection []uint16 // index into Collections
	Place      []uint32 // index into Places; 0 is no place
	Score      []int8   // tenths of a Goldstein point; NoScore for none
	Confidence []uint8  // index into Confidences

	// The participations of row i are Actor[k], Role[k] for k in
	// [ActorAt[i], ActorAt[i+1]).
	ActorAt []uint32
	Actor   []uint32 // index into Actors
	Role    []Role

	Categories  []Category
	Collections []Collection
	Places      []string
	Confidences []string
	Actors      []Actor

	maxEnd  []edtf.Instant // running maximum of End per block of endBlock rows
	lastEnd edtf.Instant   // latest finite End, or Past

	sketched *sketched // of what these rows are a part; nil when they are all there are
}

// endBlock is how many rows share an entry of the index that finds spans which
// began long ago and still run.
const endBlock = 1024

// Len returns the number of events.
func (c *Columns) Len() int { return len(c.ID) }

// ActorsOf returns the participants of row i as indices into Actors, and their
// roles. The slices are views: do not change them.
func (c *Columns) ActorsOf(i int) ([]uint32, []Role) {
	from, to := c.ActorAt[i], c.ActorAt[i+1]
	return c.Actor[from:to], c.Role[from:to]
}

// Extent returns the outermost finite moments of all events, half-open; ok is
// false when there is none. An open end does not count, so that fitting the
// view to the data does not run to the end of time.
func (c *Columns) Extent(keep Bitmap) (from, to edtf.Instant, ok bool) {
	if keep == nil && c.sketched != nil {
		return c.sketched.from, c.sketched.to, true
	}
	if keep == nil && c.maxEnd != nil {
		return c.extent()
	}
	from, to = edtf.Future, edtf.Past
	for i := range c.ID {
		if !keep.Has(i) {
			continue
		}
		for _, t := range [2]edtf.Instant{c.Start[i], c.End[i]} {
			if t == edtf.Past || t == edtf.Future {
				continue
			}
			from, to = min(from, t), max(to, t)
		}
	}
	return from, to, from <= to
}

// extent is Extent of every row, found without looking at each.
func (c *Columns) extent() (from, to edtf.Instant, ok bool) {
	from, to = edtf.Future, c.lastEnd
	started, finite := c.FiniteStarts()
	for _, end := range c.End[:started] {
		if end.Finite() {
			from = min(from, end)
		}
	}
	if started < finite {
		from, to = min(from, c.Start[started]), max(to, c.Start[finite-1])
	}
	return from, to, from <= to
}

// FiniteStarts returns the rows [from, to) that have a finite start.
func (c *Columns) FiniteStarts() (from, to int) {
	from = sort.Search(len(c.Start), func(i int) bool { return c.Start[i] > edtf.Past })
	return from, sort.Search(len(c.Start), func(i int) bool { return c.Start[i] == edtf.Future })
}

// Bulk returns the shortest stretch of time in which seven of eight events begin;
// ok is false when that is much of the time they take in all, or cannot be told
// because there are few of them, or these are the columns of a sketch.
func (c *Columns) Bulk() (from, to edtf.Instant, ok bool) {
	started, finite := c.FiniteStarts()
	starts := c.Start[started:finite]
	if c.sketched != nil || len(starts) < bulkLeast {
		return 0, 0, false
	}
	from, to = Shortest(starts, len(starts)-len(starts)/8)
	first, last, _ := c.Extent(nil)
	return from, to, to > from && to-from < (last-first)/bulkShare
}

// Shortest returns the first and the last of the n moments that lie closest
// together, the earliest such where several lie equally close. The moments are
// finite and in order; n is from 1 to their number.
func Shortest(moments []edtf.Instant, n int) (first, last edtf.Instant) {
	first, last = moments[0], moments[n-1]
	for i, at := range moments[n-1:] {
		if at-moments[i] < last-first {
			first, last = moments[i], at
		}
	}
	return first, last
}

// Limits of a bulk: of so many events, in less than one part in so many of their time.
const (
	bulkLeast = 40
	bulkShare = 4
)

// RowOf returns the row of the event with an ID, by a linear search; ok is
// false when it is not here.
func (c *Columns) RowOf(id EventID) (row int, ok bool) {
	row = slices.Index(c.ID, id)
	return row, row >= 0
}

// RowsOf returns the rows of the events with the given IDs; IDs that are not
// here are passed over. It costs one pass over the columns, whatever the number
// of IDs.
func (c *Columns) RowsOf(ids []EventID) Bitmap {
	rows := NewBitmap(c.Len())
	if len(ids) == 0 {
		return rows
	}
	wanted := make(map[EventID]struct{}, len(ids))
	for _, id := range ids {
		wanted[id] = struct{}{}
	}
	low, high := slices.Min(ids), slices.Max(ids)
	for i, id := range c.ID {
		if id < low || id > high {
			continue
		}
		if _, ok := wanted[id]; ok {
			rows.Set(i)
		}
	}
	return rows
}

// Window returns the half-open range of rows that may overlap [from, to): all
// that do are in it, and some before the window that do not may be too.
func (c *Columns) Window(from, to edtf.Instant) (first, last int) {
	last = sort.Search(len(c.Start), func(i int) bool { return c.Start[i] >= to })
	block := sort.Search(len(c.maxEnd), func(b int) bool { return c.maxEnd[b] > from })
	return min(block*endBlock, last), last
}

// index builds what Window needs.
func (c *Columns) index() {
	c.maxEnd = make([]edtf.Instant, 0, len(c.End)/endBlock+1)
	high := edtf.Past
	c.lastEnd = edtf.Past
	for i, end := range c.End {
		high = max(high, end)
		if end != edtf.Future {
			c.lastEnd = max(c.lastEnd, end)
		}
		if i%endBlock == endBlock-1 || i == len(c.End)-1 {
			c.maxEnd = append(c.maxEnd, high)
		}
	}
}

// Index prepares a Columns whose arrays were filled by hand or read from a
// snapshot: it must be called once before the Columns is used.
func (c *Columns) Index() { c.index() }

// An Entry is one event on its way into Columns.
type Entry struct {
	ID         EventID
	Start, End edtf.Instant
	Form       Form
	Category   uint8
	Collection uint16
	Place      uint32
	Score      int8
	Confidence uint8
	Actors     []uint32
	Roles      []Role
}

// Build returns the Columns of the entries, sorted; names holds the lookups
// (Categories, Collections, Places, Confidences, Actors, Generation), which the
// result shares. The entries are reordered in place.
func Build(names *Columns, entries []Entry) *Columns {
	slices.SortFunc(entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.ID, b.ID))
	})
	n, participations := len(entries), 0
	for i := range entries {
		participations += len(entries[i].Actors)
	}
	c := &Columns{
		Generation: names.Generation,
		ID:         make([]EventID, n),
		Start:      make([]edtf.Instant, n), End: make([]edtf.Instant, n),
		Form: make([]Form, n), Category: make([]uint8, n), Collection: make([]uint16, n),
		Place: make([]uint32, n), Score: make([]int8, n), Confidence: make([]uint8, n),
		ActorAt: make([]uint32, n+1),
		Actor:   make([]uint32, 0, participations), Role: make([]Role, 0, participations),
		Categories: names.Categories, Collections: names.Collections,
		Places: names.Places, Confidences: names.Confidences, Actors: names.Actors,
	}
	for i := range entries {
		e := &entries[i]
		c.ID[i], c.Start[i], c.End[i], c.Form[i] = e.ID, e.Start, e.End, e.Form
		c.Category[i], c.Collection[i], c.Place[i] = e.Category, e.Collection, e.Place
		c.Score[i], c.Confidence[i] = e.Score, e.Confidence
		c.Actor = append(c.Actor, e.Actors...)
		c.Role = append(c.Role, e.Roles...)
		c.ActorAt[i+1] = uint32(len(c.Actor))
	}
	c.index()
	return c
}
