package scene

import (
	"slices"

	"chancery/charts/figure"
	"chancery/model"
)

// A Builder makes scenes of one window. Its zero value is ready for use. It
// keeps what marks were given from frame to frame, and the memory of the last
// scene, so that a steady frame allocates next to nothing. It is used by one
// goroutine at a time.
type Builder struct {
	in      *Input
	m       metrics
	scene   Scene
	columns *model.Columns
	lanes   *model.Lanes
	by      *Arrangement
	order   order
	states  []laneState
	whole   bool // the archive is small: all its marks are placed at once

	words   glossary
	set     setting
	lives   lives
	tally   tally
	first   map[model.EventID]int // of an event that is drawn, into drawn
	last    map[model.EventID]int // of an event that several lanes show, into drawn
	markers markers
	drawn   []drawn
	wanted  map[model.EventID]struct{}

	settled  Viewport // when lane heights were last found
	height   float32
	total    total
	keptOf   *model.Lanes   // that keptAt is of
	keptAt   map[string]int // lanes of the kept events by key
	density  float32        // height of lanes at the density levels, 0 to be found
	axis     axis
	overview overview

	counted    int // lanes whose events were counted in this frame
	running    []int
	sharedPeak int
	stackUnit  *unit
	stacks     []tick // of dots, in view
	points     []figure.Point
	lines      []float64
	shown      []shownLine
	ties       []tie
	roots      []uint32 // of the lanes by pair, nil until they are needed

	headings []heading
	said     string // the caption of the lane above
}

// wholeRows is the most rows, of all lanes together, for which every mark is
// placed when the scale changes. Beyond it marks are placed as they come into
// view, and keep their place from then on.
const wholeRows = 4000

// Build returns the scene of an input. It is good until the next Build. It
// returns nil when the columns are those of a sketch which does not tell all
// that the scene would show.
func (b *Builder) Build(in *Input) *Scene {
	b.in = in
	if in.Columns != nil && in.Columns.Sketched() && !in.sketchTells() {
		return nil
	}
	if in.Columns == nil || in.Lanes == nil || in.Faces == nil || !(in.View.Width > 0) || !(in.View.Scale > 0) {
		return b.blank()
	}
	b.sync()
	if !b.levels() {
		return nil
	}
	b.drawn = b.drawn[:0]
	b.decideTotal()
	b.boxes()
	if b.cutShort() {
		b.drawn = b.drawn[:0]
		b.boxes()
	}
	b.countTotal()
	b.keepSpecial()
	b.locate()
	b.join()
	b.scene.Plot.Reset(float32(in.View.Width), in.Height)
	b.sharePeak()
	b.planPills()
	b.plot()
	b.drawAxis()
	b.headers()
	b.drawOverview()
	b.want()
	if in.Columns.Lacking() {
		return nil
	}
	return &b.scene
}

// cutShort reports whether the lanes were scrolled less far than they were to be
// because their heights were guessed, and turned out higher: after an edit what is
// in view stays where it is.
func (b *Builder) cutShort() bool {
	sc := &b.scene
	return sc.ScrollY < b.in.ScrollY && sc.ContentHeight-b.in.Height > sc.ScrollY+0.5
}

// blank returns a scene without anything in it.
func (b *Builder) blank() *Scene {
	sc := &b.scene
	*sc = Scene{Plot: sc.Plot, Axis: sc.Axis, Headers: sc.Headers, Overview: sc.Overview, view: b.in.View}
	m := newMetrics(b.in)
	width := float32(b.in.View.Width)
	sc.Plot.Reset(width, b.in.Height)
	sc.Plot.Fill(sc.Plot.Bounds(), figure.Plot.Ink())
	sc.Axis.Reset(width, m.axis)
	sc.Axis.Fill(sc.Axis.Bounds(), figure.Surface.Ink())
	sc.Headers.Reset(b.in.HeaderWidth, b.in.Height)
	sc.Headers.Fill(sc.Headers.Bounds(), figure.Surface.Ink())
	sc.Overview.Reset(b.in.HeaderWidth+width, b.in.OverviewHeight)
	sc.Overview.Fill(sc.Overview.Bounds(), figure.Bg.Ink())
	return sc
}

