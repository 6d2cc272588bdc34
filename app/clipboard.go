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
	events := w.selectedEvents(context.Background())
	if n := len(events); n > 0 {
		w.report(w.toClipboard(events), lang.N("{{.Count}} events copied.", n, map[string]any{"Count": n}))
	}
}

// cutSelected is copySelected and takes the events out of the archive.
func (w *Window) cutSelected() {
	if w.typedInto(&fyne.ShortcutCut{Clipboard: w.app.Clipboard()}) || !w.writable() {
		return
	}
	ctx := context.Background()
	events := w.selectedEvents(ctx)
	if len(events) == 0 {
		return
	}
	if err := w.toClipboard(events); err != nil {
		w.messages.Show(Failure, sentence(err))
		return
	}
	w.removeEvents(ctx, events)
}

// toClipboard puts events on the clipboard as a table.
func (w *Window) toClipboard(events []model.Event) error {
	var table strings.Builder
	if err := data.WriteEvents(&table, events); err != nil {
		return err
	}
	w.app.Clipboard().SetContent(table.String())
	return nil
}

// paste adds the events on the clipboard, with the dates that they have there.
// Rows of a spreadsheet it imports. Of any other text it makes the title of a new
// event, on the day in the middle of the view.
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
	switch {
	case !errors.Is(err, data.ErrNoTable):
	case isRows(text):
		w.pasteImport()
		return
	default:
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
	count := map[string]any{"Count": n}
	ids := w.addEvents(ctx, events, lang.N("paste {{.Count}} events", n, count), lang.N("{{.Count}} events pasted.", n, count))
	if len(ids) > 0 {
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
