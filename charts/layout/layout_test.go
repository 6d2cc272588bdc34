package layout_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"chancery/charts/layout"
)

// community is a network of groups: edges lie within a group nine times out of
// ten.
func community(nodes, edges, groups int) []layout.Edge {
	r := rand.New(rand.NewPCG(7, 7))
	all := make([]layout.Edge, 0, edges)
	for len(all) < edges {
		a := r.IntN(nodes)
		b := r.IntN(nodes)
		if r.IntN(10) > 0 {
			b = (b/groups)*groups + a%groups
		}
		if a != b && b < nodes {
			all = append(all, layout.Edge{A: a, B: b})
		}
	}
	return all
}

func of(t testing.TB, n int, edges []layout.Edge, o layout.Options) []layout.Point {
	t.Helper()
	at, err := layout.Of(context.Background(), n, edges, o)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func TestTheSameEachTime(t *testing.T) {
	for _, n := range []int{60, 900} { // pair by pair, and by the tree
		edges := community(n, 4*n, 5)
		first := of(t, n, edges, layout.Options{Ticks: 60})
		if again := of(t, n, edges, layout.Options{Ticks: 60}); !slices.Equal(first, again) {
			t.Errorf("%d nodes lie elsewhere the second time", n)
		}
		if other := of(t, n, edges, layout.Options{Ticks: 60, Seed: 1}); slices.Equal(first, other) {
			t.Errorf("the seed does not matter to %d nodes", n)
		}
	}
}

func distance(a, b layout.Point) float64 { return math.Hypot(a.X-b.X, a.Y-b.Y) }

// Those that are joined lie nearer to one another than those that are not, and
// none lies on another.
func TestNeighboursAreNear(t *testing.T) {
	for _, n := range []int{40, 200, 1000} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			edges := community(n, 3*n, 5)
			at := of(t, n, edges, layout.Options{})
			joined, apart := 0.0, 0.0
			for _, e := range edges {
				joined += distance(at[e.A], at[e.B]) / float64(len(edges))
			}
			least, pairs := math.Inf(1), 0
			for i := range at {
				for j := range i {
					d := distance(at[i], at[j])
					least = min(least, d)
					apart += d
					pairs++
				}
			}
			apart /= float64(pairs)
			if joined > 0.75*apart {
				t.Errorf("joined nodes lie %.3f from one another, all %.3f", joined, apart)
			}
			if even := 1 / math.Sqrt(float64(n)); least < even/20 {
				t.Errorf("two nodes lie %.5f from one another", least)
			}
		})
	}
}

// The tree's push is near enough to the true one that the pictures are alike:
// the springs are as long on average.
func TestTreeIsNearTheTruth(t *testing.T) {
	mean := func(n int) float64 {
		edges := community(n, 3*n, 4)
		at := of(t, n, edges, layout.Options{})
		sum := 0.0
		for _, e := range edges {
			sum += distance(at[e.A], at[e.B])
		}
		return sum / float64(len(edges)) * math.Sqrt(float64(n))
	}
	exact, tree := mean(384), mean(400)
	if ratio := tree / exact; ratio < 0.8 || ratio > 1.25 {
		t.Errorf("springs are %.2f times as long with the tree", ratio)
	}
}

func TestLongAndStrongEdges(t *testing.T) {
	at := of(t, 3, []layout.Edge{{A: 0, B: 1}, {A: 0, B: 2, Length: 4}}, layout.Options{})
	if near, far := distance(at[0], at[1]), distance(at[0], at[2]); far < 1.5*near {
		t.Errorf("an edge of length 4 is %.2f long beside one of %.2f", far, near)
	}
}

func TestSmallAndOddNetworks(t *testing.T) {
	if at := of(t, 0, nil, layout.Options{}); len(at) != 0 {
		t.Errorf("%d places for no nodes", len(at))
	}
	for name, edges := range map[string][]layout.Edge{
		"none": nil, "to itself": {{A: 0, B: 0}}, "twice": {{A: 0, B: 1}, {A: 1, B: 0}},
	} {
		for n := 2; n < 5; n++ {
			for i, p := range of(t, n, edges, layout.Options{}) {
				if !(p.X >= -1e-9 && p.X <= 1+1e-9 && p.Y >= -1e-9 && p.Y <= 1+1e-9) {
					t.Errorf("%s: node %d of %d lies at %v", name, i, n, p)
				}
			}
		}
	}
	if at := of(t, 1, nil, layout.Options{}); at[0] != (layout.Point{X: 0.5, Y: 0.5}) {
		t.Errorf("a single node lies at %v", at[0])
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	told := 0
	_, err := layout.Of(ctx, 50, community(50, 100, 5), layout.Options{Progress: func(done, total int) {
		if told++; told == 3 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) || told != 3 {
		t.Errorf("error %v after %d reports", err, told)
	}
}

func TestProgressEnds(t *testing.T) {
	last := -1
	of(t, 5, nil, layout.Options{Progress: func(done, total int) {
		if done < last || total != 300 {
			t.Errorf("%d of %d after %d", done, total, last)
		}
		last = done
	}})
	if last != 300 {
		t.Errorf("progress ends at %d", last)
	}
}

func BenchmarkNetwork(b *testing.B) {
	for _, size := range [][2]int{{40, 200}, {200, 2_000}, {2_000, 20_000}} {
		b.Run(fmt.Sprintf("%d nodes %d edges", size[0], size[1]), func(b *testing.B) {
			edges := community(size[0], size[1], 5)
			b.ReportAllocs()
			for b.Loop() {
				of(b, size[0], edges, layout.Options{})
			}
		})
	}
}
