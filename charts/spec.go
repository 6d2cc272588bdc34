package charts

import (
	"chancery/model"
	"chancery/model/edtf"
)

// A Spec is one chart. The zero Spec is a Timeline of nothing. What its fields
// hold depends on its Kind; the comments on the kinds say which are used.
type Spec struct {
	Key      string // short, stable, unique on a page: its id there
	Kind     Kind
	Title    string
	Subtitle string // what is counted, per what
	Note     string // what a reader must know to read the numbers rightly
	Alt      string // what the chart shows, in a sentence, for who cannot see it

	Unit       Unit     // of Bins
	Bins       []Bin    // along time, without gaps
	Categories []string // lanes, rows or bars, top first
	Queries    []Query  // of each of Categories: narrows Query to what it counts; nil for nothing
	Glyphs     []uint8  // Index of the category of each Series of a Stacked or bar of Shares
	Series     []Series
	Marks      []Mark // events drawn one by one, by start
	Nodes      []Node // of a Network
	Edges      []Edge // of a Network, the widest first
	Arcs       []Arc  // of a Ladder
	Delays     []Delay
	Table      Table // the numbers; empty when a page lists the events anyway

	Shade      Measure // what colours tell, where a kind leaves a choice
	Normalised bool    // Values are shares from 0 to 1, and N the numbers
	Separate   bool    // of Scores: draws Series[2] and Series[3]
	Directed   bool    // of a Matrix or Network: who acts on whom
	Total      int     // how many Categories or Nodes there are, those not shown too
	// Top and Bottom are the ends of the axis of values, the same in charts
	// that stand beside one another to be compared. Both 0: the chart's own.
	Top, Bottom float64

	// Query says which events the chart is of; those of a datum narrow it.
	Query Query

	// Panels are the same chart of several subjects or roles, to be drawn
	// together on equal scales, Across of them in a row. A Spec with panels
	// draws nothing itself.
	Panels []Spec
	Across int
}

// Empty reports whether there is nothing to draw.
func (s *Spec) Empty() bool {
	for i := range s.Panels {
		if !s.Panels[i].Empty() {
			return false
		}
	}
	return len(s.Categories)+len(s.Nodes)+len(s.Series) == 0
}

// A Series is a row of numbers, one per Bin or per Category. N tells of each
// value how many events it rests on, where that is not the value itself; a mean
// of no events is 0 with an N of 0, and is not drawn.
type Series struct {
	Name   string
	Values []float64
	N      []int

	Query Query // narrows the Query of the Spec to what it counts
}

// A Mark is one event that is drawn for itself. Start and End are its outer
// bounds, half-open; Form says how they are known. Category is the Index of its
// category.
type Mark struct {
	Event      model.EventID
	Lane       int
	Start, End edtf.Instant
	Form       model.Form
	Category   uint8

	// From and To are the lanes of who acts and who is acted on, in a Ladder;
	// the same as Lane where the event has no direction. Rows are the lanes of
	// all who take part.
	From, To int
	Rows     []int
	Score    int8 // tenths of a point, or model.NoScore
}

// A Node is an actor in a Network.
type Node struct {
	Name   string
	Events int
	X, Y   float64 // place, within 0 to 1 both ways
	Focus  bool    // the actor that the chart is about
}

// An Edge joins two Nodes, indices A and B. Mean is the mean score of the
// Scored ones of its Events. A directed edge runs from A, who acts, to B.
type Edge struct {
	A, B     int
	Directed bool
	Events   int
	Scored   int
	Mean     float64
}

// An Arc is a link between two Marks of a Ladder, indices Cause and Response.
type Arc struct {
	Cause, Response int
	Kind            model.LinkKind
}

// A Delay is the time from one event to the response to it. Row is the index of
// its pair in Categories. Days is counted from start to start; Least and Most
// are what the precision of the two dates leaves open.
type Delay struct {
	Row             int
	Days            float64
	Least, Most     float64
	Cause, Response model.EventID
	Kind            model.LinkKind
	Category        uint8 // Index of the response's category
}

// A Table holds a chart's numbers as text. The first cell of a row is its
// heading; in the columns of which Numeric is true the cells are numbers.
type Table struct {
	Caption string
	Head    []string
	Numeric []bool
	Rows    [][]string
}
