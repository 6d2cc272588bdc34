package app

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"chancery/app/workspace"
	"chancery/model"
	"chancery/model/edtf"
)

// writable reports whether events can be changed, and says why not.
func (w *Window) writable() bool {
	archive := w.Workspace.Archive()
	if archive != nil && archive.ReadOnly() {
		w.messages.Show(Attention, lang.L("This archive is open for reading only."))
	}
	return archive != nil && !archive.ReadOnly()
}

// newEvent opens the form of a new event.
func (w *Window) newEvent() { w.edit(model.Event{Key: newKey(), Collection: w.likelyCollection()}) }

// newEventAt opens the form of a new event on a day and in a lane, below 0 for
// none.
func (w *Window) newEventAt(at edtf.Instant, lane int) { w.edit(w.eventAt(at, lane)) }

// eventAt returns a new event on a day and in a lane, below 0 for none.
func (w *Window) eventAt(at edtf.Instant, lane int) model.Event {
	e := model.Event{Key: newKey(), Collection: w.likelyCollection()}
	if date, err := edtf.Parse(dayCode(startOfDay(at))); err == nil {
		e.Start = date
	}
	if lanes := w.Workspace.Lanes(); lane >= 0 && lane < len(lanes.Lanes) {
		belong(&e, lanes, &lanes.Lanes[lane])
	}
	return e
}

// belong makes an event one of a lane, as far as the lane says what that takes.
func belong(e *model.Event, lanes *model.Lanes, lane *model.Lane) {
	actor := func(i int, r model.Role) {
		e.Actors = append(e.Actors, model.Participation{Actor: lanes.Columns.Actors[lane.Actors[i]].Name, Role: r})
	}
	switch lanes.Grouping {
	case model.ByCollection:
		e.Collection = lane.Key
	case model.ByCategory:
		e.Category = lane.Key
	case model.ByPlace:
		e.Place.Name = lane.Key
	case model.ByActor:
		if lane.Key != "" {
			actor(0, model.Participant)
		}
	case model.ByPair:
		if lane.Key != "" {
			actor(0, model.Participant)
			actor(1, model.Participant)
		}
	}
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
func (w *Window) editEvent(id model.EventID) { w.read(id, w.editSelected) }

// linkEvent selects an event and asks what to link it with.
func (w *Window) linkEvent(id model.EventID) { w.read(id, w.linkSelected) }

// read selects an event, and does something once it has been read.
func (w *Window) read(id model.EventID, act func()) {
	w.Workspace.Select(id)
	w.whenRead = act
	w.actWhenRead()
}

// actWhenRead does what waits for the selected event, once that is there.
func (w *Window) actWhenRead() {
	if act := w.whenRead; act != nil && w.Workspace.Detail() != nil {
		w.whenRead = nil
		act()
	}
}

// edit opens the form of an event; one without an ID is new.
func (w *Window) edit(event model.Event) {
	if !w.writable() {
		return
	}
	save := newMain("", lang.L("Save"), nil)
	form := newEditor(event, w.formKit(event.ID), save)
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
		Title:   title,
		Body:    form.form(),
		Left:    left,
		Right:   []fyne.CanvasObject{form.attention.Container, w.closeButton(cancelWord()), save},
		OnClose: w.focusView,
		OnSave:  func() { save.Tapped(nil) },
		Least:   fyne.NewSize(editorWidth, editorHeight),
	})
	w.win.Canvas().Focus(form.title)
}

// formKit returns what the form of an event is made with.
func (w *Window) formKit(id model.EventID) *formKit {
	kit := &formKit{
		columns: w.Workspace.Columns(), painter: w.details.painter, faces: w.timeline.faces,
		find: func(words string, done func([]workspace.Found)) { w.Workspace.Find(words, id, done) },
		key: func(id model.EventID) string {
			e, err := w.Workspace.Archive().Event(context.Background(), id)
			if err != nil {
				return ""
			}
			return e.Key
		},
	}
	if d := w.Workspace.Detail(); d != nil && d.Event.ID == id {
		kit.linked = d.Links
	}
	return kit
}

// save keeps the form that is open. Without one there is nothing to do, since
// each change is written when it is made, and that is said.
func (w *Window) save() {
	switch {
	case w.sheet != nil && w.sheet.OnSave != nil:
		w.sheet.OnSave()
	case w.sheet == nil && w.Workspace.Archive() != nil:
		w.messages.Show(Done, lang.L("Everything is saved: each change is written when it is made."))
	}
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
