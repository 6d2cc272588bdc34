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
	hidden   bool // what the filter hides is shown all the same
	lanes    *model.Lanes
	keptOnly *model.Lanes // of the kept events, when lanes holds all
}

// stale forgets what was computed from the columns.
func (v *view) stale() { v.fresh, v.found = false, nil; v.regroup() }

// regroup forgets the lanes.
func (v *view) regroup() { v.lanes, v.keptOnly = nil, nil }

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
	if v.keptOnly != nil {
		kept := *v.keptOnly
		kept.Columns = now
		v.keptOnly = &kept
	}
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
		w.view.fresh = false
		w.view.regroup()
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
	w.view.grouping = g
	w.view.regroup()
	w.notify(LanesChanged)
}

// RollUp reports whether an actor stands for the bodies and people under it
// when lanes are actors or pairs.
func (w *Workspace) RollUp() bool { return w.view.rollUp }

// SetRollUp sets whether an actor stands for the bodies and people under it.
func (w *Workspace) SetRollUp(on bool) {
	w.view.rollUp = on
	w.view.regroup()
	w.notify(LanesChanged)
}

// ShowHidden sets whether the lanes hold the events too that the filter hides.
func (w *Workspace) ShowHidden(on bool) {
	if w.view.hidden == on {
		return
	}
	w.view.hidden = on
	w.view.regroup()
	w.notify(FilterChanged | LanesChanged)
}

// ShowsHidden reports whether ShowHidden is set.
func (w *Workspace) ShowsHidden() bool { return w.view.hidden }

// Shown returns the rows in the lanes, nil for all: the kept ones, unless hidden
// ones are shown too.
func (w *Workspace) Shown() model.Bitmap {
	if w.view.hidden {
		return nil
	}
	return w.Kept()
}

// Lanes returns the lanes of the kept events, or of all when the hidden ones are
// shown. The result stays the same value until filter, grouping or columns
// change.
func (w *Workspace) Lanes() *model.Lanes {
	w.complete(w.opening)
	if w.view.lanes == nil {
		w.view.lanes = w.columns.Lanes(w.view.grouping, w.Shown(), w.view.rollUp)
	}
	return w.view.lanes
}

// KeptLanes returns the lanes of the kept events when Lanes holds hidden ones too,
// else nil. Like Lanes it stays the same value.
func (w *Workspace) KeptLanes() *model.Lanes {
	if w.opening != nil || !w.view.hidden || w.Kept() == nil {
		return nil
	}
	if w.view.keptOnly == nil {
		w.view.keptOnly = w.columns.Lanes(w.view.grouping, w.Kept(), w.view.rollUp)
	}
	return w.view.keptOnly
}
