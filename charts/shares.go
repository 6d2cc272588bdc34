package charts

import "chancery/model"

// shares counts events by category, in the order of legends, dated or not.
func shares(s *scope) Spec {
	spec := s.spec()
	if len(s.rows) == 0 {
		return spec
	}
	spec.Subtitle = "share of " + plural(len(s.rows), "event", "events")
	spec.Normalised = true
	counts := make([]float64, len(s.c.Categories))
	for _, row := range s.rows {
		counts[s.c.Category[row]]++
	}
	number, share := Series{Name: "Events"}, Series{Name: "Share"}
	spec.Table = Table{Caption: spec.Title + ", " + spec.Subtitle, Head: []string{"Category", "Events", "Share"}, Numeric: numericAfterFirst(3)}
	most := 0
	for k, c := range s.c.Categories {
		if counts[k] == 0 {
			continue
		}
		spec.Categories = append(spec.Categories, c.Short)
		spec.Queries = append(spec.Queries, Query{Categories: []string{c.Key}})
		spec.Glyphs = append(spec.Glyphs, min(c.Index, model.OtherCategory))
		number.Values = append(number.Values, counts[k])
		share.Values = append(share.Values, counts[k]/float64(len(s.rows)))
		last := len(share.Values) - 1
		spec.Table.Rows = append(spec.Table.Rows, []string{c.Short, Count(int(counts[k])), Percent(share.Values[last])})
		if counts[k] > number.Values[most] {
			most = last
		}
	}
	spec.Series = []Series{number, share}
	spec.Note = "Each event is of one category." + s.later()
	spec.Alt = "Bars of the shares of " + plural(len(spec.Categories), "category", "categories") + ". The largest is " +
		spec.Categories[most] + " with " + Percent(share.Values[most]) + "."
	return spec
}
