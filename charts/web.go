package charts

import (
	"cmp"
	"math"
	"slices"

	"chancery/charts/figure"
)

const (
	nodeLeast = 6
	nodeMost  = 20
	edgeMost  = 6
	strong    = 0.9 // opacity of the edges that are in focus
)

// A Web is how a Network lies in an area: where its Nodes are and how large, and
// how its Edges look. Sizes are in dp.
type Web struct {
	At             []figure.Point // of each node
	Radius         []float32
	Width, Opacity []float32 // of each edge

	rank []int // of each edge; the higher lie over the lower
	of   *Spec
}

// Web lays a Network into an area, as large as that has room for and turned so
// that it has most. A scale of 1 is that of the design.
func (s *Spec) Web(area figure.Rect, scale float32) *Web {
	w := &Web{At: make([]figure.Point, len(s.Nodes)), Radius: make([]float32, len(s.Nodes)), of: s}
	most := 1.0
	for i := range s.Nodes {
		most = max(most, float64(s.Nodes[i].Events))
	}
	// 6 + √n / 7, unless the busiest would be too large for the picture.
	small := min(1, area.W/float32(9*math.Sqrt(float64(len(s.Nodes))*100)))
	perRoot := min(1.0/7, (nodeMost-nodeLeast)/math.Sqrt(most))
	for i := range s.Nodes {
		w.Radius[i] = (nodeLeast + float32(math.Sqrt(float64(s.Nodes[i].Events))*perRoot)) * scale * small
	}
	w.fit(figure.R(area.X+36*scale, area.Y+18*scale, area.W-72*scale, area.H-44*scale))
	w.strengths(scale)
	return w
}

// fit lays the unit square of the layout within margins, turned by the angle
// that lets it be largest.
func (w *Web) fit(margin figure.Rect) {
	best, turn := -1.0, 0.0
	for step := range 36 {
		angle := float64(step) * math.Pi / 36
		wide, high, _, _ := w.bounds(angle)
		if scale := min(float64(margin.W)/max(wide, 1e-6), float64(margin.H)/max(high, 1e-6)); scale > best*1.001 {
			best, turn = scale, angle
		}
	}
	_, _, cx, cy := w.bounds(turn)
	best = min(best, float64(max(margin.W, margin.H)))
	for i := range w.of.Nodes {
		x, y := turned(&w.of.Nodes[i], turn)
		w.At[i] = figure.Pt(margin.Centre().X+float32((x-cx)*best), margin.Centre().Y+float32((y-cy)*best))
	}
}

func turned(node *Node, angle float64) (x, y float64) {
	sin, cos := math.Sincos(angle)
	return node.X*cos - node.Y*sin, node.X*sin + node.Y*cos
}

// bounds returns the size and the centre of the layout, turned by an angle.
func (w *Web) bounds(angle float64) (wide, high, cx, cy float64) {
	left, right, top, bottom := math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	for i := range w.of.Nodes {
		x, y := turned(&w.of.Nodes[i], angle)
		left, right, top, bottom = min(left, x), max(right, x), min(top, y), max(bottom, y)
	}
	return right - left, bottom - top, (left + right) / 2, (top + bottom) / 2
}

// strengths makes edges as wide as the root of their events and, where an actor
// is in focus, its own stand out.
func (w *Web) strengths(scale float32) {
	edges := w.of.Edges
	w.Width, w.Opacity, w.rank = make([]float32, len(edges)), make([]float32, len(edges)), make([]int, len(edges))
	focused := slices.ContainsFunc(w.of.Nodes, func(x Node) bool { return x.Focus })
	widest, _ := w.of.Extent()
	per := 1.0
	if most := math.Sqrt(widest) / 5; most > edgeMost {
		per = edgeMost / most
	}
	// Many lines behind one another would be a wall.
	crowd := min(1, max(0.3, 150/float32(len(edges)+1)))
	for i := range edges {
		e := &edges[i]
		w.Width[i] = min(max(float32(math.Sqrt(float64(e.Events))/5*per), 1), edgeMost) * scale
		switch {
		case w.of.Nodes[e.A].Focus || w.of.Nodes[e.B].Focus:
			w.Opacity[i], w.rank[i] = strong, 1
		case focused:
			w.Opacity[i] = 0.35 * crowd
		default:
			w.Opacity[i] = 0.6 * crowd
		}
	}
}

// Order returns the edges as they are drawn: the weakest first, those in focus
// over the others.
func (w *Web) Order() []int { return w.order(func(string) bool { return false }) }

// order is Order with those of actors that are lit over all.
func (w *Web) order(lit func(name string) bool) []int {
	order := make([]int, len(w.of.Edges))
	for i := range order {
		order[i] = i
	}
	rank := func(i int) int {
		if e := &w.of.Edges[i]; lit(w.of.Nodes[e.A].Name) || lit(w.of.Nodes[e.B].Name) {
			return 2
		}
		return w.rank[i]
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Or(cmp.Compare(rank(i), rank(j)), cmp.Compare(w.of.Edges[i].Events, w.of.Edges[j].Events))
	})
	return order
}
