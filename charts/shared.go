package charts

import (
	"sync"

	"chancery/model"
)

// What several charts of a scope need is made once, by the first that asks, and
// shared by them: each of the passes below goes over all rows.
type shared struct {
	counting   sync.Once
	bin        []int32     // of each dated row
	byCategory [][]float64 // by category and bin
	scores     []scoreTally
	vague      int // dated rows that may have begun in a later bin, too

	meeting sync.Once
	others  others
	tallies []model.ActorTally // of others

	bonding sync.Once
	bonds   []bond
	events  []int
}

// A scoreTally adds up the scores of a bin, those above zero and those below it.
type scoreTally struct {
	n                  [3]int // below, at, above zero
	positive, negative int64  // sums in tenths
}

// counted lays the dated rows into bins and counts them there.
func (s *scope) counted() *shared {
	s.shared.counting.Do(s.count)
	return s.shared
}

func (s *scope) count() {
	x, c, bins, dated := s.shared, s.c, s.axis.bins, s.dated()
	x.bin = make([]int32, len(dated))
	x.scores = make([]scoreTally, len(bins))
	x.byCategory = make([][]float64, len(c.Categories))
	for i := range x.byCategory {
		x.byCategory[i] = make([]float64, len(bins))
	}
	if len(bins) == 0 {
		return
	}
	at, end := 0, bins[0].End
	for k, row := range dated {
		// Rows come by start, so the bins are walked once.
		for c.Start[row] >= end && at < len(bins)-1 {
			at++
			end = bins[at].End
		}
		x.bin[k] = int32(at)
		x.byCategory[c.Category[row]][at]++
		if score := s.scores[row]; score != model.NoScore {
			x.scores[at].add(score)
		}
		if c.End[row] > end && c.Bounds(int(row)).LatestStart > end {
			x.vague++
		}
	}
}

func (t *scoreTally) add(score int8) {
	switch {
	case score > 0:
		t.n[2]++
		t.positive += int64(score)
	case score < 0:
		t.n[0]++
		t.negative += int64(score)
	default:
		t.n[1]++
	}
}

func (t *scoreTally) all() int { return t.n[0] + t.n[1] + t.n[2] }
