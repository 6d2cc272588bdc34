package exchange

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
)

// A contentLine is a line of a calendar: NAME;PARAM=value:value.
type contentLine struct {
	name   string // in capitals
	params map[string]string
	value  string
	line   int
}

// contentLines reads the lines of a calendar and joins folded ones.
type contentLines struct {
	r    *bufio.Reader
	line int    // of what is held
	held string // a line read that may go on
	has  bool
}

func newContentLines(r io.Reader) *contentLines {
	return &contentLines{r: bufio.NewReaderSize(withoutMark(r), 1<<16)}
}

// next returns the next content line. Lines that are none are passed over.
func (c *contentLines) next() (contentLine, error) {
	for {
		text, line, err := c.unfolded()
		if err != nil {
			return contentLine{}, err
		}
		if l, ok := parseContentLine(text); ok {
			l.line = line
			return l, nil
		}
	}
}

// unfolded returns a line with those that go on with it: they begin with a blank.
func (c *contentLines) unfolded() (text string, line int, err error) {
	if !c.has {
		if err := c.read(); err != nil {
			return "", 0, err
		}
	}
	var b strings.Builder
	b.WriteString(c.held)
	line = c.line
	for {
		err := c.read()
		if errors.Is(err, io.EOF) {
			c.has = false
			return b.String(), line, nil
		}
		if err != nil {
			return "", line, err
		}
		rest, goesOn := strings.CutPrefix(c.held, " ")
		if !goesOn {
			rest, goesOn = strings.CutPrefix(c.held, "\t")
		}
		if !goesOn {
			return b.String(), line, nil
		}
		if b.Len()+len(rest) > entryLimit {
			return "", line, fmt.Errorf("line %d is longer than the limit of %d MiB", line, entryLimit>>20)
		}
		b.WriteString(rest)
	}
}

// read reads one line as it stands.
func (c *contentLines) read() error {
	var text []byte
	for {
		part, err := c.r.ReadSlice('\n')
		text = append(text, part...)
		if len(text) > entryLimit {
			return fmt.Errorf("line %d is longer than the limit of %d MiB", c.line+1, entryLimit>>20)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if err != nil && (len(text) == 0 || !errors.Is(err, io.EOF)) {
			c.has = false
			return err
		}
		break
	}
	c.line++
	c.held, c.has = strings.TrimRight(string(text), "\r\n"), true
	return nil
}

// parseContentLine takes a line apart. Values of parameters may stand in quotes,
// in which colons and semicolons are letters.
func parseContentLine(text string) (contentLine, bool) {
	l := contentLine{params: map[string]string{}}
	end := strings.IndexAny(text, ";:")
	if end <= 0 {
		return l, false
	}
	l.name = strings.ToUpper(text[:end])
	rest := text[end:]
	for strings.HasPrefix(rest, ";") {
		name, after, ok := strings.Cut(rest[1:], "=")
		if !ok {
			return l, false
		}
		var value string
		if quoted, isQuoted := strings.CutPrefix(after, `"`); isQuoted {
			if value, rest, ok = strings.Cut(quoted, `"`); !ok {
				return l, false
			}
			if skip := strings.IndexAny(rest, ";:"); skip > 0 { // a list of values: the first counts
				rest = rest[skip:]
			}
		} else {
			end := strings.IndexAny(after, ";:")
			if end < 0 {
				return l, false
			}
			value, rest = after[:end], after[end:]
		}
		l.params[strings.ToUpper(name)] = value
	}
	value, ok := strings.CutPrefix(rest, ":")
	l.value = value
	return l, ok
}

// icalUnescape is the inverse of icalEscape.
func icalUnescape(text string) string {
	if !strings.Contains(text, `\`) {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+1 < len(text) {
			i++
			if text[i] == 'n' || text[i] == 'N' {
				b.WriteByte('\n')
				continue
			}
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// splitValues cuts a list of values at commas that are not escaped.
func splitValues(text string) []string {
	var list []string
	from := 0
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case ',':
			list = append(list, text[from:i])
			from = i + 1
		}
	}
	return append(list, text[from:])
}
