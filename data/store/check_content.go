package store

import (
	"context"
	"database/sql"
	"slices"

	"chancery/model"
)

// checkDates makes sure that every date reads and that the instants beside it
// are its own.
func checkDates(ctx context.Context, tx *sql.Tx, f *finder) error {
	return each(ctx, tx, func(rows *sql.Rows) error {
		var e model.Event
		var start, end string
		var startAt, endAt, form int64
		if err := rows.Scan(&e.Key, &e.Kind, &start, &end, &startAt, &endAt, &form); err != nil {
			return err
		}
		var startErr, endErr error
		e.Start, startErr = dateOf(start)
		e.End, endErr = dateOf(end)
		if startErr != nil || endErr != nil {
			f.add("dates: the event %q has a date that cannot be read: %q, %q", e.Key, start, end)
			return nil
		}
		b := e.Bounds()
		if int64(b.EarliestStart) != startAt || int64(b.LatestEnd) != endAt || int64(model.FormOf(e.Kind, e.Start, e.End)) != form {
			f.add("dates: the event %q is not drawn where its date says", e.Key)
		}
		return nil
	}, "SELECT key, kind, start_date, end_date, start_at, end_at, form FROM event")
}

// pairs adds a finding for every row of a query for two texts.
func pairs(ctx context.Context, tx *sql.Tx, f *finder, format, query string) error {
	return each(ctx, tx, func(rows *sql.Rows) error {
		var from, to string
		if err := rows.Scan(&from, &to); err != nil {
			return err
		}
		f.add(format, from, to)
		return nil
	}, query)
}

func checkLinks(ctx context.Context, tx *sql.Tx, f *finder) error {
	return pairs(ctx, tx, f, "links: the event %q links to %q, which is not in the archive", `
		SELECT e.key, l.target FROM link AS l JOIN event AS e ON e.id = l.event_id
		WHERE NOT EXISTS (SELECT 1 FROM event WHERE key = l.target) ORDER BY e.key, l.ord`)
}

func checkAgreements(ctx context.Context, tx *sql.Tx, f *finder) error {
	err := pairs(ctx, tx, f, "agreements: %q names the event %q, which is not in the archive", `
		SELECT a.key, x.event_key FROM agreement_event AS x JOIN agreement AS a ON a.id = x.agreement_id
		WHERE NOT EXISTS (SELECT 1 FROM event WHERE key = x.event_key) ORDER BY a.key, x.ord`)
	if err != nil {
		return err
	}
	return pairs(ctx, tx, f, "agreements: %q names the party %q, which is no actor of the archive", `
		SELECT a.key, p.actor FROM agreement_party AS p JOIN agreement AS a ON a.id = p.agreement_id
		WHERE NOT EXISTS (SELECT 1 FROM actor WHERE name = p.actor) ORDER BY a.key, p.ord`)
}

func checkActors(ctx context.Context, tx *sql.Tx, f *finder) error {
	return pairs(ctx, tx, f, "actors: %q belongs to %q, which is not in the archive", `
		SELECT a.name, a.parent FROM actor AS a
		WHERE a.parent <> '' AND NOT EXISTS (SELECT 1 FROM actor WHERE key = a.parent)
		UNION
		SELECT a.name, p.body FROM actor_post AS p JOIN actor AS a ON a.id = p.actor_id
		WHERE p.body <> '' AND NOT EXISTS (SELECT 1 FROM actor WHERE key = p.body)`)
}

// checkSnapshot compares the snapshot with the tables. One that is out of date
// is no finding: it is not used.
func checkSnapshot(ctx context.Context, tx *sql.Tx, f *finder) error {
	n, err := loadNames(ctx, tx)
	if err != nil {
		return err
	}
	generation, err := metaValue(ctx, tx, "snapshot_generation")
	if err != nil || generation == 0 || uint64(generation) != n.columns.Generation {
		return err
	}
	kept, err := readSnapshot(ctx, tx, n)
	if err != nil {
		f.add("snapshot: it is damaged and will be made anew when the archive is next opened")
		return nil
	}
	built, err := buildColumns(ctx, tx, n, nil)
	if err != nil {
		return err
	}
	if !sameColumns(kept, built) {
		f.add("snapshot: it differs from the tables")
	}
	return nil
}

func sameColumns(x, y *model.Columns) bool {
	return slices.Equal(x.ID, y.ID) && slices.Equal(x.Start, y.Start) && slices.Equal(x.End, y.End) &&
		slices.Equal(x.Form, y.Form) && slices.Equal(x.Category, y.Category) && slices.Equal(x.Collection, y.Collection) &&
		slices.Equal(x.Place, y.Place) && slices.Equal(x.Score, y.Score) && slices.Equal(x.Confidence, y.Confidence) &&
		slices.Equal(x.ActorAt, y.ActorAt) && slices.Equal(x.Actor, y.Actor) && slices.Equal(x.Role, y.Role)
}

// checkViews makes sure that every saved view reads.
func checkViews(ctx context.Context, tx *sql.Tx, f *finder) error {
	return each(ctx, tx, func(rows *sql.Rows) error {
		var name, content string
		if err := rows.Scan(&name, &content); err != nil {
			return err
		}
		if _, err := DecodeView(name, content); err != nil {
			f.add("saved views: %q cannot be read: %v", name, err)
		}
		return nil
	}, "SELECT name, content FROM view")
}
