package store

import (
	"context"
	"database/sql"
	"errors"

	"chancery/model"
)

// Collections returns the collections in their order, those that events only
// name included. Events without a collection make none.
func (a *Archive) Collections(ctx context.Context) (collections []model.Collection, err error) {
	err = each(ctx, a.reader, func(rows *sql.Rows) error {
		var c model.Collection
		err := rows.Scan(&c.Key, &c.Name)
		collections = append(collections, c)
		return err
	}, "SELECT key, name FROM collection WHERE key <> '' ORDER BY position, id")
	return collections, a.explain(err)
}

// PutCollection adds a collection at the end, or renames the one with its key.
func (b *Batch) PutCollection(ctx context.Context, c model.Collection) (Outcome, error) {
	if err := b.check(); err != nil {
		return Unchanged, err
	}
	if c.Key == "" {
		return Unchanged, &FieldError{"id", "a collection needs an id"}
	}
	return b.done(b.w.putCollection(ctx, c))
}

func (w *writer) putCollection(ctx context.Context, c model.Collection) (Outcome, error) {
	var name string
	err := w.row(ctx, "SELECT name FROM collection WHERE key = ?", c.Key).Scan(&name)
	outcome := Updated
	switch {
	case errors.Is(err, sql.ErrNoRows):
		outcome = Added
	case err != nil:
		return Unchanged, err
	case name == c.Name:
		return Unchanged, nil
	}
	id, err := w.collections.id(ctx, w, c.Key)
	if err != nil {
		return Unchanged, err
	}
	var before any
	if outcome == Updated {
		before = wordState{Name: logText(name)}
	}
	if err := w.shelve(ctx, shelvedCollection, id, before); err != nil {
		return Unchanged, err
	}
	return outcome, w.exec(ctx, "UPDATE collection SET name = ? WHERE id = ?", c.Name, id)
}

// Categories returns the built-in categories in the order of legends, and then
// the user's own in the order in which the archive met them.
func (a *Archive) Categories(ctx context.Context) (categories []model.Category, err error) {
	categories, _, err = loadCategories(ctx, a.reader)
	return categories, a.explain(err)
}

// loadCategories also returns the place in the list of each id.
func loadCategories(ctx context.Context, q queryer) ([]model.Category, map[int64]uint8, error) {
	categories := model.Categories()
	builtIn := make(map[string]uint8, len(categories))
	for i, c := range categories {
		builtIn[c.Key] = uint8(i)
	}
	at := map[int64]uint8{}
	err := each(ctx, q, func(rows *sql.Rows) error {
		var id int64
		c := model.Category{Index: model.OtherCategory}
		if err := rows.Scan(&id, &c.Key, &c.Term, &c.Name, &c.Short); err != nil {
			return err
		}
		if i, ok := builtIn[c.Key]; ok {
			at[id] = i
			return nil
		}
		at[id] = uint8(len(categories))
		categories = append(categories, c)
		return nil
	}, "SELECT id, key, term, name, short FROM category ORDER BY id")
	return categories, at, err
}

// PutCategory adds a category of the user's own, or changes the names of the
// one with its key. The built-in ones are always there and are left as they are.
func (b *Batch) PutCategory(ctx context.Context, c model.Category) (Outcome, error) {
	if err := b.check(); err != nil {
		return Unchanged, err
	}
	return b.done(b.w.putCategory(ctx, c))
}

func (w *writer) putCategory(ctx context.Context, c model.Category) (Outcome, error) {
	for _, own := range model.Categories() {
		if own.Key == c.Key {
			return Unchanged, nil
		}
	}
	stored := model.Category{Key: c.Key, Index: c.Index}
	err := w.row(ctx, "SELECT term, name, short FROM category WHERE key = ?", c.Key).
		Scan(&stored.Term, &stored.Name, &stored.Short)
	outcome := Updated
	switch {
	case errors.Is(err, sql.ErrNoRows):
		outcome = Added
	case err != nil:
		return Unchanged, err
	case stored == c:
		return Unchanged, nil
	}
	id, err := w.categories.id(ctx, w, c.Key)
	if err != nil {
		return Unchanged, err
	}
	var before any
	if outcome == Updated {
		before = wordState{logText(stored.Term), logText(stored.Name), logText(stored.Short)}
	}
	if err := w.shelve(ctx, shelvedCategory, id, before); err != nil {
		return Unchanged, err
	}
	return outcome, w.exec(ctx, "UPDATE category SET term = ?, name = ?, short = ? WHERE id = ?", c.Term, c.Name, c.Short, id)
}
