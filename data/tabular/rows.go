package tabular

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
)

// The limits of what is read: a longer cell or row is an error of its row.
const (
	MaxCell   = 1 << 20 // bytes
	MaxRecord = 4 << 20
)

// errLineTooLong is a line longer than a row may be.
var errLineTooLong = errors.New("line too long")

// A rowReader cuts text into rows and leaves the cells to encoding/csv, which
// by itself would take all that follows a stray quote for one cell, however
// long. Here a row with a quote that is closed wrongly or never costs no more
// than its first line.
//
// A row ends at the first line end before which the quotes are even in number:
// in well-formed CSV that is a line end outside quotes.
type rowReader struct {
	in    *bufio.Reader
	again []byte // lines read ahead, to be read again
	owed  bool   // after them comes a line that was too long to keep
	raw   []byte // the row at hand, with its line ends
	row   int    // counts every line that is blank or begins a row

	feed bytes.Reader
	csv  *csv.Reader
}

func newRowReader(in io.Reader) *rowReader {
	r := &rowReader{in: bufio.NewReaderSize(in, sampleSize)}
	r.reset()
	return r
}

// reset forgets what encoding/csv has read ahead, as it has after an error.
func (r *rowReader) reset() {
	r.csv = csv.NewReader(&r.feed)
	r.csv.FieldsPerRecord = -1
	r.csv.ReuseRecord = true
}

// next returns the cells of the next row, which stay as they are until the next
// call. Blank lines are counted and passed over. The error is io.EOF at the end,
// a *CellError for a row that cannot be cut into cells, or what reading met.
func (r *rowReader) next() ([]string, error) {
	for {
		r.raw = r.raw[:0]
		err := r.line()
		r.row++
		switch {
		case errors.Is(err, errLineTooLong):
			return nil, rowTooLong()
		case err != nil:
			return nil, err
		case len(bytes.TrimRight(r.raw, "\r\n")) > 0:
			return r.cells()
		}
	}
}

// cells cuts the row that begins with the line in raw into cells.
func (r *rowReader) cells() ([]string, error) {
	first := len(r.raw)
	quotes := bytes.Count(r.raw, quote)
	for quotes%2 == 1 && len(r.raw) <= MaxRecord {
		from := len(r.raw)
		err := r.line()
		if errors.Is(err, io.EOF) {
			break
		}
		if errors.Is(err, errLineTooLong) {
			r.owed = true
			break
		}
		if err != nil {
			return nil, err
		}
		quotes += bytes.Count(r.raw[from:], quote)
	}
	cells, err := r.parse(r.raw)
	if err == nil {
		return cells, nil
	}
	r.again = append(bytes.Clone(r.raw[first:]), r.again...)
	// What is wrong shows in the first line; later ones may only seem wrong.
	_, err = r.parse(r.raw[:first])
	return nil, &CellError{Reason: reason(err)}
}

var quote = []byte{'"'}

func (r *rowReader) parse(raw []byte) ([]string, error) {
	r.feed.Reset(raw)
	cells, err := r.csv.Read()
	if err != nil {
		r.reset()
	}
	return cells, err
}

// line appends the next line to raw, line end included. A line that is longer
// than a row may be is passed over, and is errLineTooLong.
func (r *rowReader) line() error {
	if len(r.again) > 0 {
		end := bytes.IndexByte(r.again, '\n') + 1
		if end == 0 {
			end = len(r.again)
		}
		r.raw = append(r.raw, r.again[:end]...)
		r.again = r.again[end:]
		return nil
	}
	if r.owed {
		r.owed = false
		return errLineTooLong
	}
	from := len(r.raw)
	for {
		part, err := r.in.ReadSlice('\n')
		if len(r.raw)-from+len(part) > MaxRecord {
			r.raw = r.raw[:from]
			return r.skip(err)
		}
		r.raw = append(r.raw, part...)
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
		case errors.Is(err, io.EOF) && len(r.raw) > from:
			return nil // the last line, which has no line end
		default:
			return err
		}
	}
}

// skip reads to the end of a line that is too long; err is what its last part
// came with.
func (r *rowReader) skip(err error) error {
	for errors.Is(err, bufio.ErrBufferFull) {
		_, err = r.in.ReadSlice('\n')
	}
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	return errLineTooLong
}

func rowTooLong() error {
	return &CellError{Reason: fmt.Sprintf("the row is longer than the limit of %d MiB", MaxRecord>>20)}
}

// reason puts what encoding/csv says into words for people.
func reason(err error) string {
	switch {
	case errors.Is(err, csv.ErrQuote):
		return "a quote that opens a cell is closed wrongly or never: write a quote inside a quoted cell twice"
	case errors.Is(err, csv.ErrBareQuote):
		return "a quote stands inside a cell that is not quoted: put the whole cell in quotes and write the inner quote twice"
	}
	return fmt.Sprintf("the row cannot be cut into cells: %v", err)
}
