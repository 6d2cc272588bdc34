package charts

// A Datum is one thing in a chart that can be pointed at: a bar or cell, a bin
// as a whole, a bar of a ranking, a node, an edge, an event. Fields that do not
// apply are -1.
type Datum struct {
	Panel  int // index into Panels, -1 for a chart without
	Series int // or row of a Matrix
	Bin    int
	Item   int // index into Categories; the column of a Matrix
	Node   int
	Edge   int
	Mark   int
	Delay  int
}

// NoDatum points at nothing.
var NoDatum = Datum{-1, -1, -1, -1, -1, -1, -1, -1}

// Words are what a tooltip says of a datum.
type Words struct {
	Head  string // what it is: "February 2019"
	Count string // beside the head: "161 events"
	Rows  [][2]string
}
