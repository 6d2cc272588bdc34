package charts

import "chancery/model"

// squareSide is the largest number of actors of which a square of tallies is
// kept, 6 MB; of more the pairs that occur.
const squareSide = 512

// A square adds up what lies between each two of n things.
type square struct {
	n       int
	tallies []model.Tally
}

func newSquare(n int) *square { return &square{n, make([]model.Tally, n*n)} }

func (s *square) add(a, b uint32, score int8) { s.tallies[int(a)*s.n+int(b)].Add(score) }

func (s *square) bonds() []bond {
	var bonds []bond
	for at, t := range s.tallies {
		if t.Events > 0 {
			bonds = append(bonds, bond{at / s.n, at % s.n, t})
		}
	}
	return bonds
}

// A pairTable adds up what lies between each two of any number of things, of
// which few pairs occur. It is a hash table with open addressing: a million
// additions to a map of Go take several times as long.
type pairTable struct {
	keys    []uint64 // plus 1; 0 is free. A power of two of them
	tallies []model.Tally
	used    int
}

func (t *pairTable) add(a, b uint32, score int8) {
	if 2*t.used >= len(t.keys) {
		t.grow()
	}
	key := (uint64(a)<<32 | uint64(b)) + 1
	at := t.slot(key)
	if t.keys[at] == 0 {
		t.keys[at] = key
		t.used++
	}
	t.tallies[at].Add(score)
}

// slot returns where a key is, or where it goes.
func (t *pairTable) slot(key uint64) int {
	mask := len(t.keys) - 1
	at := int(key*0x9E3779B97F4A7C15>>32) & mask // the golden ratio spreads keys that are near
	for t.keys[at] != 0 && t.keys[at] != key {
		at = (at + 1) & mask
	}
	return at
}

func (t *pairTable) grow() {
	old := *t
	n := max(1024, 4*len(old.keys))
	t.keys, t.tallies = make([]uint64, n), make([]model.Tally, n)
	for i, key := range old.keys {
		if key != 0 {
			at := t.slot(key)
			t.keys[at], t.tallies[at] = key, old.tallies[i]
		}
	}
}

func (t *pairTable) bonds() []bond {
	bonds := make([]bond, 0, t.used)
	for i, key := range t.keys {
		if key != 0 {
			bonds = append(bonds, bond{int((key - 1) >> 32), int(uint32(key - 1)), t.tallies[i]})
		}
	}
	return bonds
}