// sync drops what the new input makes stale.
func (b *Builder) sync() {
	in := b.in
	m := newMetrics(in)
	afresh := m != b.m || in.Lanes != b.lanes
	b.m = m
	if in.Lanes != b.lanes || in.Columns != b.columns {
		b.states = make([]laneState, len(in.Lanes.Lanes))
		b.headings = b.headings[:0]
		b.roots = nil
		rows := 0
		for i := range b.states {
			b.states[i].level = -1
			rows += in.Lanes.Lanes[i].Len()
		}
		b.whole = rows <= wholeRows
	}
	if afresh || in.Arrangement != b.by || in.Columns != b.columns {
		b.order = arrange(in.Lanes, in.Arrangement)
		if in.Lanes.Grouping == model.ByActor {
			b.set.edition++ // which marks reach into which lane
		}
		afresh = true
	}
	if in.Columns != b.columns {
		b.markers.rows = nil
		b.words.at = nil // an edit may have changed what events are called
	}
	b.columns, b.lanes, b.by = in.Columns, in.Lanes, in.Arrangement
	if b.words.ready(in.Faces, m, dateDetailFor(in.View.Scale, m.k)) {
		afresh = true
		for i := range b.states {
			b.states[i].place.lane = nil
		}
	}
	b.markers.read(in)
	b.settle(afresh)
	b.readLives()
	b.setting()

	sc := &b.scene
	sc.columns, sc.lanes, sc.Was, sc.view = in.Columns, in.Lanes, sc.view, in.View
	sc.kept = in.Kept
	if in.KeptLanes != nil {
		sc.kept = nil
	}
	sc.header, sc.height, sc.metrics = in.HeaderWidth, in.Height, m
	sc.Marks, sc.Wanted, sc.pills, sc.folds = sc.Marks[:0], sc.Wanted[:0], sc.pills[:0], sc.folds[:0]
	sc.lives, sc.all, sc.asOf = sc.lives[:0], in.Lifecycles, in.AsOf
	sc.Unlabelled = 0
	if b.wanted == nil {
		b.wanted = map[model.EventID]struct{}{}
	}
	clear(b.wanted)
}

// setting fills what placements depend on.
func (b *Builder) setting() {
	in := b.in
	b.lines = b.lines[:0]
	if in.AsOf.Finite() {
		b.lines = append(b.lines, worldX(in.AsOf, in.View.Scale))
	}
	for _, at := range b.lives.due {
		b.lines = append(b.lines, worldX(at, in.View.Scale))
	}
	slices.Sort(b.lines)
	if !slices.Equal(b.lines, b.set.barriers) {
		b.set.barriers = append(b.set.barriers[:0], b.lines...)
		b.set.edition++
	}
	b.set.columns, b.set.labels, b.set.words, b.set.m, b.set.scale = in.Columns, in.Labels, &b.words, b.m, in.View.Scale
}

// settle forgets the kept heights of lanes when they are to be found anew: not
// during a gesture, and not for a short pan.
func (b *Builder) settle(afresh bool) {
	in := b.in
	moved := in.View.Start - b.settled.Start
	if !afresh && in.Height == b.height && in.View.Width == b.settled.Width {
		if in.Live || in.View.Scale == b.settled.Scale && moved <= in.View.Span() && -moved <= in.View.Span() {
			return
		}
	}
	b.settled, b.height, b.density = in.View, in.Height, 0
	b.lives.settled = false
	for i := range b.states {
		b.states[i].lines, b.states[i].height = 0, 0
	}
}

// want fills Scene.Wanted from what was asked for.
func (b *Builder) want() {
	if b.in.Labels == nil {
		return
	}
	for id := range b.wanted {
		b.scene.Wanted = append(b.scene.Wanted, id)
	}
	slices.Sort(b.scene.Wanted)
}
