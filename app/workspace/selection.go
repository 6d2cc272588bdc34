package workspace

import (
	"context"
	"slices"

	"chancery/data/store"
	"chancery/model"
	"chancery/model/edtf"
)

type selection struct {
	ids    []model.EventID
	detail *Detail
	cancel context.CancelFunc
}

// keep drops the selected events that columns no longer hold.
func (s *selection) keep(columns *model.Columns) {
	s.ids = slices.DeleteFunc(slices.Clone(s.ids), func(id model.EventID) bool {
		_, ok := columns.RowOf(id)
		return !ok
	})
}

// A Detail is all there is to say of one event: the event, its actors as they
// were known then, and the events it hangs together with.
type Detail struct {
	Event  model.Event
	Actors []Party
	Links  []Linked // in time order
}

// A Party is an actor of an event, with the office held on its date.
type Party struct {
	model.Actor
	Role   model.Role
	Office string
}

// A Linked is an event tied to another by a link. Outgoing links run from the
// event of the Detail to this one, its cause or whole; others run to the event
// of the Detail. A Missing one is named by a link but not in the archive.
type Linked struct {
	ID       model.EventID
	Key      string
	Kind     model.LinkKind
	Outgoing bool
	Label    model.Label
	Category string
	Missing  bool
}

// Selection returns the selected events in the order in which they were chosen.
// Do not change the slice.
func (w *Workspace) Selection() []model.EventID { return w.selection.ids }

// Select makes the given events the selection.
func (w *Workspace) Select(ids ...model.EventID) {
	if slices.Equal(ids, w.selection.ids) {
		return
	}
	w.selection.ids = slices.Clone(ids)
	w.fetchDetail()
	w.notify(SelectionChanged | DetailChanged)
}

// Toggle adds an event to the selection, or takes it out.
func (w *Workspace) Toggle(id model.EventID) {
	ids := slices.Clone(w.selection.ids)
	if i := slices.Index(ids, id); i >= 0 {
		ids = slices.Delete(ids, i, i+1)
	} else {
		ids = append(ids, id)
	}
	w.Select(ids...)
}

// Detail returns the text of the one selected event; nil when none or several
// are selected, or while it is being read.
func (w *Workspace) Detail() *Detail { return w.selection.detail }

func (w *Workspace) fetchDetail() {
	w.selection.detail = nil
	if w.selection.cancel != nil {
		w.selection.cancel()
		w.selection.cancel = nil
	}
	if len(w.selection.ids) != 1 || w.archive == nil {
		return
	}
	id, archive, columns := w.selection.ids[0], w.archive, w.Columns()
	var detail *Detail
	w.selection.cancel = w.fetch(func(ctx context.Context) (err error) {
		detail, err = readDetail(ctx, archive, columns, id)
		return err
	}, func() {
		w.selection.detail = detail
		w.notify(DetailChanged)
	})
}

func readDetail(ctx context.Context, archive *store.Archive, columns *model.Columns, id model.EventID) (*Detail, error) {
	event, err := archive.Event(ctx, id)
	if err != nil {
		return nil, err
	}
	back, err := archive.Backlinks(ctx, event.Key)
	if err != nil {
		return nil, err
	}
	d := &Detail{Event: event, Actors: parties(&event, columns.Actors)}
	for _, l := range event.Links {
		d.Links = append(d.Links, linked(ctx, archive, l.To, l.Kind, true))
	}
	for _, b := range back {
		d.Links = append(d.Links, linked(ctx, archive, b.From, b.Kind, false))
	}
	slices.SortStableFunc(d.Links, compareLinked)
	return d, ctx.Err()
}

// compareLinked orders linked events by time, and on one date the causes of the
// event before what came of it.
func compareLinked(a, b Linked) int {
	switch order := edtf.Compare(a.Label.Start, b.Label.Start); {
	case order != 0:
		return order
	case a.Outgoing && !b.Outgoing:
		return -1
	case b.Outgoing && !a.Outgoing:
		return 1
	}
	return 0
}

func linked(ctx context.Context, archive *store.Archive, key string, kind model.LinkKind, outgoing bool) Linked {
	l := Linked{Key: key, Kind: kind, Outgoing: outgoing}
	other, err := archive.EventByKey(ctx, key)
	if err != nil {
		l.Missing = true
		l.Label.Title = key
		return l
	}
	l.ID, l.Category = other.ID, other.Category
	l.Label = model.Label{Title: other.Title, Start: other.Start, End: other.End}
	return l
}

// parties returns the actors of an event with their roles, and the office each
// person held when it began.
func parties(e *model.Event, actors []model.Actor) []Party {
	at := e.Bounds().EarliestStart
	found := make([]Party, 0, len(e.Actors))
	for _, p := range e.Actors {
		party := Party{Actor: model.Actor{Name: p.Actor}, Role: p.Role}
		if i := slices.IndexFunc(actors, func(a model.Actor) bool { return a.Name == p.Actor }); i >= 0 {
			party.Actor = actors[i]
			party.Office = actors[i].PostOn(at)
		}
		found = append(found, party)
	}
	return found
}
