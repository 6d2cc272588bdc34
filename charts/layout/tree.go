package layout

import "math"

// theta is how wide a square may look from a node for its nodes to be taken as
// one: its side over its distance.
const theta = 0.9

// maxDepth bounds the tree where nodes lie in one place.
const maxDepth = 40

// A tree is a quadtree over the nodes, built anew for each step. Its squares lie
// in one array, so that steps after the first allocate nothing.
type tree struct {
	squares []square
	left    float64
	top     float64
	side    float64
}

// A square holds the nodes in it as their number and their centre. Of a leaf, as
// long as it holds one node, that is the node.
type square struct {
	x, y  float64 // centre of mass, a sum while the tree is built
	mass  float64
	child int32 // the first of four, 0 for a leaf
}

func (t *tree) build(at []Point) {
	low, high := at[0], at[0]
	for _, p := range at {
		low = Point{min(low.X, p.X), min(low.Y, p.Y)}
		high = Point{max(high.X, p.X), max(high.Y, p.Y)}
	}
	t.left, t.top, t.side = low.X, low.Y, max(high.X-low.X, high.Y-low.Y)*(1+1e-9)+1e-9
	t.squares = append(t.squares[:0], square{})
	for _, p := range at {
		t.add(p)
	}
	for i := range t.squares {
		if s := &t.squares[i]; s.mass > 0 {
			s.x /= s.mass
			s.y /= s.mass
		}
	}
}

// add puts a node into its leaf. A leaf that has one already is cut in four.
func (t *tree) add(p Point) {
	i, x, y, side := int32(0), t.left, t.top, t.side
	for depth := 0; ; depth++ {
		s := &t.squares[i]
		if s.child == 0 && s.mass > 0 && depth < maxDepth {
			t.cut(i, x, y, side)
			s = &t.squares[i]
		}
		s.x += p.X
		s.y += p.Y
		s.mass++
		if s.child == 0 {
			return
		}
		side /= 2
		q := int32(0)
		if p.X >= x+side {
			q, x = q+1, x+side
		}
		if p.Y >= y+side {
			q, y = q+2, y+side
		}
		i = s.child + q
	}
}

// cut gives a leaf four children, and its node to one of them.
func (t *tree) cut(i int32, x, y, side float64) {
	s := t.squares[i]
	t.squares[i].child = int32(len(t.squares))
	q := 0
	if s.x/s.mass >= x+side/2 {
		q++
	}
	if s.y/s.mass >= y+side/2 {
		q += 2
	}
	var four [4]square
	four[q] = s
	t.squares = append(t.squares, four[:]...)
}

// push returns the push on a place by all nodes. A node at the place itself does
// not push.
func (t *tree) push(p Point) Point {
	var sum Point
	type part struct {
		square int32
		side   float64
	}
	var stack [4 * (maxDepth + 1)]part
	stack[0] = part{0, t.side}
	for n := 1; n > 0; {
		n--
		at := stack[n]
		s := &t.squares[at.square]
		if s.mass == 0 {
			continue
		}
		dx, dy := p.X-s.x, p.Y-s.y
		far := float64(dx*dx) + float64(dy*dy)
		if s.child == 0 || at.side*at.side < theta*theta*far {
			by := s.mass / math.Max(far, nearest)
			sum.X += float64(dx * by)
			sum.Y += float64(dy * by)
			continue
		}
		for q := range int32(4) {
			stack[n] = part{s.child + q, at.side / 2}
			n++
		}
	}
	return sum
}
