package charts_test

import (
	"strings"
	"testing"

	"chancery/charts"
	"chancery/model"
	"chancery/model/edtf"
)

func contains(text, part string) bool { return strings.Contains(text, part) }

func TestUnitFor(t *testing.T) {
	tests := []struct {
		name     string
		from, to edtf.Instant
		want     string
	}{
		{"a moment", edtf.At(2019, 11, 17), edtf.At(2019, 11, 17) + 1, "day"},
		{"a month", edtf.At(2019, 11, 1), edtf.At(2019, 12, 1), "day"},
		{"half a year", edtf.At(2019, 5, 1), edtf.At(2019, 11, 1), "week"},
		{"four years", edtf.At(2016, 1, 1), edtf.At(2020, 1, 1), "month"},
		{"fifteen years", edtf.At(2005, 1, 1), edtf.At(2020, 1, 1), "quarter"},
		{"fifty years", edtf.At(1970, 1, 1), edtf.At(2020, 1, 1), "year"},
		{"a hundred and twenty", edtf.At(1910, 1, 1), edtf.At(2030, 1, 1), "year"},
		{"five centuries", edtf.At(1500, 1, 1), edtf.At(2000, 1, 1), "decade"},
		{"since Rome", edtf.At(-752, 1, 1), edtf.At(2020, 1, 1), "century"},
		{"since the ice", edtf.At(-20_000, 1, 1), edtf.At(2020, 1, 1), "1\u00a0000 years"},
		{"since the dinosaurs", edtf.At(-66_000_000, 1, 1), edtf.At(2020, 1, 1), "1\u00a0000\u00a0000 years"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := charts.UnitFor(tt.from, tt.to).String(); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

// Whatever the stretch, bins cover it without gaps and are neither too many nor,
// from a month on, too few.
func TestBinsCover(t *testing.T) {
	from := edtf.At(1987, 5, 13) + 12_345
	for days := int64(1); days < 80_000_000; days += 1 + days/7 {
		to := from + edtf.Instant(days*daySeconds)
		bins := charts.Bins(charts.UnitFor(from, to), from, to)
		if len(bins) == 0 || bins[0].Start > from || bins[len(bins)-1].End < to {
			t.Fatalf("%d days are not covered: %v", days, bins)
		}
		if bins[0].End <= from || bins[len(bins)-1].Start >= to {
			t.Errorf("%d days: a bin lies outside", days)
		}
		for i := 1; i < len(bins); i++ {
			if bins[i].Start != bins[i-1].End {
				t.Fatalf("%d days: a gap between %v and %v", days, bins[i-1], bins[i])
			}
		}
		if len(bins) > 133 || days >= 31 && len(bins) < 13 {
			t.Errorf("%d days make %d bins", days, len(bins))
		}
	}
}

func TestBinLabels(t *testing.T) {
	tests := []struct {
		unit  charts.Unit
		at    edtf.Instant
		label string
		floor edtf.Instant
	}{
		{charts.Day, edtf.At(2019, 11, 17) + 50_000, "17 Nov 2019", edtf.At(2019, 11, 17)},
		{charts.Week, edtf.At(2019, 11, 17), "11 Nov 2019", edtf.At(2019, 11, 11)},
		{charts.Week, edtf.At(1969, 12, 29), "29 Dec 1969", edtf.At(1969, 12, 29)},
		{charts.Week, edtf.At(1, 1, 3), "1 Jan 1", edtf.At(1, 1, 1)},
		{charts.Month, edtf.At(2019, 11, 17), "Nov 2019", edtf.At(2019, 11, 1)},
		{charts.Quarter, edtf.At(2019, 11, 17), "Q4 2019", edtf.At(2019, 10, 1)},
		{charts.Year, edtf.At(-615, 3, 1), "616 BCE", edtf.At(-615, 1, 1)},
		{charts.Decade, edtf.At(1859, 3, 1), "1850s", edtf.At(1850, 1, 1)},
		{charts.Century, edtf.At(1859, 3, 1), "1800–1899", edtf.At(1800, 1, 1)},
		{charts.Century, edtf.At(-615, 3, 1), "701 BCE–602 BCE", edtf.At(-700, 1, 1)},
	}
	for _, tt := range tests {
		t.Run(tt.label, func(t *testing.T) {
			floor := tt.unit.Floor(tt.at)
			if floor != tt.floor {
				t.Errorf("begins %v, want %v", floor, tt.floor)
			}
			if got := tt.unit.Label(floor); got != tt.label {
				t.Errorf("label %q, want %q", got, tt.label)
			}
			if again := tt.unit.Floor(tt.unit.Next(floor)); again != tt.unit.Next(floor) {
				t.Errorf("the next begins %v within another", tt.unit.Next(floor))
			}
		})
	}
}

func TestNumbers(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1\u00a0000", -1234567: "–1\u00a0234\u00a0567"} {
		if got := charts.Count(n); got != want {
			t.Errorf("Count(%d) = %q, want %q", n, got, want)
		}
	}
	for score, want := range map[float64]string{0: "0.0", 3.44: "+3.4", -2.06: "–2.1", -0.04: "0.0", 10: "+10.0"} {
		if got := charts.Points(score); got != want {
			t.Errorf("Points(%v) = %q, want %q", score, got, want)
		}
	}
}

// A timeline of very many events says how many of them it draws.
func TestTimelineThins(t *testing.T) {
	entries := make([]model.Entry, 250_000)
	for i := range entries {
		entries[i] = model.Entry{ID: model.EventID(i + 1), Start: edtf.Instant(i), End: edtf.Instant(i + 1), Score: model.NoScore}
	}
	c := model.Build(&model.Columns{Categories: model.Categories(), Collections: []model.Collection{{Key: "c"}}, Places: []string{""}}, entries)
	s := charts.TimelineOf(c.Lanes(model.ByCollection, nil, false))
	if len(s.Marks) != 100_000 {
		t.Fatalf("%d marks, want 100000", len(s.Marks))
	}
	if want := "100\u00a0000 of 250\u00a0000 events are drawn, evenly chosen along time."; s.Note != want {
		t.Errorf("note %q, want %q", s.Note, want)
	}
	for i := 1; i < len(s.Marks); i++ {
		if gap := s.Marks[i].Start - s.Marks[i-1].Start; gap < 2 || gap > 3 {
			t.Fatalf("marks %d and %d lie %d apart, want 2 or 3", i-1, i, gap)
		}
	}
}
