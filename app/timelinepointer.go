package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"chancery/app/scene"
	"chancery/model"
	"chancery/model/edtf"
)

// A hold is what the pointer took hold of.
type hold struct {
	overview scene.HitKind
	from     float32 // x in the overview
	scroll   float32 // distance of the pointer from the thumb's top
}

// listen lets the views' callbacks act on the timeline.
func (t *timeline) listen() {
	p := t.Region.Plot
	p.OnPress = t.pressed
	p.OnHover = t.hovered
	p.OnLeave = func() { t.hovering(scene.Hit{}, fyne.Position{}) }
	p.OnZoom = t.zoom
	p.OnPan = t.pan
	p.OnGrab, p.OnDrop = t.grabbed, t.drop
	p.OnSettle = t.unsettle
	p.OnRange = t.ranged
	p.OnBox = t.boxed
	p.OnMeasure = func(from, to float32) {
		t.measured(t.view.Time(float64(from)), t.view.Time(float64(to)))
	}
	p.OnDouble = t.doubled
	p.OnClick = t.clicked
	p.OnFocus = func(bool) { t.invalidate() }

	h := t.Region.Heads
	h.OnScroll = func(dy float32) { t.pan(0, dy) }
	h.OnTapped = t.headTapped
	h.OnHover = t.headHovered
	h.OnDrag = t.headDragged
	h.OnLeave = func() { t.hoverLane("") }

	o := t.Region.Overview
	o.OnPress = t.overviewPressed
	o.OnDrag = t.overviewDragged
	o.OnSettle = t.unsettle
	o.OnDouble = t.fit
	o.OnZoom = t.overviewZoomed
	o.OnHover = t.overviewHovered
	o.OnKey = t.overviewKey
}

// at returns what lies at a place of the plot or, above it, of the axis.
func (t *timeline) at(at fyne.Position) scene.Hit {
	s := t.current()
	if s == nil {
		return scene.Hit{}
	}
	if at.Y < 0 {
		return s.AtAxis(at.X, at.Y+t.Region.Plot.AxisHeight())
	}
	hit, _ := s.At(at.X, at.Y)
	return hit
}

// pressed selects what is under the pointer and tells what a drag would move.
func (t *timeline) pressed(at fyne.Position, modifiers fyne.KeyModifier) Grab {
	t.hovering(scene.Hit{}, fyne.Position{})
	hit := t.at(at)
	switch hit.Kind {
	case scene.HitMark:
		if moves(modifiers) && t.takeHold(hit, at) {
			t.ws.Select(hit.ID)
			return GrabEvent
		}
		t.choose(hit.ID, modifiers)
	case scene.HitEarlier, scene.HitLater:
		t.ws.Select(hit.ID)
		t.reveal(hit.ID)
	case scene.HitMore:
		t.scrollY += t.Region.plotSize().Height / 2
		t.invalidate()
	case scene.HitLife, scene.HitNotice, scene.HitNoticeBy, scene.HitExpiry:
		t.chooseOfLife(hit, t.view.Time(float64(at.X)))
	case scene.HitMoreLives:
		t.showAll(t.keyOf(hit.Lane))
	case scene.HitAsOf:
		return GrabAsOf
	case scene.HitScroll:
		t.held.scroll = at.Y - t.scene.ScrollBar.Y
		return GrabScroll
	case scene.HitLane, scene.HitNothing:
		if modifiers == 0 && t.picking == nil {
			t.ws.Select()
		}
	}
	return GrabView
}

// choose selects an event, adds it to the selection with Ctrl, or extends the
// selection to it in time order with Shift.
func (t *timeline) choose(id model.EventID, modifiers fyne.KeyModifier) {
	switch {
	case t.picking != nil:
		pick := t.picking
		t.picking = nil
		pick(id)
	case modifiers&command != 0:
		t.ws.Toggle(id)
	case modifiers&fyne.KeyModifierShift != 0 && len(t.ws.Selection()) > 0:
		t.extend(id)
	default:
		t.ws.Select(id)
	}
}

