package charts

import (
	"cmp"
	"slices"

	"chancery/model"
	"chancery/model/edtf"
)

// responseRows is how many pairs a chart of response times shows.
const responseRows = 12

const (
	ownResponse  = "An own act"        // the same actor acts in both
	vagueParties = "No acting parties" // who acts in either is not known
)

// responses counts the days from causes to the responses to them, by who
// answers whom. A response by several actors, or to several, counts for each.
func responses(s *scope) Spec {
	spec := s.spec()
	waits := s.waits()
	if len(waits) == 0 {
		spec.Note = "No event here is linked as the response to another."
		return spec
	}
	groups := s.groupWaits(waits)
	spec.Total = len(groups)
	shown := groups[:min(len(groups), s.limit(responseRows))]
	median, low, high := Series{Name: "Median"}, Series{Name: "Lower quartile"}, Series{Name: "Upper quartile"}
	spec.Subtitle = "days from an event to the response, median and quartiles"
	spec.Table = Table{
		Caption: spec.Title + ", " + spec.Subtitle,
		Head:    []string{"Who answers whom", "Responses", "Median days", "Lower quartile", "Upper quartile", "Shortest", "Longest"},
		Numeric: numericAfterFirst(7),
	}
	for i, g := range shown {
		slices.SortStableFunc(g.waits, func(a, b int) int { return cmp.Compare(waits[a].Days, waits[b].Days) })
		days := make([]float64, len(g.waits))
		q := Query{Events: []model.EventID{}}
		for k, at := range g.waits {
			d := waits[at].Delay
			d.Row = i
			days[k] = d.Days
			spec.Delays = append(spec.Delays, d)
			q.Events = append(q.Events, d.Response)
		}
		spec.Categories = append(spec.Categories, g.name)
		spec.Queries = append(spec.Queries, q)
		m, l, h := quantile(days, 0.5), quantile(days, 0.25), quantile(days, 0.75)
		median.Values, low.Values, high.Values = append(median.Values, m), append(low.Values, l), append(high.Values, h)
		median.N = append(median.N, len(days))
		spec.Table.Rows = append(spec.Table.Rows, []string{
			g.name, Count(len(days)), Days(m), Days(l), Days(h), Days(days[0]), Days(days[len(days)-1]),
		})
	}
	spec.Series = []Series{median, low, high}
	spec.Note = "Counted from the earliest possible beginning of either." + s.later()
	if inexact := countInexact(spec.Delays); inexact > 0 {
		spec.Note += " " + plural(inexact, "response is", "responses are") + " dated less exactly than to the day, there or in the cause; a line shows what that leaves open."
	}
	spec.Alt = "Dots of the days from events to responses for " + plural(len(shown), "pair", "pairs") + ". " + shown[0].name + " has the most responses, " +
		Count(len(shown[0].waits)) + ", with a median of " + Days(median.Values[0]) + " days."
	return spec
}

// A wait is a response with who gave it to whom, -1 where that is not known.
type wait struct {
	answers, whom int
	Delay
}

// waits returns a wait for each response of the links, and each two actors that
// it lies between.
func (s *scope) waits() []wait {
	rows := s.rowsOfLinks()
	own := s.ownRows()
	m, n := s.matcher(), s.matcher()
	var waits []wait
	for _, l := range s.links {
		if l.Kind != model.ResponseTo {
			continue
		}
		cause, ok := rows.of(l.Cause)
		response, also := rows.of(l.Response)
		if !ok || !also || !own.Has(cause) && !own.Has(response) || !s.answers(m, n, cause, response) {
			continue
		}
		d := s.delay(cause, response)
		d.Cause, d.Response, d.Kind = l.Cause, l.Response, l.Kind
		waits = s.between(waits, n, m, d)
	}
	return waits
}

// between appends a wait for each that acts in the response and each other that
// acts in the cause. Where there are no two such, it is an own act, or between
// nobody that is known.
func (s *scope) between(waits []wait, response, cause *matcher, d Delay) []wait {
	before, own := len(waits), -1
	for _, r := range acting(response) {
		for _, c := range acting(cause) {
			switch {
			case r == c && s.concerns(r, c):
				own = int(r)
			case r != c && s.concerns(r, c):
				waits = append(waits, wait{int(r), int(c), d})
			}
		}
	}
	if len(waits) == before {
		waits = append(waits, wait{own, own, d})
	}
	return waits
}

