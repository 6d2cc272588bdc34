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

func TestBoxSelects(t *testing.T) {
	b := newBench(t)
	b.timeline.showPeriod(edtf.At(2019, 8, 1), edtf.At(2019, 12, 1))
	marks := b.marks()
	before := b.timeline.view
	p := b.timeline.Region.Plot
	size := b.timeline.Region.plotSize()
	p.MouseDown(press(desktop.MouseButtonPrimary, command, 1, p.AxisHeight()+1))
	drag(p, fyne.NewDelta(size.Width-2, size.Height-2))
	b.settle()
	selected := b.Workspace.Selection()
	for _, m := range marks {
		inside := m.X > 2 && m.X < size.Width-2
		if inside && !slices.Contains(selected, m.ID) {
			t.Errorf("event %d in the box is not selected", m.ID)
		}
	}
	if want := events(len(selected)) + ", "; !strings.HasPrefix(b.details.Empty, want) {
		t.Errorf("the details sum up %q, want %q first", b.details.Empty, want)
	}
	if b.timeline.view != before {
		t.Error("the view moved")
	}
}

func TestBoxSelectsInHistograms(t *testing.T) {
	b := newBench(t)
	b.groupBy(model.ByNone)
	b.timeline.fit()
	b.settle()
	b.timeline.boxed(fyne.NewPos(0, 0), fyne.NewPos(b.timeline.Region.plotSize().Width, 5000))
	if got, all := len(b.Workspace.Selection()), b.Workspace.Columns().Len(); got == 0 || got > all {
		t.Errorf("%d of %d events selected", got, all)
	}
	ids := b.Workspace.Selection()
	columns := b.Workspace.Columns()
	for i := 1; i < len(ids); i++ {
		r0, _ := columns.RowOf(ids[i-1])
		r1, _ := columns.RowOf(ids[i])
		if r0 >= r1 {
			t.Fatal("the selection is not in time order, or holds an event twice")
		}
	}
}

func TestDoubleClickOnABarZoomsToIt(t *testing.T) {
	b := openBench(t, generated(t, 5_000))
	b.groupBy(model.ByNone)
	b.settle()
	s := b.timeline.current()
	var hit scene.Hit
	var at fyne.Position
	for _, box := range s.Lanes {
		for x := float32(200); x < s.Plot.W && hit.Kind != scene.HitBin; x += 3 {
			if box.Level == scene.Bars {
				hit, _ = s.At(x, box.Y+box.H-3)
				at = fyne.NewPos(x, box.Y+box.H-3)
			}
		}
	}
	if hit.Kind != scene.HitBin {
		t.Fatal("no bar is hit")
	}
	b.timeline.doubled(at)
	v := b.timeline.view
	if v.From() > hit.From || v.To() < hit.To || v.Span() > 1.2*float64(hit.To-hit.From) {
		t.Errorf("from %s to %s is in view, want the bar's %s to %s", v.From(), v.To(), hit.From, hit.To)
	}
}

func TestMeasureWords(t *testing.T) {
	at := edtf.At
	tests := []struct {
		from, to edtf.Instant
		want     string
	}{
		{at(2019, 8, 23), at(2019, 11, 23), "92 days · 3 months"},
		{at(2019, 7, 4), at(2019, 11, 23), "142 days · 4 months 19 days"},
		{at(2016, 11, 23), at(2019, 11, 23), "1\u00a0095 days · 3 years"},
		{at(2019, 1, 31), at(2019, 2, 28), "28 days · 1 month"},
		{at(2019, 11, 17), at(2019, 11, 23), "6 days"},
		{at(2019, 11, 17), at(2019, 11, 17) + 5400, "1.5 hours"},
		{at(-43, 3, 15), at(14, 8, 19), "20\u00a0976 days · 57 years 5 months 4 days"},
	}
	for _, test := range tests {
		if got := measureWords(test.from, test.to); got != test.want {
			t.Errorf("measureWords(%s, %s) = %q, want %q", day(test.from), day(test.to), got, test.want)
		}
	}
}

