package charts

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestTop(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 200 {
		all := make([]int, r.IntN(40))
		for i := range all {
			all[i] = r.IntN(30)
		}
		n := r.IntN(50)
		want := slices.Sorted(slices.Values(all))
		want = want[:min(n, len(want))]
		if got := top(all, n, cmp.Compare); !slices.Equal(got, want) {
			t.Fatalf("the first %d of %v: %v, want %v", n, all, got, want)
		}
	}
}

// A table of pairs counts as a map does.
func TestPairTable(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	var table pairTable
	want := map[[2]int]int{}
	for range 20_000 {
		a, b := r.IntN(90)*40_000, r.IntN(90)
		table.add(uint32(a), uint32(b), 1)
		want[[2]int{a, b}]++
	}
	bonds := table.bonds()
	if len(bonds) != len(want) {
		t.Errorf("%d pairs, want %d", len(bonds), len(want))
	}
	for _, b := range bonds {
		if b.Events != want[[2]int{b.a, b.b}] || int(b.Sum) != b.Events {
			t.Errorf("%d and %d: %+v, want %d", b.a, b.b, b.Tally, want[[2]int{b.a, b.b}])
		}
	}
}
