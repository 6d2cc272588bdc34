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
)

// others imports a table of our own that is not one of events.
func (imp *importer) others(ctx context.Context, r reading, report *FileReport) error {
	f, err := r.input.Open()
	if err != nil {
		return err
	}
	defer f.Close()
	imp.seen = keytable.New()
	t, err := imp.table(r, f)
	if err != nil {
		return err
	}
	for limit := imp.options.Limit; limit == 0 || report.Read < limit; {
		record, err := t.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		var outcome store.Outcome
		if err == nil {
			err = ctx.Err()
		}
		if err == nil {
			outcome, err = imp.record(ctx, t, &record)
		}
		report.Read++
		var cell *tabular.CellError
		switch {
		case err == nil:
			report.Imported++
			report.count(outcome)
		case errors.As(err, &cell):
			report.LeftOut++
			row := tabular.Row{Number: record.Row, Problem: cell, Cells: slices.Clone(record.Cells)}
			if err := imp.problem(r, &row); err != nil {
				return err
			}
		default:
			return explain(ctx, err, r.input.Name, record.Row)
		}
	}
	return nil
}

func (imp *importer) table(r reading, f io.ReadCloser) (*tabular.Reader, error) {
	if r.found == nil {
		return tabular.NewReader(r.input.Name, imp.meter.through(f))
	}
	text, err := r.found.Text(tabular.File{Open: func() (io.ReadCloser, error) { return imp.meter.through(f), nil }})
	if err != nil {
		return nil, err
	}
	return tabular.NewTextReader(r.input.Name, text, r.found)
}

// record puts one row into the batch. A *tabular.CellError leaves the batch as it
// was.
func (imp *importer) record(ctx context.Context, t *tabular.Reader, r *tabular.Record) (store.Outcome, error) {
	var outcome store.Outcome
	var err error
	switch t.Kind {
	case tabular.Collections:
		c, parsing := tabular.ParseCollection(r)
		outcome, err = imp.once(parsing, c.Key, r, func() (store.Outcome, error) { return imp.batch.PutCollection(ctx, c) })
	case tabular.Actors:
		a, parsing := tabular.ParseActor(t, r)
		outcome, err = imp.once(parsing, a.Key, r, func() (store.Outcome, error) { return imp.batch.PutActor(ctx, &a) })
	case tabular.Agreements:
		a, parsing := tabular.ParseAgreement(r)
		outcome, err = imp.once(parsing, a.Key, r, func() (store.Outcome, error) { return imp.batch.PutAgreement(ctx, &a) })
	}
	var refused *store.FieldError
	if errors.As(err, &refused) {
		err = &tabular.CellError{Column: refused.Field, Value: r.Cell(refused.Field), Reason: refused.Reason}
	}
	return outcome, err
}

// once puts what was parsed into the batch, unless parsing failed or an earlier
// row of the file has the same id: one of the two would be lost without a word.
func (imp *importer) once(parsing error, id string, r *tabular.Record, put func() (store.Outcome, error)) (store.Outcome, error) {
	if parsing != nil {
		return store.Unchanged, parsing
	}
	if id != "" {
		if first, isNew := imp.seen.Add(id, uint32(r.Row)); !isNew {
			return store.Unchanged, &tabular.CellError{Column: "id", Value: id, Reason: fmt.Sprintf("row %d has the same id", first)}
		}
	}
	return put()
}
