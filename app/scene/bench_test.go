package scene_test

import (
	"fmt"
	"testing"

	"chancery/app/scene"
	"chancery/model"
	"chancery/model/edtf"
)

var benchSizes = []int{1_000, 10_000, 100_000, 1_000_000}

// spans are the zoom levels that benches and property tests look at.
var spans = []struct {
	name string
	from edtf.Instant
	to   edtf.Instant
}{
	{"40y", edtf.At(1978, 12, 1), edtf.At(2019, 2, 1)},
	{"4y", edtf.At(1998, 1, 1), edtf.At(2002, 1, 1)},
	{"5mo", edtf.At(2001, 1, 1), edtf.At(2001, 6, 1)},
	{"2w", edtf.At(2001, 3, 1), edtf.At(2001, 3, 15)},
}

func generatedInput(a *archive, by model.Grouping) scene.Input {
	return scene.Input{
		Columns: a.columns, Lanes: a.columns.Lanes(by, nil, false), Labels: generatedLabel, Faces: plain{},
		View: scene.Fit(spans[0].from, spans[0].to, 1264, 0), Height: 672, HeaderWidth: 176, OverviewHeight: 76,
		AsOf: edtf.At(2010, 1, 1), Today: edtf.At(2026, 1, 1),
	}
}

func BenchmarkPan(b *testing.B) {
	for _, n := range benchSizes {
		a := generate(n)
		in := generatedInput(a, model.ByActor)
		for _, s := range spans {
			b.Run(fmt.Sprintf("%d/%s", n, s.name), func(b *testing.B) {
				in.View = scene.Fit(s.from, s.to, 1264, 0)
				var builder scene.Builder
				builder.Build(&in)
				in.Live = true
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					in.View = in.View.Pan(float64(3 - 6*(i/200%2)))
					builder.Build(&in)
				}
				in.Live = false
			})
		}
	}
}

func BenchmarkZoom(b *testing.B) {
	for _, n := range benchSizes {
		a := generate(n)
		in := generatedInput(a, model.ByActor)
		for _, s := range spans {
			b.Run(fmt.Sprintf("%d/%s", n, s.name), func(b *testing.B) {
				in.View = scene.Fit(s.from, s.to, 1264, 0)
				var builder scene.Builder
				builder.Build(&in)
				in.Live = true
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					factor := 1.03
					if i/40%2 == 1 {
						factor = 1 / factor
					}
					in.View = in.View.Zoom(factor, 600)
					builder.Build(&in)
				}
				in.Live = false
			})
		}
	}
}

// BenchmarkSettle is the frame after a zoom, in which all marks in view are
// placed anew.
func BenchmarkSettle(b *testing.B) {
	for _, n := range benchSizes {
		a := generate(n)
		in := generatedInput(a, model.ByActor)
		for _, s := range spans {
			b.Run(fmt.Sprintf("%d/%s", n, s.name), func(b *testing.B) {
				in.View = scene.Fit(s.from, s.to, 1264, 0)
				var builder scene.Builder
				builder.Build(&in)
				for i := 0; b.Loop(); i++ {
					in.View = in.View.Zoom([]float64{1.03, 1 / 1.03}[i%2], 600)
					builder.Build(&in)
				}
			})
		}
	}
}
