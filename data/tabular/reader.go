package tabular

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// The limits of what is read: a longer cell or row is an error of its row.
const (
	MaxCell   = 1 << 20 // bytes
	MaxRecord = 4 << 20
)

// A Record is one row of a table. Row counts as a spreadsheet does: the header
// is row 1.
type Record struct {
	Row   int
	Cells []string
	at    map[string]int
}

// Cell returns the cell under a column name, "" when the table has no such
// column.
func (r *Record) Cell(column string) string {
	i, ok := r.at[column]
	if !ok {
		return ""
	}
	return r.Cells[i]
}

// has reports whether the table has a column.
func (r *Record) has(column string) bool {
	_, ok := r.at[column]
	return ok
}

// A Reader reads the rows of one table.
type Reader struct {
	Name    string
	Kind    TableKind
	Header  []string
	Unknown []string // columns that the format does not have: they are passed over

	csv *csv.Reader
	at  map[string]int
	row int
}

// NewReader reads the header of a table and finds out what it holds. A file
// that is empty, is no text or has another header is a *FileError.
func NewReader(name string, r io.Reader) (*Reader, error) {
	text, err := newText(name, r)
	if err != nil {
		return nil, err
	}
	c := csv.NewReader(text)
	c.FieldsPerRecord = -1 // rows of the wrong length are reported, not fatal
	header, err := c.Read()
	if err != nil {
		return nil, &FileError{name, "the header cannot be read: " + reason(err)}
	}
	t := &Reader{Name: name, csv: c, at: map[string]int{}, row: 1}
	for i, cell := range header {
		column := strings.ToLower(strings.TrimSpace(cell))
		t.Header = append(t.Header, column)
		if _, twice := t.at[column]; twice {
			return nil, &FileError{name, fmt.Sprintf("the header has the column %q twice", column)}
		}
		t.at[column] = i
	}
	kind, ok := kindOf(t.Header)
	if !ok {
		return nil, &FileError{name, "the header is not that of a table of events, actors, agreements or collections: " +
			"events need at least the columns title and start (docs/csv.md lists all)"}
	}
	t.Kind = kind
	for _, column := range t.Header {
		if !kind.knows(column) {
			t.Unknown = append(t.Unknown, column)
		}
	}
	return t, nil
}

// Read returns the next row. At the end it returns io.EOF. A *CellError
// concerns this row alone, which the returned Record numbers; reading goes on.
// Blank rows are passed over.
func (t *Reader) Read() (Record, error) {
	for {
		cells, err := t.csv.Read()
		t.row++
		record := Record{Row: t.row, Cells: cells, at: t.at}
		var syntax *csv.ParseError
		switch {
		case errors.As(err, &syntax):
			return record, &CellError{Reason: reason(err)}
		case err != nil:
			return record, err
		case blank(cells):
			continue
		}
		return record, t.checkShape(cells)
	}
}

func blank(cells []string) bool {
	return !slices.ContainsFunc(cells, func(c string) bool { return strings.TrimSpace(c) != "" })
}

func (t *Reader) checkShape(cells []string) error {
	if len(cells) != len(t.Header) {
		return &CellError{Reason: fmt.Sprintf("the row has %d cells, the header %d", len(cells), len(t.Header))}
	}
	size := 0
	for i, cell := range cells {
		size += len(cell)
		switch {
		case len(cell) > MaxCell:
			return &CellError{t.Header[i], cell[:80], fmt.Sprintf("the cell has %d bytes, more than the limit of %d", len(cell), MaxCell)}
		case !utf8.ValidString(cell):
			return &CellError{t.Header[i], strings.ToValidUTF8(cell, "\uFFFD"), "the cell is not UTF-8; save the file as UTF-8 and import it again"}
		case strings.IndexByte(cell, 0) >= 0:
			return &CellError{t.Header[i], strings.ReplaceAll(cell, "\x00", "\uFFFD"), "the cell holds a zero byte"}
		}
	}
	if size > MaxRecord {
		return &CellError{Reason: fmt.Sprintf("the row has %d bytes, more than the limit of %d", size, MaxRecord)}
	}
	return nil
}

// reason puts what encoding/csv says into words for people.
func reason(err error) string {
	var syntax *csv.ParseError
	if !errors.As(err, &syntax) {
		return err.Error()
	}
	switch {
	case errors.Is(syntax.Err, csv.ErrQuote):
		return fmt.Sprintf("a quote opened on line %d is closed wrongly or never: write a quote inside a quoted cell twice", syntax.StartLine)
	case errors.Is(syntax.Err, csv.ErrBareQuote):
		return fmt.Sprintf("a quote stands inside an unquoted cell on line %d: put the whole cell in quotes and write the inner quote twice", syntax.Line)
	}
	return fmt.Sprintf("line %d: %v", syntax.Line, syntax.Err)
}