// extendLimit bounds how many events one Shift + click can add.
const extendLimit = 10_000

func (t *timeline) extend(id model.EventID) {
	columns, kept := t.ws.Columns(), t.ws.Kept()
	selection := t.ws.Selection()
	from, ok1 := columns.RowOf(selection[0])
	to, ok2 := columns.RowOf(id)
	if !ok1 || !ok2 {
		return
	}
	step := 1
	if to < from {
		step = -1
	}
	ids := []model.EventID{}
	for row := from; row != to+step && len(ids) < extendLimit; row += step {
		if kept.Has(row) {
			ids = append(ids, columns.ID[row])
		}
	}
	t.ws.Select(ids...)
}

// clicked lists the events of a fold, or sets an end of the ruler.
func (t *timeline) clicked(at fyne.Position) {
	if t.ruler.on {
		t.markRuler(t.view.Time(float64(at.X)))
		return
	}
	if hit := t.at(at); hit.Kind == scene.HitFold && t.OnFold != nil {
		t.OnFold(append([]model.EventID(nil), hit.IDs...), at)
	}
}

// unfold zooms in on events that lie in one place, or selects them when no zoom
// would part them.
func (t *timeline) unfold(ids []model.EventID) {
	columns := t.ws.Columns()
	from, to, ok := columns.Extent(columns.RowsOf(ids))
	if in, _ := t.view.AtLimit(); in || !ok || to-from <= daySeconds {
		t.ws.Select(ids...)
		return
	}
	t.showPeriod(from, to)
}

// doubled zooms to a bar of a histogram, edits an event, or begins a new one
// where nothing is drawn.
func (t *timeline) doubled(at fyne.Position) {
	switch hit := t.at(at); hit.Kind {
	case scene.HitBin:
		t.showPeriod(hit.From, hit.To)
	case scene.HitMark:
		if t.OnEdit != nil {
			t.OnEdit(hit.ID)
		}
	case scene.HitLane:
		if t.OnNew != nil {
			t.OnNew(t.view.Time(float64(at.X)), hit.Lane)
		}
	}
}

// grabbed moves the as-of date or the lanes.
func (t *timeline) grabbed(grab Grab, at fyne.Position) {
	switch grab {
	case GrabEvent:
		t.moveEvent(at)
	case GrabAsOf:
		t.unsettle()
		t.ws.SetAsOf(startOfDay(t.view.Time(float64(at.X))))
	case GrabScroll:
		s := t.current()
		if s == nil || s.ScrollBar.H <= 0 {
			return
		}
		height := t.Region.plotSize().Height
		room := height - s.ScrollBar.H
		if room > 0 {
			t.scrollY = max((at.Y-t.held.scroll)/room*(s.ContentHeight-height), 0)
		}
		t.unsettle()
		t.invalidate()
	}
}

func startOfDay(at edtf.Instant) edtf.Instant {
	year, month, dom := at.Civil()
	return edtf.At(year, month, dom)
}

// ranged shows the days of a range and, at the end, zooms to it.
func (t *timeline) ranged(from, to float32, final bool) {
	p := t.Region.Plot
	a, b := t.view.Time(float64(from)), t.view.Time(float64(to))
	p.RangeWords = period(a, max(b, a+1))
	if final && to-from > dragThreshold {
		t.showPeriod(a, b)
	}
}

// hovered follows the pointer over axis and plot.
func (t *timeline) hovered(at, absolute fyne.Position) {
	t.pointer = t.view.Time(float64(at.X))
	if t.ruler.pending {
		t.measured(t.ruler.from, t.pointer)
	}
	t.hovering(t.at(at), absolute)
	t.tell()
}

