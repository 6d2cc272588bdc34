package store

import (
	"context"
	"database/sql"
	"errors"
	"math"

	"chancery/model"
	"chancery/model/cameo"
)

// eventColumns is how many columns the table event has.
const eventColumns = 25

const updateEvent = `UPDATE event SET
	start_at = ?2, end_at = ?3, form = ?4, kind = ?5,
	category_id = ?6, collection_id = ?7, place_id = ?8, confidence_id = ?9,
	tenths = ?10, score = ?11, lat = ?12, lon = ?13, file_id = ?14, file_row = ?15, batch_id = ?16,
	digest = ?17, key = ?18, start_date = ?19, end_date = ?20, start_text = ?21, end_text = ?22,
	cameo = ?23, title = ?24, summary = ?25
	WHERE id = ?1`

// checkEvent refuses what the tables cannot give back.
func checkEvent(e *model.Event) error {
	if e.Key == "" {
		return &FieldError{"id", "an event needs an id"}
	}
	for _, x := range [...]struct {
		field string
		valid bool
		value float64
	}{
		{"score", e.Score.Valid, e.Score.Value},
		{"lat", e.Place.HasPoint, e.Place.Lat},
		{"lon", e.Place.HasPoint, e.Place.Lon},
	} {
		if x.valid && (math.IsNaN(x.value) || math.IsInf(x.value, 0)) {
			return &FieldError{x.field, "not a finite number"}
		}
	}
	return nil
}

// newEventID returns an id that no event ever had.
func (w *writer) newEventID(ctx context.Context) (model.EventID, error) {
	if w.last == 0 {
		err := w.row(ctx, "SELECT seq FROM sqlite_sequence WHERE name = 'event'").Scan(&w.last)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return 0, err
		}
	}
	w.last++
	return w.last, nil
}

// insertEvent gathers the rows of a new event, whose ID is set.
func (w *writer) insertEvent(ctx context.Context, e *model.Event, digest []byte) error {
	row, err := w.eventRow(ctx, e, digest)
	if err != nil {
		return err
	}
	if err := w.addParts(ctx, e); err != nil {
		return err
	}
	w.events.add(row[:]...)
	w.pending[e.Key] = true
	if len(w.pending) >= pendingEvents {
		return w.flush(ctx)
	}
	return nil
}

// updateEvent replaces the content of the event with e's ID.
func (w *writer) updateEvent(ctx context.Context, e *model.Event, digest []byte) error {
	row, err := w.eventRow(ctx, e, digest)
	if err != nil {
		return err
	}
	if err := w.loosen(ctx, e.ID); err != nil {
		return err
	}
	for _, query := range [...]string{
		"DELETE FROM participation WHERE event_id = ?",
		"DELETE FROM citation WHERE event_id = ?",
		"DELETE FROM link WHERE event_id = ?",
		"DELETE FROM event_tag WHERE event_id = ?",
	} {
		if err := w.exec(ctx, query, e.ID); err != nil {
			return err
		}
	}
	if err := w.exec(ctx, updateEvent, row[:]...); err != nil {
		return err
	}
	w.index.add(indexChange{id: int64(e.ID), drop: true})
	if err := w.addParts(ctx, e); err != nil {
		return err
	}
	return w.flush(ctx)
}

// deleteEvent removes an event and all that hangs on it. Links to it stay, as
// they do for events not yet there.
func (w *writer) deleteEvent(ctx context.Context, id model.EventID) error {
	if err := w.loosen(ctx, id); err != nil {
		return err
	}
	w.index.add(indexChange{id: int64(id), drop: true})
	return w.exec(ctx, "DELETE FROM event WHERE id = ?", id)
}

// loosen notes what the event used, for prune.
func (w *writer) loosen(ctx context.Context, id model.EventID) error {
	if err := w.ids(ctx, w.loosenedActors, "SELECT actor_id FROM participation WHERE event_id = ?", id); err != nil {
		return err
	}
	return w.ids(ctx, w.loosenedSources, "SELECT source_id FROM citation WHERE event_id = ?", id)
}

// eventRow returns the cells of the table event in the order of its columns.
func (w *writer) eventRow(ctx context.Context, e *model.Event, digest []byte) (row [eventColumns]any, err error) {
	category, err := w.categories.id(ctx, w, e.Category)
	if err != nil {
		return row, err
	}
	collection, err := w.collections.id(ctx, w, e.Collection)
	if err != nil {
		return row, err
	}
	confidence, err := w.confidences.id(ctx, w, e.Confidence)
	if err != nil {
		return row, err
	}
	place, err := w.places.id(ctx, w, e.Place.Name)
	if err != nil {
		return row, err
	}
	file, err := w.files.id(ctx, w, e.Origin.File)
	if err != nil {
		return row, err
	}
	bounds := e.Bounds()
	return [eventColumns]any{
		int64(e.ID),
		int64(bounds.EarliestStart), int64(bounds.LatestEnd),
		int64(model.FormOf(e.Kind, e.Start, e.End)), int64(e.Kind),
		category, collection, place, confidence,
		int64(tenths(e)),
		sql.NullFloat64{Float64: e.Score.Value, Valid: e.Score.Valid},
		sql.NullFloat64{Float64: e.Place.Lat, Valid: e.Place.HasPoint},
		sql.NullFloat64{Float64: e.Place.Lon, Valid: e.Place.HasPoint},
		file, int64(e.Origin.Row), w.batch,
		digest, e.Key,
		e.Start.String(), e.End.String(), e.StartText, e.EndText,
		e.CAMEO, e.Title, e.Summary,
	}, nil
}

