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
	return outcome, w.exec(ctx, "UPDATE category SET term = ?, name = ?, short = ? WHERE id = ?", c.Term, c.Name, c.Short, id)
}

// Sources returns every source once, in the order in which they were first
// cited.
func (a *Archive) Sources(ctx context.Context) (sources []model.Source, err error) {
	err = each(ctx, a.reader, func(rows *sql.Rows) error {
		var s model.Source
		err := rows.Scan(&s.Publisher, &s.Title, &s.URL, dateCell{&s.Published})
		sources = append(sources, s)
		return err
	}, "SELECT publisher, title, url, published FROM source ORDER BY id")
	return sources, a.explain(err)
}

// A Backlink is a link seen from the event it points to.
type Backlink struct {
	From  string // key of the event that links
	ID    model.EventID
	Kind  model.LinkKind
	Title string
}

// Backlinks returns the links to the event with a key, oldest first. The event
// itself need not exist.
func (a *Archive) Backlinks(ctx context.Context, key string) (links []Backlink, err error) {
	err = each(ctx, a.reader, func(rows *sql.Rows) error {
		var l Backlink
		err := rows.Scan(&l.From, &l.ID, &l.Kind, &l.Title)
		links = append(links, l)
		return err
	}, `SELECT e.key, e.id, l.kind, e.title
		FROM link AS l JOIN event AS e ON e.id = l.event_id
		WHERE l.target = ? ORDER BY e.start_at, e.key, l.ord`, key)
	return links, a.explain(err)
}

// Labels returns the labels of events, for marks that show one. Ids without an
// event are left out. Ask for what a screen can show: a few hundred.
func (a *Archive) Labels(ctx context.Context, ids []model.EventID) (map[model.EventID]model.Label, error) {
	labels := make(map[model.EventID]model.Label, len(ids))
	err := each(ctx, a.reader, func(rows *sql.Rows) error {
		var id model.EventID
		var l model.Label
		err := rows.Scan(&id, &l.Title, dateCell{&l.Start}, dateCell{&l.End})
		labels[id] = l
		return err
	}, `SELECT e.id, e.title, e.start_date, e.end_date
		FROM json_each(?) AS wanted CROSS JOIN event AS e ON e.id = wanted.value`, idList(ids))
	if err != nil {
		return nil, a.explain(err)
	}
	return labels, nil
}
