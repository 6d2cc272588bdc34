package figure

import (
	"math"
	"strconv"
	"strings"
	"sync"
)

// outlineWidth is the thickness of a hollow glyph's outline, in dp.
const outlineWidth = 1.5

// glyphBox is the side of the box in whose units the outlines are given.
const glyphBox = 12

// glyphOutlines are the outlines of the glyphs in a box of 12 units about 0, 0,
// in the notation of SVG paths, as the theme gives them. fill is the
// silhouette; cut is laid over it in the colour behind the glyph.
var glyphOutlines = [GlyphCount]struct{ fill, cut string }{
	Agreement:    {fill: "M-5.4,0a5.4,5.4 0 1 0 10.8,0a5.4,5.4 0 1 0 -10.8,0Z"},
	Ratification: {fill: "M-5.8,0.4L-3.8,-1.7L-1.6,0.5L3.8,-5.1L5.8,-3L-1.6,4.6Z"},
	Negotiation:  {fill: "M-6,-4.8L-0.5,0L-6,4.8ZM6,-4.8L0.5,0L6,4.8Z"},
	Meeting: {fill: "M-5.9,0a2.9,2.9 0 1 0 5.8,0a2.9,2.9 0 1 0 -5.8,0Z" +
		"M0.1,0a2.9,2.9 0 1 0 5.8,0a2.9,2.9 0 1 0 -5.8,0Z"},
	Mediation: {fill: "M-2.5,-3.2a2.5,2.5 0 1 0 5,0a2.5,2.5 0 1 0 -5,0Z" +
		"M-5.6,2.5a2.5,2.5 0 1 0 5,0a2.5,2.5 0 1 0 -5,0Z" +
		"M0.6,2.5a2.5,2.5 0 1 0 5,0a2.5,2.5 0 1 0 -5,0Z"},
	Visit: {fill: "M-5.2,-5.2L6,0L-5.2,5.2L-2.4,0Z"},
	Statement: {fill: "M-4.4,-5.2H4.4A1.6,1.6 0 0 1 6,-3.6V.8A1.6,1.6 0 0 1 4.4,2.4" +
		"H-.4L-3.6,5.8V2.4H-4.4A1.6,1.6 0 0 1 -6,.8V-3.6A1.6,1.6 0 0 1 -4.4,-5.2Z"},
	Court: {fill: "M-4.9,-4.9H4.9V4.9H-4.9Z"},
	Filing: {
		fill: "M-4.3,-5.8H1.4L4.5,-2.7V5.8H-4.3Z",
		cut:  "M-2.4,-.4H2.6V.8H-2.4ZM-2.4,2.2H2.6V3.4H-2.4Z",
	},
	Sanction: {
		fill: "M5.9,0L2.95,5.11L-2.95,5.11L-5.9,0L-2.95,-5.11L2.95,-5.11Z",
		cut:  "M-3.5,-1.1H3.5V1.1H-3.5Z",
	},
	Military: {fill: "M0,-5.8L6,4.8L-6,4.8Z"},
	Protest: {fill: "M0,-6.2L1.35,-2.34L5.37,-3.1L2.7,0L5.37,3.1L1.35,2.34L0,6.2" +
		"L-1.35,2.34L-5.37,3.1L-2.7,0L-5.37,-3.1L-1.35,-2.34Z"},
	Withdrawal: {fill: "M-5,-3.25L-3.25,-5L0,-1.75L3.25,-5L5,-3.25L1.75,0L5,3.25L3.25,5" +
		"L0,1.75L-3.25,5L-5,3.25L-1.75,0Z"},
	Other: {
		fill: "M-4.2,0a4.2,4.2 0 1 0 8.4,0a4.2,4.2 0 1 0 -8.4,0Z",
		cut:  "M-2.2,0a2.2,2.2 0 1 0 4.4,0a2.2,2.2 0 1 0 -4.4,0Z",
	},
}

// contours are the outlines of a glyph as closed lines through points.
type contours struct{ fill, cut [][]Point }

var glyphContours = sync.OnceValue(func() *[GlyphCount]contours {
	var all [GlyphCount]contours
	for i, outline := range glyphOutlines {
		all[i] = contours{parsePath(outline.fill), parsePath(outline.cut)}
	}
	return &all
})

// parsePath reads the commands that glyphOutlines use: M, L, H, V, A, a and Z.
// Arcs are circles' and become straight pieces.
func parsePath(path string) [][]Point {
	var parsed [][]Point
	var line []Point
	var at Point
	for path != "" {
		command := path[0]
		end := strings.IndexAny(path[1:], "MLHVAaZ") + 1
		if end == 0 {
			end = len(path)
		}
		v := parseNumbers(path[1:end])
		path = path[end:]
		switch command {
		case 'M':
			line = nil
			at = Point{v[0], v[1]}
		case 'L':
			at = Point{v[0], v[1]}
		case 'H':
			at.X = v[0]
		case 'V':
			at.Y = v[0]
		case 'A', 'a':
			to := Point{v[5], v[6]}
			if command == 'a' {
				to = Point{at.X + to.X, at.Y + to.Y}
			}
			line = appendArc(line, at, to, arc{radius: v[0], large: v[3] != 0, clockwise: v[4] != 0})
			at = to
			continue
		case 'Z':
			parsed = append(parsed, line)
			continue
		}
		line = append(line, at)
	}
	return parsed
}

func parseNumbers(text string) []float32 {
	var numbers []float32
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ' ' }) {
		v, err := strconv.ParseFloat(word, 32)
		if err != nil {
			panic("figure: glyph outline: " + err.Error())
		}
		numbers = append(numbers, float32(v))
	}
	return numbers
}

// arc is a piece of a circle; clockwise as seen with y downwards.
type arc struct {
	radius           float32
	large, clockwise bool
}

// appendArc appends an arc without its start, by the conversion of SVG 2,
// appendix B.2.4, for circles.
func appendArc(line []Point, from, to Point, a arc) []Point {
	dx, dy := float64(to.X-from.X)/2, float64(to.Y-from.Y)/2
	half := math.Hypot(dx, dy)
	r := math.Max(float64(a.radius), half)
	rise := math.Sqrt(math.Max(r*r-half*half, 0)) / half
	if a.large == a.clockwise {
		rise = -rise
	}
	cx, cy := float64(from.X)+dx-dy*rise, float64(from.Y)+dy+dx*rise
	start := math.Atan2(float64(from.Y)-cy, float64(from.X)-cx)
	sweep := math.Atan2(float64(to.Y)-cy, float64(to.X)-cx) - start
	if a.clockwise && sweep < 0 {
		sweep += 2 * math.Pi
	} else if !a.clockwise && sweep > 0 {
		sweep -= 2 * math.Pi
	}
	steps := int(math.Ceil(math.Abs(sweep) / (2 * math.Pi) * 64))
	for i := 1; i < steps; i++ {
		sin, cos := math.Sincos(start + sweep*float64(i)/float64(steps))
		line = append(line, Point{float32(cx + r*cos), float32(cy + r*sin)})
	}
	return append(line, to)
}
