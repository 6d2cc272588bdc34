package scene_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"chancery/app/scene"
	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// chronologies are what the properties are checked on: one that is placed as a
// whole, and some that are placed as they come into view.
func chronologies(t testing.TB) map[string]scene.Input {
	inputs := map[string]scene.Input{}
	for _, n := range []int{300, 3_000, 30_000} {
		for _, by := range []model.Grouping{model.ByActor, model.ByCategory, model.ByPair, model.ByNone} {
			inputs[fmt.Sprintf("%d by %s", n, by)] = generatedInput(generate(n), by)
		}
	}
	inputs["precisions"] = precisions(t)
	return inputs
}

// precisions is an archive of dates of every kind.
func precisions(t testing.TB) scene.Input {
	t.Helper()
	b := newArchiveBuilder()
	for i, d := range [][2]string{
		{"2019-11-17", ""}, {"2019-11", ""}, {"2019-22", ""}, {"2019", ""}, {"201X", ""}, {"20XX", ""},
		{"2019-11~", ""}, {"2019-11?", ""}, {"2019-11%", ""}, {"2019-11-13~", ""}, {"2019-XX", ""}, {"2019-XX-XX", ""},
		{"[2019-11-03..2019-11-10]", ""}, {"[..2019-11-11]", ""}, {"[2019-11-11..]", ""}, {"{2019-03-01,2019-09-01}", ""},
		{"2019-11-17T09:30:00+09:00", ""}, {"2019-07-04", "2019-08-28"}, {"2019-07-04", ".."}, {"2019-07-04/", ""},
		{"/2019-08-28", ""}, {"../2019-08-28", ""}, {"2019-07~", "2019-08-28"}, {"2019-07-04", "2020~"}, {"2019-07-04?", "2019-08-28?"},
		{"2016", "2018"}, {"-0043-03-15", ""}, {"-0700", "-0500"}, {"Y-13800000000", ""}, {"0000", ""},
	} {
		b.add(fact{
			id: model.EventID(i + 1), key: d[0] + d[1], title: "Event dated " + d[0], start: d[0], end: d[1],
			category: []string{"meeting", "sanction", "filing", "agreement"}[i%4], collection: "c",
		})
	}
	a := b.done()
	return scene.Input{
		Columns: a.columns, Lanes: a.columns.Lanes(model.ByNone, nil, false), Labels: a.label, Faces: plain{},
		View: scene.Fit(edtf.At(2019, 1, 1), edtf.At(2020, 1, 1), 1264, 0), Height: 672, HeaderWidth: 176, OverviewHeight: 76,
		AsOf: edtf.At(2019, 11, 17), Today: edtf.At(2026, 1, 1),
	}
}

// views are a pan across a chronology at one scale, and back.
func pans(v scene.Viewport, steps int) []scene.Viewport {
	var out []scene.Viewport
	for i := range steps {
		dx := 137.0
		if i >= steps/2 {
			dx = -137
		}
		v = v.Pan(dx)
		out = append(out, v)
	}
	return out
}

func TestPanKeepsRows(t *testing.T) {
	for name, in := range chronologies(t) {
		t.Run(name, func(t *testing.T) {
			for _, s := range spans {
				var b scene.Builder
				lines := map[string]int{}
				for _, v := range pans(scene.Fit(s.from, s.to, 1264, 0), 60) {
					in.View = v
					sc := b.Build(&in)
					for i := range sc.Marks {
						m := &sc.Marks[i]
						if m.Kind == scene.DotMark {
							continue
						}
						key := fmt.Sprint(m.Lane, "/", m.ID)
						if was, ok := lines[key]; ok && was != m.Line {
							t.Fatalf("%s: event %d of lane %d moved from row %d to %d", s.name, m.ID, m.Lane, was, m.Line)
						}
						lines[key] = m.Line
					}
				}
			}
		})
	}
}

func TestLabelsDoNotTouch(t *testing.T) {
	for name, in := range chronologies(t) {
		t.Run(name, func(t *testing.T) {
			for _, s := range spans {
				var b scene.Builder
				for _, v := range pans(scene.Fit(s.from, s.to, 1264, 0), 24) {
					in.View = v
					checkLabels(t, b.Build(&in))
				}
			}
		})
	}
}

