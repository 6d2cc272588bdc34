package tabular

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// A Record is one row of a table. Row counts as a spreadsheet does: the header
// is row 1.
type Record struct {
	Row   int
	Cells []string

	at     map[string]int
	events *eventParser // of a table of events
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

	rows    *rowScanner
	decoded bool // the text is not that of the file, but decoded
	at      map[string]int
	events  *eventParser
}

// NewReader reads the header of a table and finds out what it holds. A file
// that is empty, is no text or has another header is a *FileError.
func NewReader(name string, r io.Reader) (*Reader, error) {
	text, err := newText(name, r)
	if err != nil {
		return nil, err
	}
	return newReader(name, text, OwnDialect)
}

// NewTextReader is NewReader for a table in another encoding or with other
// delimiters, of which text is what u.Text returns.
func NewTextReader(name string, text io.Reader, u *Understanding) (*Reader, error) {
	d := u.dialect
	d.Strict = d.Quote != 0
	t, err := newReader(name, text, d)
	if err == nil {
		t.decoded = true
	}
	return t, err
}

func newReader(name string, text io.Reader, d Dialect) (*Reader, error) {
	t := &Reader{Name: name, rows: newRowScanner(text, d), at: map[string]int{}}
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
	if kind == Events {
		t.events = newEventParser(t.column)
	}
	return t, nil
}

// IsOwn reports that the header is ours and not only has words in common with
// ours: of another table of events we would have few of the columns.
func (t *Reader) IsOwn() bool { return t.Kind != Events || ownShare(t.Header) >= leastOwn }

// leastOwn is the share of its columns that our own table of events has at
// least.
const leastOwn = 0.34

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
		record := Record{Row: t.rows.row, Cells: cells, at: t.at, events: t.events}
		if err != nil {
			return record, err
		}
		if blank(cells) {
			continue
		}
		if err := t.checkUTF8(cells); err != nil {
			return record, err
		}
		if wrong := t.checkShape(cells, true); wrong != nil {
			return record, wrong
		}
		for i, cell := range cells {
			cells[i] = unguard(lineFeeds(cell))
		}
		return record, nil
	}
}

// checkUTF8 finds text in another encoding. All of a file is in one encoding,
// so this is an error of the file.
func (t *Reader) checkUTF8(cells []string) error {
	if utf8.Valid(t.rows.raw) {
		return nil
	}
	if fault := t.notUTF8(cells); fault != nil {
		return fault(t.rows.row)
	}
	return &FileError{t.Name, fmt.Sprintf("row %d is not UTF-8; save the file as UTF-8 and import it again", t.rows.row)}
}

// notUTF8 says, for a row whose number is still to come, which of its bytes is
// not UTF-8; nil when all are.
func (t *Reader) notUTF8(cells []string) func(row int) *FileError {
	for i, cell := range cells {
		if value, position, found := notUTF8(cell); found {
			column := t.label(i)
			return func(row int) *FileError {
				return &FileError{t.Name, fmt.Sprintf("row %d: %sbyte %d of the cell (0x%02X) is not UTF-8; save the file as UTF-8 and import it again",
					row, column, position, value)}
			}
		}
	}
	return nil
}

// label names column i in an error, with a comma and a space after it; it is
// "" when the column has no name.
func (t *Reader) label(i int) string {
	if i < len(t.Header) && t.Header[i] != "" {
		return t.Header[i] + ", "
	}
	return ""
}

// checkShape finds rows and cells that cannot be taken; zeros says that there
// may be zero bytes in them.
func (t *Reader) checkShape(cells []string, zeros bool) *CellError {
	if len(cells) != len(t.Header) {
		return &CellError{Reason: fmt.Sprintf("the row has %s, the header %s", counted(len(cells)), counted(len(t.Header)))}
	}
	size := 0
	for i, cell := range cells {
		size += len(cell)
		switch {
		case len(cell) > MaxCell:
			return &CellError{Column: t.Header[i], Value: beginning(cell), Reason: fmt.Sprintf("the cell is longer than the limit of %d MiB", MaxCell>>20)}
		case zeros && strings.IndexByte(cell, 0) >= 0:
			return &CellError{Column: t.Header[i], Value: strings.ReplaceAll(beginning(cell), "\x00", "\uFFFD"), Reason: "the cell holds a zero byte"}
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
