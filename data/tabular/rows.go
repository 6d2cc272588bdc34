package tabular

import (
	"bytes"
	"errors"
	"io"
)

// A rowScanner reads the rows of a text one after the other.
type rowScanner struct {
	blocks *blockReader
	split  splitter
	text   []byte // what is not read yet of the text at hand
	cut    bool   // it is the beginning of a line that is too long
	closed bool   // a row that is open in it cannot go on behind it
	ended  bool   // no text comes behind it
	row    int    // counts every line that is blank or begins a row
	raw    []byte // the row at hand, with its line ends
}

func newRowScanner(in io.Reader, d Dialect) *rowScanner {
	return &rowScanner{blocks: newBlockReader(in, d), split: splitter{Dialect: d}}
}

// next returns the cells of the next row; the slice is used again by the next
// call. Blank lines are counted and passed over. The error is io.EOF at the end,
// a *CellError for a row that cannot be cut into cells, or what reading met.
func (r *rowScanner) next() ([]string, error) {
	for {
		if len(r.text) == 0 {
			r.closed = false
			if err := r.more(); err != nil {
				return nil, err
			}
		}
		if r.cut {
			r.text, r.cut = nil, false
			r.row++
			return nil, rowTooLong()
		}
		n, v := r.split.row(r.text, r.closed || r.ended)
		if v == rowOpen {
			if err := r.more(); err != nil && !errors.Is(err, io.EOF) {
				return nil, err
			}
			continue
		}
		r.raw, r.text = r.text[:n], r.text[n:]
		r.row++
		switch v {
		case rowRead:
			return r.split.cells, nil
		case rowBad:
			return nil, &CellError{Reason: r.split.reason}
		}
	}
}

// more adds the next block to the text at hand. A line that is too long to keep
// closes what is open before it.
func (r *rowScanner) more() error {
	if r.ended {
		return io.EOF
	}
	b, err := r.blocks.next()
	switch {
	case errors.Is(err, io.EOF):
		r.ended = true
		return err
	case err != nil:
		return err
	case len(r.text) == 0:
		r.text, r.cut = b.text, b.cut
	case b.cut:
		r.blocks.again = &b
		r.closed = true
		return nil
	default:
		r.text = append(bytes.Clone(r.text), b.text...)
	}
	r.ended = b.last
	return nil
}
