package edtf

import (
	"strconv"
	"strings"
)

// Display writes d as it is read aloud, in English: "17 Nov 2019",
// "summer 2019", "1850s", "c. 13 Nov 2019", "3–10 Nov 2019?", "616 BCE",
// "23 Nov 2016 – open". The unknown date is "".
func (d Date) Display() string { return writer{}.date(d) }

// Short is Display without the year where it is refYear: "17 Nov", "summer",
// "3–10 Nov". A year by itself stays.
func (d Date) Short(refYear int64) string {
	return writer{year: refYear, omit: true}.date(d)
}

// writer writes dates; if omit is set it leaves out the year it names.
type writer struct {
	year int64
	omit bool
}

func (w writer) date(d Date) string {
	switch d.form {
	case Interval:
		return w.interval(d.a, d.b)
	case OneOf, AllOf:
		return w.set(d)
	}
	return w.point(d.a)
}

// omits reports whether the year of p goes without saying.
func (w writer) omits(p point) bool {
	return w.omit && p.grain > grainYear && p.yearX == 0 && p.year == w.year
}

// point writes one date with its doubts.
func (w writer) point(p point) string {
	switch p.grain {
	case grainNone:
		return ""
	case grainOpen:
		return "open"
	}
	text, note := w.bare(p)
	return doubted(text, p) + note
}

// doubted adds what says that all of p, or parts of it, are in doubt.
func doubted(text string, p point) string {
	q, uniform := p.uniform()
	if !uniform {
		return text + partDoubts(p)
	}
	if q.Has(Approximate) {
		text = "c. " + text
	}
	if q.Has(Uncertain) {
		text += "?"
	}
	return text
}

// partDoubts names the parts that are in doubt: " (year and month uncertain)".
func partDoubts(p point) string {
	parts := []string{"year", "month", "day"}
	if p.grain == grainSeason {
		parts[1] = "season"
	}
	var phrases []string
	for _, kind := range []struct {
		q    Qualifier
		name string
	}{{Uncertain, "uncertain"}, {Approximate, "approximate"}, {Uncertain | Approximate, "uncertain and approximate"}} {
		var named []string
		for part := range p.parts() {
			if p.qualifier(part) == kind.q {
				named = append(named, parts[part])
			}
		}
		if len(named) > 0 {
			phrases = append(phrases, strings.Join(named, " and ")+" "+kind.name)
		}
	}
	return " (" + strings.Join(phrases, ", ") + ")"
}

// bare writes p without doubts; the note says what is not given.
func (w writer) bare(p point) (text, note string) {
	switch {
	case p.grain == grainYear:
		return p.yearText(), ""
	case p.grain == grainSeason:
		return w.season(p), ""
	case p.partX != 0:
		return w.unspecified(p)
	case p.grain == grainMonth:
		return w.withYear(monthWord(p.month), p), ""
	}
	text = w.withYear(strconv.Itoa(int(p.day))+" "+monthWord(p.month), p)
	if p.hasTime() {
		text += " " + p.clockText()
	}
	return text, ""
}

func (w writer) withYear(text string, p point) string {
	switch {
	case w.omits(p):
		return text
	case p.yearX&digitsX == digitsX:
		return text + ", year not known"
	case p.yearX&digitsX == 0 || p.yearX == 1:
		return text + " " + p.yearText()
	}
	return text + ", " + p.yearText()
}

func (w writer) season(p point) string {
	name := groupings[p.month-firstGrouping].name
	if w.omits(p) {
		name = strings.TrimSuffix(strings.TrimSuffix(name, " %s"), " of")
		return name
	}
	text := strings.Replace(name, "%s", p.yearText(), 1)
	if p.yearX&digitsX == digitsX {
		text = strings.Replace(name, " %s", ", "+p.yearText(), 1)
	}
	return text
}

// unspecified writes a month or day that is not, or not wholly, given.
func (w writer) unspecified(p point) (text, note string) {
	months := fitting(p.month, p.partX>>2, 12, false)
	if p.grain == grainMonth {
		if p.partX&monthX == monthX {
			return p.yearText(), " (some month)"
		}
		return w.withYear(choice(months, func(m int) string { return monthWord(uint8(m)) }), p), ""
	}
	allDays := p.partX&dayX == dayX
	switch {
	case allDays && p.partX&monthX == monthX:
		return p.yearText(), " (some day)"
	case allDays && len(months) == 1:
		return w.withYear(monthWord(uint8(months[0])), p), " (some day)"
	case len(months) == 12 && p.partX&dayX == 0:
		text = ordinal(int(p.day)) + " of some month"
		if p.yearX&digitsX != digitsX {
			text += " of"
		}
		return writer{}.withYear(text, p), ""
	case len(months) > 1:
		return string(point{year: p.year, yearX: p.yearX, grain: p.grain, month: p.month, day: p.day, partX: p.partX}.append(nil)), ""
	}
	year := p.year
	if p.yearX != 0 {
		year = 2000 // some of the years may be leap years
	}
	days := fitting(p.day, p.partX, monthDays(year, months[0]), false)
	return w.withYear(choice(days, strconv.Itoa)+" "+monthWord(uint8(months[0])), p), ""
}

// choice writes consecutive numbers as a range, others as alternatives.
func choice(numbers []int, name func(int) string) string {
	last := len(numbers) - 1
	if last > 0 && numbers[last]-numbers[0] == last {
		return name(numbers[0]) + "–" + name(numbers[last])
	}
	names := make([]string, len(numbers))
	for i, n := range numbers {
		names[i] = name(n)
	}
	return listed(names, "or")
}

// listed joins with commas and a last word: "a, b or c".
func listed(names []string, word string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " " + word + " " + names[last]
}

// clockText is "00:00 (+09:00)": seconds only where they are not zero.
func (p point) clockText() string {
	b := append(appendTwo(nil, int(p.hour)), ':')
	b = appendTwo(b, int(p.minute))
	if p.second != 0 {
		b = appendTwo(append(b, ':'), int(p.second))
	}
	switch p.zone {
	case zoneNone:
		return string(b)
	case zoneUTC:
		return string(b) + " (UTC)"
	}
	p.grain, p.zone = grainMinute, zoneMinute
	written := p.appendTime(nil)
	return string(b) + " (" + string(written[len("T00:00"):]) + ")"
}
