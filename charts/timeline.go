package charts

import (
	"cmp"
	"slices"
	"strings"

	"chancery/model"
	"chancery/model/edtf"
)

// markLimit bounds a drawn timeline: more marks than this make a page that no
// browser opens well.
const markLimit = 100_000

// laneLimit bounds its lanes, of which the busiest come first.
const laneLimit = 40

// TimelineOf lays events along time, in the lanes that are given. An event that
// stands in several lanes has a mark in each.
func TimelineOf(l *model.Lanes) Spec {
	c, shown := l.Columns, l.Lanes[:min(len(l.Lanes), laneLimit)]
	s := Spec{Key: "timeline", Kind: Timeline, Title: "What happened", Subtitle: "events by " + l.Grouping.String()}
	if l.Grouping == model.ByNone {
		s.Subtitle = ""
	}
	type place struct {
		row  uint32
		lane int
	}
	var places []place
	for i := range shown {
		s.Categories = append(s.Categories, shown[i].Name)
		for _, row := range shown[i].Rows {
			places = append(places, place{row, i})
		}
	}
	slices.SortFunc(places, func(a, b place) int { return cmp.Or(cmp.Compare(a.row, b.row), a.lane-b.lane) })
	s.Marks = make([]Mark, 0, min(len(places), markLimit))
	step := newThinning(len(places), markLimit)
	for _, p := range places {
		if !step.keeps() {
			continue
		}
		s.Marks = append(s.Marks, Mark{
			Event: c.ID[p.row], Lane: p.lane, Start: c.Start[p.row], End: c.End[p.row], Form: c.Form[p.row],
			Category: c.Categories[c.Category[p.row]].Index, Score: c.Score[p.row],
		})
	}
	if len(shown) < len(l.Lanes) {
		s.Note = "The busiest " + Count(len(shown)) + " of " + Count(len(l.Lanes)) + " lanes are shown. "
	}
	if len(s.Marks) < len(places) {
		s.Note += Count(len(s.Marks)) + " of " + Count(len(places)) + " events are drawn, evenly chosen along time."
	}
	s.Note = strings.TrimSpace(s.Note)
	s.Alt = timelineAlt(l, &s)
	return s
}

func timelineAlt(l *model.Lanes, s *Spec) string {
	alt := "Timeline of " + plural(l.Events, "event", "events") + " in " + plural(len(s.Categories), "lane", "lanes")
	from, to := edtf.Future, edtf.Past
	for i := range l.Lanes {
		for _, row := range l.Lanes[i].Rows {
			for _, t := range [2]edtf.Instant{l.Columns.Start[row], l.Columns.End[row]} {
				if t.Finite() {
					from, to = min(from, t), max(to, t)
				}
			}
		}
	}
	if from <= to {
		alt += ", " + Period(from, to)
	}
	return alt + "."
}

// Period names the half-open stretch [from, to) of the years it lies in:
// "1910–2036".
func Period(from, to edtf.Instant) string {
	first, _, _ := from.Civil()
	last, _, _ := max(to-1, from).Civil()
	if first == last {
		return yearLabel(first)
	}
	return yearLabel(first) + "–" + yearLabel(last)
}

// A thinning keeps at most limit of total things, evenly spread.
type thinning struct{ total, limit, sum int }

func newThinning(total, limit int) *thinning { return &thinning{total: total, limit: limit} }

func (t *thinning) keeps() bool {
	if t.total <= t.limit {
		return true
	}
	t.sum += t.limit
	if t.sum < t.total {
		return false
	}
	t.sum -= t.total
	return true
}
