package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"chancery/app/workspace"
	"chancery/model"
)

// foldListed bounds the events that the menu of a fold names.
const foldListed = 12

// foldMenu lists the events that stand in one place of the plot, to go to one of
// them or to zoom in until they part.
func (w *Window) foldMenu(ids []model.EventID, at fyne.Position) {
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(w.timeline.Region.Plot)
	w.Workspace.Look(ids[:min(len(ids), foldListed)], func(found []workspace.Found) {
		var items []*fyne.MenuItem
		for _, e := range found {
			item := fyne.NewMenuItem(shortDate(e.Label.Start, e.Label.End)+"  "+e.Label.Title, func() { w.goTo(e.ID) })
			item.Icon = glyphResource(w.details.painter, int(e.Category))
			items = append(items, item)
		}
		n := len(ids)
		items = append(items, fyne.NewMenuItemSeparator(),
			fyne.NewMenuItem(lang.N("Zoom in on all {{.Count}}", n, map[string]any{"Count": n}), func() { w.timeline.unfold(ids) }),
			fyne.NewMenuItem(lang.N("Select all {{.Count}}", n, map[string]any{"Count": n}), func() { w.Workspace.Select(ids...) }))
		w.popMenu(origin.AddXY(at.X+6, at.Y+w.timeline.Region.Plot.AxisHeight()+6), items...)
	})
}
