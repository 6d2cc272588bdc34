package charts

import (
	"strconv"

	"chancery/model/edtf"
)

// calendarYears is the number of years up to which a calendar has a cell for
// each day.
const calendarYears = 6

// calendar counts events on the pages of a calendar: days in weeks for a few
// years, months in years for some decades, years in decades for longer.
func calendar(s *scope) Spec {
	spec := s.spec()
	dated := s.dated()
	if len(dated) == 0 {
		return spec
	}
	from, to := s.c.Start[dated[0]], s.c.Start[dated[len(dated)-1]]+1
	if s.o.From.Finite() && s.o.To.Finite() && s.o.From < s.o.To {
		from, to = s.o.From, s.o.To
	}
	unit, page := calendarUnit(s.o.Unit, from, to)
	spec.Unit = unit
	spec.Bins = Bins(unit, page.Floor(from), page.Next(page.Floor(to-1)))
	pages := *s
	pages.axis = &axis{unit: unit, asked: unit, bins: spec.Bins}
	pages.shared = new(shared)
	counts := Series{Name: "Events", Values: make([]float64, len(spec.Bins))}
	for _, at := range pages.counted().bin {
		counts.Values[at]++
	}
	spec.Series = []Series{counts}
	spec.Subtitle = "events per " + unit.String()
	spec.Note = pages.note()
	if s.o.Normalised {
		normaliseCalendar(&spec, len(dated))
	}
	spec.Table = Table{Caption: spec.Title + ", " + spec.Subtitle, Head: []string{capital(unit.String()), "Events"}, Numeric: numericAfterFirst(2)}
	most := 0
	for b := range spec.Bins {
		if n := spec.Series[0].count(b); n > 0 {
			spec.Table.Rows = append(spec.Table.Rows, []string{spec.Bins[b].Label, Count(n)})
			if n > spec.Series[0].count(most) {
				most = b
			}
		}
	}
	spec.Alt = "Calendar of " + plural(len(dated), "event", "events") + ", " + Period(from, to) + ", by " + unit.String() +
		". The most are " + strconv.Itoa(spec.Series[0].count(most)) + ", " + spec.Bins[most].Label + "."
	return spec
}

// calendarUnit chooses what a cell is and what a row or block of them is.
func calendarUnit(asked Unit, from, to edtf.Instant) (cell, page Unit) {
	units := []struct {
		cell, page Unit
		most       int // pages
	}{{Day, Year, calendarYears}, {Month, Year, 60}, {Year, Decade, 60}, {Decade, Century, 60}}
	for _, u := range units {
		if n, _ := divisions(u.page, from, to, u.most); n <= u.most && (asked <= u.cell || asked == Week && u.cell == Day || asked == Quarter && u.cell == Month) {
			return u.cell, u.page
		}
	}
	unit := UnitFor(from, to)
	return max(unit, Century), max(unit, Century) + 1
}

func normaliseCalendar(spec *Spec, events int) {
	spec.Normalised = true
	spec.Subtitle = "share of all events per " + spec.Unit.String()
	x := &spec.Series[0]
	for b, v := range x.Values {
		x.N = append(x.N, int(v))
		x.Values[b] = v / float64(events)
	}
}

func capital(word string) string {
	if word == "" || word[0] < 'a' || word[0] > 'z' {
		return word
	}
	return string(word[0]-'a'+'A') + word[1:]
}
