package charts

import "chancery/model"

// reciprocity sets what the first of a pair does to the second against what the
// second does to the first.
func reciprocity(s *scope) Spec {
	spec := s.spec()
	a, b := s.c.Actors[s.focus].Name, s.c.Actors[s.with].Name
	n := len(s.axis.bins)
	series := func(name string, counted bool) Series {
		x := Series{Name: name, Values: make([]float64, n)}
		if counted {
			x.N = make([]int, n)
		}
		return x
	}
	spec.Series = []Series{
		series(a+" acts on "+b, false), series(b+" acts on "+a, false),
		series("Mean score of what "+a+" does", true), series("Mean score of what "+b+" does", true),
	}
	spec.Series[0].Query = Query{Actor: a, With: b, Way: ActsOn}
	spec.Series[1].Query = Query{Actor: b, With: a, Way: ActsOn}
	neither := s.fillMirror(&spec)
	if sum(spec.Series[0].Values)+sum(spec.Series[1].Values) == 0 {
		return Spec{
			Key: spec.Key, Kind: spec.Kind, Title: spec.Title, Query: spec.Query,
			Note: "In no event here does one of the two act on the other.",
		}
	}
	unit := s.axis.unit.String()
	spec.Subtitle = "events per " + unit + ", shaded by mean score"
	spec.Note = s.note() + " Up: " + spec.Series[0].Name + ". Down: " + spec.Series[1].Name + "."
	if neither > 0 {
		spec.Note += " " + plural(neither, "event", "events") + " in which neither acts on the other" + choose(neither, " is", " are") + " left out."
	}
	spec.Alt = "Mirrored bars per " + unit + ": in " + plural(int(sum(spec.Series[0].Values)), "event ", "events ") + spec.Series[0].Name +
		", in " + Count(int(sum(spec.Series[1].Values))) + " " + spec.Series[1].Name + "."
	spec.Table = mirrorTable(&spec)
	if s.o.Normalised {
		spec.Subtitle = "share of the acts of each " + unit + ", shaded by mean score"
		halves := Spec{Bins: spec.Bins, Series: spec.Series[:2]}
		normalise(&halves)
		spec.Normalised = true
	}
	return spec
}

// fillMirror counts the acts of either side, and returns how many events have
// none.
func (s *scope) fillMirror(spec *Spec) (neither int) {
	m := s.matcher()
	sides := [2][2]uint32{{uint32(s.focus), uint32(s.with)}, {uint32(s.with), uint32(s.focus)}}
	for k, at := range s.counted().bin {
		row := s.dated()[k]
		m.read(int(row))
		acts := false
		for i, side := range sides {
			if !m.actsOn(side[0], side[1]) {
				continue
			}
			acts = true
			spec.Series[i].Values[at]++
			if score := s.scores[row]; score != model.NoScore {
				mean := &spec.Series[2+i]
				mean.N[at]++
				mean.Values[at] += float64(score)
			}
		}
		if !acts {
			neither++
		}
	}
	for i := 2; i < 4; i++ {
		mean := &spec.Series[i]
		for b, n := range mean.N {
			if n > 0 {
				mean.Values[b] /= 10 * float64(n)
			}
		}
	}
	return neither
}

// mirrorTable has a row per bin in which either acts.
func mirrorTable(spec *Spec) Table {
	t := Table{
		Caption: spec.Title + ", " + spec.Subtitle,
		Head:    []string{"From", spec.Series[0].Name, "Mean score", spec.Series[1].Name, "Mean score"},
		Numeric: numericAfterFirst(5),
	}
	for b := range spec.Bins {
		if spec.Series[0].Values[b]+spec.Series[1].Values[b] == 0 {
			continue
		}
		row := []string{spec.Bins[b].Label}
		for i := range 2 {
			mean := "none"
			if x := &spec.Series[2+i]; x.N[b] > 0 {
				mean = Points(x.Values[b])
			}
			row = append(row, Count(int(spec.Series[i].Values[b])), mean)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
