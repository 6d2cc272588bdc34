package report

import (
	"fmt"
	"strconv"

	"chancery/charts"
	"chancery/model"
	"chancery/model/edtf"
)

// mostFacts is how many figures a report begins with.
const mostFacts = 4

// facts returns the figures of a report. Those of the one agreement that is due
// to end come first.
func facts(r *Report, lives []model.Lifecycle) []charts.Fact {
	var facts []charts.Fact
	if l := due(lives, r.AsOf); l != nil {
		facts = append(facts, charts.Fact{
			Value: days(l.DaysLeft(r.AsOf)), Label: "to expiry, as of " + model.DayOf(r.AsOf).Display(),
		})
		if given, ok := noticeOf(l); ok {
			facts = append(facts, charts.Fact{
				Value: days(daysBetween(given, l.Expiry)), Label: "from written notice to expiry",
			})
		}
	}
	facts = append(facts, charts.Facts(r.Columns, r.Kept)...)
	return facts[:min(len(facts), mostFacts)]
}

// finding says in a sentence what there is to see.
func finding(r *Report, lives []model.Lifecycle) string {
	n := r.Lanes.Events
	if n == 0 {
		return "No event matches these filters."
	}
	text := charts.Count(n) + " events"
	if n == 1 {
		text = "1 event"
	}
	if from, to, ok := r.Columns.Extent(r.Kept); ok {
		text += ", " + charts.Period(from, to)
	}
	if l := due(lives, r.AsOf); l != nil {
		return text + ". " + expiry(l, r.AsOf)
	}
	if pairs := r.Columns.TallyPairs(r.Kept, true); len(pairs) > 0 && n > 1 {
		text += fmt.Sprintf(": most are between %s and %s (%s)",
			r.Columns.Actors[pairs[0].A].Name, r.Columns.Actors[pairs[0].B].Name, charts.Count(pairs[0].Events))
	}
	if year, most := busiest(r); most > 1 {
		text += fmt.Sprintf(", and the busiest year is %s, with %s", charts.Year.Label(year), charts.Count(most))
	}
	return text + "."
}

// expiry says how an agreement stood on a day before its end.
func expiry(l *model.Lifecycle, asOf edtf.Instant) string {
	text := nameOf(l.Agreement) + " is due to expire on " + model.DayOf(l.Expiry).Display()
	if left := l.DaysLeft(asOf); left > 0 {
		text += ", in " + days(left)
	}
	if given, ok := noticeOf(l); ok {
		text += ", after notice on " + model.DayOf(given).Display()
	}
	return text + "."
}

// fewLives is how many agreements a report may be of for one of them to be what
// it is about without notice having been given.
const fewLives = 3

// due returns the one agreement that was known on a day to be about to end, or
// nil when there is none or are several. Among many it is one of which notice was
// given: that others run out at some time is no news.
func due(lives []model.Lifecycle, asOf edtf.Instant) *model.Lifecycle {
	var found *model.Lifecycle
	for i := range lives {
		if !lives[i].HasExpiry || lives[i].Expiry < asOf {
			continue
		}
		if _, noticed := noticeOf(&lives[i]); !noticed && len(lives) > fewLives {
			continue
		}
		if found != nil {
			return nil
		}
		found = &lives[i]
	}
	return found
}

// noticeOf returns when the notice was given by which an agreement is to end.
func noticeOf(l *model.Lifecycle) (at edtf.Instant, ok bool) {
	for i := range l.Notices {
		if n := &l.Notices[i]; n.Terminates() {
			at, ok = n.When.Bounds().EarliestStart, true
		}
	}
	return at, ok && at.Finite()
}

func daysBetween(from, to edtf.Instant) int { return int((to - from) / 86_400) }

func days(n int) string {
	if n == 1 {
		return "1 day"
	}
	return strconv.Itoa(n) + " days"
}

// busiest returns the start of the year in which most kept events began, and
// how many they are.
func busiest(r *Report) (year edtf.Instant, most int) {
	count := map[edtf.Instant]int{}
	for i, at := range r.Columns.Start {
		if !r.Kept.Has(i) || !at.Finite() {
			continue
		}
		y := charts.Year.Floor(at)
		count[y]++
		if n := count[y]; n > most || n == most && y < year {
			year, most = y, n
		}
	}
	return year, most
}
