package tabular

import (
	"encoding/csv"
	"io"
	"strings"
)

// Cells says how the cells of a table are written.
type Cells uint8

// Guarded cells are no formulas to a spreadsheet: what would begin one has an
// apostrophe before it. Raw cells begin as the text does. Both read back as
// the same text.
const (
	Guarded Cells = iota
	Raw
)

// formulaSigns are what a cell begins with that spreadsheets take for a
// formula, or drop so that what follows begins one.
const formulaSigns = "=+-@\t\r"

// guard writes a cell. An apostrophe that stands before such a sign by itself
// gets another, in raw cells too, because reading takes one away.
func (c Cells) guard(cell string) string {
	rest := strings.TrimLeft(cell, "'")
	if rest == "" || strings.IndexByte(formulaSigns, rest[0]) < 0 {
		return cell
	}
	if len(rest) == len(cell) && (c == Raw || isNumber(cell)) {
		return cell
	}
	return "'" + cell
}

// unguard is the inverse of guard.
func unguard(cell string) string {
	if cell == "" || cell[0] != '\'' {
		return cell
	}
	rest := strings.TrimLeft(cell, "'")
	if rest == "" || strings.IndexByte(formulaSigns, rest[0]) < 0 {
		return cell
	}
	return cell[1:]
}

// isNumber reports whether a cell is a negative number as this package writes
// them, which no spreadsheet takes for a formula. Years such as -0043, whose
// zeros a spreadsheet would drop, are none.
func isNumber(cell string) bool {
	digits, found := strings.CutPrefix(cell, "-")
	whole, fraction, pointed := strings.Cut(digits, ".")
	if !found || !isDigits(whole) || pointed && !isDigits(fraction) {
		return false
	}
	return whole == "0" || whole[0] != '0'
}

func isDigits(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}

// A tableWriter writes rows of cells that a CSV file can carry.
type tableWriter struct {
	csv   *csv.Writer
	cells Cells
}

func newTableWriter(w io.Writer, cells Cells) tableWriter {
	return tableWriter{csv.NewWriter(w), cells}
}

// write writes one row, whose cells it tidies in place.
func (t tableWriter) write(row []string) error {
	for i, cell := range row {
		row[i] = t.cells.guard(tidy(cell))
	}
	return t.csv.Write(row)
}

func (t tableWriter) flush() error {
	t.csv.Flush()
	return t.csv.Error()
}
