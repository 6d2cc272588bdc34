package workspace

import (
	"context"
	"errors"

	"chancery/model"
)

// everything says that nothing is as it was.
const everything = ArchiveChanged | ColumnsChanged | FilterChanged | LanesChanged |
	SelectionChanged | DetailChanged | MatchesChanged | HistoryChanged

// Open opens the archive at path in place of the one that is open, which stays
// open when the new one cannot be. It reads what the first frame needs and may
// take many seconds on a large archive whose snapshot is stale.
func (w *Workspace) Open(ctx context.Context, path string) error {
	return w.Finish(ctx, Begin(ctx, path, w.view.grouping, w.view.rollUp))
}

// Finish waits until an archive that is being read can be shown, and makes it
// the open one. Its columns may then still be read: see Reading.
func (w *Workspace) Finish(ctx context.Context, o *Opening) error {
	if err := o.see(ctx); err != nil {
		return o.Drop(err)
	}
	return w.adopt(o, func(error) {})
}

// OpenLater opens the archive at path in the background and calls done with
// the outcome.
func (w *Workspace) OpenLater(path string, done func(error)) *Job {
	return w.FinishLater(w.Begin(path, false), done)
}

// Begin starts reading the archive at path with the lanes of the workspace, for
// FinishLater.
func (w *Workspace) Begin(path string, readOnly bool) *Opening {
	return begin(context.Background(), path, w.view.grouping, w.view.rollUp, readOnly)
}

// FinishLater is Finish in the background: it calls done with the outcome. The
// job reports how many rows are read when the snapshot has to be made anew, and
// cancelling it leaves open what was open.
func (w *Workspace) FinishLater(o *Opening, done func(error)) *Job {
	return w.jobs.Start("Open "+o.path, func(ctx context.Context, j *Job) error {
		report := j.Report
		o.report.Store(&report)
		if err := o.see(ctx); err != nil {
			return o.Drop(err)
		}
		return nil
	}, func(err error) {
		if err == nil {
			err = w.adopt(o, done)
		}
		done(err)
	})
}

// adopt makes an archive the open one: its sketch until all is read, or all.
func (w *Workspace) adopt(o *Opening, done func(error)) error {
	err := w.close()
	if o.sketch == nil {
		w.adoptAll(o.found)
		return err
	}
	columns, lanes := o.sketch.Unfold()
	w.reset(o.archive, columns)
	w.opening = o
	if lanes.Grouping == w.view.grouping && !w.view.rollUp {
		w.view.lanes = lanes
	}
	w.notify(everything)
	w.awaitColumns(o, done)
	return err
}

func (w *Workspace) adoptAll(l *loaded) {
	w.reset(l.archive, l.columns)
	w.history = l.history
	if l.lanes.Grouping == w.view.grouping && l.lanes.RollUp == w.view.rollUp {
		w.view.lanes = l.lanes
	}
	w.notify(everything)
	w.followIndex()
	if archive, columns := l.archive, l.columns; columns.WorthSketch() {
		// So that it opens faster the next time.
		w.fetch(func(ctx context.Context) error { return archive.SaveSketches(ctx, columns) }, func() {})
	}
}

// Reading reports whether the columns of the open archive are still being read.
// Until then Sketch returns what can be shown of it.
func (w *Workspace) Reading() bool { return w.opening != nil }

// Sketch returns what there is to draw now: while the columns are being read,
// those of a model.Sketch and its lanes, as far as they are of the grouping; then
// Columns and Lanes.
func (w *Workspace) Sketch() (*model.Columns, *model.Lanes) {
	if w.opening != nil && w.view.lanes != nil && w.view.filter.IsZero() {
		return w.columns, w.view.lanes
	}
	return w.Columns(), w.Lanes()
}

// ReadOn starts reading the columns: after the first frame, which then need not
// share the processors with that. Whoever asks for the columns starts it too.
func (w *Workspace) ReadOn() {
	if w.opening != nil {
		w.opening.readOn()
	}
}

// awaitColumns takes the columns over when they are read.
func (w *Workspace) awaitColumns(o *Opening, done func(error)) {
	w.jobs.Start("Open "+o.path, func(ctx context.Context, j *Job) error {
		report := j.Report
		o.report.Store(&report)
		select {
		case <-o.ready:
		case <-o.rebuilding:
			w.deliver(func() { w.complete(o) })
		case <-ctx.Done():
			o.cancel()
		}
		<-o.ready
		return o.err
	}, func(err error) {
		w.complete(o)
		if w.rebuilding != o {
			return
		}
		w.rebuilding = nil
		if err == nil {
			w.adoptAll(o.found)
		} else {
			err = errors.Join(err, o.archive.Close())
		}
		done(err)
	})
}

// complete waits for the columns of an archive that is shown by its sketch. When
// they cannot be had in a moment, because the snapshot is damaged and the tables
// must be read, nothing is shown meanwhile: a sketch has but one view.
func (w *Workspace) complete(o *Opening) {
	if o == nil || w.opening != o {
		return
	}
	o.readOn()
	select {
	case <-o.ready:
	case <-o.rebuilding:
	}
	w.opening = nil
	select {
	case <-o.ready:
		if o.err == nil {
			w.takeOver(o.found)
			return
		}
	default:
	}
	w.rebuilding = o
	w.cancel()
	w.reset(nil, nil)
	w.deliver(func() { w.notify(everything) })
}

// takeOver puts what was read in the place of the sketch, which shows the same.
func (w *Workspace) takeOver(l *loaded) {
	w.columns, w.history = l.columns, l.history
	if w.view.lanes != nil {
		w.view.lanes = l.lanes
	}
	w.labels.forget(nil)
	w.deliver(func() {
		if w.columns == l.columns {
			w.notify(ColumnsChanged | LanesChanged | HistoryChanged)
			w.followIndex()
		}
	})
}
