package workspace

import (
	"context"

	"chancery/data/store"
	"chancery/model"
)

// history is what can be undone and redone, newest first.
type history struct{ undo, redo []string }

func readHistory(ctx context.Context, archive *store.Archive) (history, error) {
	undo, redo, err := archive.History(ctx)
	return history{undo, redo}, err
}

// CanUndo returns the label of the edit that Undo would take back.
func (w *Workspace) CanUndo() (label string, ok bool) { return first(w.history.undo) }

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
	return w.change(ctx, func(a *store.Archive) error { return a.Apply(ctx, e) })
}

// Undo takes back the newest edit that has not been taken back.
func (w *Workspace) Undo(ctx context.Context) error {
	return w.change(ctx, func(a *store.Archive) error { _, err := a.Undo(ctx); return err })
}

// Redo makes the newest undone edit again.
func (w *Workspace) Redo(ctx context.Context) error {
	return w.change(ctx, func(a *store.Archive) error { _, err := a.Redo(ctx); return err })
}

func (w *Workspace) change(ctx context.Context, act func(*store.Archive) error) error {
	if w.archive == nil {
		return ErrNoArchive
	}
	if err := act(w.archive); err != nil {
		return err
	}
	return w.reload(ctx)
}
