package scene

// metrics are the sizes of a frame in dp. Heights that hold text, strokes and
// glyphs grow with the text size; gaps do not.
type metrics struct {
	k float32 // text size, 1 for 100 %

	label, caption float32 // text sizes
	row            float32 // height of a row of marks
	pad            float32 // above and below the rows of a lane
	glyph          float32 // box of a glyph
	barGlyph       float32 // box of a glyph in a bar
	half           float32 // from a mark's middle to the edge of its box
	bar            float32 // height of a span's bar
	rise           float32 // from the middle of a row to the baseline of its text
	edges          bool    // bars have lines above and below
	pill           float32 // height
	axis           float32 // height of the axis
}

func newMetrics(in *Input) metrics {
	k := in.TextScale
	if k == 0 {
		k = 1
	}
	m := metrics{
		k: k, label: 12 * k, caption: 11 * k,
		row: 25 * k, pad: 8, glyph: 13 * k, barGlyph: 11 * k, half: 9 * k, bar: 20 * k,
		rise: 4.2 * k, edges: true, pill: 18 * k, axis: AxisHeight(k),
	}
	if in.Compact {
		m.row, m.pad, m.glyph, m.bar, m.edges = 22*k, 4, 12*k, 18*k, false
	}
	return m
}

// AxisHeight returns the height of the time axis in dp at a text scale.
func AxisHeight(textScale float32) float32 { return 44 * textScale }

// Gaps and sizes that do not grow with the text, in dp.
const (
	gapBefore  = 4  // between a mark's box and its label
	gapAfter   = 8  // between a label and the next box
	gapWords   = 6  // between the date and the title
	gapLine    = 9  // between a label and a line that it may not cross
	shortest   = 96 // of a shortened label
	longest    = 420
	extentMin  = 16 // narrower extents are left out
	dayMin     = 40 // narrower days are left out
	extentWide = 90 // from here on an extent is filled and may hold its label
	barMin     = 90 // narrower spans are drawn as points with a stub
	insideRoom = 40 // by which a label must be narrower than an extent to be inside
	stubMin    = 6
	foldWithin = 6  // marks this near in one row are folded
	hitRadius  = 12 // of a mark
	pillInset  = 6
	binMin     = 2  // dp per bar
	binGap     = 6  // bars this wide have a gap between them
	stackMin   = 24 // dp per stack of dots
	dotPitchX  = 8
	dotPitchY  = 9
	dotRadius  = 3.2
	stackBase  = 8 // from the foot of a lane to the middle of its lowest dots
)

// Lane heights and limits.
const (
	densityMin     = 24
	densityDefault = 40
	densityMax     = 92
	collapsedH     = 28
	rowsMany       = 4 // of a lane when lanes are many
	rowsSome       = 6
	rowsFew        = 10
	rowsAll        = 12 // when all are asked for
	rowsMost       = 64 // when lanes are one or two, and the window is high
	singleLanes    = 2
	fewLanes       = 7
	someLanes      = 16
)
