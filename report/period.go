package report

import (
	"chancery/charts"
	"chancery/model"
	"chancery/model/edtf"
)

// A report whose events cluster begins with the stretch that holds nearly all of
// them, when that is far shorter than the whole: else a treaty of 1910 squeezes a
// crisis of 2019 into a corner.
const (
	clusterLeast = 20  // events
	clusterShare = 0.9 // of the events
	clusterMost  = 0.4 // of the whole time
	clusterAir   = 0.05
)

// period returns what the timeline first shows, where nothing was asked for; both
// are 0 for everything.
func (r *Report) period() (from, to edtf.Instant) {
	var starts []edtf.Instant // in order, as the rows are
	for i, at := range r.Columns.Start {
		if r.Kept.Has(i) && at.Finite() {
			starts = append(starts, at)
		}
	}
	first, last, ok := r.Columns.Extent(r.Kept)
	if !ok || len(starts) < clusterLeast {
		return 0, 0
	}
	from, to = model.Shortest(starts, int(float64(len(starts))*clusterShare))
	if float64(to-from) > clusterMost*float64(last-first) {
		return 0, 0
	}
	air := edtf.Instant(float64(to-from)*clusterAir) + 86_400
	return max(from-air, first), min(to+air, last)
}

// outside says how many events lie outside what the timeline first shows.
func (r *Report) outside() string {
	if r.From == 0 && r.To == 0 {
		return ""
	}
	n := 0
	for i, at := range r.Columns.Start {
		if r.Kept.Has(i) && (at >= r.To || r.Columns.End[i] <= r.From) {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return "Shown are the years " + charts.Period(r.From, r.To) + "; " + charts.Count(n) + " of " + charts.Count(r.Lanes.Events) +
		" events lie outside and are in the table."
}