// ownRows is the set of rows in which the subject's first actor takes part, nil
// for every row when it is everyone.
func (s *scope) ownRows() model.Bitmap {
	if s.focus < 0 {
		return nil
	}
	own := model.NewBitmap(s.c.Len())
	for _, row := range s.taking() {
		own.Set(int(row))
	}
	return own
}

// answers reads both rows, and reports whether the subject has a part in the one
// answering the other.
func (s *scope) answers(cause, response *matcher, c, r int) bool {
	cause.read(c)
	response.read(r)
	if s.focus < 0 {
		return true
	}
	has := func(m *matcher, a int) bool { return slices.Contains(acting(m), uint32(a)) }
	if s.with < 0 {
		return has(cause, s.focus) || has(response, s.focus)
	}
	return has(cause, s.focus) && has(response, s.with) || has(cause, s.with) && has(response, s.focus)
}

// acting returns who acts in a row or, where nobody is said to, who takes part.
func acting(m *matcher) []uint32 {
	if len(m.from) > 0 {
		return m.from
	}
	return m.seen
}

// concerns reports whether a subject is one of two actors, or both of a pair.
func (s *scope) concerns(a, b uint32) bool {
	switch {
	case s.focus < 0:
		return true
	case s.with < 0:
		return int(a) == s.focus || int(b) == s.focus
	}
	return int(a) == s.focus && int(b) == s.with || int(a) == s.with && int(b) == s.focus
}

// rowsOfLinks finds the kept, dated rows in the stretch of time that links
// join.
func (s *scope) rowsOfLinks() *rowFinder {
	f := newRowFinder(s.links)
	for row := s.first; row < s.last; row++ {
		if f.wants(s.c.ID[row]) && s.keep.Has(row) && s.c.Start[row].Finite() {
			f.found(s.c.ID[row], row)
		}
	}
	return f
}

// delay counts the days from the start of one row to that of another.
func (s *scope) delay(cause, response int) Delay {
	c, r := s.c.Bounds(cause), s.c.Bounds(response)
	return Delay{
		Days:     dayOf(r.EarliestStart) - dayOf(c.EarliestStart),
		Least:    dayOf(r.EarliestStart) - dayOf(last(c)),
		Most:     dayOf(last(r)) - dayOf(c.EarliestStart),
		Category: s.c.Categories[s.c.Category[response]].Index,
	}
}

// last returns the latest moment at which something may have begun.
func last(b edtf.Bounds) edtf.Instant {
	if !b.LatestStart.Finite() {
		return b.EarliestStart
	}
	return max(b.LatestStart-1, b.EarliestStart)
}

func dayOf(t edtf.Instant) float64 { return float64(floor(int64(t), 86_400)) }

func countInexact(delays []Delay) int {
	n := 0
	for i := range delays {
		if delays[i].Least != delays[i].Most {
			n++
		}
	}
	return n
}

type waitGroup struct {
	name  string
	rank  int
	waits []int // indices
}

// groupWaits groups waits by who answers whom, most first; those between no two
// actors come last.
func (s *scope) groupWaits(waits []wait) []waitGroup {
	at := map[[2]int]int{}
	var groups []waitGroup
	for i := range waits {
		w := &waits[i]
		key := [2]int{w.answers, w.whom}
		if w.answers == w.whom {
			key = [2]int{min(w.answers, 0), 0} // all own acts are one group
		}
		k, ok := at[key]
		if !ok {
			k = len(groups)
			at[key] = k
			groups = append(groups, s.newWaitGroup(w))
		}
		groups[k].waits = append(groups[k].waits, i)
	}
	slices.SortFunc(groups, func(a, b waitGroup) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(len(b.waits), len(a.waits)), cmp.Compare(a.name, b.name))
	})
	return groups
}

func (s *scope) newWaitGroup(w *wait) waitGroup {
	switch {
	case w.answers < 0:
		return waitGroup{name: vagueParties, rank: 2}
	case w.answers == w.whom:
		return waitGroup{name: ownResponse, rank: 1}
	}
	return waitGroup{name: s.name(uint32(w.answers)) + " answers " + s.name(uint32(w.whom))}
}

// quantile returns a quantile of sorted numbers, between two of them where it
// lies there.
func quantile(sorted []float64, q float64) float64 {
	at := q * float64(len(sorted)-1)
	i := int(at)
	if i+1 >= len(sorted) {
		return sorted[i]
	}
	return sorted[i] + (at-float64(i))*(sorted[i+1]-sorted[i])
}
