package figure

import (
	"math"
	"strings"

	"github.com/go-text/typesetting/segmenter"
)

const ellipsis = "…"

// Truncate shortens a text to at most limit dp and returns it with its width
// in dp. A text that fits is returned whole; a shortened one ends in "…" and
// is never cut within a letter that is made of several runes. If not even "…"
// fits, the text is empty.
func (fs *Faces) Truncate(text string, size float32, bold bool, limit float32) (string, float32) {
	width := fs.Measure(text, size, bold)
	if width <= limit {
		return text, width
	}
	if !(fs.Measure(ellipsis, size, bold) <= limit) || math.IsNaN(float64(width)) {
		return "", 0
	}
	text = printable(text)
	ends := graphemeEnds(text)
	kept := longest(len(ends), func(n int) bool { return fs.Measure(cut(text, ends, n), size, bold) <= limit })
	short := cut(text, ends, kept)
	return short, fs.Measure(short, size, bold)
}

// longest returns the largest n up to limit that fits, by halving; 0 is taken
// to fit.
func longest(limit int, fits func(n int) bool) int {
	low, high := 0, limit
	for low < high {
		middle := (low + high + 1) / 2
		if fits(middle) {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return low
}

// cut returns the first n letters of a text without spaces at their end, and
// an ellipsis.
func cut(text string, ends []int, n int) string {
	if n == 0 {
		return ellipsis
	}
	return strings.TrimRight(text[:ends[n-1]], " \u00a0") + ellipsis
}

// graphemeEnds returns the offset in bytes at which each letter of a text, as
// a reader counts them, ends.
func graphemeEnds(text string) []int {
	var letters segmenter.Segmenter
	letters.InitWithString(text)
	var ends []int
	end := 0
	for iter := letters.GraphemeIterator(); iter.Next(); {
		end += len(string(iter.Grapheme().Text))
		ends = append(ends, end)
	}
	return ends
}
