package data

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"chancery/data/store"
	"chancery/data/tabular"
	"chancery/model"
)

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

// ImportFS is Import for every CSV file at the root of a file system, such as
// the tables that are built into the program.
func ImportFS(ctx context.Context, a *store.Archive, tables fs.FS, o ImportOptions) (Report, error) {
	inputs, err := filesIn(tables)
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
	type kindOf struct {
		kind tabular.TableKind
		of   Input
	}
	kinds := make([]kindOf, len(inputs))
	for i, in := range inputs {
		f, err := in.Open()
		if err != nil {
			return nil, err
		}
		t, err := tabular.NewReader(in.Name, f)
		f.Close() // was only read
		if err != nil {
			return nil, err
		}
		kinds[i] = kindOf{t.Kind, in}
	}
	slices.SortStableFunc(kinds, func(a, b kindOf) int { return cmp.Compare(a.kind, b.kind) })
	ordered := make([]Input, len(inputs))
	for i, k := range kinds {
		ordered[i] = k.of
	}
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
			err = ctx.Err()
		}
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
			return explain(ctx, err, in.Name, record.Row)
		}
	}
	if report.Read == 0 {
		return &tabular.FileError{Name: in.Name, Reason: "the file has a header and no rows"}
	}
	imp.report.Files = append(imp.report.Files, report)
	return nil
}

// explain names the file and the row in an error that ends an import. A
// cancelled import needs neither, nor does an error that names the file itself.
func explain(ctx context.Context, err error, name string, row int) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var file *tabular.FileError
	if errors.As(err, &file) {
		return err
	}
	return fmt.Errorf("import %s: row %d: %w", name, row, err)
}

// row puts one row into the batch. A *tabular.CellError leaves the batch as it
// was.
func (imp *importer) row(ctx context.Context, t *tabular.Reader, r *tabular.Record) (store.Outcome, error) {
	var outcome store.Outcome
	var err error
	switch t.Kind {
	case tabular.Collections:
		c, parsing := tabular.ParseCollection(r)
		outcome, err = imp.put(parsing, c.Key, r, func() (store.Outcome, error) { return imp.batch.PutCollection(ctx, c) })
	case tabular.Actors:
		a, parsing := tabular.ParseActor(t, r)
		outcome, err = imp.put(parsing, a.Key, r, func() (store.Outcome, error) { return imp.batch.PutActor(ctx, &a) })
	case tabular.Agreements:
		a, parsing := tabular.ParseAgreement(r)
		outcome, err = imp.put(parsing, a.Key, r, func() (store.Outcome, error) { return imp.batch.PutAgreement(ctx, &a) })
	case tabular.Events:
		e, parsing := tabular.ParseEvent(r)
		e.Origin = model.Origin{File: t.Name, Row: r.Row}
		outcome, err = imp.put(parsing, e.Key, r, func() (store.Outcome, error) { return imp.batch.PutEvent(ctx, &e) })
	}
	var refused *store.FieldError
	if errors.As(err, &refused) {
		err = &tabular.CellError{Column: refused.Field, Value: r.Cell(refused.Field), Reason: refused.Reason}
	}
	return outcome, err
}

// put puts what was parsed into the batch, unless parsing failed or an earlier
// row of the file has the same id: one of the two would be lost without a word.
// Rows without an id of their own have the same one when all they say is the
// same.
func (imp *importer) put(parsing error, id string, r *tabular.Record, put func() (store.Outcome, error)) (store.Outcome, error) {
	if parsing != nil {
		return store.Unchanged, parsing
	}
	first, twice := imp.seen[id]
	switch {
	case id == "":
	case twice && r.Cell("id") == "":
		return store.Unchanged, &tabular.CellError{Reason: fmt.Sprintf("row %d says the same", first)}
	case twice:
		return store.Unchanged, &tabular.CellError{Column: "id", Value: id, Reason: fmt.Sprintf("row %d has the same id", first)}
	default:
		imp.seen[id] = r.Row
	}
	return put()
}
