package app

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2/lang"

	"chancery/model"
	"chancery/model/edtf"
)

const daySeconds = 86400

// fullDate returns an event's date for people, with the day of the week when
// the day is known exactly.
func fullDate(start, end edtf.Date) string {
	if end.IsZero() {
		if exactDay(start) {
			return weekday(start.Bounds().EarliestStart) + " " + start.Display()
		}
		return start.Display()
	}
	return rangeDisplay(start, end)
}

// rangeDisplay returns a span for people.
func rangeDisplay(start, end edtf.Date) string {
	if both, err := edtf.NewInterval(start, end); err == nil {
		return both.Display()
	}
	return start.Display() + " – " + end.Display()
}

// shortDate returns an event's date for a narrow column.
func shortDate(start, end edtf.Date) string {
	if end.IsZero() {
		return start.Display()
	}
	return rangeDisplay(start, end)
}

// dateCode returns an event's date in EDTF.
func dateCode(start, end edtf.Date) string {
	switch {
	case end.IsZero():
		return start.String()
	case end.IsOpen():
		return start.String() + "/.."
	}
	return start.String() + "/" + end.String()
}

// writtenDate returns the date as the source wrote it, when that was kept.
func writtenDate(e *model.Event) string {
	if e.StartText == "" && e.EndText == "" {
		return ""
	}
	return strings.TrimSuffix(e.StartText+" – "+e.EndText, " – ")
}

func exactDay(d edtf.Date) bool {
	return d.Form() == edtf.Single && d.Precision() == edtf.Day && d.Qualifier() == 0 && !d.Unspecified()
}

// weekday returns the name of the day of the week of a moment.
func weekday(at edtf.Instant) string {
	return [7]string{
		lang.L("Thursday"), lang.L("Friday"), lang.L("Saturday"), lang.L("Sunday"),
		lang.L("Monday"), lang.L("Tuesday"), lang.L("Wednesday"),
	}[sinceThursday(at)]
}

// shortWeekday returns the short name of the day of the week of a moment.
func shortWeekday(at edtf.Instant) string {
	return [7]string{
		lang.L("Thu"), lang.L("Fri"), lang.L("Sat"), lang.L("Sun"), lang.L("Mon"), lang.L("Tue"), lang.L("Wed"),
	}[sinceThursday(at)]
}

// sinceThursday counts the days of the week from Thursday, the day of the
// epoch.
func sinceThursday(at edtf.Instant) int64 {
	days := int64(at) / daySeconds
	if int64(at)%daySeconds < 0 {
		days--
	}
	return ((days % 7) + 7) % 7
}

// precisionWords says how exactly an event's date is known.
func precisionWords(e *model.Event) string {
	if e.Kind == model.Deadline {
		return lang.L("deadline")
	}
	q := e.Start.Qualifier()
	switch {
	case q.Has(edtf.Uncertain | edtf.Approximate):
		return lang.L("approximate and uncertain")
	case q.Has(edtf.Approximate):
		return lang.L("approximate")
	case q.Has(edtf.Uncertain):
		return lang.L("uncertain")
	case e.End.IsOpen():
		return lang.L("open end")
	case e.Kind == model.Span:
		return lang.L("span")
	case e.Start.Form() == edtf.OneOf:
		return lang.L("one of several dates")
	case e.Start.Form() == edtf.AllOf:
		return lang.L("several dates")
	case e.Start.Unspecified():
		return lang.L("not all is given")
	}
	switch p := e.Start.Precision(); {
	case p > edtf.Day:
		return lang.L("exact time")
	case p == edtf.Day:
		return lang.L("exact day")
	case p == edtf.Month:
		return lang.L("month only")
	case p == edtf.Season:
		return lang.L("season only")
	case p == edtf.Year:
		return lang.L("year only")
	case p == edtf.Decade:
		return lang.L("decade only")
	case p == edtf.Unknown:
		return lang.L("date not known")
	default:
		return p.String()
	}
}

// lastDay is the day in which a half-open stretch ends.
func lastDay(to edtf.Instant) edtf.Instant { return to - 1 }

var monthNames = [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

// day returns the day of a moment: "17 Nov 2019", "44 BCE" for years before 1.
func day(at edtf.Instant) string {
	year, month, dom := at.Civil()
	return fmt.Sprintf("%d %s %s", dom, monthNames[month-1], yearName(year))
}

func yearName(year int64) string {
	if year < 1 {
		return lang.L("{{.Year}} BCE", map[string]any{"Year": 1 - year})
	}
	return fmt.Sprint(year)
}

// period returns the days of a half-open stretch: "24 May – 9 Dec 2019".
func period(from, to edtf.Instant) string {
	to = lastDay(to)
	y1, m1, d1 := from.Civil()
	y2, m2, d2 := to.Civil()
	switch {
	case y2-y1 > 20:
		return yearName(y1) + " – " + yearName(y2)
	case y1 == y2 && m1 == m2 && d1 == d2:
		h, m, _ := from.Clock()
		eh, em, _ := to.Clock()
		return fmt.Sprintf("%s, %02d:%02d – %02d:%02d", day(from), h, m, eh, em)
	case y1 == y2 && m1 == m2:
		return fmt.Sprintf("%d – %s", d1, day(to))
	case y1 == y2:
		return fmt.Sprintf("%d %s – %s", d1, monthNames[m1-1], day(to))
	}
	return day(from) + " – " + day(to)
}

// length returns a length of time in the unit in which people would say it:
// "6.6 months".
func length(seconds float64) string {
	const (
		hour  = 3600.0
		year  = 365.2425 * daySeconds
		month = year / 12
	)
	say := func(unit float64, one, many string) string {
		n := seconds / unit
		text := fmt.Sprintf("%.1f", n)
		if n >= 100 {
			text = groupDigits(int64(n + 0.5))
		}
		text = strings.TrimSuffix(text, ".0")
		if text == "1" {
			return one
		}
		return text + " " + many
	}
	switch {
	case seconds < 2*daySeconds:
		return say(hour, lang.L("1 hour"), lang.L("hours"))
	case seconds < 2*month:
		return say(daySeconds, lang.L("1 day"), lang.L("days"))
	case seconds < 2*year:
		return say(month, lang.L("1 month"), lang.L("months"))
	}
	return say(year, lang.L("1 year"), lang.L("years"))
}

// groupDigits writes a number with no-break spaces between thousands.
func groupDigits(n int64) string {
	digits := fmt.Sprint(n)
	for i := len(digits) - 3; i > 0 && digits[i-1] != '-'; i -= 3 {
		digits = digits[:i] + "\u00a0" + digits[i:]
	}
	return digits
}
