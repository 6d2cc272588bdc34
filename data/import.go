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
	"chancery/internal/keytable"
)

// ImportOptions say how to import. Progress is called with bytes read of all
// bytes, often and from one goroutine at a time.
type ImportOptions struct {
	DryRun   bool
	Founding bool // a new archive begins with it, and it is not to be undone
	Progress func(done, total int64)
	// Searchable has the search index made while events are written, which is the
	// quickest for whoever waits for it; else Archive.Index makes it later.
	Searchable bool
	// Hints are what is known of the files; HintsFor, by the name of an input,
	// goes before them.
	Hints    tabular.Hints
	HintsFor map[string]tabular.Hints
	Fold     []tabular.Fold // of tables of others
	// FoldFitting folds in the first way that is offered for a file.
	FoldFitting bool
	Limit       int // rows of each file that are read; 0 is all
	// Counted is called now and then with what became of the rows so far, from the
	// goroutine that calls Import; nil for nobody.
	Counted func(Count)
	Rejects io.Writer // takes the rows that are left out, as CSV with the reasons; nil for none
}

func (o *ImportOptions) hints(name string) tabular.Hints {
	if h, ok := o.HintsFor[name]; ok {
		return h
	}
	return o.Hints
}

// Import brings files into an archive, all of their good rows in one batch.
// Rows that cannot be read are the report's problems. On any error, and when
// ctx is cancelled, the archive is as it was.
//
// The files may come in any order: actors go in before the events that name
// them. What each file holds is found out; see Sniff.
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

// surveyed is how large a file Sniff looks through to its end, in bytes.
const surveyed = 256 << 20

// Sniff finds out what a file holds. Of a large one it sees the beginning only;
// an import looks at all of it. A compressed file is sniffed as what is in it.
func Sniff(ctx context.Context, in Input, h tabular.Hints) (*tabular.Understanding, error) {
	unpacked, err := unpack([]Input{in})
	if err != nil {
		return nil, err
	}
	file := unpacked[0].file()
	u, err := tabular.Sniff(ctx, file, h)
	if err != nil || unpacked[0].Size > surveyed {
		return u, err
	}
	return u, u.Survey(ctx, file)
}

// ImportInputs is Import for files that need not lie on a disk.
func ImportInputs(ctx context.Context, a *store.Archive, inputs []Input, o ImportOptions) (Report, error) {
	inputs, err := unpack(inputs)
	if err != nil {
		return Report{}, err
	}
	names := make([]string, len(inputs))
	imp := importer{options: &o, report: Report{Problems: []Problem{}, Fold: []string{}, Files: []FileReport{}, Foldable: map[tabular.Fold]int{}, DryRun: o.DryRun}}
	imp.meter.report = o.Progress
	for i, in := range inputs {
		names[i] = in.Name
		imp.meter.total += in.Size
	}
	readings := make([]reading, len(inputs))
	for i, in := range inputs {
		if readings[i], err = read(ctx, in, o.hints(in.Name)); err != nil {
			return Report{}, err
		}
	}
	// What rows name comes before them, and so do sources that are to be added.
	slices.SortStableFunc(readings, func(a, b reading) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.rank(), b.rank()))
	})
	if o.DryRun && !slices.ContainsFunc(readings, func(r reading) bool { return r.kind != tabular.Events }) {
		imp.to = a.Compare() // nothing is written, and nobody has to wait
	} else {
		if imp.batch, err = a.Begin(ctx, "Import "+strings.Join(names, ", ")); err != nil {
			return Report{}, err
		}
		defer imp.batch.Rollback() // does nothing after Commit
		if o.Founding {
			if err := imp.batch.Found(ctx); err != nil {
				return Report{}, err
			}
		}
		if o.Searchable {
			imp.batch.SearchMeanwhile()
		}
		imp.batch.Expect(expected(readings, o.Limit))
		imp.to = imp.batch
	}
	var sums []<-chan sum
	if !o.DryRun {
		sums = sumsOf(ctx, readings)
	}
	for _, r := range readings {
		if err := imp.file(ctx, r); err != nil {
			return Report{}, err
		}
	}
	if err := imp.citeStored(ctx, a); err != nil {
		return Report{}, err
	}
	imp.report.close(names)
	if o.DryRun {
		return imp.report, nil
	}
	content, err := imp.content(ctx, readings, sums)
	if err != nil {
		return Report{}, err
	}
	imp.batch.Describe(content)
	return imp.report, imp.batch.Commit(ctx)
}

// expected is about how many events there are in tables.
func expected(readings []reading, limit int) (events int) {
	for i := range readings {
		if r := &readings[i]; r.kind == tabular.Events && !r.isMentions() {
			rows := int(float64(r.input.Size) * r.density)
			if limit > 0 {
				rows = min(rows, limit)
			}
			events += rows
		}
	}
	return events
}

// An importer carries one import.
type importer struct {
	to      sink
	batch   *store.Batch // nil in a dry run of events alone
	options *ImportOptions
	meter   meter
	report  Report
	rejects rejects
	seen    *keytable.Table // the row of each id of the table at hand
	mentions
}

func (imp *importer) file(ctx context.Context, r reading) error {
	report := newFileReport(r)
	var err error
	if r.isMentions() {
		err = imp.collect(ctx, r, &report)
	} else if r.kind == tabular.Events {
		err = imp.events(ctx, r, &report)
	} else {
		err = imp.others(ctx, r, &report)
	}
	if err != nil {
		return err
	}
	if report.Read == 0 {
		return &tabular.FileError{Name: r.input.Name, Reason: "the file has a header and no rows"}
	}
	imp.report.Files = append(imp.report.Files, report)
	return nil
}

// feed opens a reading as rows of events.
func (imp *importer) feed(ctx context.Context, r reading) (tabular.Feed, error) {
	in := r.input
	metered := in.file()
	metered.Open = func() (io.ReadCloser, error) {
		f, err := in.Open()
		if err != nil {
			return nil, err
		}
		return imp.meter.through(f), nil
	}
	switch {
	case r.other != nil:
		f, err := metered.Open()
		if err != nil {
			return nil, err
		}
		return r.other.Open(in.Name, f)
	case r.own != nil && r.found != nil:
		text, err := r.found.Text(metered)
		if err != nil {
			return nil, err
		}
		return tabular.NewEventFeed(r.own, text, imp.options.hints(in.Name).Repairs)
	case r.own != nil:
		f, err := metered.Open()
		if err != nil {
			return nil, err
		}
		return tabular.NewEventFeed(r.own, f, imp.options.hints(in.Name).Repairs)
	}
	return r.found.Open(ctx, metered, imp.folds(r)...)
}

// folds are the ways to fold a file, which the report tells.
func (imp *importer) folds(r reading) []tabular.Fold {
	folds := imp.options.Fold
	if imp.options.FoldFitting && len(r.found.Folds) > 0 {
		folds = r.found.Folds[:1]
	}
	for _, f := range folds {
		if !slices.Contains(imp.report.Fold, string(f)) {
			imp.report.Fold = append(imp.report.Fold, string(f))
		}
	}
	return folds
}

// explain names the file and the row in an error that ends an import. A
// cancelled import needs neither, nor does an error that names the file itself.
func explain(ctx context.Context, err error, name string, row int) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var file *tabular.FileError
	switch {
	case errors.As(err, &file):
		return err
	case row == 0:
		return fmt.Errorf("import %s: %w", name, err)
	}
	return fmt.Errorf("import %s: row %d: %w", name, row, err)
}
