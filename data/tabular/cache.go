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
	values map[string]T
	make   func(text string) T
}

func newCache[T any](make func(text string) T) cache[T] {
	return cache[T]{map[string]T{}, make}
}

// of returns what make makes of a text.
func (c *cache[T]) of(text string) T {
	if v, ok := c.values[text]; ok {
		return v
	}
	if len(c.values) >= cacheLimit {
		clear(c.values)
	}
	own := strings.Clone(text)
	v := c.make(own)
	c.values[own] = v
	return v
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
