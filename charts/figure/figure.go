package figure

// A Figure is a picture as a list of shapes, drawn first to last. The zero
// Figure is empty and ready for use; Reset empties it and keeps its memory, so
// that a steady run of frames allocates nothing. It may not be used by several
// goroutines while one of them changes it.
type Figure struct {
	W, H   float32 // dp
	Shapes []Shape

	arena  []Point
	titles []title
}

// title is the accessible name of a shape. Few shapes have one, so they are
// kept beside the list.
type title struct {
	shape int
	text  string
}

// New returns an empty figure of the given size in dp.
func New(w, h float32) *Figure { return &Figure{W: w, H: h} }

// Reset empties the figure and gives it a new size in dp.
func (f *Figure) Reset(w, h float32) {
	f.W, f.H = w, h
	f.Shapes = f.Shapes[:0]
	f.arena = f.arena[:0]
	f.titles = f.titles[:0]
}

// Bounds returns the whole of the figure.
func (f *Figure) Bounds() Rect { return Rect{0, 0, f.W, f.H} }

// Fill appends a rectangle without an edge.
func (f *Figure) Fill(r Rect, ink Ink) {
	if ink.None() {
		return
	}
	f.Shapes = append(f.Shapes, Shape{Kind: KindRect, X: r.X, Y: r.Y, W: r.W, H: r.H, Fill: ink})
}

// Rect appends a rectangle.
func (f *Figure) Rect(r Rect, box Box) {
	s := Shape{Kind: KindRect, X: r.X, Y: r.Y, W: r.W, H: r.H, Radius: box.Radius}
	s.setBox(box)
	f.Shapes = append(f.Shapes, s)
}

// Disc appends a disc, or a ring if the box has an edge only.
func (f *Figure) Disc(centre Point, radius float32, box Box) {
	s := Shape{Kind: KindDisc, X: centre.X, Y: centre.Y, Radius: radius}
	s.setBox(box)
	f.Shapes = append(f.Shapes, s)
}

// Polygon appends a closed shape through the points, which are copied. Where
// it crosses itself it is filled by the non-zero rule.
func (f *Figure) Polygon(points []Point, box Box) {
	s := Shape{Kind: KindPolygon}
	s.setBox(box)
	f.appendWithPoints(s, points)
}

// Line appends a straight line.
func (f *Figure) Line(from, to Point, pen Pen) {
	s := Shape{Kind: KindLine, X: from.X, Y: from.Y, W: to.X - from.X, H: to.Y - from.Y}
	s.setPen(pen)
	f.Shapes = append(f.Shapes, s)
}

// Polyline appends a line through the points, which are copied.
func (f *Figure) Polyline(points []Point, pen Pen) {
	s := Shape{Kind: KindPolyline}
	s.setPen(pen)
	f.appendWithPoints(s, points)
}

// Curve appends cubic Bézier pieces: a start, and for each piece two control
// points and its end, which is the next one's start. Points that do not make
// up a piece are ignored. For a casing append a wider curve in Plot first.
func (f *Figure) Curve(points []Point, pen Pen) {
	s := Shape{Kind: KindCurve}
	s.setPen(pen)
	f.appendWithPoints(s, points)
}

// Arrow appends an arrowhead whose point is tip, coming from the side where
// from is, size dp long.
func (f *Figure) Arrow(tip, from Point, size float32, ink Ink) {
	dx, dy := unit(tip.X-from.X, tip.Y-from.Y)
	bx, by := tip.X-dx*size, tip.Y-dy*size
	half := size * 0.45
	f.Polygon([]Point{
		tip,
		{bx - dy*half, by + dx*half},
		{bx + dx*size*0.25, by + dy*size*0.25},
		{bx + dy*half, by - dx*half},
	}, Box{Fill: ink})
}

// Glyph appends the silhouette of the category with the given index, centred
// on a point. An index of no category is drawn as Other.
func (f *Figure) Glyph(centre Point, category int, mark Mark) {
	if category < 0 || category >= GlyphCount {
		category = Other
	}
	if mark.Size == 0 {
		mark.Size = 13
	}
	if mark.Ink == (Ink{}) {
		mark.Ink = CategoryToken(category).Ink()
	}
	if mark.Back == (Ink{}) {
		mark.Back = Plot.Ink()
	}
	f.Shapes = append(f.Shapes, Shape{
		Kind: KindGlyph, Glyph: uint8(category), Hollow: mark.Hollow,
		X: centre.X, Y: centre.Y, Size: mark.Size, StrokeWidth: mark.Halo,
		Fill: mark.Ink, Stroke: mark.Back,
	})
}

