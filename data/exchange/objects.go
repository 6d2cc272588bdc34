package exchange

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// objects splits a stream into its outermost JSON objects, whatever stands
// between them: line ends, commas, or the brackets of one array. In a file of an
// object a line, a line that is no object stops at its end, so that one broken
// line is one problem.
type objects struct {
	r      *bufio.Reader
	line   int // of the next byte
	lines  bool
	before bool // an object was read
}

func newObjects(r io.Reader) *objects {
	return &objects{r: bufio.NewReaderSize(withoutMark(r), 1<<16), line: 1}
}

// next returns the next object, or what stands in its place, and its line. At
// the end it returns io.EOF.
func (o *objects) next() (text []byte, line int, err error) {
	if err := o.skip(); err != nil {
		return nil, o.line, err
	}
	line = o.line
	var depth int
	var quoted, escaped, long bool
	for {
		c, err := o.r.ReadByte()
		if errors.Is(err, io.EOF) {
			return text, line, nil // cut off: the reader of the object says so
		}
		if err != nil {
			return nil, line, err
		}
		if c == '\n' {
			o.line++
			if depth > 0 && (o.lines || quoted) {
				// No object of such a file goes on over a line end, and no
				// string does in any.
				o.lines = o.lines || o.before
				return text, line, nil
			}
		}
		if len(text) < entryLimit {
			text = append(text, c)
		} else {
			long = true
		}
		switch {
		case escaped:
			escaped = false
		case quoted && c == '\\':
			escaped = true
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			depth--
		}
		if depth <= 0 && !quoted {
			if !o.before && o.line == line {
				// An object on a line of its own: the others are so, too.
				next, _ := o.r.Peek(2)
				o.lines = len(next) > 0 && (next[0] == '\n' || next[0] == '\r')
			}
			o.before = true
			if long {
				return nil, line, fmt.Errorf("line %d: the object is longer than the limit of %d MiB", line, entryLimit>>20)
			}
			return text, line, nil
		}
	}
}

// skip passes over what stands between objects, and the bracket before them.
func (o *objects) skip() error {
	for {
		c, err := o.r.ReadByte()
		if err != nil {
			return err
		}
		switch c {
		case '\n':
			o.line++
		case ' ', '\t', '\r', ',', ']':
		case '[':
			if o.before {
				return o.r.UnreadByte()
			}
		default:
			return o.r.UnreadByte()
		}
	}
}

// withoutMark takes the byte order mark off a stream.
func withoutMark(r io.Reader) io.Reader {
	b := bufio.NewReader(r)
	if mark, _ := b.Peek(3); string(mark) == "\xEF\xBB\xBF" {
		b.Discard(3)
	}
	return b
}

// unmarshal reads an object, forgiving commas before a closing bracket.
func unmarshal(text []byte, to any) error {
	err := json.Unmarshal(text, to)
	if err == nil {
		return nil
	}
	if again := withoutTrailingCommas(text); len(again) < len(text) && json.Unmarshal(again, to) == nil {
		return nil
	}
	return jsonError(err)
}

// jsonError says what is wrong in words of the file.
func jsonError(err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("not JSON: %w", err)
	case errors.As(err, &kind) && kind.Field == "":
		return fmt.Errorf("a %s stands where an object is needed", kind.Value)
	case errors.As(err, &kind):
		return fmt.Errorf("%s is a %s where something else is needed", kind.Field, kind.Value)
	}
	return err
}

func withoutTrailingCommas(text []byte) []byte {
	var out []byte
	var quoted, escaped bool
	for i, c := range text {
		switch {
		case escaped:
			escaped = false
		case quoted && c == '\\':
			escaped = true
		case c == '"':
			quoted = !quoted
		case !quoted && c == ',':
			if rest := bytes.TrimLeft(text[i+1:], " \t\r\n"); len(rest) > 0 && (rest[0] == '}' || rest[0] == ']') {
				continue
			}
		}
		out = append(out, c)
	}
	return out
}

// A word is a JSON value that is text, or is as good as text: a number or a
// truth value. Null, and what is no single value, is "".
type word string

// UnmarshalJSON reads any value.
func (w *word) UnmarshalJSON(text []byte) error {
	*w = ""
	switch {
	case len(text) == 0 || string(text) == "null" || text[0] == '{' || text[0] == '[':
		return nil
	case text[0] == '"':
		var s string
		if err := json.Unmarshal(text, &s); err != nil {
			return err
		}
		*w = word(s)
		return nil
	}
	*w = word(text)
	return nil
}

// String returns the text without blanks at its ends.
func (w word) String() string { return strings.TrimSpace(string(w)) }

// integer reads a whole number, in which commas and blanks may stand.
func (w word) integer() (n int64, ok bool) {
	text := strings.NewReplacer(",", "", " ", "", "\u00a0", "").Replace(w.String())
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return n, true
	}
	f, err := strconv.ParseFloat(text, 64)
	return int64(f), err == nil && f == float64(int64(f)) && f > -1e15 && f < 1e15
}

// words is one text or a list of them.
type words []string

// UnmarshalJSON reads a value or an array of values.
func (w *words) UnmarshalJSON(text []byte) error {
	*w = nil
	var list []word
	if len(text) > 0 && text[0] == '[' {
		if err := json.Unmarshal(text, &list); err != nil {
			return err
		}
	} else {
		var one word
		if err := json.Unmarshal(text, &one); err != nil {
			return err
		}
		list = []word{one}
	}
	for _, v := range list {
		if s := v.String(); s != "" {
			*w = append(*w, s)
		}
	}
	return nil
}
