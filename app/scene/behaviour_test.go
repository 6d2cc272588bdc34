package scene_test

import (
	"fmt"
	"slices"
	"testing"

	"chancery/app/scene"
	"chancery/model"
	"chancery/model/edtf"
)

// find returns the mark of an event, nil when it is not drawn.
func find(sc *scene.Scene, id model.EventID) *scene.Mark {
	for i := range sc.Marks {
		if sc.Marks[i].ID == id {
			return &sc.Marks[i]
		}
	}
	return nil
}

func TestSettledSceneDoesNotDependOnThePath(t *testing.T) {
	in := generatedInput(generate(600), model.ByCategory)
	to := scene.Fit(edtf.At(2001, 1, 1), edtf.At(2003, 1, 1), 1264, 0)
	var straight scene.Builder
	in.View = to
	want := straight.Build(&in).Plot.String()

	var b scene.Builder
	in.View, in.Live = scene.Fit(edtf.At(1990, 1, 1), edtf.At(2010, 1, 1), 1264, 0), true
	for range 30 {
		in.View = in.View.Zoom(1.08, 500)
		b.Build(&in)
	}
	in.View, in.Live = to, false
	if got := b.Build(&in).Plot.String(); got != want {
		t.Error("a view reached by zooming is drawn otherwise than one that was opened")
	}
}

func TestLiveZoomKeepsRows(t *testing.T) {
	in := generatedInput(generate(400), model.ByCategory)
	in.View = scene.Fit(edtf.At(2000, 1, 1), edtf.At(2004, 1, 1), 1264, 0)
	var b scene.Builder
	before := map[string]int{}
	for _, m := range b.Build(&in).Marks {
		before[fmt.Sprint(m.Lane, m.ID)] = m.Line
	}
	in.Live = true
	in.View = in.View.Zoom(1.15, 632)
	moved, kept := 0, 0
	for _, m := range b.Build(&in).Marks {
		if line, ok := before[fmt.Sprint(m.Lane, m.ID)]; ok && m.Kind != scene.DotMark {
			if line == m.Line {
				kept++
			} else {
				moved++
			}
		}
	}
	if kept == 0 || moved*20 > kept {
		t.Errorf("of %d marks %d changed their row while zooming in", kept+moved, moved)
	}
}

func TestLabelsThatArriveLate(t *testing.T) {
	in := generatedInput(generate(900), model.ByCategory)
	in.View = scene.Fit(edtf.At(2001, 1, 1), edtf.At(2001, 9, 1), 1264, 0)
	known := map[model.EventID]bool{}
	in.Labels = func(id model.EventID) (model.Label, bool) {
		l, _ := generatedLabel(id)
		return l, known[id]
	}
	var b scene.Builder
	sc := b.Build(&in)
	if len(sc.Wanted) == 0 {
		t.Fatal("no label is wanted")
	}
	if !slices.IsSorted(sc.Wanted) || len(slices.Compact(slices.Clone(sc.Wanted))) != len(sc.Wanted) {
		t.Error("labels are wanted out of order or twice")
	}
	for _, m := range sc.Marks {
		if m.Label.W > 0 && m.Kind != scene.FoldMark {
			t.Fatalf("event %d has a label that is not known", m.ID)
		}
	}
	for _, id := range sc.Wanted {
		known[id] = true
	}
	sc = b.Build(&in)
	if len(sc.Wanted) != 0 {
		t.Errorf("%d labels are still wanted", len(sc.Wanted))
	}
	labelled := 0
	for _, m := range sc.Marks {
		if m.Label.W > 0 {
			labelled++
		}
	}
	if labelled*3 < len(sc.Marks)*2 {
		t.Errorf("%d of %d marks have a label", labelled, len(sc.Marks))
	}
	checkLabels(t, sc)
}

// A selected or pinned event is drawn with glyph and label whatever its lane shows.
func TestSelectedAndPinnedKeepTheirGlyphAtEveryLevel(t *testing.T) {
	in := generatedInput(generate(30_000), model.ByCategory)
	in.Height = 4000 // all lanes are in view
	for _, id := range []model.EventID{77, 78} {
		in.Selected, in.Pinned = []model.EventID{77}, []model.EventID{78}
		row, _ := in.Columns.RowOf(id)
		levels := map[scene.Level]bool{}
		for view := scene.Fit(in.Columns.Start[row], in.Columns.End[row], 1264, 0); ; {
			var b scene.Builder
			in.View = view
			sc := b.Build(&in)
			glyph := false
			for i := range sc.Marks {
				if m := &sc.Marks[i]; m.ID == id && m.Kind != scene.DotMark && m.Label.W > 0 {
					glyph, levels[levelOf(sc, m.Lane)] = true, true
				}
			}
			if !glyph {
				t.Fatalf("event %d has no glyph with a label at %v seconds across", id, view.Span())
			}
			next := view.Zoom(1/1.7, 632)
			if next == view {
				break
			}
			view = next
		}
		if !levels[scene.Bars] || !levels[scene.Marks] || !levels[scene.Labels] {
			t.Errorf("the lane of %d went through levels %v, want bars, marks and labels", id, levels)
		}
	}
}

