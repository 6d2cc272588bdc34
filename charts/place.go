package charts

import (
	"context"
	"math"

	"chancery/charts/layout"
)

// place lays out the networks of a chart.
func place(ctx context.Context, s *Spec, progress func(done, total int)) error {
	for i := range s.Panels {
		if err := place(ctx, &s.Panels[i], progress); err != nil {
			return err
		}
	}
	if s.Kind != Network || len(s.Nodes) == 0 {
		return ctx.Err()
	}
	at, err := layout.Of(ctx, len(s.Nodes), springs(s), layout.Options{Progress: progress})
	if err != nil {
		return err
	}
	for i := range at {
		s.Nodes[i].X, s.Nodes[i].Y = at[i].X, at[i].Y
	}
	return nil
}

// springs are the edges of a network: the more events, the shorter and the
// stronger or, by score, the friendlier the shorter.
func springs(s *Spec) []layout.Edge {
	edges := make([]layout.Edge, len(s.Edges))
	most, _ := s.Extent()
	for i := range s.Edges {
		e := &s.Edges[i]
		weight := math.Sqrt(float64(e.Events) / most)
		edges[i] = layout.Edge{A: e.A, B: e.B, Length: 1.9 - 0.9*weight, Strength: 0.25 + 0.75*weight}
		if s.Shade == ByScore && e.Scored > 0 {
			edges[i].Length = 1.8 - 0.08*e.Mean
		}
	}
	return edges
}
