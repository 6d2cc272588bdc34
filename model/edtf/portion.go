package edtf

// part takes "early", "late", "first half of" and the like. Of a year that is a
// code of EDTF, of a season a month; of others it is one of the dates in it.
func (r *reader) part(p point, f fields, side bool) ([]Date, *fault) {
	year := p.grain == grainYear && p.yearX == 0
	switch {
	case year:
		p.grain, p.month = grainSeason, f.groupingCode()
	case p.grain == grainSeason && f.third != 0 && groupings[p.month-firstGrouping].precision == Season:
		month, ok := p.seasonMonth(f.third)
		if !ok {
			return nil, impossible("a winter that runs over New Year needs all digits of its year")
		}
		p = month
	case p.grain > grainMonth || p.grain == grainSeason || p.yearX&digitsX == digitsX:
		return nil, impossible("early, late and the like go with a month, a season, a year or longer")
	case side:
		r.remark("“" + f.partName() + "” is left out: EDTF has no such part for the side of an interval.")
		return []Date{{a: p}}, nil
	default:
		return []Date{newSet(OneOf, []span{p.slice(f)})}, nil
	}
	if f.third != 0 {
		r.remark("Early, mid and late are taken as thirds.")
	}
	return []Date{{a: point{year: p.year, yearX: p.yearX, grain: p.grain, month: p.month}.with(f.q)}}, nil
}

// groupingCode is the code of the quarter, third or half of a year asked for.
func (f *fields) groupingCode() uint8 {
	switch {
	case f.third != 0:
		return uint8(36 + f.third)
	case f.half != 0:
		return uint8(39 + f.half)
	}
	return uint8(32 + f.quarter)
}

// seasonMonth is the first, second or third month of a season. It is not ok when
// that is in the year after one whose digits are not all given.
func (p point) seasonMonth(n int) (point, bool) {
	year := p.year
	p.year, p.month = carry(p.year, groupings[p.month-firstGrouping].first+n-1, 1, 12)
	p.grain = grainMonth
	return p, p.yearX == 0 || p.year == year
}

func (f *fields) partName() string {
	switch {
	case f.third != 0:
		return [...]string{"early", "mid", "late"}[f.third-1]
	case f.half != 0:
		return ordinal(f.half) + " half"
	}
	return ordinal(f.quarter) + " quarter"
}

// slice is the part of a month, decade, century or millennium asked for, as a
// range of days or years. The first third takes the odd ones.
func (p point) slice(f fields) span {
	lowest, highest := p.years()
	if p.grain == grainMonth {
		lowest, highest = 1, int64(monthDays(p.year, int(p.month)))
	}
	n := highest - lowest + 1
	k, of := int64(f.third), int64(3)
	switch {
	case f.half != 0:
		k, of = int64(f.half), 2
	case f.quarter != 0:
		k, of = int64(f.quarter), 4
	}
	bound := func(k int64) int64 { return lowest + (n*k+of-1)/of }
	if p.grain == grainMonth {
		// Ten days, ten days and the rest, or the 1st to the 15th and the rest.
		bound = func(k int64) int64 { return 1 + 30*k/of }
	}
	first, last := bound(k-1), bound(k)-1
	if k == of {
		last = highest
	}
	if p.grain == grainMonth {
		a, b := p, p
		a.grain, a.day = grainDay, uint8(first)
		b.grain, b.day = grainDay, uint8(last)
		return span{a.with(f.q), b.with(f.q)}
	}
	return span{yearPoint(first).with(f.q), yearPoint(last).with(f.q)}
}
