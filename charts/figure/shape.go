package figure

// A Kind says what a Shape is.
type Kind uint8

// The kinds of shapes.
const (
	KindNone     Kind = iota // draws nothing
	KindRect                 // rectangle, with rounded corners if Radius is set
	KindLine                 // from X, Y by W, H
	KindPolyline             // through Points
	KindPolygon              // through Points, closed
	KindCurve                // cubic Béziers: Points are a start and then three for each piece
	KindDisc                 // centre X, Y and Radius
	KindGlyph                // centre X, Y of a category's silhouette
	KindText                 // start, middle or end of a baseline at X, Y
	KindRamp                 // rectangle whose opacity runs from left to right through Stops
	KindHatch                // stripes at 45° within a rectangle
	KindClip                 // what follows is drawn only within a rectangle
	KindUnclip               // ends the innermost clip
	KindNumber               // a whole number as KindText, its digits grouped
	KindGroup                // begins a group with a name; only SVG shows it
	KindUngroup              // ends the innermost group

	kindCount int = iota
)

var kindNames = [kindCount]string{
	"none", "rect", "line", "polyline", "polygon", "curve", "disc", "glyph",
	"text", "ramp", "hatch", "clip", "unclip", "number", "group", "ungroup",
}

// String returns the name of the kind in golden texts.
func (k Kind) String() string {
	if int(k) >= kindCount {
		return "unknown"
	}
	return kindNames[k]
}

// An Align says which part of a text lies at its point.
type Align uint8

// The alignments.
const (
	Left Align = iota
	Centre
	Right
)

// A Point is a place, in dp.
type Point struct{ X, Y float32 }

// Pt returns the point at x, y.
func Pt(x, y float32) Point { return Point{x, y} }

// A Rect is a rectangle by its upper left corner and its size, in dp. It holds
// the left and upper edges and not the others.
type Rect struct{ X, Y, W, H float32 }

// R returns the rectangle with the corner x, y and the size w, h.
func R(x, y, w, h float32) Rect { return Rect{x, y, w, h} }

// Right returns the x of the right edge.
func (r Rect) Right() float32 { return r.X + r.W }

// Bottom returns the y of the lower edge.
func (r Rect) Bottom() float32 { return r.Y + r.H }

// Centre returns the middle of the rectangle.
func (r Rect) Centre() Point { return Point{r.X + r.W/2, r.Y + r.H/2} }

// Contains reports whether p lies in the rectangle.
func (r Rect) Contains(p Point) bool {
	return p.X >= r.X && p.X < r.X+r.W && p.Y >= r.Y && p.Y < r.Y+r.H
}

// Inset returns the rectangle with every edge moved inwards by d.
func (r Rect) Inset(d float32) Rect { return Rect{r.X + d, r.Y + d, r.W - 2*d, r.H - 2*d} }

// A Stop is a place on a ramp, from 0 at the left to 1 at the right, and the
// opacity there, from 0 to 1. Between stops the opacity runs straight.
type Stop struct{ At, Opacity float32 }

// maxStops is how many stops a ramp may have.
const maxStops = 4

// A Pen says how a line is drawn. Lines that run along an axis are snapped to
// device pixels, so that 1 dp is crisp at every scale.
type Pen struct {
	Ink   Ink
	Width float32    // dp; 0 means 1
	Dash  [2]float32 // dp on and off; the zero value is an unbroken line
	Round bool       // round instead of square-cut ends
}

// A Box says how the inside and the edge of a shape are drawn. The edge of a
// rectangle lies inside it, as a border does; the edges of discs and polygons
// lie half inside and half outside.
type Box struct {
	Fill, Stroke Ink
	Width        float32    // dp of the edge; 0 means 1
	Dash         [2]float32 // dp on and off, for the edge
	Radius       float32    // dp of a rectangle's corners; half its height makes a pill
}

// A Font says how a text is drawn. The zero Font is 12 dp regular in Text,
// with the point at the start of the baseline.
type Font struct {
	Size   float32 // dp; 0 means 12
	Ink    Ink     // 0 means Text
	Bold   bool
	Italic bool // has no bold
	Mono   bool // has neither bold nor italic
	Align  Align
	Up     bool // turned a quarter to the left, so that it reads upwards
}

// A Shape is one drawn thing. Which fields mean something depends on its Kind;
// Figure's methods set them and are the way to make shapes.
type Shape struct {
	Kind   Kind
	Glyph  uint8 // index of a category
	Align  Align
	Hollow bool
	Bold   bool
	Italic bool
	Mono   bool
	Up     bool
	Round  bool
	Fill   Ink
	Stroke Ink

	X, Y, W, H  float32
	Radius      float32
	StrokeWidth float32 // of a glyph: its halo; of a hatch: its stripes
	Size        float32 // of text and glyphs; of a hatch: from stripe to stripe
	Dash        [2]float32
	Text        string
	Number      int

	first, count int32 // the shape's points or stops in the figure's arena
}

// Rect returns the shape's place and size.
func (s *Shape) Rect() Rect { return Rect{s.X, s.Y, s.W, s.H} }