func levelOf(sc *scene.Scene, lane int) scene.Level {
	for _, box := range sc.Lanes {
		if box.Index == lane {
			return box.Level
		}
	}
	return scene.Bars
}

func TestHits(t *testing.T) {
	in := generatedInput(generate(20_000), model.ByCategory)
	var b scene.Builder
	sc := b.Build(&in)
	bars := sc.Lanes[0]
	if bars.Level != scene.Bars {
		t.Fatalf("the busiest lane shows %v", bars.Level)
	}
	lane := &in.Lanes.Lanes[bars.Index]
	binned := 0
	for x := float32(20); x < 1200; x += 97 {
		hit, _ := sc.At(x, bars.Y+bars.H-2)
		if hit.Kind != scene.HitBin {
			continue
		}
		binned++
		if want := lane.Before(in.Columns, hit.To) - lane.Before(in.Columns, hit.From); hit.Count != want || hit.To-hit.From != edtf.Instant(bars.Bin) {
			t.Errorf("a bin of %v to %v counts %d, want %d", hit.From, hit.To, hit.Count, want)
		}
	}
	if binned == 0 {
		t.Error("no bar is hit")
	}
	if hit, ok := sc.AtHeaders(80, bars.Y+5); !ok || hit.Kind != scene.HitLane || hit.Lane != bars.Index {
		t.Errorf("the head of the first lane is a hit of %+v", hit)
	}
	if hit, _ := sc.AtHeaders(4, bars.Y+5); hit.Kind != scene.HitCollapse {
		t.Errorf("the chevron of the first lane is a hit of kind %d", hit.Kind)
	}
	pill := sc.AsOfPill.Centre()
	if hit := sc.AtAxis(pill.X, pill.Y); hit.Kind != scene.HitAsOf {
		t.Errorf("the as-of pill is a hit of kind %d", hit.Kind)
	}
	if hit := sc.AtAxis(5, 5); hit.Kind != scene.HitAxis {
		t.Errorf("the axis is a hit of kind %d", hit.Kind)
	}
}

func TestPillsLeadToTheNearestEvent(t *testing.T) {
	in := drawing(fact{start: "2019-03-01"}, fact{start: "2019-04-01"}, fact{start: "2020-03-01"}, fact{start: "2020-04-01"})
	var b scene.Builder
	sc := b.Build(&in)
	left, _ := sc.At(20, 20)
	right, _ := sc.At(580, 20)
	if left.Kind != scene.HitEarlier || left.ID != 2 || left.Count != 2 {
		t.Errorf("on the left: %+v", left)
	}
	if right.Kind != scene.HitLater || right.ID != 3 || right.Count != 2 {
		t.Errorf("on the right: %+v", right)
	}
}

func TestOverviewHits(t *testing.T) {
	in := drawing(fact{start: "2010-01-01"}, fact{start: "2019-08-01"}, fact{start: "2025-01-01"})
	var b scene.Builder
	sc := b.Build(&in)
	middle := sc.Window.X + sc.Window.W/2
	for _, test := range []struct {
		name string
		x    float32
		want scene.HitKind
	}{
		{"headers", 50, scene.HitNothing}, {"window", middle, scene.HitWindow},
		{"left handle", sc.Window.X, scene.HitFrom}, {"right handle", sc.Window.Right(), scene.HitTo}, {"beside", 120, scene.HitOverview},
	} {
		if hit, _ := sc.AtOverview(test.x); hit.Kind != test.want {
			t.Errorf("%s: a hit of kind %d, want %d", test.name, hit.Kind, test.want)
		}
	}
	if at := sc.OverviewTime(middle); at < in.View.From() || at > in.View.To() {
		t.Errorf("the middle of the window is %v", at)
	}
}

func TestArrangement(t *testing.T) {
	in := generatedInput(generate(2_000), model.ByCategory)
	in.Arrangement = &scene.Arrangement{
		Order:  []string{"protest", "court"},
		Pinned: map[string]bool{"visit": true}, Hidden: map[string]bool{"meeting": true}, Collapsed: map[string]bool{"court": true},
	}
	in.ScrollY = 30
	var b scene.Builder
	sc := b.Build(&in)
	var keys []string
	for _, box := range sc.Lanes {
		keys = append(keys, box.Key)
	}
	if want := []string{"visit", "protest", "court", "agreement"}; !slices.Equal(keys[:4], want) || slices.Contains(keys, "meeting") {
		t.Errorf("lanes in the order %q", keys)
	}
	if sc.Lanes[0].Y != 0 || sc.Lanes[1].Y != sc.Lanes[0].H-sc.ScrollY {
		t.Errorf("the pinned lane lies at %v, the next at %v", sc.Lanes[0].Y, sc.Lanes[1].Y)
	}
	if !sc.Lanes[2].Collapsed || sc.Lanes[2].Level != scene.Bars || sc.Lanes[2].H > 30 {
		t.Errorf("the collapsed lane is %+v", sc.Lanes[2])
	}
}

