package exchange

import (
	"bufio"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An output is what the writers write to. An error of the writer below it stays
// until close, which reports it; what is written meanwhile goes nowhere.
type output struct{ *bufio.Writer }

func newOutput(w io.Writer) output { return output{bufio.NewWriterSize(w, 1<<16)} }

// text writes strings one after the other.
func (o output) text(parts ...string) {
	for _, p := range parts {
		o.WriteString(p)
	}
}

// close writes what is held back.
func (o output) close() error { return o.Flush() }

// clean returns a text that every format can carry: UTF-8 without control
// characters but line feeds and tabs, and with every line end a line feed.
func clean(text string) string {
	dirty := strings.IndexFunc(text, func(r rune) bool {
		return r == utf8.RuneError || r == '\r' || isNoText(r)
	}) >= 0
	if !dirty {
		return text
	}
	text = strings.ToValidUTF8(text, "\uFFFD")
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	return strings.Map(func(r rune) rune {
		if isNoText(r) {
			return -1
		}
		return r
	}, text)
}

// isNoText reports whether a rune may not stand in XML: control characters and
// what Unicode has set aside.
func isNoText(r rune) bool {
	return r != '\n' && r != '\t' && unicode.IsControl(r) || r&0xFFFE == 0xFFFE
}

// oneLine is clean with every run of white space a single blank.
func oneLine(text string) string { return strings.Join(strings.Fields(clean(text)), " ") }
