package edtf

import "strconv"

// grain is how far down a point is written.
type grain uint8

const (
	grainNone   grain = iota // no date: unknown
	grainOpen                // ".."
	grainYear                // 2019
	grainSeason              // 2019-22, the code 21 to 41 in month
	grainMonth               // 2019-11
	grainDay                 // 2019-11-17
	grainMinute              // 2019-11-17T09:30
	grainSecond              // 2019-11-17T09:30:00
)

// zone is how the zone of a date-time is written.
type zone uint8

const (
	zoneNone   zone = iota // local time, zone not given
	zoneUTC                // Z
	zoneHour               // +09
	zoneMinute             // +09:00
)

// Bits of point.yearX and point.partX: a set bit marks a digit written X, which
// is 0 in the value.
const (
	digitsX   = 0b1111    // of yearX: thousands in bit 3 to ones in bit 0
	negativeX = 1 << 7    // of yearX: the year has X digits and a minus sign
	monthX    = 0b11 << 2 // of partX
	dayX      = 0b11      // of partX
)

// point is one date without interval or set around it. Equal dates are equal
// points, so every field has one normal value.
type point struct {
	year int64 // astronomical; digits written X count as 0
	// offset is minutes east of UTC when zone says it was given.
	offset                           int16
	grain                            grain
	month, day, hour, minute, second uint8 // month is the code of a season
	yearX, partX                     uint8
	qualifiers                       uint8 // two bits each: year, month, day
	significant                      uint8 // of "1950S2"; 0 means not given
	exponent                         uint8 // of "Y17E7", already applied to year
	zone                             zone
}

func (p point) isDate() bool { return p.grain >= grainYear }

func (p point) hasTime() bool { return p.grain >= grainMinute }

// qualifier returns the doubt about part 0 (year), 1 (month) or 2 (day).
func (p point) qualifier(part int) Qualifier {
	return Qualifier(p.qualifiers>>(2*part)) & 3
}

// parts is the number of parts that can be qualified.
func (p point) parts() int {
	switch p.grain {
	case grainYear:
		return 1
	case grainSeason, grainMonth:
		return 2
	case grainDay:
		return 3
	}
	return 0
}

// uniform returns the doubt that applies to every part alike, and whether the
// parts agree.
func (p point) uniform() (q Qualifier, ok bool) {
	q = p.qualifier(0)
	for part := 1; part < p.parts(); part++ {
		if p.qualifier(part) != q {
			return 0, false
		}
	}
	return q, true
}

func (p point) precision() Precision {
	switch {
	case p.grain == grainSecond:
		return Second
	case p.grain == grainMinute:
		return Minute
	case p.grain == grainDay && p.partX&dayX != dayX:
		return Day
	case p.grain >= grainMonth && p.partX&monthX != monthX:
		return Month
	case p.grain == grainSeason:
		return groupings[p.month-firstGrouping].precision
	case p.grain >= grainYear:
		return p.yearPrecision()
	}
	return Unknown
}

func (p point) yearPrecision() Precision {
	if p.significant != 0 {
		switch lost := decimals(magnitude(p.year)) - int(p.significant); {
		case lost <= 0:
			return Year
		case lost == 1:
			return Decade
		case lost == 2:
			return Century
		}
		return Millennium
	}
	switch x := p.yearX & digitsX; {
	case x == 0b1111:
		return Unknown
	case x&0b111 == 0b111:
		return Millennium
	case x&0b11 == 0b11:
		return Century
	case x&0b1 == 0b1:
		return Decade
	}
	return Year
}

// append writes the canonical EDTF of p.
func (p point) append(b []byte) []byte {
	switch p.grain {
	case grainNone:
		return b
	case grainOpen:
		return append(b, '.', '.')
	}
	group := p.groupEnd()
	b = p.appendQualifierBefore(b, 0, group)
	b = p.appendYear(b)
	b = p.appendQualifierAfter(b, 0, group)
	if p.grain >= grainSeason {
		b = append(b, '-')
		b = p.appendQualifierBefore(b, 1, group)
		b = appendTwoX(b, p.month, p.partX>>2)
		b = p.appendQualifierAfter(b, 1, group)
	}
	if p.grain >= grainDay {
		b = append(b, '-')
		b = p.appendQualifierBefore(b, 2, group)
		b = appendTwoX(b, p.day, p.partX)
		b = p.appendQualifierAfter(b, 2, group)
	}
	if p.hasTime() {
		b = p.appendTime(b)
	}
	return b
}

// groupEnd is the last of the leading parts that share one doubt. EDTF writes
// that doubt once, to their right; parts after it carry their own to the left.
func (p point) groupEnd() int {
	end := 0
	for end+1 < p.parts() && p.qualifier(end+1) == p.qualifier(0) {
		end++
	}
	return end
}

func (p point) appendQualifierBefore(b []byte, part, group int) []byte {
	if part > group {
		return append(b, p.qualifier(part).String()...)
	}
	return b
}

func (p point) appendQualifierAfter(b []byte, part, group int) []byte {
	if part == group {
		return append(b, p.qualifier(part).String()...)
	}
	return b
}

func (p point) appendYear(b []byte) []byte {
	switch {
	case p.yearX != 0:
		if p.yearX&negativeX != 0 {
			b = append(b, '-')
		}
		n := magnitude(p.year)
		b = appendTwoX(b, uint8(n/100), p.yearX>>2)
		return appendTwoX(b, uint8(n%100), p.yearX)
	case p.exponent != 0:
		mantissa := p.year
		for range p.exponent {
			mantissa /= 10
		}
		b = strconv.AppendInt(append(b, 'Y'), mantissa, 10)
		b = strconv.AppendUint(append(b, 'E'), uint64(p.exponent), 10)
	default:
		b = appendYear(b, p.year)
	}
	if p.significant != 0 {
		b = strconv.AppendUint(append(b, 'S'), uint64(p.significant), 10)
	}
	return b
}

func (p point) appendTime(b []byte) []byte {
	b = append(appendTwo(append(b, 'T'), int(p.hour)), ':')
	b = appendTwo(b, int(p.minute))
	if p.grain == grainSecond {
		b = appendTwo(append(b, ':'), int(p.second))
	}
	if p.zone == zoneUTC {
		return append(b, 'Z')
	}
	if p.zone == zoneNone {
		return b
	}
	sign, offset := byte('+'), int(p.offset)
	if offset < 0 {
		sign, offset = '-', -offset
	}
	b = appendTwo(append(b, sign), offset/60)
	if p.zone == zoneMinute {
		b = appendTwo(append(b, ':'), offset%60)
	}
	return b
}

// appendTwoX writes two digits, X where the low bits of mask say so.
func appendTwoX(b []byte, n, mask uint8) []byte {
	tens, ones := '0'+n/10, '0'+n%10
	if mask&2 != 0 {
		tens = 'X'
	}
	if mask&1 != 0 {
		ones = 'X'
	}
	return append(b, tens, ones)
}

// magnitude is the absolute value, exact even of the least int64.
func magnitude(year int64) uint64 {
	if year < 0 {
		return -uint64(year)
	}
	return uint64(year)
}

// decimals is the number of digits of n, four at least: years are so written.
func decimals(n uint64) int {
	digits := 4
	for n >= 10_000 {
		n /= 10
		digits++
	}
	return digits
}
