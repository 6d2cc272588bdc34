package app

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
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

func TestChoicesAreWalkedByKeyboard(t *testing.T) {
	b := newBench(t)
	b.pickCategories()
	b.settle()
	b.press(fyne.KeyDown) // from the search to the lines
	list, ok := b.win.Canvas().Focused().(*choiceList)
	if !ok {
		t.Fatalf("Down goes to %T", b.win.Canvas().Focused())
	}
	b.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeySpace)
	want := list.shown[1].Key
	if got := b.Workspace.Filter().Categories; !slices.Equal(got, []string{want}) {
		t.Errorf("ticked %v, want %s", got, want)
	}
	list.TypedRune('m')
	if search, ok := b.win.Canvas().Focused().(*field); !ok || search.Text != "m" {
		t.Error("a letter does not go on into the search")
	}
	n := b.Workspace.Columns().Len()
	b.Workspace.Select(b.Workspace.Columns().ID[0])
	b.win.Canvas().Unfocus()
	b.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if b.Workspace.Columns().Len() != n {
		t.Error("Delete removes an event behind the sheet")
	}
	b.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.sheet != nil {
		t.Error("Esc does not close the sheet")
	}
}
