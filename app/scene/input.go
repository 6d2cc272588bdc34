package scene

import (
	"chancery/model"
	"chancery/model/edtf"
)

// A Measurer says how wide a text is drawn, in dp. *figure.Faces is one.
type Measurer interface {
	// Measure returns the width of a text at a size in dp.
	Measure(text string, size float32, bold bool) float32
	// Truncate returns the text shortened with "…" to fit a width, and the
	// width of what is left.
	Truncate(text string, size float32, bold bool, width float32) (string, float32)
}

// An Input is all that a frame is made from. Build does not change it, and
// keeps no part of it but Columns, Lanes and Arrangement, which it takes to be
// the same while their pointers are.
type Input struct {
	Columns *model.Columns
	Lanes   *model.Lanes
	Kept    model.Bitmap // rows that the filter keeps, for the overview; nil for all

	// KeptLanes are the lanes of the kept events when Lanes holds those too that
	// the filter hides, to be drawn faintly; nil when it does not.
	KeptLanes *model.Lanes

	View        Viewport
	Height      float32 // dp of the plot, below the axis; its width is the view's
	HeaderWidth float32 // dp
	ScrollY     float32 // dp of lanes that lie above the plot's upper edge

	// OverviewHeight is dp, 0 for no overview.
	OverviewHeight float32

	// Live says that a gesture is under way: zooming, panning or dragging the
	// as-of date. Rows, sides and lane heights are kept where they can be, and
	// are put in order by the first frame that is not live.
	Live bool

	// AsOf is the date that "days left" are counted from, edtf.Past or
	// edtf.Future for none. Today is what the clock says. When they are on one
	// day the marker says "Today".
	AsOf, Today edtf.Instant
	// Ghosts asks that events after AsOf are drawn faintly, as not yet known.
	Ghosts bool
	// Deadlines are moments marked by a line through all lanes.
	Deadlines []edtf.Instant

	// Lifecycles are the lives of agreements as they stood on AsOf, of those
	// alone of which the filter keeps any event. They are taken to be the same
	// while the slice is. With lanes by collection and by pair each is drawn at
	// the top of its lane; with other lanes, and when it has none, in a group of
	// agreements above them, which is drawn when ShowLifecycles is set.
	Lifecycles     []Life
	ShowLifecycles bool

	Selected []model.EventID
	Pinned   []model.EventID // events that keep glyph and label at every level
	Links    []Link
	// Traced are the events of a chain of links: they and the links between
	// them are lit, and all else is dimmed. Empty for no chain.
	Traced []model.EventID
	// AllLinks are the links of all visible events, drawn faintly under Links
	// when they are asked for; nil for those of the selection alone.
	AllLinks []Link
	Focus    model.EventID // under the keyboard; 0 for none
	Hover    model.EventID // under the pointer; 0 for none

	// RingLeft is the share, from 0 to 1, that the ring of the event selected
	// last still has to grow, and LinksLeft that of Links to be drawn, from cause
	// to response.
	RingLeft, LinksLeft float32

	// HoverLane is the lane whose head the pointer is over, by key.
	HoverLane string

	Matches model.Bitmap  // rows that the search found; nil for no search
	Query   string        // the words searched for, marked in titles
	Current model.EventID // the current match; 0 for none

	// Labels returns what the mark of an event says, or false while it is not
	// known. A nil Labels leaves marks without labels.
	Labels func(model.EventID) (model.Label, bool)
	Faces  Measurer

	// Named asks that each mark is a named group, which SVG shows as a tooltip
	// and reads aloud. Images need none.
	Named bool

	TextScale   float32 // 1 is 100 %; 0 means 1
	Compact     bool    // rows of 22 dp instead of 25
	NoTotal     bool    // no strip of all events over lanes that all show bars
	SharedPeak  bool    // bars of all lanes on one scale, not each to its own peak
	Arrangement *Arrangement
}

// A Link ties the marks of two events, from cause to response.
type Link struct {
	Cause, Response model.EventID
	Kind            model.LinkKind
}

// A Life is the life of an agreement, and the key of the lane where it is at
// home; see model.Lanes.Homes.
type Life struct {
	model.Lifecycle
	Lane string
}

// AgreementsKey is the key of the group of agreements in an Arrangement. No lane
// has it.
const AgreementsKey = "agreements:"

// An Arrangement is how the user has arranged the lanes. The model has it,
// because archives keep it in their saved views.
type Arrangement = model.Arrangement
