package workspace

import (
	"context"
	"errors"
	"sync/atomic"

	"chancery/data/store"
	"chancery/model"
)

// An Opening is an archive that is being read in the background. It can begin
// before there is a window to show the archive in; Finish or FinishLater makes
// it the open archive of a workspace. Each Opening is for one of them.
type Opening struct {
	path   string
	cancel context.CancelFunc
	report atomic.Pointer[func(done, total int64)]
	ready  chan struct{} // closed when found and err are set
	found  *loaded
	err    error
}

// loaded is all that the first frame needs of an archive.
type loaded struct {
	archive *store.Archive
	columns *model.Columns
	history history
	lanes   *model.Lanes // of all events
}

// Begin starts reading the archive at path, and its lanes for a grouping.
func Begin(ctx context.Context, path string, by model.Grouping, rollUp bool) *Opening {
	ctx, cancel := context.WithCancel(ctx)
	o := &Opening{path: path, cancel: cancel, ready: make(chan struct{})}
	go func() {
		defer close(o.ready)
		o.found, o.err = load(ctx, path, by, rollUp, func(done, total int64) {
			if report := o.report.Load(); report != nil {
				(*report)(done, total)
			}
		})
	}()
	return o
}

// wait returns what was read. When ctx ends first, the archive is closed again.
func (o *Opening) wait(ctx context.Context) (*loaded, error) {
	defer o.cancel()
	select {
	case <-o.ready:
		return o.found, o.err
	case <-ctx.Done():
	}
	return nil, o.Drop(ctx.Err())
}

// Drop gives up an archive that is being read because of err, which it returns
// with what else goes wrong. A nil Opening has nothing to give up.
func (o *Opening) Drop(err error) error {
	if o == nil {
		return err
	}
	o.cancel()
	<-o.ready
	if o.err == nil {
		err = errors.Join(err, o.found.archive.Close())
	}
	return err
}

func load(ctx context.Context, path string, by model.Grouping, rollUp bool, report func(done, total int64)) (*loaded, error) {
	archive, err := store.Open(ctx, path)
	if errors.Is(err, store.ErrReadOnly) {
		archive, err = store.OpenReadOnly(ctx, path)
	}
	if err != nil {
		return nil, err
	}
	l := &loaded{archive: archive}
	if l.columns, err = archive.LoadColumns(ctx, report); err == nil {
		l.history, err = readHistory(ctx, archive)
	}
	if err != nil {
		return nil, errors.Join(err, archive.Close())
	}
	l.lanes = l.columns.Lanes(by, nil, rollUp)
	return l, nil
}

// Open opens the archive at path in place of the one that is open, which stays
// open when the new one cannot be. It reads what the first frame needs and may
// take many seconds on a large archive whose snapshot is stale.
func (w *Workspace) Open(ctx context.Context, path string) error {
	return w.Finish(ctx, Begin(ctx, path, w.view.grouping, w.view.rollUp))
}

// Finish waits for an archive that is being read, and makes it the open one.
func (w *Workspace) Finish(ctx context.Context, o *Opening) error {
	found, err := o.wait(ctx)
	if err != nil {
		return err
	}
	return w.adopt(found)
}

// OpenLater opens the archive at path in the background and calls done with
// the outcome.
func (w *Workspace) OpenLater(path string, done func(error)) *Job {
	return w.FinishLater(Begin(context.Background(), path, w.view.grouping, w.view.rollUp), done)
}

// FinishLater is Finish in the background: it calls done with the outcome. The
// job reports how many rows are read when the snapshot has to be made anew, and
// cancelling it leaves open what was open.
func (w *Workspace) FinishLater(o *Opening, done func(error)) *Job {
	var found *loaded
	return w.jobs.Start("Open "+o.path, func(ctx context.Context, j *Job) (err error) {
		report := j.Report
		o.report.Store(&report)
		found, err = o.wait(ctx)
		return err
	}, func(err error) {
		if err == nil {
			err = w.adopt(found)
		}
		done(err)
	})
}

// adopt makes a loaded archive the open one.
func (w *Workspace) adopt(l *loaded) error {
	err := w.close()
	w.reset(l.archive, l.columns)
	w.history = l.history
	if l.lanes.Grouping == w.view.grouping && l.lanes.RollUp == w.view.rollUp {
		w.view.lanes = l.lanes
	}
	w.notify(ArchiveChanged | ColumnsChanged | FilterChanged | LanesChanged |
		SelectionChanged | DetailChanged | MatchesChanged | HistoryChanged)
	w.followIndex()
	return err
}
