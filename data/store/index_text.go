package store

import (
	"context"
	"database/sql"

	"chancery/model"
)

// An indexEntry is an event as it is indexed.
type indexEntry struct {
	id   model.EventID
	text indexText
}

// texts reads from the archive what is indexed. It remembers the names of
// actors, which may be old when they are used, but not for long: whoever renames
// an actor notes its events as changed.
type texts struct{ actors map[int64]*actorText }

// read returns what is to be indexed of the events in a range, in order.
func (t *texts) read(ctx context.Context, q queryer, r idRange) ([]indexEntry, error) {
	events := make([]model.Event, 0, r.last-r.first+1)
	err := each(ctx, q, func(rows *sql.Rows) error {
		var e model.Event
		err := rows.Scan(&e.ID, &e.Title, &e.Summary, &e.Place.Name)
		events = append(events, e)
		return err
	}, `SELECT e.id, e.title, e.summary, p.name FROM event AS e CROSS JOIN place AS p ON p.id = e.place_id
		WHERE e.id BETWEEN ? AND ? ORDER BY e.id`, r.first, r.last)
	if err != nil {
		return nil, err
	}
	// What hangs on the events comes in the same order.
	at := 0
	find := func(id model.EventID) int {
		for events[at].ID < id {
			at++
		}
		return at
	}
	actors := make([][]*actorText, len(events))
	unknown := map[int64]bool{}
	err = each(ctx, q, func(rows *sql.Rows) error {
		var event model.EventID
		var actor int64
		if err := rows.Scan(&event, &actor); err != nil {
			return err
		}
		text, ok := t.actors[actor]
		if !ok {
			text = &actorText{}
			t.actors[actor] = text
			unknown[actor] = true
		}
		i := find(event)
		actors[i] = append(actors[i], text)
		return nil
	}, "SELECT event_id, actor_id FROM participation WHERE event_id BETWEEN ? AND ? ORDER BY event_id, ord", r.first, r.last)
	if err != nil {
		return nil, err
	}
	if err := t.name(ctx, q, unknown); err != nil {
		return nil, err
	}
	at = 0
	err = each(ctx, q, func(rows *sql.Rows) error {
		var event model.EventID
		var s model.Source
		err := rows.Scan(&event, &s.Publisher, &s.Title)
		e := &events[find(event)]
		e.Citations = append(e.Citations, model.Citation{Source: s})
		return err
	}, `SELECT c.event_id, s.publisher, s.title FROM citation AS c CROSS JOIN source AS s ON s.id = c.source_id
		WHERE c.event_id BETWEEN ? AND ? ORDER BY c.event_id, c.ord`, r.first, r.last)
	entries := make([]indexEntry, len(events))
	for i := range events {
		entries[i] = indexEntry{events[i].ID, newIndexText(&events[i], actors[i])}
	}
	return entries, err
}

// name reads the names of actors in every language.
func (t *texts) name(ctx context.Context, q queryer, ids map[int64]bool) error {
	return eachPage(ids, func(page []int64) error {
		names := map[int64][]string{}
		err := each(ctx, q, func(rows *sql.Rows) error {
			var id int64
			var name string
			err := rows.Scan(&id, &name)
			names[id] = append(names[id], name)
			return err
		}, `SELECT a.id, a.name FROM json_each(?1) AS wanted CROSS JOIN actor AS a ON a.id = wanted.value
			UNION ALL
			SELECT n.actor_id, n.text FROM json_each(?1) AS wanted CROSS JOIN actor_name AS n ON n.actor_id = wanted.value`, idList(page))
		for _, id := range page {
			*t.actors[id] = newActorText(names[id]...)
		}
		return err
	})
}
