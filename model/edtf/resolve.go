package edtf

import "strconv"

// resolve makes the dates the parts can mean. The side of an interval must be a
// single date, so that "early" and "late" are left out there.
func (r *reader) resolve(f fields, side bool) ([]Date, *fault) {
	if !f.whole.IsZero() {
		return r.resolveWhole(f, side)
	}
	if f.hyphened && len(f.bare) == 1 && !f.hasYear && f.bare[0].digits == 2 {
		return r.resolveHyphened(f, side)
	}
	f.placeBare()
	if len(f.bare) > 0 {
		return nil, f.leftover()
	}
	var dates []Date
	var worst *fault
	for _, one := range r.years(f) {
		more, fault := r.dated(one, side)
		if fault == nil && f.reign != nil {
			if fault = r.checkReign(f.reign, more); fault != nil {
				more = nil
			}
		}
		dates = append(dates, more...)
		worst = closer(worst, fault)
	}
	if len(dates) == 0 {
		return nil, worst
	}
	return dates, nil
}

func (r *reader) resolveWhole(f fields, side bool) ([]Date, *fault) {
	if f.whole.form == Single {
		return r.finish(f.whole.a, f, side)
	}
	if side || f.q != 0 {
		return nil, impossible("a range cannot be the side of a range, nor be in doubt as one")
	}
	return []Date{f.whole}, nil
}

// resolveHyphened reads "Nov-19", which may be a year, as spreadsheets have it,
// or a day.
func (r *reader) resolveHyphened(f fields, side bool) ([]Date, *fault) {
	f.hyphened = false
	dayless := f
	dayless.setYear(f.bare[0].n, 2)
	dayless.short, dayless.bare = true, nil
	dates, fault := r.resolve(dayless, side)
	if f.bare[0].n > 31 || fault != nil {
		return dates, fault // the year is the only reading
	}
	if more, fault := r.resolve(f, side); fault == nil {
		dates = append(dates, more...)
	}
	return dates, nil
}

func (f *fields) leftover() *fault {
	b := f.bare[0]
	switch {
	case f.hasYear || f.day != 0 || f.century != 0:
		return impossible("the number " + strconv.FormatInt(b.n, 10) + " has no place in the date")
	case b.digits == 2:
		return impossible("two digits alone are a number, not a year")
	}
	return impossible("a number, not a date: years have four digits")
}

// spreadsheetPivot is the last year that spreadsheets take two digits for. Here
// it says no more than which reading comes first.
const spreadsheetPivot = 2029

// years are the fields with a year of two digits written out, in every century
// it is likely to be of.
func (r *reader) years(f fields) []fields {
	if !f.short || f.era != eraNone {
		return []fields{f}
	}
	r.remark("The year has two digits: its century is not stated.")
	older, newer := f, f
	older.year, newer.year = older.year+1900, newer.year+2000
	for _, one := range []*fields{&older, &newer} {
		one.digits, one.short = 4, false
	}
	if newer.year > spreadsheetPivot {
		return []fields{older, newer}
	}
	return []fields{newer, older}
}

// dated makes the point, or points, of fields whose numbers all have a place.
func (r *reader) dated(f fields, side bool) ([]Date, *fault) {
	var p point
	switch {
	case f.century != 0 || f.millennium != 0:
		n, unit, mask := int64(f.century-1), int64(100), uint8(0b0011)
		if f.millennium != 0 {
			n, unit, mask = int64(f.millennium-1), 1000, 0b0111
		}
		if n < 0 || n*unit > 9999 {
			return nil, impossible("there is no such century")
		}
		p = point{grain: grainYear, year: n * unit, yearX: mask}
		if f.era == eraBCE {
			p.year, p.yearX = -p.year, p.yearX|negativeX
		}
	case f.hasYear && f.decade:
		return r.decade(f, side)
	case f.hasYear:
		year, fault := f.astronomical()
		if fault != nil {
			return nil, fault
		}
		p = yearPoint(year)
	case f.month != 0 || f.season != 0 && f.season <= 24:
		p = point{grain: grainYear, yearX: digitsX}
	case f.season != 0:
		return nil, impossible("the year is missing")
	default:
		return nil, noDate
	}
	return r.finish(p, f, side)
}