func TestScrollStaysWithinTheLanes(t *testing.T) {
	in := generatedInput(generate(3_000), model.ByActor)
	var b scene.Builder
	for _, y := range []float32{-50, 0, 100, 1e6} {
		in.ScrollY = y
		sc := b.Build(&in)
		if sc.ScrollY < 0 || sc.ScrollY > max(sc.ContentHeight-in.Height, 0)+0.01 {
			t.Errorf("scrolled by %v of %v dp", sc.ScrollY, sc.ContentHeight)
		}
		if sc.ContentHeight > in.Height && sc.ScrollBar.W == 0 {
			t.Error("there is no scroll bar")
		}
	}
}

func TestEditedTitleIsShown(t *testing.T) {
	in := drawing(fact{start: "2019-09-17", title: "Before"})
	var b scene.Builder
	b.Build(&in)
	again := drawing(fact{start: "2019-09-17", title: "Afterwards"})
	sc := b.Build(&again)
	golden(t, "edited title", withoutGrid(sc.Plot.String()))
}

func TestGhostsAreFainter(t *testing.T) {
	in := drawing(fact{start: "2019-08-17"}, fact{start: "2019-11-17"})
	in.AsOf, in.Ghosts = edtf.At(2019, 10, 1), true
	var b scene.Builder
	sc := b.Build(&in)
	faint := 0
	for i := range sc.Plot.Shapes {
		if s := &sc.Plot.Shapes[i]; s.Kind.String() == "glyph" && s.Fill.Alpha < 100 {
			faint++
		}
	}
	if faint != 1 {
		t.Errorf("%d glyphs are faint, want that after the as-of date alone", faint)
	}
}

func TestChangedLevelIsTold(t *testing.T) {
	in := generatedInput(generate(3_000), model.ByCategory)
	var b scene.Builder
	if len(b.Build(&in).Relevelled) > 0 {
		t.Error("the first frame tells of a changed level")
	}
	in.View = in.View.Pan(1)
	if len(b.Build(&in).Relevelled) > 0 {
		t.Error("a short pan changes a level")
	}
	in.View = scene.Fit(edtf.At(2001, 3, 1), edtf.At(2001, 3, 15), 1264, 0)
	if len(b.Build(&in).Relevelled) == 0 {
		t.Error("zooming from forty years to two weeks changes no level")
	}
}

// After an edit, which makes new columns, what is in view stays where it is, also
// at the end of the lanes.
func TestAnEditDoesNotScroll(t *testing.T) {
	a := generate(900)
	in := generatedInput(a, model.ByCategory)
	from, to, _ := a.columns.Extent(nil)
	in.View, in.Height = scene.Fit(from, from+(to-from)/8, 1264, 0), 200
	in.ScrollY = 1e6
	var b scene.Builder
	b.Build(&in)
	sc := b.Build(&in) // heights are known now
	in.ScrollY = sc.ScrollY
	was := sc.ContentHeight
	edited := *in.Columns
	lanes := *in.Lanes
	lanes.Columns = &edited
	in.Columns, in.Lanes = &edited, &lanes
	if sc = b.Build(&in); sc.ScrollY != in.ScrollY || sc.ContentHeight != was {
		t.Errorf("lanes of %v dp were scrolled by %v, after an edit %v by %v", was, in.ScrollY, sc.ContentHeight, sc.ScrollY)
	}
}

// Where many events run through the view, those that begin in it can still be
// pointed at one by one: bars would hide them at every zoom.
func TestEventsThatBeginAreReachedAmongManyThatRun(t *testing.T) {
	var facts []fact
	for i := range 300 {
		facts = append(facts, fact{start: fmt.Sprintf("%d-01-01", 1600+i), end: "2100"})
	}
	for d := 1; d <= 20; d++ {
		facts = append(facts, fact{start: fmt.Sprintf("2019-11-%02d", d), end: "2100"})
	}
	in := drawing(facts...)
	in.View = scene.Fit(edtf.At(2019, 11, 1), edtf.At(2019, 11, 21), 1264, 0)
	sc := new(scene.Builder).Build(&in)
	reached := map[model.EventID]bool{}
	for _, m := range sc.Marks {
		if hit, ok := sc.At(m.X, m.Y); ok && hit.Kind == scene.HitMark {
			reached[hit.ID] = true
		}
	}
	for id := model.EventID(301); id <= 320; id++ {
		if !reached[id] {
			t.Errorf("event %d, which begins in view, cannot be pointed at", id)
		}
	}
}
