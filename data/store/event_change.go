package store

import (
	"cmp"
	"context"
	"math/rand/v2"
	"slices"

	"chancery/model"
)

// An idRange is the events with IDs from first to last, both included.
type idRange struct{ first, last model.EventID }

// A changeLog gathers the events that a transaction changes, for the index to
// follow.
type changeLog struct{ ranges []idRange }

// add notes a changed event. IDs that follow one another, as those of an
// import do, make one range.
func (l *changeLog) add(id model.EventID) {
	if n := len(l.ranges); n > 0 {
		switch r := &l.ranges[n-1]; id {
		case r.last:
			return
		case r.last + 1:
			r.last = id
			return
		}
	}
	l.ranges = append(l.ranges, idRange{id, id})
}

// joined returns the ranges in order, those that touch or overlap as one.
func (l *changeLog) joined() []idRange {
	slices.SortFunc(l.ranges, func(a, b idRange) int { return cmp.Compare(a.first, b.first) })
	joined := l.ranges[:0]
	for _, r := range l.ranges {
		if n := len(joined); n > 0 && r.first <= joined[n-1].last+1 {
			joined[n-1].last = max(joined[n-1].last, r.last)
			continue
		}
		joined = append(joined, r)
	}
	return joined
}

// idsOf returns the IDs of ranges.
func idsOf(ranges []idRange) []model.EventID {
	var ids []model.EventID
	for _, r := range ranges {
		for id := r.first; id <= r.last; id++ {
			ids = append(ids, id)
		}
	}
	return ids
}

// maxChanges bounds the table event_change. An index that is further behind is
// made anew.
const maxChanges = 100_000

// writeChanges enters the changed events into the table event_change.
func (w *writer) writeChanges(ctx context.Context) error {
	rows := newBulk("event_change (token, first, last)", 3)
	token := rand.Int64()
	w.touched = w.changed.joined()
	for _, r := range w.touched {
		rows.add(token, int64(r.first), int64(r.last))
	}
	w.changed = changeLog{}
	if len(rows.cells) == 0 {
		return nil
	}
	if err := rows.flush(ctx, w); err != nil {
		return err
	}
	w.mark.token = token
	if err := w.row(ctx, "SELECT max(id) FROM event_change").Scan(&w.mark.seen); err != nil {
		return err
	}
	return w.exec(ctx, "DELETE FROM event_change WHERE id <= (SELECT max(id) FROM event_change) - ?", maxChanges)
}
