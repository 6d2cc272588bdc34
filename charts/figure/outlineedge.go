package figure

import "github.com/go-text/typesetting/font/opentype"

// An outlineEdge is a stretch of an outline that runs nearly level: the upper
// or lower side of a stroke, flat or round. Heights are upwards.
type outlineEdge struct {
	y, left, right float32
	top            bool
}

func (e outlineEdge) overlaps(o outlineEdge) bool { return e.left < o.right && o.left < e.right }

// Limits of what is level enough and long enough to be an edge.
const (
	levelSlope = 0.25
	levelReach = 0.045 // em
)

// findEdges returns the edges of an outline with y downwards.
func findEdges(outline []outlinePart, size float32) []outlineEdge {
	lines := flattenOutline(outline)
	area := float32(0)
	for _, line := range lines {
		area += signedArea(line)
	}
	var edges []outlineEdge
	for _, line := range lines {
		edges = appendEdges(edges, line, size*levelReach, area < 0)
	}
	return edges
}

// appendEdges appends the edges of one closed line with y upwards. In a font
// whose outlines run clockwise, what runs to the right has ink below it.
func appendEdges(edges []outlineEdge, line []Point, reach float32, clockwise bool) []outlineEdge {
	n := len(line)
	start := firstSteep(line)
	for i := 0; i < n; {
		from := start + i
		direction := levelDirection(line[from%n], line[(from+1)%n])
		if direction == 0 {
			i++
			continue
		}
		to := from + 1
		for to-start < n && levelDirection(line[to%n], line[(to+1)%n]) == direction {
			to++
		}
		i = to - start
		edge := edgeBetween(line, from, to)
		if edge.right-edge.left >= reach {
			edge.top = (direction > 0) == clockwise
			edges = append(edges, edge)
		}
	}
	return edges
}

// edgeBetween measures the points from to to of a closed line. An edge that
// bulges lies where it bulges to, another at the end that is more level.
func edgeBetween(line []Point, from, to int) outlineEdge {
	n := len(line)
	a, b := line[from%n], line[to%n]
	e := outlineEdge{left: min(a.X, b.X), right: max(a.X, b.X), y: a.Y}
	if slope(line[(to-1)%n], b) < slope(a, line[(from+1)%n]) {
		e.y = b.Y
	}
	low, high := min(a.Y, b.Y), max(a.Y, b.Y)
	for i := from + 1; i < to; i++ {
		if y := line[i%n].Y; y > high {
			high, e.y = y, y
		} else if y < low {
			low, e.y = y, y
		}
	}
	return e
}

// slope returns how steep a stretch that is not upright is.
func slope(a, b Point) float32 { return abs((b.Y - a.Y) / (b.X - a.X)) }

// firstSteep returns the index after a stretch that is not level, so that no
// edge is cut in two by where the line begins.
func firstSteep(line []Point) int {
	for i := range line {
		if levelDirection(line[i], line[(i+1)%len(line)]) == 0 {
			return i + 1
		}
	}
	return 0
}

// levelDirection returns 1 for a stretch that runs nearly level to the right, -1
// to the left and 0 if it is steep.
func levelDirection(a, b Point) int {
	dx, dy := b.X-a.X, b.Y-a.Y
	switch {
	case abs(dy) > abs(dx)*levelSlope || dx == 0:
		return 0
	case dx > 0:
		return 1
	}
	return -1
}

func signedArea(line []Point) float32 {
	area := float32(0)
	a := line[len(line)-1]
	for _, b := range line {
		area += a.X*b.Y - b.X*a.Y
		a = b
	}
	return area / 2
}

// flattenOutline returns an outline as closed lines with y upwards, each curve
// in eight pieces.
func flattenOutline(outline []outlinePart) [][]Point {
	var lines [][]Point
	var line []Point
	at := Point{}
	end := func() {
		if len(line) > 2 {
			lines = append(lines, line)
		}
		line = nil
	}
	add := func(p Point) {
		if p = (Point{p.X, -p.Y}); len(line) == 0 || line[len(line)-1] != p {
			line = append(line, p)
		}
	}
	for _, part := range outline {
		p := part.points
		switch part.op {
		case opentype.SegmentOpMoveTo:
			end()
			at = p[0]
			add(at)
		case opentype.SegmentOpLineTo:
			at = p[0]
			add(at)
		case opentype.SegmentOpQuadTo:
			for i := 1; i <= 8; i++ {
				t := float32(i) / 8
				add(mix(mix(at, p[0], t), mix(p[0], p[1], t), t))
			}
			at = p[1]
		case opentype.SegmentOpCubeTo:
			for i := 1; i <= 8; i++ {
				t := float32(i) / 8
				ab, bc, cd := mix(at, p[0], t), mix(p[0], p[1], t), mix(p[1], p[2], t)
				add(mix(mix(ab, bc, t), mix(bc, cd, t), t))
			}
			at = p[2]
		}
	}
	end()
	return lines
}

// mix returns the point at t of the way from a to b.
func mix(a, b Point, t float32) Point { return Point{a.X + (b.X-a.X)*t, a.Y + (b.Y-a.Y)*t} }
