package workspace

import (
	"context"

	"chancery/model"
)

// view is which events are kept and how they are grouped.
type view struct {
	grouping model.Grouping
	rollUp   bool
	filter   model.Filter
	found    model.Bitmap // what filter.Text found; nil for all
	kept     model.Bitmap // nil for all
	count    int
	fresh    bool // kept and count are of this filter and these columns
	lanes    *model.Lanes
}

// stale forgets what was computed from the columns.
func (v *view) stale() { v.fresh, v.lanes, v.found = false, nil, nil }

// follow forgets what was computed from columns that others take the place of.
// Where only words changed, rows and lanes stay what they were.
func (v *view) follow(old, now *model.Columns) {
	if v.lanes == nil || v.filter.Text != "" || !now.SameRows(old) {
		v.stale()
		return
	}
	lanes := *v.lanes
	lanes.Columns = now
	v.lanes = &lanes
}

// Filter returns the filter in force.
func (w *Workspace) Filter() model.Filter { return w.view.filter }

// SetFilter puts a filter in force. One with text is in force at once in its
// other parts, and in its text when the search ends.
func (w *Workspace) SetFilter(f model.Filter) {
	if f.IsZero() && w.view.filter.IsZero() {
		return
	}
	sameText := f.Text == w.view.filter.Text
	w.view.filter = f
	if sameText {
		w.view.fresh, w.view.lanes = false, nil
	} else {
		w.view.stale()
		w.refilter()
	}
	w.notify(FilterChanged | LanesChanged)
}

// refilter searches for the filter's text in the background.
func (w *Workspace) refilter() {
	text, archive := w.view.filter.Text, w.archive
	if text == "" || archive == nil {
		return
	}
	columns := w.Columns()
	var found model.Bitmap
	w.fetch(func(ctx context.Context) error {
		ids, err := archive.Search(ctx, text)
		found = columns.RowsOf(ids)
		return err
	}, func() {
		if text != w.view.filter.Text || columns != w.columns {
			return
		}
		w.view.stale()
		w.view.found = found
		w.notify(FilterChanged | LanesChanged)
	})
}

// Kept returns the rows that the filter keeps, nil for all.
func (w *Workspace) Kept() model.Bitmap {
	w.match()
	return w.view.kept
}

// Count returns how many events are kept, of how many.
func (w *Workspace) Count() (kept, all int) {
	w.match()
	return w.view.count, w.columns.Events()
}

func (w *Workspace) match() {
	if w.view.fresh {
		return
	}
	w.view.kept = nil
	if !w.view.filter.IsZero() {
		w.view.kept = w.Columns().Match(&w.view.filter, w.view.found)
	}
	w.view.count = w.columns.Events()
	if w.view.kept != nil {
		w.view.count = w.view.kept.Count()
	}
	w.view.fresh = true
}

// Grouping returns what the lanes are.
func (w *Workspace) Grouping() model.Grouping { return w.view.grouping }

// SetGrouping sets what the lanes are.
func (w *Workspace) SetGrouping(g model.Grouping) {
	w.view.grouping, w.view.lanes = g, nil
	w.notify(LanesChanged)
}

// RollUp reports whether an actor stands for the bodies and people under it
// when lanes are actors or pairs.
func (w *Workspace) RollUp() bool { return w.view.rollUp }

// SetRollUp sets whether an actor stands for the bodies and people under it.
func (w *Workspace) SetRollUp(on bool) {
	w.view.rollUp, w.view.lanes = on, nil
	w.notify(LanesChanged)
}

// Lanes returns the lanes of the kept events. The result stays the same value
// until filter, grouping or columns change.
func (w *Workspace) Lanes() *model.Lanes {
	w.complete(w.opening)
	if w.view.lanes == nil {
		w.view.lanes = w.columns.Lanes(w.view.grouping, w.Kept(), w.view.rollUp)
	}
	return w.view.lanes
}
