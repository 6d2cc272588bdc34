package scene

import (
	"unicode"
	"unicode/utf8"
)

// findFold returns where words lie in text from an offset on, in bytes, capital
// or not; at is -1 when they do not. It allocates nothing, since it runs for
// every match in every frame.
func findFold(text, words string, from int) (at, end int) {
	for at = from; at < len(text); {
		if end, ok := foldPrefix(text, at, words); ok {
			return at, end
		}
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return -1, -1
}

// foldPrefix reports whether words lie at an offset of text, and where they end.
func foldPrefix(text string, at int, words string) (end int, ok bool) {
	for len(words) > 0 {
		want, n := utf8.DecodeRuneInString(words)
		words = words[n:]
		if at >= len(text) {
			return 0, false
		}
		have, size := utf8.DecodeRuneInString(text[at:])
		if unicode.ToLower(want) != unicode.ToLower(have) {
			return 0, false
		}
		at += size
	}
	return at, true
}