// checkLabels fails when the labels of two marks of a row touch, or a label and
// the middle of another mark.
func checkLabels(t *testing.T, sc *scene.Scene) {
	t.Helper()
	type row struct{ lane, line int }
	rows := map[row][]*scene.Mark{}
	for i := range sc.Marks {
		if m := &sc.Marks[i]; m.Kind != scene.DotMark {
			rows[row{m.Lane, m.Line}] = append(rows[row{m.Lane, m.Line}], m)
		}
	}
	for at, marks := range rows {
		for i, m := range marks {
			if m.Label.W <= 0 {
				continue
			}
			for _, o := range marks {
				if o != m && o.Kind != scene.BarMark && o.X > m.Label.X && o.X < m.Label.Right() && o.Label.W > 0 {
					t.Fatalf("%+v: the middle of %d, %v, lies in the label of %d (%v)", at, o.ID, o.X, m.ID, m.Label)
				}
			}
			for _, o := range marks[i+1:] {
				if o.Label.W > 0 && m.Label.X <= o.Label.Right() && o.Label.X <= m.Label.Right() {
					t.Fatalf("%+v: labels of %d (%v) and %d (%v) touch", at, m.ID, m.Label, o.ID, o.Label)
				}
			}
		}
	}
}

func TestEveryMarkIsHitAtItsMiddle(t *testing.T) {
	for name, in := range chronologies(t) {
		t.Run(name, func(t *testing.T) {
			for _, s := range spans {
				var b scene.Builder
				for _, v := range pans(scene.Fit(s.from, s.to, 1264, 0), 6) {
					in.View = v
					checkHits(t, b.Build(&in))
				}
			}
		})
	}
}

// checkHits fails when a mark in view is not what is hit at its middle. Marks
// that a control covers are scrolled to.
func checkHits(t *testing.T, sc *scene.Scene) {
	t.Helper()
	for i := range sc.Marks {
		m := &sc.Marks[i]
		if m.X < 0 || m.X >= sc.Plot.W || m.Y < 0 || m.Y >= sc.Plot.H {
			continue
		}
		hit, ok := sc.At(m.X, m.Y)
		if hit.Kind == scene.HitScroll || hit.Kind == scene.HitMore {
			continue
		}
		if !ok || hit.Kind != scene.HitMark && hit.Kind != scene.HitFold || hit.Mark.ID != m.ID {
			t.Fatalf("at %v, %v of\n%+v\nis a hit of kind %d on\n%+v", m.X, m.Y, *m, hit.Kind, hit.Mark)
		}
		if hit.Kind == scene.HitFold && len(hit.IDs) != m.Count {
			t.Fatalf("fold of %d names %d events", m.Count, len(hit.IDs))
		}
	}
}

func TestCoordinatesAreFinite(t *testing.T) {
	for name, in := range chronologies(t) {
		t.Run(name, func(t *testing.T) {
			var b scene.Builder
			in.View = scene.Fit(edtf.At(2001, 3, 3), edtf.At(2001, 3, 3)+1, 1264, 0)
			for zooming := true; zooming; {
				checkFinite(t, b.Build(&in))
				next := in.View.Zoom(1/1.4, 400)
				zooming, in.View = next != in.View, next
			}
			if _, out := in.View.AtLimit(); !out {
				t.Errorf("zooming out ended at %v seconds across", in.View.Span())
			}
		})
	}
}

func checkFinite(t *testing.T, sc *scene.Scene) {
	t.Helper()
	for name, f := range map[string]*figure.Figure{"plot": &sc.Plot, "axis": &sc.Axis, "headers": &sc.Headers, "overview": &sc.Overview} {
		for i := range f.Shapes {
			s := &f.Shapes[i]
			values := []float32{s.X, s.Y, s.W, s.H, s.Radius, s.StrokeWidth, s.Size}
			for _, p := range f.Points(s) {
				values = append(values, p.X, p.Y)
			}
			for _, v := range values {
				if math.IsNaN(float64(v)) || math.IsInf(float64(v), 0) || v > 1e6 || v < -1e6 {
					t.Fatalf("shape %d of the %s, a %v, has the coordinate %v", i, name, s.Kind, v)
				}
			}
		}
	}
	for i := range sc.Marks {
		m := &sc.Marks[i]
		if math.IsNaN(float64(m.X)) || math.IsNaN(float64(m.Y)) {
			t.Fatalf("mark %d lies at %v, %v", m.ID, m.X, m.Y)
		}
	}
}

func TestZoomHoldsTheAnchor(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		span := foldSpan(random.Float64())
		v := scene.Viewport{Start: (random.Float64() - 0.5) * 3e11, Scale: span / 1264, Width: 1264}
		x, factor := random.Float64()*1264, math.Exp(2*random.Float64()-1)
		at := v.Start + x*v.Scale
		z := v.Zoom(factor, x)
		if off := math.Abs((at-z.Start)/z.Scale - x); off > 0.01 {
			t.Fatalf("zooming %+v by %v at %v moves what was there by %v dp", v, factor, x, off)
		}
		if in, out := v.AtLimit(); z == v && !in && !out && math.Abs(factor-1) > 1e-3 {
			t.Fatalf("zooming %+v by %v changes nothing", v, factor)
		}
	}
}

