package store

import (
	"context"
	"database/sql"
	"errors"
	"math"

	"chancery/model"
	"chancery/model/cameo"
)

// eventColumns are the columns of the table event in the order in which
// eventRow fills them; eventCells is how many there are.
const (
	eventColumns = "id, start_at, end_at, form, kind, category_id, collection_id, place_id, confidence_id, " +
		"tenths, score, lat, lon, file_id, file_row, batch_id, digest, key, start_date, end_date, start_text, end_text, " +
		"cameo, title, summary"
	eventCells = 25
)

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

// openIDs finds the highest id that an event ever had.
func (w *writer) openIDs(ctx context.Context) error {
	if w.last >= 0 {
		return nil
	}
	err := w.row(ctx, "SELECT seq FROM sqlite_sequence WHERE name = 'event'").Scan(&w.last)
	if errors.Is(err, sql.ErrNoRows) {
		w.last, err = 0, nil
	}
	return err
}

// addEvent gathers the rows of a new event and gives it the next ID, which no
// event ever had.
func (w *writer) addEvent(ctx context.Context, e *model.Event, p *prepared) error {
	if err := w.openIDs(ctx); err != nil {
		return err
	}
	words, err := w.words(ctx, e)
	if err != nil {
		return err
	}
	w.last++
	e.ID = w.last
	row := w.eventRow(e, p, &words)
	w.rows.events.add(row[1:]...)
	w.rows.events.last = int64(e.ID)
	w.gathered.add(e.ID, p, &words)
	if err := w.addParts(ctx, e); err != nil {
		return err
	}
	w.rows.pending++
	return w.hand(ctx)
}

// insertEvent writes a new event under the ID that it has.
func (w *writer) insertEvent(ctx context.Context, e *model.Event, p *prepared) error {
	words, err := w.words(ctx, e)
	if err != nil {
		return err
	}
	row := w.eventRow(e, p, &words)
	const values = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
	if err := w.exec(ctx, "INSERT INTO event ("+eventColumns+") VALUES ("+values+")", row[:]...); err != nil {
		return err
	}
	w.last = -1
	return w.addParts(ctx, e)
}

// updateEvent replaces the content of the event with e's ID.
func (w *writer) updateEvent(ctx context.Context, e *model.Event, p *prepared) error {
	words, err := w.words(ctx, e)
	if err != nil {
		return err
	}
	row := w.eventRow(e, p, &words)
	w.gathered = nil
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
	w.changed.add(id)
	return w.exec(ctx, "DELETE FROM event WHERE id = ?", id)
}

// loosen notes what the event used, for prune.
func (w *writer) loosen(ctx context.Context, id model.EventID) error {
	if err := w.ids(ctx, w.loosenedActors, "SELECT actor_id FROM participation WHERE event_id = ?", id); err != nil {
		return err
	}
	return w.ids(ctx, w.loosenedSources, "SELECT source_id FROM citation WHERE event_id = ?", id)
}

// words are the ids of the words that an event shares with others.
type words struct{ category, collection, place, confidence, file int64 }

// words finds those of an event. It adds what is new, and refuses what is one
// too many.
func (w *writer) words(ctx context.Context, e *model.Event) (ids words, err error) {
	for _, x := range [...]struct {
		in   *dictionary
		word string
		id   *int64
	}{
		{&w.categories, e.Category, &ids.category},
		{&w.collections, e.Collection, &ids.collection},
		{&w.confidences, e.Confidence, &ids.confidence},
		{&w.places, e.Place.Name, &ids.place},
		{&w.files, e.Origin.File, &ids.file},
	} {
		if *x.id, err = x.in.id(ctx, w, x.word); err != nil {
			return words{}, err
		}
	}
	return ids, nil
}

// eventRow returns the cells of the table event in the order of its columns.
func (w *writer) eventRow(e *model.Event, p *prepared, ids *words) [eventCells]any {
	return [eventCells]any{
		int64(e.ID),
		int64(p.startAt), int64(p.endAt),
		int64(p.form), int64(e.Kind),
		ids.category, ids.collection, ids.place, ids.confidence,
		int64(p.tenths),
		optional(e.Score.Value, e.Score.Valid),
		optional(e.Place.Lat, e.Place.HasPoint),
		optional(e.Place.Lon, e.Place.HasPoint),
		ids.file, int64(e.Origin.Row), w.batch,
		p.digest[:], e.Key,
		p.start, p.end, e.StartText, e.EndText,
		e.CAMEO, e.Title, e.Summary,
	}
}

// optional is a number that may be missing as a cell.
func optional(x float64, valid bool) any {
	if !valid {
		return nil
	}
	return x
}

// tenths is the score that Columns holds: the event's own, else that of its
// code, in tenths of a point from -100 to 100.
func tenths(e *model.Event) int8 {
	if e.Score.Valid {
		return inTenths(e.Score.Value)
	}
	return codeTenths(cameo.Scale{}, e.CAMEO)
}
