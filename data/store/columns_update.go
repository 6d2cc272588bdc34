package store

import (
	"context"
	"database/sql"

	"chancery/model"
)

// UpdateColumns returns what Columns would, from columns that were right before
// the last write, which changed the given events and no others: it reads only
// those. If the archive has moved on further than that, all is read.
func (a *Archive) UpdateColumns(ctx context.Context, c *model.Columns, changed []model.EventID) (*model.Columns, error) {
	var updated *model.Columns
	err := a.view(ctx, func(tx *sql.Tx) error {
		n, err := loadNames(ctx, tx)
		if err != nil || n.columns.Generation != c.Generation+1 {
			return err
		}
		of := selection{
			events:         "WHERE id IN (SELECT value FROM json_each(?))",
			participations: "WHERE event_id IN (SELECT value FROM json_each(?))",
			args:           []any{idList(changed)},
		}
		now, err := scanColumns(ctx, tx, n, of, nil)
		if err != nil {
			return err
		}
		updated = c.Update(&n.columns, changed, entriesOf(now))
		return nil
	})
	if err != nil || updated != nil {
		return updated, err
	}
	return a.Columns(ctx)
}

// entriesOf takes columns apart.
func entriesOf(c *model.Columns) []model.Entry {
	entries := make([]model.Entry, c.Len())
	for i := range entries {
		actors, roles := c.ActorsOf(i)
		entries[i] = model.Entry{
			ID: c.ID[i], Start: c.Start[i], End: c.End[i], Form: c.Form[i],
			Category: c.Category[i], Collection: c.Collection[i], Place: c.Place[i],
			Score: c.Score[i], Confidence: c.Confidence[i], Actors: actors, Roles: roles,
		}
	}
	return entries
}
