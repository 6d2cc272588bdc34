package app

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"chancery/model"
)

// laneKeys returns the keys of the lanes that are shown, top to bottom.
func (b *bench) laneKeys() []string {
	b.settle()
	var keys []string
	for _, box := range b.timeline.current().Lanes {
		keys = append(keys, box.Key)
	}
	return keys
}

func TestLaneHeadIsDragged(t *testing.T) {
	b := newBench(t)
	b.groupBy(model.ByCategory)
	before := b.laneKeys()
	boxes := b.timeline.current().Lanes
	from, to := boxes[2].Y+10, boxes[0].Y+2
	h := b.timeline.Region.Heads
	h.MouseDown(press(desktop.MouseButtonPrimary, 0, 50, from))
	h.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(50, from-2)}})
	if h.Moving {
		t.Error("a slip of 2 dp moves a lane")
	}
	h.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(50, to)}})
	if !h.Moving || h.Edge != boxes[0].Y {
		t.Errorf("dragging shows the edge %v, %v, want %v", h.Edge, h.Moving, boxes[0].Y)
	}
	h.DragEnd()
	want := append([]string{before[2], before[0], before[1]}, before[3:]...)
	if got := b.laneKeys(); !slices.Equal(got, want) {
		t.Errorf("lanes %v, want %v", got, want)
	}
	b.groupBy(model.ByPlace)
	b.settle()
	b.groupBy(model.ByCategory)
	if got := b.laneKeys(); !slices.Equal(got, want) {
		t.Errorf("after other lanes and back: %v, want %v", got, want)
	}
}

