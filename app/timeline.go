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

	OnFirst   func()             // the first frame is drawn
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
	fitted    bool             // the view was fitted to these columns
	whole     scene.Viewport   // that last showed everything
	first     scene.Viewport   // that the archive was opened with
	asked     *[2]edtf.Instant // the stretch that first is to show; nil for what suits the events
	scrollY   float32
	hover     model.EventID
	hoverAt   scene.Hit
	lane      string
	pointer   edtf.Instant
	compact   bool
	ghosts    bool
	shared    bool
	noTotal   bool // no strip of all events over lanes that all show bars
	hideLives bool // agreements are drawn only where they are at home in a lane
	live      bool
	arranged  *scene.Arrangement

	scene     *scene.Scene
	columns   *model.Columns // that the scene was made of
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
	grown     grown
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

// current returns the scene of what is true now, in which everything can be
// pointed at.
func (t *timeline) current() *scene.Scene { return t.sceneOf(t.ws.Columns(), t.ws.Lanes()) }

// shown returns the scene of what is true now, to be painted: while the columns
// are being read that of their sketch, if it tells all that is in view.
func (t *timeline) shown() *scene.Scene {
	if first := t.OnFirst; first != nil {
		t.OnFirst = nil
		t.deliver(first)
	}
	if t.ws.Reading() {
		t.deliver(t.ws.ReadOn) // after this frame
		if s := t.sceneOf(t.ws.Sketch()); s != nil {
			return s
		}
	}
	return t.current()
}

// sceneOf returns the scene of columns and their lanes, and nil when there is no
// room for it, or they are those of a sketch that does not tell enough.
func (t *timeline) sceneOf(columns *model.Columns, lanes *model.Lanes) *scene.Scene {
	if !t.stale && t.scene != nil && t.columns == columns {
		return t.scene
	}
	size := t.Region.plotSize()
	if size.Width <= 0 || size.Height <= 0 {
		return nil
	}
	t.stale = false
	t.resize(float64(size.Width), columns)
	t.scene, t.columns = t.builder.Build(t.inputOf(size, columns, lanes)), columns
	if t.scene == nil {
		return nil
	}
	t.fading.note(t.scene)
	t.scrollY = t.scene.ScrollY
	t.ws.Want(t.scene.Wanted)
	t.tell()
	return t.scene
}

func (t *timeline) resize(width float64, columns *model.Columns) {
	if !t.fitted {
		t.fitted = true
		t.view = t.fitFirst(width, columns)
		return
	}
	switch {
	case width == t.view.Width:
	case t.view == t.whole:
		t.whole = t.fitAll(width, columns) // everything was shown, and still is
		t.view = t.whole
		return
	case t.view == t.first:
		t.view = t.fitFirst(width, columns)
		return
	}
	t.view = t.view.Resize(width)
}

// fitFirst returns the view to open an archive with: all of it, unless nearly all
// events lie in a small part of it. Then it is that part, on to today if that is
// not far, and what is earlier and later is a key away.
func (t *timeline) fitFirst(width float64, columns *model.Columns) scene.Viewport {
	whole := t.fitAll(width, columns)
	t.whole = whole
	t.first = whole
	if t.asked != nil {
		t.first = scene.Fit(t.asked[0], t.asked[1], width, 0)
		return t.first
	}
	from, to, ok := columns.Bulk()
	if !ok || t.ws.Kept() != nil {
		return whole
	}
	if today := t.today(); today > to && today-to < (to-from)/2 {
		to = today
	}
	t.first = scene.Fit(from, to, width, fitPadding)
	return t.first
}

// fitAll returns the view of all kept events, or of the years around today when
// there are none.
func (t *timeline) fitAll(width float64, columns *model.Columns) scene.Viewport {
	from, to, ok := columns.Extent(t.ws.Kept())
	if !ok {
		from, to, ok = columns.Extent(t.ws.Shown())
	}
	padding := float64(fitPadding)
	if !ok {
		year, _, _ := t.today().Civil()
		from, to, padding = edtf.At(year-9, 1, 1), edtf.At(year+1, 1, 1), 0
	}
	return scene.Fit(from, to, width, padding)
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

// input returns all that a frame of a size is made from.
func (t *timeline) input(size fyne.Size) *scene.Input {
	return t.inputOf(size, t.ws.Columns(), t.ws.Lanes())
}

func (t *timeline) inputOf(size fyne.Size, columns *model.Columns, lanes *model.Lanes) *scene.Input {
	ids, current := t.ws.Matches()
	_, chosen := t.ws.AsOf()
	in := &t.frame
	*in = scene.Input{
		Traced: t.tracedEvents(), AllLinks: t.allLinks(),
		Columns: columns, Lanes: lanes, Kept: t.ws.Kept(), KeptLanes: t.ws.KeptLanes(), NoTotal: t.noTotal,
		View: t.view, Height: size.Height, HeaderWidth: t.Region.headWidth(),
		ScrollY: t.scrollY, OverviewHeight: t.Region.overviewHeight(),
		Live: t.live, AsOf: t.asOf(), Today: t.today(), Ghosts: t.ghosts && chosen,
		Lifecycles: t.livesIn(lanes), ShowLifecycles: !t.hideLives,
		Deadlines: t.deadlines(lanes), Selected: t.ws.Selection(), Pinned: t.pinned, Links: t.links(),
		RingLeft: t.grown.ring.left, LinksLeft: t.grown.links.left,
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
func (t *timeline) deadlines(lanes *model.Lanes) []edtf.Instant {
	if after := t.asOf(); t.due.lanes != lanes || t.due.after != after {
		t.due = dueDates{lanes, after, lanes.Columns.Deadlines(after, t.ws.Kept(), deadlineLimit)}
	}
	return t.due.dates
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
	t.grown.stop()
	t.fitted, t.scrollY, t.hover, t.lane = false, 0, 0, ""
	t.pinned, t.traced, t.picking, t.asked = nil, nil, nil, nil
	t.endMeasure()
	t.invalidate()
}
