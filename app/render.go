package app

import (
	"context"
	"fmt"
	"image"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"chancery/app/scene"
	"chancery/app/workspace"
	"chancery/charts"
	"chancery/data"
	"chancery/model"
	"chancery/model/edtf"
)

// RenderOptions says what a picture of the window shows.
type RenderOptions struct {
	Archive string         // path
	Table   bool           // the table instead of the timeline
	Actors  bool           // the actors instead of the timeline
	Subject charts.Subject // whose charts are shown; nobody for the busiest

	Width, Height int     // dp, the menu bar included
	Scale         float32 // pixels per dp; 0 means 1
	Look          Look    // LookSystem means light
	TextScale     float32 // 0 means 1

	// SavedView is the name of a view of the archive, which then says Lanes,
	// RollUp, Filter, AsOf, From and To.
	SavedView string

	Lanes    model.Grouping
	RollUp   bool
	Compact  bool
	Filter   model.Filter
	Query    string
	Selected []string     // keys of events
	Trace    Trace        // of the one selected event
	AsOf     edtf.Instant // 0 means today
	From, To edtf.Instant // both 0 means everything
	Hidden   bool         // the details panel stays closed

	// Reopened is the view of a report, which says Archive, what SavedView would
	// say, and Selected; nil for none.
	Reopened   *data.Reopened
	Import     []string // paths of files on which the import window is open
	ImportRows bool     // on its page of the rows, and not that of the columns

	firstFrame func() // as Options.FirstFrame
	atOnce     bool   // what the rest of the window says of the timeline is said at once
}

// A Trace says which chain of links is lit up in a picture.
type Trace uint8

// The traces: none, what led to the selected event, and what came of it.
const (
	NoTrace Trace = iota
	TraceBack
	TraceForward
)

// Render paints the window's content without a display: the very widgets of the
// window, through Fyne's software painter.
func Render(ctx context.Context, o RenderOptions) (image.Image, error) {
	o.atOnce = true
	w, queue, closing, err := offscreen(ctx, o)
	if err != nil {
		return nil, err
	}
	defer closing()
	for {
		picture := w.win.Canvas().Capture()
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if !queue.settle(w) {
			return picture, nil
		}
	}
}

// offscreen opens a window that no display shows, and sets it as the options
// say. What goroutines deliver to it waits in the queue.
func offscreen(ctx context.Context, o RenderOptions) (w *Window, q *queue, closing func(), err error) {
	// While the archive is read, the window is made.
	if r := o.Reopened; r != nil {
		o.Archive, o.Lanes, o.RollUp, o.Filter = r.Archive, r.View.Grouping, r.View.RollUp, r.View.Filter
	}
	begin := workspace.Begin
	if o.Reopened != nil && o.Reopened.Own {
		begin = workspace.BeginReadOnly
	}
	opening := begin(ctx, o.Archive, o.Lanes, o.RollUp)
	a := test.NewApp()
	fonts := readFonts()
	if err := loadWords(); err != nil {
		return nil, nil, nil, opening.Drop(err)
	}
	if o.Look == LookSystem || o.Look == "" {
		o.Look = LookLight
	}
	if o.TextScale <= 0 {
		o.TextScale = 1
	}
	a.Settings().SetTheme(NewTheme(o.Look, o.TextScale))
	q = &queue{}
	win := test.NewWindow(container.NewWithoutLayout())
	closing = func() { win.Close(); a.Quit() }
	if w, err = newWindow(a, win, Options{FirstFrame: o.firstFrame}, fonts, q.add); err != nil {
		closing()
		return nil, nil, nil, opening.Drop(err)
	}
	closing = func() { w.Workspace.Close(); win.Close(); a.Quit() }
	if o.atOnce {
		w.timeline.pace.every = 0
	}
	w.frame.menuHeight = menuBarHeight
	w.body.Add(newMenuStrip(w.menu()))
	if c, ok := win.Canvas().(interface{ SetScale(float32) }); ok && o.Scale > 0 {
		c.SetScale(o.Scale)
	}
	win.Resize(fyne.NewSize(float32(max(o.Width, leastWidth)), float32(max(o.Height, leastHeight))))
	if err := w.prepare(ctx, opening, o); err != nil {
		closing()
		return nil, nil, nil, err
	}
	return w, q, closing, nil
}

// prepare opens the archive and sets the window as the options say.
func (w *Window) prepare(ctx context.Context, opening *workspace.Opening, o RenderOptions) error {
	ws, t := w.Workspace, w.timeline
	t.compact = o.Compact
	ws.SetGrouping(o.Lanes)
	ws.SetRollUp(o.RollUp)
	if err := ws.Finish(ctx, opening); err != nil {
		return err
	}
	ws.SetFilter(o.Filter)
	w.toolbar.Search.SetQuery(o.Query)
	if o.AsOf != 0 {
		ws.SetAsOf(o.AsOf)
	}
	var ids []model.EventID
	for _, key := range o.Selected {
		event, err := ws.Archive().EventByKey(ctx, key)
		if err != nil {
			return fmt.Errorf("select %q: %w", key, err)
		}
		ids = append(ids, event.ID)
	}
	if o.Reopened != nil {
		ids = o.Reopened.Selected
	}
	ws.Select(ids...)
	if o.Trace != NoTrace && len(ids) > 0 {
		ws.Trace(ids[0], o.Trace == TraceBack, func(chain workspace.Trace) {
			t.traced = &chain
			t.invalidate()
		})
	}
	w.detailsShut = o.Hidden
	w.showDetails(len(ids) > 0 && !o.Hidden)
	if o.Table {
		w.showView(viewTable)
	}
	if o.Actors {
		w.actorsView().subject = o.Subject
		w.showView(viewActors)
	}
	if o.From != 0 || o.To != 0 {
		t.fitted = true
		t.view = scene.Fit(o.From, o.To, float64(t.Region.plotSize().Width), 0)
	}
	if len(o.Import) > 0 {
		w.prepareImport(filesOf(o.Import), func(z *wizard) {
			if o.ImportRows {
				z.turnTo(pageCheck)
			}
		})
	}
	if o.SavedView != "" {
		view, err := ws.Archive().View(ctx, o.SavedView)
		if err != nil {
			return err
		}
		w.showSaved(view)
	}
	if o.Reopened != nil {
		w.showSaved(o.Reopened.View)
	}
	return nil
}

// A queue holds what goroutines post for the window, until it is run in order.
type queue struct {
	lock  sync.Mutex
	posts []func()
}

func (q *queue) add(f func()) {
	q.lock.Lock()
	defer q.lock.Unlock()
	q.posts = append(q.posts, f)
}

func (q *queue) take() []func() {
	q.lock.Lock()
	defer q.lock.Unlock()
	posts := q.posts
	q.posts = nil
	return posts
}

// settle waits for the window's background reads and runs what they posted. It
// reports whether anything may look different.
func (q *queue) settle(w *Window) bool {
	w.Workspace.ReadOn()
	w.Workspace.Jobs().WaitDelivered()
	posts := q.take()
	for _, f := range posts {
		f()
	}
	return len(posts) > 0
}
