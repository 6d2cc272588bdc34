package app

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"chancery/data"
	"chancery/model"
	"chancery/model/edtf"
)

// titleLimit is how many letters of a pasted text can be the title of an event.
const titleLimit = 300

// typedInto passes a shortcut of the clipboard on to the field that has the
// keyboard, since the menu gets them first, and reports whether there is one or
// the plot is behind something else.
func (w *Window) typedInto(shortcut fyne.Shortcut) bool {
	field, ok := w.win.Canvas().Focused().(fyne.Shortcutable)
	if ok {
		field.TypedShortcut(shortcut)
	}
	return ok || w.sheet != nil || w.dialog != nil
}

// copySelected puts the selected events on the clipboard, as a table that
// spreadsheets take and paste gives back whole.
func (w *Window) copySelected() {
	if !w.typedInto(&fyne.ShortcutCopy{Clipboard: w.app.Clipboard()}) {
		w.copyChosen()
	}
}

// copyChosen is copySelected, whatever has the keyboard.
func (w *Window) copyChosen() {
	if n, err := w.copyEvents(); err != nil || n > 0 {
		w.report(err, lang.N("{{.Count}} events copied.", n, map[string]any{"Count": n}))
	}
}

// cutSelected is copySelected and takes the events out of the archive.
func (w *Window) cutSelected() {
	if w.typedInto(&fyne.ShortcutCut{Clipboard: w.app.Clipboard()}) || !w.writable() {
		return
	}
	switch n, err := w.copyEvents(); {
	case err != nil:
		w.messages.Show(Failure, sentence(err))
	case n > 0:
		w.removeSelected()
	}
}

// copyEvents puts the selected events on the clipboard and returns how many.
func (w *Window) copyEvents() (n int, err error) {
	archive := w.Workspace.Archive()
	if archive == nil {
		return 0, nil
	}
	ids := w.Workspace.Selection()
	events := make([]model.Event, len(ids))
	for i, id := range ids {
		if events[i], err = archive.Event(context.Background(), id); err != nil {
			return 0, err
		}
	}
	if len(events) == 0 {
		return 0, nil
	}
	var table strings.Builder
	if err := data.WriteEvents(&table, events); err != nil {
		return 0, err
	}
	w.app.Clipboard().SetContent(table.String())
	return len(events), nil
}

// paste adds the events on the clipboard, with the dates that they have there.
// Rows of a spreadsheet it imports. Of any other text it makes the title of a new event, on the day in the middle
// of the view.
func (w *Window) paste() {
	if !w.typedInto(&fyne.ShortcutPaste{Clipboard: w.app.Clipboard()}) {
		t := w.timeline
		w.pasteAt(t.view.Time(t.view.Width/2), -1)
	}
}

// pasteAt is paste, with the day and the lane of an event made of other text.
func (w *Window) pasteAt(at edtf.Instant, lane int) {
	text := strings.TrimSpace(w.app.Clipboard().Content())
	if !w.writable() {
		return
	}
	if text == "" {
		w.messages.Show(Attention, lang.L("There is no text on the clipboard to paste."))
		return
	}
	ctx := context.Background()
	events, err := data.ReadEvents(ctx, text)
	if errors.Is(err, data.ErrNoTable) && isRows(text) {
		w.pasteImport()
		return
	}
	if errors.Is(err, data.ErrNoTable) {
		w.newEventOf(text, at, lane)
		return
	}
	if err == nil {
		err = data.AsNew(ctx, w.Workspace.Archive(), events, newKey)
	}
	if err != nil {
		w.messages.Show(Failure, lang.L("Nothing was pasted. {{.Reason}}", map[string]any{"Reason": sentence(err)}))
		return
	}
	w.addPasted(ctx, events)
}

// addPasted adds events as one edit, and shows them.
func (w *Window) addPasted(ctx context.Context, events []model.Event) {
	n := len(events)
	if n == 0 {
		return
	}
	edit := model.Edit{Label: lang.N("paste {{.Count}} events", n, map[string]any{"Count": n})}
	for i := range events {
		edit.Changes = append(edit.Changes, model.Change{After: &events[i]})
	}
	err := w.Workspace.Do(ctx, edit)
	w.report(err, lang.N("{{.Count}} events pasted.", n, map[string]any{"Count": n}), Way{lang.L("Undo"), w.undo})
	if err == nil {
		ids := edit.IDs()
		w.Workspace.Select(ids...)
		w.timeline.reveal(ids[0])
	}
}

// newEventOf opens the form of a new event that a text is about: its first line
// is the title and all of it the summary, if there is more.
func (w *Window) newEventOf(text string, at edtf.Instant, lane int) {
	title, _, more := strings.Cut(text, "\n")
	title = strings.TrimSpace(title)
	if runes := []rune(title); len(runes) > titleLimit {
		title, more = string(runes[:titleLimit])+"…", true
	}
	e := w.eventAt(at, lane)
	e.Title = title
	if more {
		e.Summary = text
	}
	w.edit(e)
}
