package scene_test

import (
	"fmt"
	"testing"

	"chancery/app/scene"
	"chancery/model"
)

// A counter is a Measurer that counts what it is asked.
type counter struct {
	plain
	measured, labelled *int
}

func (c counter) Measure(text string, size float32, bold bool) float32 {
	*c.measured++
	return c.plain.Measure(text, size, bold)
}

// A work is the most that any frame of a movement did.
type work struct{ shapes, marks, measured, labelled int }

// What a frame does is bounded by what it shows: the same bounds hold for ten
// thousand events and for a million, with lanes of every kind, at every scale.
func TestFrameCostsWhatItShows(t *testing.T) {
	bound := work{shapes: 12_000, marks: 6_000, measured: 15_000, labelled: 5_000}
	for _, n := range []int{10_000, 100_000, 1_000_000} {
		if n > 100_000 && testing.Short() {
			continue
		}
		var seen work
		a := generate(n)
		for _, by := range []model.Grouping{model.ByCategory, model.ByActor, model.ByPair, model.ByNone} {
			in := generatedInput(a, by)
			for _, s := range spans {
				t.Run(fmt.Sprintf("%d/%s/%s", n, by, s.name), func(t *testing.T) {
					in.View = scene.Fit(s.from, s.to, 1264, 0)
					got := mostWork(&in)
					seen = work{max(seen.shapes, got.shapes), max(seen.marks, got.marks), max(seen.measured, got.measured), max(seen.labelled, got.labelled)}
					if got.shapes > bound.shapes || got.marks > bound.marks ||
						got.measured > bound.measured || got.labelled > bound.labelled {
						t.Errorf("a frame does %+v, want at most %+v", got, bound)
					}
				})
			}
		}
		t.Logf("%d events: %+v", n, seen)
	}
}

// Of hundreds of lanes a gesture costs those that are near the plot.
func TestGesturesCostTheLanesInView(t *testing.T) {
	in := generatedInput(generate(30_000), model.ByPair)
	if n := len(in.Lanes.Lanes); n < 500 {
		t.Fatalf("%d lanes, want hundreds", n)
	}
	for _, s := range spans {
		var b scene.Builder
		in.View, in.Live, in.ScrollY = scene.Fit(s.from, s.to, 1264, 0), false, 0
		b.Build(&in)
		in.Live = true
		for i := range 40 {
			in.View, in.ScrollY = in.View.Pan(5), float32(i)*97
			b.Build(&in)
			if n := b.Counted(); n == 0 || n > 120 {
				t.Fatalf("%s: step %d counts the events of %d lanes", s.name, i, n)
			}
		}
		in.Live = false
		b.Build(&in)
		if n := b.Counted(); n != len(in.Lanes.Lanes) {
			t.Errorf("%s: at rest %d lanes are counted", s.name, n)
		}
	}
}

// mostWork pans and zooms for some frames, with gestures under way and at rest.
func mostWork(in *scene.Input) work {
	var b scene.Builder
	var measured, labelled int
	in.Faces = counter{measured: &measured, labelled: &labelled}
	in.Labels = func(id model.EventID) (model.Label, bool) {
		labelled++
		return generatedLabel(id)
	}
	var most work
	for i := range 24 {
		if i%3 == 2 {
			in.View = in.View.Zoom([]float64{1.15, 1 / 1.15}[i/3%2], 500)
		} else {
			in.View = in.View.Pan(40)
		}
		in.Live = i%6 != 5
		measured, labelled = 0, 0
		sc := b.Build(in)
		most.shapes = max(most.shapes, len(sc.Plot.Shapes)+len(sc.Axis.Shapes)+len(sc.Headers.Shapes)+len(sc.Overview.Shapes))
		most.marks = max(most.marks, len(sc.Marks))
		most.measured, most.labelled = max(most.measured, measured), max(most.labelled, labelled)
	}
	return most
}
