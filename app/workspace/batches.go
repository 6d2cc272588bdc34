package workspace

import (
	"context"

	"chancery/data/store"
)

// A Batch is an import, or another change of many events at a time, that can be
// undone.
type Batch struct {
	ID    int64
	Label string
}

// NewestBatch returns the batch that is the newest of all that can be undone; ok is
// false when an edit by hand is newer, and when there is none.
func (w *Workspace) NewestBatch() (b Batch, ok bool) { return w.history.batch, w.history.batch.ID != 0 }

// Batches reads what was put into the open archive, the newest first.
func (w *Workspace) Batches(ctx context.Context) ([]store.BatchRecord, error) {
	if w.archive == nil {
		return nil, ErrNoArchive
	}
	return w.archive.Batches(ctx)
}

// UndoBatch takes a batch back in the background, all of it or, when it fails or
// is cancelled, nothing.
func (w *Workspace) UndoBatch(b Batch, done func(error)) *Job {
	archive := w.archive
	return w.jobs.Start("Undo: "+b.Label, func(ctx context.Context, j *Job) error {
		if archive == nil {
			return ErrNoArchive
		}
		return archive.UndoBatch(ctx, b.ID, j.Report)
	}, func(err error) {
		if err == nil && archive == w.archive {
			err = w.reload(w.root)
		}
		done(err)
	})
}
