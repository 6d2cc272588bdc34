package model

import (
	"slices"
	"sort"

	"chancery/model/edtf"
)

const (
	hourSeconds = 3600
	daySeconds  = 86_400
)

// binLengths are the lengths of histogram bins, each a multiple of the one
// before: parts of a day, then powers of two of days up to some 11,000 years.
var binLengths = func() []int64 {
	lengths := []int64{hourSeconds, 3 * hourSeconds, 6 * hourSeconds, 12 * hourSeconds}
	for k := range 23 {
		lengths = append(lengths, daySeconds<<k)
	}
	return lengths
}()

// Bins returns the lengths, in seconds, of the bins that histograms of lanes
// are made of, shortest first. Each is a multiple of the one before it, and all
// begin at multiples of themselves since 1970, so that a day never straddles
// two bins of a day or more.
func Bins() []int64 { return slices.Clone(binLengths) }

// A density answers "how many events of this lane start before t" in constant
// time for the resolutions that matter: a prefix sum over equal cells, refined
// by a search among the rows of one cell. Cells are bins of binLengths, so that
// sums over longer bins need no search.
type density struct {
	origin edtf.Instant
	length int64 // seconds per cell
	sum    []uint32
	past   int // rows without a finite start, which sort first
}

// densityCells bounds the cells of a lane, and so the memory: 64 KiB of counts.
const densityCells = 1 << 14

func newDensity(c *Columns, rows []uint32) density {
	d := density{past: sort.Search(len(rows), func(k int) bool { return c.Start[rows[k]] > edtf.Past })}
	finite := rows[d.past:]
	if len(finite) == 0 {
		return d
	}
	d.sum = make([]uint32, d.cut(c.Start[finite[0]], c.Start[finite[len(finite)-1]], len(finite))+1)
	// Rows come in order, so that most lie in the cell of the row before or in
	// the next, and few cost a division.
	cell, end := uint64(0), d.endOf(0)
	for _, row := range finite {
		if start := c.Start[row]; start >= end {
			cell++
			if end = d.endOf(cell); start >= end {
				cell = uint64(start-d.origin) / uint64(d.length)
				end = d.endOf(cell)
			}
		}
		d.sum[cell+1]++
	}
	for k := 1; k < len(d.sum); k++ {
		d.sum[k] += d.sum[k-1]
	}
	return d
}

// cut cuts the time from the first to the last of n starts into cells, and
// returns how many.
func (d *density) cut(first, last edtf.Instant, n int) int {
	// More cells than rows would cost memory and answer nothing faster.
	cells := uint64(min(densityCells, 4*n+1))
	for _, d.length = range binLengths {
		d.origin = floorBin(first, d.length)
		if uint64(last-d.origin)/uint64(d.length) < cells {
			break
		}
	}
	// Events further apart than the longest bin allows for get longer cells.
	for uint64(last-d.origin)/uint64(d.length) >= cells && d.length < 1<<61 {
		d.length *= 2
		d.origin = floorBin(first, d.length)
	}
	return int(uint64(last-d.origin)/uint64(d.length)) + 1
}

// endOf returns the end of a cell, or the end of time.
func (d *density) endOf(cell uint64) edtf.Instant {
	end := uint64(d.origin) + (cell+1)*uint64(d.length)
	if edtf.Instant(end) <= d.origin {
		return edtf.Future
	}
	return edtf.Instant(end)
}

// floorBin returns the start of the bin of a length that t is in, or the first
// start of a bin that there is.
func floorBin(t edtf.Instant, length int64) edtf.Instant {
	into := int64(t) % length
	if into < 0 {
		into += length
	}
	if int64(t) < int64(edtf.Past)+1+into {
		return edtf.Past + 1
	}
	return t - edtf.Instant(into)
}

// events returns how many events there are.
func (d *density) events() int {
	if len(d.sum) == 0 {
		return d.past
	}
	return d.past + int(d.sum[len(d.sum)-1])
}

// around returns the counts between which lies that of the events that start
// before t: one and the same where t begins a cell, so that no row needs to be
// looked at, and in a cell in which nothing starts.
func (d *density) around(t edtf.Instant) (lo, hi int) {
	if len(d.sum) == 0 || t <= d.origin {
		if t == edtf.Past {
			return 0, 0
		}
		return d.past, d.past
	}
	into := uint64(t - d.origin)
	cell := into / uint64(d.length)
	if cell >= uint64(len(d.sum)-1) {
		return d.events(), d.events()
	}
	lo = d.past + int(d.sum[cell])
	if into == cell*uint64(d.length) {
		return lo, lo
	}
	return lo, d.past + int(d.sum[cell+1])
}
