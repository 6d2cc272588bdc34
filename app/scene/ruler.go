package scene

import "chancery/model/edtf"

// A ruler is a pair of rows of the axis: periods above, and their parts below.
type ruler struct {
	upper, lower unit
	room         float64 // dp that a part needs
	words        bool    // parts are centred in their cells, not beside their ticks
}

// rulers are the rows of the axis from the finest to the coarsest. The first
// whose parts have room is used. Numbers need 24 dp and words 44; months make
// do with a letter.
var rulers = []ruler{
	{namedDays(), minutes(1), 44, false},
	{namedDays(), minutes(5), 44, false},
	{namedDays(), minutes(15), 44, false},
	{namedDays(), minutes(30), 44, false},
	{namedDays(), hours(1), 24, false},
	{namedDays(), hours(3), 24, false},
	{namedDays(), hours(6), 24, false},
	{namedMonths(), days(), 24, true},
	{namedMonths(), weeks(), 24, false},
	{years(1), months(1), 14, false},
	{years(1), months(3), 24, false},
	{periods(10), years(1), 32, false},
	{periods(10), years(2), 32, false},
	{periods(10), years(5), 32, false},
	{periods(100), years(10), 40, false},
	{periods(100), years(20), 40, false},
	{periods(1000), years(100), 52, false},
	{periods(1000), years(200), 52, false},
	{periods(1000), years(500), 52, false},
	{eras(), years(1000), 60, false},
	{eras(), years(2000), 60, false},
	{eras(), years(5000), 0, false},
}

// rulerFor returns the ruler for a scale in seconds per dp at a text scale.
func rulerFor(scale float64, textScale float32) *ruler {
	for i := range rulers {
		if rulers[i].lower.seconds/scale >= rulers[i].room*float64(textScale) {
			return &rulers[i]
		}
	}
	return &rulers[len(rulers)-1]
}

// A dateDetail says what dates in labels must name because the axis does not,
// and what they need not since it is far coarser.
type dateDetail struct {
	years bool // the axis has no months from which the year is read
	hours bool // the axis shows hours
}

func dateDetailFor(scale float64, textScale float32) dateDetail {
	part := rulerFor(scale, textScale).lower.seconds
	return dateDetail{years: part >= year, hours: part < day}
}

// A tick is the start of a division, in view or, for the first of a row, to its
// left.
type tick struct {
	at   edtf.Instant
	next edtf.Instant // the start of the next division
	x    float64      // dp
	end  float64      // dp at which the next division starts
	text string
	fits bool // the text has room before the next tick
}

// ticksIn appends to ticks the divisions of u that v shows.
func ticksIn(v Viewport, u *unit, ticks []tick) []tick {
	// A view a few thousand dp wide has no more parts than this; the bound
	// holds where the calendar ends and next no longer moves on.
	const most = 4096
	to := v.To()
	for t := u.floor(v.From()); t < to && len(ticks) < most; {
		next := u.next(t)
		if next <= t {
			break
		}
		ticks = append(ticks, tick{at: t, next: next, x: v.X(t), end: v.X(next)})
		t = next
	}
	return ticks
}
