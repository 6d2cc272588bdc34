package app

import (
	"slices"
	"testing"
)

func TestActorsArePickedByKeyboard(t *testing.T) {
	b := newBench(t)
	b.pickActors()
	b.settle()
	search := b.win.Canvas().Focused().(*field)
	for _, name := range []string{"Japan", "South Korea"} {
		search.SetText(name)
		search.OnSubmitted(name)
		b.settle()
	}
	f := b.Workspace.Filter()
	if len(f.Actors) != 2 || !slices.Contains(f.Actors, "Japan") || !slices.Contains(f.Actors, "South Korea") {
		t.Fatalf("picked %v", f.Actors)
	}
	either, _ := b.Workspace.Count()
	f.AllActors = true
	b.Workspace.SetFilter(f)
	b.settle()
	if both, _ := b.Workspace.Count(); both == 0 || both >= either {
		t.Errorf("%d events with both, %d with either", both, either)
	}
	if got := b.filters.Parts[0].Name; got != "All of:" {
		t.Errorf("the chip says %q", got)
	}
	search.SetText("South Korea")
	search.OnSubmitted("South Korea")
	if got := b.Workspace.Filter().Actors; !slices.Equal(got, []string{"Japan"}) {
		t.Errorf("taken back: %v", got)
	}
	search.OnSubmitted("")
	if b.sheet != nil {
		t.Error("Enter in an empty search does not close the sheet")
	}
}
