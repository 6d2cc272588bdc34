package edtf

import "unicode"

type tokenKind uint8

const (
	tokenWord tokenKind = iota
	tokenNumber
	tokenOrdinal    // 3rd
	tokenPlural     // 1850s
	tokenApostrophe // '45
	tokenSign
)

// token is a word, a number or a sign of an English date.
type token struct {
	kind   tokenKind
	text   string // of words without full stops: "b.c." is "bc"
	n      int64
	digits int
	glued  bool // nothing, not even a blank, stands before it
}

// lex cuts a clean, lower-case text into tokens.
func lex(s string) []token {
	var tokens []token
	runes := []rune(s)
	blank := true
	for i := 0; i < len(runes); {
		var t token
		start := i
		switch c := runes[i]; {
		case c == ' ':
			blank = true
			i++
			continue
		case isDigit(c):
			t, i = lexNumber(runes, i)
		case c == '\'' && i+2 < len(runes) && isDigit(runes[i+1]) && isDigit(runes[i+2]):
			t, i = lexNumber(runes, i+1)
			if t.kind == tokenNumber {
				t.kind = tokenApostrophe
			}
		case unicode.IsLetter(c):
			t, i = lexWord(runes, i)
		default:
			t, i = token{kind: tokenSign, text: string(c)}, i+1
		}
		t.glued = !blank && start > 0
		blank = false
		tokens = append(tokens, t)
	}
	return tokens
}

func isDigit(c rune) bool { return c >= '0' && c <= '9' }

// lexNumber reads digits and the ending that makes an ordinal or a decade.
func lexNumber(runes []rune, i int) (token, int) {
	t := token{kind: tokenNumber}
	for ; i < len(runes) && isDigit(runes[i]); i++ {
		if t.digits++; t.digits <= 18 {
			t.n = t.n*10 + int64(runes[i]-'0')
		}
	}
	i = t.thousands(runes, i)
	end := i
	for end < len(runes) && (unicode.IsLetter(runes[end]) || end == i && runes[end] == '\'') {
		end++
	}
	switch string(runes[i:end]) {
	case "st", "nd", "rd", "th":
		t.kind = tokenOrdinal
		return t, end
	case "s", "'s":
		t.kind = tokenPlural
		return t, end
	}
	return t, i
}

// thousands reads on over the commas of "100,000".
func (t *token) thousands(runes []rune, i int) int {
	if t.digits > 3 || t.n == 0 {
		return i
	}
	for i+3 < len(runes) && runes[i] == ',' && t.digits <= 9 &&
		isDigit(runes[i+1]) && isDigit(runes[i+2]) && isDigit(runes[i+3]) && (i+4 == len(runes) || !isDigit(runes[i+4])) {
		for _, c := range runes[i+1 : i+4] {
			t.n, t.digits = t.n*10+int64(c-'0'), t.digits+1
		}
		i += 4
	}
	return i
}

// lexWord reads letters, and full stops between single letters: "b.c.e.".
func lexWord(runes []rune, i int) (token, int) {
	var letters []rune
	for i < len(runes) {
		start := i
		for i < len(runes) && unicode.IsLetter(runes[i]) {
			i++
		}
		letters = append(letters, runes[start:i]...)
		if i == len(runes) || runes[i] != '.' {
			break
		}
		i++
		single := i-1-start == 1
		if rest := string(runes[i:min(i+2, len(runes))]); letters[0] == 'b' && rest == " c" || letters[0] == 'a' && rest == " d" {
			i++ // "b. c." and "a. d."
		}
		if !single || i == len(runes) || !unicode.IsLetter(runes[i]) {
			break
		}
	}
	return token{kind: tokenWord, text: string(letters)}, i
}
