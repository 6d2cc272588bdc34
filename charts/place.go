package charts

import "context"

// place lays out the networks of a chart.
func place(ctx context.Context, s *Spec, progress func(done, total int)) error {
	for i := range s.Panels {
		if err := place(ctx, &s.Panels[i], progress); err != nil {
			return err
		}
	}
	return ctx.Err()
}
