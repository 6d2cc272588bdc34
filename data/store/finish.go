package store

import "context"

// finish brings the tables to a state that may be committed.
func (w *writer) finish(ctx context.Context) error {
	if err := w.flush(ctx); err != nil {
		return err
	}
	if err := w.reindex(ctx); err != nil {
		return err
	}
	if err := w.prune(ctx); err != nil {
		return err
	}
	if err := w.writeChanges(ctx); err != nil {
		return err
	}
	return w.exec(ctx, "UPDATE meta SET value = value + 1 WHERE key = 'generation'")
}

// prune drops sources that nothing cites any longer, and actors that were only
// ever a name in an event and now are in none.
func (w *writer) prune(ctx context.Context) error {
	for id := range w.loosenedSources {
		err := w.exec(ctx, `DELETE FROM source WHERE id = ?1
			AND NOT EXISTS (SELECT 1 FROM citation WHERE source_id = ?1)
			AND NOT EXISTS (SELECT 1 FROM agreement_citation WHERE source_id = ?1)`, id)
		if err != nil {
			return err
		}
	}
	for id := range w.loosenedActors {
		err := w.exec(ctx, `DELETE FROM actor WHERE id = ?1 AND NOT described
			AND NOT EXISTS (SELECT 1 FROM participation WHERE actor_id = ?1)`, id)
		if err != nil {
			return err
		}
	}
	// What was remembered may be gone.
	if len(w.loosenedSources)+len(w.loosenedActors) > 0 {
		clear(w.sources)
		clear(w.actors)
		w.allSources = false
	}
	clear(w.loosenedSources)
	clear(w.loosenedActors)
	return nil
}

// reindex writes the digest of every event of a renamed actor anew, and has it
// indexed anew: both hold its names.
func (w *writer) reindex(ctx context.Context) error {
	if len(w.renamed) == 0 {
		return nil
	}
	events := map[int64]bool{}
	for id := range w.renamed {
		if err := w.ids(ctx, events, "SELECT event_id FROM participation WHERE actor_id = ?", id); err != nil {
			return err
		}
	}
	clear(w.renamed)
	clear(w.actors)
	var d digester
	return eachPage(events, func(page []int64) error {
		loaded, err := loadEvents(ctx, w.settled(), page)
		if err != nil {
			return err
		}
		for i := range loaded {
			e := &loaded[i]
			if err := w.exec(ctx, "UPDATE event SET digest = ? WHERE id = ?", d.digest(e), e.ID); err != nil {
				return err
			}
			w.changed.add(e.ID)
		}
		return nil
	})
}