func TestMeasure(t *testing.T) {
	b := newBench(t)
	b.plotRune('m')
	p := b.timeline.Region.Plot
	if !p.Measuring {
		t.Fatal("M does not take out the ruler")
	}
	before := b.timeline.view
	p.MouseDown(press(desktop.MouseButtonPrimary, 0, 300, 300))
	drag(p, fyne.NewDelta(100, 0), fyne.NewDelta(100, 0))
	if b.timeline.view != before {
		t.Error("measuring pans")
	}
	if want := measureWords(before.Time(300), before.Time(500)); !p.ShowRuler || p.RangeWords != want {
		t.Errorf("the ruler says %q, want %q", p.RangeWords, want)
	}
	b.timeline.panStep(0.1)
	b.settle()
	if p.Ruler[0] == 300 {
		t.Error("the ruler does not move with the view")
	}
	b.escape()
	if p.Measuring || p.ShowRuler {
		t.Error("Esc does not put the ruler away")
	}
}

func TestPin(t *testing.T) {
	b := newBench(t)
	id := b.Workspace.Columns().ID[100]
	b.goTo(id)
	b.plotRune('p')
	if in := b.timeline.input(b.timeline.Region.plotSize()); !slices.Equal(in.Pinned, []model.EventID{id}) {
		t.Errorf("pinned %v, want %v", in.Pinned, id)
	}
	b.plotRune('p')
	if len(b.timeline.pinned) != 0 {
		t.Errorf("a second P keeps %v pinned", b.timeline.pinned)
	}
}

func TestTrace(t *testing.T) {
	b := newBench(t)
	b.goToKey("jk-gsomia-suspension")
	b.plotRune('b')
	b.settle()
	chain := b.timeline.traced
	if chain == nil || len(chain.IDs) < 3 {
		t.Fatalf("traced %+v", chain)
	}
	if len(b.timeline.links()) != len(chain.Ties) {
		t.Errorf("%d links are drawn of %d", len(b.timeline.links()), len(chain.Ties))
	}
	for _, tie := range chain.Ties {
		if !slices.Contains(chain.IDs, tie.Cause) || !slices.Contains(chain.IDs, tie.Response) {
			t.Errorf("link %+v leaves the chain", tie)
		}
	}
	b.messages.Hide()
	b.escape()
	if b.timeline.traced != nil || len(b.Workspace.Selection()) == 0 {
		t.Error("Esc should end the trace, and nothing else")
	}
}

func TestRegionsAreCycled(t *testing.T) {
	b := newBench(t)
	b.goTo(b.Workspace.Columns().ID[100])
	b.settle()
	want := []fyne.Focusable{
		b.toolbar.Search.Entry(), b.filters.add, b.timeline.Region.Corner, b.timeline.Region.Heads,
		b.timeline.Region.Plot, b.details, b.timeline.Region.Overview, b.toolbar.Search.Entry(),
	}
	for i, w := range want {
		b.stepRegion(1)
		if got := b.win.Canvas().Focused(); got != w {
			t.Fatalf("F6 number %d goes to %T, want %T", i+1, got, w)
		}
	}
	b.stepRegion(-1)
	if got := b.win.Canvas().Focused(); got != want[6] {
		t.Errorf("Shift F6 goes to %T, want the overview", got)
	}
	b.filters.add.FocusGained()
	b.win.Canvas().Focus(b.filters.add)
	b.filters.add.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF6})
	if got := b.win.Canvas().Focused(); got != want[2] {
		t.Errorf("F6 typed in the filters goes to %T, want the lanes", got)
	}
}

func TestEveryKeyRunsSomething(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range shortcuts() {
		if (s.Keys == "") != (s.Does == "") {
			t.Errorf("%q: %q: a line of the list needs both", s.Keys, s.Does)
		}
		for _, r := range s.runes {
			if seen[string(r)] {
				t.Errorf("%q has two meanings", r)
			}
			seen[string(r)] = true
		}
		if s.key != "" && s.run == nil {
			t.Errorf("%s does nothing", s.key)
		}
	}
}
