package tabular

import (
	"bytes"
	"errors"
	"io"
)

// blockSize is how much text is read and understood at a time, in bytes. Handing a
// block from one goroutine to another costs some 30 µs, so that it must not be small.
const blockSize = 512 << 10

// A block is a piece of a text that ends where a row seems to end. It is never
// changed once it is out, so that cells can be views of it.
type block struct {
	text []byte
	last bool // no text comes behind it
	// cut says that text is the beginning of a line that is too long to keep;
	// the rest of the line was passed over.
	cut bool
}

// A blockReader cuts a text into blocks. It guesses where rows end by counting
// quotes, which is right for every well-formed text; who reads the blocks finds
// out when a row goes on in the next one.
type blockReader struct {
	in      io.Reader
	dialect Dialect
	size    int    // of blocks
	rest    []byte // text behind the last block, not yet in one
	err     error  // of reading, told once the text before it is out
	again   *block // given back, to be read again
}

func newBlockReader(in io.Reader, d Dialect) *blockReader {
	return &blockReader{in: in, dialect: d, size: blockSize}
}

// next returns the next block. After the last one it returns io.EOF.
func (b *blockReader) next() (block, error) {
	if b.again != nil {
		again := *b.again
		b.again = nil
		return again, nil
	}
	if b.err != nil && !errors.Is(b.err, io.EOF) {
		return block{}, b.err
	}
	text := append(make([]byte, 0, max(b.size, 2*len(b.rest))), b.rest...)
	b.rest = nil
	for {
		text = b.fill(text)
		if b.err != nil && !errors.Is(b.err, io.EOF) {
			if n := bytes.LastIndexByte(text, '\n') + 1; n > 0 {
				return block{text: text[:n]}, nil // the error is told next
			}
			return block{}, b.err
		}
		if b.err != nil {
			if len(text) == 0 {
				return block{}, io.EOF
			}
			return block{text: text, last: true}, nil
		}
		n := b.boundary(text)
		if n > 0 {
			b.rest = bytes.Clone(text[n:])
			return block{text: text[:n:n]}, nil
		}
		if len(text) > MaxRecord {
			if n := bytes.LastIndexByte(text, '\n') + 1; n > 0 {
				b.rest = bytes.Clone(text[n:])
				return block{text: text[:n:n]}, nil
			}
			return b.overlong(text), nil
		}
		grown := make([]byte, len(text), 2*cap(text))
		copy(grown, text)
		text = grown
	}
}

// fill reads until text is full or the input ends.
func (b *blockReader) fill(text []byte) []byte {
	for len(text) < cap(text) && b.err == nil {
		var n int
		n, b.err = b.in.Read(text[len(text):cap(text)])
		text = text[:len(text)+n]
	}
	return text
}

// overlong passes over the rest of a line that is too long.
func (b *blockReader) overlong(text []byte) block {
	head := bytes.Clone(text[:min(len(text), 1<<10)])
	buffer := text[:cap(text)]
	for {
		n, err := b.in.Read(buffer)
		if i := bytes.IndexByte(buffer[:n], '\n'); i >= 0 {
			b.rest = bytes.Clone(buffer[i+1 : n])
			b.err = err
			return block{text: head, cut: true}
		}
		if err != nil {
			b.err = err
			return block{text: head, cut: true}
		}
	}
}

// boundary returns where the last row of a text seems to end, or 0.
func (b *blockReader) boundary(text []byte) int {
	end := bytes.LastIndexByte(text, '\n') + 1
	if end == 0 || b.dialect.Quote == 0 {
		return end
	}
	if b.dialect.Backslash {
		return b.escapedBoundary(text)
	}
	quote := []byte{b.dialect.Quote}
	odd := bytes.Count(text[:end], quote)%2 == 1
	for odd {
		// The line end before the last quote is the next that can be outside.
		q := bytes.LastIndexByte(text[:end], b.dialect.Quote)
		next := bytes.LastIndexByte(text[:q], '\n') + 1
		if next == 0 {
			return 0
		}
		odd = bytes.Count(text[next:end], quote)%2 == 0
		end = next
	}
	return end
}

// escapedBoundary is boundary where a backslash may stand before a quote.
func (b *blockReader) escapedBoundary(text []byte) int {
	end, open := 0, false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\':
			i++
		case c == b.dialect.Quote:
			open = !open
		case c == '\n' && !open:
			end = i + 1
		}
	}
	return end
}
