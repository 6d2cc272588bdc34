package workspace

import (
	"context"
	"slices"
	"sync"
	"sync/atomic"
	"time"
)

// Jobs is the work going on in the background that the user can see and cancel.
// Its methods belong to the goroutine that owns the workspace.
type Jobs struct {
	deliver func(func())
	changed func()
	running []*Job
	wait    sync.WaitGroup
	posting sync.WaitGroup // what ended, and has not told it yet
}

// A Job is one piece of background work. Report may be called from any
// goroutine; the other methods read what it reported.
type Job struct {
	Label   string
	Started time.Time
	done    atomic.Int64
	total   atomic.Int64
	cancel  context.CancelFunc
}

// Report says how much is done of how much; a total of 0 is not known.
func (j *Job) Report(done, total int64) {
	j.done.Store(done)
	j.total.Store(total)
}

// Progress returns the share that is done, from 0 to 1, and whether it is
// known.
func (j *Job) Progress() (share float64, known bool) {
	total := j.total.Load()
	if total <= 0 {
		return 0, false
	}
	return min(float64(j.done.Load())/float64(total), 1), true
}

// Cancel asks the job to stop. It leaves everything as it was before.
func (j *Job) Cancel() { j.cancel() }

// Start runs work on its own goroutine, then passes its error to finish on the
// owning goroutine. The job counts as running from this call until finish
// returns.
func (js *Jobs) Start(label string, work func(context.Context, *Job) error, finish func(error)) *Job {
	ctx, cancel := context.WithCancel(context.Background())
	j := &Job{Label: label, Started: time.Now(), cancel: cancel}
	js.running = append(js.running, j)
	js.wait.Add(1)
	js.posting.Add(1)
	js.changed()
	go func() {
		err := work(ctx, j)
		// Before it tells, since what it tells may wait for all work to end.
		js.wait.Done()
		defer js.posting.Done()
		js.deliver(func() {
			cancel()
			js.running = slices.DeleteFunc(js.running, func(r *Job) bool { return r == j })
			finish(err)
			js.changed()
		})
	}()
	return j
}

// Running returns the jobs under way, oldest first.
func (js *Jobs) Running() []*Job { return js.running }

// CancelAll asks every job to stop.
func (js *Jobs) CancelAll() {
	for _, j := range js.running {
		j.cancel()
	}
}

// Wait returns when no work runs any more. What finished work delivers may
// still be under way.
func (js *Jobs) Wait() { js.wait.Wait() }

// WaitDelivered is Wait, and waits besides until all that work delivers has been
// handed to deliver. What is delivered must not call it.
func (js *Jobs) WaitDelivered() {
	js.wait.Wait()
	js.posting.Wait()
}
