package workspace

import "context"

// fetch reads something small in the background and delivers it. A fetch that
// fails or outlives the archive is dropped without a word: it only fills in
// what is drawn, and is asked for again when it is wanted again.
func (w *Workspace) fetch(work func(context.Context) error, done func()) (cancel context.CancelFunc) {
	ctx, cancel := context.WithCancel(w.root)
	w.jobs.wait.Add(1)
	go func() {
		defer w.jobs.wait.Done()
		err := work(ctx)
		if err != nil || ctx.Err() != nil {
			cancel()
			return
		}
		w.deliver(func() {
			// The archive may have been closed between the post and now.
			if ctx.Err() == nil {
				done()
			}
			cancel()
		})
	}()
	return cancel
}
