package edtf

import (
	"regexp"
	"strings"
)

// An Order is the order of day, month and year in dates written in numbers.
type Order int

const (
	// Unstated says that nobody knows: 03/04/2019 has two readings.
	Unstated Order = iota
	// DayFirst reads 03/04/2019 as 3 April.
	DayFirst
	// MonthFirst reads 03/04/2019 as 4 March.
	MonthFirst
	// YearFirst reads 19/04/03 as 3 April of a year 19, and 201904 as a month.
	YearFirst
)

// A Reading is what a text may mean: one Date, or every Date when it can be
// read in more than one way, the likelier first.
type Reading struct {
	Dates []Date
	// Note says in a sentence what a reader should know of the reading: why
	// there are several, or what was left out. It is mostly "".
	Note string
}

// readLimit is the longest text, in bytes, that can be a date.
const readLimit = 200

// Read reads a date as people write it: in English words or figures, in Korean,
// Japanese or Chinese, or as EDTF. Text that is EDTF is read as EDTF. Every word
// must be understood: a date is never taken out of a sentence, and text that
// holds none is an error. Dates in figures are read by order, which is binding
// when it is stated; with Unstated, every order that makes a date is a reading,
// save that dotted dates have the day first, as they have wherever they are
// used. The error is a *SyntaxError that names the cause.
func Read(text string, order Order) (Reading, error) {
	fail := func(reason string) (Reading, error) {
		return Reading{}, &SyntaxError{Text: strings.TrimSpace(text), Reason: reason}
	}
	if len(text) > readLimit {
		return fail("too long for a date")
	}
	s := clean(text)
	if s == "" {
		return fail("no date given")
	}
	r := reader{order: order}
	if d, ok := r.edtf(s); ok {
		return Reading{Dates: r.withYearRange(s, d), Note: r.note()}, nil
	}
	dates, f := r.read(strings.ToLower(s))
	if f == nil {
		return Reading{Dates: distinct(dates), Note: r.note()}, nil
	}
	return fail(plainer(s, f))
}

// plainer is the reason of the parser of EDTF where a text was meant for it.
func plainer(s string, f *fault) string {
	_, err := Parse(s)
	syntax, ok := err.(*SyntaxError)
	switch {
	case !ok || !looksEDTF(s):
	case isoShape.MatchString(s), f.rank < faultDate && syntax.Offset > 0:
		return syntax.Reason
	}
	return f.reason
}

// reader reads one text.
type reader struct {
	order Order
	notes []string
}

// remark adds a sentence to the Note, once.
func (r *reader) remark(sentence string) {
	for _, n := range r.notes {
		if n == sentence {
			return
		}
	}
	r.notes = append(r.notes, sentence)
}

func (r *reader) note() string { return strings.Join(r.notes, " ") }

// A fault is why some way of reading a text came to nothing. Of several faults
// the one that came closest to a date is told.
type fault struct {
	rank   int
	reason string
}

const (
	faultNone  = iota // no date in the text
	faultShape        // parts that do not fit together
	faultWord         // a word that is not understood
	faultDate         // a date, but an impossible one
)

var noDate = &fault{faultNone, "no date in this text"}

func impossible(reason string) *fault { return &fault{faultDate, reason} }

// closer is the fault that came closer to a date.
func closer(a, b *fault) *fault {
	if a == nil || b != nil && b.rank > a.rank {
		return b
	}
	return a
}

func (r *reader) edtf(s string) (Date, bool) {
	d, err := Parse(s)
	return d, err == nil
}

// withYearRange adds the years 1910 to 1930 to the reading of "1910-30": as
// EDTF it is a part of the year 1910 by a code that few know. The season codes
// 21 to 24 and the months stay alone.
func (r *reader) withYearRange(s string, d Date) []Date {
	p := d.a
	if d.form != Single || p.grain != grainSeason || p.month < 25 || len(s) != len("1910-30") ||
		int64(p.month) <= p.year%100 || p.qualifiers != 0 || p.yearX != 0 {
		return []Date{d}
	}
	end := p.year - p.year%100 + int64(p.month)
	r.remark("In EDTF the code " + s[5:] + " is a part of the year; the years from " + s[:4] + " on are the other reading.")
	return []Date{d, {form: Interval, a: yearPoint(p.year), b: yearPoint(end)}}
}

func yearPoint(year int64) point { return point{year: year, grain: grainYear} }

// isoShape is the beginning of a year and a month as EDTF writes them.
var isoShape = regexp.MustCompile(`^-?\d{4}(?:$|-\d\d)`)

// looksEDTF reports text in the letters of EDTF alone, whose own parser gives
// the better reason.
func looksEDTF(s string) bool {
	return strings.IndexFunc(s, func(c rune) bool {
		return !strings.ContainsRune("0123456789XYESTZ?~%./[]{}(),:+- ", c)
	}) < 0 && strings.ContainsAny(s, "0123456789X")
}

// distinct keeps the first of equal dates.
func distinct(dates []Date) []Date {
	var kept []Date
	for _, d := range dates {
		seen := false
		for _, k := range kept {
			seen = seen || k == d
		}
		if !seen {
			kept = append(kept, d)
		}
	}
	return kept
}

// clean brings the signs that mean the same to one: full-width letters to ASCII,
// every blank to a space, every dash that joins a range to an en dash.
func clean(text string) string {
	text = strings.Map(func(c rune) rune {
		switch {
		case c >= '！' && c <= '｝':
			return c - '！' + '!'
		}
		switch c {
		case '～', '〜', '—', '―', '‒', '〰':
			return '–'
		case '‐', '‑', '−':
			return '-'
		case '’', '‘', '´', '`':
			return '\''
		case '\u00a0', '\u3000', '\u2009', '\u202f', '\t', '\n', '\r':
			return ' '
		case '\u200b', '\ufeff', '\u200e', '\u200f':
			return -1
		}
		return c
	}, strings.ToValidUTF8(text, "\uFFFD"))
	return strings.Join(strings.Fields(text), " ")
}
