package model

import (
	"sort"

	"chancery/model/edtf"
)

// Before returns how many events start before t.
func (c *Columns) Before(t edtf.Instant) int {
	if c.sketched == nil {
		return sort.Search(c.Len(), func(i int) bool { return c.Start[i] >= t })
	}
	lo, hi := c.sketched.all.around(t)
	if lo != hi {
		c.sketched.lacking = true
	}
	return lo
}

// CellLength returns the length in seconds of the cells at whose edges even a
// Sketch knows how many events start before: cells begin at multiples of it
// since 1970. It is 0 when no event has a finite start.
func (c *Columns) CellLength() int64 {
	if c.sketched != nil {
		return c.sketched.all.length
	}
	d, _ := c.cells()
	return d.length
}

// cells returns a density of all events without its counts, and how many cells
// it has.
func (c *Columns) cells() (d density, cells int) {
	d.past = sort.Search(c.Len(), func(i int) bool { return c.Start[i] > edtf.Past })
	if d.past < c.Len() {
		cells = d.cut(c.Start[d.past], c.Start[c.Len()-1], c.Len()-d.past)
	}
	return d, cells
}

// density counts all events.
func (c *Columns) density() density {
	d, cells := c.cells()
	if cells == 0 {
		return d
	}
	d.sum = make([]uint32, cells+1)
	starts := c.Start[d.past:]
	for k := range cells - 1 {
		end, from := d.endOf(uint64(k)), int(d.sum[k])
		d.sum[k+1] = d.sum[k] + uint32(sort.Search(len(starts)-from, func(i int) bool { return starts[from+i] >= end }))
	}
	d.sum[cells] = uint32(len(starts))
	return d
}

// Deadlines returns the first moments from after on at which a kept event has a
// deadline, limit at most.
func (c *Columns) Deadlines(after edtf.Instant, keep Bitmap, limit int) []edtf.Instant {
	var found []edtf.Instant
	if c.sketched != nil {
		c.sketched.lacking = c.sketched.lacking || keep != nil
		all := c.sketched.deadlines
		all = all[sort.Search(len(all), func(i int) bool { return all[i] >= after }):]
		return append(found, all[:min(limit, len(all))]...)
	}
	first, last := c.Window(after, edtf.Future)
	for i := first; i < last && len(found) < limit; i++ {
		if c.Form[i].Has(DeadlineForm) && c.Start[i] >= after && keep.Has(i) {
			found = append(found, c.Start[i])
		}
	}
	return found
}

// allDeadlines returns the starts of all deadlines; ok is false when they are too
// many for a sketch.
func (c *Columns) allDeadlines() (all []edtf.Instant, ok bool) {
	for i, form := range c.Form {
		if form.Has(DeadlineForm) {
			all = append(all, c.Start[i])
		}
	}
	return all, len(all) <= deadlineMax
}

// ranks returns a function from a row of the set to how many rows of it come
// before that one.
func (b Bitmap) ranks() func(row uint32) uint32 {
	before := make([]uint32, len(b)+1)
	for i := range b {
		before[i+1] = before[i] + uint32(b[i:i+1].Count())
	}
	return func(row uint32) uint32 {
		return before[row>>6] + uint32(Bitmap{b[row>>6] & (1<<(row&63) - 1)}.Count())
	}
}
