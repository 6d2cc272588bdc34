package tabular

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// sampleSize is how much of a file's beginning is looked at before it is read.
const sampleSize = 1 << 16

// newText returns the text of a file as UTF-8 without a byte order mark, with
// line ends that encoding/csv knows. A file that is no text is an error that
// names what it is.
func newText(name string, r io.Reader) (io.Reader, error) {
	in := bufio.NewReaderSize(r, sampleSize)
	sample, err := in.Peek(sampleSize)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, bufio.ErrBufferFull) {
		return nil, err
	}
	switch {
	case len(bytes.TrimSpace(bytes.TrimPrefix(sample, utf8BOM))) == 0:
		return nil, &FileError{name, "the file is empty; it needs a header and at least one row"}
	case bytes.HasPrefix(sample, []byte{0xFF, 0xFE}), bytes.HasPrefix(sample, []byte{0xFE, 0xFF}):
		return nil, &FileError{name, "the file is UTF-16 text; save it as UTF-8 and import it again"}
	case bytes.IndexByte(sample, 0) >= 0:
		return nil, &FileError{name, "this is not a table of text: it holds zero bytes, as pictures, spreadsheets and archives do"}
	}
	if bytes.HasPrefix(sample, utf8BOM) {
		if _, err := in.Discard(len(utf8BOM)); err != nil {
			return nil, err
		}
	}
	if bytes.IndexByte(sample, '\r') >= 0 && bytes.IndexByte(sample, '\n') < 0 {
		return &carriageReturns{in}, nil
	}
	return in, nil
}

var utf8BOM = []byte{0xEF, 0xBB, 0xBF}

// carriageReturns turns the line ends of a file that has no others into ones
// that encoding/csv knows; it would read the file as a single row.
type carriageReturns struct{ r io.Reader }

func (c *carriageReturns) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	for i, b := range p[:n] {
		if b == '\r' {
			p[i] = '\n'
		}
	}
	return n, err
}
