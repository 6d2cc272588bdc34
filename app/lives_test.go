package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"chancery/app/scene"
	"chancery/model/edtf"
)

func (b *bench) goToKey(key string) {
	b.t.Helper()
	event, err := b.Workspace.Archive().EventByKey(b.t.Context(), key)
	if err != nil {
		b.t.Fatal(err)
	}
	b.goTo(event.ID)
	b.settle()
}

func TestDetailsTellTheDeadline(t *testing.T) {
	b := newBench(t)
	b.goToKey("jk-gsomia-note")
	tests := []struct {
		asOf  edtf.Instant
		want  []string
		never string
	}{
		{edtf.At(2019, 11, 17), []string{"expires 22 Nov 2019.|expires 23 Nov 2019.", "days left as of 17 Nov 2019.", "Notice given", "South Korea on 23 Aug 2019"}, "suspended)"},
		{edtf.At(2019, 7, 1), []string{"In force", "Last day for notice", "As it was known on 1 Jul 2019"}, "expires"},
		{edtf.At(2019, 11, 25), []string{"In force"}, "expires"},
	}
	for _, test := range tests {
		b.Workspace.SetAsOf(test.asOf)
		b.settle()
		shown := strings.Join(strings.Fields(strings.Join(texts(b.details), " ")), " ")
		for _, want := range test.want {
			one, two, _ := strings.Cut(want, "|")
			if !strings.Contains(shown, one) && (two == "" || !strings.Contains(shown, two)) {
				t.Errorf("as of %s the details do not show %q: %s", day(test.asOf), want, shown)
			}
		}
		if strings.Contains(shown, test.never) {
			t.Errorf("as of %s the details show %q", day(test.asOf), test.never)
		}
	}
}

func TestGhostsFollowAChosenAsOfDate(t *testing.T) {
	b := newBench(t)
	size := b.timeline.Region.plotSize()
	if b.timeline.input(size).Ghosts {
		t.Error("today makes ghosts of later events")
	}
	b.Workspace.SetAsOf(edtf.At(2019, 7, 1))
	if !b.timeline.input(size).Ghosts {
		t.Error("a chosen as-of date leaves later events as they are")
	}
	b.Workspace.ClearAsOf()
	if b.timeline.input(size).Ghosts {
		t.Error("going back to today keeps ghosts")
	}
}

func TestAsOfPillIsDragged(t *testing.T) {
	b := newBench(t)
	b.timeline.centre(b.timeline.asOf())
	b.settle()
	s := b.timeline.current()
	pill := s.AsOfPill
	if pill.W == 0 {
		t.Fatal("no as-of pill in view")
	}
	p := b.timeline.Region.Plot
	if hit := b.timeline.at(fyne.NewPos(pill.X+pill.W/2, pill.Y+pill.H/2-p.AxisHeight())); hit.Kind != scene.HitAsOf {
		t.Fatalf("the pill is hit as %v", hit.Kind)
	}
	p.MouseDown(press(desktop.MouseButtonPrimary, 0, pill.X+pill.W/2, pill.Y+pill.H/2))
	drag(p, fyne.NewDelta(-60, 0), fyne.NewDelta(-40, 0))
	at, chosen := b.Workspace.AsOf()
	want := startOfDay(b.timeline.view.Time(float64(pill.X + pill.W/2 - 100)))
	if !chosen || at != want {
		t.Errorf("dragged to %s, %v, want %s", at, chosen, want)
	}
	if items := b.asOfItems(); items[1].Disabled {
		t.Error("the menu does not offer today")
	}
}

func TestPanelDoesNotHideTheEvent(t *testing.T) {
	b := newBench(t)
	last := b.Workspace.Columns().ID[b.Workspace.Columns().Len()-1]
	b.goTo(last)
	b.settle()
	row, _ := b.Workspace.Columns().RowOf(last)
	view := b.timeline.view
	if start := b.Workspace.Columns().Start[row]; !b.frame.showDetails || start >= view.To() {
		t.Errorf("the event of %s lies beyond the view up to %s", day(start), day(view.To()))
	}
}
