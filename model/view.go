package model

import "chancery/model/edtf"

// A View is a way of looking at an archive that is kept under a name: which
// events are shown, what stretch of time, what the lanes are and how they are
// arranged, and the as-of date.
type View struct {
	Name string // unique in an archive, whatever the case of its letters

	Filter   Filter
	From, To edtf.Instant // the stretch of time in view, [From, To)
	ScrollY  float32      // dp of lanes above the upper edge of the plot

	Grouping    Grouping
	RollUp      bool // actors stand for the bodies and people under them in lanes
	Arrangement Arrangement
	Pinned      []EventID // drawn with glyph and label at every zoom

	AsOf       edtf.Instant // when AsOfChosen; else today, whatever day that is
	AsOfChosen bool
}

// An Arrangement is how the user has arranged the lanes, by key. Lanes that it
// does not name come after those in Order, as they are. It is not changed once
// it is drawn from: another arrangement is another value.
type Arrangement struct {
	Order     []string        // first to last; may be partial
	Pinned    map[string]bool // stay at the top while the others scroll
	Hidden    map[string]bool
	Collapsed map[string]bool // drawn as a strip of their density
	ShowAll   map[string]bool // up to 12 rows before marks are folded, and all agreements
}
