package tabular

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/bits"
	"strings"
	"unsafe"
)

// The limits of what is read: a longer cell or row is an error of its row.
const (
	MaxCell   = 1 << 20 // bytes
	MaxRecord = 4 << 20
)

// What the splitter can say of the text before it.
type verdict uint8

const (
	rowRead  verdict = iota // the cells are those of a row
	rowBlank                // a line without cells
	rowBad                  // a line that cannot be cut into cells, for the reason given
	rowOpen                 // a row whose end is not in this text
)

// The reasons for which a row cannot be cut into cells.
const (
	reasonOpen = "a quote that opens a cell is closed wrongly or never: write a quote inside a quoted cell twice"
	reasonBare = "a quote stands inside a cell that is not quoted: put the whole cell in quotes and write the inner quote twice"
)

var reasonTooLong = fmt.Sprintf("the row is longer than the limit of %d MiB", MaxRecord>>20)

// A splitter cuts text into rows and rows into cells, without copying: cells
// are views of the text, save those with escapes in them. A row with a quote
// that is closed wrongly or never costs no more than its first line.
type splitter struct {
	Dialect
	cells  []string
	reason string // of rowBad
}

// row cuts the first row off a text that begins with one. It returns how many
// bytes it took. Unless the text is the last there is, a row that may go on
// behind it is rowOpen and takes none.
func (s *splitter) row(text []byte, last bool) (int, verdict) {
	s.cells = s.cells[:0]
	end := bytes.IndexByte(text, '\n')
	size := end + 1
	if end < 0 {
		if !last && len(text) <= MaxRecord {
			return 0, rowOpen
		}
		end, size = len(text), len(text)
	}
	line := bytes.TrimSuffix(text[:end], carriageReturn)
	switch {
	case len(bytes.TrimRight(line, "\r")) == 0:
		return size, rowBlank
	case size > MaxRecord:
		return size, s.bad(reasonTooLong)
	case s.Backslash && bytes.IndexByte(line, '\\') >= 0, s.Quote != 0 && bytes.IndexByte(line, s.Quote) >= 0:
		return s.quoted(text, size, last)
	}
	for {
		i := bytes.IndexByte(line, s.Delimiter)
		if i < 0 {
			s.cells = append(s.cells, view(line))
			return size, rowRead
		}
		s.cells = append(s.cells, view(line[:i]))
		line = line[i+1:]
	}
}

var carriageReturn = []byte{'\r'}

// view is the text of bytes that are never changed again.
func view(b []byte) string {
	if len(b) == 0 {
		return ""
	}
	return unsafe.String(&b[0], len(b))
}

func (s *splitter) bad(reason string) verdict {
	s.reason = reason
	return rowBad
}

// quoted cuts off a row that has quotes or escapes. line is how long its first
// line is, which is all that a bad row costs.
func (s *splitter) quoted(text []byte, line int, last bool) (int, verdict) {
	at := 0
	for {
		n, v := s.cell(text[at:], at, line)
		switch {
		case v == rowOpen && !last && len(text) <= MaxRecord:
			return 0, rowOpen
		case v == rowOpen:
			return line, s.bad(reasonOpen)
		case v == rowBad && at+n >= line:
			// What is wrong began in the first line; later ones may only seem wrong.
			return line, s.bad(reasonOpen)
		case v == rowBad:
			return line, v
		}
		at += n
		switch {
		case at > MaxRecord && at > line:
			return line, s.bad(reasonOpen)
		case at == len(text):
			if !last && text[at-1] != '\n' {
				return 0, rowOpen
			}
			if text[at-1] == s.Delimiter && v != rowBlank {
				s.cells = append(s.cells, "")
			}
			return at, rowRead
		case v == rowBlank: // the line end was taken
			return at, rowRead
		}
	}
}

// cell cuts off the first cell with the delimiter behind it (rowRead) or the
// line end behind it (rowBlank). The text begins at bytes into the row, whose
// first line is line bytes long.
func (s *splitter) cell(text []byte, at, line int) (int, verdict) {
	if s.Quote == 0 || len(text) == 0 || text[0] != s.Quote {
		return s.bare(text)
	}
	escapes := false
	i := 1
	for {
		n := s.closing(text[i:])
		if n < 0 {
			return len(text), rowOpen
		}
		if s.Backslash && text[i+n] == '\\' {
			escapes = true
			if i += n + 2; i > len(text) {
				return len(text), rowOpen
			}
			continue
		}
		i += n
		if i+1 < len(text) && text[i+1] == s.Quote {
			escapes = true
			i += 2
			continue
		}
		break
	}
	inner := text[1:i]
	rest := text[i+1:]
	end, v := 0, rowRead
	switch {
	case len(rest) == 0:
		v = rowBlank
	case rest[0] == s.Delimiter:
		end = 1
	case rest[0] == '\n':
		end, v = 1, rowBlank
	case rest[0] == '\r' && len(rest) == 1:
		end, v = 1, rowBlank
	case rest[0] == '\r' && rest[1] == '\n':
		end, v = 2, rowBlank
	case s.Strict || at+i >= line:
		return i, s.bad(reasonOpen)
	default:
		return s.bare(text) // the quotes belong to the text
	}
	if escapes {
		s.cells = append(s.cells, s.unescaped(inner))
	} else {
		s.cells = append(s.cells, view(inner))
	}
	return i + 1 + end, v
}

