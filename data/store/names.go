package store

import (
	"context"
	"database/sql"
	"math"

	"chancery/model"
)

// names is what the indices in Columns point into, with the way from the ids of
// the tables to those indices.
type names struct {
	columns     model.Columns // with the lookups and the generation only
	categories  map[int64]uint8
	collections map[int64]uint16
	places      map[int64]uint32
	confidences map[int64]uint8
	actors      map[int64]uint32
}

func loadNames(ctx context.Context, q queryer) (*names, error) {
	n := &names{collections: map[int64]uint16{}, actors: map[int64]uint32{}}
	generation, err := metaValue(ctx, q, "generation")
	if err != nil {
		return nil, err
	}
	c := &n.columns
	c.Generation = uint64(generation)
	if c.Categories, n.categories, err = loadCategories(ctx, q); err != nil {
		return nil, err
	}
	err = each(ctx, q, func(rows *sql.Rows) error {
		var id int64
		var x model.Collection
		err := rows.Scan(&id, &x.Key, &x.Name)
		n.collections[id] = uint16(len(c.Collections))
		c.Collections = append(c.Collections, x)
		return err
	}, "SELECT id, key, name FROM collection ORDER BY position, id")
	if err != nil {
		return nil, err
	}
	if c.Places, n.places, err = loadWords[uint32](ctx, q, "place"); err != nil {
		return nil, err
	}
	if c.Confidences, n.confidences, err = loadWords[uint8](ctx, q, "confidence"); err != nil {
		return nil, err
	}
	if c.Actors, err = loadActors(ctx, q, 0, math.MaxInt64); err != nil {
		return nil, err
	}
	for i := range c.Actors {
		n.actors[int64(c.Actors[i].ID)] = uint32(i)
	}
	return n, nil
}

// loadWords reads a table of names; the empty one comes first, there or not.
func loadWords[T uint8 | uint32](ctx context.Context, q queryer, table string) ([]string, map[int64]T, error) {
	words, at := []string{""}, map[int64]T{}
	err := each(ctx, q, func(rows *sql.Rows) error {
		var id int64
		var word string
		if err := rows.Scan(&id, &word); err != nil {
			return err
		}
		if word == "" {
			at[id] = 0
			return nil
		}
		at[id] = T(len(words))
		words = append(words, word)
		return nil
	}, "SELECT id, name FROM "+table+" ORDER BY id")
	return words, at, err
}
