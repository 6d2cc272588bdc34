package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"chancery/model"
)

// write changes the tables of events in a write transaction and commits it.
func (a *Archive) write(ctx context.Context, change func(w *writer) error) error {
	return a.transact(ctx, func(tx *sql.Tx) error {
		w := newWriter(tx)
		if err := change(w); err != nil {
			return err
		}
		return w.finish(ctx)
	})
}

// transact runs change in a write transaction and commits it. What changes
// events goes through write, which brings along all that hangs on them.
func (a *Archive) transact(ctx context.Context, change func(tx *sql.Tx) error) error {
	if a.readOnly {
		return fileErrorf(ErrReadOnly, "%s is open for reading only", a.path)
	}
	if err := a.turn.take(ctx); err != nil {
		return err
	}
	defer a.turn.give()
	tx, err := a.writer.BeginTx(ctx, nil)
	if err != nil {
		return a.explain(err)
	}
	defer tx.Rollback()
	if err := change(tx); err != nil {
		return a.explain(err)
	}
	return a.explain(tx.Commit())
}

// apply makes changes in their order.
func (w *writer) apply(ctx context.Context, changes []model.Change) error {
	for _, c := range changes {
		if err := w.flush(ctx); err != nil {
			return err
		}
		if c.Before != nil {
			if err := w.expect(ctx, c.Before); err != nil {
				return err
			}
		}
		if err := w.change(ctx, c); err != nil {
			return err
		}
	}
	return w.flush(ctx)
}

// expect fails unless the event is stored just so.
func (w *writer) expect(ctx context.Context, e *model.Event) error {
	var stored []byte
	err := w.row(ctx, "SELECT digest FROM event WHERE id = ?", e.ID).Scan(&stored)
	if errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("event %q: %w: it is not in the archive", e.Key, ErrConflict)
	}
	if err != nil {
		return err
	}
	var d digester
	if string(d.digest(e)) != string(stored) {
		return fmt.Errorf("event %q: %w", e.Key, ErrConflict)
	}
	return nil
}

func (w *writer) change(ctx context.Context, c model.Change) error {
	if c.After == nil {
		if c.Before == nil {
			return nil
		}
		return w.deleteEvent(ctx, c.Before.ID)
	}
	if err := checkEvent(c.After); err != nil {
		return err
	}
	if err := w.expectFree(ctx, c); err != nil {
		return err
	}
	p := prepare(c.After)
	if c.Before != nil {
		if c.After.ID != c.Before.ID {
			return fmt.Errorf("event %q: a change must keep the ID", c.Before.Key)
		}
		return w.updateEvent(ctx, c.After, &p)
	}
	if c.After.ID == 0 {
		return w.addEvent(ctx, c.After, &p)
	}
	return w.insertEvent(ctx, c.After, &p)
}

// expectFree fails if another event has the key, or for a new event the ID,
// that a change is about to give.
func (w *writer) expectFree(ctx context.Context, c model.Change) error {
	var other model.EventID
	err := w.row(ctx, "SELECT id FROM event WHERE key = ? OR (? AND id = ?) LIMIT 1", c.After.Key, c.Before == nil, c.After.ID).Scan(&other)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil
	case err != nil:
		return err
	case c.Before != nil && other == c.Before.ID:
		return nil
	}
	return &FieldError{"id", fmt.Sprintf("%q is already the id of another event", c.After.Key)}
}
