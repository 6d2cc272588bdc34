package data

import (
	"bytes"
	"context"
	"io"

	"chancery/data/store"
	"chancery/data/tabular"
	"chancery/model"
)

// MostEnclosed is how many events a report holds whole: more make a file that no
// browser opens well.
const MostEnclosed = 200_000

// An Enclosure is what a report holds besides its page, so that it can be opened
// again: where it was made from, and tables of our own by their names, of which
// the events are EventsTable.
type Enclosure struct {
	Standpoint Standpoint
	Tables     map[string][]byte
}

// The names of the tables, as in a folder that an archive is exported to.
const (
	EventsTable      = "events.csv" // of the events
	actorsTable      = "actors.csv"
	agreementsTable  = "instruments.csv"
	collectionsTable = "collections.csv"
)

// EnclosedEvents reads the events that f keeps, in time order: all of them, or
// the first MostEnclosed.
func EnclosedEvents(ctx context.Context, a *store.Archive, f model.Filter) ([]model.Event, error) {
	var events []model.Event
	for e, err := range a.Events(ctx, f) {
		if err != nil {
			return nil, err
		}
		if events = append(events, e); len(events) == MostEnclosed {
			break
		}
	}
	return events, nil
}

// EventTable writes events as a CSV file of our own, guarded against
// spreadsheets.
func EventTable(events []model.Event) ([]byte, error) {
	var extras tabular.Extras
	for i := range events {
		extras.Add(&events[i])
	}
	var file bytes.Buffer
	w, err := tabular.NewEventWriter(&file, extras, tabular.Guarded)
	if err != nil {
		return nil, err
	}
	for i := range events {
		if err := w.Write(&events[i]); err != nil {
			return nil, err
		}
	}
	err = w.Flush()
	return file.Bytes(), err
}

// TablesBeside returns, by their names, tables of what the archive knows of some
// events besides the events: their collections, agreements that name one of
// them, and the actors of both with the bodies above these.
func TablesBeside(ctx context.Context, a *store.Archive, events []model.Event) (map[string][]byte, error) {
	collections, err := a.Collections(ctx)
	if err != nil {
		return nil, err
	}
	agreements, err := a.Agreements(ctx)
	if err != nil {
		return nil, err
	}
	actors, err := a.Actors(ctx)
	if err != nil {
		return nil, err
	}
	keys, used := map[string]bool{}, map[string]bool{}
	for i := range events {
		keys[events[i].Key], used[events[i].Collection] = true, true
	}
	collections = kept(collections, func(c *model.Collection) bool { return used[c.Key] })
	agreements = kept(agreements, func(g *model.Agreement) bool {
		for _, key := range g.Events {
			if keys[key] {
				return true
			}
		}
		return false
	})
	named := namedActors(actors, events, agreements)
	actors = kept(actors, func(x *model.Actor) bool { return named[x.Name] })

	tables := map[string][]byte{}
	for name, write := range map[string]func(io.Writer) error{
		collectionsTable: func(w io.Writer) error { return tabular.WriteCollections(w, collections, tabular.Guarded) },
		agreementsTable:  func(w io.Writer) error { return tabular.WriteAgreements(w, agreements, tabular.Guarded) },
		actorsTable:      func(w io.Writer) error { return tabular.WriteActors(w, actors, tabular.Guarded) },
	} {
		var file bytes.Buffer
		if err := write(&file); err != nil {
			return nil, err
		}
		tables[name] = file.Bytes()
	}
	return tables, nil
}

func kept[T any](all []T, keep func(*T) bool) []T {
	var some []T
	for i := range all {
		if keep(&all[i]) {
			some = append(some, all[i])
		}
	}
	return some
}

// namedActors returns the names of the actors that events and agreements name,
// and of those above them.
func namedActors(all []model.Actor, events []model.Event, agreements []model.Agreement) map[string]bool {
	named := map[string]bool{}
	for i := range events {
		for _, p := range events[i].Actors {
			named[p.Actor] = true
		}
	}
	for i := range agreements {
		g := &agreements[i]
		for _, party := range g.Parties {
			named[party] = true
		}
		for _, steps := range [2][]model.AgreementStep{g.Notices, g.Suspensions} {
			for _, s := range steps {
				named[s.By] = true
			}
		}
	}
	byKey := make(map[string]*model.Actor, len(all))
	for i := range all {
		byKey[all[i].Key] = &all[i]
	}
	var above func(a *model.Actor)
	above = func(a *model.Actor) {
		bodies := []string{a.Parent}
		for _, p := range a.Posts {
			bodies = append(bodies, p.Of)
		}
		for _, key := range bodies {
			if body := byKey[key]; key != "" && body != nil && !named[body.Name] {
				named[body.Name] = true
				above(body)
			}
		}
	}
	for i := range all {
		if named[all[i].Name] {
			above(&all[i])
		}
	}
	return named
}
