package figure

import "slices"

// placement puts outlines of a glyph into a sprite.
type placement struct{ scale, x, y float32 }

func (t placement) place(lines [][]Point) [][]Point {
	placed := make([][]Point, len(lines))
	for i, line := range lines {
		placed[i] = make([]Point, len(line))
		for j, pt := range line {
			placed[i][j] = Point{t.x + pt.X*t.scale, t.y + pt.Y*t.scale}
		}
	}
	return placed
}

// silhouette returns how much of each pixel of a square closed lines cover, or
// nil if there are no lines.
func (r *rasteriser) silhouette(lines [][]Point, side int) []byte {
	if len(lines) == 0 {
		return nil
	}
	r.begin(side, side)
	for _, line := range lines {
		r.closed(line, 0, 0)
	}
	return slices.Clone(r.mask())
}

// outlineMask covers what lies within half of the outline, to both sides.
func outlineMask(lines [][]Point, half float32, side int) []byte {
	mask := make([]byte, side*side)
	eachPixel(lines, side, func(i int, distance float32) {
		mask[i] = byte(share(min(half+0.5-distance, 2*half)))
	})
	return mask
}

// haloMask covers a silhouette and what lies within halo of its outline.
func haloMask(silhouette []byte, lines [][]Point, halo float32, side int) []byte {
	mask := slices.Clone(silhouette)
	eachPixel(lines, side, func(i int, distance float32) {
		mask[i] = max(mask[i], byte(share(halo+0.5-distance)))
	})
	return mask
}

// eachPixel calls do with the index of each pixel and the distance of its
// centre from the nearest of the closed lines.
func eachPixel(lines [][]Point, side int, do func(i int, distance float32)) {
	for i := range side * side {
		x, y := float32(i%side)+0.5, float32(i/side)+0.5
		least := float32(2 * side * side)
		for _, line := range lines {
			a := line[len(line)-1]
			for _, b := range line {
				least = min(least, squareDistance(Point{x, y}, a, b))
				a = b
			}
		}
		do(i, sqrt(least))
	}
}

// squareDistance returns the square of the distance of a point from the
// straight line between a and b.
func squareDistance(p, a, b Point) float32 {
	dx, dy := b.X-a.X, b.Y-a.Y
	px, py := p.X-a.X, p.Y-a.Y
	t := float32(0)
	if square := dx*dx + dy*dy; square > 0 {
		t = min(max((px*dx+py*dy)/square, 0), 1)
	}
	px, py = px-t*dx, py-t*dy
	return px*px + py*py
}
