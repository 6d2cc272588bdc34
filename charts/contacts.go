package charts

import "chancery/model"

// contacts counts events along time by counterpart; about a pair by who acts on
// whom, and about everyone by actor. An event counts for every row that it is
// of, so rows do not add up to the number of events.
func contacts(s *scope) Spec {
	spec := s.spec()
	if len(s.axis.bins) == 0 || len(s.dated()) == 0 {
		return spec
	}
	spec.Subtitle = "events per " + s.axis.unit.String()
	one, many := "actor", "actors"
	switch {
	case s.with >= 0:
		spec.Title, one, many = "Who acts", "direction", "directions"
		s.waysRows(&spec)
	case s.focus >= 0:
		spec.Title = "Contacts by " + s.axis.unit.String()
		spec.Subtitle = "events shared with each counterpart"
		one, many = "counterpart", "counterparts"
		s.actorRows(&spec, s.limit(counterpartRows), func(name string) Query { return Query{With: name} })
	default:
		spec.Title = "Activity of actors"
		s.actorRows(&spec, s.limit(everyoneRows), func(name string) Query { return Query{Actor: name} })
	}
	spec.Note = s.note()
	if s.o.RollUp && s.with < 0 {
		spec.Note += " Bodies and people count with the state or organisation they belong to."
	}
	if shown := len(spec.Categories); spec.Total > shown {
		spec.Note += " " + Count(shown) + " of " + Count(spec.Total) + " " + many + " are shown."
	}
	if s.o.Normalised {
		s.shareOfBins(&spec)
	}
	spec.Table = heatTable(&spec)
	spec.Alt = heatAlt(&spec, one, many)
	return spec
}

// actorRows makes a row for each of the busiest counterparts.
func (s *scope) actorRows(spec *Spec, most int, query func(name string) Query) {
	met, tallies := s.met()
	spec.Total = len(tallies)
	shown := tallies[:min(len(tallies), most)]
	row := make([]int32, len(s.c.Actors)) // plus 1; 0 for none
	for i, t := range shown {
		row[t.Actor] = int32(i + 1)
		s.addRow(spec, s.name(t.Actor), query(s.name(t.Actor)))
	}
	for k, at := range s.counted().bin {
		for _, a := range met.of(s.undated + k) {
			if i := row[a]; i > 0 {
				spec.Series[i-1].Values[at]++
			}
		}
	}
}

// waysRows makes a row for each way in which the events of a pair go.
func (s *scope) waysRows(spec *Spec) {
	a, b := s.c.Actors[s.focus].Name, s.c.Actors[s.with].Name
	s.addRow(spec, a+" acts", Query{Actor: a, With: b, Way: ActsOn})
	s.addRow(spec, b+" acts", Query{Actor: b, With: a, Way: ActsOn})
	s.addRow(spec, "Neither", Query{Actor: a, With: b, Way: Neither})
	spec.Total = len(spec.Categories)
	m := s.matcher()
	for k, at := range s.counted().bin {
		m.read(int(s.dated()[k]))
		forth, back := m.actsOn(uint32(s.focus), uint32(s.with)), m.actsOn(uint32(s.with), uint32(s.focus))
		if forth {
			spec.Series[0].Values[at]++
		}
		if back {
			spec.Series[1].Values[at]++
		}
		if !forth && !back {
			spec.Series[2].Values[at]++
		}
	}
}

func (s *scope) addRow(spec *Spec, name string, q Query) {
	spec.Categories = append(spec.Categories, name)
	spec.Queries = append(spec.Queries, q)
	spec.Series = append(spec.Series, Series{Name: name, Values: make([]float64, len(s.axis.bins))})
}

// shareOfBins turns numbers into shares of the subject's events in their bin,
// and keeps the numbers in N.
func (s *scope) shareOfBins(spec *Spec) {
	spec.Normalised = true
	spec.Subtitle = "share of the events of each " + s.axis.unit.String()
	all := make([]float64, len(s.axis.bins))
	for _, at := range s.counted().bin {
		all[at]++
	}
	for i := range spec.Series {
		x := &spec.Series[i]
		for b, v := range x.Values {
			x.N = append(x.N, int(v))
			if v > 0 {
				x.Values[b] = v / all[b]
			}
		}
	}
}

// heatTable has a row per bin in which anything happened.
func heatTable(s *Spec) Table {
	t := Table{Caption: s.Title + ", " + s.Subtitle, Head: append([]string{"From"}, s.Categories...)}
	t.Numeric = numericAfterFirst(len(t.Head))
	for b, bin := range s.Bins {
		row := []string{bin.Label}
		total := 0
		for i := range s.Series {
			n := s.Series[i].count(b)
			row = append(row, Count(n))
			total += n
		}
		if total > 0 {
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}

func heatAlt(s *Spec, one, many string) string {
	most, who, when := 0, "", ""
	for i := range s.Series {
		for b := range s.Bins {
			if n := s.Series[i].count(b); n > most {
				most, who, when = n, s.Categories[i], s.Bins[b].Label
			}
		}
	}
	return "Heat chart of the events per " + s.Unit.String() + " of " + plural(len(s.Categories), one, many) + ", " +
		Period(s.Bins[0].Start, s.Bins[len(s.Bins)-1].End) + ". The most is " + Count(most) +
		", of " + who + " in " + when + "."
}

// ActivityOf counts the kept events of the busiest actors along time. An actor
// stands for the bodies and people under it.
func ActivityOf(c *model.Columns, keep model.Bitmap) Spec {
	return everyone("contacts", "actors", c, keep)
}

// PairsOf ranks the pairs of actors by the kept events they share.
func PairsOf(c *model.Columns, keep model.Bitmap) Spec {
	return everyone("counterparts", "pairs", c, keep)
}

// everyone makes a chart of the catalogue about everyone, under a key of its
// own.
func everyone(key, as string, c *model.Columns, keep model.Bitmap) Spec {
	m := newMaker(Data{Columns: c, Keep: keep}, Options{RollUp: true})
	s := m.scope(Subject{}, 0)
	s.axis = axisOf(&m.o, []*scope{s})
	e, _ := EntryNamed(key)
	spec := s.build(e)
	spec.Key = as
	return spec
}
