package charts

import (
	"strconv"

	"chancery/model"
)

// actorRows is how many actors an activity chart shows.
const actorRows = 12

// ActivityOf counts the kept events of the busiest actors along time. An actor
// stands for the bodies and people under it, and an event counts once for an
// actor and once in time, where it begins; it counts for every actor that takes
// part, so rows do not add up to the number of events.
func ActivityOf(c *model.Columns, keep model.Bitmap) Spec {
	s := Spec{Key: "actors", Kind: Heat, Title: "Activity of actors"}
	tallies := c.TallyActors(keep, true)
	when := binStarts(c, keep)
	if len(when.bins) == 0 || len(tallies) == 0 {
		return s
	}
	shown := tallies[:min(len(tallies), actorRows)]
	row := make(map[uint32]int, len(shown))
	s.Bins = when.bins
	for i, t := range shown {
		row[t.Actor] = i
		s.Categories = append(s.Categories, c.Actors[t.Actor].Name)
		s.Series = append(s.Series, Series{Name: c.Actors[t.Actor].Name, Values: make([]float64, len(s.Bins))})
	}
	for i, actors := range c.Parties(keep, true) {
		if when.bin[i] < 0 {
			continue
		}
		for _, a := range actors {
			if r, ok := row[a]; ok {
				s.Series[r].Values[when.bin[i]]++
			}
		}
	}
	s.Subtitle = "events per " + when.unit.String()
	s.Note = when.note() + " Bodies and people count with the state or organisation they belong to."
	if len(tallies) > len(shown) {
		s.Note += " " + Count(len(shown)) + " of " + Count(len(tallies)) + " actors are shown."
	}
	s.Alt = activityAlt(&s)
	s.Table = activityTable(&s)
	return s
}

func activityAlt(s *Spec) string {
	most, who, when := 0.0, "", ""
	for _, series := range s.Series {
		for b, v := range series.Values {
			if v > most {
				most, who, when = v, series.Name, s.Bins[b].Label
			}
		}
	}
	return "Heat chart of the " + s.Subtitle + " of " + plural(len(s.Categories), "actor", "actors") + ", " +
		Period(s.Bins[0].Start, s.Bins[len(s.Bins)-1].End) + ". The most is " + strconv.Itoa(int(most)) +
		", of " + who + " in " + when + "."
}

// activityTable has a row per bin in which anything happened.
func activityTable(s *Spec) Table {
	t := Table{Caption: s.Title + ", " + s.Subtitle, Head: append([]string{"From"}, s.Categories...)}
	t.Numeric = make([]bool, len(t.Head))
	for i := range t.Numeric {
		t.Numeric[i] = i > 0
	}
	for b, bin := range s.Bins {
		row := []string{bin.Label}
		total := 0.0
		for _, series := range s.Series {
			row = append(row, Count(int(series.Values[b])))
			total += series.Values[b]
		}
		if total > 0 {
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}
