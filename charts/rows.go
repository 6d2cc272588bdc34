package charts

import "slices"

// Rows returns the rows of the events that a chart is of, those of all its
// panels, in order.
func (s *Spec) Rows(d Data) []uint32 {
	if len(s.Panels) == 0 {
		return s.Query.Rows(d)
	}
	var rows []uint32
	for i := range s.Panels {
		rows = append(rows, s.Panels[i].Query.Rows(d)...)
	}
	slices.Sort(rows)
	return slices.Compact(rows)
}
