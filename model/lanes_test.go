package model_test

import (
	"fmt"
	"slices"
	"testing"

	"chancery/model"
	"chancery/model/edtf"
)

func TestLanesHoldEveryEvent(t *testing.T) {
	c := chronology(2000)
	even := model.NewBitmap(c.Len())
	for i := 0; i < c.Len(); i += 2 {
		even.Set(i)
	}
	for _, by := range model.Groupings() {
		for _, keep := range []model.Bitmap{nil, even} {
			for _, rollUp := range []bool{false, true} {
				lanes := c.Lanes(by, keep, rollUp)
				if want := map[bool]int{true: 2000, false: 1000}[keep == nil]; lanes.Events != want {
					t.Errorf("by %s: %d events, want %d", by, lanes.Events, want)
				}
				keys := map[string]bool{}
				seen := model.NewBitmap(c.Len())
				for _, l := range lanes.Lanes {
					if keys[l.Key] {
						t.Errorf("by %s: two lanes have the key %q", by, l.Key)
					}
					keys[l.Key] = true
					if !slices.IsSorted(l.Rows) || len(slices.Compact(slices.Clone(l.Rows))) != len(l.Rows) {
						t.Errorf("by %s: the rows of %q are not in order, each once", by, l.Key)
					}
					for _, row := range l.Rows {
						if !keep.Has(int(row)) {
							t.Fatalf("by %s: row %d of %q was not kept", by, row, l.Key)
						}
						seen.Set(int(row))
					}
				}
				if (by == model.ByCategory || by == model.ByCollection || by == model.ByNone || by == model.ByPlace) && seen.Count() != lanes.Events {
					t.Errorf("by %s: %d events stand in lanes, of %d", by, seen.Count(), lanes.Events)
				}
			}
		}
	}
}

func TestNoEventsHaveNoLanes(t *testing.T) {
	c := chronology(100)
	for _, by := range model.Groupings() {
		if lanes := c.Lanes(by, model.NewBitmap(100), false); len(lanes.Lanes) != 0 || lanes.Events != 0 {
			t.Errorf("by %s nothing makes %d lanes of %d events", by, len(lanes.Lanes), lanes.Events)
		}
	}
}

func TestLaneOrder(t *testing.T) {
	c := chronology(2000)
	names := func(by model.Grouping, rollUp bool) (out []string) {
		for _, l := range c.Lanes(by, nil, rollUp).Lanes {
			out = append(out, l.Name)
		}
		return out
	}
	if got := names(model.ByCollection, false); !slices.Equal(got, []string{"Second letter", "a"}) {
		t.Errorf("collections in the order %q", got)
	}
	if got := names(model.ByCategory, false); len(got) != 13 || got[0] != "Agreement" || got[12] != "Withdrawal" {
		t.Errorf("categories in the order %q", got)
	}
	if got := names(model.ByActor, true); slices.Contains(got, "Kono") || slices.Contains(got, "Foreign Ministry") {
		t.Errorf("rolled up, the actors are %q", got)
	}
	actors := c.Lanes(model.ByActor, nil, false).Lanes
	for i := 1; i < len(actors); i++ {
		if len(actors[i].Rows) > len(actors[i-1].Rows) {
			t.Errorf("lane %d is busier than the one above", i)
		}
	}
}

func TestBeforeCountsStarts(t *testing.T) {
	c := chronology(4000)
	for _, l := range c.Lanes(model.ByActor, nil, false).Lanes {
		for _, at := range append(windows(), edtf.Past, edtf.Future) {
			want := 0
			for _, row := range l.Rows {
				if c.Start[row] < at {
					want++
				}
			}
			if got := l.Before(c, at); got != want {
				t.Fatalf("%d events of %s start before %v, want %d", got, l.Name, at, want)
			}
		}
	}
}

func TestRunningFindsWhatLasts(t *testing.T) {
	c := chronology(4000)
	for _, l := range c.Lanes(model.ByCategory, nil, false).Lanes {
		for _, at := range windows() {
			var want []int
			for k, row := range l.Rows {
				if c.Start[row] < at && c.End[row] > at {
					want = append(want, k)
				}
			}
			if got := l.Running(c, at, len(l.Rows), nil); !slices.Equal(got, want) {
				t.Fatalf("at %v %v run in %s, want %v", at, got, l.Name, want)
			}
			if got := l.Running(c, at, 2, []int{-1}); !slices.Equal(got, append([]int{-1}, want[:min(2, len(want))]...)) {
				t.Fatalf("at %v the first two that run in %s are %v, want %v", at, l.Name, got, want)
			}
		}
	}
}

// Counts at the edges of bins, where no row is looked at, are those of the rows.
func TestBinsAreCountedExactly(t *testing.T) {
	c := chronology(3000)
	lane := c.Lanes(model.ByNone, nil, false).Lanes[0]
	for _, length := range model.Bins() {
		bins := map[edtf.Instant]int{}
		for _, row := range lane.Rows {
			if start := c.Start[row]; start != edtf.Past {
				into := (int64(start)%length + length) % length
				bins[start-edtf.Instant(into)]++
			}
		}
		for at, want := range bins {
			if got := lane.Before(c, at+edtf.Instant(length)) - lane.Before(c, at); got != want {
				t.Fatalf("%d events in the bin of %d seconds from %s, want %d", got, length, at, want)
			}
		}
	}
}

func TestBinsDivideEachOther(t *testing.T) {
	bins := model.Bins()
	for i := 1; i < len(bins); i++ {
		if bins[i] <= bins[i-1] || bins[i]%bins[i-1] != 0 {
			t.Errorf("a bin of %d seconds does not hold whole bins of %d", bins[i], bins[i-1])
		}
	}
}

func TestLanesOfTheFarthestPast(t *testing.T) {
	c := model.Build(&model.Columns{}, []model.Entry{
		{ID: 1, Start: edtf.Past, End: edtf.Future},
		{ID: 2, Start: edtf.Past + 1, End: edtf.Past + 2},
		{ID: 3, Start: edtf.Future - 2, End: edtf.Future - 1},
	})
	lane := c.Lanes(model.ByNone, nil, false).Lanes[0]
	for _, test := range []struct {
		at   edtf.Instant
		want int
	}{{edtf.Past, 0}, {edtf.Past + 1, 1}, {0, 2}, {edtf.Future, 3}} {
		if got := lane.Before(c, test.at); got != test.want {
			t.Errorf("%d events start before %v, want %d", got, test.at, test.want)
		}
	}
}

func TestGroupingWords(t *testing.T) {
	for _, g := range model.Groupings() {
		if got, ok := model.ParseGrouping(g.String()); !ok || got != g {
			t.Errorf("ParseGrouping(%q) = %v, %v", g, got, ok)
		}
	}
	if _, ok := model.ParseGrouping("colour"); ok {
		t.Error("colour is a grouping")
	}
}

func BenchmarkLanes(b *testing.B) {
	for _, n := range []int{10_000, 200_000, 1_000_000} {
		c := chronology(n)
		for _, by := range []model.Grouping{model.ByCategory, model.ByActor} {
			b.Run(fmt.Sprintf("%d/%s", n, by), func(b *testing.B) {
				for b.Loop() {
					c.Lanes(by, nil, false)
				}
			})
		}
	}
}
