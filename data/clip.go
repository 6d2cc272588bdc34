package data

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"chancery/data/store"
	"chancery/data/tabular"
	"chancery/model"
)

// ErrNoTable says that a text is no table of events.
var ErrNoTable = errors.New("the text is no table of events")

// WriteEvents writes events as a table in Chancery's own format, which a
// spreadsheet and ReadEvents take.
func WriteEvents(w io.Writer, events []model.Event) error {
	var extras tabular.Extras
	for i := range events {
		extras.Add(&events[i])
	}
	table, err := tabular.NewEventWriter(w, extras, tabular.Guarded)
	if err != nil {
		return err
	}
	for i := range events {
		if err := table.Write(&events[i]); err != nil {
			return err
		}
	}
	return table.Flush()
}

// ReadEvents reads a table of events in Chancery's own format, as WriteEvents or
// a spreadsheet writes it. A text that is none is ErrNoTable. The first row that
// cannot be read is an error which names it: a table is read whole or not at all.
func ReadEvents(ctx context.Context, text string) ([]model.Event, error) {
	in := Input{Name: "clipboard", Size: int64(len(text)), Open: func() (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader(text)), nil
	}}
	r, err := read(ctx, in, tabular.Hints{})
	if err != nil || r.own == nil || r.kind != tabular.Events {
		return nil, ErrNoTable
	}
	feed, err := (&importer{options: &ImportOptions{}}).feed(ctx, r)
	if err != nil {
		return nil, err
	}
	defer feed.Close()
	var events []model.Event
	for {
		rows, err := feed.Next(ctx)
		if errors.Is(err, io.EOF) {
			return events, nil
		}
		if err != nil {
			return nil, explain(ctx, err, in.Name, 0)
		}
		for i := range rows {
			if wrong := rows[i].Problem; wrong != nil {
				return nil, explain(ctx, wrong, in.Name, rows[i].Number)
			}
			for _, e := range rows[i].Events {
				// The feed uses its slices again.
				e.Actors, e.Citations = slices.Clone(e.Actors), slices.Clone(e.Citations)
				e.Links, e.Tags = slices.Clone(e.Links), slices.Clone(e.Tags)
				events = append(events, e)
			}
		}
	}
}

// AsNew makes events ones that can be added to an archive beside those that are
// there: an event whose key is taken gets one from newKey, and links among the
// events follow.
func AsNew(ctx context.Context, a *store.Archive, events []model.Event, newKey func() string) error {
	renamed := map[string]string{}
	for i := range events {
		e := &events[i]
		e.ID, e.Origin = 0, model.Origin{}
		key := e.Key
		if _, twice := renamed[key]; twice || key == "" {
			e.Key = newKey()
			continue
		}
		switch _, err := a.EventByKey(ctx, key); {
		case err == nil:
			e.Key = newKey()
		case !errors.Is(err, store.ErrNoEvent):
			return err
		}
		renamed[key] = e.Key
	}
	for i := range events {
		links := slices.Clone(events[i].Links)
		for k := range links {
			if key, ok := renamed[links[k].To]; ok {
				links[k].To = key
			}
		}
		events[i].Links = links
	}
	return nil
}
