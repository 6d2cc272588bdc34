package exchange

import (
	"iter"
	"time"

	"chancery/model"
)

// Events is a sequence of events in time order. Writers stop at its first
// error and return it. Those that need to know all events before they write the
// first, as networks do, range over it twice.
type Events = iter.Seq2[model.Event, error]

// About is what a writer says of the whole of an export.
type About struct {
	Title string
	// Now is when the export was made. Formats that must say so do; everything
	// else of a file depends on the events alone.
	Now time.Time
	// Actors describes the actors by more than their names, where a format has
	// room for it. Actors that are not in it are written all the same.
	Actors []model.Actor
}

// A Result says what a writer wrote: of how many events it told, and which it
// left out because the format cannot hold them.
type Result struct {
	Events  int
	Entries int // sources or edges, where those are what the format lists
	LeftOut []LeftOut
	Missing int // events left out; LeftOut names the first of them
}

// A LeftOut is an event that a format cannot hold, by its key.
type LeftOut struct {
	Event  string `json:"event"`
	Reason string `json:"reason"`
}

// namedLeftOut is how many events that are left out a Result names.
const namedLeftOut = 100

func (r *Result) leaveOut(e *model.Event, reason string) {
	r.Missing++
	if len(r.LeftOut) < namedLeftOut {
		r.LeftOut = append(r.LeftOut, LeftOut{e.Key, reason})
	}
}
