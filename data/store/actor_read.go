package store

import (
	"context"
	"database/sql"
	"math"

	"chancery/model"
)

// Actors returns every actor in the order in which the archive met them, those
// that are only a name in some event included.
func (a *Archive) Actors(ctx context.Context) (actors []model.Actor, err error) {
	err = a.view(ctx, func(tx *sql.Tx) error {
		actors, err = loadActors(ctx, tx, 0, math.MaxInt64)
		return err
	})
	return actors, err
}

// loadActors reads the actors whose ids lie in [first, last].
func loadActors(ctx context.Context, q queryer, first, last int64) ([]model.Actor, error) {
	var actors []model.Actor
	at := map[int64]int{}
	err := each(ctx, q, func(rows *sql.Rows) error {
		var a model.Actor
		err := rows.Scan(&a.ID, &a.Key, &a.Name, &a.Kind, &a.Parent, &a.Country, &a.Code, dateCell{&a.From}, dateCell{&a.To})
		at[int64(a.ID)] = len(actors)
		actors = append(actors, a)
		return err
	}, `SELECT id, ifnull(key, ''), name, kind, parent, country, code, from_date, to_date
		FROM actor WHERE id BETWEEN ? AND ? ORDER BY id`, first, last)
	if err != nil {
		return nil, err
	}
	var actor int64
	err = each(ctx, q, func(rows *sql.Rows) error {
		var n model.LocalName
		err := rows.Scan(&actor, &n.Language, &n.Text)
		a := &actors[at[actor]]
		a.Names = append(a.Names, n)
		return err
	}, "SELECT actor_id, language, text FROM actor_name WHERE actor_id BETWEEN ? AND ? ORDER BY actor_id, ord", first, last)
	if err != nil {
		return nil, err
	}
	err = each(ctx, q, func(rows *sql.Rows) error {
		var p model.Post
		err := rows.Scan(&actor, &p.Office, &p.Of, dateCell{&p.From}, dateCell{&p.To}, &p.Current)
		a := &actors[at[actor]]
		a.Posts = append(a.Posts, p)
		return err
	}, "SELECT actor_id, office, body, from_date, to_date, current FROM actor_post WHERE actor_id BETWEEN ? AND ? ORDER BY actor_id, ord", first, last)
	return actors, err
}
