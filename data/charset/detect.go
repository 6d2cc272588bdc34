package charset

import (
	"bytes"
	"unicode/utf8"
)

// A Guess is an encoding that a text seems to be in. Confidence runs from 0, a
// mere guess, to 1, certain.
type Guess struct {
	Encoding   Encoding
	Confidence float64
	Mark       bool // a byte order mark says so
	ASCII      bool // every byte of the sample is ASCII
}

// Detect guesses the encoding of a text from its beginning. The sample may end
// within a character. With no sign of anything else a text is UTF-8.
func Detect(sample []byte) Guess {
	for _, e := range []Encoding{UTF8, UTF16LE, UTF16BE} {
		if bytes.HasPrefix(sample, mark(e)) {
			return Guess{Encoding: e, Confidence: 1, Mark: true}
		}
	}
	if e, ok := wide(sample); ok {
		return Guess{Encoding: e, Confidence: 0.95}
	}
	ascii := isASCII(sample)
	switch {
	case ascii && isISO2022JP(sample):
		return Guess{Encoding: ISO2022JP, Confidence: 0.95}
	case ascii:
		return Guess{Encoding: UTF8, Confidence: 1, ASCII: true}
	case utf8.Valid(wholeRunes(sample)):
		return Guess{Encoding: UTF8, Confidence: 0.99}
	}
	return legacy(sample)
}

func isASCII(text []byte) bool {
	for _, b := range text {
		if b >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// isISO2022JP finds the escapes that switch to JIS X 0208 and back.
func isISO2022JP(sample []byte) bool {
	return bytes.Contains(sample, []byte("\x1b$B")) || bytes.Contains(sample, []byte("\x1b$@"))
}

// wide tells UTF-16 without a mark: of every two bytes one is mostly zero in
// Latin text, and in any text that has lines and columns some line ends and
// commas show which.
func wide(sample []byte) (Encoding, bool) {
	if len(sample) < 4 {
		return "", false
	}
	var zeros, signs [2]int
	for i := 0; i+1 < len(sample); i += 2 {
		for side := range 2 {
			zero, other := sample[i+side], sample[i+1-side]
			if zero != 0 {
				continue
			}
			zeros[side]++
			if other == '\n' || other == ',' || other == ';' || other == '\t' || '0' <= other && other <= '9' {
				signs[side]++
			}
		}
	}
	// The zero byte comes second in little-endian text.
	pairs := len(sample) / 2
	for side, e := range []Encoding{UTF16BE, UTF16LE} {
		other := 1 - side
		latin := zeros[side] > pairs/2 && 16*zeros[other] <= zeros[side]
		asian := zeros[side] > pairs/50 && signs[side] > zeros[side]/4 && 32*zeros[other] <= zeros[side]
		if latin || asian {
			return e, true
		}
	}
	return "", false
}

// wholeRunes cuts off the last character when only its beginning is there.
func wholeRunes(text []byte) []byte {
	for i := len(text) - 1; i >= max(0, len(text)-utf8.UTFMax); i-- {
		if utf8.RuneStart(text[i]) {
			if !utf8.FullRune(text[i:]) {
				return text[:i]
			}
			break
		}
	}
	return text
}
