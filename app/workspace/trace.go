package workspace

import (
	"context"
	"slices"

	"chancery/data/store"
	"chancery/model"
)

// A Tie is a link between two events of the archive.
type Tie = model.Tie

// A Trace is the chain of links that leads to an event, or away from it.
type Trace struct {
	From model.EventID
	Back bool            // what led to From, not what came of it
	IDs  []model.EventID // From first, then by distance
	Ties []Tie
}

// The bounds of a trace: how many links from its beginning, and how many events
// in all.
const (
	traceDepth = 64
	traceLimit = 1000
)

// Trace follows the links of an event in the background, back to what led to it
// or forward to what came of it, and passes the chain to done. A chain of more
// than a thousand events is cut short.
func (w *Workspace) Trace(from model.EventID, back bool, done func(Trace)) {
	if w.archive == nil {
		return
	}
	archive := w.archive
	trace := Trace{From: from, Back: back}
	w.fetch(func(ctx context.Context) error { return trace.follow(ctx, archive) }, func() { done(trace) })
}

// follow goes along the links breadth first. An event that was met is not
// followed again, so that links in a circle come to an end.
func (t *Trace) follow(ctx context.Context, archive *store.Archive) error {
	t.IDs = []model.EventID{t.From}
	edge := t.IDs
	for depth := 0; depth < traceDepth && len(edge) > 0 && len(t.IDs) < traceLimit; depth++ {
		var next []model.EventID
		for _, id := range edge {
			ties, err := tiesOf(ctx, archive, id, t.Back)
			if err != nil {
				return err
			}
			for _, tie := range ties {
				other := tie.Response
				if t.Back {
					other = tie.Cause
				}
				if !slices.Contains(t.Ties, tie) {
					t.Ties = append(t.Ties, tie)
				}
				if !slices.Contains(t.IDs, other) {
					t.IDs = append(t.IDs, other)
					next = append(next, other)
				}
			}
		}
		edge = next
	}
	return nil
}

// tiesOf returns the links of an event to its causes, or those of its responses
// to it. Links to events that are not in the archive are left out.
func tiesOf(ctx context.Context, archive *store.Archive, id model.EventID, back bool) ([]Tie, error) {
	event, err := archive.Event(ctx, id)
	if err != nil {
		return nil, err
	}
	var ties []Tie
	add := func(key string, kind model.LinkKind) error {
		other, err := archive.EventByKey(ctx, key)
		switch {
		case err != nil:
			return ctx.Err()
		case back:
			ties = append(ties, Tie{Cause: other.ID, Response: id, Kind: kind})
		default:
			ties = append(ties, Tie{Cause: id, Response: other.ID, Kind: kind})
		}
		return nil
	}
	if back {
		for _, l := range event.Links {
			if err := add(l.To, l.Kind); err != nil {
				return nil, err
			}
		}
		return ties, nil
	}
	links, err := archive.Backlinks(ctx, event.Key)
	if err != nil {
		return nil, err
	}
	for _, l := range links {
		if err := add(l.From, l.Kind); err != nil {
			return nil, err
		}
	}
	return ties, nil
}

// ties are links of events by the event that hangs on another, read as they
// come to be wanted.
type ties struct {
	columns *model.Columns // those that the links were read with
	known   map[model.EventID][]Tie
	reading bool
}

// TiesOf returns the links of events to their causes, as far as they are known.
// The others are read in the background; LabelsChanged tells when there are
// more.
func (w *Workspace) TiesOf(ids []model.EventID) []Tie {
	t := &w.ties
	if t.columns != w.columns {
		*t = ties{columns: w.columns, known: map[model.EventID][]Tie{}}
	}
	var found []Tie
	var unknown []model.EventID
	for _, id := range ids {
		some, ok := t.known[id]
		if !ok {
			unknown = append(unknown, id)
		}
		found = append(found, some...)
	}
	if len(unknown) == 0 || t.reading || w.archive == nil {
		return found
	}
	t.reading = true
	archive, columns := w.archive, w.columns
	read := make(map[model.EventID][]Tie, len(unknown))
	w.fetch(func(ctx context.Context) error {
		for _, id := range unknown {
			some, err := tiesOf(ctx, archive, id, true)
			if err := ctx.Err(); err != nil {
				return err
			}
			if err == nil {
				read[id] = some
			} else {
				read[id] = nil // removed since: it has no links
			}
		}
		return nil
	}, func() {
		if columns != w.columns {
			return
		}
		for id, some := range read {
			w.ties.known[id] = some
		}
		w.ties.reading = false
		w.notify(LabelsChanged)
	})
	return found
}