// closing finds the next quote, or the next backslash where one escapes.
func (s *splitter) closing(text []byte) int {
	n := bytes.IndexByte(text, s.Quote)
	if !s.Backslash {
		return n
	}
	part := text
	if n >= 0 {
		part = text[:n]
	}
	if b := bytes.IndexByte(part, '\\'); b >= 0 {
		return b
	}
	return n
}

// bare cuts off a cell that is not quoted.
func (s *splitter) bare(text []byte) (int, verdict) {
	if s.Backslash {
		return s.bareEscaped(text)
	}
	quote := byte('\n') // where a quote may stand, it ends nothing
	if s.Strict && s.Quote != 0 {
		quote = s.Quote
	}
	n := firstOf(text, s.Delimiter, '\n', quote)
	cell := text[:n]
	switch {
	case n == len(text):
		s.cells = append(s.cells, view(bytes.TrimSuffix(cell, carriageReturn)))
		return n, rowBlank
	case text[n] == s.Delimiter:
		s.cells = append(s.cells, view(cell))
		return n + 1, rowRead
	case text[n] == '\n':
		s.cells = append(s.cells, view(bytes.TrimSuffix(cell, carriageReturn)))
		return n + 1, rowBlank
	}
	return n, s.bad(reasonBare)
}

// firstOf returns where the first of three bytes stands in a text, or its length.
// It looks at eight bytes at a time, since cells are short: a byte of a word is
// zero where it was the byte sought (Warren, Hacker's Delight, 6-1).
func firstOf(text []byte, a, b, c byte) int {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	as, bs, cs := ones*uint64(a), ones*uint64(b), ones*uint64(c)
	n := 0
	for ; n+8 <= len(text); n += 8 {
		word := binary.LittleEndian.Uint64(text[n:])
		x, y, z := word^as, word^bs, word^cs
		// Above the lowest zero byte others may seem to be zero too.
		if found := ((x-ones)&^x | (y-ones)&^y | (z-ones)&^z) & highs; found != 0 {
			return n + bits.TrailingZeros64(found)/8
		}
	}
	for ; n < len(text); n++ {
		if d := text[n]; d == a || d == b || d == c {
			break
		}
	}
	return n
}

// bareEscaped is bare where a backslash may stand before a delimiter.
func (s *splitter) bareEscaped(text []byte) (int, verdict) {
	escapes := false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == s.Delimiter:
			s.add(text[:i], escapes)
			return i + 1, rowRead
		case c == '\n':
			s.add(bytes.TrimSuffix(text[:i], carriageReturn), escapes)
			return i + 1, rowBlank
		case c == s.Quote && s.Strict && c != 0:
			return i, s.bad(reasonBare)
		case c == '\\':
			escapes = true
			i++
		}
	}
	s.add(bytes.TrimSuffix(text, carriageReturn), escapes)
	return len(text), rowBlank
}

func (s *splitter) add(cell []byte, escapes bool) {
	if escapes {
		s.cells = append(s.cells, s.unescaped(cell))
		return
	}
	s.cells = append(s.cells, view(cell))
}

// unescaped takes doubled quotes and backslashes out of a cell.
func (s *splitter) unescaped(cell []byte) string {
	if !s.Backslash {
		q := string(rune(s.Quote))
		return strings.ReplaceAll(view(cell), q+q, q)
	}
	out := make([]byte, 0, len(cell))
	for i := 0; i < len(cell); i++ {
		c := cell[i]
		if i+1 < len(cell) {
			next := cell[i+1]
			if c == '\\' && (next == '\\' || next == s.Quote || next == s.Delimiter || next == '\n') || c == s.Quote && next == s.Quote && c != 0 {
				i++
				c = next
			}
		}
		out = append(out, c)
	}
	return view(out)
}

func rowTooLong() *CellError { return &CellError{Reason: reasonTooLong} }
