package edtf

import (
	"cmp"
	"strings"
)

// Compare orders dates by their earliest start, then by their latest end, then
// by their text, so that it is 0 for equal dates only. The unknown date comes
// first.
func Compare(a, b Date) int {
	if a == b {
		return 0
	}
	x, y := a.Bounds(), b.Bounds()
	return cmp.Or(
		cmp.Compare(x.EarliestStart, y.EarliestStart),
		cmp.Compare(x.LatestEnd, y.LatestEnd),
		strings.Compare(a.String(), b.String()),
	)
}

// NewInterval is the interval from start to end. A zero side is unknown, Open
// is open. The error says why the two make no interval: one is a set or an
// interval itself, or the end is before the start.
func NewInterval(start, end Date) (Date, error) {
	for _, side := range []Date{start, end} {
		if side.form != Single {
			return Date{}, &SyntaxError{Text: side.String(), Reason: "an interval or a set cannot be the side of an interval"}
		}
	}
	p := parser{text: start.String() + "/" + end.String()}
	d, err := p.interval(start.a, end.a)
	if err != nil {
		return Date{}, err
	}
	return d, nil
}

// NewSet is one of, or all of, the dates given. The error says why they make no
// set: there are none, or one is a set itself. Intervals become ranges.
func NewSet(form Form, dates ...Date) (Date, error) {
	opening, closing := "[", "]"
	if form == AllOf {
		opening, closing = "{", "}"
	}
	members := make([]string, len(dates))
	for i, d := range dates {
		members[i] = d.member()
	}
	return Parse(opening + strings.Join(members, ",") + closing)
}

// member is the text of d inside a set.
func (d Date) member() string {
	if d.form != Interval {
		return d.String()
	}
	return string(span{d.a, d.b}.append(nil))
}
