package app

import (
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"chancery/app/workspace"
	"chancery/charts/figure"
	"chancery/data"
	"chancery/data/store"
)

// The views that the switch in the toolbar chooses from.
const (
	viewTimeline = iota
	viewActors
	viewTable
)

// A Window is the program's one window and what it is made of. Its parts are
// widgets that do not know each other; the window wires them to a workspace.
type Window struct {
	Workspace *workspace.Workspace

	app     fyne.App
	win     fyne.Window
	options Options
	deliver func(func())

	faces    *figure.Faces
	painter  *figure.Painter
	toolbar  *Toolbar
	filters  *FilterRow
	timeline *timeline
	actors   *actorsView // nil until it is first shown
	table    *Table
	details  *Details
	status   *StatusBar
	messages *Messages
	tips     *Tips
	cover    *fyne.Container // an empty or failed archive's card, over the view

	frame *frame
	body  *fyne.Container
	view  int
	prefs preferences

	dialog      fyneDialog     // one of Fyne's, open over the window; nil for none
	sheet       *Sheet         // open over the window, nil for none
	reopened    *data.Reopened // the report whose view was opened last, nil for none
	failed      *failure       // why no archive is open, nil for none
	lane        int            // in which the keyboard walks
	arranged    string         // whose arrangement of lanes is in force
	asOfChosen  bool           // what the menu says of the as-of date
	walk        linkWalk       // through the events linked with one
	trail       trail          // of views to go back to
	whenRead    func()         // waits for the selected event to be read; nil for nothing
	detailsShut bool           // the details stay closed, whatever is selected

	stillDesktop bool   // the desktop is set to show no animations
	sliding      growth // of the details
}

// newWindow makes the window's parts and wires them. fonts returns those of
// figures, and deliver runs functions on the window's goroutine.
func newWindow(a fyne.App, win fyne.Window, o Options, fonts func() (*figure.Faces, error), deliver func(func())) (*Window, error) {
	faces, err := fonts()
	if err != nil {
		return nil, err
	}
	painter := figure.NewPainter(faces)
	w := &Window{app: a, win: win, options: o, deliver: deliver, faces: faces, painter: painter, Workspace: workspace.New(deliver)}
	w.prefs = preferences{a.Preferences()}
	w.tips = NewTips(w.later)
	w.messages = NewMessages(w.later)
	w.toolbar, w.filters, w.status = NewToolbar(), NewFilterRow(), NewStatusBar()
	w.timeline = newTimeline(w.Workspace, faces, painter, deliver, w.later)
	w.timeline.Region.Plot.plot.log = o.Frames
	w.timeline.OnFirst = o.FirstFrame
	w.table = NewTable(painter)
	w.details = NewDetails(painter)
	w.cover = container.NewStack()
	w.assemble()
	w.wire()
	w.Workspace.Observe(w.changed)
	w.changed(^workspace.Change(0))
	return w, nil
}

// later runs a function on the window's goroutine after a time, unless it is
// stopped before.
func (w *Window) later(after time.Duration, f func()) (stop func()) {
	timer := time.AfterFunc(after, func() { w.deliver(f) })
	return func() { timer.Stop() }
}

// assemble lays the parts out.
func (w *Window) assemble() {
	f := &frame{
		toolbar: w.toolbar, filters: w.filters, status: w.status,
		view: w.timeline.Region.Object, cover: w.cover, details: w.details,
		showFilters: true, detailsWidth: detailsDefault,
	}
	f.edge = newHandle(func(dx float32) {
		f.detailsWidth = min(max(f.detailsWidth-dx/textScale(), detailsLeast), detailsMost)
		w.body.Refresh()
	})
	w.frame = f
	// In this order Tab goes through them.
	w.body = &fyne.Container{Layout: f, Objects: []fyne.CanvasObject{
		w.toolbar, w.filters, w.timeline.Region.Object, w.table, w.cover, w.details, f.edge, w.status,
	}}
	w.table.Hide()
	w.win.SetPadded(false)
	w.win.SetContent(container.NewStack(w.body, w.messages.Layer, w.tips.Layer))
}

