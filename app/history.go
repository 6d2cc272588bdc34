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

// selectedToChange is selectedEvents where they can be changed, and nil, which is
// said, where they cannot.
func (w *Window) selectedToChange(ctx context.Context) []model.Event {
	if len(w.Workspace.Selection()) == 0 || !w.writable() {
		return nil
	}
	return w.selectedEvents(ctx)
}

// selectedEvents reads the selected events whole; nil when there are none, or one
// cannot be read, which is said.
func (w *Window) selectedEvents(ctx context.Context) []model.Event {
	ids := w.Workspace.Selection()
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
	w.removeEvents(ctx, w.selectedToChange(ctx))
}

func (w *Window) removeEvents(ctx context.Context, removed []model.Event) {
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
	copies := w.selectedToChange(ctx)
	n := len(copies)
	if n == 0 {
		return
	}
	for i := range copies {
		e := &copies[i]
		e.ID, e.Key, e.Origin = 0, newKey(), model.Origin{}
		e.Title = lang.L("{{.Title}} (copy)", map[string]any{"Title": e.Title})
	}
	count := map[string]any{"Count": n}
	w.addEvents(ctx, copies, lang.N("duplicate {{.Count}} events", n, count), lang.N("{{.Count}} events duplicated.", n, count))
}

// addEvents adds events as one edit of that label, selects them and says that it
// is done. It returns their IDs, none when it failed, which is said.
func (w *Window) addEvents(ctx context.Context, events []model.Event, label, done string) []model.EventID {
	edit := model.Edit{Label: label}
	for i := range events {
		edit.Changes = append(edit.Changes, model.Change{After: &events[i]})
	}
	err := w.Workspace.Do(ctx, edit)
	w.report(err, done, Way{lang.L("Undo"), w.undo})
	if err != nil {
		return nil
	}
	ids := edit.IDs()
	w.Workspace.Select(ids...)
	return ids
}
