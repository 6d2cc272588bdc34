package scene_test

import (
	"testing"

	"chancery/app/scene"
	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

func TestTraceLightsTheChain(t *testing.T) {
	in := drawing(
		fact{start: "2019-07-20", title: "Cause"}, fact{start: "2019-09-20", title: "Response"}, fact{start: "2019-11-20", title: "Beside"},
	)
	in.Selected, in.Traced = []model.EventID{1}, []model.EventID{1, 2}
	in.Links = []scene.Link{{Cause: 1, Response: 2, Kind: model.ResponseTo}, {Cause: 2, Response: 3, Kind: model.ResponseTo}}
	var b scene.Builder
	sc := b.Build(&in)
	golden(t, "trace", withoutGrid(sc.Plot.String()))
	for id, want := range map[model.EventID]bool{1: false, 2: false, 3: true} {
		if faint, ok := isFaint(sc, id); !ok || faint != want {
			t.Errorf("event %d is drawn: %v, dimmed: %v, want %v", id, ok, faint, want)
		}
	}
	lit, faint := curves(sc)
	if lit != 1 || faint != 1 {
		t.Errorf("%d links are lit and %d faint, want one of each", lit, faint)
	}
}

func TestLinksOfAllVisible(t *testing.T) {
	in := drawing(
		fact{start: "2019-07-20"}, fact{start: "2019-09-20"}, fact{start: "2019-11-20"}, fact{start: "2023-01-01"}, fact{start: "2024-01-01"},
	)
	in.AllLinks = []scene.Link{{Cause: 1, Response: 2}, {Cause: 2, Response: 3}, {Cause: 4, Response: 5}}
	var b scene.Builder
	if lit, faint := curves(b.Build(&in)); lit != 0 || faint != 2 {
		t.Errorf("%d links are lit and %d faint, want the two in view faint", lit, faint)
	}
}

// curves counts the links of a plot that are drawn in full and the faint ones,
// without their casings.
func curves(sc *scene.Scene) (lit, faint int) {
	for i := range sc.Plot.Shapes {
		s := &sc.Plot.Shapes[i]
		switch {
		case s.Kind != figure.KindCurve || s.Stroke.Token == figure.Plot:
		case s.Stroke.Alpha < 128:
			faint++
		default:
			lit++
		}
	}
	return lit, faint
}

func TestOverviewShowsLoneEventsBesideACrowd(t *testing.T) {
	facts := []fact{{start: "1950-06-01"}}
	for range 400 {
		facts = append(facts, fact{start: "2019-08-17"})
	}
	in := drawing(facts...)
	in.View = scene.Fit(edtf.At(1940, 1, 1), edtf.At(2020, 1, 1), 600, 0)
	var b scene.Builder
	sc := b.Build(&in)
	var heights []float32
	for i := range sc.Overview.Shapes {
		if s := &sc.Overview.Shapes[i]; s.Kind == figure.KindRect && s.Fill.Token == figure.Text3 {
			heights = append(heights, s.H)
		}
	}
	if len(heights) != 2 || heights[0] < 2 || heights[0] > heights[1]/10 {
		t.Errorf("one event and four hundred are drawn %v dp high", heights)
	}
}
