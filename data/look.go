package data

import (
	"bytes"
	"context"
	"errors"
	"io"

	"chancery/data/store"
	"chancery/data/tabular"
	"chancery/model"
)

// A Look is what was found out of one file that is to be imported.
type Look struct {
	Input  Input
	Kind   string // events, actors, agreements or collections
	Format string // of what is no table of others: chancery, or the name of another format
	// Header and Understanding are those of tables; the latter is nil for our own
	// in UTF-8.
	Header        []string
	Understanding *tabular.Understanding
	// Rows are the first ones, each with its events or its problem, and of tables
	// of others with its cells.
	Rows []tabular.Row
}

// Foreign reports a table of others, whose columns can be given other meanings.
func (l *Look) Foreign() bool { return l.Understanding != nil && l.Understanding.Own == "" }

// Unpack replaces compressed inputs by what is in them, as an import does.
func Unpack(inputs []Input) ([]Input, error) { return unpack(inputs) }

// TextInput is text as a file to import, such as what was copied from a
// spreadsheet.
func TextInput(name, text string) Input {
	return Input{Name: name, Size: int64(len(text)), Open: func() (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader([]byte(text))), nil
	}}
}

// LookAt finds out what an unpacked input holds, with up to most of its first
// rows. A table whose columns hold no dates is looked at all the same: the error
// is then a *tabular.FileError beside the Look.
func LookAt(ctx context.Context, in Input, h tabular.Hints, most int) (*Look, error) {
	r, err := read(ctx, in, h)
	if err != nil {
		return nil, err
	}
	l := &Look{Input: in, Kind: r.kind.String(), Understanding: r.found}
	switch {
	case r.other != nil:
		l.Format = r.other.Name
	case r.own != nil:
		l.Format, l.Header = tabular.ProfileOwn, r.own.Header
		if r.kind != tabular.Events {
			return l, nil
		}
	default:
		l.Header = r.found.Header
		l.Rows, err = r.found.Understand(r.found.Beginning(most), h.Repairs)
		return l, err
	}
	o := ImportOptions{Hints: h}
	imp := importer{options: &o}
	feed, err := imp.feed(ctx, r)
	if err != nil {
		return nil, err
	}
	defer feed.Close()
	for len(l.Rows) < most {
		rows, err := feed.Next(ctx)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		for _, row := range rows[:min(len(rows), most-len(l.Rows))] {
			row.Events = append(row.Events[:0:0], row.Events...) // the feed uses its own again
			l.Rows = append(l.Rows, row)
		}
	}
	return l, nil
}

// A sink takes the events of an import: a batch or, in a dry run, a comparison.
type sink interface {
	PutEvent(ctx context.Context, e *model.Event) (store.Outcome, error)
	PutDigested(ctx context.Context, d *store.Digested) ([]store.Outcome, []error)
}
