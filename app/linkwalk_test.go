package app

import (
	"slices"
	"testing"

	"chancery/model"
)

// linkedEvent selects an event that is linked with at least n others.
func (b *bench) linkedEvent(n int) {
	b.t.Helper()
	for _, id := range b.Workspace.Columns().ID {
		b.Workspace.Select(id)
		b.settle()
		if d := b.Workspace.Detail(); d != nil && len(newLinkWalk(d).ids) > n {
			return
		}
	}
	b.t.Fatalf("no event is linked with %d others", n)
}

func TestLinkWalkKeepsItsCentre(t *testing.T) {
	b := newBench(t)
	b.linkedEvent(3)
	walk := newLinkWalk(b.Workspace.Detail())
	columns := b.Workspace.Columns()
	if !slices.IsSortedFunc(walk.ids, func(x, y model.EventID) int {
		i, _ := columns.RowOf(x)
		j, _ := columns.RowOf(y)
		return int((columns.Start[i] - columns.Start[j]) / daySeconds)
	}) {
		t.Errorf("the walk %v is not in time order", walk.ids)
	}
	if walk.ids[walk.at] != b.Workspace.Selection()[0] {
		t.Errorf("the walk begins at %v", walk.ids[walk.at])
	}
	for range walk.at {
		b.plotRune('[')
		b.settle()
	}
	for _, want := range walk.ids[1:] {
		if b.plotRune(']'); b.Workspace.Selection()[0] != want {
			t.Fatalf("] goes to %v, want %v of %v", b.Workspace.Selection()[0], want, walk.ids)
		}
		b.settle()
	}
}

func TestLinkWalkSaysWhenItEnds(t *testing.T) {
	b := newBench(t)
	b.linkedEvent(1)
	for range 100 {
		before := b.Workspace.Selection()[0]
		b.plotRune('[')
		b.settle()
		if b.Workspace.Selection()[0] == before {
			break
		}
	}
	if got := b.messages.Sentence(); got != "No earlier event is linked with this one." {
		t.Errorf("at the end of the walk the message is %q", got)
	}
}

// On one day what an event answers comes before it, and its answers after.
func TestLinkWalkKeepsCauseBeforeResponseOnOneDay(t *testing.T) {
	b := newBench(t)
	b.selectKey("jk-gsomia-decision") // answered twice on the same day
	b.plotRune('[')
	b.settle()
	if got := b.Workspace.Detail().Event.Key; got != "jk-white-list-cabinet" {
		t.Errorf("[ goes to %s, which is not what the decision answered", got)
	}
}
