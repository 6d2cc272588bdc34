package charts

import "chancery/model"

const (
	// fewScored is the number of events with a score below which there is no
	// trend to be seen, so that each is drawn.
	fewScored = 12
	// thinBin is the number of scores below which a mean is drawn faintly.
	thinBin = 3
	// trendBins is how many bins the line is the mean of.
	trendBins = 5
)

// conflict draws the mean score along time, and the line of its five-bin mean;
// or cooperation and conflict apart. The line weighs each event alike, so that a
// bin with few counts for little.
func conflict(s *scope) Spec {
	spec := s.spec()
	spec.Separate = s.o.Separate
	tallies := s.counted().scores
	scored := 0
	for b := range tallies {
		scored += tallies[b].all()
	}
	if scored == 0 {
		spec.Note = "No event here has a conflict–cooperation score. Scores come from CAMEO codes or by hand."
		return spec
	}
	unit := s.axis.unit.String()
	spec.Series = []Series{means(tallies), trend(tallies), parts(tallies, 1, s.o.Normalised), parts(tallies, -1, s.o.Normalised)}
	spec.Series[1].Name = "Mean of 5 " + s.axis.unit.plural()
	spec.Top, spec.Bottom = 10, -10
	spec.Subtitle = "mean of " + s.scale + " scores per " + unit + ", line = 5-" + unit + " mean"
	if spec.Separate {
		spec.Top, spec.Bottom = extremes(spec.Series[2].Values, spec.Series[3].Values)
		spec.Subtitle = "sums of the " + s.scale + " scores above and below zero per " + unit
		if s.o.Normalised {
			spec.Subtitle = s.scale + " scores above and below zero, per scored event of the " + unit
		}
	}
	spec.Note = s.note() + " Scores run from –10, conflict, to +10, cooperation."
	if scored < fewScored && !spec.Separate {
		spec.Subtitle = s.scale + " score of each event"
		spec.Note += " Too few for a trend, so each event is drawn as a dot."
		for _, m := range s.marks() {
			if m.Score != model.NoScore {
				spec.Marks = append(spec.Marks, m)
			}
		}
	} else if !spec.Separate {
		spec.Note += " Where fewer than 3 events have a score, a bar is faint and the line ends."
	}
	if without := len(s.dated()) - scored; without > 0 {
		spec.Note += " " + plural(without, "event has", "events have") + " no score."
	}
	spec.Query.Scored = true
	spec.Table = conflictTable(&spec)
	spec.Alt = conflictAlt(&spec)
	return spec
}

// means returns the mean score of each bin, in points.
func means(tallies []scoreTally) Series {
	s := Series{Name: "Mean score", Values: make([]float64, len(tallies)), N: make([]int, len(tallies))}
	for b := range tallies {
		t := &tallies[b]
		if s.N[b] = t.all(); s.N[b] > 0 {
			s.Values[b] = float64(t.positive+t.negative) / float64(s.N[b]) / 10
		}
	}
	return s
}

// trend returns the mean score of the events of each bin and the two on either
// side, as far as there are any.
func trend(tallies []scoreTally) Series {
	s := Series{Values: make([]float64, len(tallies)), N: make([]int, len(tallies))}
	var sum int64
	n := 0
	for b := -trendBins / 2; b < len(tallies); b++ {
		if in := b + trendBins/2; in < len(tallies) {
			sum += tallies[in].positive + tallies[in].negative
			n += tallies[in].all()
		}
		if out := b - trendBins/2 - 1; out >= 0 {
			sum -= tallies[out].positive + tallies[out].negative
			n -= tallies[out].all()
		}
		if b >= 0 && n > 0 {
			s.Values[b], s.N[b] = float64(sum)/float64(n)/10, n
		}
	}
	return s
}

// parts returns the sum of the scores of one sign, or what that makes for each
// event with a score: cooperation and conflict then add up to the mean.
func parts(tallies []scoreTally, sign int, perEvent bool) Series {
	s := Series{Name: "Cooperation", Values: make([]float64, len(tallies)), N: make([]int, len(tallies)), Query: Query{Sign: int8(sign)}}
	if sign < 0 {
		s.Name = "Conflict"
	}
	for b := range tallies {
		t := &tallies[b]
		sum := t.positive
		if sign < 0 {
			sum = t.negative
		}
		s.N[b] = t.n[1+sign]
		s.Values[b] = float64(sum) / 10
		if n := t.all(); perEvent && n > 0 {
			s.Values[b] /= float64(n)
		}
	}
	return s
}

// extremes returns the highest and the lowest value, and 0 between them.
func extremes(values ...[]float64) (top, bottom float64) {
	for _, vs := range values {
		for _, v := range vs {
			top, bottom = max(top, v), min(bottom, v)
		}
	}
	return top, bottom
}

// conflictTable has a row per bin with a score in it.
func conflictTable(spec *Spec) Table {
	t := Table{
		Caption: spec.Title + ", " + spec.Subtitle,
		Head:    []string{"From", "Mean score", "Events with a score", spec.Series[1].Name, "Cooperation", "Conflict"},
		Numeric: numericAfterFirst(6),
	}
	for b := range spec.Bins {
		if spec.Series[0].N[b] == 0 {
			continue
		}
		t.Rows = append(t.Rows, []string{
			spec.Bins[b].Label, Points(spec.Series[0].Values[b]), Count(spec.Series[0].N[b]), Points(spec.Series[1].Values[b]),
			Points(spec.Series[2].Values[b]), Points(spec.Series[3].Values[b]),
		})
	}
	return t
}

func conflictAlt(spec *Spec) string {
	mean := &spec.Series[0]
	best, worst := -1, -1
	for b := range spec.Bins {
		if mean.N[b] == 0 {
			continue
		}
		if best < 0 || mean.Values[b] > mean.Values[best] {
			best = b
		}
		if worst < 0 || mean.Values[b] < mean.Values[worst] {
			worst = b
		}
	}
	return "Bars of the mean conflict–cooperation score per " + spec.Unit.String() + ", " +
		Period(spec.Bins[0].Start, spec.Bins[len(spec.Bins)-1].End) + ". It is highest in " + spec.Bins[best].Label + " at " +
		Points(mean.Values[best]) + " and lowest in " + spec.Bins[worst].Label + " at " + Points(mean.Values[worst]) + "."
}
