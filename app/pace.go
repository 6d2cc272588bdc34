package app

import (
	"time"

	"chancery/app/scene"
	"chancery/model/edtf"
)

// settleTime is how long after a turn of the wheel labels are placed anew.
const settleTime = 120 * time.Millisecond

// tellTime is how often the rest of the window follows a view that moves: words
// that change with every frame cannot be read, and cost more than the frame.
const tellTime = 100 * time.Millisecond

// A glance is what the rest of the window shows of the scene.
type glance struct {
	view       scene.Viewport
	unlabelled int
	inView     int
	pointer    edtf.Instant
}

// A pace is when the timeline comes to rest, and when it tells what it shows.
type pace struct {
	moved   time.Time // when the gesture under way went on
	resting bool      // rest is to come

	every   time.Duration // from one report to the next
	told    glance
	toldAt  time.Time
	telling bool // a report is to come
}

// unsettle shows frames as part of a gesture until it rests. It is called for
// every step of a gesture, and waits by one timer for all of them.
func (t *timeline) unsettle() {
	t.live, t.pace.moved = true, time.Now()
	if !t.pace.resting {
		t.pace.resting = true
		t.later(settleTime, t.settle)
	}
}

// settle ends a gesture that has come to rest.
func (t *timeline) settle() {
	if left := settleTime - time.Since(t.pace.moved); left > 0 {
		t.later(left, t.settle)
		return
	}
	t.pace.resting = false
	t.rest()
}

// rest ends a gesture: labels are placed anew.
func (t *timeline) rest() {
	if !t.live {
		return
	}
	t.live = false
	t.invalidate()
}

// tell reports what is in view when it has changed, now or soon. It may be
// called while the window paints, so the report comes after that.
func (t *timeline) tell() {
	p := &t.pace
	if t.scene == nil || t.OnChange == nil {
		return
	}
	now := glance{t.view, t.scene.Unlabelled, t.scene.InView, t.pointer}
	if now == p.told || p.telling {
		return
	}
	p.telling = true
	if wait := p.every - time.Since(p.toldAt); wait > 0 {
		t.later(wait, t.report)
		return
	}
	t.deliver(t.report)
}

func (t *timeline) report() {
	p := &t.pace
	p.telling, p.toldAt = false, time.Now()
	if t.scene != nil {
		p.told = glance{t.view, t.scene.Unlabelled, t.scene.InView, t.pointer}
	}
	t.OnChange()
}
