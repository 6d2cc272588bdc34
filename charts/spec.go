package charts

import (
	"chancery/model"
	"chancery/model/edtf"
)

// A Kind says what a chart is, and so how it is drawn.
type Kind uint8

// The kinds of charts.
const (
	Timeline Kind = iota // Marks in the lanes that Categories name, along time
	Heat                 // a row per Category, a cell per Bin, Series[i] being row i
	Ranking              // a bar per Category: Series[0] its length, Series[1] its shade
)

var kindNames = [...]string{Timeline: "timeline", Heat: "heat", Ranking: "ranking"}

// String returns the word for k in pages and goldens.
func (k Kind) String() string { return kindNames[k] }

// A Spec is one chart. The zero Spec is a Timeline of nothing.
type Spec struct {
	Key      string // short, stable, unique on a page: its id there
	Kind     Kind
	Title    string
	Subtitle string // what is counted, per what
	Note     string // what a reader must know to read the numbers rightly
	Alt      string // what the chart shows, in a sentence, for who cannot see it

	Bins       []Bin    // along time, without gaps, of a Heat
	Categories []string // lanes, rows or bars, top first
	Series     []Series
	Marks      []Mark // of a Timeline, by start
	Table      Table  // the numbers; empty when a page lists the events anyway
}

// Empty reports whether there is nothing to draw.
func (s *Spec) Empty() bool { return len(s.Categories) == 0 }

// A Series is a row of numbers, one per Bin of a Heat or per Category of a
// Ranking. N tells of each value how many events it rests on, where that is not
// the value itself; a mean of no events is 0 with an N of 0, and is not drawn.
type Series struct {
	Name   string
	Values []float64
	N      []int
}

// A Mark is one event on a Timeline. Start and End are its outer bounds,
// half-open; Form says how they are known. Category is the Index of its
// category.
type Mark struct {
	Event      model.EventID
	Lane       int
	Start, End edtf.Instant
	Form       model.Form
	Category   uint8
}

// A Table holds a chart's numbers as text. The first cell of a row is its
// heading; in the columns of which Numeric is true the cells are numbers.
type Table struct {
	Caption string
	Head    []string
	Numeric []bool
	Rows    [][]string
}
