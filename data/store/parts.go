package store

import (
	"context"
	"database/sql"
	"errors"

	"chancery/model"
)

// addParts gathers the rows that hang on an event.
func (w *writer) addParts(ctx context.Context, e *model.Event) error {
	id := int64(e.ID)
	for i, p := range e.Actors {
		actor, err := w.actor(ctx, p.Actor)
		if err != nil {
			return err
		}
		w.rows.participations.add(id, int64(i), actor, int64(p.Role))
		w.gathered.addActor(actor, p.Role)
	}
	for i := range e.Citations {
		c := &e.Citations[i]
		source, err := w.source(ctx, &c.Source)
		if err != nil {
			return err
		}
		w.rows.citations.add(id, int64(i), source, c.Quote, c.Locator)
	}
	for i, l := range e.Links {
		w.rows.links.add(id, int64(i), int64(l.Kind), l.To)
	}
	for i, name := range e.Tags {
		tag, err := w.tags.id(ctx, w, name)
		if err != nil {
			return err
		}
		w.rows.eventTags.add(id, int64(i), tag)
	}
	w.changed.add(e.ID)
	return nil
}

// actor returns the number of the actor of a name, adding one that is known by its name only
// if there is none.
func (w *writer) actor(ctx context.Context, name string) (int64, error) {
	if id, ok := w.actors[name]; ok {
		return id, nil
	}
	var id int64
	err := w.row(ctx, "SELECT id FROM actor WHERE name = ?", name).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		id, err = w.insert(ctx, `INSERT INTO actor (name, kind, parent, country, code, from_date, to_date, described)
			VALUES (?, 0, '', '', '', '', '', 0)`, name)
	}
	if err != nil {
		return 0, err
	}
	w.actors[name] = id
	return id, nil
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
		w.rows.newSources.add(s.Publisher, s.Title, s.URL, published, hash)
		w.rows.newSources.last = id
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
	return w.rows.newSources.flush(ctx, w)
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
