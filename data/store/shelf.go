package store

import (
	"context"
	"encoding/json"
	"fmt"
)

// The shelf keeps what a batch changes as it was before, so that the batch can be
// undone. Events that a batch adds are not on it: their IDs say which they are.

// A shelfKind says of what table a row on the shelf is. The numbers are in
// archives and never change.
type shelfKind int64

const (
	shelvedEvent shelfKind = iota
	shelvedActor
	shelvedAgreement
	shelvedCollection
	shelvedCategory
)

// shelve keeps a row, unless this batch has already changed it; before is a
// record, or nil for what was not there.
func (w *writer) shelve(ctx context.Context, kind shelfKind, row int64, before any) error {
	if !w.shelving {
		return nil
	}
	var text any
	if before != nil {
		record, err := json.Marshal(before)
		if err != nil {
			return err
		}
		text = string(record)
	}
	return w.exec(ctx, "INSERT OR IGNORE INTO shelf (batch_id, kind, row, before) VALUES (?, ?, ?, ?)", w.batch, int64(kind), row, text)
}

// shelveEvents keeps events, which must be those of before the batch.
func (w *writer) shelveEvents(ctx context.Context, ids []int64) error {
	if !w.shelving || len(ids) == 0 {
		return nil
	}
	events, err := loadEvents(ctx, w.settled(), ids)
	if err != nil {
		return err
	}
	for i := range events {
		for k := range events[i].Actors {
			p := &events[i].Actors[k]
			if before, ok := w.namesBefore[p.Actor]; ok {
				p.Actor = before
			}
		}
		record, err := json.Marshal(recordOf(&events[i]))
		if err != nil {
			return err
		}
		err = w.exec(ctx, `INSERT OR IGNORE INTO shelf (batch_id, kind, row, before, owner)
			SELECT ?1, ?2, id, ?4, batch_id FROM event WHERE id = ?3`, w.batch, int64(shelvedEvent), int64(events[i].ID), string(record))
		if err != nil {
			return err
		}
	}
	return nil
}

// marked are the tables of words that events share, each with the column of what
// refers to it. What a batch adds to them goes with it when nothing uses it.
var marked = [...]struct{ table, by, column, unless string }{
	{"collection", "event", "collection_id", "name <> ''"},
	{"category", "event", "category_id", fmt.Sprintf("id IN (SELECT row FROM shelf WHERE kind = %d)", shelvedCategory)},
	{"place", "event", "place_id", "0"},
	{"confidence", "event", "confidence_id", "0"},
	{"file", "event", "file_id", "0"},
	{"tag", "event_tag", "tag_id", "0"},
}

// marks returns the highest id in each table of words, as JSON.
func (w *writer) marks(ctx context.Context) (string, error) {
	marks := map[string]int64{}
	for _, m := range marked {
		var high int64
		if err := w.row(ctx, "SELECT ifnull(max(id), 0) FROM "+m.table).Scan(&high); err != nil {
			return "", err
		}
		marks[m.table] = high
	}
	text, err := json.Marshal(marks)
	return string(text), err
}

// sweep drops words that are above their mark and that nothing uses, and actors
// and sources that nothing names.
func (w *writer) sweep(ctx context.Context, marks string) error {
	above := map[string]int64{}
	if err := json.Unmarshal([]byte(marks), &above); err != nil {
		return fmt.Errorf("marks of the batch: %w", err)
	}
	for _, m := range marked {
		err := w.exec(ctx, "DELETE FROM "+m.table+" WHERE id > ? AND NOT ("+m.unless+
			") AND id NOT IN (SELECT "+m.column+" FROM "+m.by+")", above[m.table])
		if err != nil {
			return err
		}
	}
	for _, statement := range [...]string{
		"DELETE FROM actor WHERE NOT described AND id NOT IN (SELECT actor_id FROM participation)",
		"DELETE FROM source WHERE id NOT IN (SELECT source_id FROM citation) AND id NOT IN (SELECT source_id FROM agreement_citation)",
	} {
		if err := w.exec(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}
