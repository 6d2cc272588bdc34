package charts

import (
	"cmp"
	"math"
	"slices"

	"chancery/charts/figure"
)

// network draws the nodes where they were laid out, as large as the area has
// room for, and turned so that it has most.
func (d *drawing) network() {
	d.drawScoreKey()
	d.area.H -= 20 * d.k
	n := &net{drawing: d, Web: d.s.Web(d.area, d.k)}
	for _, i := range n.order(n.litName) {
		n.edge(i)
	}
	for i := range d.s.Nodes {
		n.node(i)
	}
	n.labels()
}

// A net is a network on its way into a figure.
type net struct {
	*drawing
	*Web
}

// edge draws a line, over which arrows and what the pointer is on stand out.
func (n *net) edge(i int) {
	e := &n.s.Edges[i]
	width, opacity := n.Width[i], n.Opacity[i]
	if n.litName(n.s.Nodes[e.A].Name) || n.litName(n.s.Nodes[e.B].Name) {
		opacity = strong
	}
	from, to := n.At[e.A], n.At[e.B]
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
	a, b := n.At[node], n.At[other]
	far := float32(math.Hypot(float64(b.X-a.X), float64(b.Y-a.Y)))
	if far < 1 {
		return a
	}
	t := min((n.Radius[node]+gap)/far, 0.45)
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
	n.Disc(n.At[i], n.Radius[i], box)
	r := max(n.Radius[i], 6*n.k)
	n.hit(figure.R(n.At[i].X-r, n.At[i].Y-r, 2*r, 2*r), NodePart, i, 0)
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
	h, at, r := 15*n.k, n.At[i], n.Radius[i]
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
	for i, at := range n.At {
		if i == node {
			continue
		}
		near := figure.Pt(min(max(at.X, p.X), p.Right()), min(max(at.Y, p.Y), p.Bottom()))
		if dx, dy := near.X-at.X, near.Y-at.Y; dx*dx+dy*dy < n.Radius[i]*n.Radius[i] {
			return false
		}
	}
	return true
}
