package edtf

import "iter"

// A Date is one EDTF value: a date, an interval or a set. Dates are comparable
// with == and fit map keys; equal values have equal text. The zero Date is the
// unknown date, whose text is "".
type Date struct {
	form Form
	// a is the date of a Single and the start of an Interval. In a set a and b
	// are the members that bound it by date, so that Bounds need not read text.
	a, b point
	// set is the canonical text of a set, and "" of every other form.
	set string
}

// Open is the date "..": as the end of an event it says that the event has no
// end, or none yet. By itself it is not EDTF, only the sides of intervals are,
// but the end of an event is often written in a cell of its own.
var Open = Date{a: point{grain: grainOpen}}

// IsZero reports whether d is the unknown date.
func (d Date) IsZero() bool { return d == Date{} }

// IsOpen reports whether d is Open.
func (d Date) IsOpen() bool { return d == Open }

// Form says whether d is a date, an interval or a set.
func (d Date) Form() Form { return d.form }

// Start is the start of an interval, which is the zero Date when it is unknown
// and Open when it is open. Of every other form it is d itself.
func (d Date) Start() Date {
	if d.form != Interval {
		return d
	}
	return Date{a: d.a}
}

// End is the end of an interval, which is the zero Date when it is unknown and
// Open when it is open. Of every other form it is d itself.
func (d Date) End() Date {
	if d.form != Interval {
		return d
	}
	return Date{a: d.b}
}

// OpenStart reports ".." before the first date of an interval or a set.
func (d Date) OpenStart() bool { return d.form != Single && d.a.grain == grainOpen }

// OpenEnd reports ".." after the last date of an interval or a set.
func (d Date) OpenEnd() bool { return d.form != Single && d.b.grain == grainOpen }

// UnknownStart reports an interval with nothing before the stroke: "/2006".
func (d Date) UnknownStart() bool { return d.form == Interval && d.a.grain == grainNone }

// UnknownEnd reports an interval with nothing after the stroke: "2004/".
func (d Date) UnknownEnd() bool { return d.form == Interval && d.b.grain == grainNone }

// Precision is the smallest unit d states; of an interval or a set it is the
// coarsest among its known dates.
func (d Date) Precision() Precision {
	coarsest := Unknown
	for p := range d.points() {
		if p.isDate() && (coarsest == Unknown || p.precision() < coarsest) {
			coarsest = p.precision()
		}
	}
	return coarsest
}

// Qualifier is every doubt about d or any part of it.
func (d Date) Qualifier() Qualifier {
	var q Qualifier
	for p := range d.points() {
		q |= p.qualifier(0) | p.qualifier(1) | p.qualifier(2)
	}
	return q
}

// PartQualifiers are the doubts about the year, about the month or season and
// about the day of d. Of an interval or a set they are those of any member.
func (d Date) PartQualifiers() (year, month, day Qualifier) {
	for p := range d.points() {
		year |= p.qualifier(0)
		month |= p.qualifier(1)
		day |= p.qualifier(2)
	}
	return year, month, day
}

// Unspecified reports whether any digit of d is given as X.
func (d Date) Unspecified() bool {
	for p := range d.points() {
		if p.yearX&digitsX != 0 || p.partX != 0 {
			return true
		}
	}
	return false
}

// HasTime reports whether d, or a side of it, gives the time of day.
func (d Date) HasTime() bool {
	for p := range d.points() {
		if p.hasTime() {
			return true
		}
	}
	return false
}

// Offset is the distance of a date-time's clock from UTC, east positive. Known
// is false of a date without a time and of a local time without a zone.
func (d Date) Offset() (seconds int, known bool) {
	if d.form != Single || d.a.zone == zoneNone {
		return 0, false
	}
	return int(d.a.offset) * 60, true
}

// UTC is the true instant of a date-time whose zone is given. Known is false of
// every other date: without a zone nobody can say.
func (d Date) UTC() (i Instant, known bool) {
	seconds, known := d.Offset()
	if !known {
		return 0, false
	}
	return d.a.lower().addSeconds(int64(-seconds)), true
}

// Year is the astronomical year of a single date that gives all its digits.
func (d Date) Year() (year int64, known bool) {
	known = d.form == Single && d.a.isDate() && d.a.yearX == 0 && d.a.significant == 0
	if !known {
		return 0, false
	}
	return d.a.year, true
}

// points walks the dates d is made of, the sides of an interval included even
// when they are open or unknown.
func (d Date) points() iter.Seq[point] {
	return func(yield func(point) bool) {
		switch d.form {
		case Single:
			yield(d.a)
		case Interval:
			_ = yield(d.a) && yield(d.b)
		default:
			for _, m := range d.ranges() {
				if !yield(m.first) || !yield(m.last) {
					return
				}
			}
		}
	}
}

// ranges reads the members of a set from its text.
func (d Date) ranges() []span {
	p := parser{text: d.set}
	_, ranges, err := p.setMembers()
	if err != nil {
		// The text was written by this package from members it had read.
		panic("edtf: set text " + d.set + ": " + err.Error())
	}
	return ranges
}

// String is the canonical EDTF of d: Parse(d.String()) == d for every Date but
// the zero one, whose text is "" (no date at all, which is not EDTF).
func (d Date) String() string {
	switch d.form {
	case OneOf, AllOf:
		return d.set
	case Interval:
		b := d.a.append(make([]byte, 0, 32))
		b = append(b, '/')
		return string(d.b.append(b))
	}
	if d.a.grain == grainNone {
		return ""
	}
	return string(d.a.append(make([]byte, 0, 24)))
}

// MarshalText writes the canonical EDTF, so that JSON and CSV hold text.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads EDTF; empty text is the zero Date.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	parsed, err := Parse(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}
