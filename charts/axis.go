package charts

import (
	"chancery/model/edtf"
)

// mostAsked is how many bins a chart has at most, however fine a unit is asked
// for: more than a screen has pixels.
const mostAsked = 1500

// An axis is the bins that charts count along. It is shared by the charts that
// are made together, so that they can stand under one another.
type axis struct {
	unit  Unit
	asked Unit // finer than unit when that would make too many bins
	bins  []Bin
}

// axisOf chooses the bins for the rows of all scopes, or for the stretch of time
// that the options name; it has none when no start is known.
func axisOf(o *Options, scopes []*scope) *axis {
	first, last := edtf.Future, edtf.Past
	for _, s := range scopes {
		if rows := s.dated(); len(rows) > 0 {
			first, last = min(first, s.c.Start[rows[0]]), max(last, s.c.Start[rows[len(rows)-1]]+1)
		}
	}
	from, to := first, last
	if o.From != 0 || o.To != 0 {
		if o.From.Finite() {
			from = o.From
		}
		if o.To.Finite() {
			to = o.To
		}
	}
	if from >= to || !from.Finite() || !to.Finite() {
		return &axis{}
	}
	a := &axis{unit: o.Unit, asked: o.Unit}
	if a.unit == Automatic {
		a.unit = UnitFor(from, to)
		a.asked = a.unit
	}
	for ; a.unit < coarsest; a.unit++ {
		if n, _ := divisions(a.unit, from, to, mostAsked); n <= mostAsked {
			break
		}
	}
	a.bins = Bins(a.unit, from, to)
	return a
}

// note says how events are counted along time, and which the bins do not show
// rightly.
func (s *scope) note() string {
	note := "Each event counts once, in the " + s.axis.unit.String() + " in which it begins."
	if s.axis.unit != s.axis.asked {
		note += " Counting by " + s.axis.asked.String() + " would make more bins than can be drawn."
	}
	if n := s.counted().vague; n > 0 {
		note += " " + Count(n) + choose(n, " event is dated less exactly and counts", " events are dated less exactly and count") +
			" where the earliest possible date falls."
	}
	if n := s.notDated(); n > 0 {
		note += " " + Count(n) + choose(n, " event without a known beginning is", " events without a known beginning are") +
			" left out."
	}
	return note + s.later()
}
