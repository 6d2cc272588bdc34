package data

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"chancery/data/store"
	"chancery/data/tabular"
	"chancery/model"
)

var errIsFolder = errors.New("this is a folder; name the files in it")

// ImportOptions say how to import. Progress is called with bytes read of all
// bytes, often and from the calling goroutine.
type ImportOptions struct {
	DryRun   bool
	Progress func(done, total int64)
}

// Import brings files into an archive, all of their good rows in one batch.
// Rows that cannot be read are the report's problems. On any error, and when
// ctx is cancelled, the archive is as it was.
//
// The files may come in any order: actors go in before the events that name
// them. What each file holds is seen from its header.
func Import(ctx context.Context, a *store.Archive, paths []string, o ImportOptions) (Report, error) {
	inputs, err := Files(paths)
	if err != nil {
		return Report{}, err
	}
	return ImportInputs(ctx, a, inputs, o)
}

// ImportInputs is Import for files that need not lie on a disk.
func ImportInputs(ctx context.Context, a *store.Archive, inputs []Input, o ImportOptions) (Report, error) {
	names := make([]string, len(inputs))
	imp := importer{report: Report{Problems: []Problem{}, Files: []FileReport{}, DryRun: o.DryRun}}
	imp.meter.report = o.Progress
	for i, in := range inputs {
		names[i] = in.Name
		imp.meter.total += in.Size
	}
	ordered, err := inOrder(inputs)
	if err != nil {
		return Report{}, err
	}
	imp.batch, err = a.Begin(ctx, "Import "+strings.Join(names, ", "))
	if err != nil {
		return Report{}, err
	}
	defer imp.batch.Rollback() // does nothing after Commit
	for _, in := range ordered {
		if err := imp.file(ctx, in); err != nil {
			return Report{}, err
		}
	}
	imp.report.close(names)
	if o.DryRun {
		return imp.report, imp.batch.Rollback()
	}
	return imp.report, imp.batch.Commit(ctx)
}

// inOrder returns the inputs so that what rows name comes before them.
func inOrder(inputs []Input) ([]Input, error) {
	kinds := make(map[string]tabular.TableKind, len(inputs))
	for _, in := range inputs {
		f, err := in.Open()
		if err != nil {
			return nil, err
		}
		t, err := tabular.NewReader(in.Name, f)
		f.Close()
		if err != nil {
			return nil, err
		}
		kinds[in.Name] = t.Kind
	}
	ordered := slices.Clone(inputs)
	slices.SortStableFunc(ordered, func(a, b Input) int { return int(kinds[a.Name]) - int(kinds[b.Name]) })
	return ordered, nil
}

// An importer carries one import.
type importer struct {
	batch  *store.Batch
	meter  meter
	report Report
	seen   map[string]int // the row of each id of the file at hand
}

func (imp *importer) file(ctx context.Context, in Input) error {
	f, err := in.Open()
	if err != nil {
		return err
	}
	defer f.Close()
	t, err := tabular.NewReader(in.Name, imp.meter.through(f))
	if err != nil {
		return err
	}
	report := FileReport{Name: in.Name, Kind: t.Kind.String(), Ignored: append([]string{}, t.Unknown...)}
	imp.seen = map[string]int{}
	for {
		record, err := t.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		var outcome store.Outcome
		if err == nil {
			outcome, err = imp.row(ctx, t, &record)
		}
		report.Read++
		var cell *tabular.CellError
		switch {
		case err == nil:
			report.count(outcome)
		case errors.As(err, &cell):
			imp.report.Problems = append(imp.report.Problems,
				Problem{File: in.Name, Row: record.Row, Column: cell.Column, Value: cell.Value, Message: cell.Reason})
		default:
			return fmt.Errorf("import %s: row %d: %w", in.Name, record.Row, err)
		}
	}
	if report.Read == 0 {
		return &tabular.FileError{Name: in.Name, Reason: "the file has a header and no rows"}
	}
	imp.report.Files = append(imp.report.Files, report)
	return nil
}

// row puts one row into the batch. A *tabular.CellError leaves the batch as it
// was.
func (imp *importer) row(ctx context.Context, t *tabular.Reader, r *tabular.Record) (store.Outcome, error) {
	var outcome store.Outcome
	var err error
	switch t.Kind {
	case tabular.Collections:
		c, parsing := tabular.ParseCollection(r)
		outcome, err = imp.put(parsing, c.Key, r.Row, func() (store.Outcome, error) { return imp.batch.PutCollection(ctx, c) })
	case tabular.Actors:
		a, parsing := tabular.ParseActor(t, r)
		outcome, err = imp.put(parsing, a.Key, r.Row, func() (store.Outcome, error) { return imp.batch.PutActor(ctx, &a) })
	case tabular.Agreements:
		a, parsing := tabular.ParseAgreement(r)
		outcome, err = imp.put(parsing, a.Key, r.Row, func() (store.Outcome, error) { return imp.batch.PutAgreement(ctx, &a) })
	case tabular.Events:
		e, parsing := tabular.ParseEvent(r)
		e.Origin = model.Origin{File: t.Name, Row: r.Row}
		outcome, err = imp.put(parsing, e.Key, r.Row, func() (store.Outcome, error) { return imp.batch.PutEvent(ctx, &e) })
	}
	var refused *store.FieldError
	if errors.As(err, &refused) {
		err = &tabular.CellError{Column: refused.Field, Value: r.Cell(refused.Field), Reason: refused.Reason}
	}
	return outcome, err
}

// put puts what was parsed into the batch, unless parsing failed or an earlier
// row of the file has the same id: one of the two would be lost without a word.
func (imp *importer) put(parsing error, id string, row int, put func() (store.Outcome, error)) (store.Outcome, error) {
	if parsing != nil {
		return store.Unchanged, parsing
	}
	if first, twice := imp.seen[id]; twice && id != "" {
		return store.Unchanged, &tabular.CellError{Column: "id", Value: id, Reason: fmt.Sprintf("row %d has the same id", first)}
	}
	imp.seen[id] = row
	return put()
}
