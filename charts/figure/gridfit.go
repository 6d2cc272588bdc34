package figure

import (
	"slices"

	"github.com/go-text/typesetting/font"
)

// Letters of a few pixels are crisp only if their horizontal strokes lie on
// whole pixels. gridFit moves them there and leaves everything sideways alone,
// so that widths and spacing stay as the font has them. The idea and the
// rounding of strokes are those of FreeType's light auto-hinter.

// maxFit is the largest size, in device pixels, at which letters are fitted;
// larger ones are sharp by themselves.
const maxFit = 36

// heights are the levels that the letters of a font share, in em.
type heights struct {
	x     float32 // of a small letter, 0 if the font has none
	zones []zone
}

// A zone is a level at which many letters end, with how far round letters
// reach beyond it. flat lies within low and high.
type zone struct {
	flat, low, high float32
	top             bool // letters end here upwards
}

// sharedHeights measures a font's letters.
func sharedHeights(f *font.Face, upem float32) heights {
	var h heights
	const slack = 0.006
	add := func(flat, round rune, top bool) {
		a, okA := extreme(f, flat, top)
		b, okB := extreme(f, round, top)
		if !okA || !okB {
			return
		}
		a, b = a/upem, b/upem
		h.zones = append(h.zones, zone{flat: a, low: min(a, b) - slack, high: max(a, b) + slack, top: top})
	}
	add('x', 'o', false)
	add('x', 'o', true)
	add('H', 'O', true)
	add('l', 'f', true)
	add('p', 'g', false)
	if x, ok := extreme(f, 'x', true); ok {
		h.x = x / upem
	}
	return h
}

// extreme returns the upper or lower end of a letter in font units.
func extreme(f *font.Face, letter rune, top bool) (float32, bool) {
	gid, ok := f.NominalGlyph(letter)
	if !ok {
		return 0, false
	}
	extents, ok := f.GlyphExtents(gid)
	if !ok {
		return 0, false
	}
	if top {
		return extents.YBearing, true
	}
	return extents.YBearing + extents.Height, true
}

// stretch returns by how much letters of a size grow upwards so that small
// letters are whole pixels high. They are rather rounded up than down.
func (h *heights) stretch(size float32) float32 {
	if h.x <= 0 {
		return 1
	}
	height := h.x * size
	fitted := float32(floor(height + 0.625))
	if fitted < 3 {
		return 1
	}
	return fitted / height
}

// A level is a height of an outline that is moved to another; both in device
// pixels, upwards.
type level struct{ from, to float32 }

// gridFit moves the points of an outline, with y downwards, so that horizontal
// strokes lie on whole pixels.
func (h *heights) gridFit(outline []outlinePart, size float32) {
	if size > maxFit || len(h.zones) == 0 {
		return
	}
	stretch := h.stretch(size)
	levels := h.levels(findEdges(outline, size), size, stretch)
	if len(levels) == 0 {
		return
	}
	for i := range outline {
		for j := range outline[i].points {
			y := &outline[i].points[j].Y
			*y = -moved(levels, -*y, stretch)
		}
	}
}

// moved returns where a height goes: between levels in proportion, beyond them
// along with the nearest.
func moved(levels []level, y, stretch float32) float32 {
	first, last := levels[0], levels[len(levels)-1]
	if y <= first.from {
		return first.to + (y-first.from)*stretch
	}
	for i, next := range levels[1:] {
		if y <= next.from {
			previous := levels[i]
			return previous.to + (y-previous.from)*(next.to-previous.to)/(next.from-previous.from)
		}
	}
	return last.to + (y-last.from)*stretch
}

// levels decides where edges go: those that end in a zone to the zone's whole
// pixel, the other side of their stroke a stroke's thickness away, and then
// strokes in between to the nearest whole pixels that are left.
func (h *heights) levels(edges []outlineEdge, size, stretch float32) []level {
	var levels []level
	var between []stroke
	for _, s := range strokes(edges, size) {
		thickness := fitThickness(s.top - s.bottom)
		bottom, isBottom := h.zoneAt(s.bottom, false, size, stretch)
		top, isTop := h.zoneAt(s.top, true, size, stretch)
		switch {
		case isBottom && isTop:
			levels = insert(levels, level{s.bottom, bottom}, level{s.top, top})
		case isBottom:
			levels = insert(levels, level{s.bottom, bottom}, level{s.top, bottom + thickness})
		case isTop:
			levels = insert(levels, level{s.bottom, top - thickness}, level{s.top, top})
		default:
			between = append(between, s)
		}
	}
	for _, e := range edges {
		if to, ok := h.zoneAt(e.y, e.top, size, stretch); ok {
			levels = insert(levels, level{e.y, to})
		}
	}
	for _, s := range between {
		thickness := fitThickness(s.top - s.bottom)
		middle := (s.top + s.bottom) / 2
		if len(levels) > 0 {
			middle = moved(levels, middle, stretch)
		} else {
			middle *= stretch
		}
		bottom := float32(snap(middle - thickness/2))
		levels = insert(levels, level{s.bottom, bottom}, level{s.top, bottom + thickness})
	}
	return levels
}

// zoneAt returns the whole pixel of the zone in which an edge ends.
func (h *heights) zoneAt(y float32, top bool, size, stretch float32) (float32, bool) {
	for _, z := range h.zones {
		if z.top == top && y >= z.low*size && y <= z.high*size {
			return float32(snap(z.flat * size * stretch)), true
		}
	}
	return 0, false
}

// insert adds levels in rising order if they keep the order and leave what lies
// between them and their neighbours some room; else it leaves them out.
func insert(levels []level, added ...level) []level {
	const room = 0.5
	at, found := slices.BinarySearchFunc(levels, added[0].from, func(l level, from float32) int {
		switch {
		case l.from < from:
			return -1
		case l.from > from:
			return 1
		}
		return 0
	})
	lowest, highest := added[0], added[len(added)-1]
	if found || at > 0 && (lowest.from-levels[at-1].from < 0.2 || lowest.to-levels[at-1].to < room) {
		return levels
	}
	if at < len(levels) && (levels[at].from-highest.from < 0.2 || levels[at].to-highest.to < room) {
		return levels
	}
	return slices.Insert(levels, at, added...)
}

// fitThickness rounds the thickness of a stroke, in pixels: never thinner than
// one, and in between so that neither weight nor sharpness suffers much.
func fitThickness(v float32) float32 {
	whole := float32(floor(v))
	switch rest := v - whole; {
	case v <= 1:
		return 1
	case rest >= 0.5:
		return whole + 1
	case v < 3:
		return whole + min(rest, 0.16)
	}
	return whole
}

// A stroke lies between a lower and an upper edge.
type stroke struct{ bottom, top float32 }

// strokes pairs each lower edge with the nearest upper edge over it.
func strokes(edges []outlineEdge, size float32) []stroke {
	var found []stroke
	for _, bottom := range edges {
		if bottom.top {
			continue
		}
		nearest := float32(0.22) * size
		for _, top := range edges {
			if thickness := top.y - bottom.y; top.top && thickness > 0 && thickness < nearest && bottom.overlaps(top) {
				nearest = thickness
			}
		}
		if nearest < 0.22*size {
			found = append(found, stroke{bottom.y, bottom.y + nearest})
		}
	}
	return found
}