// wire turns the parts' callbacks into calls of the workspace.
func (w *Window) wire() {
	w.wireToolbar()
	w.wireTimeline()
	w.wireDetails()
	w.filters.OnAdd = w.addFilter
	w.filters.OnClear = w.clearFilters
	w.filters.OnMore = w.moreFilters
	w.filters.Heights.OnTapped = func() { w.popUnder(w.filters.Heights, w.heightItems()...) }
	w.table.OnSelect = w.timeline.choose
	w.table.OnLabels = w.Workspace.Want
	w.table.Deliver = w.deliver
	w.table.Labels = w.Workspace.LabelOf
	w.table.OnKey, w.table.OnRune = w.tableKey, w.plotRune
	w.messages.OnLeave = w.focusView
	w.status.OnCancel = func() {
		if jobs := w.Workspace.Jobs().Running(); len(jobs) > 0 {
			jobs[0].Cancel()
		}
	}
	w.win.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) {
		paths := make([]string, 0, len(uris))
		for _, u := range uris {
			paths = append(paths, u.Path())
		}
		w.dropped(paths)
	})
	w.win.SetMainMenu(w.menu())
	w.win.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { w.strayKey(e.Name) })
	w.addShortcuts()
}

func (w *Window) wireToolbar() {
	t := w.toolbar
	for _, b := range t.Buttons() {
		b.OnHover = w.tips.Over
	}
	t.Search.OnHover = w.tips.Over
	t.Panel.OnTapped = w.toggleHeads
	t.ZoomOut.OnTapped = func() { w.timeline.zoomStep(1 / zoomLimit) }
	t.ZoomIn.OnTapped = func() { w.timeline.zoomStep(zoomLimit) }
	t.PeriodButton.OnTapped = w.askDate
	t.Fit.OnTapped = w.timeline.fit
	t.Filter.OnTapped = w.filterMenu
	t.Import.OnTapped = w.chooseImport
	t.Export.OnTapped = func() { w.popUnder(t.Export, w.exportItems()...) }
	t.New.OnTapped = w.newEvent
	t.Views.OnChange = w.showView
	t.Search.OnChange = w.Workspace.Search
	t.Search.OnNext = w.nextMatch
	t.Search.OnPrevious = w.previousMatch
	t.Search.OnLeave = w.focusView
}

func (w *Window) wireDetails() {
	d := w.details
	d.OnHover = w.tips.Over
	d.OnClose = func() { w.showDetails(false) }
	d.OnPrevious = func() { w.step(-1) }
	d.OnNext = func() { w.step(1) }
	d.OnEdit = w.editSelected
	d.OnLink = w.linkSelected
	d.OnMore = func() {
		if detail := w.Workspace.Detail(); detail != nil {
			w.popUnder(d.More, w.markItems(detail.Event.ID)...)
		}
	}
	d.OnGo = w.goTo
	d.OnActor = w.filterActor
	d.OnOpen = w.openAddress
}

// changed brings the parts up to date with the workspace.
func (w *Window) changed(c workspace.Change) {
	ws := w.Workspace
	if c&workspace.ArchiveChanged != 0 {
		w.timeline.reset()
		w.walk, w.trail = linkWalk{}, trail{}
		w.showFile()
		w.toolbar.Search.Clear()
	}
	if c&(workspace.ColumnsChanged|workspace.FilterChanged) != 0 {
		w.showFilterRow()
		if !ws.Reading() {
			w.table.Set(ws.Columns(), ws.Kept())
		}
		w.showCover()
	}
	if c&workspace.LanesChanged != 0 {
		w.recallLanes()
		w.timeline.Region.Corner.SetGrouping(groupingWords(ws.Grouping()))
	}
	if _, chosen := ws.AsOf(); chosen != w.asOfChosen {
		w.asOfChosen = chosen
		w.win.SetMainMenu(w.menu())
	}
	if c&(workspace.SelectionChanged|workspace.DetailChanged|workspace.AsOfChanged|workspace.AgreementsChanged) != 0 {
		w.showSelection()
		w.timeline.grow()
		w.actWhenRead()
	}
	if c&workspace.MatchesChanged != 0 {
		w.showMatches()
	}
	if w.actors != nil {
		w.actors.Changed(c)
	}
	if c&workspace.LabelsChanged != 0 {
		w.table.Refresh()
	}
	if c&workspace.JobsChanged != 0 {
		w.showJobs()
	}
	if c&(workspace.HistoryChanged|workspace.ArchiveChanged|workspace.LanesChanged|workspace.ViewsChanged) != 0 {
		w.win.SetMainMenu(w.menu())
	}
	if c != workspace.JobsChanged {
		w.timeline.invalidate()
	}
	w.showStatus()
}

