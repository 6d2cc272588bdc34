package model

import (
	"slices"

	"chancery/model/edtf"
)

// Match returns the rows that f keeps. Text is not looked at here, since
// Columns holds none: pass the rows that a text search found as found, nil for
// all. The result is nil when every row is kept.
//
// The outer bounds of a row decide the period, so "certainly" asks that the
// whole of them lies as the period wants.
func (c *Columns) Match(f *Filter, found Bitmap) Bitmap {
	if found == nil && len(f.Collections)+len(f.Categories)+len(f.Actors)+len(f.Places)+len(f.Confidence) == 0 && f.Period.IsZero() {
		return nil
	}
	m := c.matcher(f)
	keep := NewBitmap(c.Len())
	for i := range c.ID {
		if found.Has(i) && m.match(i) {
			keep.Set(i)
		}
	}
	return keep
}

// A matcher is a Filter resolved to indices of one Columns.
type matcher struct {
	c                                 *Columns
	collections, categories           []bool
	places, confidences               []bool
	actors                            [][]bool // one set per actor asked for, or one for all
	period                            Period
	byCollection, byCategory, byPlace bool
	byConfidence                      bool
}

func (c *Columns) matcher(f *Filter) *matcher {
	m := &matcher{
		c: c, period: f.Period,
		byCollection: len(f.Collections) > 0, byCategory: len(f.Categories) > 0,
		byPlace: len(f.Places) > 0, byConfidence: len(f.Confidence) > 0,
	}
	m.collections = mark(c.Collections, func(x Collection) bool { return slices.Contains(f.Collections, x.Key) })
	m.categories = mark(c.Categories, func(x Category) bool { return slices.Contains(f.Categories, x.Key) })
	m.places = mark(c.Places, func(x string) bool { return slices.Contains(f.Places, x) })
	m.confidences = mark(c.Confidences, func(x string) bool { return slices.Contains(f.Confidence, x) })
	for _, name := range f.Actors {
		under := c.Under(name)
		if !f.AllActors && len(m.actors) == 1 {
			for i, in := range under {
				m.actors[0][i] = m.actors[0][i] || in
			}
			continue
		}
		m.actors = append(m.actors, under)
	}
	return m
}

func mark[T any](names []T, in func(T) bool) []bool {
	set := make([]bool, len(names))
	for i, n := range names {
		set[i] = in(n)
	}
	return set
}

// Under returns, for each of Actors, whether it is the named actor or belongs
// to it through any number of parents.
func (c *Columns) Under(name string) []bool {
	byKey := make(map[string]int, len(c.Actors))
	for i := range c.Actors {
		if c.Actors[i].Key != "" {
			byKey[c.Actors[i].Key] = i
		}
	}
	under := make([]bool, len(c.Actors))
	for i := range c.Actors {
		// The depth is bounded because a file may hold a cycle of parents.
		for at, depth := i, 0; depth < 16; depth++ {
			if c.Actors[at].Name == name {
				under[i] = true
				break
			}
			parent, ok := byKey[c.Actors[at].Parent]
			if !ok {
				break
			}
			at = parent
		}
	}
	return under
}

func (m *matcher) match(i int) bool {
	c := m.c
	if m.byCollection && !m.collections[c.Collection[i]] ||
		m.byCategory && !m.categories[c.Category[i]] ||
		m.byPlace && !m.places[c.Place[i]] ||
		m.byConfidence && !m.confidences[c.Confidence[i]] {
		return false
	}
	if !m.period.IsZero() && !m.period.Match(c.Bounds(i)) {
		return false
	}
	actors, _ := c.ActorsOf(i)
	for _, set := range m.actors {
		if !slices.ContainsFunc(actors, func(a uint32) bool { return set[a] }) {
			return false
		}
	}
	return true
}

// Bounds returns the bounds of row i as far as Columns knows them. The inner
// bounds of a span are found from the precision of its ends.
func (c *Columns) Bounds(i int) edtf.Bounds {
	start, end, f := c.Start[i], c.End[i], c.Form[i]
	if !f.Has(SpanForm) {
		return edtf.Bounds{EarliestStart: start, LatestStart: end, EarliestEnd: start, LatestEnd: end}
	}
	b := edtf.Bounds{EarliestStart: start, LatestStart: start, EarliestEnd: end, LatestEnd: end}
	if start != edtf.Past {
		b.LatestStart = min(after(start, f.StartPrecision()), end)
	}
	if end != edtf.Future {
		b.EarliestEnd = max(before(end, f.EndPrecision()), start)
	} else {
		b.EarliestEnd = max(start, edtf.Past)
	}
	return b
}

// after returns the end of the division of precision p that begins at t.
func after(t edtf.Instant, p edtf.Precision) edtf.Instant { return step(t, p, 1) }

// before returns the start of the division of precision p that ends at t.
func before(t edtf.Instant, p edtf.Precision) edtf.Instant { return step(t, p, -1) }

func step(t edtf.Instant, p edtf.Precision, sign int) edtf.Instant {
	const day = 86400
	year, month, dom := t.Civil()
	switch p {
	case edtf.Second:
		return t + edtf.Instant(sign)
	case edtf.Minute:
		return t + edtf.Instant(60*sign)
	case edtf.Hour:
		return t + edtf.Instant(3600*sign)
	case edtf.Day:
		return t + edtf.Instant(day*sign)
	case edtf.Month:
		return civil(year, month+sign, dom)
	case edtf.Season, edtf.Quarter:
		return civil(year, month+3*sign, dom)
	case edtf.Year:
		return civil(year+int64(sign), month, dom)
	case edtf.Decade:
		return civil(year+10*int64(sign), month, dom)
	case edtf.Century:
		return civil(year+100*int64(sign), month, dom)
	case edtf.Millennium:
		return civil(year+1000*int64(sign), month, dom)
	}
	return t
}

// civil is edtf.At with the month allowed to run over either end of the year.
func civil(year int64, month, day int) edtf.Instant {
	switch {
	case month < 1:
		return edtf.At(year-1, month+12, day)
	case month > 12:
		return edtf.At(year+1, month-12, day)
	}
	return edtf.At(year, month, day)
}
