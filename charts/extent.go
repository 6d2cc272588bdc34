package charts

// Extent returns the ends of the axis of values: Top and Bottom where they are
// set, else the highest and the lowest of what is drawn, and 0 between them.
func (s *Spec) Extent() (top, bottom float64) {
	if s.Top != 0 || s.Bottom != 0 {
		return s.Top, s.Bottom
	}
	switch s.Kind {
	case Stacked:
		for b := range s.Bins {
			total := 0.0
			for i := range s.Series {
				total += s.Series[i].Values[b]
			}
			top = max(top, total)
		}
	case Mirror:
		if len(s.Series) > 1 {
			high, _ := extremes(s.Series[0].Values)
			low, _ := extremes(s.Series[1].Values)
			top, bottom = max(high, low), -max(high, low)
		}
	case Waits:
		for i := range s.Delays {
			top, bottom = max(top, s.Delays[i].Most), min(bottom, s.Delays[i].Least)
		}
	case Network:
		for i := range s.Edges {
			top = max(top, float64(s.Edges[i].Events))
		}
	case Matrix:
		for i := range len(s.Categories) {
			high, _ := extremes(s.Series[i].Values)
			top = max(top, high)
		}
	case Shares:
		if len(s.Series) > 1 {
			top, _ = extremes(s.Series[1].Values)
		}
	case Heat, Calendar:
		for i := range s.Series {
			high, _ := extremes(s.Series[i].Values)
			top = max(top, high)
		}
	case Ranking:
		if len(s.Series) > 0 {
			top, _ = extremes(s.Series[0].Values)
		}
	}
	return top, bottom
}
