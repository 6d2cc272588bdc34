package app

import (
	"time"

	"fyne.io/fyne/v2"

	"chancery/app/scene"
	"chancery/app/workspace"
	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// fitPadding is left free on either side of what is fitted, in dp.
const fitPadding = 28

// A timeline is the region of corner, heads, axis, plot and overview. It makes
// one scene of what the workspace holds and lets the views show its parts.
type timeline struct {
	Region *timelineRegion

	OnChange  func()             // what is in view became different
	OnLeave   func(gesture bool) // the view is about to move, by a gesture or by a jump
	OnArrange func()             // lanes were moved, folded, pinned or hidden
	OnHover   func(hit scene.Hit, lines []TipLine, absolute fyne.Position)

	OnEdit  func(model.EventID)
	OnMove  func(id model.EventID, start, end edtf.Date) // an event was dragged to other dates
	OnNew   func(at edtf.Instant, lane int)
	OnFold  func(ids []model.EventID, at fyne.Position) // several events in one place were clicked
	OnLimit func()                                      // the view can go no further in or out

	ws      *workspace.Workspace
	faces   *figure.Faces
	builder *scene.Builder
	deliver func(func())
	later   func(time.Duration, func()) (stop func())
	now     func() time.Time

	view      scene.Viewport
	fitted    bool           // the view was fitted to these columns
	whole     scene.Viewport // that last showed everything
	scrollY   float32
	hover     model.EventID
	hoverAt   scene.Hit
	lane      string
	pointer   edtf.Instant
	compact   bool
	ghosts    bool
	shared    bool
	hideLives bool // agreements are drawn only where they are at home in a lane
	live      bool
	arranged  *scene.Arrangement

	scene     *scene.Scene
	stale     bool
	pace      pace
	frame     scene.Input // of the scene; kept so that a frame allocates nothing
	due       dueDates
	lives     lives
	ties      ties
	pinned    []model.EventID
	picking   func(model.EventID) // takes the next event that is chosen, in place of the selection
	linksAll  bool                // links of all visible events are drawn
	traced    *workspace.Trace    // the chain of links that is lit up; nil for none
	ruler     ruler
	animation *fyne.Animation
	fading    crossfade
	held      hold
	moved     *moved // nil for none
}

// newTimeline returns a timeline of what the workspace holds. deliver runs a
// function on the window's goroutine and later does so after a time.
func newTimeline(ws *workspace.Workspace, faces *figure.Faces, painter *figure.Painter,
	deliver func(func()), later func(time.Duration, func()) func()) *timeline {
	t := &timeline{
		ws: ws, faces: faces, deliver: deliver, later: later, now: time.Now,
		builder: new(scene.Builder), stale: true, ghosts: true, arranged: &scene.Arrangement{},
		pace: pace{every: tellTime},
	}
	t.Region = newTimelineRegion(t, painter)
	t.listen()
	return t
}

// invalidate makes the next frame show what is true now.
func (t *timeline) invalidate() {
	t.stale = true
	t.placeRuler()
	t.Region.repaint()
}

// current returns the scene of what is true now.
func (t *timeline) current() *scene.Scene {
	if !t.stale && t.scene != nil {
		return t.scene
	}
	size := t.Region.plotSize()
	if size.Width <= 0 || size.Height <= 0 {
		return nil
	}
	t.stale = false
	t.resize(float64(size.Width))
	in := t.input(size)
	t.scene = t.builder.Build(in)
	t.fading.note(t.scene)
	t.scrollY = t.scene.ScrollY
	t.ws.Want(t.scene.Wanted)
	t.tell()
	return t.scene
}

func (t *timeline) resize(width float64) {
	if !t.fitted {
		t.fitted = true
		t.view = t.fitAll(width)
		return
	}
	if t.view == t.whole && width != t.view.Width {
		t.view = t.fitAll(width) // everything was shown, and still is
		return
	}
	t.view = t.view.Resize(width)
}

// fitAll returns the view of all kept events, or of the years around today when
// there are none.
func (t *timeline) fitAll(width float64) scene.Viewport {
	from, to, ok := t.ws.Columns().Extent(t.ws.Kept())
	padding := float64(fitPadding)
	if !ok {
		year, _, _ := t.today().Civil()
		from, to, padding = edtf.At(year-9, 1, 1), edtf.At(year+1, 1, 1), 0
	}
	t.whole = scene.Fit(from, to, width, padding)
	return t.whole
}

func (t *timeline) today() edtf.Instant {
	year, month, dom := t.now().Date()
	return edtf.At(int64(year), int(month), dom)
}

// asOf returns the as-of date, which is today unless the user chose another.
func (t *timeline) asOf() edtf.Instant {
	if at, chosen := t.ws.AsOf(); chosen {
		return at
	}
	return t.today()
}

func (t *timeline) input(size fyne.Size) *scene.Input {
	ids, current := t.ws.Matches()
	_, chosen := t.ws.AsOf()
	in := &t.frame
	*in = scene.Input{
		Traced: t.tracedEvents(), AllLinks: t.allLinks(),
		Columns: t.ws.Columns(), Lanes: t.ws.Lanes(), Kept: t.ws.Kept(),
		View: t.view, Height: size.Height, HeaderWidth: t.Region.headWidth(),
		ScrollY: t.scrollY, OverviewHeight: t.Region.overviewHeight(),
		Live: t.live, AsOf: t.asOf(), Today: t.today(), Ghosts: t.ghosts && chosen,
		Lifecycles: t.lifecycles(), ShowLifecycles: !t.hideLives,
		Deadlines: t.deadlines(), Selected: t.ws.Selection(), Pinned: t.pinned, Links: t.links(),
		Hover: t.hover, HoverLane: t.lane, Matches: t.ws.MatchRows(), Query: t.ws.Query(),
		Labels: t.ws.LabelOf, Faces: t.faces, TextScale: textScale(),
		Compact: t.compact, SharedPeak: t.shared, Arrangement: t.arranged,
	}
	if current >= 0 && current < len(ids) {
		in.Current = ids[current]
	}
	if selected := t.ws.Selection(); len(selected) == 1 && t.Region.Plot.focused && t.Region.Plot.keyboard {
		in.Focus = selected[0]
	}
	return in
}

// deadlineLimit bounds the lines drawn through all lanes for deadlines that are
// still to come.
const deadlineLimit = 6

// dueDates are the next deadlines after a date among the kept events, which lanes
// stand for: their pointer changes with the columns and the filter.
type dueDates struct {
	lanes *model.Lanes
	after edtf.Instant
	dates []edtf.Instant
}

// deadlines returns the next deadlines after the as-of date. They are kept from
// frame to frame, since finding them may take a look at every event.
func (t *timeline) deadlines() []edtf.Instant {
	if t.due.lanes != t.ws.Lanes() || t.due.after != t.asOf() {
		t.due = dueDates{t.ws.Lanes(), t.asOf(), t.findDeadlines(t.asOf())}
	}
	return t.due.dates
}

func (t *timeline) findDeadlines(after edtf.Instant) []edtf.Instant {
	columns, kept := t.ws.Columns(), t.ws.Kept()
	first, last := columns.Window(after, edtf.Future)
	var found []edtf.Instant
	for i := first; i < last && len(found) < deadlineLimit; i++ {
		if columns.Form[i].Has(model.DeadlineForm) && columns.Start[i] >= after && kept.Has(i) {
			found = append(found, columns.Start[i])
		}
	}
	return found
}

// ties are the links of the event that is read in the details.
type ties struct {
	of    *workspace.Detail
	links []scene.Link
}

// links returns what ties the selected event to others, from cause to
// response.
func (t *timeline) links() []scene.Link {
	if t.traced != nil {
		return sceneLinks(t.traced.Ties)
	}
	if detail := t.ws.Detail(); detail != t.ties.of {
		t.ties = ties{detail, linksOf(detail)}
	}
	return t.ties.links
}

func linksOf(detail *workspace.Detail) []scene.Link {
	if detail == nil {
		return nil
	}
	links := make([]scene.Link, 0, len(detail.Links))
	for _, l := range detail.Links {
		if l.Missing {
			continue
		}
		link := scene.Link{Cause: detail.Event.ID, Response: l.ID, Kind: l.Kind}
		if l.Outgoing {
			link.Cause, link.Response = l.ID, detail.Event.ID
		}
		links = append(links, link)
	}
	return links
}

// reset forgets the view of another archive.
func (t *timeline) reset() {
	t.stop()
	t.fading = crossfade{}
	t.fitted, t.scrollY, t.hover, t.lane = false, 0, 0, ""
	t.pinned, t.traced, t.picking = nil, nil, nil
	t.endMeasure()
	t.invalidate()
}
