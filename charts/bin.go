package charts

import "chancery/model/edtf"

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
		n, ok := divisions(u, from, to, 4*mostBins)
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

// divisions counts the divisions of u that [from, to) touches; ok is false, and
// n is over most, when there are more than that.
func divisions(u Unit, from, to edtf.Instant, most int) (n int, ok bool) {
	for t := u.Floor(from); t < to || n == 0; t = u.Next(t) {
		if n++; n > most || t == edtf.Future {
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
