package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"

	"chancery/model"
)

// The widths of the indices in model.Columns bound how many words there may
// be. One place among the confidences is the empty word's; the categories
// built in need no row.
const (
	maxCollections = math.MaxUint16 + 1
	maxConfidences = math.MaxUint8
)

var maxOwnCategories = math.MaxUint8 + 1 - len(model.Categories())

// pendingEvents is how many events are gathered before their rows are written,
// without a loader.
const pendingEvents = 64

// maxSources bounds the sources remembered during a transaction.
const maxSources = 1 << 17

// A writer changes the tables inside one write transaction. It gathers rows,
// so flush must come before a query that would see them.
type writer struct {
	shared     *sql.Tx // see settled
	statements map[string]*sql.Stmt
	batch      any  // the id of the batch that the changes belong to, or nil
	shelving   bool // keep on the shelf what is changed

	collections, categories, places, confidences, tags, files dictionary

	actors map[string]int64

	sources    map[model.Source]int64
	allSources bool  // sources holds every one there is
	lastSource int64 // the highest id in use; 0 before it is read

	rows   *rowSet
	loader *loader // writes rows on another goroutine; nil when there are few
	failed error   // what the loader failed of

	changed changeLog
	touched []idRange // what changed, once the transaction is finished
	mark    mark      // and the row of event_change up to which that stands

	last     model.EventID // the highest id ever given; -1 before it is read
	gathered *gathered     // what is added; nil when that is not all that changes

	// What a change may have left without use, and actors whose events must be
	// indexed again. They are seen to before the commit.
	loosenedActors, loosenedSources, renamed map[int64]bool

	namesBefore map[string]string // of renamed actors, by their present names
}

func newWriter(tx *sql.Tx) *writer {
	w := &writer{
		shared:     tx,
		statements: map[string]*sql.Stmt{},

		places:      named("place", 0),
		confidences: named("confidence", maxConfidences),
		tags:        named("tag", 0),
		files:       named("file", 0),

		actors:  map[string]int64{},
		sources: map[model.Source]int64{},

		rows: newRowSet(),

		last:            -1,
		loosenedActors:  map[int64]bool{},
		loosenedSources: map[int64]bool{},
		renamed:         map[int64]bool{},
		namesBefore:     map[string]string{},
	}
	w.collections = dictionary{
		table: "collection", column: "key", field: "collection", limit: maxCollections, add: addCollection,
	}
	w.categories = dictionary{
		table: "category", column: "key", field: "category", limit: maxOwnCategories, add: addCategory,
		reserved: map[string]bool{},
	}
	for _, c := range model.Categories() {
		w.categories.reserved[c.Key] = true
	}
	return w
}

// prepare returns the statement for a query, prepared once a transaction.
func (w *writer) prepare(ctx context.Context, query string) (*sql.Stmt, error) {
	if err := w.settle(); err != nil {
		return nil, err
	}
	if s, ok := w.statements[query]; ok {
		return s, nil
	}
	s, err := w.shared.PrepareContext(ctx, query)
	if err != nil {
		return nil, fmt.Errorf("prepare %.60q: %w", query, err)
	}
	w.statements[query] = s
	return s, nil
}

// exec runs a statement that is short. It looks at ctx before and not during
// it, because the driver watches a context with a goroutine a statement.
func (w *writer) exec(ctx context.Context, query string, args ...any) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	s, err := w.prepare(ctx, query)
	if err != nil {
		return err
	}
	_, err = s.ExecContext(context.WithoutCancel(ctx), args...)
	return err
}

// insert runs an INSERT of one row and returns its id.
func (w *writer) insert(ctx context.Context, query string, args ...any) (int64, error) {
	s, err := w.prepare(ctx, query)
	if err != nil {
		return 0, err
	}
	result, err := s.ExecContext(context.WithoutCancel(ctx), args...)
	if err != nil {
		return 0, err
	}
	return result.LastInsertId()
}

// A scanner is a row, or the error that kept it from being read.
type scanner interface{ Scan(into ...any) error }

type failedRow struct{ err error }

func (r failedRow) Scan(...any) error { return r.err }

func (w *writer) row(ctx context.Context, query string, args ...any) scanner {
	s, err := w.prepare(ctx, query)
	if err != nil {
		return failedRow{err}
	}
	return s.QueryRowContext(context.WithoutCancel(ctx), args...)
}

// ids gathers the single integer of every row of a query into a set.
func (w *writer) ids(ctx context.Context, into map[int64]bool, query string, args ...any) error {
	return each(ctx, w.settled(), func(rows *sql.Rows) error {
		var id int64
		err := rows.Scan(&id)
		into[id] = true
		return err
	}, query, args...)
}

// flush writes the gathered rows, parents before what refers to them.
func (w *writer) flush(ctx context.Context) error {
	if err := w.settle(); err != nil {
		return err
	}
	if w.loader == nil || w.rows.pending < fewLoaded {
		return w.rows.flush(ctx, w)
	}
	w.failed = w.loader.write(w.rows)
	return w.failed
}

// hand has the gathered rows written once they are many.
func (w *writer) hand(ctx context.Context) error {
	switch {
	case w.loader == nil && w.rows.pending >= pendingEvents:
		return w.flush(ctx)
	case w.loader == nil || w.rows.pending < loadedEvents:
		return nil
	}
	if err := errors.Join(ctx.Err(), w.settle()); err != nil {
		return err
	}
	w.rows = w.loader.start(w.rows)
	return nil
}

// settle waits until the loader is done. Its failure is that of everything that
// comes after.
func (w *writer) settle() error {
	if w.loader != nil && w.failed == nil {
		w.failed = w.loader.wait()
	}
	return w.failed
}

// settled returns the transaction once the loader does not use it. What the
// loader failed of is told by the next statement.
func (w *writer) settled() *sql.Tx {
	_ = w.settle()
	return w.shared
}
