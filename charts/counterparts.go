package charts

import (
	"cmp"

	"chancery/model"
)

// counterpartRows is how many counterparts a ranking or a heat chart shows.
const counterpartRows = 7

// everyoneRows is how many rows they have when they are about everyone.
const everyoneRows = 12

// limit returns the most rows of a chart that suits n of them.
func (s *scope) limit(n int) int {
	if s.o.Rows > 0 {
		return s.o.Rows
	}
	return n
}

// counterparts ranks those whom the subject has most to do with or, about
// everyone, the pairs of actors.
func counterparts(s *scope) Spec {
	spec := s.spec()
	if s.focus < 0 {
		return pairs(s, spec)
	}
	spec.Subtitle = "events, mean score"
	_, tallies := s.met()
	r := ranking{head: "Counterpart", total: len(s.rows)}
	if s.with >= 0 {
		spec.Title = "Who else takes part"
		r.head = "Actor"
	}
	for _, t := range tallies[:min(len(tallies), s.limit(counterpartRows))] {
		q := Query{With: s.name(t.Actor)}
		if s.with >= 0 {
			q = Query{Also: s.name(t.Actor)}
		}
		r.add(s.name(t.Actor), t.Tally, q)
	}
	r.finish(s, &spec, len(tallies))
	spec.Note = "Scores run from –10, conflict, to +10, cooperation. An event counts once for each counterpart." + s.later()
	return spec
}

// pairs ranks the pairs of actors by the events they share, with the mean score
// of those that have one. An event counts once for a pair.
func pairs(s *scope, spec Spec) Spec {
	spec.Title, spec.Subtitle = "Top pairs of actors", "shared events, mean score"
	shown, total := s.busiestPairs(s.limit(everyoneRows))
	r := ranking{head: "Pair", total: len(s.rows)}
	for _, t := range shown {
		a, b := s.name(uint32(t.a)), s.name(uint32(t.b))
		r.add(a+" – "+b, t.Tally, Query{Actor: a, With: b})
	}
	r.finish(s, &spec, total)
	spec.Note = "Scores run from –10, conflict, to +10, cooperation. An event counts once for each pair that takes part in it." + s.later()
	if total > len(shown) {
		spec.Note += " " + Count(len(shown)) + " of " + Count(total) + " pairs are shown."
	}
	return spec
}

// busiestPairs tallies the rows by undirected pair, and returns the n with most
// events, and how many there are.
func (s *scope) busiestPairs(n int) (shown []bond, total int) {
	var found pairTable
	m := s.matcher()
	for k, row := range s.rows {
		if s.stopped(k) {
			break
		}
		m.read(int(row))
		m.eachPair(func(a, b uint32) { found.add(min(a, b), max(a, b), s.scores[row]) })
	}
	bonds := found.bonds()
	name := func(actor int) string { return s.name(uint32(actor)) }
	return top(bonds, n, func(x, y bond) int {
		return mostFirst(x.Events, y.Events, func() int {
			return cmp.Or(cmp.Compare(name(x.a), name(y.a)), cmp.Compare(name(x.b), name(y.b)))
		})
	}), len(bonds)
}

// A ranking is rows on their way into a Ranking.
type ranking struct {
	head          string
	total         int // events of the subject
	names         []string
	queries       []Query
	events, score Series
	rows          [][]string
}

func (r *ranking) add(name string, t model.Tally, q Query) {
	mean, ok := t.Mean()
	text := "none"
	if ok {
		text = Points(mean)
	}
	r.names = append(r.names, name)
	r.events.Values = append(r.events.Values, float64(t.Events))
	r.queries = append(r.queries, q)
	r.score.Values = append(r.score.Values, mean)
	r.score.N = append(r.score.N, t.Scored)
	r.rows = append(r.rows, []string{name, Count(t.Events), text, Count(t.Scored)})
}

func (r *ranking) finish(s *scope, spec *Spec, total int) {
	if len(r.names) == 0 {
		return
	}
	spec.Total = total
	spec.Categories, spec.Queries = r.names, r.queries
	r.events.Name, r.score.Name = "Events", "Mean score"
	if s.o.Normalised {
		spec.Normalised = true
		spec.Subtitle = "share of events, mean score"
		for i, v := range r.events.Values {
			r.events.N = append(r.events.N, int(v))
			r.events.Values[i] = v / float64(r.total)
		}
	}
	spec.Series = []Series{r.events, r.score}
	spec.Table = Table{
		Caption: spec.Title + ", " + spec.Subtitle,
		Head:    []string{r.head, "Events", "Mean score", "Events with a score"},
		Numeric: numericAfterFirst(4), Rows: r.rows,
	}
	one, many := "counterpart", "counterparts"
	switch r.head {
	case "Pair":
		one, many = "pair of actors", "pairs of actors"
	case "Actor":
		one, many = "actor", "actors"
	}
	spec.Alt = "Bars of the events that " + plural(len(r.names), one, many) + choose(len(r.names), " shares", " share") +
		". The most are " + r.rows[0][1] + ", of " + r.names[0] + "."
}
