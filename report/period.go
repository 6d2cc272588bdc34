package report

import (
	"chancery/charts"
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

// period returns what the timeline first shows; both are 0 for everything.
func (r *Report) period() (from, to edtf.Instant) {
	if r.From != 0 || r.To != 0 {
		return r.From, r.To
	}
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
	n := int(float64(len(starts)) * clusterShare)
	from, to = first, last
	for i := 0; i+n <= len(starts); i++ {
		if starts[i+n-1]-starts[i] < to-from {
			from, to = starts[i], starts[i+n-1]
		}
	}
	if float64(to-from) > clusterMost*float64(last-first) {
		return 0, 0
	}
	air := edtf.Instant(float64(to-from)*clusterAir) + 86_400
	return max(from-air, first), min(to+air, last)
}

// outside says how many events lie outside what the timeline first shows.
func (r *Report) outside() string {
	from, to := r.period()
	if from == 0 && to == 0 {
		return ""
	}
	n := 0
	for i, at := range r.Columns.Start {
		if r.Kept.Has(i) && (at >= to || r.Columns.End[i] <= from) {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return "Shown are the years " + charts.Period(from, to) + "; " + charts.Count(n) + " of " + charts.Count(r.Lanes.Events) +
		" events lie outside and are in the table."
}
