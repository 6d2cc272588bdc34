package workspace

import (
	"context"
	"fmt"
	"io"
	"slices"
	"sync/atomic"

	"chancery/data"
	"chancery/data/tabular"
)

// An Importing is an import that a person prepares: the files, what was found out
// of each, what the person says of it, and what would happen. Nothing of it is in
// the archive before Run. Its methods belong to the goroutine that owns the
// workspace; observers are told of every change.
type Importing struct {
	Files []*ImportFile
	At    int            // the file at hand
	Folds []tabular.Fold // that the person chose

	Report  *data.Report // of the last dry run, nil before the first
	Partial bool         // it saw the first rows of large files only
	Err     error        // why there is none

	w        *Workspace
	whole    bool // the last dry run asked for was of all rows
	observer func()
	looking  *Job
	checking *Job
	counted  atomic.Pointer[data.Count]
}

// An ImportFile is one file of an import.
type ImportFile struct {
	Input data.Input
	Hints tabular.Hints
	Look  *data.Look // nil when it cannot be read at all
	Err   error      // why it cannot be imported as it is understood

	sureness map[string]float64 // of what columns were guessed to mean
	settled  map[string]bool    // guesses that the person agreed to or changed
}

// previewRows is how many rows of a file are understood to be looked at.
const previewRows = 200

// quickBytes is up to which size files are counted to their end after every
// change; of larger ones the first quickRows rows are.
const (
	quickBytes = 32 << 20
	quickRows  = 50_000
)

// PrepareImport looks at files in the background and passes the import to done.
// Of the kept mappings, one that suits a table of which nothing better is known is
// taken.
func (w *Workspace) PrepareImport(open func() ([]data.Input, error), kept data.Mappings, done func(*Importing, error)) *Job {
	im := &Importing{w: w, observer: func() {}}
	return w.jobs.Start("Import", func(ctx context.Context, j *Job) error {
		inputs, err := open()
		if err != nil {
			return err
		}
		if inputs, err = data.Unpack(inputs); err != nil {
			return err
		}
		names := map[string]int{}
		for _, in := range inputs {
			if names[in.Name]++; names[in.Name] > 1 {
				in.Name = fmt.Sprintf("%s (%d)", in.Name, names[in.Name])
			}
			f := &ImportFile{Input: in, settled: map[string]bool{}}
			if f.Look, f.Err = data.LookAt(ctx, in, f.Hints, previewRows); f.Look == nil {
				return f.Err
			}
			f.noteGuesses()
			if err := f.reuse(ctx, kept); err != nil {
				return err
			}
			im.Files = append(im.Files, f)
		}
		return nil
	}, func(err error) { done(im, err) })
}

// noteGuesses remembers how sure the guesses are.
func (f *ImportFile) noteGuesses() {
	f.sureness = map[string]float64{}
	if !f.Look.Foreign() || f.Look.Understanding.Profile != tabular.ProfileNone {
		return
	}
	for _, c := range f.Look.Understanding.Columns {
		if c.Means != tabular.MeansNothing {
			f.sureness[c.Name] = c.Confidence
		}
	}
}

// reuse takes a kept mapping that suits the file.
func (f *ImportFile) reuse(ctx context.Context, kept data.Mappings) error {
	if !f.Look.Foreign() || f.Look.Understanding.Profile != tabular.ProfileNone {
		return nil
	}
	mapping := kept.Suiting(f.Look.Header)
	if mapping == nil {
		return nil
	}
	h := tabular.Hints{Mapping: mapping}
	look, err := data.LookAt(ctx, f.Input, h, previewRows)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err == nil {
		f.Hints, f.Look, f.Err = h, look, nil
		clear(f.sureness)
	}
	return nil
}

// leastSure is how sure a guess is that needs no look of a person.
const leastSure = 0.6

// Unsure returns the columns whose meaning is a doubtful guess that nobody has
// agreed to yet.
func (f *ImportFile) Unsure() []string {
	var unsure []string
	for _, name := range f.Look.Header {
		if sure, guessed := f.sureness[name]; guessed && sure < leastSure && !f.settled[name] {
			unsure = append(unsure, name)
		}
	}
	return unsure
}

// Doubtful reports an encoding that is little more than a guess, and that nobody
// has agreed to yet.
func (f *ImportFile) Doubtful() bool {
	u := f.Look.Understanding
	return u != nil && u.EncodingConfidence < leastSure && !f.settled[""]
}

// Observe calls f after every change.
func (im *Importing) Observe(f func()) { im.observer = f }

// File is the file at hand.
func (im *Importing) File() *ImportFile { return im.Files[im.At] }

// Settle agrees to the guess of a column's meaning, or with "" to that of the
// encoding.
func (im *Importing) Settle(column string) {
	im.File().settled[column] = true
	im.observer()
}

