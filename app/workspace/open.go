package workspace

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"

	"chancery/data/store"
	"chancery/model"
)

// An Opening is an archive that is being read in the background. It can begin
// before there is a window to show the archive in; Finish or FinishLater makes
// it the open archive of a workspace. Each Opening is for one of them.
//
// It is read in three steps. First the file is opened, which says whether it is
// an archive. Then the sketch is read, if it has one: enough for a first frame.
// The columns are read last and, after a sketch, when ReadOn is called, so that
// the first frame need not share the processors with them.
type Opening struct {
	path     string
	readOnly bool
	ctx      context.Context
	cancel   context.CancelFunc
	report   atomic.Pointer[func(done, total int64)]

	opened chan struct{} // closed when archive or refused is set
	seen   chan struct{} // closed when sketch is set, or is known to stay nil
	ready  chan struct{} // closed when found or err is set

	// rebuilding is closed when the snapshot turns out to be stale or damaged,
	// and all tables must be read.
	rebuilding chan struct{}

	archive *store.Archive
	refused error
	sketch  *model.Sketch
	found   *loaded
	err     error

	proceed  chan struct{} // closed to read the columns
	readOnce sync.Once
}

// loaded is all that a workspace needs of an archive.
type loaded struct {
	archive *store.Archive
	columns *model.Columns
	history history
	lanes   *model.Lanes // of all events
}

// Begin starts reading the archive at path, and its lanes for a grouping.
func Begin(ctx context.Context, path string, by model.Grouping, rollUp bool) *Opening {
	return begin(ctx, path, by, rollUp, false)
}

// BeginReadOnly is Begin for an archive that is not to be changed.
func BeginReadOnly(ctx context.Context, path string, by model.Grouping, rollUp bool) *Opening {
	return begin(ctx, path, by, rollUp, true)
}

func begin(ctx context.Context, path string, by model.Grouping, rollUp, readOnly bool) *Opening {
	ctx, cancel := context.WithCancel(ctx)
	o := &Opening{
		path: path, readOnly: readOnly, ctx: ctx, cancel: cancel,
		opened: make(chan struct{}), seen: make(chan struct{}), ready: make(chan struct{}),
		rebuilding: make(chan struct{}), proceed: make(chan struct{}),
	}
	go o.read(by, rollUp)
	return o
}

// read takes the steps.
func (o *Opening) read(by model.Grouping, rollUp bool) {
	defer close(o.ready)
	if o.readOnly {
		o.archive, o.refused = store.OpenReadOnly(o.ctx, o.path)
	} else {
		o.archive, o.refused = openArchive(o.ctx, o.path)
	}
	close(o.opened)
	if o.refused == nil && !rollUp {
		// Without a sketch all is read, and errors are found again there.
		o.sketch, _ = o.archive.LoadSketch(o.ctx, by)
	}
	close(o.seen)
	if o.err = o.refused; o.err != nil {
		return
	}
	if o.sketch != nil {
		select {
		case <-o.proceed:
		case <-o.ctx.Done():
			o.err = o.ctx.Err()
			return
		}
	}
	o.found, o.err = load(o.ctx, o.archive, by, rollUp, o.progress())
}

// progress returns what is told of the rows that are read from the tables.
func (o *Opening) progress() func(done, total int64) {
	var first sync.Once
	return func(done, total int64) {
		first.Do(func() { close(o.rebuilding) })
		if report := o.report.Load(); report != nil {
			(*report)(done, total)
		}
	}
}

// openArchive opens an archive, for reading alone when the file or its folder
// cannot be written.
func openArchive(ctx context.Context, path string) (*store.Archive, error) {
	archive, err := store.Open(ctx, path)
	if errors.Is(err, store.ErrReadOnly) {
		return store.OpenReadOnly(ctx, path)
	}
	return archive, err
}

func load(ctx context.Context, archive *store.Archive, by model.Grouping, rollUp bool, report func(done, total int64)) (*loaded, error) {
	l := &loaded{archive: archive}
	var err error
	if l.columns, err = archive.LoadColumns(ctx, report); err != nil {
		return nil, err
	}
	if l.history, err = readHistory(ctx, archive); err != nil {
		return nil, err
	}
	l.lanes = l.columns.Lanes(by, nil, rollUp)
	return l, nil
}

// Path returns the path of the archive as it was given.
func (o *Opening) Path() string { return o.path }

// Opened waits until the file is known to be an archive, which takes a moment
// whatever its size, and else returns why not.
func (o *Opening) Opened() error {
	<-o.opened
	return o.refused
}

// Seen reports whether there is something to show already, or an error: whether
// Finish would return at once.
func (o *Opening) Seen() bool {
	select {
	case <-o.ready:
		return true
	case <-o.seen:
		return o.sketch != nil
	default:
		return false
	}
}

// readOn lets the columns be read.
func (o *Opening) readOn() { o.readOnce.Do(func() { close(o.proceed) }) }

// see waits until there is something to show, a sketch or all, or nothing ever
// will be.
func (o *Opening) see(ctx context.Context) error {
	select {
	case <-o.seen:
	case <-ctx.Done():
		return ctx.Err()
	}
	if o.sketch != nil {
		return nil
	}
	return o.wait(ctx)
}

// wait waits until all is read.
func (o *Opening) wait(ctx context.Context) error {
	o.readOn()
	select {
	case <-o.ready:
		return o.err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Drop gives up an archive that is being read because of err, which it returns
// with what else goes wrong. A nil Opening has nothing to give up.
func (o *Opening) Drop(err error) error {
	if o == nil {
		return err
	}
	o.cancel()
	<-o.ready
	if o.archive != nil {
		err = errors.Join(err, o.archive.Close())
	}
	return err
}
