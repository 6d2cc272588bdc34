package app

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
)

// wrap breaks words into lines no wider than a width in dp: at spaces, or, in
// scripts without them, between letters. A line holds at least one letter.
func wrap(words string, width, size float32, style fyne.TextStyle) []string {
	fits := func(s string) bool { return measure(s, size, style) <= width }
	var lines []string
	line := ""
	for _, word := range strings.FieldsFunc(words, breaks) {
		longer := word
		if line != "" {
			longer = line + " " + word
		}
		if fits(longer) {
			line = longer
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for len(word) > 0 && !fits(word) {
			head, tail := breakWord(word, fits)
			lines = append(lines, head)
			word = tail
		}
		line = word
	}
	return append(lines, line)
}

// breaks reports whether a line may break at a space: not at one that says so.
func breaks(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' }

// breakWord splits a word after as many letters as fit, at least one.
func breakWord(word string, fits func(string) bool) (head, tail string) {
	runes := []rune(word)
	n := 1
	for n < len(runes) && fits(string(runes[:n+1])) {
		n++
	}
	return string(runes[:n]), string(runes[n:])
}
