package data

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"chancery/data/store"
	"chancery/data/tabular"
	"chancery/internal/keytable"
	"chancery/model"
)

// turnEvents is how many events are put into the archive at a time.
const turnEvents = 512

// A turn is rows with their events, digested for the archive.
type turn struct {
	rows   []tabular.Row
	events []model.Event // of all rows, in their order
	of     []int         // by event, the row in rows
	ready  *store.Digested
	likely []int // events that say what an earlier row of the file says
	err    error // ends the reading, after the rows
}

// events imports a file of events. Rows are read, understood and digested on
// other goroutines while the archive takes those before them.
func (imp *importer) events(ctx context.Context, r reading, report *FileReport) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	feed, err := imp.feed(ctx, r)
	if err != nil {
		return explain(ctx, err, r.input.Name, 0)
	}
	likenesses := imp.likenesses(r)
	turns := make(chan *turn, 4)
	go func() {
		defer close(turns)
		defer feed.Close()
		imp.gather(ctx, r, feed, turns)
	}()
	defer func() {
		stop()
		for range turns { // wait for the reader
		}
	}()
	for t := range turns {
		if err := imp.take(ctx, r, t, report); err != nil {
			return err
		}
		for _, l := range likenesses {
			for i := range t.of {
				l.Add(&t.events[i])
			}
		}
		if t.err != nil && !errors.Is(t.err, io.EOF) {
			return explain(ctx, t.err, r.input.Name, 0)
		}
		if limit := imp.options.Limit; limit > 0 && report.Read >= limit {
			break
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	imp.report.tellLikenesses(likenesses)
	return nil
}

// likenesses count what the ways to fold that suit a file would fold, beside those
// that are chosen. That of rows that say the same is seen by their ids.
func (imp *importer) likenesses(r reading) (likenesses []*tabular.Likeness) {
	if r.found == nil || r.own != nil {
		return nil
	}
	chosen := imp.folds(r)
	for _, way := range r.found.Folds {
		if way != tabular.FoldSame && !slices.Contains(chosen, way) {
			likenesses = append(likenesses, tabular.NewLikeness(way))
		}
	}
	return likenesses
}

// gather reads rows into turns until the feed ends.
func (imp *importer) gather(ctx context.Context, r reading, feed tabular.Feed, turns chan<- *turn) {
	seen := keytable.New()
	for {
		rows, err := feed.Next(ctx)
		for len(rows) > 0 || err != nil {
			t := &turn{}
			n := 0
			for n < len(rows) && len(t.events) < turnEvents {
				t.add(&rows[n])
				n++
			}
			rows = rows[n:]
			if len(rows) == 0 {
				t.err = err
			}
			imp.cite(t.events)
			doubles := t.doubles(r, seen)
			t.ready = store.Digest(t.events)
			for i, double := range doubles {
				t.ready.Leave(i, double)
			}
			select {
			case turns <- t:
			case <-ctx.Done():
				return
			}
			if len(rows) == 0 {
				break
			}
		}
		if err != nil {
			return
		}
	}
}

// add copies a row, whose slices the feed will use again.
func (t *turn) add(r *tabular.Row) {
	for range r.Events {
		t.of = append(t.of, len(t.rows))
	}
	t.events = append(t.events, r.Events...)
	t.rows = append(t.rows, *r)
	t.rows[len(t.rows)-1].Events = nil
}

// take puts the events of a turn into the batch and counts its rows.
func (imp *importer) take(ctx context.Context, r reading, t *turn, report *FileReport) error {
	if limit := imp.options.Limit; limit > 0 && report.Read+len(t.rows) > limit {
		t.cut(limit - report.Read)
	}
	imp.report.Likely += len(t.likely)
	outcomes, errs := imp.to.PutDigested(ctx, t.ready)
	for i, err := range errs {
		row := &t.rows[t.of[i]]
		var double *tabular.CellError
		var refused *store.FieldError
		switch {
		case err == nil:
			report.count(outcomes[i])
		case errors.As(err, &double):
			row.Problem = double
		case errors.As(err, &refused):
			row.Problem = &tabular.CellError{Column: refused.Field, Reason: refused.Reason}
		default:
			return explain(ctx, err, r.input.Name, row.Number)
		}
	}
	defer imp.counted(report)
	for i := range t.rows {
		row := &t.rows[i]
		if row.Late {
			continue
		}
		report.Read++
		switch {
		case row.Problem != nil:
			report.LeftOut++
			if err := imp.problem(r, row); err != nil {
				return err
			}
		case row.Folded != 0:
			report.Folded++
		default:
			report.Imported++
		}
	}
	return nil
}

// counted tells what became of the rows so far, those of the file at hand
// included.
func (imp *importer) counted(report *FileReport) {
	if imp.options.Counted == nil {
		return
	}
	sum := report.Count
	for i := range imp.report.Files {
		sum.add(&imp.report.Files[i].Count)
	}
	imp.options.Counted(sum)
}

// cut leaves out the rows beyond the first n.
func (t *turn) cut(n int) {
	t.rows = t.rows[:n]
	events, _ := slices.BinarySearch(t.of, n)
	t.of, t.ready = t.of[:events], t.ready.First(events)
	likely, _ := slices.BinarySearch(t.likely, events)
	t.likely = t.likely[:likely]
}

// doubles finds events whose id an earlier row of the file has, which seen tells:
// one of the two would be lost without a word. Rows of our own without an id have
// the same one when all they say is the same. Those of others are then told apart by
// number, since a table may well say twice what happened twice.
func (t *turn) doubles(r reading, seen *keytable.Table) map[int]*tabular.CellError {
	var doubles map[int]*tabular.CellError
	for i := range t.events {
		e := &t.events[i]
		row := uint32(t.rows[t.of[i]].Number)
		first, isNew := seen.Add(e.Key, row)
		if isNew {
			continue
		}
		if r.own == nil && tabular.IsContentKey(e.Key) {
			e.Key = numbered(e.Key, row, seen)
			t.likely = append(t.likely, i)
			continue
		}
		double := &tabular.CellError{Column: "id", Value: e.Key, Reason: fmt.Sprintf("row %d has the same id", first)}
		if tabular.IsContentKey(e.Key) {
			double = &tabular.CellError{Reason: fmt.Sprintf("row %d says the same", first)}
		}
		if doubles == nil {
			doubles = map[int]*tabular.CellError{}
		}
		doubles[i] = double
	}
	return doubles
}

// numbered returns the id of what is said for the second, third… time.
func numbered(key string, row uint32, seen *keytable.Table) string {
	for n := 2; ; n++ {
		numbered := fmt.Sprintf("%s-%d", key, n)
		if _, isNew := seen.Add(numbered, row); isNew {
			return numbered
		}
	}
}

// problem notes a row that is left out.
func (imp *importer) problem(r reading, row *tabular.Row) error {
	p := row.Problem
	imp.report.add(Problem{
		File: r.input.Name, Row: row.Number, Column: p.Column, Value: p.Value, Message: p.Reason, Question: p.Question, Cells: row.Cells,
	})
	if imp.options.Rejects == nil {
		return nil
	}
	return imp.rejects.write(imp.options.Rejects, r, row)
}
