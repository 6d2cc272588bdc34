package scene

import (
	"strconv"
	"strings"

	"chancery/model/edtf"
)

// A unit is a calendar division: it knows where its divisions begin and what
// they are called. Lengths of time will not do, since months and years differ
// in theirs.
type unit struct {
	name    string
	seconds float64 // on average
	floor   func(edtf.Instant) edtf.Instant
	next    func(edtf.Instant) edtf.Instant // from the start of one division to the next's
	label   func(edtf.Instant) string       // of the division that starts there
	short   func(edtf.Instant) string       // where label has no room; nil for none
}

const (
	minute = 60
	hour   = 3600
	day    = 86_400
	month  = year / 12
	year   = 365.2425 * day
)

var monthNames = [...]string{
	"January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December",
}

func shortMonth(m int) string { return monthNames[m-1][:3] }

var dayNames = [...]string{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"}

func minutes(n int64) unit { return clockUnit("minute", n*minute) }
func hours(n int64) unit   { return clockUnit("hour", n*hour) }

func clockUnit(name string, length int64) unit {
	return unit{
		name: name, seconds: float64(length),
		floor: func(t edtf.Instant) edtf.Instant { return floorTo(t, length) },
		next:  func(t edtf.Instant) edtf.Instant { return t + edtf.Instant(length) },
		label: func(t edtf.Instant) string {
			h, m, _ := t.Clock()
			return twoDigits(h) + ":" + twoDigits(m)
		},
		short: func(t edtf.Instant) string {
			h, _, _ := t.Clock()
			return twoDigits(h)
		},
	}
}

func days() unit {
	return unit{
		name: "day", seconds: day,
		floor: func(t edtf.Instant) edtf.Instant { return floorTo(t, day) },
		next:  func(t edtf.Instant) edtf.Instant { return t + day },
		label: dayOfMonth,
	}
}

// namedDays are days as the upper row of the axis has them.
func namedDays() unit {
	u := days()
	u.label = func(t edtf.Instant) string {
		y, m, d := t.Civil()
		return dayNames[weekday(t)] + " " + strconv.Itoa(d) + " " + shortMonth(m) + " " + yearText(y)
	}
	u.short = func(t edtf.Instant) string { return dayNames[weekday(t)] + " " + dayOfMonth(t) }
	return u
}

// weeks begin on Monday, as ISO 8601 has them.
func weeks() unit {
	return unit{
		name: "week", seconds: 7 * day,
		floor: func(t edtf.Instant) edtf.Instant {
			t = floorTo(t, day)
			return t - edtf.Instant((weekday(t)+6)%7)*day
		},
		next:  func(t edtf.Instant) edtf.Instant { return t + 7*day },
		label: dayOfMonth,
	}
}

func months(n int) unit {
	u := unit{
		name: "month", seconds: float64(n) * month,
		floor: func(t edtf.Instant) edtf.Instant {
			y, m, _ := t.Civil()
			return edtf.At(y, (m-1)/n*n+1, 1)
		},
		next: func(t edtf.Instant) edtf.Instant {
			y, m, _ := t.Civil()
			return edtf.At(y, m+n, 1)
		},
		label: func(t edtf.Instant) string {
			_, m, _ := t.Civil()
			return shortMonth(m)
		},
		short: func(t edtf.Instant) string {
			_, m, _ := t.Civil()
			return monthNames[m-1][:1]
		},
	}
	if n == 3 {
		u.name, u.short = "quarter", nil
		u.label = func(t edtf.Instant) string {
			_, m, _ := t.Civil()
			return "Q" + strconv.Itoa((m-1)/3+1)
		}
	}
	return u
}

// namedMonths are months as the upper row of the axis has them.
func namedMonths() unit {
	u := months(1)
	u.label = func(t edtf.Instant) string {
		_, m, _ := t.Civil()
		return monthNames[m-1]
	}
	u.short = func(t edtf.Instant) string {
		_, m, _ := t.Civil()
		return shortMonth(m)
	}
	return u
}

// years are counted as people do: blocks of n years before our era end with the
// year 1 BCE and begin at round years, and the first block of our era begins
// with the year 1, since there is no year 0.
func years(n int64) unit {
	return unit{
		name: "year", seconds: float64(n) * year,
		floor: func(t edtf.Instant) edtf.Instant {
			y, _, _ := t.Civil()
			return edtf.At(floorYear(y, n), 1, 1)
		},
		next: func(t edtf.Instant) edtf.Instant {
			y, _, _ := t.Civil()
			return edtf.At(nextYear(y, n), 1, 1)
		},
		label: func(t edtf.Instant) string {
			y, _, _ := t.Civil()
			return yearText(y)
		},
	}
}

// periods are blocks of years as the upper row of the axis has them.
func periods(n int64) unit {
	u := years(n)
	u.label = func(t edtf.Instant) string {
		y, _, _ := t.Civil()
		last := nextYear(y, n) - 1
		if n == 10 && y >= n {
			return strconv.FormatInt(y, 10) + "s"
		}
		if y > 0 {
			return grouped(y) + "–" + grouped(last)
		}
		return grouped(1-y) + "–" + grouped(1-last) + " BCE"
	}
	u.short = func(t edtf.Instant) string {
		y, _, _ := t.Civil()
		return yearText(y)
	}
	return u
}

// eras are the years before our era and those of it.
func eras() unit {
	return unit{
		name: "era", seconds: 1e6 * year,
		floor: func(t edtf.Instant) edtf.Instant {
			if t >= edtf.At(1, 1, 1) {
				return edtf.At(1, 1, 1)
			}
			return edtf.Past + 1
		},
		next: func(t edtf.Instant) edtf.Instant {
			if t < edtf.At(1, 1, 1) {
				return edtf.At(1, 1, 1)
			}
			return edtf.Future
		},
		label: func(t edtf.Instant) string {
			if t < edtf.At(1, 1, 1) {
				return "Before the common era"
			}
			return "Common era"
		},
		short: func(t edtf.Instant) string {
			if t < edtf.At(1, 1, 1) {
				return "BCE"
			}
			return "CE"
		},
	}
}

// floorYear returns the first year of the block of n years that y is in.
func floorYear(y, n int64) int64 {
	if y > 0 {
		return max(1, y/n*n)
	}
	before := 1 - y // years BCE
	return 1 - (before+n-1)/n*n
}

// nextYear returns the first year of the block after that which starts with y.
func nextYear(y, n int64) int64 {
	switch {
	case y > 1:
		return y + n
	case y == 1:
		return max(n, 2)
	}
	return min(y+n, 1)
}

// yearText writes an astronomical year as people do.
func yearText(y int64) string {
	if y <= 0 {
		return grouped(1-y) + " BCE"
	}
	return grouped(y)
}

// grouped writes a number with no-break spaces between thousands, from five
// digits on.
func grouped(n int64) string {
	digits := strconv.FormatInt(n, 10)
	if len(digits) < 5 {
		return digits
	}
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteRune('\u00a0')
		}
		b.WriteRune(d)
	}
	return b.String()
}

func dayOfMonth(t edtf.Instant) string {
	_, _, d := t.Civil()
	return strconv.Itoa(d)
}

func twoDigits(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }

// weekday returns 0 for Sunday to 6 for Saturday. The first day of 1970 was a
// Thursday.
func weekday(t edtf.Instant) int {
	n := int64(floorTo(t, day))/day + 4
	return int((n%7 + 7) % 7)
}

// floorTo rounds t down to a multiple of length seconds since 1970.
func floorTo(t edtf.Instant, length int64) edtf.Instant {
	into := int64(t) % length
	if into < 0 {
		into += length
	}
	return t - edtf.Instant(into)
}
