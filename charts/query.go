package charts

import (
	"slices"

	"chancery/model"
	"chancery/model/edtf"
)

// A Query says which events a chart, or one datum of it, counts. Its fields must
// all hold; the zero Query is every event. Actors are named, so that a query
// outlives edits of the archive.
type Query struct {
	// The event begins in [From, To), by its earliest start; both 0: whenever.
	From, To edtf.Instant
	// Actor takes part in it. With With, the event belongs to the pair, as
	// model.Columns.TallyPairs has it; Way says which way it goes.
	Actor, With string
	Way         Way
	Also        string  // takes part, too
	Who         string  // has one of the roles As
	As          RoleSet // 0 for any
	// RollUp lets actors stand for the bodies and people under them; Apart are
	// those that stand for themselves and not for who is above them, beside
	// those that are named above.
	RollUp     bool
	Apart      []string
	Categories []string        // one of these keys; nil for any
	Sign       int8            // 1 scored above zero, -1 below it, 0 for any
	Scored     bool            // has a score
	Events     []model.EventID // these alone; nil for any
}

// A Way says how an event goes between the two actors of a pair.
type Way uint8

// The ways.
const (
	AnyWay  Way = iota
	ActsOn      // Actor acts on With
	Neither     // neither acts on the other
)

// A RoleSet is a set of roles.
type RoleSet uint8

// Roles returns the set of the given roles.
func Roles(roles ...model.Role) RoleSet {
	var s RoleSet
	for _, r := range roles {
		s |= 1 << r
	}
	return s
}

// Has reports whether the role is in the set.
func (s RoleSet) Has(r model.Role) bool { return s&(1<<r) != 0 }

// Narrow returns the query that asks for what both ask for. Where both say
// something of the same field but the time, the other's word stands.
func (q Query) Narrow(other Query) Query {
	switch {
	case other.From == 0 && other.To == 0:
	case q.From == 0 && q.To == 0:
		q.From, q.To = other.From, other.To
	default:
		q.From, q.To = max(q.From, other.From), min(q.To, other.To)
	}
	if other.Actor != "" {
		q.Actor, q.With, q.Way = other.Actor, "", AnyWay
	}
	if other.With != "" {
		q.With, q.Way = other.With, other.Way
	}
	if other.Also != "" {
		q.Also = other.Also
	}
	if other.As != 0 {
		q.Who, q.As = other.Who, other.As
	}
	if other.Categories != nil {
		q.Categories = other.Categories
	}
	if other.Sign != 0 {
		q.Sign = other.Sign
	}
	if other.Events != nil {
		q.Events = other.Events
	}
	q.RollUp = q.RollUp || other.RollUp
	q.Scored = q.Scored || other.Scored
	return q
}

// Rows returns the rows that the query asks for, in order. An actor that the
// archive does not have takes part in nothing.
func (q Query) Rows(d Data) []uint32 {
	o := Options{From: q.From, To: q.To, RollUp: q.RollUp}
	if q.Events != nil {
		rows := d.Columns.RowsOf(q.Events)
		rows.And(d.Keep)
		d.Keep = rows
	}
	m := newMaker(d, o)
	for _, name := range []string{q.Actor, q.With, q.Also, q.Who} {
		if name != "" && actorNamed(d.Columns, name) < 0 {
			return nil
		}
	}
	m.apart = append(slices.Clone(q.Apart), q.Actor, q.With, q.Also, q.Who)
	s := m.scopeOf(q)
	rows := slices.Clone(s.rows)
	return slices.DeleteFunc(rows, func(row uint32) bool { return !q.keeps(s, row) })
}

// keeps looks at what a scope does not.
func (q *Query) keeps(s *scope, row uint32) bool {
	score := s.scores[row]
	switch {
	case (q.Scored || q.Sign != 0) && score == model.NoScore,
		q.Sign > 0 && score <= 0, q.Sign < 0 && score >= 0,
		q.Categories != nil && !slices.Contains(q.Categories, s.c.Categories[s.c.Category[row]].Key):
		return false
	}
	if q.Also == "" {
		return true
	}
	also := uint32(actorNamed(s.c, q.Also))
	actors, _ := s.c.ActorsOf(int(row))
	return slices.ContainsFunc(actors, func(a uint32) bool { return s.stand[a] == also })
}

// actorNamed returns the index of an actor, or -1.
func actorNamed(c *model.Columns, name string) int {
	if name == "" {
		return -1
	}
	return slices.IndexFunc(c.Actors, func(a model.Actor) bool { return a.Name == name })
}
