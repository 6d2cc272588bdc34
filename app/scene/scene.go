package scene

import (
	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// A Scene is one frame: four figures and what lies where in them. It belongs to
// its Builder and is good until the next Build.
//
// Coordinates of Plot, Axis and Headers share their scales: x = 0 is the left
// edge of the plot in Plot and Axis, y = 0 is the upper edge of the plot in Plot
// and Headers. Overview spans headers and plot.
type Scene struct {
	Plot     figure.Figure
	Axis     figure.Figure
	Headers  figure.Figure
	Overview figure.Figure

	Marks  []Mark    // in drawing order: the last lies on top
	Lanes  []LaneBox // every lane that is not hidden, in order
	Wanted []model.EventID

	ContentHeight float32 // dp of all lanes together
	ScrollY       float32 // Input.ScrollY as far as there is content to scroll
	InView        int     // events in view, each counted once
	Unlabelled    int     // marks at label level without room for a label

	// Relevelled are the lanes in view that show another level of detail than in
	// the frame before, which was of the view Was.
	Relevelled []Relevel
	Was        Viewport

	// Agreements is the group of agreements above the lanes, in Plot and
	// Headers; empty when it is not drawn.
	Agreements figure.Rect

	// Total is the strip of all events over the lanes, at the top of Plot and
	// Headers; its height is 0 when it is not drawn.
	Total LaneBox

	AsOfPill   figure.Rect // in Axis; empty when out of view
	ScrollBar  figure.Rect // the thumb, in Plot; empty when all lanes fit
	Window     figure.Rect // the view's window, in Overview
	OverviewAt Viewport    // maps the Overview's plot part, from HeaderWidth on

	columns *model.Columns
	lanes   *model.Lanes
	kept    model.Bitmap // that the bars count
	view    Viewport
	pills   []pill
	lives   []lifeMark
	all     []Life  // the input's
	pinned  float32 // dp of pinned lanes
	asOf    edtf.Instant
	folds   []model.EventID
	header  float32
	height  float32
	metrics metrics
}

// A Level is how much detail a lane shows.
type Level uint8

// The levels, coarsest first.
const (
	Bars   Level = iota // a histogram
	Dots                // a dot per event, stacked
	Marks               // a glyph per event
	Labels              // glyphs with labels
)

var levelNames = [...]string{Bars: "bars", Dots: "dots", Marks: "marks", Labels: "labels"}

// String returns the level's name in lower-case English.
func (l Level) String() string { return levelNames[l] }

// A Relevel is a lane whose level of detail is new, and where it lay in the frame
// before, in plot coordinates.
type Relevel struct {
	Lane       int // index into Lanes.Lanes
	WasY, WasH float32
}

// A LaneBox is where a lane lies, in plot coordinates: Y is negative for what
// is scrolled away.
type LaneBox struct {
	Index     int // into Lanes.Lanes
	Key       string
	Y, H      float32
	Lead      float32 // dp at the top that lives of agreements take; in H
	Rows      int
	Level     Level
	InView    int // events
	Earlier   int // events that ended before the view
	Later     int // events that start after it
	Pinned    bool
	Collapsed bool
	Bin       int64 // seconds per bar or stack, 0 at finer levels
}

// A MarkKind says what a mark stands for.
type MarkKind uint8

// The kinds of marks.
const (
	PointMark MarkKind = iota // a glyph
	BarMark                   // a span
	DotMark                   // one dot of a stack
	FoldMark                  // several events in one place
)

// A Mark is the drawn form of one event in one lane, or of Count folded ones,
// in plot coordinates. X, Y is the middle of its glyph or dot, where it is hit;
// Box is what it covers, its label included.
type Mark struct {
	ID    model.EventID
	Row   int // of Columns
	Lane  int // index into Lanes.Lanes
	Line  int // which row of the lane, from the top
	Kind  MarkKind
	Count int // events it stands for
	X, Y  float32
	Box   figure.Rect
	Label figure.Rect // the label's text, empty without one
	Bar   figure.Rect // the bar of a span, empty for others

	first int // into Scene.folds: the Count events of a fold
}

// A HitKind says what lies under the pointer.
type HitKind uint8

// The kinds of hits.
const (
	HitNothing   HitKind = iota
	HitMark              // an event: glyph, bar, dot or label
	HitFold              // several events in one place: IDs lists them
	HitBin               // a bar of a histogram: From, To and Count
	HitEarlier           // the pill that counts events before the view; ID is the nearest
	HitLater             // the pill that counts events after the view; ID is the nearest
	HitMore              // the pill that counts lanes below
	HitLane              // a lane, where nothing is drawn; in Headers, its head
	HitCollapse          // the chevron of a lane's head
	HitAsOf              // the as-of pill or, in Plot, its line
	HitScroll            // the scroll bar
	HitAxis              // the axis
	HitWindow            // the window of the overview
	HitFrom              // the window's left handle
	HitTo                // the window's right handle
	HitOverview          // the overview, beside its window
	HitLife              // the bar of an agreement's life; Words says what it is
	HitNotice            // the notch of a notice
	HitNoticeBy          // the tick of the last day for notice
	HitExpiry            // the flag of an expiry
	HitMoreLives         // the pill that counts agreements not shown in a lane
)

// An Edge says which end of a bar is under the pointer.
type Edge uint8

// The edges.
const (
	NoEdge Edge = iota
	StartEdge
	EndEdge
)

// A Hit is what lies under the pointer.
type Hit struct {
	Kind     HitKind
	Mark     Mark            // for HitMark and HitFold
	IDs      []model.EventID // the events of a fold; good until the next Build
	ID       model.EventID   // of HitMark, HitEarlier and HitLater
	Edge     Edge
	Lane     int // index into Lanes.Lanes, -1 for none
	Count    int
	From, To edtf.Instant // of HitBin, and the stage of HitLife

	// Life is the index into Input.Lifecycles of HitLife, HitNotice,
	// HitNoticeBy and HitExpiry, and Words is what to say of it, a line each.
	Life  int
	Words []string
}

// PinnedHeight returns the height of the lanes that stay at the top, in dp.
func (s *Scene) PinnedHeight() float32 { return s.pinned }

// top returns where the marks of a lane begin, below the lives of agreements.
func (b *LaneBox) top() float32 { return b.Y + b.Lead }
