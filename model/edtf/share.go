package edtf

// share gives each side of a range what only the other says: "3–5 May 2019",
// "December 4–5, 1972", "1861–67", "264–241 BC", "17th–19th centuries". A doubt
// about either then holds for both, since they are one phrase.
func share(a, b *fields) {
	partial := shareMonth(a, b)
	a.placeBare()
	b.placeBare()
	if shareCentury(a, b) {
		return
	}
	shareYearDigits(a, b)
	if !a.dated() && b.dated() {
		a.copyYear(b)
		partial = true
	}
	if !b.dated() && a.dated() && (b.month != 0 || b.season != 0) {
		b.copyYear(a)
		partial = true
	}
	if a.era == eraNone && a.hasYear && a.digits < 4 {
		a.era = b.era
	}
	if partial {
		a.q, b.q = a.q|b.q, a.q|b.q
	}
}

// hasDay reports a day, or a number that may be one.
func (f *fields) hasDay() bool { return f.day != 0 || len(f.bare) > 0 }

// onlyNumber reports a single number of which nothing is known.
func (f *fields) onlyNumber() bool {
	return len(f.bare) == 1 && !f.dated() && f.month|f.season|f.day == 0
}

// shareMonth serves "3–5 May", "December 4–5" and "2019年3–5月".
func shareMonth(a, b *fields) bool {
	switch {
	case a.onlyNumber() && b.month != 0 && b.hasDay():
		a.month = b.month
	case a.hasYear && a.month == 0 && len(a.bare) == 1 && b.month != 0 && !b.hasDay():
		a.month, a.bare = int(a.bare[0].n), nil
		return false
	case a.month != 0 && a.hasDay() && b.month|b.season == 0 && b.hasDay():
		b.month = a.month
	default:
		return false
	}
	return true
}

// shareCentury serves "17th–19th centuries" and "1860s–70s".
func shareCentury(a, b *fields) bool {
	switch {
	case b.century != 0 && a.onlyNumber():
		a.century, a.bare = int(a.bare[0].n), nil
	case b.century != 0 && a.century != 0:
	case a.decade && b.decade && b.digits == 2 && a.digits == 4:
		b.setYear(b.year+a.year-a.year%100, 4)
		return true
	default:
		return false
	}
	if a.era == eraNone {
		a.era = b.era
	}
	return true
}

// shareYearDigits serves "1861–67", "2019–21年", "264–241 BC" and "AD 79–81".
func shareYearDigits(a, b *fields) {
	if a.hasYear && !a.decade && a.digits == 4 && a.era != eraBCE {
		b.endInCentury(a.year)
		return
	}
	switch {
	case a.onlyNumber() && b.hasYear && !b.decade && b.month|b.season == 0:
		a.setYear(a.bare[0].n, a.bare[0].digits)
		a.bare = nil
	case b.onlyNumber() && a.hasYear && a.digits < 4 && a.era != eraNone:
		b.setYear(b.bare[0].n, b.bare[0].digits)
		b.bare, b.era = nil, a.era
	}
}

// endInCentury completes two digits to the year after start they stand for.
func (f *fields) endInCentury(start int64) {
	n := f.year
	switch {
	case f.short && f.month == 0:
	case f.onlyNumber() && f.bare[0].digits == 2:
		n = f.bare[0].n
	default:
		return
	}
	if n > start%100 {
		f.setYear(start-start%100+n, 4)
		f.short, f.bare = false, nil
	}
}
