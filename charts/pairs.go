package charts

import "chancery/model"

// pairRows is how many pairs a ranking of pairs shows.
const pairRows = 12

// PairsOf ranks the pairs of actors by the kept events they share, with the
// mean conflict–cooperation score of those that have one. An actor stands for
// the bodies and people under it; an event counts once for a pair.
func PairsOf(c *model.Columns, keep model.Bitmap) Spec {
	s := Spec{Key: "pairs", Kind: Ranking, Title: "Top pairs of actors", Subtitle: "shared events, mean score"}
	tallies := c.TallyPairs(keep, true)
	if len(tallies) == 0 {
		return s
	}
	shown := tallies[:min(len(tallies), pairRows)]
	events, score := Series{Name: "Events"}, Series{Name: "Mean score"}
	s.Table = Table{
		Caption: s.Title + ", " + s.Subtitle,
		Head:    []string{"Pair", "Events", "Mean score", "Events with a score"},
		Numeric: []bool{false, true, true, true},
	}
	for _, t := range shown {
		name := c.Actors[t.A].Name + " – " + c.Actors[t.B].Name
		mean, ok := t.Mean()
		text := "none"
		if ok {
			text = Points(mean)
		}
		s.Categories = append(s.Categories, name)
		events.Values = append(events.Values, float64(t.Events))
		score.Values = append(score.Values, mean)
		score.N = append(score.N, t.Scored)
		s.Table.Rows = append(s.Table.Rows, []string{name, Count(t.Events), text, Count(t.Scored)})
	}
	s.Series = []Series{events, score}
	s.Note = "Scores run from –10, conflict, to +10, cooperation. An event counts once for each pair that takes part in it."
	if len(tallies) > len(shown) {
		s.Note += " " + Count(len(shown)) + " of " + Count(len(tallies)) + " pairs are shown."
	}
	s.Alt = "Bars of the events that " + plural(len(shown), "pair", "pairs") + " of actors share. The most are " +
		s.Table.Rows[0][1] + ", of " + s.Categories[0] + "."
	return s
}
