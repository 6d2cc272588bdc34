package model

import "math/bits"

// A Bitmap is a set of rows of Columns. The nil Bitmap stands for every row.
type Bitmap []uint64

// NewBitmap returns an empty set with room for n rows.
func NewBitmap(n int) Bitmap { return make(Bitmap, (n+63)/64) }

// Set puts row i into the set.
func (b Bitmap) Set(i int) { b[i>>6] |= 1 << (i & 63) }

// Has reports whether row i is in the set.
func (b Bitmap) Has(i int) bool { return b == nil || b[i>>6]&(1<<(i&63)) != 0 }

// Count returns how many rows the set holds. The nil Bitmap counts none, since
// it does not know how many rows there are.
func (b Bitmap) Count() int {
	n := 0
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

// CountIn returns how many of the rows [from, to) are in the set.
func (b Bitmap) CountIn(from, to int) int {
	if b == nil {
		return max(to-from, 0)
	}
	n := 0
	for from < to {
		word := b[from>>6] >> (from & 63)
		span := min(64-from&63, to-from)
		if span < 64 {
			word &= 1<<span - 1
		}
		n += bits.OnesCount64(word)
		from += span
	}
	return n
}

// And keeps the rows that are also in c.
func (b Bitmap) And(c Bitmap) {
	if c == nil {
		return
	}
	for i := range b {
		b[i] &= c[i]
	}
}

// All calls yield with each row of the set in order, until yield returns false.
func (b Bitmap) All(yield func(int) bool) {
	for i, w := range b {
		for w != 0 {
			if !yield(i<<6 + bits.TrailingZeros64(w)) {
				return
			}
			w &= w - 1
		}
	}
}
