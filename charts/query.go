package charts

import (
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
	// model.Columns.TallyPairs has it.
	Actor, With string
	RollUp      bool            // as in Options
	As          RoleSet         // Actor has one of these roles; 0 for any
	Directed    bool            // Actor acts on With
	Category    string          // key; "" for any
	Sign        int8            // 1 scored above zero, -1 below it, 0 for any
	Scored      bool            // has a score
	Events      []model.EventID // these alone; nil for any
}

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

// Narrow returns the query that asks for what both ask for. Where both name an
// actor, a role and so on, that of the other stands.
func (q Query) Narrow(other Query) Query {
	if other.From != 0 || other.To != 0 {
		q.From, q.To = other.From, other.To
	}
	if other.Actor != "" {
		q.Actor, q.With, q.Directed = other.Actor, other.With, other.Directed
	}
	if other.With != "" {
		q.With, q.Directed = other.With, other.Directed
	}
	if other.As != 0 {
		q.As = other.As
	}
	if other.Category != "" {
		q.Category = other.Category
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

// actorNamed returns the index of an actor, or -1.
func actorNamed(c *model.Columns, name string) int {
	for i := range c.Actors {
		if c.Actors[i].Name == name {
			return i
		}
	}
	return -1
}
