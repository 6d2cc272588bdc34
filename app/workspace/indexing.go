package workspace

import (
	"context"
	"errors"
	"runtime"
)

// indexing is the search index following the archive in the background.
type indexing struct {
	on  bool
	job *Job
	err error // why it last failed
}

// KeepIndexed lets the search index follow the archives that are opened, as a job
// when there is much to do for it. Without it a search finds what is indexed.
func (w *Workspace) KeepIndexed() {
	w.indexing.on = true
	w.followIndex()
}

// followIndex begins the job when there is much to do and it does not run. It
// leaves a processor to the window.
func (w *Workspace) followIndex() {
	if w.archive == nil || !w.indexing.on || w.indexing.job != nil {
		return
	}
	archive := w.archive
	var missing int64
	w.fetch(func(ctx context.Context) (err error) {
		missing, err = archive.Unindexed(ctx)
		return err
	}, func() {
		if missing == 0 || w.indexing.job != nil || archive != w.archive {
			return
		}
		w.indexing.job = w.jobs.Start("Index for search", func(ctx context.Context, j *Job) error {
			return archive.Index(ctx, max(runtime.GOMAXPROCS(0)-1, 1), j.Report)
		}, func(err error) {
			if archive != w.archive {
				return
			}
			w.indexing.job, w.indexing.err = nil, nil
			if !errors.Is(err, context.Canceled) {
				w.indexing.err = err
			}
			w.searchAgain()
			w.refilter()
		})
	})
}

// Partial reports whether the search found only a part of what there is, because
// the search index is not complete; why says what keeps it from being completed,
// if anything does.
func (w *Workspace) Partial() (partial bool, why error) { return w.search.partial, w.indexing.err }
