package workspace

import (
	"context"
	"errors"

	"chancery/data/store"
	"chancery/model"
	"chancery/model/edtf"
)

// A Change says what became different: a set of bits.
type Change uint

// The changes an observer can be told of.
const (
	ArchiveChanged   Change = 1 << iota // another archive is open, or none
	ColumnsChanged                      // events were added, changed or removed
	FilterChanged                       // which events are kept
	LanesChanged                        // how events are grouped
	SelectionChanged                    // which events are selected
	DetailChanged                       // the text of the selected event arrived
	MatchesChanged                      // what a search found, or the current match
	LabelsChanged                       // titles that marks wait for arrived
	AsOfChanged                         // the as-of date
	JobsChanged                         // work began, ended or moved on
	HistoryChanged                      // what can be undone
)

// ErrNoArchive says that nothing is open.
var ErrNoArchive = errors.New("no archive is open")

// A Workspace is the state behind the window. Its zero value is not usable;
// call New.
type Workspace struct {
	deliver   func(func())
	observers []func(Change)

	// root ends when the workspace closes its archive, and with it every
	// fetch that still runs against it.
	root   context.Context
	cancel context.CancelFunc

	archive *store.Archive
	columns *model.Columns
	unsaved bool // the columns are newer than the archive's snapshot of them

	opening    *Opening // whose columns are a sketch, nil when all is read
	rebuilding *Opening // to be open, and not shown, until its tables are read

	agreements agreements
	ties       ties
	views      views

	view      view
	selection selection
	search    search
	finding   context.CancelFunc
	labels    labels
	history   history
	asOf      asOf
	jobs      Jobs
	indexing  indexing
}

// New returns a workspace with nothing open. deliver runs a function on the
// goroutine that owns the workspace, now or later, in the order of the calls.
func New(deliver func(func())) *Workspace {
	w := &Workspace{deliver: deliver}
	w.jobs.deliver = deliver
	w.jobs.changed = func() { w.notify(JobsChanged) }
	w.reset(nil, nil)
	return w
}

// Observe calls f after every change, on the owning goroutine. Observers stay
// until the workspace goes.
func (w *Workspace) Observe(f func(Change)) { w.observers = append(w.observers, f) }

func (w *Workspace) notify(c Change) {
	if c == 0 {
		return
	}
	for _, f := range w.observers {
		f(c)
	}
}

// Close cancels what still runs, waits for it, and closes the archive.
func (w *Workspace) Close() error {
	err := w.close()
	w.reset(nil, nil)
	w.notify(ArchiveChanged | ColumnsChanged | SelectionChanged | DetailChanged | MatchesChanged)
	return err
}

func (w *Workspace) close() error {
	w.cancel()
	w.jobs.CancelAll()
	w.jobs.Wait()
	var err error
	if o := w.rebuilding; o != nil {
		err = o.archive.Close()
	}
	w.opening, w.rebuilding = nil, nil
	if w.archive == nil {
		return err
	}
	if w.unsaved {
		// Without a snapshot the next opening takes longer, and that is all.
		_ = w.archive.SaveSnapshot(context.Background(), w.columns)
	}
	return errors.Join(err, w.archive.Close())
}

// reset forgets everything about the last archive but the as-of date, the
// grouping and the observers, which are the user's.
func (w *Workspace) reset(archive *store.Archive, columns *model.Columns) {
	w.root, w.cancel = context.WithCancel(context.Background())
	w.archive, w.unsaved = archive, false
	if columns == nil {
		columns = model.Build(&model.Columns{}, nil)
	}
	w.columns = columns
	w.view = view{grouping: w.view.grouping, rollUp: w.view.rollUp, hidden: w.view.hidden}
	w.selection = selection{}
	w.search = search{}
	w.labels = newLabels()
	w.history = history{}
	w.indexing = indexing{on: w.indexing.on}
}

// Archive returns the open archive, or nil.
func (w *Workspace) Archive() *store.Archive { return w.archive }

// Columns returns the open chronology; it is empty when nothing is open, never
// nil. It waits while the columns are being read.
func (w *Workspace) Columns() *model.Columns {
	w.complete(w.opening)
	return w.columns
}

// Jobs returns the work going on in the background.
func (w *Workspace) Jobs() *Jobs { return &w.jobs }

// reload reads the columns again after the archive changed, keeping filter,
// search and selection as far as they still apply.
func (w *Workspace) reload(ctx context.Context) error {
	columns, err := w.archive.Columns(ctx)
	if err != nil {
		return err
	}
	past, err := readHistory(ctx, w.archive)
	if err != nil {
		return err
	}
	w.unsaved = false
	w.labels.forget(nil)
	clear(w.labels.known)
	w.replace(columns, past)
	w.followIndex()
	return nil
}

// replace shows other columns of the same archive.
func (w *Workspace) replace(columns *model.Columns, past history) {
	w.view.follow(w.columns, columns)
	w.columns, w.history = columns, past
	w.selection.keep(columns)
	w.fetchDetail()
	w.refilter()
	w.searchAgain()
	w.notify(ColumnsChanged | LanesChanged | SelectionChanged | HistoryChanged)
}

// asOf is the date from which days to a deadline are counted.
type asOf struct {
	at  edtf.Instant
	set bool
}

// AsOf returns the as-of date and whether the user chose it; when not, it is
// the caller's business to take today.
func (w *Workspace) AsOf() (at edtf.Instant, chosen bool) { return w.asOf.at, w.asOf.set }

// SetAsOf sets the as-of date.
func (w *Workspace) SetAsOf(at edtf.Instant) {
	w.asOf = asOf{at: at, set: true}
	w.notify(AsOfChanged)
}

// ClearAsOf goes back to today.
func (w *Workspace) ClearAsOf() {
	w.asOf = asOf{}
	w.notify(AsOfChanged)
}
