package app

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"chancery/model"
)

// Times that things take to come, when things may move by themselves.
const (
	ringTime   = 90 * time.Millisecond  // the ring of what is selected
	linksTime  = 140 * time.Millisecond // links, from cause to response
	panelTime  = 180 * time.Millisecond // the details
	tipTime    = 90 * time.Millisecond
	tipOutTime = 60 * time.Millisecond
)

// A Motion says whether things move by themselves.
type Motion string

// The choices. MotionSystem follows the desktop's own setting.
const (
	MotionSystem Motion = "system"
	MotionOn     Motion = "on"
	MotionOff    Motion = "off"
)

// sizeNameStill is the name under which the theme tells that nothing may move by
// itself: its size is above 0 then.
const sizeNameStill fyne.ThemeSizeName = tokenPrefix + "still"

// animated reports whether things may move by themselves: neither the toolkit's
// settings nor those of the window or the desktop forbid it.
func animated() bool {
	return fyne.CurrentApp().Settings().ShowAnimations() && theme.Size(sizeNameStill) <= 0
}

// A growth is something that comes bit by bit.
type growth struct {
	left  float32 // of it that is not there yet, from 1 to 0
	ticks *fyne.Animation
}

// begin lets it come anew within a time, and calls refresh for every step. Where
// nothing moves by itself it is there at once.
func (g *growth) begin(takes time.Duration, refresh func()) {
	g.stop()
	if !animated() {
		return
	}
	g.left = 1
	g.ticks = fyne.NewAnimation(takes, func(done float32) {
		g.left = 1 - done
		refresh()
	})
	g.ticks.Curve = fyne.AnimationEaseOut
	g.ticks.Start()
}

// stop makes it be there.
func (g *growth) stop() {
	g.left = 0
	if g.ticks != nil {
		g.ticks.Stop()
		g.ticks = nil
	}
}

// A grown is what grows in the plot when another event is selected: the ring of
// that, and then its links.
type grown struct {
	ring, links growth
	ringOf      model.EventID
	linksOf     model.EventID
}

func (g *grown) stop() {
	g.ring.stop()
	g.links.stop()
	g.ringOf, g.linksOf = 0, 0
}

// grow lets the ring and the links of an event that was not selected before grow.
func (t *timeline) grow() {
	g, last := &t.grown, model.EventID(0)
	if ids := t.ws.Selection(); len(ids) > 0 {
		last = ids[len(ids)-1]
	}
	if last != g.ringOf {
		g.ringOf = last
		g.ring.begin(ringTime, t.invalidate)
	}
	detail := t.ws.Detail()
	switch {
	case len(t.ws.Selection()) != 1:
		g.linksOf = 0
	case detail != nil && detail.Event.ID != g.linksOf:
		g.linksOf = detail.Event.ID
		g.links.begin(linksTime, t.invalidate)
	}
}
