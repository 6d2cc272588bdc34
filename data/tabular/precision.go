package tabular

import (
	"strings"

	"chancery/model/edtf"
)

// A grade is how much of a date a column of precisions lets stand.
type grade uint8

const (
	gradeWhole       grade = iota // as written
	gradeDay                      // the time is not known
	gradeAbout                    // the day, approximately: some day of that week
	gradeWithin                   // some day from the start to the end beside it
	gradeMonth                    // the month
	gradeYear                     // the year
	gradeDecade                   // the decade
	gradeCentury                  // the century
	gradeMillennium               // the millennium
	gradeMonthWithin              // the month, or some day of the span if that is longer
)

// precisions are the codes of precision columns, by system. Wikidata: its data
// model for times. ACLED: 1 day, 2 week, 3 month. UCDP GED: 1 day, 2 two to six
// days, 3 week, 4 month, 5 more than a month.
var precisions = map[string]map[string]grade{
	"wikidata": {
		"14": gradeWhole, "13": gradeWhole, "12": gradeWhole, "11": gradeDay, "10": gradeMonth, "9": gradeYear,
		"8": gradeDecade, "7": gradeCentury, "6": gradeMillennium,
	},
	"acled": {"1": gradeDay, "2": gradeAbout, "3": gradeMonth},
	"ucdp":  {"1": gradeWhole, "2": gradeWithin, "3": gradeWithin, "4": gradeMonthWithin, "5": gradeWithin},
	"words": {
		"exact": gradeWhole, "day": gradeDay, "d": gradeDay, "month": gradeMonth, "m": gradeMonth, "year": gradeYear, "y": gradeYear,
		"decade": gradeDecade, "century": gradeCentury, "week": gradeAbout, "approximate": gradeAbout, "circa": gradeAbout, "about": gradeAbout,
		"time": gradeWhole, "minute": gradeWhole, "hour": gradeWhole,
	},
}

// gradeOf reads a cell of a precision column. It is not ok when the system does
// not have it.
func gradeOf(system, cell string) (g grade, ok bool) {
	c := strings.ToLower(strings.TrimSpace(cell))
	if c == "" {
		return gradeWhole, true
	}
	g, ok = precisions[system][c]
	return g, ok
}

// lower takes from a date what the grade does not let stand. A date that is
// coarser already, an interval or a set stays as it is.
func lower(d edtf.Date, g grade) edtf.Date {
	if d.IsZero() || d.Form() != edtf.Single || g == gradeWhole || g == gradeWithin {
		return d
	}
	text, _, _ := strings.Cut(d.String(), "T")
	sign := ""
	if strings.HasPrefix(text, "-") {
		sign, text = "-", text[1:]
	}
	if len(text) < 4 || strings.ContainsAny(text, "YS?~%") {
		return d
	}
	year := text[:4]
	switch g {
	case gradeAbout:
		if len(text) == len("2019-11-17") {
			text += "~"
		}
	case gradeMonth, gradeMonthWithin:
		text = text[:min(len(text), len("2019-11"))]
	case gradeYear:
		text = year
	case gradeDecade:
		text = year[:3] + "X"
	case gradeCentury:
		text = year[:2] + "XX"
	case gradeMillennium:
		text = year[:1] + "XXX"
	}
	lowered, err := edtf.Parse(sign + text)
	if err != nil {
		return d
	}
	return lowered
}

// within is the date of something that happened on one day of a span.
func within(start, end edtf.Date) edtf.Date {
	if start == end || end.IsZero() {
		return start
	}
	d, err := edtf.Parse("[" + lower(start, gradeDay).String() + ".." + lower(end, gradeDay).String() + "]")
	if err != nil {
		return start
	}
	return d
}
