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
)

// network draws the nodes where they were laid out, as large as the area has
// room for, and turned so that it has most.
func (d *drawing) network() {
	d.drawScoreKey()
	d.area.H -= 20 * d.k
	n := d.newNet()
	n.edges()
	for i := range d.s.Nodes {
		n.node(i)
	}
	n.labels()
}

// A net is a network on its way into a figure.
type net struct {
	*drawing
	at     []figure.Point
	radius []float32
	widest float64 // events of the strongest edge
}

func (d *drawing) newNet() *net {
	n := &net{drawing: d, at: make([]figure.Point, len(d.s.Nodes)), radius: make([]float32, len(d.s.Nodes))}
	n.widest, _ = d.s.Extent()
	most := 1.0
	for i := range d.s.Nodes {
		most = max(most, float64(d.s.Nodes[i].Events))
	}
	// 6 + √n / 7, unless the busiest would be too large for the picture.
	small := min(1, d.area.W/float32(9*math.Sqrt(float64(len(d.s.Nodes))*100)))
	perRoot := min(1.0/7, (nodeMost-nodeLeast)/math.Sqrt(most))
	for i := range d.s.Nodes {
		n.radius[i] = (nodeLeast + float32(math.Sqrt(float64(d.s.Nodes[i].Events))*perRoot)) * d.k * small
	}
	n.fit()
	return n
}

// fit lays the unit square of the layout into the area, turned by the angle that
// lets it be largest.
func (n *net) fit() {
	margin := figure.R(n.area.X+36*n.k, n.area.Y+18*n.k, n.area.W-72*n.k, n.area.H-44*n.k)
	best, turn := -1.0, 0.0
	for step := range 36 {
		angle := float64(step) * math.Pi / 36
		w, h, _, _ := n.bounds(angle)
		if scale := min(float64(margin.W)/max(w, 1e-6), float64(margin.H)/max(h, 1e-6)); scale > best*1.001 {
			best, turn = scale, angle
		}
	}
	_, _, cx, cy := n.bounds(turn)
	best = min(best, float64(max(margin.W, margin.H)))
	for i := range n.s.Nodes {
		x, y := turned(&n.s.Nodes[i], turn)
		n.at[i] = figure.Pt(margin.Centre().X+float32((x-cx)*best), margin.Centre().Y+float32((y-cy)*best))
	}
}

func turned(node *Node, angle float64) (x, y float64) {
	sin, cos := math.Sincos(angle)
	return node.X*cos - node.Y*sin, node.X*sin + node.Y*cos
}

// bounds returns the size and the centre of the layout, turned by an angle.
func (n *net) bounds(angle float64) (w, h, cx, cy float64) {
	left, right, top, bottom := math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	for i := range n.s.Nodes {
		x, y := turned(&n.s.Nodes[i], angle)
		left, right, top, bottom = min(left, x), max(right, x), min(top, y), max(bottom, y)
	}
	return right - left, bottom - top, (left + right) / 2, (top + bottom) / 2
}

// edges draws the weakest first, those of the actor in focus over the others.
func (n *net) edges() {
	order := make([]int, len(n.s.Edges))
	focused := slices.ContainsFunc(n.s.Nodes, func(x Node) bool { return x.Focus })
	for i := range order {
		order[i] = i
	}
	rank := func(i int) int {
		e := &n.s.Edges[i]
		switch {
		case n.litName(n.s.Nodes[e.A].Name) || n.litName(n.s.Nodes[e.B].Name):
			return 2
		case n.s.Nodes[e.A].Focus || n.s.Nodes[e.B].Focus:
			return 1
		}
		return 0
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Or(cmp.Compare(rank(i), rank(j)), cmp.Compare(n.s.Edges[i].Events, n.s.Edges[j].Events))
	})
	// Many lines behind one another would be a wall.
	crowd := min(1, max(0.3, 150/float32(len(order)+1)))
	for _, i := range order {
		opacity := 0.35 * crowd
		switch {
		case rank(i) > 0:
			opacity = 0.9
		case !focused:
			opacity = 0.6 * crowd
		}
		n.edge(i, opacity)
	}
}

func (n *net) edge(i int, opacity float32) {
	e := &n.s.Edges[i]
	width := float32(math.Sqrt(float64(e.Events)) / 5)
	if most := math.Sqrt(n.widest) / 5; most > edgeMost {
		width *= float32(edgeMost / most)
	}
	width = min(max(width, 1), edgeMost) * n.k
	from, to := n.at[e.A], n.at[e.B]
	ink := ScoreToken(e.Scored, e.Mean).Tint(opacity)
	if e.Directed {
		from, to = n.rim(e.A, e.B, 2*n.k), n.rim(e.B, e.A, 2*n.k)
		from, to = aside(from, to, width/2+n.k)
		n.Line(from, to, figure.Pen{Ink: ink, Width: width})
		n.Arrow(to, from, max(7*n.k, width*2), ink)
	} else {
		n.Line(from, to, figure.Pen{Ink: ink, Width: width})
	}
	n.hitLine(from, to, max(width/2, 3*n.k), EdgePart, i)
	n.name(EdgePart, i, 0)
}

