// Package keytable numbers the keys of millions of events in little memory: it
// keeps hashes and forgets the keys.
package keytable

import (
	"hash/maphash"
	"math/bits"
)

// A Table numbers keys. It keeps 96 bits of the hash of each, seeded at random,
// and takes two keys with the same for one: among ten million keys that happens
// to one archive in 10^15. An entry takes some 24 bytes. The zero Table is not
// ready for use; see New.
type Table struct {
	low, high maphash.Seed
	parts     [1 << partBits]part
	length    int
}

// partBits says how many parts a table has. Each grows by itself, so that
// growing never needs room for the whole table twice.
const partBits = 8

// A part is a hash table with open addressing: an entry is at the place that its
// hash says, or in the next free one.
type part struct {
	entries []entry
	used    int
}

type entry struct {
	low    uint64
	high   uint32
	number uint32 // 0 is a free place
}

// New returns an empty table.
func New() *Table { return &Table{low: maphash.MakeSeed(), high: maphash.MakeSeed()} }

// Len returns how many keys have a number.
func (t *Table) Len() int { return t.length }

// Find returns the number of a key.
func (t *Table) Find(key string) (number uint32, ok bool) {
	p, want := t.place(key)
	if p.used == 0 {
		return 0, false
	}
	number = p.entries[p.find(want)].number
	return number, number != 0
}

// Add gives a key a number, which is not 0, unless it has one: then that is
// returned, with ok false.
func (t *Table) Add(key string, number uint32) (earlier uint32, ok bool) {
	if number == 0 {
		panic("keytable: a key cannot have the number 0")
	}
	p, want := t.place(key)
	if p.used >= len(p.entries)*7/8 {
		p.grow()
	}
	e := &p.entries[p.find(want)]
	if e.number != 0 {
		return e.number, false
	}
	want.number = number
	*e = want
	p.used++
	t.length++
	return 0, true
}

// place returns the part of a key, and its entry without the number.
func (t *Table) place(key string) (*part, entry) {
	high := maphash.String(t.high, key)
	return &t.parts[high>>(64-partBits)], entry{low: maphash.String(t.low, key), high: uint32(high)}
}

// find returns where the entry is, or the free place where it belongs. There is
// always a free place.
func (p *part) find(want entry) int {
	i, _ := bits.Mul64(want.low, uint64(len(p.entries)))
	for {
		e := &p.entries[i]
		if e.number == 0 || e.low == want.low && e.high == want.high {
			return int(i)
		}
		if i++; int(i) == len(p.entries) {
			i = 0
		}
	}
}

func (p *part) grow() {
	old := p.entries
	p.entries = make([]entry, max(16, len(old)*3/2))
	for _, e := range old {
		if e.number != 0 {
			p.entries[p.find(e)] = e
		}
	}
}
