package model

import (
	"fmt"
	"strings"

	"chancery/model/edtf"
)

// A Duration is a length of calendar time: years and months are as long as the
// calendar makes them.
type Duration struct{ Years, Months, Days int }

// ParseDuration reads the date part of an ISO 8601 duration (P1Y, P90D, P1Y6M,
// P2W), or a plain count in words ("30 days"). Words after it are a remark and
// passed over: "P1Y (not before three years in force)".
func ParseDuration(text string) (Duration, error) {
	word, rest, _ := strings.Cut(strings.TrimSpace(text), " ")
	if d, ok := isoDuration(word); ok {
		return d, nil
	}
	unit, _, _ := strings.Cut(rest, " ")
	n, tail := leadingNumber(word)
	if n > 0 && tail == "" {
		switch strings.TrimSuffix(strings.ToLower(unit), "s") {
		case "day":
			return Duration{Days: n}, nil
		case "week":
			return Duration{Days: 7 * n}, nil
		case "month":
			return Duration{Months: n}, nil
		case "year":
			return Duration{Years: n}, nil
		}
	}
	return Duration{}, fmt.Errorf("%q is not a duration such as P90D, P6M or P1Y", text)
}

func isoDuration(word string) (Duration, bool) {
	rest, ok := strings.CutPrefix(word, "P")
	if !ok || rest == "" {
		return Duration{}, false
	}
	var d Duration
	for rest != "" {
		n, tail := leadingNumber(rest)
		if tail == "" || tail == rest {
			return Duration{}, false
		}
		switch tail[0] {
		case 'Y':
			d.Years += n
		case 'M':
			d.Months += n
		case 'W':
			d.Days += 7 * n
		case 'D':
			d.Days += n
		default:
			return Duration{}, false
		}
		rest = tail[1:]
	}
	return d, true
}

// leadingNumber splits off the decimal digits at the front of s, at most four
// of them: no agreement runs for ten thousand years.
func leadingNumber(s string) (n int, rest string) {
	for rest = s; rest != "" && rest[0] >= '0' && rest[0] <= '9' && len(s)-len(rest) < 4; rest = rest[1:] {
		n = 10*n + int(rest[0]-'0')
	}
	return n, rest
}

// IsZero reports whether d is no time at all.
func (d Duration) IsZero() bool { return d == Duration{} }

// Times returns d taken n times, which may be negative.
func (d Duration) Times(n int) Duration {
	return Duration{Years: n * d.Years, Months: n * d.Months, Days: n * d.Days}
}

// After returns the moment d after t. A day of the month that the month lacks
// becomes its last: one month after 31 January is 28 or 29 February.
func (d Duration) After(t edtf.Instant) edtf.Instant {
	if t == edtf.Past || t == edtf.Future {
		return t
	}
	year, month, day := t.Civil()
	clock := t - edtf.At(year, month, day)
	months := int64(month-1) + int64(d.Months) + 12*int64(d.Years)
	year += months / 12
	if months %= 12; months < 0 {
		months += 12
		year--
	}
	first := edtf.At(year, int(months)+1, 1)
	next := edtf.At(year, int(months)+2, 1)
	if months == 11 {
		next = edtf.At(year+1, 1, 1)
	}
	const daySeconds = 86400
	at := min(first+edtf.Instant(day-1)*daySeconds, next-daySeconds)
	return at + clock + edtf.Instant(d.Days)*daySeconds
}

// String returns d as ISO 8601 writes it.
func (d Duration) String() string {
	var b strings.Builder
	b.WriteByte('P')
	for _, part := range []struct {
		n    int
		unit byte
	}{{d.Years, 'Y'}, {d.Months, 'M'}, {d.Days, 'D'}} {
		if part.n != 0 {
			fmt.Fprintf(&b, "%d%c", part.n, part.unit)
		}
	}
	if b.Len() == 1 {
		return "P0D"
	}
	return b.String()
}
