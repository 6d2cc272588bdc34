package tabular

import (
	"strconv"
	"strings"
)

// tidy makes a text one that a CSV file can carry and that reads back as
// itself: valid UTF-8, no zero bytes, and every line end a line feed.
func tidy(text string) string {
	return lineFeeds(strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\x00", "\uFFFD"))
}

// number writes a number with the fewest digits that read back as the same.
// Negative zero is zero.
func number(v float64) string { return strconv.FormatFloat(v+0, 'f', -1, 64) }
