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

// texts reads from the archive what is indexed. It remembers the names of actors
// and sources, which may be old when they are used, but not for long: whoever
// changes one notes its events as changed.
type texts struct {
	actors  map[int64]*actorText
	sources map[int64]*model.Source
}

// maxTexts bounds the sources that are remembered.
const maxTexts = 1 << 16

func newTexts() texts {
	return texts{actors: map[int64]*actorText{}, sources: map[int64]*model.Source{}}
}

// read returns what is to be indexed of the events in a range, in order.
func (t *texts) read(ctx context.Context, q queryer, r idRange) ([]indexEntry, error) {
	events := make([]model.Event, 0, r.last-r.first+1)
	at := make([]int32, r.last-r.first+1) // by ID, from the first
	err := each(ctx, q, func(rows *sql.Rows) error {
		var e model.Event
		err := rows.Scan(&e.ID, &e.Title, &e.Summary, &e.Place.Name)
		at[e.ID-r.first] = int32(len(events))
		events = append(events, e)
		return err
	}, `SELECT e.id, e.title, e.summary, p.name FROM event AS e CROSS JOIN place AS p ON p.id = e.place_id
		WHERE e.id BETWEEN ? AND ? ORDER BY e.id`, r.first, r.last)
	if err != nil {
		return nil, err
	}
	actors := make([][]*actorText, len(events))
	unknown := map[int64]bool{}
	err = eachTied(ctx, q, "participation", "actor_id", r, func(event, actor int64) {
		text, ok := t.actors[actor]
		if !ok {
			text = &actorText{}
			t.actors[actor] = text
			unknown[actor] = true
		}
		i := at[event]
		actors[i] = append(actors[i], text)
	})
	if err != nil {
		return nil, err
	}
	if err := t.name(ctx, q, unknown); err != nil {
		return nil, err
	}
	if len(t.sources) > maxTexts {
		clear(t.sources)
	}
	sources := make([][]*model.Source, len(events))
	clear(unknown)
	err = eachTied(ctx, q, "citation", "source_id", r, func(event, id int64) {
		source, ok := t.sources[id]
		if !ok {
			source = &model.Source{}
			t.sources[id] = source
			unknown[id] = true
		}
		i := at[event]
		sources[i] = append(sources[i], source)
	})
	if err != nil {
		return nil, err
	}
	if err := t.cite(ctx, q, unknown); err != nil {
		return nil, err
	}
	entries := make([]indexEntry, len(events))
	for i := range events {
		entries[i] = indexEntry{events[i].ID, newIndexText(&events[i], actors[i], sources[i])}
	}
	return entries, nil
}

// eachTied calls do with the pairs in a table that ties events of a range to
// something else: the number of the event from the first of the range, and the
// other id. All pairs come as one text, at half the time of a row for each.
func eachTied(ctx context.Context, q queryer, table, column string, r idRange, do func(event, id int64)) error {
	// An event has fewer than 2^31 places in its range, and an id fits into 32 bits
	// as it does in Columns.
	const idBits = 32
	var list sql.NullString
	err := q.QueryRowContext(ctx, "SELECT group_concat(event_id - ?1 << 32 | "+column+") FROM (SELECT event_id, "+column+" FROM "+table+
		" WHERE event_id BETWEEN ?1 AND ?2 ORDER BY event_id, ord)", r.first, r.last).Scan(&list)
	if err != nil || !list.Valid {
		return err
	}
	pair := int64(0)
	for i := 0; i <= len(list.String); i++ {
		if i < len(list.String) && list.String[i] != ',' {
			pair = 10*pair + int64(list.String[i]-'0')
			continue
		}
		do(pair>>idBits, pair&(1<<idBits-1))
		pair = 0
	}
	return nil
}

// cite reads sources.
func (t *texts) cite(ctx context.Context, q queryer, ids map[int64]bool) error {
	return eachPage(ids, func(page []int64) error {
		return each(ctx, q, func(rows *sql.Rows) error {
			var id int64
			var s model.Source
			err := rows.Scan(&id, &s.Publisher, &s.Title)
			*t.sources[id] = s
			return err
		}, "SELECT s.id, s.publisher, s.title FROM json_each(?) AS wanted CROSS JOIN source AS s ON s.id = wanted.value", idList(page))
	})
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
