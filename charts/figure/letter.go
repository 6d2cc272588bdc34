package figure

import (
	"slices"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// A letterMask is how much of each pixel a letter covers. left and top are
// where its first pixel lies from the letter's origin.
type letterMask struct {
	left, top, w, h int
	pix             []byte
}

// letterKey is what makes one mask differ from another. phase is the fraction
// of a pixel, in quarters, at which the letter's origin lies along the line.
type letterKey struct {
	face  uint16
	gid   uint32
	size  float32
	phase uint8
	up    bool
}

// An outlinePart is a move or a line or curve to its last point, in device
// pixels with y downwards from the letter's origin.
type outlinePart struct {
	op     opentype.SegmentOp
	points [3]Point
}

// outline returns the outline of a letter at its size, fitted to whole pixels if
// it stands upright. A letter that a font has only as a picture is a frame.
func (fs *Faces) outline(f *face, key letterKey) []outlinePart {
	fs.mu.Lock()
	defer fs.mu.Unlock()
	segments := f.segments(font.GID(key.gid))
	scale := key.size / f.upem
	parts := make([]outlinePart, 0, len(segments))
	for _, s := range segments {
		part := outlinePart{op: s.Op}
		for i, arg := range s.Args {
			part.points[i] = Point{arg.X * scale, -arg.Y * scale}
		}
		parts = append(parts, part)
	}
	if !key.up {
		f.heights.gridFit(parts, key.size)
	}
	return parts
}

// segments returns the outline of a letter in the font's units, y upwards.
func (f *face) segments(gid font.GID) []opentype.Segment {
	switch glyph := f.GlyphData(gid).(type) {
	case font.GlyphOutline:
		return glyph.Segments
	case font.GlyphSVG:
		return glyph.Outline.Segments
	case font.GlyphBitmap:
		if glyph.Outline != nil {
			return glyph.Outline.Segments
		}
		return pictureBox(f.HorizontalAdvance(gid), f.upem)
	case font.GlyphColor:
		return pictureBox(f.HorizontalAdvance(gid), f.upem)
	}
	return nil
}

// pictureBox is a frame in place of a letter that is a picture.
func pictureBox(advance, upem float32) []opentype.Segment {
	edge := upem / 16
	outer := [4]float32{edge, 0, max(advance-edge, 3*edge), upem * 0.75}
	inner := [4]float32{outer[0] + edge, outer[1] + edge, outer[2] - edge, outer[3] - edge}
	at := func(op opentype.SegmentOp, x, y float32) opentype.Segment {
		return opentype.Segment{Op: op, Args: [3]opentype.SegmentPoint{{X: x, Y: y}}}
	}
	const move, line = opentype.SegmentOpMoveTo, opentype.SegmentOpLineTo
	return []opentype.Segment{
		at(move, outer[0], outer[1]), at(line, outer[2], outer[1]), at(line, outer[2], outer[3]), at(line, outer[0], outer[3]),
		at(move, inner[0], inner[1]), at(line, inner[0], inner[3]), at(line, inner[2], inner[3]), at(line, inner[2], inner[1]),
	}
}

// newLetter rasterises an outline. What is not drawn, such as a space, has an
// empty mask.
func (r *rasteriser) newLetter(key letterKey, outline []outlinePart) *letterMask {
	turn(outline, key)
	b, ok := outlineBounds(outline)
	if !ok || b.x1-b.x0 > 4*maxText || b.y1-b.y0 > 4*maxText {
		return &letterMask{}
	}
	m := &letterMask{left: b.x0, top: b.y0, w: b.x1 - b.x0, h: b.y1 - b.y0}
	r.begin(m.w, m.h)
	r.trace(outline, float32(b.x0), float32(b.y0))
	m.pix = slices.Clone(r.mask())
	return m
}

// turn moves an outline by the letter's phase and turns it if it reads upwards.
func turn(outline []outlinePart, key letterKey) {
	offset := float32(key.phase) / 4
	for i := range outline {
		for j, pt := range outline[i].points {
			if key.up {
				pt = Point{pt.Y, -pt.X}
				pt.Y += offset
			} else {
				pt.X += offset
			}
			outline[i].points[j] = pt
		}
	}
}

// outlineBounds returns the pixels that an outline lies in, if it has any.
func outlineBounds(outline []outlinePart) (box, bool) {
	var b box
	for i, part := range outline {
		used := part.points[:pointsOf(part.op)]
		if !areFinite(used) {
			return box{}, false
		}
		o := boundsOf(used)
		if i == 0 {
			b = o
		}
		b = b.union(o)
	}
	return b, len(outline) > 0
}

// trace adds an outline, moved by -x, -y.
func (r *rasteriser) trace(outline []outlinePart, x, y float32) {
	for i, part := range outline {
		a, b, c := part.points[0], part.points[1], part.points[2]
		switch part.op {
		case opentype.SegmentOpMoveTo:
			if i > 0 {
				r.ClosePath()
			}
			r.MoveTo(a.X-x, a.Y-y)
		case opentype.SegmentOpLineTo:
			r.LineTo(a.X-x, a.Y-y)
		case opentype.SegmentOpQuadTo:
			r.QuadTo(a.X-x, a.Y-y, b.X-x, b.Y-y)
		case opentype.SegmentOpCubeTo:
			r.CubeTo(a.X-x, a.Y-y, b.X-x, b.Y-y, c.X-x, c.Y-y)
		}
	}
	r.ClosePath()
}

func pointsOf(op opentype.SegmentOp) int {
	switch op {
	case opentype.SegmentOpQuadTo:
		return 2
	case opentype.SegmentOpCubeTo:
		return 3
	}
	return 1
}

func areFinite(points []Point) bool {
	for _, p := range points {
		if !isFinite(p.X, p.Y) {
			return false
		}
	}
	return true
}
