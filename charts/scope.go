package charts

import (
	"slices"
	"sort"

	"chancery/model"
	"chancery/model/edtf"
)

// A scope is what one panel counts: the rows of a subject, in a role or in any,
// within a stretch of time. It does not change once it is made, so that several
// builders may read it at once.
type scope struct {
	c      *model.Columns
	keep   model.Bitmap
	index  *model.ActorIndex
	scores []int8
	scale  string // name of the scores
	links  []model.Tie
	o      Options
	query  Query
	entry  Entry
	axis   *axis

	first, last    int      // rows in the stretch of time
	focus, with    int      // indices of actors, -1 for none
	stand          []uint32 // of each actor, the one that stands for it
	rows           []uint32 // in the order of their starts
	undated, ended int      // those in between have a known start

	shared *shared     // by all copies
	stop   func() bool // reports whether nobody waits for the charts any more
}

// A maker makes scopes of the same data.
type maker struct {
	d           Data
	o           Options
	apart       []string // actors that stand for themselves
	stop        func() bool
	first, last int // rows in the stretch of time: [first, last)
}

func newMaker(d Data, o Options) *maker {
	if d.Scores == nil {
		d.Scores = d.Columns.Score
	}
	if d.Scale == "" {
		d.Scale = "Goldstein"
	}
	m := &maker{d: d, o: o, last: d.Columns.Len()}
	if from, to, ok := o.period(); ok {
		start := d.Columns.Start
		m.first = sort.Search(len(start), func(i int) bool { return start[i] >= from })
		m.last = max(m.first, sort.Search(len(start), func(i int) bool { return start[i] >= to }))
	}
	return m
}

// period returns the stretch in which an event must begin to be counted; ok is
// false when it may be any.
func (o *Options) period() (from, to edtf.Instant, ok bool) {
	from, to, ok = o.From, o.To, o.From != 0 || o.To != 0
	if !ok {
		from, to = edtf.Past, edtf.Future
	}
	if o.AsOf != 0 && o.AsOf.Finite() {
		to, ok = min(to, Day.Next(Day.Floor(o.AsOf))), true
	}
	return from, to, ok
}

// scope makes the scope of a subject in some roles, 0 for any.
func (m *maker) scope(subject Subject, as RoleSet) *scope {
	q := Query{Actor: subject.Actor, With: subject.With, RollUp: m.o.RollUp}
	if as != 0 {
		q.Who, q.As = subject.Actor, as
	}
	if from, to, ok := m.o.period(); ok {
		q.From, q.To = from, to
	}
	if q.RollUp && q.Actor != "" {
		q.Apart = []string{subject.Actor}
		if q.With != "" {
			q.Apart = append(q.Apart, subject.With)
		}
	}
	m.apart = q.Apart
	return m.scopeOf(q)
}

// scopeOf makes the scope of what a query says of time and actors.
func (m *maker) scopeOf(q Query) *scope {
	c := m.d.Columns
	if q.Actor != "" && m.d.Index == nil {
		m.d.Index = c.IndexActors()
	}
	s := &scope{
		c: c, keep: m.d.Keep, index: m.d.Index, scores: m.d.Scores, scale: m.d.Scale, links: m.d.Links, o: m.o,
		first: m.first, last: m.last, query: q,
		focus: actorNamed(c, q.Actor), with: actorNamed(c, q.With), shared: new(shared), stop: m.stop,
	}
	apart := make([]int, len(m.apart))
	for i, name := range m.apart {
		apart[i] = actorNamed(c, name)
	}
	s.stand = c.Standing(m.o.RollUp, apart...)
	s.rows = s.subjectRows()
	start := func(k int) edtf.Instant { return c.Start[s.rows[k]] }
	s.undated = sort.Search(len(s.rows), func(k int) bool { return start(k) > edtf.Past })
	s.ended = sort.Search(len(s.rows), func(k int) bool { return start(k) == edtf.Future })
	return s
}

// subjectRows returns the rows that a scope counts.
func (s *scope) subjectRows() []uint32 {
	if s.focus < 0 {
		rows := make([]uint32, 0, s.last-s.first)
		for i := s.first; i < s.last; i++ {
			if s.keep.Has(i) {
				rows = append(rows, uint32(i))
			}
		}
		return rows
	}
	match := s.matcher()
	taking := s.taking()
	if s.keep == nil && match.any() {
		return taking
	}
	rows := make([]uint32, 0, len(taking))
	for _, i := range taking {
		if s.keep.Has(int(i)) && match.parties(int(i)) {
			rows = append(rows, i)
		}
	}
	return rows
}

// taking returns the rows in the stretch of time in which the subject's first
// actor, or one that it stands for, takes part.
func (s *scope) taking() []uint32 {
	var under []uint32
	for a, by := range s.stand {
		if int(by) == s.focus {
			under = append(under, uint32(a))
		}
	}
	if len(under) == 1 {
		return within(s.index.Rows(under[0]), s.first, s.last)
	}
	set := model.NewBitmap(s.c.Len())
	n := 0
	for _, a := range under {
		for _, row := range within(s.index.Rows(a), s.first, s.last) {
			set.Set(int(row))
			n++
		}
	}
	rows := make([]uint32, 0, n)
	for row := range set.All {
		rows = append(rows, uint32(row))
	}
	return rows
}

// within returns those of sorted rows that lie in [first, last).
func within(rows []uint32, first, last int) []uint32 {
	from, _ := slices.BinarySearch(rows, uint32(first))
	to, _ := slices.BinarySearch(rows, uint32(last))
	return rows[from:to]
}

// dated returns the rows with a known start, which alone have a place in time.
func (s *scope) dated() []uint32 { return s.rows[s.undated:s.ended] }

// notDated is how many rows have no known start.
func (s *scope) notDated() int { return len(s.rows) - s.ended + s.undated }

// turn is how many rows are looked at from one question whether to stop to the
// next.
const turn = 1 << 16

// stopped reports, once in a while, whether to look at no more rows. What is
// built after that is thrown away.
func (s *scope) stopped(row int) bool { return row%turn == 0 && s.stop != nil && s.stop() }

// name returns the name of an actor.
func (s *scope) name(actor uint32) string { return s.c.Actors[actor].Name }

// later says what an as-of date leaves out.
func (s *scope) later() string {
	if s.o.AsOf == 0 || !s.o.AsOf.Finite() {
		return ""
	}
	return " What began after " + Day.Label(s.o.AsOf) + " is left out."
}

// spec begins the chart of a scope.
func (s *scope) spec() Spec {
	spec := Spec{Key: s.entry.Key, Kind: s.entry.Kind, Title: s.entry.Title, Query: s.query}
	if s.entry.is(timed) {
		spec.Unit, spec.Bins = s.axis.unit, s.axis.bins
	}
	return spec
}
