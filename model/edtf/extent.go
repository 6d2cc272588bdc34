package edtf

// lower is the first instant p allows. It must be a date that exists, which
// Parse sees to.
func (p point) lower() Instant {
	switch {
	case p.yearX|p.partX|p.significant != 0:
		first, _ := p.edges()
		return first
	case p.grain == grainDay:
		return At(p.year, int(p.month), int(p.day))
	case p.grain == grainMonth:
		return At(p.year, int(p.month), 1)
	case p.grain == grainSeason:
		return At(p.year, groupings[p.month-firstGrouping].first, 1)
	case p.hasTime():
		clock := int64(p.hour)*3600 + int64(p.minute)*60 + int64(p.second)
		return At(p.year, int(p.month), int(p.day)).addSeconds(clock)
	}
	return At(p.year, 1, 1)
}

// upper is the first instant after all that p allows.
func (p point) upper() Instant {
	switch {
	case p.yearX|p.partX|p.significant != 0:
		_, last := p.edges()
		return last
	case p.grain == grainDay:
		return At(p.year, int(p.month), int(p.day)+1)
	case p.grain == grainMonth:
		return At(p.year, int(p.month)+1, 1)
	case p.grain == grainSeason:
		g := groupings[p.month-firstGrouping]
		return At(p.year, g.first+g.months, 1)
	case p.grain == grainMinute:
		return p.lower().addSeconds(60)
	case p.grain == grainSecond:
		return p.lower().addSeconds(1)
	}
	return nextYear(p.year)
}

// nextYear is the start of the year after, safe at the end of int64.
func nextYear(year int64) Instant {
	if year >= yearLimit {
		return Future
	}
	return At(year+1, 1, 1)
}

// edges are lower and upper of a point with digits not given or significant.
func (p point) edges() (first, last Instant) {
	lowest, highest := p.years()
	switch p.grain {
	case grainYear:
		return At(lowest, 1, 1), nextYear(highest)
	case grainSeason:
		g := groupings[p.month-firstGrouping]
		return At(lowest, g.first, 1), At(highest, g.first+g.months, 1)
	}
	from, _ := p.search(false)
	_, to := p.search(true)
	return from, to
}

// years is the range of years p allows, by its X or its significant digits.
func (p point) years() (lowest, highest int64) {
	if p.significant != 0 {
		return significantYears(p.year, int(p.significant))
	}
	most := int64(0)
	for digit, unit := 0, int64(9); digit < 4; digit, unit = digit+1, unit*10 {
		if p.yearX&(1<<digit) != 0 {
			most += unit
		}
	}
	if p.yearX&negativeX != 0 {
		return p.year - most, p.year
	}
	return p.year, p.year + most
}

// significantYears is the block of years that share the first digits of year:
// 1950 with two is 1900 to 1999.
func significantYears(year int64, digits int) (lowest, highest int64) {
	n := magnitude(year)
	block := uint64(1)
	for range decimals(n) - digits {
		block *= 10
	}
	near := n - n%block
	far := near + (block - 1)
	if far > maxYear {
		far = maxYear
	}
	if year < 0 {
		return -int64(far), -int64(near)
	}
	return int64(near), int64(far)
}

// search finds the first, or last, existing day that fits the digits of p, and
// returns its whole extent (of a month, when p is no finer). Both are Past when
// no day fits: "19XX-02-30".
func (p point) search(last bool) (from, to Instant) {
	for year := range p.fittingYears(last) {
		for _, month := range fitting(p.month, p.partX>>2, 12, last) {
			if p.grain == grainMonth {
				return At(year, month, 1), At(year, month+1, 1)
			}
			if days := fitting(p.day, p.partX, monthDays(year, month), last); len(days) > 0 {
				return At(year, month, days[0]), At(year, month, days[0]+1)
			}
		}
	}
	return Past, Past
}

// fittingYears walks the years that fit the digits of p, from either end.
func (p point) fittingYears(down bool) func(yield func(int64) bool) {
	lowest, highest := p.years()
	return func(yield func(int64) bool) {
		for offset := int64(0); offset <= highest-lowest; offset++ {
			year := lowest + offset
			if down {
				year = highest - offset
			}
			if p.fitsYear(year) && !yield(year) {
				return
			}
		}
	}
}

func (p point) fitsYear(year int64) bool {
	n, want := magnitude(year), magnitude(p.year)
	for digit := range 4 {
		if p.yearX&(1<<digit) == 0 && n%10 != want%10 {
			return false
		}
		n, want = n/10, want/10
	}
	return true
}

// fitting lists the numbers from 1 to most whose digits are those of n but for
// the ones mask leaves open, descending if down.
func fitting(n, mask uint8, most int, down bool) []int {
	var fit []int
	for i := 1; i <= most; i++ {
		tens := mask&2 != 0 || i/10 == int(n/10)
		ones := mask&1 != 0 || i%10 == int(n%10)
		if tens && ones {
			fit = append(fit, i)
		}
	}
	if down {
		for i, j := 0, len(fit)-1; i < j; i, j = i+1, j-1 {
			fit[i], fit[j] = fit[j], fit[i]
		}
	}
	return fit
}
