package store

import (
	"context"
	"database/sql"

	"chancery/model"
)

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
