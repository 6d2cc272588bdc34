package tabular

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
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

// text is Cell without white space at its ends.
func (r *Record) text(column string) string { return strings.TrimSpace(r.Cell(column)) }

// A Reader reads the rows of one table.
type Reader struct {
	Name    string
	Kind    TableKind
	Header  []string // column names in lower case, "" where the header has none
	Unknown []string // columns that the format does not have: they are passed over

	rows *rowReader
	at   map[string]int
}

// NewReader reads the header of a table and finds out what it holds. A file
// that is empty, is no text or has another header is a *FileError.
func NewReader(name string, r io.Reader) (*Reader, error) {
	text, err := newText(name, r)
	if err != nil {
		return nil, err
	}
	t := &Reader{Name: name, rows: newRowReader(text), at: map[string]int{}}
	header, err := t.rows.next()
	var syntax *CellError
	if errors.As(err, &syntax) {
		return nil, &FileError{name, "the header cannot be read: " + syntax.Reason}
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	if err := t.checkUTF8(header); err != nil {
		return nil, err
	}
	for i, cell := range header {
		column := strings.ToLower(strings.TrimSpace(cell))
		t.Header = append(t.Header, column)
		if column == "" {
			continue // a column without a name, as spreadsheets leave behind
		}
		if _, twice := t.at[column]; twice {
			return nil, &FileError{name, fmt.Sprintf("the header has the column %q twice", column)}
		}
		t.at[column] = i
	}
	kind, ok := kindOf(t.Header)
	if !ok {
		return nil, &FileError{name, wrongHeader(t.Header)}
	}
	t.Kind = kind
	for _, column := range t.Header {
		if column != "" && !kind.knows(column) {
			t.Unknown = append(t.Unknown, column)
		}
	}
	return t, nil
}

// wrongHeader says why a header is that of no table, with its beginning, so
// that a person sees what was taken for the header.
func wrongHeader(header []string) string {
	if len(header) == 1 {
		for _, s := range []struct{ separator, word string }{{";", "semicolons"}, {"\t", "tabs"}, {"|", "bars"}} {
			if strings.Contains(header[0], s.separator) {
				return "the columns seem to be set apart by " + s.word + "; save the file with commas and import it again"
			}
		}
	}
	begin := strings.Join(strings.Fields(strings.Join(header, ", ")), " ")
	if r := []rune(begin); len(r) > 60 {
		begin = string(r[:60]) + "…"
	}
	return fmt.Sprintf("the header (%s) is not that of a table of events, actors, agreements or collections: "+
		"events need at least the columns title and start", begin)
}

// Read returns the next row, whose cells stay as they are until the next call.
// At the end it returns io.EOF. A *CellError concerns this row alone, which the
// returned Record numbers; reading goes on. A *FileError says that the file is
// not UTF-8. Blank rows are counted and passed over.
func (t *Reader) Read() (Record, error) {
	for {
		cells, err := t.rows.next()
		record := Record{Row: t.rows.row, Cells: cells, at: t.at}
		if err != nil {
			return record, err
		}
		if blank(cells) {
			continue
		}
		if err := t.checkUTF8(cells); err != nil {
			return record, err
		}
		if err := t.checkShape(cells); err != nil {
			return record, err
		}
		for i, cell := range cells {
			cells[i] = unguard(lineFeeds(cell))
		}
		return record, nil
	}
}

func blank(cells []string) bool {
	return !slices.ContainsFunc(cells, func(c string) bool { return strings.TrimSpace(c) != "" })
}

// checkUTF8 finds text in another encoding. All of a file is in one encoding,
// so this is an error of the file.
func (t *Reader) checkUTF8(cells []string) error {
	if utf8.Valid(t.rows.raw) {
		return nil
	}
	for i, cell := range cells {
		if value, position, found := notUTF8(cell); found {
			return &FileError{t.Name, fmt.Sprintf("row %d: %sbyte %d of the cell (0x%02X) is not UTF-8; save the file as UTF-8 and import it again",
				t.rows.row, t.column(i), position, value)}
		}
	}
	return &FileError{t.Name, fmt.Sprintf("row %d is not UTF-8; save the file as UTF-8 and import it again", t.rows.row)}
}

// column names column i in an error, with a comma and a space after it; it is
// "" when the column has no name.
func (t *Reader) column(i int) string {
	if i < len(t.Header) && t.Header[i] != "" {
		return t.Header[i] + ", "
	}
	return ""
}

func (t *Reader) checkShape(cells []string) error {
	if len(cells) != len(t.Header) {
		return &CellError{Reason: fmt.Sprintf("the row has %s, the header %s", counted(len(cells)), counted(len(t.Header)))}
	}
	size := 0
	for i, cell := range cells {
		size += len(cell)
		switch {
		case len(cell) > MaxCell:
			return &CellError{t.Header[i], beginning(cell), fmt.Sprintf("the cell is longer than the limit of %d MiB", MaxCell>>20)}
		case strings.IndexByte(cell, 0) >= 0:
			return &CellError{t.Header[i], strings.ReplaceAll(beginning(cell), "\x00", "\uFFFD"), "the cell holds a zero byte"}
		}
	}
	if size > MaxRecord {
		return rowTooLong()
	}
	return nil
}

func counted(cells int) string {
	if cells == 1 {
		return "1 cell"
	}
	return fmt.Sprintf("%d cells", cells)
}

// beginning returns the first characters of a long cell.
func beginning(cell string) string {
	const most = 80
	for i := range cell {
		if i >= most {
			return cell[:i] + "…"
		}
	}
	return cell
}

// lineFeeds makes every line end in a text the same.
func lineFeeds(text string) string {
	if strings.IndexByte(text, '\r') < 0 {
		return text
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}
