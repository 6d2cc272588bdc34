package model

import (
	"cmp"
	"slices"
	"sort"

	"chancery/model/edtf"
)

// Update returns c after an edit: without the rows of gone, and with entries in
// their places. The IDs of entries that replace rows are in gone as well. names
// holds the lookups after the edit, which entries point into and the result
// shares; a name that is no longer there may only have been used by rows that
// are gone. The entries are reordered in place.
//
// What stays the same is shared with c, which itself is not changed: an edit
// that moves nothing copies only the arrays that it changes something in.
func (c *Columns) Update(names *Columns, gone []EventID, entries []Entry) *Columns {
	u := c.relabel(names)
	slices.SortFunc(entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.ID, b.ID))
	})
	var rows []int
	if len(gone) > 0 {
		rows = slices.Collect(c.RowsOf(gone).All)
	}
	if u.fits(rows, entries) {
		u.set(c, rows, entries)
		return u
	}
	return u.splice(rows, entries)
}

// SameRows reports whether c shares every row with other, so that no more than
// words can be different between the two.
func (c *Columns) SameRows(other *Columns) bool {
	return shares(c.ID, other.ID) && shares(c.Start, other.Start) && shares(c.End, other.End) &&
		shares(c.Form, other.Form) && shares(c.Category, other.Category) &&
		shares(c.Collection, other.Collection) && shares(c.Place, other.Place) &&
		shares(c.Score, other.Score) && shares(c.Confidence, other.Confidence) &&
		shares(c.ActorAt, other.ActorAt) && shares(c.Actor, other.Actor) && shares(c.Role, other.Role)
}

