package scene

import (
	"sort"

	"chancery/model"
	"chancery/model/edtf"
)

// slack is how much a lane may exceed the room of a level before it leaves it:
// a lane at the boundary does not flicker between two.
const slack = 1.2

// levelFor returns the level for n events in a lane of so many lines across
// width dp; was is the level before, or -1 for none.
func levelFor(n, lines int, width float64, was int) Level {
	fits := func(l Level, room float64) bool {
		if was >= int(l) {
			room *= slack
		}
		return float64(n) <= room
	}
	rows := float64(lines)
	switch {
	case fits(Labels, rows*width/140):
		return Labels
	case fits(Marks, rows*width/16):
		return Marks
	case fits(Dots, dotsRoom(width)):
		return Dots
	}
	return Bars
}

// dotsRoom returns how many dots a lane across width dp has room for.
func dotsRoom(width float64) float64 { return densityMax / dotPitchY * width / dotPitchX }

// marksRoom returns the number of events from which on no lane shows marks,
// whatever it showed before.
func marksRoom(lines int, width float64) int {
	return int(float64(lines)*width/16*slack) + 1
}

// binLengths are those of package model, shortest first.
var binLengths = model.Bins()

// barLength returns the seconds per bar: the shortest bin of a day or more that
// is wide enough to be seen, or parts of a day where days are wide and the lane
// knows hours.
func barLength(scale float64, timed bool) int64 {
	if timed && day/scale >= stackMin {
		for _, length := range binLengths {
			if float64(length)/scale >= binGap {
				return length
			}
		}
	}
	for _, length := range binLengths {
		if length >= day && float64(length)/scale >= binMin {
			return length
		}
	}
	return binLengths[len(binLengths)-1]
}

// stackUnits are what dots are stacked by.
var stackUnits = []unit{days(), weeks(), months(1), months(3), years(1), years(5), years(10), years(50), years(100), years(500), years(1000)}

// stackUnit returns the shortest division with room for a stack of dots.
func stackUnit(scale float64) *unit {
	i := sort.Search(len(stackUnits), func(i int) bool { return stackUnits[i].seconds/scale >= stackMin })
	return &stackUnits[min(i, len(stackUnits)-1)]
}

// count is how many events of a lane lie before, in and after a view. Those in
// it are counted up to a limit when they began before it.
type count struct {
	first, last int // events that start in view: [first, last) of the lane
	running     int // events that start before it and last into it
	in          int
	earlier     int
	later       int
}

// begin is how many events begin in view.
func (n *count) begin() int { return n.last - n.first }

// countIn counts the events of a lane in [from, to). running is scratch.
func countIn(c *model.Columns, lane *model.Lane, from, to edtf.Instant, limit int, running []int) (count, []int) {
	n := count{first: lane.Before(c, from), last: lane.Before(c, to)}
	running = lane.Running(c, from, limit, running[:0])
	n.running = len(running)
	n.in = n.last - n.first + n.running
	n.earlier = n.first - n.running
	n.later = lane.Len() - n.last
	return n, running
}
