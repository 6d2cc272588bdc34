package app

import (
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
	moment := w.timeline.view.Time(float64(at.X))
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(lang.L("New event on {{.Date}}…", map[string]any{"Date": day(moment)}), func() { w.newEventAt(moment) }),
		fyne.NewMenuItem(lang.L("As of {{.Date}}", map[string]any{"Date": day(moment)}), func() {
			w.Workspace.SetAsOf(startOfDay(moment))
		}),
	}
	if _, chosen := w.Workspace.AsOf(); chosen {
		items = append(items, fyne.NewMenuItem(lang.L("As of today"), w.Workspace.ClearAsOf))
	}
	items = append(items, fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(lang.L("Show everything"), w.timeline.fit),
		fyne.NewMenuItem(lang.L("Go to a date…"), w.askDate))
	if hit.Lane >= 0 && hit.Lane < len(w.Workspace.Lanes().Lanes) {
		items = append(items, fyne.NewMenuItemSeparator())
		items = append(items, w.laneMenu(hit.Lane)...)
	}
	w.popMenu(absolute, items...)
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

// laneMenu returns what can be done with a lane.
func (w *Window) laneMenu(lane int) []*fyne.MenuItem {
	l := w.Workspace.Lanes().Lanes[lane]
	t := w.timeline
	fold := lang.L("Fold this lane")
	if t.arranged.Collapsed[l.Key] {
		fold = lang.L("Unfold this lane")
	}
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(fold, func() { t.toggleLane(l.Key) }),
		fyne.NewMenuItem(lang.L("Hide this lane"), func() { t.hideLane(l.Key) }),
		checked(lang.L("Up to 12 rows"), t.arranged.ShowAll[l.Key], func() { t.showAll(l.Key) }),
	}
	if len(t.arranged.Hidden) > 0 {
		items = append(items, fyne.NewMenuItem(lang.L("Show hidden lanes"), t.showLanes))
	}
	return items
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
		fyne.NewMenuItem(lang.L("Remove"), func() {
			w.Workspace.Select(id)
			w.removeSelected()
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
