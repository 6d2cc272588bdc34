package charts

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"chancery/model/edtf"
)

// A Unit is a division of the calendar by which events are counted. Past
// Century, each is ten times the one before, so that any stretch of time can be
// divided.
type Unit uint8

// The units, from the finest to the coarsest that has a name. Automatic, the
// zero Unit, is none: it asks a builder to choose one.
const (
	Automatic Unit = iota
	Day
	Week
	Month
	Quarter
	Year
	Decade
	Century
)

// coarsest divides the whole reach of an Instant: 10^11 years.
const coarsest = Year + 11

var unitNames = [...]string{"automatic", "day", "week", "month", "quarter", "year", "decade", "century"}

// Units returns the units that have a name, finest first.
func Units() []Unit { return []Unit{Day, Week, Month, Quarter, Year, Decade, Century} }

// ParseUnit reads the name of a unit; ok is false for any other word.
func ParseUnit(word string) (u Unit, ok bool) {
	i := slices.Index(unitNames[:], strings.ToLower(word))
	return Unit(max(i, 0)), i >= 0
}

// String names the unit in lower-case English: "month".
func (u Unit) String() string {
	if int(u) < len(unitNames) {
		return unitNames[u]
	}
	return Count(int(u.years())) + " years"
}

// plural names several divisions: "months".
func (u Unit) plural() string {
	switch {
	case u == Century:
		return "centuries"
	case int(u) < len(unitNames):
		return u.String() + "s"
	}
	return "stretches of " + u.String()
}

// years returns the length of a unit of Year or coarser.
func (u Unit) years() int64 {
	n := int64(1)
	for range u - Year {
		n *= 10
	}
	return n
}

// Floor returns the start of the division that holds a finite t. Weeks start on
// Mondays; decades and centuries in years that end in 0 and 00, so that the
// 1850s are one decade.
func (u Unit) Floor(t edtf.Instant) edtf.Instant {
	year, month, day := t.Civil()
	switch u {
	case Day:
		return edtf.At(year, month, day)
	case Week:
		return edtf.At(year, month, day-weekday(edtf.At(year, month, day)))
	case Month:
		return edtf.At(year, month, 1)
	case Quarter:
		return edtf.At(year, month-(month-1)%3, 1)
	}
	return edtf.At(floor(year, u.years())*u.years(), 1, 1)
}

// Next returns the start of the division after the one that starts at t.
func (u Unit) Next(t edtf.Instant) edtf.Instant {
	year, month, day := t.Civil()
	switch u {
	case Day:
		return edtf.At(year, month, day+1)
	case Week:
		return edtf.At(year, month, day+7)
	case Month:
		return edtf.At(year, month+1, 1)
	case Quarter:
		return edtf.At(year, month+3, 1)
	}
	return edtf.At(year+u.years(), 1, 1)
}

// Label names the division that starts at t: "4 Feb 2019", "Feb 2019",
// "Q1 2019", "2019", "1850s", "1800–1899".
func (u Unit) Label(t edtf.Instant) string {
	year, month, day := t.Civil()
	switch u {
	case Day, Week:
		return strconv.Itoa(day) + " " + months[month-1] + " " + yearLabel(year)
	case Month:
		return months[month-1] + " " + yearLabel(year)
	case Quarter:
		return fmt.Sprintf("Q%d %s", (month+2)/3, yearLabel(year))
	case Year:
		return yearLabel(year)
	case Decade:
		if year > 0 {
			return yearLabel(year) + "s"
		}
	}
	return yearLabel(year) + "–" + yearLabel(year+u.years()-1)
}

// over is the unit whose borders are marked among divisions of u.
func (u Unit) over() Unit {
	switch u {
	case Day, Week:
		return Month
	case Month, Quarter:
		return Year
	}
	return min(u+1, coarsest)
}

var months = [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

// yearLabel writes an astronomical year as people do: 0 is 1 BCE.
func yearLabel(year int64) string {
	if year < 1 {
		return strconv.FormatInt(1-year, 10) + " BCE"
	}
	return strconv.FormatInt(year, 10)
}

// weekday returns the days since Monday of a midnight. 1 January 1970 was a
// Thursday.
func weekday(midnight edtf.Instant) int {
	days := floor(int64(midnight), 86_400)
	return int(days + 3 - floor(days+3, 7)*7)
}

// floor returns a/b rounded down, for a positive b.
func floor(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
