package charts

import (
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"
)

// formulaSigns are what a cell begins with that spreadsheets take for a formula.
const formulaSigns = "=+-@\t\r"

// WriteCSV writes the table as CSV for other programs. Numbers are plain: -2.1,
// not –2.1, and 1000 without a space; a share is a fraction of 1. Other cells
// that a spreadsheet would take for a formula have an apostrophe before them.
func (t *Table) WriteCSV(w io.Writer) error {
	file := csv.NewWriter(w)
	if err := file.Write(guarded(t.Head)); err != nil {
		return err
	}
	for _, row := range t.Rows {
		// Rows of a joined table may end before its last column.
		cells := append(guarded(row), make([]string, max(len(t.Head)-len(row), 0))...)
		for i, cell := range row {
			if i < len(t.Numeric) && t.Numeric[i] {
				cells[i] = plainNumber(cell)
			}
		}
		if err := file.Write(cells); err != nil {
			return err
		}
	}
	file.Flush()
	return file.Error()
}

// WriteCSV writes the numbers of a chart as CSV, those of its panels one after
// another with the title of the panel in a first column.
func (s *Spec) WriteCSV(w io.Writer) error {
	if len(s.Panels) == 0 {
		return s.Table.WriteCSV(w)
	}
	all := Table{}
	for i := range s.Panels {
		all.join(s.Panels[i].Title, &s.Panels[i].Table)
	}
	return all.WriteCSV(w)
}

// join adds the rows of a panel's table, whose columns need not be those that
// there are already: panels may have different ones.
func (t *Table) join(title string, of *Table) {
	if len(of.Head) == 0 {
		return
	}
	if len(t.Head) == 0 {
		t.Head, t.Numeric = []string{"Panel", of.Head[0]}, []bool{false, false}
	}
	place := make([]int, len(of.Head))
	for i, head := range of.Head {
		at := slices.Index(t.Head[1:], head) + 1
		if i == 0 {
			at = 1
		}
		if at == 0 {
			at = len(t.Head)
			t.Head, t.Numeric = append(t.Head, head), append(t.Numeric, i < len(of.Numeric) && of.Numeric[i])
		}
		place[i] = at
	}
	for _, row := range of.Rows {
		cells := make([]string, len(t.Head))
		cells[0] = title
		for i, cell := range row {
			cells[place[i]] = cell
		}
		t.Rows = append(t.Rows, cells)
	}
}

func guarded(row []string) []string {
	cells := make([]string, len(row))
	for i, cell := range row {
		cells[i] = cell
		if cell != "" && strings.IndexByte(formulaSigns, cell[0]) >= 0 {
			cells[i] = "'" + cell
		}
	}
	return cells
}

// numberSigns are how numbers are written for people and for programs.
var numberSigns = strings.NewReplacer("–", "-", "+", "", "\u00a0", "")

// plainNumber writes a number of a table as programs read it; "none" is left
// empty.
func plainNumber(cell string) string {
	if cell == "none" || cell == "–" {
		return ""
	}
	plain := numberSigns.Replace(cell)
	if percent, ok := strings.CutSuffix(plain, "%"); ok {
		if v, err := strconv.ParseFloat(percent, 64); err == nil {
			return strconv.FormatFloat(v/100, 'g', 6, 64)
		}
	}
	return plain
}
