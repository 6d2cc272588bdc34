package store

import (
	"cmp"
	"context"
	"database/sql"
	"math"
	"slices"

	"chancery/model"
	"chancery/model/cameo"
)

// Scores returns the scores of the rows of c by a scale, in tenths of a point or
// model.NoScore. An event's own score goes before that of its code, as it does
// in Columns. A row whose event is gone has none.
//
// It reads every event, which takes about a second for a million; cancelling ctx
// ends it.
func (a *Archive) Scores(ctx context.Context, c *model.Columns, scale cameo.Scale) ([]int8, error) {
	scores := slices.Repeat([]int8{model.NoScore}, c.Len())
	rows := make([]int32, c.Len()) // in the order of their IDs
	for i := range rows {
		rows[i] = int32(i)
	}
	slices.SortFunc(rows, func(i, j int32) int { return cmp.Compare(c.ID[i], c.ID[j]) })
	known := map[string]int8{}
	at := 0
	err := each(ctx, a.reader, func(r *sql.Rows) error {
		var id model.EventID
		var own sql.NullFloat64
		var code string
		if err := r.Scan(&id, &own, &code); err != nil {
			return err
		}
		for at < len(rows) && c.ID[rows[at]] < id {
			at++
		}
		if at == len(rows) || c.ID[rows[at]] != id {
			return nil
		}
		if own.Valid {
			scores[rows[at]] = inTenths(own.Float64)
			return nil
		}
		score, ok := known[code]
		if !ok {
			score = codeTenths(scale, code)
			known[code] = score
		}
		scores[rows[at]] = score
		return nil
	}, "SELECT id, score, cameo FROM event ORDER BY id")
	if err != nil {
		return nil, a.explain(err)
	}
	return scores, nil
}

// codeTenths is the score of a code in tenths, or model.NoScore.
func codeTenths(scale cameo.Scale, code string) int8 {
	score, ok := scale.Score(code)
	if !ok {
		return model.NoScore
	}
	return inTenths(score)
}

// inTenths is a score as Columns holds it, from -100 to 100.
func inTenths(score float64) int8 { return int8(math.Round(10 * min(max(score, -10), 10))) }

// Ties returns every link both of whose ends are events of the archive.
func (a *Archive) Ties(ctx context.Context) (ties []model.Tie, err error) {
	err = each(ctx, a.reader, func(rows *sql.Rows) error {
		var t model.Tie
		err := rows.Scan(&t.Cause, &t.Response, &t.Kind)
		ties = append(ties, t)
		return err
	}, `SELECT cause.id, l.event_id, l.kind FROM link AS l JOIN event AS cause ON cause.key = l.target
		ORDER BY l.event_id, l.ord`)
	return ties, a.explain(err)
}
