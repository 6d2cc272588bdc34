package charts

// matrixSide is how many actors a matrix shows.
const matrixSide = 12

// matrix shows what lies between each two of the busiest actors, in numbers or
// in the mean score.
func matrix(s *scope) Spec {
	spec := s.spec()
	circle, total := s.circle(s.limit(matrixSide))
	bonds, _ := s.bonds(circle, s.o.ByRole)
	if len(bonds) == 0 {
		return spec
	}
	n := len(circle)
	spec.Total, spec.Shade, spec.Directed = total, s.o.Shade, s.o.ByRole
	spec.Query = s.circleQuery()
	spec.Series = make([]Series, 2*n)
	for i, a := range circle {
		spec.Categories = append(spec.Categories, s.name(a))
		spec.Series[i] = Series{Name: s.name(a), Values: make([]float64, n)}
		spec.Series[n+i] = Series{Name: s.name(a), Values: make([]float64, n), N: make([]int, n)}
	}
	set := func(i, j int, b *bond) {
		spec.Series[i].Values[j] = float64(b.Events)
		mean, _ := b.Mean()
		spec.Series[n+i].Values[j], spec.Series[n+i].N[j] = mean, b.Scored
	}
	for k := range bonds {
		b := &bonds[k]
		set(b.a, b.b, b)
		if !spec.Directed {
			set(b.b, b.a, b)
		}
	}
	spec.Subtitle = "shared events"
	if spec.Directed {
		spec.Subtitle = "events in which the row acts on the column"
	}
	if spec.Shade == ByScore {
		spec.Subtitle += ", shaded by mean score"
	}
	spec.Note = "An event counts for every pair that takes part in it." + s.later()
	if spec.Directed {
		spec.Note = "Events in which nobody acts on anybody are left out." + s.later()
	}
	if total > n {
		spec.Note += " " + Count(n) + " of " + Count(total) + " actors are shown."
	}
	strongest := &bonds[0]
	joint := " and "
	if spec.Directed {
		joint = " on "
	}
	spec.Alt = "Matrix of " + spec.Subtitle + " of " + plural(n, "actor", "actors") + ". The most are " +
		Count(strongest.Events) + ", of " + spec.Categories[strongest.a] + joint + spec.Categories[strongest.b] + "."
	spec.Table = bondTable(&spec, bonds)
	return spec
}

// circleQuery is the query of a chart of a circle, which counts what lies
// between its actors whether or not the subject takes part.
func (s *scope) circleQuery() Query {
	q := s.query
	q.Actor, q.With, q.Who, q.As = "", "", "", 0
	return q
}

// bondTable has a row per pair with events, the strongest first.
func bondTable(spec *Spec, bonds []bond) Table {
	names := func(i int) string {
		if len(spec.Nodes) > 0 {
			return spec.Nodes[i].Name
		}
		return spec.Categories[i]
	}
	t := Table{
		Caption: spec.Title + ", " + spec.Subtitle,
		Head:    []string{"Actor", "Other", "Events", "Mean score", "Events with a score"},
		Numeric: []bool{false, false, true, true, true},
	}
	if spec.Directed {
		t.Head[0], t.Head[1] = "Acts", "On"
	}
	for i := range bonds {
		b := &bonds[i]
		mean := "none"
		if m, ok := b.Mean(); ok {
			mean = Points(m)
		}
		t.Rows = append(t.Rows, []string{names(b.a), names(b.b), Count(b.Events), mean, Count(b.Scored)})
	}
	return t
}
