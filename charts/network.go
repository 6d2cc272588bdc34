package charts

// networkNodes is how many actors a network shows.
const networkNodes = 40

// network joins the subject, its busiest counterparts and these with one another
// by the events that they share.
func network(s *scope) Spec {
	spec := s.spec()
	circle, total := s.circle(s.limit(networkNodes))
	bonds, events := s.bonds(circle, s.o.ByRole)
	if len(bonds) == 0 {
		return spec
	}
	spec.Total, spec.Shade, spec.Directed = total, s.o.Shade, s.o.ByRole
	spec.Query = s.circleQuery()
	spec.Subtitle = "line width = shared events"
	if spec.Directed {
		spec.Subtitle = "line width = events in which one acts on the other"
	}
	for i, a := range circle {
		spec.Nodes = append(spec.Nodes, Node{
			Name: s.name(a), Events: events[i], Focus: int(a) == s.focus || int(a) == s.with,
		})
	}
	for i := range bonds {
		b := &bonds[i]
		mean, _ := b.Mean()
		spec.Edges = append(spec.Edges, Edge{A: b.a, B: b.b, Directed: spec.Directed, Events: b.Events, Scored: b.Scored, Mean: mean})
	}
	spec.Note = "Lines are coloured by mean score, from –10, conflict, to +10, cooperation." + s.later()
	if total > len(circle) {
		spec.Note += " " + Count(len(circle)) + " of " + Count(total) + " actors are shown."
	}
	widest := &spec.Edges[0]
	spec.Alt = "Network of " + plural(len(spec.Nodes), "actor", "actors") + " joined by " + plural(len(spec.Edges), "line", "lines") +
		". The widest, of " + plural(widest.Events, "event", "events") + ", is between " + spec.Nodes[widest.A].Name + " and " +
		spec.Nodes[widest.B].Name + "."
	spec.Table = bondTable(&spec, bonds)
	return spec
}