// foldSpan folds a number into the spans that a view may have.
func foldSpan(v float64) float64 {
	f := math.Mod(math.Abs(v)*0.618034, 1) // big numbers have no fraction of their own
	return scene.MinSpan * math.Pow(scene.MaxSpan/scene.MinSpan, f)
}

func TestSteadyPanAllocatesLittle(t *testing.T) {
	for _, n := range []int{10_000, 1_000_000} {
		if n > 10_000 && testing.Short() {
			continue
		}
		in := generatedInput(generate(n), model.ByActor)
		for _, s := range spans {
			var b scene.Builder
			in.View = scene.Fit(s.from, s.to, 1264, 0)
			step := 0
			pan := func() {
				step++
				in.View = in.View.Pan(float64(4 - 8*(step/60%2)))
				b.Build(&in)
			}
			for range 240 {
				pan()
			}
			if allocs := testing.AllocsPerRun(100, pan); allocs > 100 {
				t.Errorf("%d events, %s across: %v allocations per frame", n, s.name, allocs)
			}
		}
	}
}

func FuzzBuild(f *testing.F) {
	in := precisions(f)
	random := generatedInput(generate(500), model.ByCategory)
	agreement := pact()
	for _, input := range []*scene.Input{&in, &random} {
		input.Lifecycles = []scene.Life{{Lifecycle: agreement.LifecycleOn(input.AsOf)}, {Lifecycle: agreement.LifecycleOn(edtf.At(2019, 11, 17))}}
	}
	f.Add(int64(0), 1e6, float32(0), uint8(0))
	f.Add(int64(-6e10), 1e11, float32(300), uint8(255))
	f.Fuzz(func(t *testing.T, start int64, span float64, scroll float32, flags uint8) {
		if math.IsNaN(span) || math.IsInf(span, 0) || math.IsNaN(float64(scroll)) || math.IsInf(float64(scroll), 0) {
			return
		}
		for _, input := range []scene.Input{in, random} {
			input.View = scene.Viewport{Start: float64(start), Scale: foldSpan(span) / 900, Width: 900}.Pan(0)
			input.ScrollY, input.Live, input.Compact = scroll, flags&1 != 0, flags&2 != 0
			input.Ghosts, input.SharedPeak = flags&4 != 0, flags&8 != 0
			input.ShowLifecycles = flags&32 != 0
			if flags&64 != 0 {
				input.Traced = []model.EventID{3, 4, 5}
			}
			if flags&16 != 0 {
				input.TextScale = 1.5
			}
			input.Selected = []model.EventID{model.EventID(flags%30) + 1}
			input.Hover, input.Focus = model.EventID(rand.IntN(30)), model.EventID(flags>>2)
			var b scene.Builder
			sc := b.Build(&input)
			checkFinite(t, sc)
			if flags&16 == 0 {
				checkHits(t, sc)
			}
		}
	})
}

// TestPillsDoNotLieOverEachOther makes sure that every pill can be read and hit:
// those of folds, and those that count what is beyond the borders.
func TestPillsDoNotLieOverEachOther(t *testing.T) {
	a := generate(3000)
	from, to, _ := a.columns.Extent(nil)
	pills, over := 0, 0
	for _, by := range []model.Grouping{model.ByCategory, model.ByActor, model.ByPair, model.ByNone} {
		in := generatedInput(a, by)
		for step := range 40 {
			in.View = scene.Fit(from, to, 1264, 0).Zoom(float64(uint(1)<<(step%8)), float64(step*31%1264))
			sc := new(scene.Builder).Build(&in)
			var seen []figure.Rect
			for i := range sc.Plot.Shapes {
				s := &sc.Plot.Shapes[i]
				if s.Kind != figure.KindRect || s.Stroke.Token != figure.Outline {
					continue
				}
				pills++
				r := s.Rect()
				for _, o := range seen {
					if r.X < o.Right() && o.X < r.Right() && r.Y < o.Bottom() && o.Y < r.Bottom() {
						over++
						t.Logf("by %v, step %d: %v over %v", by, step, r, o)
					}
				}
				seen = append(seen, r)
			}
		}
	}
	if pills < 1000 || over > 0 {
		t.Errorf("%d of %d pills lie over others", over, pills)
	}
}
