package scene_test

import (
	"math"
	"testing"

	"chancery/app/scene"
	"chancery/model/edtf"
)

func TestFit(t *testing.T) {
	tests := []struct {
		name     string
		from, to edtf.Instant
		padding  float64
	}{
		{"a year", edtf.At(2019, 1, 1), edtf.At(2020, 1, 1), 24},
		{"backwards", edtf.At(2020, 1, 1), edtf.At(2019, 1, 1), 24},
		{"a moment", edtf.At(2020, 1, 1), edtf.At(2020, 1, 1), 24},
		{"all of time", edtf.Past, edtf.Future, 24},
		{"more padding than width", edtf.At(2019, 1, 1), edtf.At(2020, 1, 1), 900},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			v := scene.Fit(test.from, test.to, 1000, test.padding)
			if math.IsNaN(v.Start) || v.Width != 1000 {
				t.Fatalf("view = %+v", v)
			}
			if in, out := v.Span() < scene.MinSpan*0.999, v.Span() > scene.MaxSpan*1.001; in || out {
				t.Errorf("span = %v seconds, outside the limits", v.Span())
			}
			if test.from > edtf.Past && test.to < edtf.Future {
				for _, at := range []edtf.Instant{test.from, test.to} {
					if x := v.X(at); x < 0 || x > 1000 {
						t.Errorf("%v lies at %v", at, x)
					}
				}
			}
		})
	}
}

func TestZoomStopsAtTheLimits(t *testing.T) {
	v := scene.Fit(edtf.At(2019, 1, 1), edtf.At(2020, 1, 1), 1000, 0)
	for range 200 {
		v = v.Zoom(1.6, 300)
	}
	if in, _ := v.AtLimit(); !in || v.Zoom(1.15, 10) != v {
		t.Errorf("at %v seconds across a zoom still moves", v.Span())
	}
	for range 400 {
		v = v.Zoom(1/1.6, 300)
	}
	if _, out := v.AtLimit(); !out || v.Zoom(1/1.15, 10) != v {
		t.Errorf("at %v seconds across a zoom still moves", v.Span())
	}
	for _, factor := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		if v.Zoom(factor, 0) != v {
			t.Errorf("Zoom(%v) moves", factor)
		}
	}
}

func TestReveal(t *testing.T) {
	v := scene.Fit(edtf.At(2019, 1, 1), edtf.At(2020, 1, 1), 1000, 0)
	day := edtf.Instant(86400)
	tests := []struct {
		name     string
		from, to edtf.Instant
		moves    bool
	}{
		{"in view", edtf.At(2019, 6, 1), edtf.At(2019, 6, 2), false},
		{"to the right", edtf.At(2020, 6, 1), edtf.At(2020, 6, 2), true},
		{"to the left", edtf.At(2018, 6, 1), edtf.At(2018, 6, 2), true},
		{"longer than the view", edtf.At(2015, 1, 1), edtf.At(2018, 1, 1), true},
		{"open end", edtf.At(2021, 1, 1), edtf.Future, true},
		{"unknown", edtf.Past, edtf.Future, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := v.Reveal(test.from, test.to, 20)
			if r.Scale != v.Scale || (r != v) != test.moves {
				t.Fatalf("from %+v to %+v", v, r)
			}
			if test.from.Finite() {
				if x := r.X(test.from); x < 19 || x > 1000 {
					t.Errorf("the start lies at %v", x)
				}
			}
			if test.to.Finite() && test.to-test.from <= day {
				if x := r.X(test.to); x > 981 {
					t.Errorf("the end lies at %v", x)
				}
			}
		})
	}
}

func TestTimeIsTheInverseOfX(t *testing.T) {
	v := scene.Fit(edtf.At(1066, 1, 1), edtf.At(2066, 1, 1), 1264, 0)
	for _, at := range []edtf.Instant{edtf.At(-4000, 1, 1), edtf.At(1, 1, 1), edtf.At(1970, 1, 1), edtf.At(9000, 5, 6)} {
		if back := v.Time(v.X(at)); back > at+60 || back < at-60 {
			t.Errorf("Time(X(%v)) = %v", at, back)
		}
	}
	if x := v.X(edtf.Past); !math.IsInf(x, -1) {
		t.Errorf("X(Past) = %v", x)
	}
}
