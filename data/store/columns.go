package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"chancery/model"
	"chancery/model/edtf"
)

// Columns is LoadColumns without a report of its progress.
func (a *Archive) Columns(ctx context.Context) (*model.Columns, error) {
	return a.LoadColumns(ctx, nil)
}

// LoadColumns returns the archive in the form that timelines and charts are
// drawn from: read from the snapshot when that is of the present generation, else
// built from the tables. A new snapshot is then written, if the archive can be
// written and nothing else is writing.
//
// Places[0] and Confidences[0] are the empty word; an event without a
// collection belongs to one whose key is empty.
//
// Reading the tables takes some microseconds for each event; meanwhile report,
// unless it is nil, is told how many rows are read of how many. Cancelling ctx
// ends it.
func (a *Archive) LoadColumns(ctx context.Context, report func(done, total int64)) (*model.Columns, error) {
	var c *model.Columns
	var stale bool
	err := a.view(ctx, func(tx *sql.Tx) error {
		n, err := loadNames(ctx, tx)
		if err != nil {
			return err
		}
		if c, err = readSnapshot(ctx, tx, n); err == nil {
			return nil
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		stale = true
		c, err = buildColumns(ctx, tx, n, report)
		return err
	})
	if err != nil {
		return nil, err
	}
	if stale && !a.readOnly {
		// The columns are good whether or not they can be kept for next time.
		_ = a.SaveSnapshot(ctx, c)
	}
	return c, nil
}

// buildColumns reads the tables in the order of their rows, which is the
// fastest, and then sorts.
func buildColumns(ctx context.Context, q queryer, n *names, report func(done, total int64)) (*model.Columns, error) {
	unsorted, err := scanColumns(ctx, q, n, every, report)
	if err != nil {
		return nil, err
	}
	return sortColumns(unsorted), nil
}

// A selection says which events to read: clauses for the tables event and
// participation, with their arguments.
type selection struct {
	events, participations string
	args                   []any
}

var every selection

// scanColumns reads events in the order of their ids.
func scanColumns(ctx context.Context, q queryer, n *names, of selection, report func(done, total int64)) (*model.Columns, error) {
	unsorted, err := countColumns(ctx, q, n, of)
	if err != nil {
		return nil, err
	}
	p := progress{report: report, total: int64(len(unsorted.ID) + len(unsorted.Actor))}
	if err := scanEvents(ctx, q, n, of, unsorted, &p); err != nil {
		return nil, err
	}
	return unsorted, scanParticipations(ctx, q, n, of, unsorted, &p)
}

// progressRows is how many rows are read from one report to the next.
const progressRows = 1 << 14

// A progress counts rows towards a report.
type progress struct {
	report      func(done, total int64)
	done, total int64
}

func (p *progress) row() {
	p.done++
	if p.report != nil && p.done%progressRows == 0 {
		p.report(p.done, p.total)
	}
}

// emptyColumns returns Columns of a size that share the lookups of n.
func emptyColumns(n *names, events, participations int) *model.Columns {
	c := n.columns
	c.ID = room[model.EventID](events)
	c.Start, c.End = room[edtf.Instant](events), room[edtf.Instant](events)
	c.Form, c.Category = room[model.Form](events), room[uint8](events)
	c.Collection, c.Place = room[uint16](events), room[uint32](events)
	c.Score, c.Confidence = room[int8](events), room[uint8](events)
	c.ActorAt = room[uint32](events + 1)
	c.Actor, c.Role = room[uint32](participations), room[model.Role](participations)
	return &c
}

// countColumns returns Columns with room for the events.
func countColumns(ctx context.Context, q queryer, n *names, of selection) (*model.Columns, error) {
	var events, participations int
	err := q.QueryRowContext(ctx, "SELECT count(*) FROM event "+of.events, of.args...).Scan(&events)
	if err != nil {
		return nil, err
	}
	err = q.QueryRowContext(ctx, "SELECT count(*) FROM participation "+of.participations, of.args...).Scan(&participations)
	if err != nil {
		return nil, err
	}
	return emptyColumns(n, events, participations), nil
}

func scanEvents(ctx context.Context, q queryer, n *names, of selection, c *model.Columns, p *progress) error {
	i := 0
	return each(ctx, q, func(rows *sql.Rows) error {
		var category, collection, place, confidence int64
		err := rows.Scan(&c.ID[i], &c.Start[i], &c.End[i], &c.Form[i], &category, &collection, &place, &confidence, &c.Score[i])
		c.Category[i], c.Collection[i] = n.categories[category], n.collections[collection]
		c.Place[i], c.Confidence[i] = n.places[place], n.confidences[confidence]
		i++
		p.row()
		return err
	}, "SELECT id, start_at, end_at, form, category_id, collection_id, place_id, confidence_id, tenths FROM event "+of.events+" ORDER BY id", of.args...)
}

// scanParticipations fills in who took part; c is in the order of ids.
func scanParticipations(ctx context.Context, q queryer, n *names, of selection, c *model.Columns, p *progress) error {
	row, k := 0, 0
	err := each(ctx, q, func(rows *sql.Rows) error {
		var event model.EventID
		var actor int64
		if err := rows.Scan(&event, &actor, &c.Role[k]); err != nil {
			return err
		}
		for c.ID[row] != event {
			row++
			c.ActorAt[row] = uint32(k)
		}
		c.Actor[k] = n.actors[actor]
		k++
		p.row()
		return nil
	}, "SELECT event_id, actor_id, role FROM participation "+of.participations+" ORDER BY event_id, ord", of.args...)
	for row++; row < len(c.ActorAt); row++ {
		c.ActorAt[row] = uint32(k)
	}
	return err
}

// sortColumns returns the rows of c by start and then id. The rows of c are in
// the order of ids.
func sortColumns(c *model.Columns) *model.Columns {
	order := make([]uint32, c.Len())
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(i, j uint32) int {
		return cmp.Or(cmp.Compare(c.Start[i], c.Start[j]), cmp.Compare(i, j))
	})
	s := *c
	s.ID, s.Start, s.End = gather(c.ID, order), gather(c.Start, order), gather(c.End, order)
	s.Form, s.Category, s.Collection = gather(c.Form, order), gather(c.Category, order), gather(c.Collection, order)
	s.Place, s.Score, s.Confidence = gather(c.Place, order), gather(c.Score, order), gather(c.Confidence, order)
	s.ActorAt = make([]uint32, len(c.ActorAt))
	s.Actor, s.Role = make([]uint32, 0, len(c.Actor)), make([]model.Role, 0, len(c.Role))
	for i, row := range order {
		actors, roles := c.ActorsOf(int(row))
		s.Actor, s.Role = append(s.Actor, actors...), append(s.Role, roles...)
		s.ActorAt[i+1] = uint32(len(s.Actor))
	}
	s.Index()
	return &s
}

func gather[T any](column []T, order []uint32) []T {
	sorted := make([]T, len(order))
	for i, row := range order {
		sorted[i] = column[row]
	}
	return sorted
}
