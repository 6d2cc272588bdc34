package charts

import (
	"cmp"
	"slices"

	"chancery/model"
)

// Words are what a tooltip says of a datum.
type Words struct {
	Head  string // what it is: "February 2019"
	Count string // beside the head: "161 events"
	Rows  [][2]string
	// Events are those whose titles belong under the head, which a Spec does
	// not know.
	Events []model.EventID
}

// wordRows is how many rows a tooltip has.
const wordRows = 6

// Words returns what a tooltip says of a datum; it is empty when the chart has
// no such datum.
func (s *Spec) Words(d Datum) Words {
	if s = s.of(d); s == nil {
		return Words{}
	}
	switch d.Part {
	case BinPart, BarPart:
		return s.binWords(d)
	case CellPart:
		if s.Kind == Matrix {
			return s.bondWords(d.I, d.J, int(s.Series[d.I].Values[d.J]), s.Series[len(s.Categories)+d.I].Values[d.J], s.Series[len(s.Categories)+d.I].N[d.J], s.Directed)
		}
		w := Words{Head: s.Categories[d.I], Count: events(s.Series[d.I].count(d.J)), Rows: [][2]string{{capital(s.Unit.String()), s.Bins[d.J].Label}}}
		return s.withShare(w, s.Series[d.I].Values[d.J])
	case RowPart:
		return s.rowWords(d.I)
	case NodePart:
		return Words{Head: s.Nodes[d.I].Name, Count: events(s.Nodes[d.I].Events)}
	case EdgePart:
		e := &s.Edges[d.I]
		return s.bondWords(e.A, e.B, e.Events, e.Mean, e.Scored, e.Directed)
	case MarkPart:
		return s.markWords(&s.Marks[d.I])
	case ArcPart:
		a := &s.Arcs[d.I]
		cause, response := &s.Marks[a.Cause], &s.Marks[a.Response]
		return Words{
			Head: capital(a.Kind.String()), Rows: [][2]string{{"Cause", Day.Label(cause.Start)}, {"Response", Day.Label(response.Start)}},
			Events: []model.EventID{cause.Event, response.Event},
		}
	}
	return s.delayWords(&s.Delays[d.I])
}

func events(n int) string { return plural(n, "event", "events") }

func (s *Spec) withShare(w Words, share float64) Words {
	if s.Normalised {
		w.Rows = append(w.Rows, [2]string{"Share", Percent(share)})
	}
	return w
}

func (s *Spec) binWords(d Datum) Words {
	b := d.I
	if d.Part == BarPart {
		b = d.J
	}
	w := Words{Head: s.Bins[b].Label}
	switch s.Kind {
	case Stacked:
		return s.stackWords(w, d, b)
	case Scores:
		return s.scoreWords(w, b)
	case Mirror:
		for i := range 2 {
			text := events(s.Series[i].count(b))
			if mean := &s.Series[2+i]; mean.N[b] > 0 {
				text += ", mean " + Points(mean.Values[b])
			}
			w.Rows = append(w.Rows, [2]string{s.Series[i].Name, text})
		}
		return w
	case Heat:
		for i := range s.Series {
			if n := s.Series[i].count(b); n > 0 {
				w.Rows = append(w.Rows, [2]string{s.Series[i].Name, Count(n)})
			}
		}
		return w
	}
	w.Count = events(s.countBin(b))
	return w
}

