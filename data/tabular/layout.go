package tabular

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// A layout says where in a text the rows of the table are.
type layout struct {
	header     []string // the names of the columns, each unlike the others
	named      bool     // the text has a header
	first      int      // rows before the first of the table, the header and blank ones included
	headerRow  int      // its number, 0 for none
	confidence float64
}

// numbered is a row of a sample with its number in the file.
type numbered struct {
	number int
	cells  []string
}

// numberedRows is sampleRows with blank and bad rows counted. whole says that
// the text is all of the file.
func numberedRows(text []byte, d Dialect, whole bool, most int) []numbered {
	s := splitter{Dialect: d}
	var rows []numbered
	for number := 1; len(text) > 0 && len(rows) < most; number++ {
		n, v := s.row(text, whole)
		if v == rowOpen {
			break
		}
		if v == rowRead {
			rows = append(rows, numbered{number, append([]string(nil), s.cells...)})
		}
		text = text[n:]
	}
	return rows
}

// sniffLayout finds the header of a table, or that it has none. A header that
// is known to be there or not is believed.
func sniffLayout(rows []numbered, known *bool) layout {
	width := usualWidth(rows)
	at := 0
	for at < len(rows)-1 && isPreamble(rows[at].cells, width) {
		at++
	}
	if at == len(rows)-1 && at > 0 {
		at = 0 // nothing but titles: the first row is as good as any
	}
	l := layout{named: true, confidence: 1}
	switch {
	case len(rows) == 0:
		return l
	case known != nil:
		l.named = *known
	default:
		l.named, l.confidence = hasHeader(rows[at].cells, rows[at+1:])
	}
	if !l.named {
		l.first = rows[at].number - 1
		for i := range width {
			l.header = append(l.header, fmt.Sprintf("column %d", i+1))
		}
		return l
	}
	l.header, l.headerRow, l.first = uniqueNames(rows[at].cells), rows[at].number, rows[at].number
	if at+1 < len(rows) && isTagRow(rows[at+1].cells) {
		l.first = rows[at+1].number
	}
	return l
}

// usualWidth is how many cells most rows have.
func usualWidth(rows []numbered) int {
	count := map[int]int{}
	usual := 0
	for _, r := range rows {
		n := len(r.cells)
		count[n]++
		if count[n] > count[usual] || count[n] == count[usual] && n > usual {
			usual = n
		}
	}
	return usual
}

// isPreamble reports a row above the header: a title, a note, a date of issue.
func isPreamble(cells []string, width int) bool {
	filled := 0
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			filled++
		}
	}
	if width == 1 {
		return filled == 0
	}
	return 2*filled < width || filled == 1
}

// isTagRow reports the row of HXL tags under a header: #date+start, #adm1+name.
func isTagRow(cells []string) bool {
	filled, tags := 0, 0
	for _, c := range cells {
		if c = strings.TrimSpace(c); c != "" {
			filled++
			if strings.HasPrefix(c, "#") && len(c) > 1 && isLetter(c[1]) {
				tags++
			}
		}
	}
	return filled > 0 && 2*tags > filled
}

// hasHeader compares a row with those under it: a header has words where they
// have numbers or dates, and its words are not among theirs.
func hasHeader(first []string, below []numbered) (bool, float64) {
	below = below[:min(len(below), 50)]
	header, data := 0.0, 0.0
	for i, cell := range first {
		cell = strings.TrimSpace(cell)
		if cell == "" {
			continue
		}
		kind := kindOfCell(cell)
		if kind != textCell {
			data++
			continue
		}
		if knownName(cell) {
			header += 1.5
		}
		same, other, repeated := 0, 0, false
		for _, r := range below {
			if i >= len(r.cells) || strings.TrimSpace(r.cells[i]) == "" {
				continue
			}
			if kindOfCell(strings.TrimSpace(r.cells[i])) == textCell {
				same++
			} else {
				other++
			}
			repeated = repeated || strings.TrimSpace(r.cells[i]) == cell
		}
		switch {
		case other > same:
			header++
		case repeated:
			data += 0.6
		case len(cell) > 100:
			data += 0.5
		default:
			header += 0.3
		}
	}
	if header+data == 0 {
		return true, 0.5
	}
	if header >= data {
		return true, header / (header + data)
	}
	return false, data / (header + data)
}

type cellKind uint8

const (
	textCell cellKind = iota
	numberCell
	dateCell
)

var numberPattern = regexp.MustCompile(`^[-+]?(\d+([.,]\d+)*|\.\d+)([eE][-+]?\d+)?%?$`)

// kindOfCell tells numbers and dates from other text.
func kindOfCell(cell string) cellKind {
	switch {
	case len(cell) <= 40 && numberPattern.MatchString(cell):
		return numberCell
	case len(cell) <= 40 && strings.ContainsAny(cell, "0123456789"):
		if s := shapeOf(cell); s != shapeNone && s != shapeWords {
			return dateCell
		}
	}
	return textCell
}

// uniqueNames makes names of columns out of a header: without space around
// them, "column 3" where there is none, "id (2)" where one comes again.
func uniqueNames(cells []string) []string {
	names := make([]string, len(cells))
	for i, c := range cells {
		name := strings.Join(strings.Fields(c), " ")
		if name == "" {
			name = fmt.Sprintf("column %d", i+1)
		}
		unique := name
		for n := 2; slices.Contains(names[:i], unique); n++ {
			unique = fmt.Sprintf("%s (%d)", name, n)
		}
		names[i] = unique
	}
	return names
}
