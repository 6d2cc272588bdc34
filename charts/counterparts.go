package charts

import (
	"cmp"
	"slices"

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
	tallies := s.tallyPairs()
	r := ranking{head: "Pair", total: len(s.rows)}
	for _, t := range tallies[:min(len(tallies), s.limit(everyoneRows))] {
		a, b := s.name(t.A), s.name(t.B)
		r.add(a+" – "+b, t.Tally, Query{Actor: a, With: b})
	}
	r.finish(s, &spec, len(tallies))
	spec.Note = "Scores run from –10, conflict, to +10, cooperation. An event counts once for each pair that takes part in it." + s.later()
	if shown := len(spec.Categories); len(tallies) > shown {
		spec.Note += " " + Count(shown) + " of " + Count(len(tallies)) + " pairs are shown."
	}
	return spec
}

// tallyPairs tallies the rows by undirected pair, most events first.
func (s *scope) tallyPairs() []model.PairTally {
	at := map[uint64]int{}
	var all []model.PairTally
	m := s.matcher()
	for _, row := range s.rows {
		m.read(int(row))
		m.eachPair(func(a, b uint32) {
			key := uint64(min(a, b))<<32 | uint64(max(a, b))
			n, ok := at[key]
			if !ok {
				n = len(all)
				at[key] = n
				all = append(all, model.PairTally{A: min(a, b), B: max(a, b)})
			}
			all[n].Add(s.scores[row])
		})
	}
	slices.SortFunc(all, func(x, y model.PairTally) int {
		return cmp.Or(cmp.Compare(y.Events, x.Events), cmp.Compare(s.name(x.A), s.name(y.A)), cmp.Compare(s.name(x.B), s.name(y.B)))
	})
	return all
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
