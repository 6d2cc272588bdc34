package tabular

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"
)

// sampleSize is how much of a file's beginning is looked at before it is read.
const sampleSize = 1 << 16

var (
	utf8BOM    = []byte{0xEF, 0xBB, 0xBF}
	utf16LEBOM = []byte{0xFF, 0xFE}
	utf16BEBOM = []byte{0xFE, 0xFF}
)

// newText returns the text of a file without a byte order mark, with line ends
// that encoding/csv knows. A file that is no text, or text in UTF-16, is a
// *FileError that says so.
func newText(name string, r io.Reader) (io.Reader, error) {
	in := bufio.NewReaderSize(r, sampleSize)
	sample, err := in.Peek(sampleSize)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	switch {
	case len(bytes.TrimSpace(bytes.TrimPrefix(sample, utf8BOM))) == 0:
		return nil, &FileError{name, "the file is empty; it needs a header and at least one row"}
	case isUTF16(sample):
		return nil, &FileError{name, "this file is UTF-16; save it as UTF-8 and import it again"}
	case isBinary(sample):
		return nil, &FileError{name, "this is not a table of text but a binary file, such as a picture, a spreadsheet or an archive"}
	}
	if bytes.HasPrefix(sample, utf8BOM) {
		if _, err := in.Discard(len(utf8BOM)); err != nil {
			return nil, err
		}
	}
	if bytes.IndexByte(sample, '\r') >= 0 && bytes.IndexByte(sample, '\n') < 0 {
		return &carriageReturns{r: in}, nil
	}
	return in, nil
}

// isUTF16 tells text in UTF-16 by its byte order mark, or else by every other
// byte being zero, as in text that is mostly Latin.
func isUTF16(sample []byte) bool {
	if bytes.HasPrefix(sample, utf16LEBOM) || bytes.HasPrefix(sample, utf16BEBOM) {
		return true
	}
	var zeros [2]int
	for i, b := range sample {
		if b == 0 {
			zeros[i%2]++
		}
	}
	few, many := min(zeros[0], zeros[1]), max(zeros[0], zeros[1])
	return many > len(sample)/4 && 16*few <= many
}

// isBinary tells what is no text by its beginning: many zero bytes, or control
// characters among bytes that are not UTF-8. A few zero bytes in what is text
// otherwise are the fault of one cell.
func isBinary(sample []byte) bool {
	const headSize, fewZeros = 1024, 8
	const soh, escape = 0x01, 0x1b // a delimiter, and what switches ISO-2022
	head := sample[:min(len(sample), headSize)]
	zeros, controls := 0, 0
	for _, b := range head {
		switch {
		case b == 0:
			zeros++
		case b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != soh && b != escape:
			controls++
		}
	}
	return zeros > fewZeros || zeros+controls > 0 && !utf8.Valid(wholeRunes(head))
}

// wholeRunes cuts off the last character when only its beginning is there.
func wholeRunes(text []byte) []byte {
	for i := len(text) - 1; i >= max(0, len(text)-utf8.UTFMax); i-- {
		if utf8.RuneStart(text[i]) {
			if !utf8.FullRune(text[i:]) {
				return text[:i]
			}
			break
		}
	}
	return text
}

// notUTF8 says which byte of a cell is not UTF-8, counting from 1.
func notUTF8(cell string) (value byte, position int, found bool) {
	for i := 0; i < len(cell); {
		r, size := utf8.DecodeRuneInString(cell[i:])
		if r == utf8.RuneError && size == 1 {
			return cell[i], i + 1, true
		}
		i += size
	}
	return 0, 0, false
}

// carriageReturns turns carriage returns that stand alone into line feeds, which
// end rows; those before a line feed stay.
type carriageReturns struct {
	r    io.Reader
	held bool // a carriage return at the end of what was read
}

func (c *carriageReturns) Read(p []byte) (int, error) {
	if len(p) < 2 {
		return 0, io.ErrShortBuffer
	}
	from := 0
	if c.held {
		p[0], from, c.held = '\r', 1, false
	}
	n, err := c.r.Read(p[from:])
	n += from
	if n > 0 && p[n-1] == '\r' && err == nil {
		n--
		c.held = true
	}
	for i, b := range p[:n] {
		if b == '\r' && (i+1 == n || p[i+1] != '\n') {
			p[i] = '\n'
		}
	}
	return n, err
}
