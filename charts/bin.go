package charts

import (
	"chancery/model"
	"chancery/model/edtf"
)

// A Bin is one division of the time that a chart counts along, half-open.
type Bin struct {
	Start, End edtf.Instant
	Label      string
	Tick       string // what an axis writes where a larger period begins, or is first seen; else ""
}

// A chart reads well with this many divisions.
const (
	fewestBins = 24
	mostBins   = 72
)

// UnitFor chooses the unit that divides [from, to) into 24 to 72 bins. Where
// none does, as with a hundred years, it is the one that comes nearest; there
// are never more than 132 bins.
func UnitFor(from, to edtf.Instant) Unit {
	best, distance := coarsest, 0.0
	for u := Day; u <= coarsest; u++ {
		n, ok := divisions(u, from, to)
		if !ok {
			continue
		}
		d := max(float64(fewestBins)/float64(n), float64(n)/mostBins, 1)
		if distance == 0 || d < distance {
			best, distance = u, d
		}
	}
	return best
}

// divisions counts the divisions of u that [from, to) touches; ok is false when
// there are far too many.
func divisions(u Unit, from, to edtf.Instant) (n int, ok bool) {
	for t := u.Floor(from); t < to || n == 0; t = u.Next(t) {
		if n++; n > 4*mostBins || t == edtf.Future {
			return n, false
		}
	}
	return n, true
}

// Bins divides [from, to) by the unit, whole divisions at both ends.
func Bins(u Unit, from, to edtf.Instant) []Bin {
	var bins []Bin
	over := edtf.Past
	for t := u.Floor(from); (t < to || len(bins) == 0) && t < edtf.Future; {
		b := Bin{Start: t, End: u.Next(t), Label: u.Label(t)}
		if u.over().Floor(t) != over {
			over = u.over().Floor(t)
			b.Tick = tick(u, t)
		}
		bins = append(bins, b)
		t = b.End
	}
	return bins
}

// tick names the larger period that the division of u starting at t lies in. A
// week seldom begins with a month, so it is the period that is named, not a day.
func tick(u Unit, t edtf.Instant) string {
	if u.over() == Month {
		return Month.Label(t)
	}
	year, _, _ := t.Civil()
	return yearLabel(year)
}

// starts lays the kept rows of a Columns into bins by when they start.
type starts struct {
	bins    []Bin
	unit    Unit
	bin     []int32 // of each row, or -1 when it has none
	undated int     // kept rows of which no start is known
	vague   int     // kept rows that may have started in a later bin, too
}

// binStarts chooses the bins for the kept rows; it has none when no start is
// known.
func binStarts(c *model.Columns, keep model.Bitmap) starts {
	s := starts{bin: make([]int32, c.Len())}
	from, to := edtf.Future, edtf.Past
	for i, t := range c.Start {
		if keep.Has(i) && t.Finite() {
			from, to = min(from, t), max(to, t+1)
		}
	}
	if from < to {
		s.unit = UnitFor(from, to)
		s.bins = Bins(s.unit, from, to)
	}
	at := 0
	for i, t := range c.Start {
		s.bin[i] = -1
		if !keep.Has(i) {
			continue
		}
		if !t.Finite() {
			s.undated++
			continue
		}
		// Rows come by start, so the bins are walked once.
		for at < len(s.bins)-1 && t >= s.bins[at].End {
			at++
		}
		s.bin[i] = int32(at)
		if c.Bounds(i).LatestStart > s.bins[at].End {
			s.vague++
		}
	}
	return s
}

// note says which events the bins do not show rightly.
func (s *starts) note() string {
	note := "Each event counts once, in the " + s.unit.String() + " in which it begins."
	if s.vague > 0 {
		note += " " + Count(s.vague) + choose(s.vague, " event is dated less exactly and counts", " events are dated less exactly and count") +
			" where the earliest possible date falls."
	}
	if s.undated > 0 {
		note += " " + Count(s.undated) + choose(s.undated, " event without a known beginning is", " events without a known beginning are") +
			" left out."
	}
	return note
}