func shares[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// relabel returns a copy of c whose indices point into the lookups of names.
// It shares every array but those whose indices had to change.
func (c *Columns) relabel(names *Columns) *Columns {
	u := *c
	u.Generation = names.Generation
	u.Categories, u.Collections = names.Categories, names.Collections
	u.Places, u.Confidences, u.Actors = names.Places, names.Confidences, names.Actors
	u.Category = relabel(c.Category, c.Categories, u.Categories, func(x *Category) string { return x.Key })
	u.Collection = relabel(c.Collection, c.Collections, u.Collections, func(x *Collection) string { return x.Key })
	u.Place = relabel(c.Place, c.Places, u.Places, func(x *string) string { return *x })
	u.Confidence = relabel(c.Confidence, c.Confidences, u.Confidences, func(x *string) string { return *x })
	u.Actor = relabel(c.Actor, c.Actors, u.Actors, func(x *Actor) string { return x.Name })
	return &u
}

func relabel[I uint8 | uint16 | uint32, T any](column []I, old, now []T, key func(*T) string) []I {
	same := len(old) <= len(now)
	for i := 0; same && i < len(old); i++ {
		same = key(&old[i]) == key(&now[i])
	}
	if same {
		return column
	}
	at := make(map[string]I, len(now))
	for i := range now {
		at[key(&now[i])] = I(i)
	}
	to := make([]I, len(old)) // 0 for what is gone, as the rows that had it are
	for i := range old {
		to[i] = at[key(&old[i])]
	}
	relabelled := make([]I, len(column))
	for k, i := range column {
		relabelled[k] = to[i]
	}
	return relabelled
}

// fits reports whether entries go where rows are, with as many actors.
func (c *Columns) fits(rows []int, entries []Entry) bool {
	if len(rows) != len(entries) {
		return false
	}
	for k, row := range rows {
		e := &entries[k]
		actors, _ := c.ActorsOf(row)
		if c.ID[row] != e.ID || c.Start[row] != e.Start || len(actors) != len(e.Actors) {
			return false
		}
	}
	return true
}

// set puts entries in the place of rows, copying the arrays that change. Those
// that old shares no longer are copies already.
func (c *Columns) set(old *Columns, rows []int, entries []Entry) {
	for k, row := range rows {
		e := &entries[k]
		if c.End[row] != e.End {
			setAt(&c.End, old.End, row, e.End)
			c.maxEnd = nil
		}
		setAt(&c.Form, old.Form, row, e.Form)
		setAt(&c.Category, old.Category, row, e.Category)
		setAt(&c.Collection, old.Collection, row, e.Collection)
		setAt(&c.Place, old.Place, row, e.Place)
		setAt(&c.Score, old.Score, row, e.Score)
		setAt(&c.Confidence, old.Confidence, row, e.Confidence)
		for i := range e.Actors {
			at := int(c.ActorAt[row]) + i
			setAt(&c.Actor, old.Actor, at, e.Actors[i])
			setAt(&c.Role, old.Role, at, e.Roles[i])
		}
	}
	if c.maxEnd == nil {
		c.index()
	}
}

func setAt[T comparable](column *[]T, old []T, at int, v T) {
	if (*column)[at] == v {
		return
	}
	if shares(*column, old) {
		*column = slices.Clone(old)
	}
	(*column)[at] = v
}

// A piece of spliced Columns is a range of old rows or, when that is empty, the
// next entry.
type piece struct{ from, to int }

// splice returns c without rows, which are sorted, and with sorted entries.
func (c *Columns) splice(rows []int, entries []Entry) *Columns {
	s := splicing{pieces: c.pieces(rows, entries), entries: entries}
	u := *c
	u.ID = spliced(&s, c.ID, func(e *Entry) EventID { return e.ID })
	u.Start = spliced(&s, c.Start, func(e *Entry) edtf.Instant { return e.Start })
	u.End = spliced(&s, c.End, func(e *Entry) edtf.Instant { return e.End })
	u.Form = spliced(&s, c.Form, func(e *Entry) Form { return e.Form })
	u.Category = spliced(&s, c.Category, func(e *Entry) uint8 { return e.Category })
	u.Collection = spliced(&s, c.Collection, func(e *Entry) uint16 { return e.Collection })
	u.Place = spliced(&s, c.Place, func(e *Entry) uint32 { return e.Place })
	u.Score = spliced(&s, c.Score, func(e *Entry) int8 { return e.Score })
	u.Confidence = spliced(&s, c.Confidence, func(e *Entry) uint8 { return e.Confidence })
	u.spliceActors(c, &s)
	u.index()
	return &u
}

// pieces cuts c at the rows to leave out and where entries go in.
func (c *Columns) pieces(rows []int, entries []Entry) []piece {
	var pieces []piece
	at := 0
	keep := func(to int) {
		for at < to {
			end := to
			if len(rows) > 0 && rows[0] < to {
				end = rows[0]
				rows = rows[1:]
				if at < end {
					pieces = append(pieces, piece{at, end})
				}
				at = end + 1
				continue
			}
			pieces = append(pieces, piece{at, end})
			at = end
		}
	}
	for i := range entries {
		e := &entries[i]
		keep(sort.Search(c.Len(), func(row int) bool {
			return c.Start[row] > e.Start || c.Start[row] == e.Start && c.ID[row] > e.ID
		}))
		pieces = append(pieces, piece{})
	}
	keep(c.Len())
	return pieces
}

type splicing struct {
	pieces  []piece
	entries []Entry
}

func spliced[T any](s *splicing, column []T, value func(*Entry) T) []T {
	out := make([]T, 0, len(column)+len(s.entries))
	entry := 0
	for _, p := range s.pieces {
		if p.from == p.to {
			out = append(out, value(&s.entries[entry]))
			entry++
			continue
		}
		out = append(out, column[p.from:p.to]...)
	}
	return out
}

// spliceActors makes the participations of the rows that u has from those of c.
func (u *Columns) spliceActors(c *Columns, s *splicing) {
	most := len(c.Actor)
	for i := range s.entries {
		most += len(s.entries[i].Actors)
	}
	u.ActorAt = make([]uint32, 1, u.Len()+1)
	u.Actor, u.Role = make([]uint32, 0, most), make([]Role, 0, most)
	entry := 0
	for _, p := range s.pieces {
		if p.from == p.to {
			e := &s.entries[entry]
			u.Actor, u.Role = append(u.Actor, e.Actors...), append(u.Role, e.Roles...)
			u.ActorAt = append(u.ActorAt, uint32(len(u.Actor)))
			entry++
			continue
		}
		from, to := c.ActorAt[p.from], c.ActorAt[p.to]
		moved := uint32(len(u.Actor)) - from // wraps round when they move down
		for _, at := range c.ActorAt[p.from+1 : p.to+1] {
			u.ActorAt = append(u.ActorAt, at+moved)
		}
		u.Actor, u.Role = append(u.Actor, c.Actor[from:to]...), append(u.Role, c.Role[from:to]...)
	}
}
