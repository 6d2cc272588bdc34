package charset

import (
	"bufio"
	"bytes"
	"io"

	"golang.org/x/text/transform"
)

// The byte order marks.
var (
	markUTF8    = []byte{0xEF, 0xBB, 0xBF}
	markUTF16LE = []byte{0xFF, 0xFE}
	markUTF16BE = []byte{0xFE, 0xFF}
)

func mark(e Encoding) []byte {
	switch e {
	case UTF8:
		return markUTF8
	case UTF16LE:
		return markUTF16LE
	case UTF16BE:
		return markUTF16BE
	}
	return nil
}

// NewReader decodes text in e into UTF-8 and leaves out its byte order mark.
// Bytes that are no text in e become U+FFFD, save in UTF-8, which passes through
// as it is and is for the caller to check.
func NewReader(r io.Reader, e Encoding) io.Reader {
	in := bufio.NewReaderSize(r, 1<<16)
	if m := mark(e); m != nil {
		if head, _ := in.Peek(len(m)); bytes.Equal(head, m) {
			_, _ = in.Discard(len(m)) // cannot fail: it was peeked
		}
	}
	codec, ok := codecs[e]
	if !ok {
		return in
	}
	return transform.NewReader(in, codec.NewDecoder())
}

// Decode decodes a whole text; see NewReader.
func Decode(text []byte, e Encoding) []byte {
	text = bytes.TrimPrefix(text, mark(e))
	codec, ok := codecs[e]
	if !ok {
		return text
	}
	decoded, err := codec.NewDecoder().Bytes(text)
	if err != nil {
		return text // decoders replace what they cannot read and do not fail
	}
	return decoded
}
