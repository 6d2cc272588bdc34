package app

import (
	"reflect"
	"time"

	"chancery/app/scene"
	"chancery/model"
)

// A stop is one view of the timeline that can be gone back to.
type stop struct {
	view     scene.Viewport
	scrollY  float32
	filter   model.Filter
	grouping model.Grouping
	rollUp   bool
}

// trailLimit bounds how many views can be gone back to.
const trailLimit = 100

// gestureTime is how long gestures follow each other to count as one: nobody
// wants to go back through the notches of a wheel.
const gestureTime = 2 * time.Second

// A trail is the views that were left, newest last.
type trail struct {
	back, forward []stop
	gestured      time.Time // when the newest gesture began or went on
	frozen        bool      // a view of the trail is being shown again
}

// leave notes the view before it changes by a gesture or a jump.
func (w *Window) leave(gesture bool) {
	t := &w.trail
	if t.frozen || w.timeline.view.Width <= 0 {
		return
	}
	now := w.timeline.now()
	goesOn := gesture && now.Sub(t.gestured) < gestureTime
	t.gestured = time.Time{}
	if gesture {
		t.gestured = now
	}
	if goesOn {
		return
	}
	empty := len(t.back) == 0
	if here := w.here(); empty || !reflect.DeepEqual(t.back[len(t.back)-1], here) {
		t.back = append(t.back, here)
		t.back = t.back[max(0, len(t.back)-trailLimit):]
	}
	if forward := t.forward; empty || len(forward) > 0 {
		t.forward = nil
		w.win.SetMainMenu(w.menu())
	}
}

func (w *Window) here() stop {
	ws, t := w.Workspace, w.timeline
	return stop{t.view, t.scrollY, ws.Filter(), ws.Grouping(), ws.RollUp()}
}

// goBack shows the view before this one, and goForward the one that goBack
// left.
func (w *Window) goBack() { w.travel(&w.trail.back, &w.trail.forward) }

func (w *Window) goForward() { w.travel(&w.trail.forward, &w.trail.back) }

// travel shows the newest view of one side of the trail that differs from what
// is shown, which goes to the other side.
func (w *Window) travel(from, to *[]stop) {
	here := w.here()
	for len(*from) > 0 {
		there := (*from)[len(*from)-1]
		*from = (*from)[:len(*from)-1]
		if reflect.DeepEqual(there, here) {
			continue
		}
		*to = append(*to, here)
		w.restoreView(there)
		break
	}
	w.trail.gestured = time.Time{}
	w.win.SetMainMenu(w.menu())
}

// restoreView shows a view again.
func (w *Window) restoreView(s stop) {
	ws, t := w.Workspace, w.timeline
	w.trail.frozen = true
	defer func() { w.trail.frozen = false }()
	if ws.Grouping() != s.grouping {
		ws.SetGrouping(s.grouping)
	}
	if ws.RollUp() != s.rollUp {
		ws.SetRollUp(s.rollUp)
	}
	if !reflect.DeepEqual(ws.Filter(), s.filter) {
		ws.SetFilter(s.filter)
	}
	t.scrollY = s.scrollY
	t.moveTo(s.view.Resize(t.view.Width), goTime)
}

// groupBy changes what the lanes are.
func (w *Window) groupBy(g model.Grouping) {
	if g == w.Workspace.Grouping() {
		return
	}
	w.leave(false)
	w.timeline.scrollY = 0
	w.Workspace.SetGrouping(g)
}
