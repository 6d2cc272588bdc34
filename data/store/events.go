package store

import (
	"context"
	"database/sql"
	"iter"

	"chancery/model"
)

// Events returns the events that f keeps, whole, by earliest start and then
// key. They are read a page at a time, all from one state of the archive:
// writes made meanwhile are not seen. The sequence ends after an error.
func (a *Archive) Events(ctx context.Context, f model.Filter) iter.Seq2[model.Event, error] {
	return func(yield func(model.Event, error) bool) {
		stopped := false
		var found []model.EventID
		var err error
		if f.Text != "" {
			found, err = a.Search(ctx, f.Text)
		}
		if err != nil {
			yield(model.Event{}, err)
			return
		}
		err = a.view(ctx, func(tx *sql.Tx) error {
			return streamEvents(ctx, tx, &f, found, func(e model.Event) bool {
				stopped = !yield(e, nil)
				return !stopped
			})
		})
		if err != nil && !stopped {
			yield(model.Event{}, err)
		}
	}
}

// streamEvents calls yield with each event until it returns false. The query
// for ids stays open while pages of events are read beside it.
func streamEvents(ctx context.Context, q queryer, f *model.Filter, found []model.EventID, yield func(model.Event) bool) error {
	c, err := conditionOf(ctx, q, f, found)
	if err != nil || c.nothing {
		return err
	}
	rows, err := q.QueryContext(ctx, "SELECT e.id FROM event AS e "+c.where()+" ORDER BY e.start_at, e.key", c.args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	page := make([]int64, 0, pageSize)
	for more := true; more; {
		page = page[:0]
		for len(page) < pageSize {
			if more = rows.Next(); !more {
				break
			}
			var id int64
			if err := rows.Scan(&id); err != nil {
				return err
			}
			page = append(page, id)
		}
		if len(page) == 0 {
			break
		}
		events, err := loadEvents(ctx, q, page)
		if err != nil {
			return err
		}
		for i := range events {
			if f.Period.Match(events[i].Bounds()) && !yield(events[i]) {
				return nil
			}
		}
	}
	return rows.Err()
}
