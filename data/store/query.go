package store

import (
	"context"
	"strings"

	"chancery/model"
)

// A condition is a WHERE clause over the table event AS e with its arguments,
// or the knowledge that nothing can fulfil it.
type condition struct {
	clauses []string
	args    []any
	nothing bool
}

func (c *condition) and(clause string, args ...any) {
	c.clauses = append(c.clauses, clause)
	c.args = append(c.args, args...)
}

// where writes the clause, "" when every event fulfils it.
func (c *condition) where() string {
	if len(c.clauses) == 0 {
		return ""
	}
	return "WHERE " + strings.Join(c.clauses, "\n\tAND ")
}

// conditionOf turns a filter into SQL. Of the period it takes only what holds
// of every event that the period can keep: the inner bounds of a date are not
// in the table, so the caller looks at each event again. Of the text it takes the
// events that a search found.
func conditionOf(ctx context.Context, q queryer, f *model.Filter, found []model.EventID) (*condition, error) {
	c := &condition{}
	c.oneOf("e.collection_id IN (SELECT id FROM collection WHERE key IN ", f.Collections)
	c.oneOf("e.category_id IN (SELECT id FROM category WHERE key IN ", f.Categories)
	c.oneOf("e.place_id IN (SELECT id FROM place WHERE name IN ", f.Places)
	c.oneOf("e.confidence_id IN (SELECT id FROM confidence WHERE name IN ", f.Confidence)
	if err := c.actors(ctx, q, f); err != nil {
		return nil, err
	}
	if f.Text != "" {
		c.nothing = len(found) == 0
		c.and("e.id IN (SELECT value FROM json_each(?))", idList(found))
	}
	if !f.Period.IsZero() {
		c.and("e.start_at <= ?", int64(f.Period.To))
		c.and("e.end_at >= ?", int64(f.Period.From))
	}
	return c, nil
}

func (c *condition) oneOf(head string, words []string) {
	if len(words) == 0 {
		return
	}
	args := make([]any, len(words))
	for i, word := range words {
		args[i] = word
	}
	c.and(head+"("+strings.Repeat("?, ", len(words)-1)+"?))", args...)
}

// actors asks for the actors of f, each standing for the bodies and people
// under it.
func (c *condition) actors(ctx context.Context, q queryer, f *model.Filter) error {
	if len(f.Actors) == 0 {
		return nil
	}
	const takesPart = "e.id IN (SELECT event_id FROM participation WHERE actor_id IN (SELECT value FROM json_each(?)))"
	n, err := loadNames(ctx, q)
	if err != nil {
		return err
	}
	var any []model.ActorID
	for _, name := range f.Actors {
		var under []model.ActorID
		for i, in := range n.columns.Under(name) {
			if in {
				under = append(under, n.columns.Actors[i].ID)
			}
		}
		if f.AllActors {
			c.and(takesPart, idList(under))
		}
		any = append(any, under...)
	}
	if !f.AllActors {
		c.and(takesPart, idList(any))
	}
	return nil
}