// SetHints says something else of the file at hand, which is looked at again, and
// then counted.
func (im *Importing) SetHints(h tabular.Hints) {
	f := im.File()
	f.Hints = h
	if im.looking != nil {
		im.looking.Cancel()
	}
	var look *data.Look
	var job *Job
	job = im.w.jobs.Start("Read", func(ctx context.Context, _ *Job) (err error) {
		look, err = data.LookAt(ctx, f.Input, h, previewRows)
		return err
	}, func(err error) {
		if im.looking != job {
			return
		}
		im.looking = nil
		if f.Err = err; look != nil {
			f.Look = look
		}
		im.Check(im.whole)
	})
	im.looking = job
}

// Looking reports whether the file at hand is being looked at.
func (im *Importing) Looking() bool { return im.looking != nil }

// Checking returns the dry run under way, nil for none.
func (im *Importing) Checking() *Job { return im.checking }

// Counted is what became of the rows of the run under way, so far.
func (im *Importing) Counted() data.Count {
	if c := im.counted.Load(); c != nil {
		return *c
	}
	return data.Count{}
}

// Check begins a dry run in place of the one under way: of all rows or, unless
// whole, of the first ones of large files.
func (im *Importing) Check(whole bool) {
	im.whole = whole
	if im.checking != nil {
		im.checking.Cancel()
		im.checking = nil
	}
	for _, f := range im.Files {
		if im.Err = f.Err; im.Err != nil {
			im.Report = nil
			im.observer()
			return
		}
	}
	o := im.options()
	o.DryRun = true
	partial := !whole && im.size() > quickBytes
	if partial {
		o.Limit = quickRows
	}
	var report data.Report
	var job *Job
	job = im.start("Check", o, &report, func(err error) {
		if im.checking != job {
			return
		}
		im.checking = nil
		switch {
		case err != nil:
			im.Report, im.Err = nil, err
		default:
			im.Report, im.Err, im.Partial = &report, nil, partial
		}
		im.observer()
	})
	im.checking = job
	im.observer()
}

// Run imports the files as one batch. done is called with what happened; after an
// error or a cancel the archive is as it was.
func (im *Importing) Run(done func(data.Report, error)) *Job {
	im.Stop()
	var report data.Report
	archive := im.w.archive
	return im.start("Import", im.options(), &report, func(err error) {
		if err == nil && archive == im.w.archive {
			err = im.w.reload(im.w.root)
		}
		done(report, err)
	})
}

// start runs an import with the files' hints.
func (im *Importing) start(label string, o data.ImportOptions, report *data.Report, finish func(error)) *Job {
	archive, inputs := im.w.archive, im.inputs()
	im.counted.Store(nil)
	return im.w.jobs.Start(label, func(ctx context.Context, j *Job) (err error) {
		if archive == nil {
			return ErrNoArchive
		}
		o.Progress = j.Report
		o.Counted = func(c data.Count) { im.counted.Store(&c) }
		*report, err = data.ImportInputs(ctx, archive, inputs, o)
		return err
	}, finish)
}

// Rejects returns what writes the rows that are left out, with their reasons.
func (im *Importing) Rejects() func(context.Context, io.Writer) error {
	archive, inputs, o := im.w.archive, im.inputs(), im.options()
	o.DryRun = true
	return func(ctx context.Context, out io.Writer) error {
		o.Rejects = out
		_, err := data.ImportInputs(ctx, archive, inputs, o)
		return err
	}
}

// Stop ends what is under way.
func (im *Importing) Stop() {
	for _, job := range []*Job{im.looking, im.checking} {
		if job != nil {
			job.Cancel()
		}
	}
	im.looking, im.checking = nil, nil
}

func (im *Importing) options() data.ImportOptions {
	o := data.ImportOptions{Fold: slices.Clone(im.Folds), HintsFor: map[string]tabular.Hints{}}
	for _, f := range im.Files {
		o.HintsFor[f.Input.Name] = f.Hints
	}
	return o
}

func (im *Importing) inputs() []data.Input {
	inputs := make([]data.Input, 0, len(im.Files))
	for _, f := range im.Files {
		inputs = append(inputs, f.Input)
	}
	return inputs
}

func (im *Importing) size() (bytes int64) {
	for _, f := range im.Files {
		bytes += f.Input.Size
	}
	return bytes
}

// Agree settles the guess of a column's meaning without telling anyone.
func (f *ImportFile) Agree(column string) { f.settled[column] = true }

// Answered are the answers that were given or found, for a mapping that is kept.
func (f *ImportFile) Answered() tabular.Answers {
	answers := tabular.Answers{}
	for _, q := range f.Look.Understanding.Questions {
		if q.Answer != "" && f.Hints.Answers[q.ID]+f.Hints.Answers[string(q.Kind)] != "" {
			answers[q.ID] = q.Answer
		}
	}
	return answers
}
