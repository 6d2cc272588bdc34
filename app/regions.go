package app

import (
	"slices"

	"fyne.io/fyne/v2"

	"chancery/model"
)

// A region is a part of the window that F6 goes to: what is in it, and what has
// the keyboard first.
type region struct {
	object fyne.CanvasObject
	first  fyne.Focusable
}

// regions returns the parts of the window that are shown, in the order of F6.
func (w *Window) regions() []region {
	r := w.timeline.Region
	all := []region{{w.toolbar, w.toolbar.Search.Entry()}, {w.filters, w.filters.add}}
	switch w.view {
	case viewTimeline:
		all = append(all, region{r.Corner, r.Corner}, region{r.Heads, r.Heads}, region{r.Plot, r.Plot})
	case viewActors:
		v := w.actors
		all = append(all, region{v.List, v.List.list}, region{v.Head, v.Head.Timeline}, region{v.Board.scroll, v.Board.First()})
	default:
		all = append(all, region{w.table, w.table.Focus()})
	}
	all = append(all, region{w.details, w.details})
	if w.view == viewTimeline {
		all = append(all, region{r.Overview, r.Overview})
	}
	if note := w.messages.Note(); note != nil {
		all = append(all, region{note, note.First()})
	}
	var shown []region
	for _, part := range all {
		if part.object.Visible() && part.first != nil {
			shown = append(shown, part)
		}
	}
	return shown
}

// stepRegion moves the keyboard to the next or previous part of the window,
// round the end.
func (w *Window) stepRegion(by int) {
	if w.sheet != nil {
		return // the sheet has the keyboard
	}
	shown := w.regions()
	at := w.regionOf(w.win.Canvas().Focused(), shown)
	if at < 0 && by > 0 {
		at = len(shown) - 1
	}
	at = (max(at, 0) + by + len(shown)) % len(shown)
	w.win.Canvas().Focus(shown[at].first)
	if shown[at].first == fyne.Focusable(w.timeline.Region.Plot) {
		w.timeline.Region.Plot.walk()
		w.timeline.invalidate()
	}
}

// regionOf returns which region holds what has the keyboard, -1 for none. A
// message lies over other regions and comes last, so the last one counts.
func (w *Window) regionOf(focused fyne.Focusable, shown []region) int {
	o, ok := focused.(fyne.CanvasObject)
	if !ok {
		return -1
	}
	if i := slices.IndexFunc(shown, func(r region) bool { return r.first == focused }); i >= 0 {
		return i
	}
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(o).AddXY(o.Size().Width/2, o.Size().Height/2)
	for i := len(shown) - 1; i >= 0; i-- {
		from := driver.AbsolutePositionForObject(shown[i].object)
		size := shown[i].object.Size()
		if at.X >= from.X && at.X < from.X+size.Width && at.Y >= from.Y && at.Y < from.Y+size.Height {
			return i
		}
	}
	return -1
}

// selectionMenu opens the menu of the selected event beside its mark.
func (w *Window) selectionMenu() {
	ids := w.Workspace.Selection()
	if len(ids) == 0 {
		return
	}
	id := ids[len(ids)-1]
	w.popMenu(w.placeOf(id), w.markItems(id)...)
}

// placeOf returns where in the window an event is shown, or a place in the view
// when its mark is not seen.
func (w *Window) placeOf(id model.EventID) fyne.Position {
	driver := fyne.CurrentApp().Driver()
	if w.view == viewTable {
		return driver.AbsolutePositionForObject(w.table).AddXY(24, 64)
	}
	at := driver.AbsolutePositionForObject(w.timeline.Region.Plot)
	if s := w.timeline.current(); s != nil {
		for i := range s.Marks {
			if m := &s.Marks[i]; m.ID == id {
				return at.AddXY(m.X+8, m.Y+w.timeline.Region.Plot.AxisHeight()+8)
			}
		}
	}
	return at.AddXY(24, w.timeline.Region.Plot.AxisHeight()+24)
}
