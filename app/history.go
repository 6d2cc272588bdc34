package app

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"chancery/model"
)

// undoable is a field that can take back what was typed into it.
type undoable interface {
	Undo()
	Redo()
}

// undo takes back typing in a field that has the keyboard, or else the newest
// edit.
func (w *Window) undo() {
	if field, ok := w.win.Canvas().Focused().(undoable); ok {
		field.Undo()
		return
	}
	if w.sheet != nil || w.dialog != nil {
		return // nothing changes unseen behind it
	}
	if b, ok := w.Workspace.NewestBatch(); ok {
		w.askUndoBatch(b)
		return
	}
	if label, ok := w.Workspace.CanUndo(); ok {
		w.report(w.Workspace.Undo(context.Background()),
			lang.L("Undone: {{.Label}}.", map[string]any{"Label": label}))
	}
}

// redo makes again what was taken back.
func (w *Window) redo() {
	if field, ok := w.win.Canvas().Focused().(undoable); ok {
		field.Redo()
		return
	}
	if w.sheet != nil || w.dialog != nil {
		return
	}
	if label, ok := w.Workspace.CanRedo(); ok {
		w.report(w.Workspace.Redo(context.Background()),
			lang.L("Done again: {{.Label}}.", map[string]any{"Label": label}))
	}
}

// report says that something was done, or why not.
func (w *Window) report(err error, done string, ways ...Way) {
	if err != nil {
		w.messages.Show(Failure, sentence(err))
		return
	}
	w.messages.Show(Done, done, ways...)
}

// selectedEvents reads the selected events whole; nil when there is nothing to
// change, or it cannot be read, which is said.
func (w *Window) selectedEvents(ctx context.Context) []model.Event {
	ids := w.Workspace.Selection()
	if len(ids) == 0 || !w.writable() {
		return nil
	}
	events := make([]model.Event, 0, len(ids))
	for _, id := range ids {
		event, err := w.Workspace.Archive().Event(ctx, id)
		if err != nil {
			w.messages.Show(Failure, sentence(err))
			return nil
		}
		events = append(events, event)
	}
	return events
}

// removeSelected removes the selected events as one edit.
func (w *Window) removeSelected() {
	ctx := context.Background()
	removed := w.selectedEvents(ctx)
	n := len(removed)
	if n == 0 {
		return
	}
	edit := model.Edit{Label: lang.N("remove {{.Count}} events", n, map[string]any{"Count": n})}
	for i := range removed {
		edit.Changes = append(edit.Changes, model.Change{Before: &removed[i]})
	}
	w.report(w.Workspace.Do(ctx, edit),
		lang.N("{{.Count}} events removed.", n, map[string]any{"Count": n}), Way{lang.L("Undo"), w.undo})
}

// duplicateSelected adds a copy of each selected event, as one edit, and selects
// the copies.
func (w *Window) duplicateSelected() {
	ctx := context.Background()
	copies := w.selectedEvents(ctx)
	n := len(copies)
	if n == 0 {
		return
	}
	edit := model.Edit{Label: lang.N("duplicate {{.Count}} events", n, map[string]any{"Count": n})}
	for i := range copies {
		e := &copies[i]
		e.ID, e.Key, e.Origin = 0, newKey(), model.Origin{}
		e.Title = lang.L("{{.Title}} (copy)", map[string]any{"Title": e.Title})
		edit.Changes = append(edit.Changes, model.Change{After: e})
	}
	err := w.Workspace.Do(ctx, edit)
	w.report(err, lang.N("{{.Count}} events duplicated.", n, map[string]any{"Count": n}), Way{lang.L("Undo"), w.undo})
	if err == nil {
		w.Workspace.Select(edit.IDs()...)
	}
}
