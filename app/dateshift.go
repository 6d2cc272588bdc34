package app

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"chancery/model/edtf"
)

// Lengths in seconds of the units in which dates are moved.
const (
	yearSeconds   = 365.2425 * daySeconds
	monthSeconds  = yearSeconds / 12
	seasonSeconds = yearSeconds / 4
)

// shifted returns a date moved by about so many seconds, in whole units of what
// is known of it: a day by days, a month by months, a decade by decades. Its
// doubts and its time of day stay. ok is false for dates that do not move so:
// sets, intervals, and those of which some digits are not given.
func shifted(d edtf.Date, seconds float64) (moved edtf.Date, ok bool) {
	code, doubt := plainCode(d)
	if code == "" {
		return d, false
	}
	day, clock, _ := strings.Cut(code, "T")
	if clock != "" {
		clock = "T" + clock
	}
	steps := func(unit float64) int64 { return int64(math.Round(seconds / unit)) }
	at := d.Bounds().EarliestStart
	year, month, dom := at.Civil()
	switch p := d.Precision(); {
	case p >= edtf.Day:
		// The day as written: with an offset, bounds are still by the local clock.
		day = dayCode(edtf.At(year, month, dom+int(steps(daySeconds))))
	case p == edtf.Month:
		day = monthCode(edtf.At(year, month+int(steps(monthSeconds)), 1))
	case p == edtf.Season:
		day = seasonCode(day, steps(seasonSeconds))
	case p == edtf.Year:
		day = yearCode(year + steps(yearSeconds))
	case p == edtf.Decade && len(day) == 4 && strings.HasSuffix(day, "X"):
		decade, err := strconv.ParseInt(day[:3], 10, 64)
		if err != nil || decade+steps(10*yearSeconds) < 0 {
			return d, false
		}
		day = fmt.Sprintf("%03dX", decade+steps(10*yearSeconds))
	default:
		return d, false
	}
	moved, err := edtf.Parse(day + clock + doubt)
	return moved, err == nil
}

// plainCode returns the EDTF of a single date without its doubt, and the sign of
// the doubt; no code for dates that are not single, or whose parts are doubted
// apart.
func plainCode(d edtf.Date) (code, doubt string) {
	if d.IsZero() || d.IsOpen() || d.Form() != edtf.Single || d.Unspecified() && d.Precision() != edtf.Decade {
		return "", ""
	}
	text := d.String()
	code = strings.NewReplacer("~", "", "?", "", "%", "").Replace(text)
	if !strings.HasPrefix(text, code) {
		return "", ""
	}
	return code, text[len(code):]
}

// monthCode and yearCode write a month and a year in EDTF.
func monthCode(at edtf.Instant) string {
	code := dayCode(at)
	return code[:strings.LastIndexByte(code, '-')]
}

func yearCode(year int64) string {
	code := monthCode(edtf.At(year, 1, 1))
	return code[:strings.LastIndexByte(code, '-')]
}

// seasonCode returns the season so many seasons after one, of the same hemisphere;
// "" when the code is of none of the four seasons.
func seasonCode(code string, steps int64) string {
	dash := strings.LastIndexByte(code, '-')
	season, err := strconv.Atoi(code[dash+1:])
	if dash < 1 || err != nil || season < 21 || season > 32 {
		return ""
	}
	year, err := strconv.ParseInt(code[:dash], 10, 64)
	if err != nil {
		return ""
	}
	first := season - (season-21)%4 // the spring of its hemisphere
	n := year*4 + int64(season-first) + steps
	within := ((n % 4) + 4) % 4
	return yearCode((n-within)/4) + "-" + strconv.Itoa(first+int(within))
}
