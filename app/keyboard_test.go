package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"chancery/model"
)

func TestDetailsAreReadByKeyboard(t *testing.T) {
	b := newBench(t)
	b.selectKey("jk-gsomia-decision")
	d := b.details
	b.win.Canvas().Focus(d)
	b.press(fyne.KeyDown)
	if d.scroll.Offset.Y != scrollStep {
		t.Errorf("Down scrolls to %v dp", d.scroll.Offset.Y)
	}
	b.press(fyne.KeyEnd)
	end := d.scroll.Offset.Y
	b.press(fyne.KeyDown, fyne.KeyPageDown)
	if d.scroll.Offset.Y != end {
		t.Errorf("the panel scrolls past its end, from %v to %v", end, d.scroll.Offset.Y)
	}
	b.press(fyne.KeyHome, fyne.KeyUp)
	if d.scroll.Offset.Y != 0 {
		t.Errorf("Home and Up scroll to %v", d.scroll.Offset.Y)
	}
	b.press(fyne.KeyRight)
	if got := d.Detail.Event.Key; got == "jk-gsomia-decision" || b.win.Canvas().Focused() != fyne.Focusable(d) {
		t.Errorf("Right shows %s, with the keyboard in %T", got, b.win.Canvas().Focused())
	}
}

// What Tab reaches in the panel is scrolled into view, and following a link
// leaves the keyboard in the panel.
func TestDetailsShowWhatHasTheKeyboard(t *testing.T) {
	b := newBench(t)
	b.selectKey("jk-gsomia-decision")
	d := b.details
	b.win.Canvas().Focus(d)
	driver := fyne.CurrentApp().Driver()
	rows := 0
	for range 40 {
		b.win.Canvas().FocusNext()
		part, ok := b.win.Canvas().Focused().(fyne.CanvasObject)
		if !ok || !within(d.body, part.(fyne.Focusable)) {
			continue
		}
		rows++
		y := driver.AbsolutePositionForObject(part).Y - driver.AbsolutePositionForObject(d.scroll).Y
		if y < 0 || y+part.Size().Height > d.scroll.Size().Height {
			t.Errorf("%T has the keyboard at %v dp of %v", part, y, d.scroll.Size().Height)
		}
	}
	if rows < 6 {
		t.Fatalf("Tab stops %d times in the panel", rows)
	}
	for _, o := range d.body.Objects {
		if row, ok := o.(*LinkRow); ok {
			b.win.Canvas().Focus(row)
			b.press(fyne.KeyReturn)
			break
		}
	}
	if got := d.Detail.Event.Key; got == "jk-gsomia-decision" {
		t.Fatal("Enter does not follow the link")
	}
	if b.win.Canvas().Focused() != fyne.Focusable(d) {
		t.Errorf("after the link the keyboard is in %T", b.win.Canvas().Focused())
	}
}

func TestTextTakesTheKeyboardOnlyUnderThePointer(t *testing.T) {
	b := newBench(t)
	b.selectKey("jk-gsomia-decision")
	stops := func() (n int) {
		for _, o := range test.LaidOutObjects(b.details) {
			if f, ok := o.(fyne.Focusable); ok && selectsText(f) {
				n++
			}
		}
		return n
	}
	if n := stops(); n != 0 {
		t.Fatalf("%d texts stop Tab", n)
	}
	var title *prose
	for _, o := range b.details.body.Objects {
		if p, ok := o.(*prose); ok {
			title = p
			break
		}
	}
	title.MouseIn(&desktop.MouseEvent{})
	if n := stops(); n != 1 {
		t.Errorf("%d texts can be selected under the pointer", n)
	}
	title.MouseOut()
	if n := stops(); n != 0 {
		t.Errorf("%d texts stop Tab after the pointer has left", n)
	}
}

func TestTableIsWalkedByKeyboard(t *testing.T) {
	b := newBench(t)
	b.showView(viewTable)
	b.focusView()
	columns := b.Workspace.Columns()
	want := func(what string, rows ...int) {
		t.Helper()
		got := b.Workspace.Selection()
		if len(got) != len(rows) {
			t.Fatalf("%s selects %d events, want %d", what, len(got), len(rows))
		}
		for i, row := range rows {
			if got[i] != columns.ID[row] {
				t.Errorf("%s selects event %d, want that of row %d", what, got[i], row)
			}
		}
	}
	b.press(fyne.KeyDown)
	want("the first Down", 0)
	b.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp)
	want("Down, Down, Up", 1)
	b.table.walk(1, fyne.KeyModifierShift)
	b.table.walk(1, fyne.KeyModifierShift)
	want("Shift Down twice", 1, 2, 3)
	b.press(fyne.KeyEnd)
	want("End", columns.Len()-1)
	b.press(fyne.KeyHome)
	want("Home", 0)
	b.press(fyne.KeyPageDown)
	if got := b.Workspace.Selection(); len(got) != 1 || got[0] == columns.ID[0] || got[0] == columns.ID[1] {
		t.Errorf("Page Down selects %v", got)
	}
	b.press(fyne.KeyReturn)
	if b.sheet == nil || b.sheet.Title != "Edit event" {
		t.Fatal("Enter does not open the form")
	}
	b.closeSheet()
	n := columns.Len()
	b.focusView()
	b.press(fyne.KeyDelete)
	if got := b.Workspace.Columns().Len(); got != n-1 {
		t.Errorf("%d events after Delete, want %d", got, n-1)
	}
	view := b.timeline.view
	b.table.list.TypedRune('w')
	if b.timeline.view != view {
		t.Error("a letter typed in the table moves the timeline")
	}
}

func TestTableKeepsTheAnchorOfAnExtendedSelection(t *testing.T) {
	b := newBench(t)
	id := b.Workspace.Columns().ID
	b.timeline.choose(id[5], 0)
	b.timeline.choose(id[8], fyne.KeyModifierShift)
	b.timeline.choose(id[6], fyne.KeyModifierShift)
	if got := b.Workspace.Selection(); len(got) != 2 || got[0] != id[5] || got[1] != id[6] {
		t.Errorf("selected %v, want %v", got, []model.EventID{id[5], id[6]})
	}
}

func TestEscGoesBackToTheView(t *testing.T) {
	b := newBench(t)
	b.selectKey("jk-gsomia-decision")
	b.win.Canvas().Focus(b.filters.add)
	b.press(fyne.KeyEscape)
	if b.win.Canvas().Focused() != fyne.Focusable(b.timeline.Region.Plot) || len(b.Workspace.Selection()) != 1 {
		t.Error("the first Esc goes back to the plot, and does nothing else")
	}
	b.press(fyne.KeyEscape)
	if len(b.Workspace.Selection()) != 0 {
		t.Error("the second Esc ends the selection")
	}
}

// A message with the keyboard in it stays, and hands the keyboard back.
func TestMessagesAreReachedByKeyboard(t *testing.T) {
	b := newBench(t)
	pressed := false
	b.focusView()
	b.messages.Show(Done, "Done.", Way{"Undo", func() { pressed = true }})
	b.win.Canvas().Focus(b.timeline.Region.Overview)
	b.stepRegion(1)
	if got := b.win.Canvas().Focused(); got != b.messages.Note().First() {
		t.Fatalf("F6 goes to %T, want the message", got)
	}
	b.press(fyne.KeyReturn)
	if !pressed || b.messages.Shown() || b.win.Canvas().Focused() != fyne.Focusable(b.timeline.Region.Plot) {
		t.Errorf("pressed %v, shown %v, keyboard in %T", pressed, b.messages.Shown(), b.win.Canvas().Focused())
	}
}
