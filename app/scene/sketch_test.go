package scene_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"chancery/app/scene"
	"chancery/model"
	"chancery/model/edtf"
)

// TestASketchIsDrawnLikeItsColumns makes sure that the first frame of an archive
// is true: what is drawn of a sketch is what is drawn when all is read.
func TestASketchIsDrawnLikeItsColumns(t *testing.T) {
	c := generate(300_000).columns
	from, to, _ := c.Extent(nil)
	drawn := 0
	for _, by := range model.Groupings() {
		lanes := c.Lanes(by, nil, false)
		sketch := lanes.Sketch()
		if sketch == nil || len(lanes.Lanes) == 0 {
			continue
		}
		for _, in := range []scene.Input{
			{Height: 700, HeaderWidth: 200},
			{Height: 300, HeaderWidth: 200, Compact: true, ScrollY: 150},
			{Height: 700, HeaderWidth: 200, SharedPeak: true, TextScale: 1.5},
			{Height: 700, HeaderWidth: 200, Ghosts: true},
			{Height: 500, Arrangement: &scene.Arrangement{
				Order:     []string{lanes.Lanes[len(lanes.Lanes)-1].Key},
				Collapsed: map[string]bool{lanes.Lanes[0].Key: true},
			}},
		} {
			for _, width := range []float64{400, 1201, 3840} {
				in.View, in.OverviewHeight, in.Faces, in.Labels = scene.Fit(from, to, width, 28), 76, plain{}, generatedLabel
				in.AsOf, in.Today = edtf.At(2001, 2, 3), edtf.At(2026, 1, 1)
				in.Columns, in.Lanes = c, lanes
				whole := new(scene.Builder).Build(&in)
				in.Columns, in.Lanes = sketch.Unfold()
				first := new(scene.Builder).Build(&in)
				if first == nil {
					continue // it says that it cannot tell
				}
				drawn++
				same(t, by, whole, first)
			}
		}
	}
	if drawn < 30 {
		t.Errorf("only %d scenes were drawn of sketches", drawn)
	}
}

func same(t *testing.T, by model.Grouping, whole, first *scene.Scene) {
	t.Helper()
	for _, part := range []struct{ name, got, want string }{
		{"plot", first.Plot.String(), whole.Plot.String()},
		{"axis", first.Axis.String(), whole.Axis.String()},
		{"heads", first.Headers.String(), whole.Headers.String()},
		{"overview", first.Overview.String(), whole.Overview.String()},
	} {
		if part.got != part.want {
			t.Errorf("by %s the %s of the sketch differs: %s", by, part.name, cmp.Diff(part.want, part.got))
		}
	}
	if first.InView != whole.InView || first.ContentHeight != whole.ContentHeight || len(first.Marks) != len(whole.Marks) {
		t.Errorf("by %s %d events in view and %d marks, want %d and %d", by, first.InView, len(first.Marks), whole.InView, len(whole.Marks))
	}
}

// TestASketchSaysWhatItCannotTell makes sure that nothing is drawn of a sketch
// beyond all there is, seen from afar.
func TestASketchSaysWhatItCannotTell(t *testing.T) {
	c := generate(100_000).columns
	from, to, _ := c.Extent(nil)
	columns, lanes := c.Lanes(model.ByNone, nil, false).Sketch().Unfold()
	all := scene.Input{
		Columns: columns, Lanes: lanes, Height: 700, HeaderWidth: 200, OverviewHeight: 76, Faces: plain{}, Labels: generatedLabel,
		View: scene.Fit(from, to, 1200, 28), AsOf: edtf.Future, Today: edtf.At(2026, 1, 1),
	}
	if new(scene.Builder).Build(&all) == nil {
		t.Fatal("it cannot tell all there is")
	}
	for name, change := range map[string]func(*scene.Input){
		"a part of the time": func(in *scene.Input) { in.View = scene.Fit(from, (from+to)/2, 1200, 0) },
		"moved a little":     func(in *scene.Input) { in.View = in.View.Pan(60) },
		"a selected event":   func(in *scene.Input) { in.Selected = []model.EventID{5} },
		"a pinned event":     func(in *scene.Input) { in.Pinned = []model.EventID{5} },
		"what is hovered":    func(in *scene.Input) { in.Hover = 5 },
		"the keyboard":       func(in *scene.Input) { in.Focus = 5 },
		"a filter":           func(in *scene.Input) { in.Kept = model.NewBitmap(c.Len()) },
		"a search":           func(in *scene.Input) { in.Matches = model.NewBitmap(c.Len()) },
		"a link":             func(in *scene.Input) { in.Links = []scene.Link{{Cause: 1, Response: 2}} },
		"a view so wide that it shows dots": func(in *scene.Input) {
			in.View = scene.Fit(from, to, 200_000, 28)
		},
	} {
		in := all
		change(&in)
		if new(scene.Builder).Build(&in) != nil {
			t.Errorf("%s is drawn of a sketch", name)
		}
	}
}
