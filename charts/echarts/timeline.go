package echarts

import (
	"cmp"
	"slices"

	"chancery/charts"
	"chancery/model"
	"chancery/model/edtf"
)

// Lanes are what the script needs of a timeline besides its marks. Moments are
// in milliseconds since 1970.
type lanes struct {
	ID     string   `json:"id"`
	Names  []string `json:"names"`
	Totals []int    `json:"totals"`          // events of each lane
	Extent []int64  `json:"extent"`          // from the first to the last
	Range  []int64  `json:"range,omitempty"` // what it shows first
}

func newLanes(p *Page, s *charts.Spec) *lanes {
	from, to := extent(s.Marks)
	l := &lanes{ID: "chart-" + s.Key, Names: s.Categories, Totals: make([]int, len(s.Categories)), Extent: []int64{from * 1000, to * 1000}}
	if p.From != 0 || p.To != 0 {
		first, last := max(drawable(p.From), from), min(drawable(p.To), to)
		if first < last {
			l.Range = []int64{first * 1000, last * 1000}
		}
	}
	for i := range s.Marks {
		l.Totals[s.Marks[i].Lane]++
	}
	return l
}

// timelineOf returns the first timeline that has anything to draw, or nil.
func timelineOf(specs []charts.Spec) *charts.Spec {
	for i := range specs {
		if specs[i].Kind == charts.Timeline && !specs[i].Empty() {
			return &specs[i]
		}
	}
	return nil
}

// inOrder returns a timeline whose marks come as the events do, so that the
// numbers of their events need next to no room. Both come by start.
func inOrder(s *charts.Spec, at map[model.EventID]int) *charts.Spec {
	number := func(m charts.Mark) int {
		if n, ok := at[m.Event]; ok {
			return n
		}
		return len(at)
	}
	sorted := *s
	sorted.Marks = slices.Clone(s.Marks)
	slices.SortStableFunc(sorted.Marks, func(a, b charts.Mark) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(number(a), number(b)))
	})
	return &sorted
}

// extent returns the seconds that a timeline shows: all finite moments of its
// marks, with a little air at both ends.
func extent(all []charts.Mark) (from, to int64) {
	from, to = reach, -reach
	for i := range all {
		for _, t := range [2]edtf.Instant{all[i].Start, all[i].End} {
			if t.Finite() {
				from, to = min(from, drawable(t)), max(to, drawable(t))
			}
		}
	}
	if from > to {
		from, to = 0, 0
	}
	air := max((to-from)/50, 43_200)
	return max(from-air, -reach), min(to+air, reach)
}
