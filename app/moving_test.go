package app

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"chancery/app/scene"
	"chancery/model"
	"chancery/model/edtf"
)

func TestShifted(t *testing.T) {
	const day = daySeconds
	tests := []struct {
		date    string
		seconds float64
		want    string // "" when it does not move
	}{
		{"2019-11-17", 5 * day, "2019-11-22"},
		{"2019-11-17", -17 * day, "2019-10-31"},
		{"2019-11-17", 0.4 * day, "2019-11-17"},
		{"2020-02-28~", day, "2020-02-29~"},
		{"2019-11-22T18:00:00+09:00", 2 * day, "2019-11-24T18:00:00+09:00"},
		{"2019-11", 45 * day, "2019-12"},
		{"2019-11?", 75 * day, "2020-01?"},
		{"2019-22", 92 * day, "2019-23"},
		{"2019-24", 92 * day, "2020-21"},
		{"2019-30", -92 * day, "2019-29"},
		{"2019-21", -92 * day, "2018-24"},
		{"2019", 700 * day, "2021"},
		{"-0043", -366 * day, "-0044"},
		{"0001", -366 * day, "0000"},
		{"201X", 3700 * day, "202X"},
		{"2019-XX", 40 * day, ""},
		{"2019-?11", 40 * day, ""},
		{"[2019-11-11..2019-11-16]", day, ""},
		{"2018/2019", day, ""},
		{"..", day, ""},
		{"19XX", 36525 * day, ""},
	}
	for _, test := range tests {
		d := edtf.Open
		if test.date != ".." {
			d = edtf.MustParse(test.date)
		}
		got, ok := shifted(d, test.seconds)
		if ok != (test.want != "") || ok && got.String() != test.want {
			t.Errorf("shifted(%s, %v days) = %s, %v, want %q", test.date, test.seconds/day, got, ok, test.want)
		}
	}
}

// Moving a date on and back again by whole days gives the date.
func TestShiftedAndBack(t *testing.T) {
	for n := -4000; n < 4000; n += 37 {
		d := edtf.MustParse("2019-11-17%")
		there, ok := shifted(d, float64(n)*daySeconds)
		back, ok2 := shifted(there, -float64(n)*daySeconds)
		if !ok || !ok2 || back != d {
			t.Fatalf("%d days: %s, then %s", n, there, back)
		}
	}
}

// dragMark presses a mark and drags it, without letting go.
func (b *bench) dragMark(m scene.Mark, held fyne.KeyModifier, dx float32) {
	p := b.timeline.Region.Plot
	p.lastAt = fyne.NewPos(-100, -100)
	p.MouseDown(press(desktop.MouseButtonPrimary, held, m.X, m.Y+p.AxisHeight()))
	p.Dragged(&fyne.DragEvent{
		PointEvent: fyne.PointEvent{Position: fyne.NewPos(m.X+dx, m.Y+p.AxisHeight())}, Dragged: fyne.NewDelta(dx, 0),
	})
	b.settle()
}

// pointMark returns the mark in view of an event known to the day.
func (b *bench) pointMark() (scene.Mark, model.Event) {
	b.t.Helper()
	b.timeline.showPeriod(edtf.At(2019, 8, 1), edtf.At(2019, 9, 1))
	for _, m := range b.marks() {
		e, err := b.Workspace.Archive().Event(b.t.Context(), m.ID)
		if err != nil {
			b.t.Fatal(err)
		}
		if exactDay(e.Start) && e.End.IsZero() && m.Bar.W == 0 && m.X > 80 && m.X < 700 {
			return m, e
		}
	}
	b.t.Fatal("no event of one day in view")
	panic("unreachable")
}

func TestEventIsDraggedInTime(t *testing.T) {
	b := newBench(t)
	m, before := b.pointMark()
	dx := float32(5 * daySeconds / b.timeline.view.Scale)
	b.dragMark(m, fyne.KeyModifierAlt, dx)
	p := b.timeline.Region.Plot
	want, _ := shifted(before.Start, 5*daySeconds)
	if !p.Trail.On || p.Trail.Words != want.Display()+", 5 days on" {
		t.Errorf("while it is dragged the plot says %q", p.Trail.Words)
	}
	p.DragEnd()
	b.settle()
	after, err := b.Workspace.Archive().Event(t.Context(), m.ID)
	if err != nil || after.Start != want || after.StartText != "" || p.Trail.On {
		t.Errorf("moved to %s, %v, want %s", after.Start, err, want)
	}
	b.undo()
	if back, err := b.Workspace.Archive().Event(t.Context(), m.ID); err != nil || !equalEvents(back, before) {
		t.Errorf("after undo %+v, %v", back, err)
	}
}

