package app

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"chancery/model"
	"chancery/model/edtf"
)

// newEvent opens the form of a new event.
func (w *Window) newEvent() { w.edit(model.Event{Key: newKey(), Collection: w.likelyCollection()}) }

// newEventAt opens the form of a new event on a day.
func (w *Window) newEventAt(at edtf.Instant) {
	e := model.Event{Key: newKey(), Collection: w.likelyCollection()}
	if date, err := edtf.Parse(startOfDay(at).String()[:10]); err == nil {
		e.Start = date
	}
	w.edit(e)
}

// likelyCollection is where a new event is filed unless the user says
// otherwise: the one that is filtered by, or that of the selected event.
func (w *Window) likelyCollection() string {
	if f := w.Workspace.Filter(); len(f.Collections) == 1 {
		return f.Collections[0]
	}
	if d := w.Workspace.Detail(); d != nil {
		return d.Event.Collection
	}
	if c := w.Workspace.Columns().Collections; len(c) > 0 {
		return c[0].Key
	}
	return ""
}

// editSelected opens the form of the selected event.
func (w *Window) editSelected() {
	if d := w.Workspace.Detail(); d != nil {
		w.edit(d.Event)
	}
}

// editEvent selects an event and opens its form.
func (w *Window) editEvent(id model.EventID) {
	w.Workspace.Select(id)
	w.editWhenRead = true
	w.editPending()
}

// editPending opens the form once the event that was asked for has been read.
func (w *Window) editPending() {
	if !w.editWhenRead || w.Workspace.Detail() == nil {
		return
	}
	w.editWhenRead = false
	w.editSelected()
}

// edit opens the form of an event; one without an ID is new.
func (w *Window) edit(event model.Event) {
	archive := w.Workspace.Archive()
	if archive == nil || archive.ReadOnly() {
		return
	}
	save := newMain("", lang.L("Save"), nil)
	form := newEditor(event, w.Workspace.Columns(), save)
	save.OnTapped = func() {
		after := form.result()
		w.closeSheet()
		w.saveEvent(event, after)
	}
	title := lang.L("Edit event")
	var left []fyne.CanvasObject
	if event.ID == 0 {
		title = lang.L("New event")
	} else {
		remove := NewButton("", lang.L("Remove event"), func() {
			w.closeSheet()
			w.removeSelected()
		})
		remove.Style = Removing
		left = append(left, remove)
	}
	w.showSheet(&Sheet{
		Title: title,
		Body:  container.NewVScroll(inset(form.form(), sheetMargin)),
		Left:  left,
		Right: []fyne.CanvasObject{w.closeButton(cancelWord()), save},
		Least: fyne.NewSize(720, 780),
	})
	w.win.Canvas().Focus(form.title)
}

// saveEvent makes an edit of the change from before to after, and shows the
// event.
func (w *Window) saveEvent(before, after model.Event) {
	ctx := context.Background()
	edit := model.Edit{Label: lang.L("edit {{.Title}}", map[string]any{"Title": after.Title}),
		Changes: []model.Change{{Before: &before, After: &after}}}
	done := lang.L("Event changed.")
	if before.ID == 0 {
		edit.Label = lang.L("add {{.Title}}", map[string]any{"Title": after.Title})
		edit.Changes[0].Before = nil
		done = lang.L("Event added.")
	}
	if err := w.Workspace.Do(ctx, edit); err != nil {
		w.messages.Show(Failure, sentence(err))
		return
	}
	if saved, err := w.Workspace.Archive().EventByKey(ctx, after.Key); err == nil {
		w.goTo(saved.ID)
	}
	w.messages.Show(Done, done, Way{lang.L("Undo"), w.undo})
}