// rim returns the point on the way from a node to another where the first one
// ends.
func (n *net) rim(node, other int, gap float32) figure.Point {
	a, b := n.at[node], n.at[other]
	far := float32(math.Hypot(float64(b.X-a.X), float64(b.Y-a.Y)))
	if far < 1 {
		return a
	}
	t := min((n.radius[node]+gap)/far, 0.45)
	return figure.Pt(a.X+(b.X-a.X)*t, a.Y+(b.Y-a.Y)*t)
}

// aside moves a line to its right, so that the two ways of a pair lie side by
// side.
func aside(a, b figure.Point, by float32) (figure.Point, figure.Point) {
	dx, dy := b.X-a.X, b.Y-a.Y
	far := float32(math.Hypot(float64(dx), float64(dy)))
	if far < 1 {
		return a, b
	}
	ox, oy := -dy/far*by, dx/far*by
	return figure.Pt(a.X+ox, a.Y+oy), figure.Pt(b.X+ox, b.Y+oy)
}

func (n *net) node(i int) {
	x := &n.s.Nodes[i]
	box := figure.Box{Fill: figure.Surface.Ink(), Stroke: figure.Text2.Ink(), Width: 1.5 * n.k}
	switch {
	case x.Focus:
		box.Fill, box.Stroke = figure.Accent.Ink(), figure.Accent.Ink()
	case n.litName(x.Name):
		box.Fill, box.Stroke, box.Width = figure.AccentSoft.Ink(), figure.Accent.Ink(), 2*n.k
	}
	n.Disc(n.at[i], n.radius[i], box)
	r := max(n.radius[i], 6*n.k)
	n.hit(figure.R(n.at[i].X-r, n.at[i].Y-r, 2*r, 2*r), NodePart, i, 0)
}

// labels names the nodes, the busiest first, where no other name or node is in
// the way: under the node, over it or beside it. A name without a place is left
// out, unless it is of the focus or of what the pointer is on.
func (n *net) labels() {
	order := make([]int, len(n.s.Nodes))
	for i := range order {
		order[i] = i
	}
	must := func(i int) bool { return n.s.Nodes[i].Focus || n.litName(n.s.Nodes[i].Name) }
	slices.SortStableFunc(order, func(i, j int) int {
		if must(i) != must(j) {
			if must(i) {
				return -1
			}
			return 1
		}
		return cmp.Compare(n.s.Nodes[j].Events, n.s.Nodes[i].Events)
	})
	var taken []figure.Rect
	for _, i := range order {
		bold := must(i)
		text, w := n.o.Faces.Truncate(n.s.Nodes[i].Name, 11*n.k, bold, 140*n.k)
		plate, ok := n.plate(i, w+6*n.k, taken)
		if !ok && !bold {
			continue
		}
		taken = append(taken, plate)
		n.Rect(plate, figure.Box{Fill: figure.Surface.Tint(0.85), Radius: 3 * n.k})
		n.Text(figure.Pt(plate.Centre().X, plate.Y+11.5*n.k), text, figure.Font{Size: 11 * n.k, Bold: bold, Align: figure.Centre})
	}
}

// plate returns where the name of a node goes; ok is false, and the plate lies
// under the node, when there is no free place.
func (n *net) plate(i int, w float32, taken []figure.Rect) (plate figure.Rect, ok bool) {
	h, at, r := 15*n.k, n.at[i], n.radius[i]
	places := [...]figure.Rect{
		figure.R(at.X-w/2, at.Y+r+n.k, w, h),
		figure.R(at.X-w/2, at.Y-r-n.k-h, w, h),
		figure.R(at.X+r+2*n.k, at.Y-h/2, w, h),
		figure.R(at.X-r-2*n.k-w, at.Y-h/2, w, h),
	}
	for _, p := range places {
		if p.X >= n.area.X && p.Right() <= n.area.Right() && p.Y >= n.area.Y && p.Bottom() <= n.area.Bottom() && n.isFree(i, p, taken) {
			return p, true
		}
	}
	p := places[0]
	p.X = min(max(p.X, n.area.X), n.area.Right()-w)
	p.Y = min(p.Y, n.area.Bottom()-h)
	return p, false
}

func (n *net) isFree(node int, p figure.Rect, taken []figure.Rect) bool {
	for _, t := range taken {
		if p.X < t.Right() && t.X < p.Right() && p.Y < t.Bottom() && t.Y < p.Bottom() {
			return false
		}
	}
	for i, at := range n.at {
		if i == node {
			continue
		}
		near := figure.Pt(min(max(at.X, p.X), p.Right()), min(max(at.Y, p.Y), p.Bottom()))
		if dx, dy := near.X-at.X, near.Y-at.Y; dx*dx+dy*dy < n.radius[i]*n.radius[i] {
			return false
		}
	}
	return true
}
