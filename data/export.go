package data

import (
	"context"
	"io"
	"os"
	"path/filepath"

	"chancery/data/exchange"
	"chancery/data/store"
	"chancery/data/tabular"
	"chancery/model"
)

// ExportCSV writes the events that f keeps as a table of events in Chancery's
// own format, in time order. Its cells are guarded: a spreadsheet finds no
// formulas in them.
func ExportCSV(ctx context.Context, a *store.Archive, w io.Writer, f model.Filter) (events int, err error) {
	return exportTable(ctx, a, w, f, tabular.Guarded)
}

func exportTable(ctx context.Context, a *store.Archive, w io.Writer, f model.Filter, cells tabular.Cells) (events int, err error) {
	// The columns stand in the first line, so what they are is found first.
	var extras tabular.Extras
	for e, err := range a.Events(ctx, f) {
		if err != nil {
			return 0, err
		}
		extras.Add(&e)
	}
	table, err := tabular.NewEventWriter(w, extras, cells)
	if err != nil {
		return 0, err
	}
	for e, err := range a.Events(ctx, f) {
		if err != nil {
			return events, err
		}
		if err := table.Write(&e); err != nil {
			return events, err
		}
		events++
	}
	return events, table.Flush()
}

// ExportFolder writes the archive into a folder, which is made when it is not
// there: the events that f keeps as events.csv, and all actors, agreements and
// collections beside them. It returns how many events were written.
func ExportFolder(ctx context.Context, a *store.Archive, dir string, f model.Filter, cells tabular.Cells) (events int, err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return 0, err
	}
	for _, file := range []struct {
		name  string
		write func(context.Context, io.Writer) error
	}{
		{EventsTable, func(ctx context.Context, w io.Writer) (err error) {
			events, err = exportTable(ctx, a, w, f, cells)
			return err
		}},
		{actorsTable, func(ctx context.Context, w io.Writer) error {
			actors, err := a.Actors(ctx)
			if err != nil {
				return err
			}
			return tabular.WriteActors(w, actors, cells)
		}},
		{agreementsTable, func(ctx context.Context, w io.Writer) error {
			agreements, err := a.Agreements(ctx)
			if err != nil {
				return err
			}
			return tabular.WriteAgreements(w, agreements, cells)
		}},
		{collectionsTable, func(ctx context.Context, w io.Writer) error {
			collections, err := a.Collections(ctx)
			if err != nil {
				return err
			}
			return tabular.WriteCollections(w, collections, cells)
		}},
	} {
		if _, err := WriteFile(ctx, filepath.Join(dir, file.name), file.write); err != nil {
			return events, err
		}
	}
	return events, nil
}

// List writes the events that f keeps as JSON, one object a line, in time
// order, and returns how many.
func List(ctx context.Context, a *store.Archive, w io.Writer, f model.Filter) (events int, err error) {
	r, err := exchange.WriteJSONLines(w, a.Events(ctx, f))
	return r.Events, err
}

// ExportJSON writes the events that f keeps as one JSON object,
// {"events":[…]}, in time order, and returns how many. It holds one event in
// memory at a time.
func ExportJSON(ctx context.Context, a *store.Archive, w io.Writer, f model.Filter) (events int, err error) {
	r, err := exchange.WriteJSON(w, a.Events(ctx, f))
	return r.Events, err
}