func (t *timeline) hovering(hit scene.Hit, absolute fyne.Position) {
	id := model.EventID(0)
	if hit.Kind == scene.HitMark {
		id = hit.ID
	}
	changed := id != t.hover || hit.Kind != t.hoverAt.Kind || hit.From != t.hoverAt.From || hit.Lane != t.hoverAt.Lane
	t.hoverAt = hit
	t.Region.Plot.Pointing, t.Region.Plot.OnEnd = clickable(hit.Kind), hit.Edge != scene.NoEdge
	if id != t.hover {
		t.hover = id
		t.invalidate()
	}
	if t.OnHover != nil {
		var lines []TipLine
		if changed {
			lines = t.tip(hit)
		}
		if changed || hit.Kind == scene.HitNothing {
			t.OnHover(hit, lines, absolute)
		}
	}
}

func clickable(kind scene.HitKind) bool {
	switch kind {
	case scene.HitMark, scene.HitFold, scene.HitBin, scene.HitEarlier, scene.HitLater, scene.HitMore, scene.HitAsOf,
		scene.HitLife, scene.HitNotice, scene.HitExpiry, scene.HitMoreLives:
		return true
	}
	return false
}

// tip returns what to say of what lies under the pointer.
func (t *timeline) tip(hit scene.Hit) []TipLine {
	switch hit.Kind {
	case scene.HitMark:
		return t.eventTip(hit.ID)
	case scene.HitFold:
		lines := []TipLine{{Words: events(len(hit.IDs)), Bold: true}}
		for i, id := range hit.IDs {
			if i == 6 {
				lines = append(lines, TipLine{Words: "…", Small: true})
				break
			}
			if label, ok := t.ws.LabelOf(id); ok {
				lines = append(lines, TipLine{Words: label.Start.Display() + "  " + label.Title, Small: true})
			}
		}
		return lines
	case scene.HitBin:
		return t.binTip(hit)
	case scene.HitLife, scene.HitNotice, scene.HitNoticeBy, scene.HitExpiry:
		lines := make([]TipLine, 0, len(hit.Words))
		for i, words := range hit.Words {
			lines = append(lines, TipLine{Words: words, Bold: i == 0})
		}
		return lines
	case scene.HitMoreLives:
		return []TipLine{{Words: lang.L("Click to show every agreement here")}}
	case scene.HitAsOf:
		return []TipLine{{Words: lang.L("As-of date: days to a deadline are counted from here. Drag to move it.")}}
	}
	return nil
}

// binTip says how many events begin in a bar of a histogram, in its lane and in
// all lanes.
func (t *timeline) binTip(hit scene.Hit) []TipLine {
	lanes, columns := t.ws.Lanes(), t.ws.Columns()
	lines := []TipLine{{Words: period(hit.From, hit.To), Bold: true}}
	first, last := columns.Before(hit.From), columns.Before(hit.To)
	all := t.ws.Shown().CountIn(first, last)
	if hit.Lane < 0 {
		lines = append(lines, TipLine{Words: lang.L("All lanes: {{.Count}}", map[string]any{"Count": groupDigits(int64(all))})})
		return append(lines, TipLine{Words: lang.L("Double-click to zoom in"), Small: true})
	}
	lane := &lanes.Lanes[hit.Lane]
	words := events(hit.Count)
	if lane.Name != "" {
		words = lane.Name + ": " + words
	}
	lines = append(lines, TipLine{Words: words})
	if n := coarse(columns, lane.Rows[lane.Before(columns, hit.From):lane.Before(columns, hit.To)], hit.To-hit.From); n > 0 {
		lines = append(lines, TipLine{Small: true, Words: lang.N("{{.Number}} of them are known less exactly than a bar, and count where their dates begin.", n,
			map[string]any{"Number": groupDigits(int64(n))})})
	}
	if len(lanes.Lanes) > 1 {
		lines = append(lines, TipLine{Words: lang.L("All lanes: {{.Count}}", map[string]any{"Count": groupDigits(int64(all))})})
	}
	return append(lines, TipLine{Words: lang.L("Double-click to zoom in"), Small: true})
}

