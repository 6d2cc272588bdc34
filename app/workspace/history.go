package workspace

import (
	"context"

	"chancery/data/store"
	"chancery/model"
)

// history is what can be undone and redone, newest first.
type history struct {
	undo, redo []string
	batch      Batch // newer than all that undo names; its ID is 0 when there is none
}

func readHistory(ctx context.Context, archive *store.Archive) (history, error) {
	undo, redo, err := archive.History(ctx)
	if err != nil {
		return history{}, err
	}
	h := history{undo: undo, redo: redo}
	h.batch.ID, h.batch.Label, err = archive.NewestBatch(ctx)
	return h, err
}

// CanUndo returns the label of the edit that Undo would take back, or of the batch
// that UndoBatch would; see NewestBatch.
func (w *Workspace) CanUndo() (label string, ok bool) {
	if b, ok := w.NewestBatch(); ok {
		return b.Label, true
	}
	return first(w.history.undo)
}

// CanRedo returns the label of the edit that Redo would make again.
func (w *Workspace) CanRedo() (label string, ok bool) { return first(w.history.redo) }

func first(labels []string) (string, bool) {
	if len(labels) == 0 {
		return "", false
	}
	return labels[0], true
}

// Do makes an edit: in the archive and its log first, then on the screen.
func (w *Workspace) Do(ctx context.Context, e model.Edit) error {
	return w.change(ctx, func(a *store.Archive) (model.Edit, error) { return e, a.Apply(ctx, e) })
}

// Undo takes back the newest edit that has not been taken back. Events that come
// back are selected.
func (w *Workspace) Undo(ctx context.Context) error {
	return w.bringBack(ctx, func(a *store.Archive) (model.Edit, error) { return a.Undo(ctx) })
}

// Redo makes the newest undone edit again. Events that come back are selected.
func (w *Workspace) Redo(ctx context.Context) error {
	return w.bringBack(ctx, func(a *store.Archive) (model.Edit, error) { return a.Redo(ctx) })
}

// bringBack makes a change, and selects the events that it adds.
func (w *Workspace) bringBack(ctx context.Context, act func(*store.Archive) (model.Edit, error)) error {
	var back []model.EventID
	err := w.change(ctx, func(a *store.Archive) (model.Edit, error) {
		edit, err := act(a)
		for _, c := range edit.Changes {
			if c.Before == nil && c.After != nil {
				back = append(back, c.After.ID)
			}
		}
		return edit, err
	})
	if err == nil && len(back) > 0 {
		w.Select(back...)
	}
	return err
}

// change makes an edit and brings what is shown up to date from the events that
// it changed.
func (w *Workspace) change(ctx context.Context, act func(*store.Archive) (model.Edit, error)) error {
	if w.archive == nil {
		return ErrNoArchive
	}
	w.complete(w.opening)
	edit, err := act(w.archive)
	if err != nil {
		return err
	}
	changed := edit.IDs()
	columns, err := w.archive.UpdateColumns(ctx, w.columns, changed)
	if err != nil {
		return err
	}
	past, err := readHistory(ctx, w.archive)
	if err != nil {
		return err
	}
	w.unsaved = true
	w.labels.forget(changed)
	w.replace(columns, past)
	return nil
}
