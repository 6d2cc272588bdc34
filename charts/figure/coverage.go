package figure

import "math"

// A coverage gathers how much of each pixel one stroke covers, so that pieces
// of a stroke that overlap are not laid over each other. It is empty between
// strokes: what was set is wiped while it is painted.
type coverage struct {
	mask   []byte
	width  int
	top    int    // row of the image that is the first here
	spans  []span // of each row what was set
	y0, y1 int    // rows of the image with something set
}

type span struct{ from, to int32 }

var emptySpan = span{math.MaxInt32, 0}

// resize makes room for a band of an image.
func (c *coverage) resize(b box) {
	c.top = b.y0
	if w, h := b.x1, b.y1-b.y0; w != c.width || h != len(c.spans) {
		c.mask = resized(c.mask, w*h)
		c.spans = resized(c.spans, h)
		c.width = w
		for i := range c.spans {
			c.spans[i] = emptySpan
		}
	}
	c.y0, c.y1 = b.y1, b.y0
}

func resized[T any](s []T, n int) []T {
	if n > cap(s) {
		return make([]T, n)
	}
	return s[:n]
}

// set raises the coverage of one pixel to at least m.
func (c *coverage) set(x, y int, m uint32) {
	at := &c.mask[(y-c.top)*c.width+x]
	if uint32(*at) < m {
		*at = byte(m)
	}
}

// touch notes that the pixels from to to of a row are about to be set.
func (c *coverage) touch(y, from, to int) {
	s := &c.spans[y-c.top]
	s.from, s.to = min(s.from, int32(from)), max(s.to, int32(to))
	c.y0, c.y1 = min(c.y0, y), max(c.y1, y+1)
}

// paint lays a pixel over the canvas where the stroke covers it, and empties
// the coverage.
func (c *coverage) paint(dst *canvas, s pixel) {
	bottom := c.top + len(c.spans)
	for y := c.y0; y < c.y1; y++ {
		set := c.spans[y-c.top]
		if set.from >= set.to {
			continue
		}
		row := (y - c.top) * c.width
		mask := c.mask[row+int(set.from) : row+int(set.to)]
		maskSpan(dst.row(y, int(set.from), int(set.to)), mask, s)
		clear(mask)
		c.spans[y-c.top] = emptySpan
	}
	c.y0, c.y1 = bottom, c.top
}

// A segment is a straight piece of a stroke, in device pixels.
type segment struct {
	from      Point
	dx, dy    float32 // direction
	length    float32
	half      float32 // of the width
	roundFrom bool
	roundTo   bool
}

func newSegment(from, to Point, width float32) segment {
	dx, dy := unit(to.X-from.X, to.Y-from.Y)
	length := (to.X-from.X)*dx + (to.Y-from.Y)*dy
	return segment{from: from, dx: dx, dy: dy, length: length, half: width / 2}
}

// add covers a segment within clip.
func (c *coverage) add(s segment, clip box) {
	reach := s.half + 1
	toY := s.from.Y + s.dy*s.length
	y0 := max(floor(min(s.from.Y, toY)-reach), clip.y0)
	y1 := min(floor(max(s.from.Y, toY)+reach)+1, clip.y1)
	for y := y0; y < y1; y++ {
		dy := float32(y) + 0.5 - s.from.Y
		left, right := s.extent(dy)
		x0, x1 := max(floor(s.from.X+left), clip.x0), min(floor(s.from.X+right)+1, clip.x1)
		if x0 >= x1 {
			continue
		}
		c.touch(y, x0, x1)
		for x := x0; x < x1; x++ {
			if m := share(s.covers(float32(x)+0.5-s.from.X, dy)); m > 0 {
				c.set(x, y, m)
			}
		}
	}
}

// extent returns between which x, from the start, the row at dy from the start
// can be touched: where it is near enough to the line and between the ends.
func (s *segment) extent(dy float32) (left, right float32) {
	reach := s.half + 1
	left, right = -reach, s.dx*s.length+reach
	if s.dx < 0 {
		left, right = s.dx*s.length-reach, reach
	}
	// |dy·dx − x·dy| ≤ reach
	if slope := s.dy; slope > 1e-4 || slope < -1e-4 {
		a, b := (dy*s.dx-reach)/slope, (dy*s.dx+reach)/slope
		left, right = max(left, min(a, b)), min(right, max(a, b))
	}
	return left, right
}

// covers returns how much of a pixel, whose centre lies at x, y from the start,
// the segment covers: by how far its square-cut or round outline reaches over
// the centre.
func (s *segment) covers(x, y float32) float32 {
	along, across := x*s.dx+y*s.dy, y*s.dx-x*s.dy
	peak := min(2*s.half, 1)
	switch {
	case along < 0 && s.roundFrom:
		return min(s.half+0.5-hypot(along, across), peak)
	case along > s.length && s.roundTo:
		return min(s.half+0.5-hypot(along-s.length, across), peak)
	}
	side := min(s.half+0.5-abs(across), peak)
	head, tail := min(along+0.5, 1), min(s.length-along+0.5, 1)
	if s.roundFrom {
		head = 1
	}
	if s.roundTo {
		tail = 1
	}
	return max(side, 0) * max(head, 0) * max(tail, 0)
}

func hypot(x, y float32) float32 { return sqrt(x*x + y*y) }

func sqrt(v float32) float32 { return float32(math.Sqrt(float64(v))) }

func abs(v float32) float32 {
	if v < 0 {
		return -v
	}
	return v
}
