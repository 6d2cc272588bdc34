package tabular

import (
	"strings"

	"chancery/model/edtf"
)

// cacheLimit is how many values a cache holds before it begins anew, so that a
// file of ever new values does not fill the memory.
const cacheLimit = 1 << 15

// A cache remembers what was made of a text, since most texts of a column come
// again and again. It keeps its own copies, so that a few names do not hold the
// blocks that they stood in.
type cache[T any] struct {
	values map[string]*cached[T]
	make   func(text string) T

	// What is asked for is mostly among what was asked for last. Each text has
	// one place there, which is found in a third of the time.
	recent *[recentPlaces]*cached[T]
}

type cached[T any] struct {
	text  string
	value T
}

const (
	recentBits   = 9
	recentPlaces = 1 << recentBits
)

func newCache[T any](make func(text string) T) cache[T] {
	return cache[T]{values: map[string]*cached[T]{}, make: make, recent: new([recentPlaces]*cached[T])}
}

// of returns what make makes of a text.
func (c *cache[T]) of(text string) T {
	place := &c.recent[recentPlace(text)]
	if v := *place; v != nil && v.text == text {
		return v.value
	}
	v, ok := c.values[text]
	if !ok {
		if len(c.values) >= cacheLimit {
			clear(c.values)
		}
		own := strings.Clone(text)
		v = &cached[T]{own, c.make(own)}
		c.values[own] = v
	}
	*place = v
	return v.value
}

// recentPlace hashes the length and the last letters of a text, in which names
// mostly differ.
func recentPlace(text string) uint32 {
	h := uint32(len(text))
	for i := max(len(text)-4, 0); i < len(text); i++ {
		h = h<<8 ^ h>>24 ^ uint32(text[i])
	}
	return h * 0x9E3779B1 >> (32 - recentBits)
}

// itself makes a cache of texts one of their only copies.
func itself(text string) string { return text }

// A cellDate is what a cell of a date says. Text is the cell, without space
// around it, when it is not EDTF. Reason says why it is no date, and asks is the
// question that is open.
type cellDate struct {
	date   edtf.Date
	text   string
	reason string
	asks   string
}
