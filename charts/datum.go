package charts

import "chancery/model"

// A Part says what a Datum is.
type Part uint8

// The parts of charts.
const (
	NoPart    Part = iota
	BinPart        // everything in bin I; a cell of a Calendar
	BarPart        // what Series I has in bin J
	CellPart       // a cell: Category I and bin J, or Categories I and J of a Matrix
	RowPart        // all of Category I: a bar of a Ranking or of Shares, a name
	NodePart       // Node I
	EdgePart       // Edge I
	MarkPart       // Mark I, an event
	ArcPart        // Arc I
	DelayPart      // Delay I
	MorePart       // the way to all rows, where not all are shown
)

// A Datum is one thing in a chart that can be pointed at. Panel is an index into
// Panels, 0 in a chart without.
type Datum struct {
	Panel int
	Part  Part
	I, J  int
}

// of returns the panel of a datum, nil when there is no such datum.
func (s *Spec) of(d Datum) *Spec {
	if len(s.Panels) > 0 {
		if d.Panel < 0 || d.Panel >= len(s.Panels) {
			return nil
		}
		s = &s.Panels[d.Panel]
	}
	in := func(i, n int) bool { return i >= 0 && i < n }
	ok := false
	switch d.Part {
	case BinPart:
		ok = in(d.I, len(s.Bins))
	case BarPart:
		ok = in(d.I, len(s.Series)) && in(d.J, len(s.Bins))
	case CellPart:
		ok = in(d.I, len(s.Categories)) && in(d.J, len(s.Bins)) || s.Kind == Matrix && in(d.I, len(s.Categories)) && in(d.J, len(s.Categories))
	case RowPart:
		ok = in(d.I, len(s.Categories))
	case NodePart:
		ok = in(d.I, len(s.Nodes))
	case EdgePart:
		ok = in(d.I, len(s.Edges))
	case MarkPart:
		ok = in(d.I, len(s.Marks))
	case ArcPart:
		ok = in(d.I, len(s.Arcs))
	case DelayPart:
		ok = in(d.I, len(s.Delays))
	}
	if !ok {
		return nil
	}
	return s
}

// QueryOf returns which events a datum counts; ok is false when the chart has no
// such datum.
func (s *Spec) QueryOf(d Datum) (q Query, ok bool) {
	if s = s.of(d); s == nil {
		return Query{}, false
	}
	q = s.Query
	bin := func(b int) Query { return Query{From: s.Bins[b].Start, To: s.Bins[b].End} }
	switch d.Part {
	case BinPart:
		return q.Narrow(bin(d.I)), true
	case BarPart:
		return q.Narrow(s.Series[d.I].Query).Narrow(bin(d.J)), true
	case CellPart:
		if s.Kind == Matrix {
			return q.Narrow(s.between(d.I, d.J, s.Directed)), true
		}
		return q.Narrow(s.rowQuery(d.I)).Narrow(bin(d.J)), true
	case RowPart:
		if s.Kind == Heat {
			q = q.Narrow(Query{From: s.Bins[0].Start, To: s.Bins[len(s.Bins)-1].End})
		}
		return q.Narrow(s.rowQuery(d.I)), true
	case NodePart:
		return q.Narrow(Query{Actor: s.Nodes[d.I].Name}), true
	case EdgePart:
		e := &s.Edges[d.I]
		return q.Narrow(s.between(e.A, e.B, e.Directed)), true
	case MarkPart:
		return Query{Events: []model.EventID{s.Marks[d.I].Event}}, true
	case ArcPart:
		a := s.Arcs[d.I]
		return Query{Events: []model.EventID{s.Marks[a.Cause].Event, s.Marks[a.Response].Event}}, true
	}
	x := &s.Delays[d.I]
	return Query{Events: []model.EventID{x.Cause, x.Response}}, true
}

// rowQuery returns what narrows a chart to one of its rows.
func (s *Spec) rowQuery(i int) Query {
	if i < len(s.Queries) {
		return s.Queries[i]
	}
	if s.Kind == Matrix {
		return Query{Actor: s.Categories[i]}
	}
	return Query{}
}

// between returns what narrows a chart to the events between two actors.
func (s *Spec) between(a, b int, directed bool) Query {
	q := Query{Actor: s.nameOf(a), With: s.nameOf(b)}
	if directed {
		q.Way = ActsOn
	}
	return q
}

// nameOf names an actor of a Network or a Matrix.
func (s *Spec) nameOf(i int) string {
	if s.Kind == Network {
		return s.Nodes[i].Name
	}
	return s.Categories[i]
}

// CountOf returns how many events a datum counts: those that its query finds.
func (s *Spec) CountOf(d Datum) int {
	if s = s.of(d); s == nil {
		return 0
	}
	switch d.Part {
	case BinPart:
		return s.countBin(d.I)
	case BarPart:
		return s.Series[d.I].count(d.J)
	case CellPart:
		return s.Series[d.I].count(d.J)
	case RowPart:
		return s.countRow(d.I)
	case NodePart:
		return s.Nodes[d.I].Events
	case EdgePart:
		return s.Edges[d.I].Events
	case MarkPart:
		return 1
	}
	return 2
}

func (s *Spec) countBin(b int) int {
	switch s.Kind {
	case Scores:
		return s.Series[0].N[b]
	case Heat, Ladder:
		return -1 // an event may be of several rows, or of none
	case Mirror:
		return -1 // events without direction are not drawn
	}
	n := 0
	for i := range s.Series {
		n += s.Series[i].count(b)
	}
	return n
}

func (s *Spec) countRow(i int) int {
	switch s.Kind {
	case Ranking, Shares:
		return s.Series[0].count(i)
	case Heat:
		n := 0
		for b := range s.Bins {
			n += s.Series[i].count(b)
		}
		return n
	case Waits:
		return s.Series[0].N[i]
	}
	return -1
}