// coarse counts the events among rows whose beginning is known only to a time
// longer than a bar's: to a month under bars of days.
func coarse(c *model.Columns, rows []uint32, bar edtf.Instant) int {
	n := 0
	for _, row := range rows {
		if b := c.Bounds(int(row)); b.EarliestStart.Finite() && b.LatestStart > b.EarliestStart+bar {
			n++
		}
	}
	return n
}

// events counts events in words.
func events(n int) string {
	return lang.N("{{.Number}} events", n, map[string]any{"Number": groupDigits(int64(n))})
}

// headTapped folds a lane away or unfolds it.
func (t *timeline) headTapped(at fyne.Position) {
	s := t.current()
	if s == nil {
		return
	}
	hit, ok := s.AtHeaders(at.X, at.Y)
	switch {
	case ok:
		t.toggleLane(t.keyOf(hit.Lane))
	case at.Y >= s.Agreements.Y && at.Y < s.Agreements.Y+s.Agreements.H:
		t.toggleLane(scene.AgreementsKey)
	}
}

func (t *timeline) headHovered(at, _ fyne.Position) {
	s := t.current()
	if s == nil {
		return
	}
	key := ""
	if hit, ok := s.AtHeaders(at.X, at.Y); ok {
		key = t.ws.Lanes().Lanes[hit.Lane].Key
	}
	t.hoverLane(key)
}

func (t *timeline) hoverLane(key string) {
	if key == t.lane {
		return
	}
	t.lane = key
	t.invalidate()
}

// overviewPressed takes hold of the window, of a handle, or begins a new
// window.
func (t *timeline) overviewPressed(at fyne.Position) {
	s := t.current()
	if s == nil {
		return
	}
	t.stop()
	t.leave(true)
	hit, _ := s.AtOverview(at.X)
	t.held = hold{overview: hit.Kind, from: at.X}
}

func (t *timeline) overviewDragged(at fyne.Position, dx float32) {
	s := t.current()
	if s == nil {
		return
	}
	moment := s.OverviewTime
	from, to := t.view.From(), t.view.To()
	switch t.held.overview {
	case scene.HitWindow:
		t.view = t.view.Pan(float64(dx) * s.OverviewAt.Scale / t.view.Scale)
	case scene.HitFrom:
		t.view = scene.Fit(min(moment(at.X), to-3600), to, t.view.Width, 0)
	case scene.HitTo:
		t.view = scene.Fit(from, max(moment(at.X), from+3600), t.view.Width, 0)
	case scene.HitOverview:
		t.view = scene.Fit(moment(t.held.from), moment(at.X), t.view.Width, 0)
	default:
		return
	}
	t.unsettle()
	t.invalidate()
}

func (t *timeline) overviewZoomed(dy, x float32) {
	s := t.current()
	if s == nil {
		return
	}
	at := t.view.X(s.OverviewTime(x))
	factor := 1 + float64(min(max(dy/notch, -2), 2))*0.15
	t.zoom(factor, float32(min(max(at, 0), t.view.Width)))
}

// overviewKey pans and zooms.
func (t *timeline) overviewKey(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyLeft:
		t.panStep(-0.25)
	case fyne.KeyRight:
		t.panStep(0.25)
	case fyne.KeyUp, fyne.KeyPlus, fyne.KeyEqual:
		t.zoomStep(zoomLimit)
	case fyne.KeyDown, fyne.KeyMinus:
		t.zoomStep(1 / zoomLimit)
	case fyne.KeyHome, fyne.KeyReturn:
		t.fit()
	default:
		return false
	}
	return true
}

func (t *timeline) overviewHovered(at fyne.Position) {
	if s := t.current(); s != nil {
		hit, _ := s.AtOverview(at.X)
		t.Region.Overview.Resizing = hit.Kind == scene.HitFrom || hit.Kind == scene.HitTo
	}
}
