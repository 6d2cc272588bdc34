package store

import (
	"context"
	"database/sql"
	"slices"

	"chancery/model"
)

// sampledTitles is how many events are looked up in the index by their title.
const sampledTitles = 200

// checkIndex makes sure that every event is in the index and nothing else, and
// that some spread over the archive are found by what they say. An index that is
// not there, or still behind, is no finding: it is made, or goes on, when it is
// needed.
func (a *Archive) checkIndex(ctx context.Context, tx *sql.Tx, f *finder) error {
	highest, err := a.highestID(ctx)
	if err != nil || highest > smallIndex && !exists(a.path+IndexSuffix) {
		return err
	}
	shards, err := a.index.current(ctx)
	if err != nil {
		return err
	}
	for _, s := range shards {
		if err := integrity(ctx, s.read, "search index", f); err != nil {
			return err
		}
	}
	if f.same > 0 {
		f.add("search index: delete the folder %s, and it is made anew", a.path+IndexSuffix)
		return nil
	}
	if missing, err := a.index.missing(ctx, shards); err != nil || missing > 0 {
		return err
	}
	if err := compareIndex(ctx, tx, shards, f); err != nil {
		return err
	}
	return sampleIndex(ctx, tx, shards, f)
}

// compareIndex makes sure that the events of the archive and those of the index
// are the same.
func compareIndex(ctx context.Context, tx *sql.Tx, shards []*shard, f *finder) error {
	events, err := listIDs(ctx, tx, "SELECT id FROM event ORDER BY id")
	if err != nil {
		return err
	}
	lists := make([][]model.EventID, len(shards))
	for i, s := range shards {
		if lists[i], err = listIDs(ctx, s.read, "SELECT id FROM event_fts_docsize ORDER BY id"); err != nil {
			return err
		}
	}
	indexed := mergeBlocks(lists)
	if n := missingFrom(indexed, events); n > 0 {
		f.add("search index: %d of %d events cannot be found by search", n, len(events))
	}
	if n := missingFrom(events, indexed); n > 0 {
		f.add("search index: it holds %d events that are not there", n)
	}
	return nil
}

func listIDs(ctx context.Context, q queryer, query string) (ids []model.EventID, err error) {
	err = each(ctx, q, func(rows *sql.Rows) error {
		var id model.EventID
		err := rows.Scan(&id)
		ids = append(ids, id)
		return err
	}, query)
	return ids, err
}

// missingFrom counts the IDs that are not among others; both are in order.
func missingFrom(others, ids []model.EventID) (n int) {
	for _, id := range ids {
		for len(others) > 0 && others[0] < id {
			others = others[1:]
		}
		if len(others) == 0 || others[0] != id {
			n++
		}
	}
	return n
}

// sampleIndex looks up some events by their titles.
func sampleIndex(ctx context.Context, tx *sql.Tx, shards []*shard, f *finder) error {
	var events int
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM event").Scan(&events); err != nil {
		return err
	}
	titles := map[model.EventID]string{}
	err := each(ctx, tx, func(rows *sql.Rows) error {
		var id model.EventID
		var title string
		err := rows.Scan(&id, &title)
		titles[id] = title
		return err
	}, "SELECT id, title FROM event WHERE id % ? = 0", max(events/sampledTitles, 1))
	if err != nil {
		return err
	}
	for id, title := range titles {
		match := matchExpression(`"` + title + `"`)
		if match == "" {
			continue
		}
		s := shards[slices.IndexFunc(shards, func(s *shard) bool { return s.holds(id) })]
		var found bool
		err := s.read.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM event_fts WHERE event_fts MATCH ? AND rowid = ?)", match, id).Scan(&found)
		if err != nil {
			return err
		}
		if !found {
			f.add("search index: the event %q is not found by its title", title)
		}
	}
	return nil
}
