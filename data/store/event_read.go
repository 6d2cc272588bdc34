package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"chancery/model"
)

// pageSize is how many events are read whole at a time.
const pageSize = 256

// eachPage calls do with the ids in ascending order, a page at a time.
func eachPage(ids map[int64]bool, do func(page []int64) error) error {
	ordered := make([]int64, 0, len(ids))
	for id := range ids {
		ordered = append(ordered, id)
	}
	slices.Sort(ordered)
	for page := range slices.Chunk(ordered, pageSize) {
		if err := do(page); err != nil {
			return err
		}
	}
	return nil
}

// Event returns the event with an ID. It wraps ErrNoEvent when there is none.
func (a *Archive) Event(ctx context.Context, id model.EventID) (e model.Event, err error) {
	err = a.view(ctx, func(tx *sql.Tx) error {
		e, err = loadEvent(ctx, tx, id)
		return err
	})
	return e, err
}

// EventByKey returns the event with a key. It wraps ErrNoEvent when there is
// none.
func (a *Archive) EventByKey(ctx context.Context, key string) (e model.Event, err error) {
	err = a.view(ctx, func(tx *sql.Tx) error {
		var id model.EventID
		err := tx.QueryRowContext(ctx, "SELECT id FROM event WHERE key = ?", key).Scan(&id)
		if err == sql.ErrNoRows {
			return fmt.Errorf("event %q: %w", key, ErrNoEvent)
		}
		if err != nil {
			return err
		}
		e, err = loadEvent(ctx, tx, id)
		return err
	})
	return e, err
}

func loadEvent(ctx context.Context, q queryer, id model.EventID) (model.Event, error) {
	events, err := loadEvents(ctx, q, []int64{int64(id)})
	if err != nil {
		return model.Event{}, err
	}
	if len(events) == 0 {
		return model.Event{}, fmt.Errorf("event %d: %w", id, ErrNoEvent)
	}
	return events[0], nil
}

// The list of ids drives each query: CROSS JOIN keeps SQLite from turning the
// loops around and reading a whole table.
const (
	selectEvents = `
		SELECT e.id, e.key, o.key, e.title, e.summary, e.start_date, e.end_date, e.start_text, e.end_text,
			e.kind, c.key, e.cameo, e.score, p.name, e.lat, e.lon, f.name, file.name, e.file_row
		FROM json_each(?) AS wanted
		CROSS JOIN event AS e ON e.id = wanted.value
		CROSS JOIN collection AS o ON o.id = e.collection_id
		CROSS JOIN category AS c ON c.id = e.category_id
		CROSS JOIN place AS p ON p.id = e.place_id
		CROSS JOIN confidence AS f ON f.id = e.confidence_id
		CROSS JOIN file ON file.id = e.file_id
		ORDER BY wanted.key`
	selectParticipations = `
		SELECT p.event_id, a.name, p.role
		FROM json_each(?) AS wanted
		CROSS JOIN participation AS p ON p.event_id = wanted.value
		CROSS JOIN actor AS a ON a.id = p.actor_id
		ORDER BY wanted.key, p.ord`
	selectCitations = `
		SELECT c.event_id, s.publisher, s.title, s.url, s.published, c.quote, c.locator
		FROM json_each(?) AS wanted
		CROSS JOIN citation AS c ON c.event_id = wanted.value
		CROSS JOIN source AS s ON s.id = c.source_id
		ORDER BY wanted.key, c.ord`
	selectLinks = `
		SELECT l.event_id, l.kind, l.target
		FROM json_each(?) AS wanted
		CROSS JOIN link AS l ON l.event_id = wanted.value
		ORDER BY wanted.key, l.ord`
	selectTags = `
		SELECT t.event_id, tag.name
		FROM json_each(?) AS wanted
		CROSS JOIN event_tag AS t ON t.event_id = wanted.value
		CROSS JOIN tag ON tag.id = t.tag_id
		ORDER BY wanted.key, t.ord`
)

// loadEvents reads whole events in the order of their ids as given. Ids without
// an event are left out.
func loadEvents(ctx context.Context, q queryer, ids []int64) ([]model.Event, error) {
	list := idList(ids)
	events := make([]model.Event, 0, len(ids))
	at := make(map[int64]int, len(ids))
	err := each(ctx, q, func(rows *sql.Rows) error {
		var e model.Event
		if err := scanEvent(rows, &e); err != nil {
			return err
		}
		at[int64(e.ID)] = len(events)
		events = append(events, e)
		return nil
	}, selectEvents, list)
	if err != nil {
		return nil, err
	}
	var id int64
	err = each(ctx, q, func(rows *sql.Rows) error {
		var p model.Participation
		err := rows.Scan(&id, &p.Actor, &p.Role)
		e := &events[at[id]]
		e.Actors = append(e.Actors, p)
		return err
	}, selectParticipations, list)
	if err != nil {
		return nil, err
	}
	err = each(ctx, q, func(rows *sql.Rows) error {
		var c model.Citation
		s := &c.Source
		err := rows.Scan(&id, &s.Publisher, &s.Title, &s.URL, dateCell{&s.Published}, &c.Quote, &c.Locator)
		e := &events[at[id]]
		e.Citations = append(e.Citations, c)
		return err
	}, selectCitations, list)
	if err != nil {
		return nil, err
	}
	err = each(ctx, q, func(rows *sql.Rows) error {
		var l model.Link
		err := rows.Scan(&id, &l.Kind, &l.To)
		e := &events[at[id]]
		e.Links = append(e.Links, l)
		return err
	}, selectLinks, list)
	if err != nil {
		return nil, err
	}
	err = each(ctx, q, func(rows *sql.Rows) error {
		var tag string
		err := rows.Scan(&id, &tag)
		e := &events[at[id]]
		e.Tags = append(e.Tags, tag)
		return err
	}, selectTags, list)
	if err != nil {
		return nil, err
	}
	return events, nil
}

func scanEvent(rows *sql.Rows, e *model.Event) error {
	var score, lat, lon sql.NullFloat64
	err := rows.Scan(&e.ID, &e.Key, &e.Collection, &e.Title, &e.Summary,
		dateCell{&e.Start}, dateCell{&e.End}, &e.StartText, &e.EndText,
		&e.Kind, &e.Category, &e.CAMEO, &score, &e.Place.Name, &lat, &lon,
		&e.Confidence, &e.Origin.File, &e.Origin.Row)
	if err != nil {
		return err
	}
	e.Score = model.Score{Value: score.Float64, Valid: score.Valid}
	e.Place.Lat, e.Place.Lon, e.Place.HasPoint = lat.Float64, lon.Float64, lat.Valid
	return nil
}
