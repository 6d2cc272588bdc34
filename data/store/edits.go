package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"chancery/model"
)

// Apply makes an edit, and logs it in the same transaction so that it can be
// undone, after a restart too. All of it is made or nothing. New events get an
// ID, which is set in their After. An event that is no longer as Before says
// makes the error wrap ErrConflict.
func (a *Archive) Apply(ctx context.Context, e model.Edit) error {
	if len(e.Changes) == 0 {
		return nil
	}
	var unnumbered []*model.Event
	for _, c := range e.Changes {
		if c.Before == nil && c.After != nil && c.After.ID == 0 {
			unnumbered = append(unnumbered, c.After)
		}
	}
	err := a.write(ctx, func(w *writer) error {
		if err := w.apply(ctx, e.Changes); err != nil {
			return err
		}
		changes, err := encodeChanges(e.Changes)
		if err != nil {
			return err
		}
		if err := w.exec(ctx, "DELETE FROM edit WHERE undone"); err != nil {
			return err
		}
		return w.exec(ctx, "INSERT INTO edit (at, label, changes, undone) VALUES (?, ?, ?, 0)", time.Now().Unix(), e.Label, changes)
	})
	if err != nil {
		for _, event := range unnumbered {
			event.ID = 0
		}
	}
	return err
}

// Undo takes back the last edit that stands, and returns what it did: the
// inverse of that edit. It wraps ErrNoUndo when there is none, or when a batch
// came after it.
func (a *Archive) Undo(ctx context.Context) (model.Edit, error) {
	return a.replay(ctx, `SELECT id, label, changes FROM edit WHERE NOT undone ORDER BY id DESC LIMIT 1`, true)
}

// Redo makes again the edit that was last undone, and returns it. It wraps
// ErrNoRedo when there is none.
func (a *Archive) Redo(ctx context.Context) (model.Edit, error) {
	return a.replay(ctx, `SELECT id, label, changes FROM edit WHERE undone ORDER BY id LIMIT 1`, false)
}

// replay finds an edit in the log and makes it or its inverse, which it returns.
func (a *Archive) replay(ctx context.Context, find string, undo bool) (edit model.Edit, err error) {
	nothing := ErrNoRedo
	if undo {
		nothing = ErrNoUndo
	}
	err = a.write(ctx, func(w *writer) error {
		var id int64
		var logged sql.NullString
		err := w.row(ctx, find).Scan(&id, &edit.Label, &logged)
		if errors.Is(err, sql.ErrNoRows) {
			return nothing
		}
		if err != nil {
			return err
		}
		if !logged.Valid {
			return fmt.Errorf("%q was a batch: %w", edit.Label, nothing)
		}
		if edit.Changes, err = decodeChanges(logged.String); err != nil {
			return err
		}
		if undo {
			edit = edit.Inverse()
		}
		if err := w.apply(ctx, edit.Changes); err != nil {
			return err
		}
		return w.exec(ctx, "UPDATE edit SET undone = ? WHERE id = ?", undo, id)
	})
	return edit, err
}

// History returns the labels of the edits that can be undone and redone, the
// next one first.
func (a *Archive) History(ctx context.Context) (undo, redo []string, err error) {
	labels := func(into *[]string) func(rows *sql.Rows) error {
		return func(rows *sql.Rows) error {
			var label string
			err := rows.Scan(&label)
			*into = append(*into, label)
			return err
		}
	}
	err = a.view(ctx, func(tx *sql.Tx) error {
		err := each(ctx, tx, labels(&undo), `SELECT label FROM edit WHERE NOT undone
			AND id > (SELECT ifnull(max(id), 0) FROM edit WHERE changes IS NULL) ORDER BY id DESC`)
		if err != nil {
			return err
		}
		return each(ctx, tx, labels(&redo), "SELECT label FROM edit WHERE undone ORDER BY id")
	})
	return undo, redo, err
}

// NewestBatch returns the batch that is the newest of what Undo and UndoBatch could
// take back; id is 0 when an edit by hand is newer, and when there is none.
func (a *Archive) NewestBatch(ctx context.Context) (id int64, label string, err error) {
	var batch sql.NullInt64
	err = a.reader.QueryRowContext(ctx, `SELECT e.batch_id, e.label FROM edit AS e LEFT JOIN batch AS b ON b.id = e.batch_id
		WHERE NOT e.undone AND (e.batch_id IS NULL OR b.marks IS NOT NULL) ORDER BY e.id DESC LIMIT 1`).Scan(&batch, &label)
	if errors.Is(err, sql.ErrNoRows) || err == nil && !batch.Valid {
		return 0, "", nil
	}
	return batch.Int64, label, a.explain(err)
}

// logBatch enters a batch into the log of edits, and drops the edits that were
// undone: they can no longer be redone.
func logBatch(ctx context.Context, w *writer) error {
	if err := w.exec(ctx, "DELETE FROM edit WHERE undone"); err != nil {
		return err
	}
	return w.exec(ctx, "INSERT INTO edit (at, label, batch_id, undone) SELECT ?, label, id, 0 FROM batch WHERE id = ?",
		time.Now().Unix(), w.batch)
}