// tenths is the score that Columns holds: the event's own, else that of its
// code, in tenths of a point from -100 to 100.
func tenths(e *model.Event) int8 {
	score, ok := e.Score.Value, e.Score.Valid
	if !ok && e.CAMEO != "" {
		score, ok = cameo.Goldstein(e.CAMEO)
	}
	if !ok {
		return model.NoScore
	}
	return int8(math.Round(10 * min(max(score, -10), 10)))
}

// addParts gathers the rows that hang on an event.
func (w *writer) addParts(ctx context.Context, e *model.Event) error {
	id := int64(e.ID)
	actors := make(map[string]*actorText, len(e.Actors))
	for i, p := range e.Actors {
		actor, err := w.actor(ctx, p.Actor)
		if err != nil {
			return err
		}
		actors[p.Actor] = actor
		w.participations.add(id, int64(i), actor.id, int64(p.Role))
	}
	for i := range e.Citations {
		c := &e.Citations[i]
		source, err := w.source(ctx, &c.Source)
		if err != nil {
			return err
		}
		w.citations.add(id, int64(i), source, c.Quote, c.Locator)
	}
	for i, l := range e.Links {
		w.links.add(id, int64(i), int64(l.Kind), l.To)
	}
	for i, name := range e.Tags {
		tag, err := w.tags.id(ctx, w, name)
		if err != nil {
			return err
		}
		w.eventTags.add(id, int64(i), tag)
	}
	w.index.add(indexChange{id: id, text: newIndexText(e, func(name string) *actorText { return actors[name] })})
	return nil
}

// actor returns the actor of a name, adding one that is known by its name only
// if there is none.
func (w *writer) actor(ctx context.Context, name string) (*actorText, error) {
	if a, ok := w.actors[name]; ok {
		return a, nil
	}
	var id int64
	err := w.row(ctx, "SELECT id FROM actor WHERE name = ?", name).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		id, err = w.insert(ctx, `INSERT INTO actor (name, kind, parent, country, code, from_date, to_date, described)
			VALUES (?, 0, '', '', '', '', '', 0)`, name)
	}
	if err != nil {
		return nil, err
	}
	names := []string{name}
	err = each(ctx, w.tx, func(rows *sql.Rows) error {
		var local string
		err := rows.Scan(&local)
		names = append(names, local)
		return err
	}, "SELECT text FROM actor_name WHERE actor_id = ? ORDER BY ord", id)
	if err != nil {
		return nil, err
	}
	a := newActorText(id, names...)
	w.actors[name] = a
	return a, nil
}

// source returns the number of a source, adding it if it is new.
func (w *writer) source(ctx context.Context, s *model.Source) (int64, error) {
	if id, ok := w.sources[*s]; ok {
		return id, nil
	}
	if err := w.openSources(ctx); err != nil {
		return 0, err
	}
	var id int64
	err := sql.ErrNoRows
	published, hash := s.Published.String(), hashSource(s)
	if !w.allSources {
		err = w.row(ctx, "SELECT id FROM source WHERE hash = ? AND title = ? AND publisher = ? AND url = ? AND published = ?",
			hash, s.Title, s.Publisher, s.URL, published).Scan(&id)
	}
	switch {
	case errors.Is(err, sql.ErrNoRows):
		w.lastSource++
		id = w.lastSource
		w.newSources.add(id, s.Publisher, s.Title, s.URL, published, hash)
	case err != nil:
		return 0, err
	}
	w.sources[*s] = id
	return id, nil
}

// openSources makes room for a source to be remembered. Those that are
// forgotten must be in the table to be found again.
func (w *writer) openSources(ctx context.Context) error {
	if w.lastSource == 0 {
		if err := w.row(ctx, "SELECT ifnull(max(id), 0) FROM source").Scan(&w.lastSource); err != nil {
			return err
		}
		w.allSources = w.lastSource == 0
	}
	if len(w.sources) < maxSources {
		return nil
	}
	clear(w.sources)
	w.allSources = false
	return w.newSources.flush(ctx, w)
}

// reindex writes the index and the digest of every event of a renamed actor
// anew: both hold its names.
func (w *writer) reindex(ctx context.Context) error {
	if len(w.renamed) == 0 {
		return nil
	}
	events := map[int64]bool{}
	for id := range w.renamed {
		if err := w.ids(ctx, events, "SELECT event_id FROM participation WHERE actor_id = ?", id); err != nil {
			return err
		}
	}
	clear(w.renamed)
	clear(w.actors)
	var d digester
	return eachPage(events, func(page []int64) error {
		loaded, err := loadEvents(ctx, w.tx, page)
		if err != nil {
			return err
		}
		for i := range loaded {
			e := &loaded[i]
			actors := map[string]*actorText{}
			for _, p := range e.Actors {
				if actors[p.Actor], err = w.actor(ctx, p.Actor); err != nil {
					return err
				}
			}
			if err := w.exec(ctx, "UPDATE event SET digest = ? WHERE id = ?", d.digest(e), e.ID); err != nil {
				return err
			}
			w.index.add(indexChange{
				id: int64(e.ID), drop: true,
				text: newIndexText(e, func(name string) *actorText { return actors[name] }),
			})
		}
		return w.flush(ctx)
	})
}

// addCollection and addCategory add what an event names before anything has
// described it.
func addCollection(ctx context.Context, w *writer, key string) (int64, error) {
	return w.insert(ctx, `INSERT INTO collection (position, key, name)
		VALUES ((SELECT ifnull(max(position), 0) + 1 FROM collection), ?, '')`, key)
}

func addCategory(ctx context.Context, w *writer, key string) (int64, error) {
	c := model.CategoryNamed(key)
	return w.insert(ctx, "INSERT INTO category (key, term, name, short) VALUES (?, ?, ?, ?)",
		key, c.Term, c.Name, c.Short)
}
