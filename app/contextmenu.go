package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"chancery/app/scene"
	"chancery/model"
)

// laneBox is where a lane lies in a scene.
type laneBox = scene.LaneBox

// plotMenu opens the menu of what lies at a place of the plot.
func (w *Window) plotMenu(at, absolute fyne.Position) {
	hit := w.timeline.at(at)
	if hit.Kind == scene.HitMark {
		w.popMenu(absolute, w.markItems(hit.ID)...)
		return
	}
	if hit.Kind == scene.HitAsOf {
		w.popMenu(absolute, w.asOfItems()...)
		return
	}
	moment := w.timeline.view.Time(float64(at.X))
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(lang.L("New event on {{.Date}}…", map[string]any{"Date": day(moment)}), func() { w.newEventAt(moment, hit.Lane) }),
		fyne.NewMenuItem(lang.L("As of {{.Date}}", map[string]any{"Date": day(moment)}), func() {
			w.Workspace.SetAsOf(startOfDay(moment))
		}),
	}
	if _, chosen := w.Workspace.AsOf(); chosen {
		items = append(items, fyne.NewMenuItem(lang.L("As of today"), w.Workspace.ClearAsOf))
	}
	items = append(items,
		fyne.NewMenuItem(lang.L("Paste"), func() { w.pasteAt(moment, hit.Lane) }),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(lang.L("Show everything"), w.timeline.fit),
		fyne.NewMenuItem(lang.L("Go to a date…"), w.askDate))
	if hit.Lane >= 0 && hit.Lane < len(w.Workspace.Lanes().Lanes) {
		items = append(items, fyne.NewMenuItemSeparator())
		items = append(items, w.laneMenu(hit.Lane)...)
	}
	w.popMenu(absolute, items...)
}

// asOfItems returns what can be done with the as-of date.
func (w *Window) asOfItems() []*fyne.MenuItem {
	_, chosen := w.Workspace.AsOf()
	return []*fyne.MenuItem{
		fyne.NewMenuItem(lang.L("As of…"), w.askAsOf),
		enabled(fyne.NewMenuItem(lang.L("Today"), w.Workspace.ClearAsOf), chosen),
	}
}

// headMenu opens the menu of a lane's head.
func (w *Window) headMenu(at, absolute fyne.Position) {
	s := w.timeline.current()
	if s == nil {
		return
	}
	if hit, ok := s.AtHeaders(at.X, at.Y); ok {
		w.popMenu(absolute, w.laneMenu(hit.Lane)...)
	}
}

// markItems returns what can be done with an event.
func (w *Window) markItems(id model.EventID) []*fyne.MenuItem {
	columns := w.Workspace.Columns()
	row, ok := columns.RowOf(id)
	if !ok {
		return nil
	}
	category := columns.Categories[columns.Category[row]]
	collection := columns.Collections[columns.Collection[row]]
	return []*fyne.MenuItem{
		fyne.NewMenuItem(lang.L("Read"), func() { w.goTo(id) }),
		fyne.NewMenuItem(lang.L("Edit…"), func() { w.editEvent(id) }),
		fyne.NewMenuItem(lang.L("Link to…"), func() { w.linkEvent(id) }),
		fyne.NewMenuItem(lang.L("Copy"), func() {
			if !slices.Contains(w.Workspace.Selection(), id) {
				w.Workspace.Select(id)
			}
			w.copyChosen()
		}),
		fyne.NewMenuItem(lang.L("Duplicate"), func() {
			w.Workspace.Select(id)
			w.duplicateSelected()
		}),
		fyne.NewMenuItem(lang.L("Remove"), func() {
			w.Workspace.Select(id)
			w.removeSelected()
		}),
		fyne.NewMenuItemSeparator(),
		checked(lang.L("Pinned"), slices.Contains(w.timeline.pinned, id), func() {
			w.Workspace.Select(id)
			w.pinSelected()
		}),
		fyne.NewMenuItem(lang.L("What led to this event"), func() {
			w.Workspace.Select(id)
			w.trace(true)
		}),
		fyne.NewMenuItem(lang.L("What came of this event"), func() {
			w.Workspace.Select(id)
			w.trace(false)
		}),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(lang.L("Only {{.Name}}", map[string]any{"Name": category.Name}), func() {
			w.refilter(func(f *model.Filter) { f.Categories = []string{category.Key} })
		}),
		fyne.NewMenuItem(lang.L("Only {{.Name}}", map[string]any{"Name": collection.Label()}), func() {
			w.refilter(func(f *model.Filter) { f.Collections = []string{collection.Key} })
		}),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(lang.L("As of {{.Date}}", map[string]any{"Date": day(columns.Start[row])}), func() {
			w.Workspace.SetAsOf(startOfDay(columns.Start[row]))
		}),
		fyne.NewMenuItem(lang.L("Show around it"), func() {
			start := columns.Start[row]
			w.timeline.showPeriod(start-90*daySeconds, start+90*daySeconds)
		}),
	}
}