// astronomical is the year with its era applied: 1 BCE is 0.
func (f *fields) astronomical() (int64, *fault) {
	switch {
	case f.year == 0 && (f.era != eraNone || f.digits < 4):
		return 0, impossible("there is no year 0: 1 BCE is followed by 1 CE")
	case f.era == eraBCE:
		return 1 - f.year, nil
	}
	return f.year, nil
}

// decade reads "1850s". The decades that begin a century may be the century.
func (r *reader) decade(f fields, side bool) ([]Date, *fault) {
	switch {
	case f.digits < 3:
		return nil, impossible("two digits do not say of which century the decade is")
	case f.year%10 != 0:
		return nil, impossible("a decade begins with a year that ends in 0")
	case f.year > 9999:
		return nil, impossible("a number, not a date: years have four digits")
	case f.era == eraBCE && side:
		return nil, impossible("decades BCE do not make the side of a range; give years")
	case f.era == eraBCE:
		// 859–850 BC is no decade of astronomical years.
		first, last := yearPoint(-f.year-8), yearPoint(1-f.year)
		return []Date{newSet(OneOf, []span{{first.with(f.q), last.with(f.q)}})}, nil
	}
	dates, fault := r.finish(point{grain: grainYear, year: f.year, yearX: 0b0001}, f, side)
	if fault != nil || f.year%100 != 0 {
		return dates, fault
	}
	r.remark("“" + strconv.FormatInt(f.year, 10) + "s” may be the century or its first decade.")
	century, fault := r.finish(point{grain: grainYear, year: f.year, yearX: 0b0011}, f, side)
	return append(century, dates...), fault
}

func (p point) with(q Qualifier) point {
	p.qualify(0, p.parts()-1, q)
	return p
}

// finish adds month, day and time to a year, checks that they exist, and takes
// the third or half that was asked for.
func (r *reader) finish(p point, f fields, side bool) ([]Date, *fault) {
	switch {
	case f.month != 0:
		p.grain, p.month = grainMonth, uint8(f.month)
	case f.season != 0:
		p.grain, p.month = grainSeason, uint8(f.season)
	}
	if isLong(p.year) && (f.some != 0 || f.month|f.season|f.third|f.half|f.quarter != 0) {
		return nil, impossible("EDTF has no months in years of more than four digits")
	}
	if f.day != 0 {
		if f.month == 0 {
			return nil, impossible("a day needs a month")
		}
		p.grain, p.day = grainDay, uint8(f.day)
		if fault := p.dayFault(); fault != nil {
			return nil, fault
		}
	}
	p.unspecify(f.some)
	if fault := f.clock.set(&p); fault != nil {
		return nil, fault
	}
	if f.q != 0 && p.hasTime() {
		return nil, impossible("EDTF has no sign of doubt for a date with a time")
	}
	r.checkWeekday(p, f.weekday)
	p = p.with(f.q)
	if f.third|f.half|f.quarter != 0 {
		return r.part(p, f, side)
	}
	return []Date{{a: p}}, nil
}

func (p point) dayFault() *fault {
	if p.yearX == 0 {
		if reason := dayFault(p.year, int(p.month), int(p.day)); reason != "" {
			return impossible(reason)
		}
		return nil
	}
	if _, to := p.search(false); to == Past {
		return impossible(dayFault(2000, int(p.month), int(p.day)))
	}
	return nil
}

// unspecify serves "some day in January 1872".
func (p *point) unspecify(some Precision) {
	switch {
	case some == Month && p.grain == grainYear:
		p.grain, p.partX = grainMonth, monthX
	case some == Day && p.grain == grainYear:
		p.grain, p.partX = grainDay, monthX|dayX
	case some == Day && p.grain == grainMonth:
		p.grain, p.partX = grainDay, dayX
	}
}

var weekdayNames = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

// checkWeekday remarks on a day of the week that is not that of the date.
func (r *reader) checkWeekday(p point, weekday int) {
	if weekday == 0 || p.grain < grainDay || p.yearX|p.partX != 0 {
		return
	}
	days := floorDiv(int64(p.lower()), daySeconds) + 4 // 1 January 1970 was a Thursday
	is := int(days - floorDiv(days, 7)*7)
	if is != weekday-1 {
		r.remark("That day was a " + weekdayNames[is] + ", not a " + weekdayNames[weekday-1] + ".")
	}
}
