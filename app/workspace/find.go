package workspace

import (
	"context"
	"slices"

	"chancery/data/store"
	"chancery/model"
)

// A Found is an event that a look-up found, with what a list says of it.
type Found struct {
	ID       model.EventID
	Label    model.Label
	Category uint8 // Index of the category
}

// findLimit bounds how many events a look-up returns.
const findLimit = 60

// Find looks up events by words, those that have them in the title first, and
// passes them to done: at most findLimit. Without words it finds the events
// nearest in time to the event near. Filters do not matter, and neither do the
// search and its matches. A later call takes the place of one still under way.
func (w *Workspace) Find(words string, near model.EventID, done func([]Found)) {
	if w.finding != nil {
		w.finding()
	}
	if w.archive == nil {
		return
	}
	archive, columns := w.archive, w.columns
	var found []Found
	w.finding = w.fetch(func(ctx context.Context) (err error) {
		found, err = find(ctx, archive, columns, words, near)
		return err
	}, func() { done(found) })
}

// Look passes to done what a list says of events, in their order and without
// those that are not there.
func (w *Workspace) Look(ids []model.EventID, done func([]Found)) {
	if w.archive == nil {
		return
	}
	archive, columns := w.archive, w.columns
	var found []Found
	w.fetch(func(ctx context.Context) (err error) {
		found, err = describe(ctx, archive, columns, ids)
		return err
	}, func() { done(found) })
}

func find(ctx context.Context, archive *store.Archive, columns *model.Columns, words string, near model.EventID) ([]Found, error) {
	ids := around(columns, near)
	if words != "" {
		hits, err := archive.Search(ctx, words)
		if err != nil {
			return nil, err
		}
		ids = make([]model.EventID, 0, len(hits))
		rows := columns.RowsOf(hits)
		for row := range rows.All {
			ids = append(ids, columns.ID[row])
		}
		if ids, err = titlesFirst(ctx, archive, words, ids); err != nil {
			return nil, err
		}
	}
	return describe(ctx, archive, columns, ids[:min(len(ids), findLimit)])
}

// describe returns what a list says of events.
func describe(ctx context.Context, archive *store.Archive, columns *model.Columns, ids []model.EventID) ([]Found, error) {
	labels, err := archive.Labels(ctx, ids)
	found := make([]Found, 0, len(ids))
	for _, id := range ids {
		row, ok := columns.RowOf(id)
		if label, known := labels[id]; ok && known {
			found = append(found, Found{id, label, columns.Categories[columns.Category[row]].Index})
		}
	}
	return found, err
}

// around returns the events about one, without it, those that are nearest in
// time first, and of two as near the earlier one; the first ones of all for none.
func around(columns *model.Columns, near model.EventID) []model.EventID {
	row, ok := columns.RowOf(near)
	before, after := row-1, row+1
	if !ok {
		row, before, after = 0, -1, 0
	}
	var ids []model.EventID
	for len(ids) < findLimit && (before >= 0 || after < columns.Len()) {
		later := before < 0 || after < columns.Len() &&
			columns.Start[after]-columns.Start[row] < columns.Start[row]-columns.Start[before]
		if later {
			ids = append(ids, columns.ID[after])
			after++
		} else {
			ids = append(ids, columns.ID[before])
			before--
		}
	}
	return ids
}

// titlesFirst puts the events that have the words in their titles before the
// others, among as many as titlesLooked.
func titlesFirst(ctx context.Context, archive *store.Archive, words string, ids []model.EventID) ([]model.EventID, error) {
	ids = ids[:min(len(ids), titlesLooked)]
	labels, err := archive.Labels(ctx, ids)
	slices.SortStableFunc(ids, func(a, b model.EventID) int {
		inA, inB := holdsWords(labels[a].Title, words), holdsWords(labels[b].Title, words)
		switch {
		case inA && !inB:
			return -1
		case inB && !inA:
			return 1
		}
		return 0
	})
	return ids, err
}
