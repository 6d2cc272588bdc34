package tabular

import (
	"bytes"
	"strings"
)

// How much of a file is looked at to find out how it is written.
const (
	sniffBytes = 1 << 20
	sniffRows  = 2000
	shapeRows  = 400 // rows that decide on the dialect
)

// A dialectGuess is a dialect that a text seems to be in, with the rows that it
// makes of it.
type dialectGuess struct {
	Dialect
	confidence float64
	cells      int // of most rows
	lineEnds   string
}

// sniffDialect guesses how a text is cut into rows and cells. A delimiter that
// is known is taken. The text may end within a row.
func sniffDialect(text []byte, known byte) dialectGuess {
	var best dialectGuess
	ends := sniffLineEnds(text)
	text = oneLineEnd(text, ends)
	best.confidence = -1
	for _, candidate := range delimiterNames {
		if known != 0 && candidate.delimiter != known {
			continue
		}
		g := quoting(text, candidate.delimiter)
		if g.confidence > best.confidence {
			best = g
		}
	}
	if best.confidence < 0 && known != 0 {
		best = quoting(text, known)
	}
	best.lineEnds = ends
	if rows, _ := sampleRows(text, best.Dialect, shapeRows); len(rows) > 0 {
		best.cells = len(rows[len(rows)/2])
	}
	best.Return = ends == endsCR || ends == endsMixed
	return best
}

// sureness is the confidence without the part that grows with the number of
// cells, which only serves to compare delimiters.
func (g *dialectGuess) sureness() float64 {
	if g.cells < 2 {
		return min(max(g.confidence, 0), 1)
	}
	return min(max(g.confidence/(1-1/float64(g.cells)), 0), 1)
}

// The line ends of a text.
const (
	endsLF    = "LF"
	endsCRLF  = "CRLF"
	endsCR    = "CR"
	endsMixed = "mixed" // with some lone carriage returns among them
	endsBoth  = "LF and CRLF"
)

// sniffLineEnds counts line ends outside of quotes. A lone carriage return ends
// a row only where there are many: cells hold some too.
func sniffLineEnds(text []byte) string {
	lf, crlf, cr := 0, 0, 0
	quoted := false
	for i, c := range text {
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\n' && i > 0 && text[i-1] == '\r':
			crlf++
		case c == '\n':
			lf++
		case c == '\r' && i+1 < len(text) && text[i+1] != '\n':
			cr++
		case c == '\r' && i+1 == len(text) && lf+crlf == 0:
			cr++
		}
	}
	switch {
	case cr > 0 && lf+crlf == 0:
		return endsCR
	case cr > 0 && 10*cr >= lf+crlf:
		return endsMixed
	case lf > 0 && crlf > 0:
		return endsBoth
	case crlf > 0:
		return endsCRLF
	}
	return endsLF
}

// oneLineEnd makes lone carriage returns line feeds where they end rows.
func oneLineEnd(text []byte, ends string) []byte {
	if ends != endsCR && ends != endsMixed {
		return text
	}
	text = bytes.Clone(text)
	for i, c := range text {
		if c == '\r' && (i+1 == len(text) || text[i+1] != '\n') {
			text[i] = '\n'
		}
	}
	return text
}

// quoting finds out what quotes mean under a delimiter, and how well the
// delimiter cuts the text.
func quoting(text []byte, delimiter byte) dialectGuess {
	d := Dialect{Delimiter: delimiter, Quote: '"'}
	rows, bad := sampleRows(text, d, shapeRows)
	confidence := evenness(rows) - bad
	if bytes.Contains(text, []byte(`\"`)) {
		escaped := d
		escaped.Backslash = true
		more, wrong := sampleRows(text, escaped, shapeRows)
		if c := evenness(more) - wrong; c > confidence+0.01 || wrong < bad {
			return dialectGuess{Dialect: escaped, confidence: c}
		}
	}
	if bytes.IndexByte(text, '"') < 0 {
		if single := singleQuoted(text, delimiter); single.confidence > confidence+0.02 {
			return single
		}
		return dialectGuess{Dialect: d, confidence: confidence}
	}
	literal := Dialect{Delimiter: delimiter}
	plain, _ := sampleRows(text, literal, shapeRows)
	// A comma stands inside quotes often, a tab hardly ever.
	better := 0.05
	if delimiter == '\t' || delimiter < ' ' {
		better = 0
	}
	if c := evenness(plain); c >= confidence+better && !wholeCellsQuoted(plain) {
		return dialectGuess{Dialect: literal, confidence: c}
	}
	return dialectGuess{Dialect: d, confidence: confidence}
}

