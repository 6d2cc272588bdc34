package edtf

import (
	"math"
	"strings"
)

// maxYear is the greatest year, either way, that a Date can hold.
const maxYear = math.MaxInt64

// A SyntaxError says why a text is not a date.
type SyntaxError struct {
	Text   string // the whole text
	Offset int    // the byte at which it went wrong
	Reason string // why, in words a reader of dates understands
}

// Error is the text and the reason: "2019-13: the month is 01 to 12, …".
func (e *SyntaxError) Error() string {
	if strings.TrimSpace(e.Text) == "" {
		return e.Reason
	}
	return shorten(e.Text) + ": " + e.Reason
}

// shorten keeps an error on one line, whatever the cell held.
func shorten(text string) string {
	const most = 80
	text = strings.Join(strings.Fields(strings.ToValidUTF8(text, "\uFFFD")), " ")
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}

// Parse reads EDTF levels 0, 1 and 2. It takes nothing else, save that blanks
// may follow the commas of a set, that a time may leave out its seconds, that
// the sides of an interval may have times, and that ".." alone is [Open]. The
// error is always a *SyntaxError, and the Date is then zero.
func Parse(s string) (Date, error) {
	if d, ok := ParseDay(s); ok {
		return d, nil
	}
	return parseLong(s)
}

// ParseDay reads the one form that nearly all rows of tables have, YYYY-MM-DD, as
// Parse does and in less time than it takes to look a text up. It leaves the rest,
// days that no calendar has included, to Parse, which explains.
func ParseDay(s string) (d Date, ok bool) {
	d.a, ok = parseDay(s)
	return d, ok
}

// MustParse is Parse for tests and tables of the program's own; it panics when
// s is not EDTF.
func MustParse(s string) Date {
	d, err := Parse(s)
	if err != nil {
		panic("edtf: " + err.Error())
	}
	return d
}

// parseDay is ParseDay for a point.
func parseDay(s string) (p point, ok bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return p, false
	}
	century, month, day := pairOfDigits(s[0], s[1]), pairOfDigits(s[5], s[6]), pairOfDigits(s[8], s[9])
	inCentury := pairOfDigits(s[2], s[3])
	if century > 99 || inCentury > 99 || month < 1 || month > 12 || day < 1 || day > 31 {
		return p, false
	}
	year := int64(century)*100 + int64(inCentury)
	if day > 28 && int(day) > monthDays(year, int(month)) {
		return p, false
	}
	return point{year: year, grain: grainDay, month: uint8(month), day: uint8(day)}, true
}

// noDigits is what pairOfDigits makes of anything but two digits.
const noDigits = math.MaxUint16

func pairOfDigits(tens, ones byte) uint16 {
	t, o := uint16(tens-'0'), uint16(ones-'0')
	if t > 9 || o > 9 {
		return noDigits
	}
	return t*10 + o
}

func parseLong(s string) (Date, error) {
	p := parser{text: s}
	d, err := p.date()
	if err != nil {
		return Date{}, err
	}
	return d, nil
}

// parser is a cursor over one text.
type parser struct {
	text string
	pos  int
}

func (p *parser) fail(offset int, reason string) *SyntaxError {
	return &SyntaxError{Text: p.text, Offset: offset, Reason: reason}
}

// peek is the next byte, 0 at the end. A NUL in the text is no date either.
func (p *parser) peek() byte {
	if p.pos < len(p.text) {
		return p.text[p.pos]
	}
	return 0
}

func (p *parser) done() bool { return p.pos >= len(p.text) }

func (p *parser) accept(c byte) bool {
	if p.done() || p.text[p.pos] != c {
		return false
	}
	p.pos++
	return true
}

func (p *parser) acceptDots() bool {
	if strings.HasPrefix(p.text[p.pos:], "..") {
		p.pos += 2
		return true
	}
	return false
}

func (p *parser) date() (Date, *SyntaxError) {
	switch {
	case p.text == "":
		return Date{}, p.fail(0, "no date given")
	case p.text == "..":
		return Open, nil
	case p.peek() == '[' || p.peek() == '{':
		return p.set()
	}
	a, err := p.side()
	if err != nil {
		return Date{}, err
	}
	if a.isDate() && p.done() {
		return Date{a: a}, nil
	}
	if !p.accept('/') {
		return Date{}, p.unexpected()
	}
	b, err := p.side()
	if err != nil {
		return Date{}, err
	}
	if !p.done() {
		return Date{}, p.unexpected()
	}
	return p.interval(a, b)
}

// side reads a date, ".." or nothing.
func (p *parser) side() (point, *SyntaxError) {
	if p.done() || p.peek() == '/' {
		return point{}, nil
	}
	if p.acceptDots() {
		return point{grain: grainOpen}, nil
	}
	return p.point()
}

func (p *parser) interval(a, b point) (Date, *SyntaxError) {
	if !a.isDate() && !b.isDate() && a.grain == b.grain && a.grain == grainNone {
		return Date{}, p.fail(0, "an interval needs a date on one side at least")
	}
	if reversed(a, b) {
		return Date{}, p.fail(strings.IndexByte(p.text, '/'), "the interval is reversed: it ends before it starts")
	}
	return Date{form: Interval, a: a, b: b}, nil
}

// reversed reports that b is over before a can have begun.
func reversed(a, b point) bool {
	return a.isDate() && b.isDate() && after(a, b)
}

// after compares by year where instants saturate.
func after(a, b point) bool {
	from, to := a.lower(), b.upper()
	if from.Finite() || to.Finite() {
		return from >= to
	}
	lowest, _ := a.years()
	_, highest := b.years()
	return lowest > highest
}

// misuses are the ways of writing that are not, or no longer, EDTF.
var misuses = []struct{ begins, reason string }{
	{"unknown", "a side of an interval that is not known is left empty"},
	{"open", "an open side of an interval is written .."},
	{"x", "a digit that is not given is written X"},
	{"u", "a digit that is not given is written X"},
	{"?", "one sign of doubt for each part: both uncertain and approximate is %"},
	{"~", "one sign of doubt for each part: both uncertain and approximate is %"},
	{"%", "one sign of doubt for each part: both uncertain and approximate is %"},
	{"(", "parentheses went out of EDTF in 2019: a sign to the left of a part qualifies it alone"},
	{" ", "a blank inside the date"},
	{"\t", "a blank inside the date"},
	{"\n", "a blank inside the date"},
	{"/", "an interval has two sides and one stroke"},
	{"T", "a time needs a day before it"},
}

// unexpected explains the text at the cursor.
func (p *parser) unexpected() *SyntaxError {
	if p.done() {
		return p.fail(p.pos, "the date breaks off")
	}
	for _, m := range misuses {
		if strings.HasPrefix(p.text[p.pos:], m.begins) {
			return p.fail(p.pos, m.reason)
		}
	}
	if p.pos == 0 {
		return p.fail(0, "not an EDTF date")
	}
	return p.fail(p.pos, "text that does not belong to the date: "+shorten(p.text[p.pos:]))
}
