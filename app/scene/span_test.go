package scene_test

import (
	"testing"

	"chancery/app/scene"
	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// byActor is a small scene of meetings, with lanes by actor.
func byActor(facts ...fact) scene.Input {
	in := drawing(facts...)
	in.Lanes = in.Columns.Lanes(model.ByActor, nil, false)
	in.Height = 300
	return in
}

func TestEventReachesIntoAdjacentLanes(t *testing.T) {
	in := byActor(
		fact{start: "2019-08-17", title: "All three", actors: "participant:A;participant:B;participant:C"},
		fact{start: "2019-10-01", title: "First and last", actors: "participant:A;participant:C"},
		fact{start: "2019-11-01", title: "A alone", actors: "participant:A"},
		fact{start: "2019-11-20", title: "A alone again", actors: "participant:A"},
		fact{start: "2019-12-01", title: "B alone", actors: "participant:B"},
	)
	order := []string{in.Lanes.Lanes[0].Name, in.Lanes.Lanes[1].Name, in.Lanes.Lanes[2].Name}
	if order[0] != "A" || order[1] != "B" || order[2] != "C" {
		t.Fatalf("the lanes are %v", order)
	}
	var b scene.Builder
	sc := b.Build(&in)
	golden(t, "adjacent lanes", withoutGrid(sc.Plot.String()))
	labels := map[model.EventID]int{}
	marks := map[model.EventID]int{}
	for _, m := range sc.Marks {
		marks[m.ID]++
		if m.Label.W > 0 {
			labels[m.ID]++
		}
	}
	if marks[1] != 3 || labels[1] != 1 {
		t.Errorf("the event of three adjacent lanes has %d marks and %d labels, want 3 and 1", marks[1], labels[1])
	}
	if marks[2] != 2 || labels[2] != 2 {
		t.Errorf("the event of two lanes that are apart has %d marks and %d labels, want 2 of each", marks[2], labels[2])
	}
	glyphs := 0
	for i := range sc.Plot.Shapes {
		if sc.Plot.Shapes[i].Kind == figure.KindGlyph {
			glyphs++
		}
	}
	if glyphs != 6 {
		t.Errorf("%d glyphs, want one for each event and one more for that of two lanes apart", glyphs)
	}
	if sc.InView != 5 {
		t.Errorf("%d events are counted in view, want each of 5 once", sc.InView)
	}
	checkHits(t, sc)
}

func TestEventStandsAloneWhereTheLaneAboveShowsNone(t *testing.T) {
	in := byActor(
		fact{start: "2019-08-17", title: "Both", actors: "participant:A;participant:B"},
		fact{start: "2019-10-17", title: "A alone", actors: "participant:A"},
	)
	in.Arrangement = &scene.Arrangement{Collapsed: map[string]bool{"A": true}}
	var b scene.Builder
	sc := b.Build(&in)
	if m := find(sc, 1); m == nil || m.Label.W <= 0 {
		t.Errorf("below a folded lane the event is drawn as %+v, want it with its label", m)
	}
	in.Arrangement = &scene.Arrangement{Order: []string{"B", "A"}}
	sc = b.Build(&in)
	m := find(sc, 1)
	if m == nil || m.Label.W <= 0 || in.Lanes.Lanes[m.Lane].Name != "B" {
		t.Errorf("with the lanes the other way round the event is drawn as %+v, want its label in the upper lane", m)
	}
}

func TestEventsInViewAreCountedOnce(t *testing.T) {
	for _, by := range model.Groupings() {
		a := readCurated(t)
		in := scene.Input{
			Columns: a.columns, Lanes: a.columns.Lanes(by, nil, false), Labels: a.label, Faces: plain{},
			View: scene.Fit(edtf.At(2018, 1, 1), edtf.At(2020, 1, 1), 1264, 0), Height: 672, AsOf: edtf.Future,
		}
		want := map[uint32]bool{}
		for i := range in.Lanes.Lanes {
			for _, row := range in.Lanes.Lanes[i].Rows {
				if in.Columns.Start[row] < in.View.To() && in.Columns.End[row] > in.View.From() {
					want[row] = true
				}
			}
		}
		var b scene.Builder
		if got := b.Build(&in).InView; got != len(want) {
			t.Errorf("by %v: %d events in view, want %d", by, got, len(want))
		}
	}
}
