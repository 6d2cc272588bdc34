package app

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"chancery/model"
)

func TestBackAndForward(t *testing.T) {
	b := newBench(t)
	clock := b.timeline.now()
	b.timeline.now = func() time.Time { return clock }
	first := b.here()
	b.timeline.showPeriod(first.view.Time(300), first.view.Time(500))
	b.settle()
	second := b.here()
	b.filterActor("Japan")
	b.groupBy(model.ByActor)
	third := b.here()

	b.plotKey(fyne.KeyLeft, fyne.KeyModifierAlt) // lanes
	b.plotKey(fyne.KeyLeft, fyne.KeyModifierAlt) // filter
	b.settle()
	if got := b.here(); got.view != second.view || !filterIsZero(got.filter) || got.grouping != second.grouping {
		t.Errorf("back to %+v, want %+v", got, second)
	}
	b.plotKey(fyne.KeyLeft, fyne.KeyModifierAlt)
	b.settle()
	if got := b.here(); got.view != first.view {
		t.Errorf("back to %+v, want %+v", got.view, first.view)
	}
	for range 3 {
		b.plotKey(fyne.KeyRight, fyne.KeyModifierAlt)
	}
	b.settle()
	if got := b.here(); got.view != third.view || len(got.filter.Actors) != 1 || got.grouping != model.ByActor {
		t.Errorf("forward to %+v, want %+v", got, third)
	}
	b.goBack()
	b.timeline.fit()
	if len(b.trail.forward) != 0 {
		t.Error("a new jump keeps what was forward of the old one")
	}
}

func filterIsZero(f model.Filter) bool { return f.IsZero() }

func TestGesturesInARowAreOneStep(t *testing.T) {
	b := newBench(t)
	clock := b.timeline.now()
	b.timeline.now = func() time.Time { return clock }
	first := b.here()
	for range 5 {
		clock = clock.Add(300 * time.Millisecond)
		b.timeline.zoom(1.15, 400)
	}
	clock = clock.Add(time.Minute)
	second := b.here()
	b.timeline.pan(50, 0)
	b.goBack()
	if got := b.here(); got.view != second.view {
		t.Errorf("back to %+v, want the view between the gestures %+v", got.view, second.view)
	}
	b.goBack()
	if got := b.here(); got.view != first.view {
		t.Errorf("back to %+v, want the view before the gestures %+v", got.view, first.view)
	}
}
