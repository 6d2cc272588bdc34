package scene

import (
	"math"
	"slices"
	"sort"
)

// A box is the stretch of a line, in world dp, that a mark and its label take.
type box struct {
	from, to float64
	k        int // the mark: an index into the lane's rows
}

// A line is one row of marks: boxes in order that neither touch nor overlap.
type line []box

// at returns the index of the first box that ends after x.
func (l line) at(x float64) int {
	return sort.Search(len(l), func(i int) bool { return l[i].to > x })
}

// free reports whether no box lies in [from, to).
func (l line) free(from, to float64) bool {
	i := l.at(from)
	return i == len(l) || l[i].from >= to
}

// freeBut is free, with the box of mark k left out of account.
func (l line) freeBut(from, to float64, k int) bool {
	for i := l.at(from); i < len(l) && l[i].from < to; i++ {
		if l[i].k != k {
			return false
		}
	}
	return true
}

// take puts a box into its place. The stretch must be free.
func (l *line) take(b box) {
	*l = slices.Insert(*l, l.at(b.from), b)
}

// find returns the index of the box of mark k, near x.
func (l line) find(k int, x float64) (int, bool) {
	for i := max(l.at(x)-1, 0); i < len(l) && l[i].from <= x; i++ {
		if l[i].k == k {
			return i, true
		}
	}
	return 0, false
}

// roomAfter returns how far one can go right from x before the next box.
func (l line) roomAfter(x float64) float64 {
	i := l.at(x)
	switch {
	case i == len(l):
		return math.Inf(1)
	case l[i].from <= x:
		return 0
	}
	return l[i].from - x
}

// roomBefore returns how far one can go left from x before the box ahead.
func (l line) roomBefore(x float64) float64 {
	i := sort.Search(len(l), func(i int) bool { return l[i].from >= x })
	if i == 0 {
		return math.Inf(1)
	}
	return max(x-l[i-1].to, 0)
}