// Text appends one line of text with its baseline at the point. Control
// characters in it are not drawn.
func (f *Figure) Text(at Point, text string, font Font) {
	if text == "" {
		return
	}
	f.appendText(Shape{Kind: KindText, X: at.X, Y: at.Y, Text: text}, font)
}

// Number appends a whole number as Text does, written as WriteNumber does. It is
// for numbers that change from frame to frame: setting one allocates nothing,
// where each new text would be shaped and kept.
func (f *Figure) Number(at Point, n int, font Font) {
	f.appendText(Shape{Kind: KindNumber, X: at.X, Y: at.Y, Number: n}, font)
}

func (f *Figure) appendText(s Shape, font Font) {
	if font.Size == 0 {
		font.Size = 12
	}
	if font.Ink == (Ink{}) {
		font.Ink = Text.Ink()
	}
	s.Size, s.Fill, s.Align, s.Up = font.Size, font.Ink, font.Align, font.Up
	s.Bold, s.Italic, s.Mono = font.Bold, font.Italic, font.Mono
	f.Shapes = append(f.Shapes, s)
}

// Ramp appends a rectangle in one colour whose opacity runs from left to right
// through two to four stops in rising order. Further stops are ignored.
func (f *Figure) Ramp(r Rect, ink Ink, stops ...Stop) {
	s := Shape{Kind: KindRamp, X: r.X, Y: r.Y, W: r.W, H: r.H, Fill: ink}
	s.first = int32(len(f.arena))
	for _, stop := range stops[:min(len(stops), maxStops)] {
		f.arena = append(f.arena, Point{stop.At, stop.Opacity})
	}
	s.count = int32(len(f.arena)) - s.first
	f.Shapes = append(f.Shapes, s)
}

// Hatch appends stripes at 45°, rising to the right, within a rectangle. A
// stripe is width dp thick, and step dp lie between the starts of two.
func (f *Figure) Hatch(r Rect, ink Ink, width, step float32) {
	f.Shapes = append(f.Shapes, Shape{
		Kind: KindHatch, X: r.X, Y: r.Y, W: r.W, H: r.H, Fill: ink, StrokeWidth: width, Size: step,
	})
}

// Clip limits what is appended until the matching Unclip to a rectangle and to
// the clips around it.
func (f *Figure) Clip(r Rect) {
	f.Shapes = append(f.Shapes, Shape{Kind: KindClip, X: r.X, Y: r.Y, W: r.W, H: r.H})
}

// Unclip ends the innermost Clip.
func (f *Figure) Unclip() { f.Shapes = append(f.Shapes, Shape{Kind: KindUnclip}) }

// Group begins a group of shapes that are one thing to a reader: an event with
// its glyph and label. Its name is the group's tooltip and accessible name in
// SVG; images show no trace of it.
func (f *Figure) Group(name string) {
	f.Shapes = append(f.Shapes, Shape{Kind: KindGroup, Text: name})
}

// Ungroup ends the innermost Group.
func (f *Figure) Ungroup() { f.Shapes = append(f.Shapes, Shape{Kind: KindUngroup}) }

// Title gives the shape appended last a tooltip and accessible name, which SVG
// shows. A figure without shapes is left as it is.
func (f *Figure) Title(text string) {
	if len(f.Shapes) == 0 || text == "" {
		return
	}
	f.titles = append(f.titles, title{len(f.Shapes) - 1, text})
}

// Points returns the points of a shape of this figure. They belong to the
// figure and are good until Reset.
func (f *Figure) Points(s *Shape) []Point {
	if s.Kind == KindRamp {
		return nil
	}
	return f.span(s)
}

// span returns the part of the arena that is the shape's: points, or stops of
// a ramp as (At, Opacity).
func (f *Figure) span(s *Shape) []Point {
	first, end := int(s.first), int(s.first)+int(s.count)
	if first < 0 || first > end || end > len(f.arena) {
		return nil
	}
	return f.arena[first:end:end]
}

func (f *Figure) appendWithPoints(s Shape, points []Point) {
	s.first = int32(len(f.arena))
	f.arena = append(f.arena, points...)
	s.count = int32(len(points))
	f.Shapes = append(f.Shapes, s)
}

func (s *Shape) setPen(pen Pen) {
	s.Stroke, s.StrokeWidth, s.Dash, s.Round = pen.Ink, widthOrOne(pen.Width), pen.Dash, pen.Round
}

func (s *Shape) setBox(box Box) {
	s.Fill, s.Stroke, s.Dash = box.Fill, box.Stroke, box.Dash
	if !box.Stroke.None() {
		s.StrokeWidth = widthOrOne(box.Width)
	}
}

func widthOrOne(width float32) float32 {
	if width == 0 {
		return 1
	}
	return width
}
