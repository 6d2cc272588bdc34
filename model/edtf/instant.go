package edtf

import (
	"math"
	"strconv"
)

// An Instant is a moment in seconds since 1970-01-01T00:00:00Z in the proleptic
// Gregorian calendar, without leap seconds. It reaches about 292 thousand
// million years either way; what lies beyond is Past or Future.
type Instant int64

const (
	// Past is before every moment: an open or unknown start.
	Past Instant = math.MinInt64
	// Future is after every moment: an open or unknown end.
	Future Instant = math.MaxInt64
)

// yearLimit is the first year, either way, that no longer fits an Instant.
const yearLimit = 292_000_000_000

const daySeconds = 86_400

// At returns midnight UTC at the start of a day. A month or day out of its
// range carries over, as with time.Date: month 13 is January of the next year,
// day 0 the last day of the month before. Years that do not fit an Instant
// saturate to Past or Future.
func At(year int64, month, day int) Instant {
	if month < 1 || month > 12 {
		carry := floorDiv(int64(month)-1, 12)
		year, month = year+carry, month-int(carry)*12
	}
	switch {
	case year >= yearLimit:
		return Future
	case year <= -yearLimit:
		return Past
	}
	return Instant(dayNumber(year, month, day) * daySeconds)
}

// dayNumber counts the days since 1970-01-01. It is days_from_civil of
// H. Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin in
// March, so that the leap day comes last, and repeat every 400.
func dayNumber(year int64, month, day int) int64 {
	m := int64(month) - 3
	if m < 0 {
		m += 12
		year--
	}
	era := floorDiv(year, 400)
	yearOfEra := year - era*400
	dayOfYear := (153*m+2)/5 + int64(day) - 1
	return era*146_097 + yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear - 719_468
}

// Civil returns the calendar day a finite instant falls in, in UTC. The year is
// astronomical. Of Past and Future it is meaningless.
func (i Instant) Civil() (year int64, month, day int) {
	z := floorDiv(int64(i), daySeconds) + 719_468
	era := floorDiv(z, 146_097)
	dayOfEra := z - era*146_097
	yearOfEra := (dayOfEra - dayOfEra/1_460 + dayOfEra/36_524 - dayOfEra/146_096) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	m := (5*dayOfYear + 2) / 153
	day = int(dayOfYear - (153*m+2)/5 + 1)
	year = yearOfEra + era*400
	if m < 10 {
		return year, int(m) + 3, day
	}
	return year + 1, int(m) - 9, day
}

// Clock returns the time of day of a finite instant, in UTC.
func (i Instant) Clock() (hour, minute, second int) {
	s := int(int64(i) - floorDiv(int64(i), daySeconds)*daySeconds)
	return s / 3600, s / 60 % 60, s % 60
}

// Finite reports whether i is a moment, neither Past nor Future.
func (i Instant) Finite() bool { return i != Past && i != Future }

// String formats i by ISO 8601, "2019-11-17T00:00:00Z". A year of more than
// four digits is written as EDTF writes it, with the letter Y. Past is "" and
// Future is "..", as the open sides of an interval are.
func (i Instant) String() string {
	switch i {
	case Past:
		return ""
	case Future:
		return ".."
	}
	year, month, day := i.Civil()
	hour, minute, second := i.Clock()
	b := appendYear(make([]byte, 0, 32), year)
	b = append(b, '-')
	b = appendTwo(b, month)
	b = append(b, '-')
	b = appendTwo(b, day)
	b = append(b, 'T')
	b = appendClock(b, hour, minute, second)
	return string(append(b, 'Z'))
}

// addMonths moves i by whole months, keeping the day where the month has it and
// taking the month's last day where it has not.
func (i Instant) addMonths(months int) Instant {
	if !i.Finite() || months == 0 {
		return i
	}
	year, month, day := i.Civil()
	first := At(year, month+months, 1)
	if !first.Finite() {
		return first
	}
	y, m, _ := first.Civil()
	clock := Instant(int64(i) - floorDiv(int64(i), daySeconds)*daySeconds)
	return At(y, m, min(day, monthDays(y, m))) + clock
}

// addSeconds moves a finite i, saturating.
func (i Instant) addSeconds(seconds int64) Instant {
	switch sum := int64(i) + seconds; {
	case !i.Finite():
		return i
	case seconds > 0 && sum < int64(i):
		return Future
	case seconds < 0 && sum > int64(i):
		return Past
	default:
		return Instant(sum)
	}
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func leapYear(year int64) bool {
	return year%4 == 0 && (year%100 != 0 || year%400 == 0)
}

func monthDays(year int64, month int) int {
	switch month {
	case 2:
		if leapYear(year) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// appendYear writes four digits at least, with Y before more than four.
func appendYear(b []byte, year int64) []byte {
	if year > 9999 || year < -9999 {
		b = append(b, 'Y')
		return strconv.AppendInt(b, year, 10)
	}
	if year < 0 {
		b, year = append(b, '-'), -year
	}
	return append(b, '0'+byte(year/1000), '0'+byte(year/100%10), '0'+byte(year/10%10), '0'+byte(year%10))
}

func appendTwo(b []byte, n int) []byte {
	return append(b, '0'+byte(n/10), '0'+byte(n%10))
}

func appendClock(b []byte, hour, minute, second int) []byte {
	b = append(appendTwo(b, hour), ':')
	b = append(appendTwo(b, minute), ':')
	return appendTwo(b, second)
}