// stackWords names the largest parts of a bin, the one pointed at among them.
func (s *Spec) stackWords(w Words, d Datum, b int) Words {
	type part struct {
		series, n int
	}
	var parts []part
	total := 0
	for i := range s.Series {
		n := s.Series[i].count(b)
		total += n
		if n > 0 {
			parts = append(parts, part{i, n})
		}
	}
	w.Count = events(total)
	slices.SortStableFunc(parts, func(x, y part) int {
		if pointed := d.I; d.Part == BarPart && (x.series == pointed) != (y.series == pointed) {
			if x.series == pointed {
				return -1
			}
			return 1
		}
		return cmp.Compare(y.n, x.n)
	})
	for _, p := range parts[:min(len(parts), wordRows)] {
		text := Count(p.n)
		if s.Normalised {
			text += ", " + Percent(s.Series[p.series].Values[b])
		}
		w.Rows = append(w.Rows, [2]string{s.Series[p.series].Name, text})
	}
	if more := len(parts) - wordRows; more > 0 {
		rest := 0
		for _, p := range parts[wordRows:] {
			rest += p.n
		}
		w.Rows = append(w.Rows, [2]string{Count(more) + " more", Count(rest)})
	}
	return w
}

func (s *Spec) scoreWords(w Words, b int) Words {
	mean, trend := &s.Series[0], &s.Series[1]
	w.Count = plural(mean.N[b], "scored event", "scored events")
	if mean.N[b] > 0 {
		w.Rows = append(w.Rows, [2]string{mean.Name, Points(mean.Values[b])})
	}
	if trend.N[b] > 0 {
		w.Rows = append(w.Rows, [2]string{trend.Name, Points(trend.Values[b])})
	}
	for _, part := range s.Series[2:4] {
		if part.N[b] > 0 {
			w.Rows = append(w.Rows, [2]string{part.Name, Points(part.Values[b]) + " of " + Count(part.N[b])})
		}
	}
	return w
}

func (s *Spec) rowWords(i int) Words {
	w := Words{Head: s.Categories[i]}
	switch s.Kind {
	case Ranking:
		w.Count = events(s.Series[0].count(i))
		if s.Series[1].N[i] > 0 {
			w.Rows = append(w.Rows, [2]string{"Mean score", Points(s.Series[1].Values[i]) + " of " + Count(s.Series[1].N[i])})
		}
		return s.withShare(w, s.Series[0].Values[i])
	case Shares:
		w.Count = events(s.Series[0].count(i))
		return s.withShare(w, s.Series[1].Values[i])
	case Waits:
		w.Count = plural(s.Series[0].N[i], "response", "responses")
		w.Rows = [][2]string{
			{"Median days", Days(s.Series[0].Values[i])},
			{"Half of them", Days(s.Series[1].Values[i]) + " to " + Days(s.Series[2].Values[i])},
		}
	case Heat:
		w.Count = events(s.countRow(i))
	}
	return w
}

func (s *Spec) bondWords(a, b, n int, mean float64, scored int, directed bool) Words {
	joint := " – "
	if directed {
		joint = " on "
	}
	w := Words{Head: s.nameOf(a) + joint + s.nameOf(b), Count: events(n)}
	if scored > 0 {
		w.Rows = [][2]string{{"Mean score", Points(mean) + " of " + Count(scored)}}
	}
	return w
}

func (s *Spec) markWords(m *Mark) Words {
	w := Words{Head: "Undated", Events: []model.EventID{m.Event}}
	if m.Start.Finite() {
		w.Head = Day.Label(m.Start)
	}
	if s.Kind == Ladder {
		from := [2]string{"Takes part", s.Categories[m.From]}
		if m.From != m.To {
			from = [2]string{s.Categories[m.From], "acts on " + s.Categories[m.To]}
		}
		w.Rows = append(w.Rows, from)
	}
	if m.Score != model.NoScore {
		w.Rows = append(w.Rows, [2]string{"Score", Points(float64(m.Score) / 10)})
	}
	return w
}

func (s *Spec) delayWords(d *Delay) Words {
	w := Words{Head: s.Categories[d.Row], Count: Days(d.Days) + choose(int(d.Days), " day", " days"), Events: []model.EventID{d.Cause, d.Response}}
	if d.Least != d.Most {
		w.Rows = append(w.Rows, [2]string{"Dates allow", Days(d.Least) + " to " + Days(d.Most) + " days"})
	}
	return w
}