// singleQuoted tries the other quote, which a few programs write.
func singleQuoted(text []byte, delimiter byte) dialectGuess {
	d := Dialect{Delimiter: delimiter, Quote: '\''}
	plain, _ := sampleRows(text, Dialect{Delimiter: delimiter}, shapeRows)
	whole, all := 0, 0
	for _, row := range plain {
		for _, cell := range row {
			if cell == "" {
				continue
			}
			all++
			if len(cell) >= 2 && cell[0] == '\'' && cell[len(cell)-1] == '\'' {
				whole++
			}
		}
	}
	if 4*whole < all {
		return dialectGuess{confidence: -1}
	}
	rows, bad := sampleRows(text, d, shapeRows)
	return dialectGuess{Dialect: d, confidence: evenness(rows) - bad}
}

// wholeCellsQuoted reports that quotes stand where they enclose cells: some
// cell begins and ends with one, and no more begin with one than end so.
func wholeCellsQuoted(rows [][]string) bool {
	whole, begun := 0, 0
	for _, row := range rows {
		for _, cell := range row {
			if len(cell) < 2 || cell[0] != '"' {
				continue
			}
			if begun++; cell[len(cell)-1] == '"' {
				whole++
			}
		}
	}
	return whole > 0 && 2*whole > begun
}

// sampleRows cuts the beginning of a text into rows, blank ones left out, and
// returns the share of those that cannot be cut.
func sampleRows(text []byte, d Dialect, most int) (rows [][]string, bad float64) {
	s := splitter{Dialect: d}
	whole := len(text) < sniffBytes/2
	wrong := 0
	for len(text) > 0 && len(rows)+wrong < most {
		n, v := s.row(text, whole)
		switch v {
		case rowOpen:
			return rows, share(wrong, len(rows)+wrong)
		case rowRead:
			rows = append(rows, append([]string(nil), s.cells...))
		case rowBad:
			wrong++
		}
		text = text[n:]
	}
	return rows, share(wrong, len(rows)+wrong)
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// evenness says how well a delimiter cuts rows: the share of rows that have as
// many cells as most, more so the more cells there are. Rows of nearly as many
// count nearly as much.
func evenness(rows [][]string) float64 {
	if len(rows) == 0 {
		return 0
	}
	count := map[int]int{}
	for _, row := range rows {
		count[len(row)]++
	}
	most, common := 0, 1
	for cells, n := range count {
		if n > most || n == most && cells > common {
			most, common = n, cells
		}
	}
	if common == 1 {
		return 0.1
	}
	even := 0.0
	for cells, n := range count {
		switch {
		case cells == common:
			even += float64(n)
		case cells+1 == common || cells == common+1:
			even += 0.9 * float64(n)
		}
	}
	even /= float64(len(rows))
	return even * (1 - 1/float64(common)) * headFits(rows, common)
}

// headFits lowers the score of a delimiter that leaves the first rows in one
// piece, as a comma does that stands in the text of every cell.
func headFits(rows [][]string, common int) float64 {
	for _, row := range rows[:min(len(rows), 6)] {
		if len(row) >= (common+1)/2 && strings.TrimSpace(row[0]) != "" || len(row) == common {
			return 1
		}
	}
	return 0.5
}
