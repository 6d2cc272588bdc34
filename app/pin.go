package app

import (
	"slices"

	"chancery/model"
)

// pinSelected keeps the selected events drawn as glyphs with labels at every
// zoom, or lets them go when all of them are kept already.
func (w *Window) pinSelected() {
	t, ids := w.timeline, w.Workspace.Selection()
	free := func(id model.EventID) bool { return !slices.Contains(t.pinned, id) }
	if slices.ContainsFunc(ids, free) {
		for _, id := range ids {
			if free(id) {
				t.pinned = append(slices.Clone(t.pinned), id)
			}
		}
	} else {
		t.pinned = slices.DeleteFunc(slices.Clone(t.pinned), func(id model.EventID) bool { return slices.Contains(ids, id) })
	}
	t.invalidate()
}
