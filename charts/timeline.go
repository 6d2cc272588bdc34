package charts

import (
	"chancery/model"
	"chancery/model/edtf"
)

// markLimit bounds a drawn timeline: more marks than this make a page that no
// browser opens well.
const markLimit = 100_000

// TimelineOf lays the kept events in lanes along time, each event once. by is
// model.ByCollection or model.ByCategory; a nil keep keeps every row.
func TimelineOf(c *model.Columns, keep model.Bitmap, by model.Grouping) Spec {
	lanes := c.Lanes(by, keep, false)
	s := Spec{
		Key:      "timeline",
		Kind:     Timeline,
		Title:    "What happened",
		Subtitle: "events by " + by.String(),
	}
	lane := make([]int32, c.Len())
	for i := range lanes.Lanes {
		s.Categories = append(s.Categories, lanes.Lanes[i].Name)
		for _, row := range lanes.Lanes[i].Rows {
			lane[row] = int32(i)
		}
	}
	s.Marks = make([]Mark, 0, min(lanes.Events, markLimit))
	step := newThinning(lanes.Events, markLimit)
	for i, id := range c.ID {
		if !keep.Has(i) || !step.keeps() {
			continue
		}
		s.Marks = append(s.Marks, Mark{
			Event: id, Lane: int(lane[i]), Start: c.Start[i], End: c.End[i], Form: c.Form[i],
			Category: c.Categories[c.Category[i]].Index,
		})
	}
	if len(s.Marks) < lanes.Events {
		s.Note = Count(len(s.Marks)) + " of " + Count(lanes.Events) + " events are drawn, evenly chosen along time."
	}
	s.Alt = timelineAlt(c, keep, &s, lanes.Events)
	return s
}

func timelineAlt(c *model.Columns, keep model.Bitmap, s *Spec, events int) string {
	alt := "Timeline of " + plural(events, "event", "events") + " in " + plural(len(s.Categories), "lane", "lanes")
	if from, to, ok := c.Extent(keep); ok {
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