// A plain drag never changes a date, and Esc gives a move up.
func TestEventIsNotDraggedBySlip(t *testing.T) {
	b := newBench(t)
	m, before := b.pointMark()
	b.dragMark(m, 0, 60)
	b.timeline.Region.Plot.DragEnd()
	m, _ = b.pointMark()
	b.dragMark(m, fyne.KeyModifierAlt, 60)
	b.escape()
	b.timeline.Region.Plot.DragEnd()
	b.settle()
	for _, id := range []model.EventID{m.ID, before.ID} {
		e, err := b.Workspace.Archive().Event(t.Context(), id)
		if err != nil || id == before.ID && e.Start != before.Start {
			t.Errorf("the date of %q changed to %s, %v", e.Title, e.Start, err)
		}
	}
	if _, changed := b.Workspace.CanUndo(); changed {
		t.Error("there is something to undo")
	}
}

func TestBarIsDraggedByItsEnd(t *testing.T) {
	b := newBench(t)
	event := model.Event{
		Key: "own-span", Title: "Span", Category: "court", Kind: model.Span, Collection: "jk-gsomia",
		Start: edtf.MustParse("2019-08-05"), End: edtf.MustParse("2019-08-20"),
	}
	if err := b.Workspace.Do(t.Context(), model.Edit{Label: "add", Changes: []model.Change{{After: &event}}}); err != nil {
		t.Fatal(err)
	}
	b.refilter(func(f *model.Filter) { f.Categories = []string{"court"} })
	b.timeline.showPeriod(edtf.At(2019, 8, 1), edtf.At(2019, 9, 1))
	bar := func() scene.Mark {
		b.settle()
		i := slices.IndexFunc(b.timeline.current().Marks, func(m scene.Mark) bool { return m.ID == event.ID })
		if i < 0 || b.timeline.scene.Marks[i].Bar.W < 100 {
			t.Fatal("the span has no bar in view")
		}
		return b.timeline.scene.Marks[i]
	}
	dx := float32(3 * daySeconds / b.timeline.view.Scale)
	for _, test := range []struct {
		at         func(scene.Mark) float32
		start, end string
	}{
		{func(m scene.Mark) float32 { return m.Bar.X + m.Bar.W - 3 }, "2019-08-05", "2019-08-23"},
		{func(m scene.Mark) float32 { return m.Bar.X + 3 }, "2019-08-08", "2019-08-23"},
		{func(m scene.Mark) float32 { return m.Bar.X + m.Bar.W/2 }, "2019-08-11", "2019-08-26"},
	} {
		m := bar()
		m.X = test.at(m)
		m.Y = m.Bar.Y + m.Bar.H/2
		b.dragMark(m, command|fyne.KeyModifierShift, dx)
		b.timeline.Region.Plot.DragEnd()
		b.settle()
		e, err := b.Workspace.Archive().Event(t.Context(), event.ID)
		if err != nil || e.Start.String() != test.start || e.End.String() != test.end {
			t.Errorf("dragged to %s – %s, %v, want %s – %s", e.Start, e.End, err, test.start, test.end)
		}
	}
	// No end can be dragged past the other.
	m := bar()
	m.X, m.Y = m.Bar.X+3, m.Bar.Y+m.Bar.H/2
	b.dragMark(m, fyne.KeyModifierAlt, 20*dx)
	if got := b.timeline.Region.Plot.Trail.Words; !strings.Contains(got, "not moved") {
		t.Errorf("the plot says %q", got)
	}
	b.timeline.Region.Plot.DragEnd()
	if e, _ := b.Workspace.Archive().Event(t.Context(), event.ID); e.Start.String() != "2019-08-11" {
		t.Errorf("the start is %s", e.Start)
	}
}
