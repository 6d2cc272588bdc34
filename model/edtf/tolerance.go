package edtf

// An Amount is a stretch of the calendar: whole months, then whole days.
type Amount struct{ Months, Days int }

// A Tolerance says how far "~" widens a date to either side, by the unit of its
// finest approximate part: "2019-11-13~" is widened by Day, "2019-11~" by Month
// and "2019~-11-13", whose year alone is approximate, by Year. The zero
// Tolerance widens nothing.
type Tolerance struct {
	Day, Month Amount
	// Season serves quarters, thirds and halves of a year too.
	Season                            Amount
	Year, Decade, Century, Millennium Amount
}

// DefaultTolerance is the width that is used unless the user has set another:
// a day ± 4 days, a month ± 10 days, a season ± 1 month, a year ± 6 months, and
// decades and longer ± half their length. EDTF itself gives "~" no width.
var DefaultTolerance = Tolerance{
	Day:        Amount{Days: 4},
	Month:      Amount{Days: 10},
	Season:     Amount{Months: 1},
	Year:       Amount{Months: 6},
	Decade:     Amount{Months: 5 * 12},
	Century:    Amount{Months: 50 * 12},
	Millennium: Amount{Months: 500 * 12},
}

// limits are the lower and upper of p, widened if it is approximate. A nil
// tolerance widens nothing. Of a point that is no date they are not meaningful.
func (t *Tolerance) limits(p point) limits {
	if !p.isDate() {
		return limits{Past, Future}
	}
	l := limits{p.lower(), p.upper()}
	if t == nil {
		return l
	}
	by := t.amount(p)
	return limits{l.lower.move(by, -1), l.upper.move(by, +1)}
}

func (t *Tolerance) amount(p point) Amount {
	for part := p.parts() - 1; part >= 0; part-- {
		if !p.qualifier(part).Has(Approximate) {
			continue
		}
		switch {
		case part == 2 && p.partX&dayX != dayX:
			return t.Day
		case part == 1 && p.grain == grainSeason:
			return t.Season
		case part >= 1 && p.partX&monthX != monthX:
			return t.Month
		}
		return t.year(p.yearPrecision())
	}
	return Amount{}
}

func (t *Tolerance) year(p Precision) Amount {
	switch p {
	case Decade:
		return t.Decade
	case Century:
		return t.Century
	case Millennium, Unknown:
		return t.Millennium
	}
	return t.Year
}

func (i Instant) move(by Amount, sign int) Instant {
	return i.addMonths(sign * by.Months).addSeconds(int64(sign*by.Days) * daySeconds)
}
