package store

import (
	"context"
	"database/sql"
	"errors"

	"chancery/model"
	"chancery/model/edtf"
)

// A Summary counts what an archive holds.
type Summary struct {
	Events, Actors, Sources, Links       int
	Agreements, Collections, Batches     int
	Points, Spans, Deadlines             int
	Participations, Citations, OpenEnded int
	Categories                           int    // in use
	Earliest, Latest                     string // EDTF of the first and last dates known; "" when there is none
}

// Summary counts what the archive holds.
func (a *Archive) Summary(ctx context.Context) (s Summary, err error) {
	err = a.view(ctx, func(tx *sql.Tx) error {
		err := tx.QueryRowContext(ctx, `SELECT
			(SELECT count(*) FROM actor), (SELECT count(*) FROM source), (SELECT count(*) FROM link),
			(SELECT count(*) FROM agreement), (SELECT count(*) FROM collection WHERE key <> ''), (SELECT count(*) FROM batch),
			(SELECT count(*) FROM participation), (SELECT count(*) FROM citation)`).
			Scan(&s.Actors, &s.Sources, &s.Links, &s.Agreements, &s.Collections, &s.Batches, &s.Participations, &s.Citations)
		if err != nil {
			return err
		}
		err = tx.QueryRowContext(ctx, `SELECT count(*), ifnull(sum(kind = ?), 0), ifnull(sum(kind = ?), 0),
			ifnull(sum(kind = ?), 0), ifnull(sum(end_at = ?), 0), count(DISTINCT category_id) FROM event`,
			int64(model.Point), int64(model.Span), int64(model.Deadline), int64(edtf.Future)).
			Scan(&s.Events, &s.Points, &s.Spans, &s.Deadlines, &s.OpenEnded, &s.Categories)
		if err != nil {
			return err
		}
		s.Earliest, s.Latest, err = extent(ctx, tx)
		return err
	})
	return s, err
}

// extent finds the first and the last dates. An event that has not ended is as
// late as its start.
func extent(ctx context.Context, q queryer) (earliest, latest string, err error) {
	ends := func(order string, bound edtf.Instant) (start, end edtf.Date, err error) {
		err = q.QueryRowContext(ctx, "SELECT start_date, end_date FROM event WHERE "+order+" LIMIT 1", int64(bound)).
			Scan(dateCell{&start}, dateCell{&end})
		if errors.Is(err, sql.ErrNoRows) {
			err = nil
		}
		return start, end, err
	}
	first, _, err := ends("start_at > ? ORDER BY start_at, key", edtf.Past)
	if err != nil {
		return "", "", err
	}
	start, end, err := ends("end_at < ? ORDER BY end_at DESC, key DESC", edtf.Future)
	if err != nil {
		return "", "", err
	}
	open, _, err := ends("end_at = ? ORDER BY start_at DESC, key DESC", edtf.Future)
	if err != nil {
		return "", "", err
	}
	last := start
	if !end.IsZero() {
		last = end
	}
	last = last.End()
	if begun := open.Start(); edtf.Compare(begun, last) > 0 || last.IsZero() {
		last = begun
	}
	return first.Start().String(), last.String(), nil
}
