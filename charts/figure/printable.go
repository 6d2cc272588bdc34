package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxRunes is how many runes of a text are set. No line on a screen is as
// long, and a file may hold anything.
const maxRunes = 4096

// printable returns a text as one line without control characters: tabs and
// line ends become spaces, the rest is dropped, and bytes that are not UTF-8
// become U+FFFD. Most texts are returned as they are.
func printable(text string) string {
	if isPrintable(text) {
		return text
	}
	var b strings.Builder
	count := 0
	for _, r := range text {
		if count == maxRunes {
			break
		}
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' || r == '\u0085':
			r = ' '
		case unicode.IsControl(r) || isNonCharacter(r):
			continue
		}
		b.WriteRune(r)
		count++
	}
	return b.String()
}

func isPrintable(text string) bool {
	if len(text) > maxRunes {
		return false
	}
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			if c < ' ' || c == 0x7f {
				return false
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 || unicode.IsControl(r) || isNonCharacter(r) ||
			r == '\u2028' || r == '\u2029' {
			return false
		}
		i += size
	}
	return true
}

// isNonCharacter reports whether a rune is one that XML forbids beside the
// control characters.
func isNonCharacter(r rune) bool { return r&0xfffe == 0xfffe }