func TestLanesAreHiddenPinnedAndRecalled(t *testing.T) {
	b := newBench(t)
	b.groupBy(model.ByCategory)
	all := b.laneKeys()
	items := func(lane int) map[string]func() {
		found := map[string]func(){}
		for _, i := range b.laneMenu(lane) {
			found[i.Label] = i.Action
		}
		return found
	}
	index := func(key string) int {
		return slices.IndexFunc(b.Workspace.Lanes().Lanes, func(l model.Lane) bool { return l.Key == key })
	}
	items(index(all[0]))["Hide this lane"]()
	items(index(all[3]))["Keep at the top"]()
	got := b.laneKeys()
	if slices.Contains(got, all[0]) || got[0] != all[3] || !b.timeline.current().Lanes[0].Pinned {
		t.Errorf("lanes %v after hiding %s and pinning %s", got, all[0], all[3])
	}
	path := b.Workspace.Archive().Path()
	if err := b.Workspace.Open(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	b.settle()
	if again := b.laneKeys(); !slices.Equal(again, got) {
		t.Errorf("opened again: %v, want %v", again, got)
	}
	items(index(all[1]))["Show 1 hidden lane"]()
	items(index(all[1]))["Lanes in their own order"]()
	if got := b.laneKeys(); !slices.Equal(got, all) {
		t.Errorf("put back: %v, want %v", got, all)
	}
}

func TestKeyboardInTheLaneHeads(t *testing.T) {
	b := newBench(t)
	b.groupBy(model.ByCategory)
	keys := b.laneKeys()
	h := b.timeline.Region.Heads
	h.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if b.timeline.lane != keys[1] {
		t.Fatalf("Down goes to %q, want %q", b.timeline.lane, keys[1])
	}
	h.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !b.timeline.arranged.Collapsed[keys[1]] {
		t.Error("Enter does not fold the lane")
	}
	b.headKey(fyne.KeyUp, fyne.KeyModifierAlt)
	if got := b.laneKeys(); got[0] != keys[1] || got[1] != keys[0] {
		t.Errorf("Alt Up: %v", got[:2])
	}
}

// withoutViews takes the saved views of the open archive out of it.
func (b *bench) withoutViews() {
	b.t.Helper()
	b.settle()
	for _, v := range slices.Clone(b.Workspace.Views()) {
		if err := b.Workspace.RemoveView(b.t.Context(), v.Name); err != nil {
			b.t.Fatal(err)
		}
	}
}

func TestSavedViews(t *testing.T) {
	b := newBench(t)
	ctx := t.Context()
	b.withoutViews()
	b.groupBy(model.ByActor)
	b.filterActor("Japan")
	b.timeline.showPeriod(b.timeline.view.Time(300), b.timeline.view.Time(500))
	b.Workspace.SetAsOf(startOfDay(b.timeline.asOf()))
	b.timeline.pinned = []model.EventID{3}
	b.settle()
	b.timeline.hideLane(b.laneKeys()[1])
	saved := b.thisView("Pact")
	lanes := b.laneKeys()
	for _, name := range []string{"Pact", "another", "PACT"} {
		v := saved
		v.Name = name
		if err := b.Workspace.SaveView(ctx, v); err != nil {
			t.Fatal(err)
		}
	}
	var names []string
	for _, v := range b.Workspace.Views() {
		names = append(names, v.Name)
	}
	if got := strings.Join(names, " "); got != "another PACT" {
		t.Errorf("saved views %q: want one for each name, in order", got)
	}
	b.Workspace.ClearAsOf()
	b.clearFilters()
	b.groupBy(model.ByCollection)
	b.timeline.pinned = nil
	b.timeline.fit()
	b.settle()
	b.showSaved(b.Workspace.Views()[1])
	b.settle()
	now := b.thisView("Pact")
	if now.From-saved.From > 60 || saved.From-now.From > 60 {
		t.Errorf("shown again from %s, want %s", now.From, saved.From)
	}
	now.From, now.To, saved.From, saved.To = 0, 0, 0, 0
	if !reflect.DeepEqual(now, saved) {
		t.Errorf("shown again as\n%+v, want\n%+v", now, saved)
	}
	if got := b.laneKeys(); !slices.Equal(got, lanes) {
		t.Errorf("lanes %v, want %v", got, lanes)
	}
	b.goBack()
	b.settle()
	if b.Workspace.Grouping() != model.ByCollection {
		t.Error("the view before the saved one cannot be gone back to")
	}
	items := b.viewItems()
	if items[1].Disabled || len(items[1].ChildMenu.Items) != 2 {
		t.Errorf("the menu lists %d views", len(items[1].ChildMenu.Items))
	}
	items[2].ChildMenu.Items[0].Action()
	if len(b.Workspace.Views()) != 1 {
		t.Error("the first view has not been removed")
	}
	b.messages.press(t, "Undo")
	if _, back := b.Workspace.ViewNamed("another"); !back {
		t.Error("undo has not brought the view back")
	}
}

func TestSaveViewIsAsked(t *testing.T) {
	b := newBench(t)
	b.withoutViews()
	b.plotRune('v')
	if got := b.messages.Sentence(); got != "No view is saved in this archive yet." {
		t.Errorf("message %q", got)
	}
	b.askView()
	if b.sheet == nil || b.sheet.Title != "Save this view" {
		t.Fatal("no sheet asks for the name")
	}
	entry := b.win.Canvas().Focused().(*field)
	entry.SetText("Pact")
	entry.OnSubmitted("Pact")
	if got := b.Workspace.Views(); len(got) != 1 || got[0].Name != "Pact" {
		t.Errorf("saved %+v", got)
	}
	if got := b.messages.Sentence(); !strings.HasPrefix(got, "View saved as “Pact”.") {
		t.Errorf("message %q", got)
	}
	if b.win.Canvas().Focused() != fyne.Focusable(b.timeline.Region.Plot) {
		t.Error("the plot has not the keyboard again")
	}
}

// Views that preferences hold go into the archive, once.
func TestOldViewsMoveIntoTheArchive(t *testing.T) {
	b := newBench(t)
	ctx := t.Context()
	path := b.Workspace.Archive().Path()
	key := prefViews + absolute(path)
	b.withoutViews()
	if err := b.Workspace.SaveView(ctx, model.View{Name: "kept", From: 1, To: 2}); err != nil {
		t.Fatal(err)
	}
	b.prefs.SetString(key, `[
		{"Name": "KEPT", "From": 5, "To": 6, "Lanes": "none"},
		{"Name": "Old", "Filter": {"Actors": ["Japan"]}, "From": 3, "To": 4, "Lanes": "pair", "RollUp": true,
		 "Arrangement": {"Order": ["a"]}, "AsOf": 86400, "AsOfChosen": true}
	]`)
	b.opened(path, nil)
	b.settle()
	want := []model.View{
		{Name: "kept", From: 1, To: 2},
		{Name: "Old", Filter: model.Filter{Actors: []string{"Japan"}}, From: 3, To: 4, Grouping: model.ByPair, RollUp: true,
			Arrangement: model.Arrangement{Order: []string{"a"}}, AsOf: 86400, AsOfChosen: true},
	}
	if got := b.Workspace.Views(); !reflect.DeepEqual(got, want) {
		t.Errorf("views\n%+v, want\n%+v", got, want)
	}
	if b.prefs.String(key) != "" {
		t.Error("the preferences still hold them")
	}
	if err := b.Workspace.RemoveView(ctx, "Old"); err != nil {
		t.Fatal(err)
	}
	b.opened(path, nil)
	if _, back := b.Workspace.ViewNamed("Old"); back {
		t.Error("a view that was removed came back")
	}
}
