package app

import (
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"chancery/app/scene"
	"chancery/model"
	"chancery/model/edtf"
)

func TestNewEventBelongsToItsLane(t *testing.T) {
	b := newBench(t)
	for _, by := range model.Groupings() {
		b.groupBy(by)
		b.settle()
		lanes := b.Workspace.Lanes()
		for i := range lanes.Lanes[:min(len(lanes.Lanes), 8)] {
			lane := &lanes.Lanes[i]
			e := model.Event{Collection: "jk-gsomia"}
			belong(&e, lanes, lane)
			ok := true
			switch by {
			case model.ByCollection:
				ok = e.Collection == lane.Key
			case model.ByCategory:
				ok = e.Category == lane.Key
			case model.ByPlace:
				ok = e.Place.Name == lane.Key
			case model.ByActor:
				ok = lane.Key == "" || len(e.Actors) == 1 && e.Actors[0].Actor == lane.Name
			case model.ByPair:
				ok = lane.Key == "" || len(e.Actors) == 2 && strings.Contains(lane.Name, e.Actors[0].Actor)
			}
			if !ok {
				t.Errorf("lanes by %s: an event in %q is %+v", by, lane.Name, e)
			}
		}
	}
}

// fold returns a mark that several events share.
func (b *bench) fold() scene.Mark {
	b.t.Helper()
	b.settle()
	height := b.timeline.Region.plotSize().Height
	for _, m := range b.timeline.current().Marks {
		hit, _ := b.timeline.scene.At(m.X, m.Y)
		if m.Count > 2 && m.Y > 10 && m.Y < height-40 && hit.Kind == scene.HitFold {
			return m
		}
	}
	b.t.Fatal("no fold in view")
	panic("unreachable")
}

func TestFoldIsListed(t *testing.T) {
	b := newBench(t)
	m := b.fold()
	view := b.timeline.view
	b.click(m.X, m.Y, 0)
	if b.timeline.view != view {
		t.Error("a click on a fold moves the view")
	}
	menu := b.win.Canvas().Overlays().Top()
	if menu == nil {
		t.Fatal("a click on a fold opens no list")
	}
	if shown := strings.Join(texts(menu), "\n"); !strings.Contains(shown, "Zoom in on all") {
		t.Errorf("the list shows %s", shown)
	}
}

func TestTwoClicksMeasure(t *testing.T) {
	b := newBench(t)
	b.plotRune('m')
	p := b.timeline.Region.Plot
	b.click(300, 40, 0)
	p.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(380, 60+p.AxisHeight())}})
	if got := p.Ruler; got[1]-got[0] < 79 || got[1]-got[0] > 81 {
		t.Errorf("the ruler follows the pointer to %v", got)
	}
	b.click(400, 40, 0)
	p.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(500, 60+p.AxisHeight())}})
	if got := p.Ruler; got[1]-got[0] < 99 || got[1]-got[0] > 101 || p.RangeWords == "" {
		t.Errorf("the ruler lies from %v, and says %q", got, p.RangeWords)
	}
}

func TestZoomStopsAtItsLimits(t *testing.T) {
	b := newBench(t)
	told := 0
	b.timeline.OnLimit = func() { told++ }
	for range 200 {
		b.timeline.zoom(1.6, 300)
	}
	if told == 0 {
		t.Error("nobody is told that the view is at its limit")
	}
	view := b.timeline.view
	b.timeline.zoomStep(1.6)
	if b.timeline.view != view {
		t.Error("at the limit the view moves")
	}
}

func TestSeveralSelectedAreListed(t *testing.T) {
	b := newBench(t)
	id := b.Workspace.Columns().ID
	b.Workspace.Select(id[3], id[4], id[5])
	b.settle()
	if len(b.details.List) != 3 || b.details.List[0].ID != id[3] {
		t.Fatalf("the panel lists %+v", b.details.List)
	}
	for _, o := range b.details.body.Objects {
		if row, ok := o.(*LinkRow); ok {
			row.Tapped(nil)
			break
		}
	}
	b.settle()
	if got := b.Workspace.Selection(); len(got) != 1 || got[0] != id[3] {
		t.Errorf("a row goes to %v", got)
	}
}

func TestFiltersFoldIntoTheToolbarOfALowWindow(t *testing.T) {
	b := newBench(t)
	if !b.filters.Visible() || b.toolbar.Filter.Visible() {
		t.Error("a high window shows the button, or not the row")
	}
	b.refilter(func(f *model.Filter) { f.Categories = []string{"court"} })
	b.win.Resize(fyne.NewSize(1000, 640))
	if b.filters.Visible() || !b.toolbar.Filter.Visible() || b.toolbar.Filter.Word != "1" {
		t.Errorf("a low window shows the row, or its button says %q", b.toolbar.Filter.Word)
	}
	if got := b.timeline.Region.overviewHeight(); got != overviewShort {
		t.Errorf("the overview of a low window is %v dp high", got)
	}
	b.toolbar.Filter.Tapped(nil)
	menu := b.win.Canvas().Overlays().Top()
	if menu == nil || !strings.Contains(strings.Join(texts(menu), "\n"), "Clear filters") {
		t.Error("the button does not open the filters")
	}
}

func TestArchiveThatCannotBeWrittenIsRead(t *testing.T) {
	path := curated(t)
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	if os.Geteuid() == 0 {
		t.Skip("the superuser may write any file")
	}
	b := openBench(t, path)
	if !b.Workspace.Archive().ReadOnly() || !strings.Contains(b.toolbar.State, "read-only") {
		t.Errorf("the toolbar says %q", b.toolbar.State)
	}
	b.newEventAt(edtf.At(2019, 1, 1), -1)
	if b.sheet != nil || b.messages.Sentence() == "" {
		t.Error("an archive that cannot be written opens a form, or says nothing")
	}
}

// A window that is made larger shows all of its new room, and everything when it
// showed everything.
func TestResizedWindowIsDrawnAnew(t *testing.T) {
	b := newBench(t)
	first := b.timeline.view
	b.win.Resize(fyne.NewSize(1000, 660))
	b.settle()
	b.win.Resize(fyne.NewSize(1440, 900))
	b.settle()
	size := b.timeline.Region.plotSize()
	if s := b.timeline.scene; s.Plot.W != size.Width || s.Plot.H != size.Height {
		t.Errorf("the scene is %v × %v, the plot %v × %v", s.Plot.W, s.Plot.H, size.Width, size.Height)
	}
	if view := b.timeline.view; view != first {
		t.Errorf("the view from %s to %s is not the first any more", view.From(), view.To())
	}
	b.timeline.fit()
	b.settle()
	b.win.Resize(fyne.NewSize(1000, 660))
	b.settle()
	from, to, _ := b.Workspace.Columns().Extent(nil)
	if view := b.timeline.view; view.From() > from || view.To() < to {
		t.Errorf("the view from %s to %s does not show everything any more", view.From(), view.To())
	}
	b.timeline.zoom(1.5, 300)
	scale := b.timeline.view.Scale
	b.win.Resize(fyne.NewSize(1200, 900))
	b.settle()
	if b.timeline.view.Scale != scale {
		t.Error("a view that was chosen is zoomed by the window")
	}
}