// showFile shows what is open in the title and the toolbar.
func (w *Window) showFile() {
	archive := w.Workspace.Archive()
	if archive == nil {
		w.win.SetTitle("Chancery")
		w.toolbar.SetFile(lang.L("No archive open"), "")
		if w.failed != nil {
			w.toolbar.SetFile(filepath.Base(w.failed.path), lang.L("not opened"))
		}
		w.toolbar.SetOpen(false)
		return
	}
	name := strings.TrimSuffix(filepath.Base(archive.Path()), store.Extension)
	state := lang.L("saved")
	if archive.ReadOnly() {
		state = lang.L("read-only")
	}
	w.win.SetTitle(name + " – Chancery")
	w.toolbar.SetFile(name, filepath.Base(archive.Path())+" · "+state)
	w.toolbar.SetOpen(true)
}

// showView shows the timeline, the actors or the table.
func (w *Window) showView(view int) {
	w.view = view
	w.tips.Show(nil, fyne.Position{})
	w.toolbar.Views.SetOn(view)
	show(w.timeline.Region.Object, view == viewTimeline)
	show(w.table, view == viewTable)
	w.frame.view = w.timeline.Region.Object
	switch view {
	case viewTable:
		w.frame.view = w.table
	case viewActors:
		w.frame.view = w.actorsView().Object
	}
	w.frame.noDetails = view == viewActors
	if w.actors != nil {
		show(w.actors.Object, view == viewActors)
		w.actors.Show(view == viewActors)
	}
	w.body.Refresh()
	if view == viewTable {
		w.table.Reveal(w.Workspace.Selection())
	}
	w.showStatus()
}

// actorsView returns the view of actors, which is made when it is first wanted.
func (w *Window) actorsView() *actorsView {
	if w.actors == nil {
		w.actors = newActorsView(w.Workspace, w.faces, w.painter)
		w.wireActors()
		at := slices.Index(w.body.Objects, fyne.CanvasObject(w.table))
		w.body.Objects = slices.Insert(w.body.Objects, at, fyne.CanvasObject(w.actors.Object))
	}
	return w.actors
}

// showDetails opens or closes the panel.
func (w *Window) showDetails(on bool) {
	if w.frame.showDetails == on {
		return
	}
	w.frame.showDetails = on
	w.slideDetails(on)
	w.body.Refresh()
	w.timeline.invalidate()
}

// slideDetails lets the panel come in from the right, or go there. The view has
// its new width at once, so that what is in it moves once.
func (w *Window) slideDetails(in bool) {
	f := w.frame
	step := func() {
		left := w.sliding.left
		f.leaving, f.slide = !in && left > 0, left
		if !in {
			f.slide = 1 - left
		}
		if left == 0 {
			w.body.Refresh()
			return
		}
		f.placeDetails(w.body.Size())
	}
	w.sliding.begin(panelTime, step)
	step()
}

func (w *Window) toggleHeads() {
	r := w.timeline.Region
	r.ShowHeads = !r.ShowHeads
	r.Object.Refresh()
	w.timeline.invalidate()
}

// An exporter writes what the archive holds in one format.
type exporter func(context.Context, io.Writer) error
