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

// removeSelected removes the selected events as one edit.
func (w *Window) removeSelected() {
	ids, archive := w.Workspace.Selection(), w.Workspace.Archive()
	if len(ids) == 0 || archive == nil {
		return
	}
	ctx := context.Background()
	edit := model.Edit{Label: lang.N("remove {{.Count}} events", len(ids), map[string]any{"Count": len(ids)})}
	for _, id := range ids {
		event, err := archive.Event(ctx, id)
		if err != nil {
			w.messages.Show(Failure, sentence(err))
			return
		}
		edit.Changes = append(edit.Changes, model.Change{Before: &event})
	}
	n := len(ids)
	w.report(w.Workspace.Do(ctx, edit),
		lang.N("{{.Count}} events removed.", n, map[string]any{"Count": n}), Way{lang.L("Undo"), w.undo})
}
