package app

import (
	"net/url"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"chancery/model"
)

// goTo selects an event and brings it into view. One that the filters hide
// says so.
func (w *Window) goTo(id model.EventID) {
	w.Workspace.Select(id)
	if w.view == viewTable {
		w.table.Reveal(w.Workspace.Selection())
	}
	if !w.timeline.reveal(id) {
		w.messages.Show(Attention, lang.L("The filters hide this event."),
			Way{lang.L("Clear filters"), func() {
				w.clearFilters()
				w.timeline.reveal(id)
			}})
	}
}

// step goes to the next or previous kept event in time.
func (w *Window) step(by int) {
	columns := w.Workspace.Columns()
	row := -1
	if by < 0 {
		row = columns.Len()
	}
	if ids := w.Workspace.Selection(); len(ids) > 0 {
		if r, ok := columns.RowOf(ids[len(ids)-1]); ok {
			row = r
		}
	}
	w.goToKept(row+by, by, 0, columns.Len())
}

// goToKept goes to the first kept event of the rows [first, last) from one of them
// on, up or down, and reports whether there is one.
func (w *Window) goToKept(row, by, first, last int) bool {
	columns, kept := w.Workspace.Columns(), w.Workspace.Kept()
	for ; row >= first && row < last; row += by {
		if kept.Has(row) {
			w.goTo(columns.ID[row])
			return true
		}
	}
	return false
}

// edgeEvent goes to the first or last kept event with a known beginning, or
// when there is none to the first or last of all.
func (w *Window) edgeEvent(last bool) {
	from, to := w.Workspace.Columns().FiniteStarts()
	row, by := from, 1
	if last {
		row, by = to-1, -1
	}
	if w.goToKept(row, by, from, to) {
		return
	}
	w.Workspace.Select()
	w.step(by)
}

// stepInLane goes to the next or previous event in the lane of the selected
// one.
func (w *Window) stepInLane(by int) {
	row, lane := w.selectedRow()
	if lane < 0 {
		w.step(by)
		return
	}
	rows := w.Workspace.Lanes().Lanes[lane].Rows
	i := slices.Index(rows, uint32(row)) + by
	if i >= 0 && i < len(rows) {
		w.lane = lane
		w.goTo(w.Workspace.Columns().ID[rows[i]])
	}
}

// stepLane goes to the event nearest in time in the lane above or below.
func (w *Window) stepLane(by int) {
	row, lane := w.selectedRow()
	if lane < 0 {
		w.step(by)
		return
	}
	lanes := w.Workspace.Lanes().Lanes
	s := w.timeline.current()
	if s == nil {
		return
	}
	at := slices.IndexFunc(s.Lanes, func(b laneBox) bool { return b.Index == lane }) + by
	if at < 0 || at >= len(s.Lanes) {
		return
	}
	lane = s.Lanes[at].Index
	start := w.Workspace.Columns().Start
	nearest, distance := -1, 0.0
	for _, r := range lanes[lane].Rows {
		d := float64(start[r]) - float64(start[row])
		if d < 0 {
			d = -d
		}
		if nearest < 0 || d < distance {
			nearest, distance = int(r), d
		}
	}
	if nearest >= 0 {
		w.lane = lane
		w.goTo(w.Workspace.Columns().ID[nearest])
	}
}

// selectedRow returns the row of the selected event and the lane in which the
// keyboard is; the lane is -1 when nothing is selected.
func (w *Window) selectedRow() (row, lane int) {
	ids := w.Workspace.Selection()
	if len(ids) == 0 {
		return 0, -1
	}
	row, ok := w.Workspace.Columns().RowOf(ids[len(ids)-1])
	if !ok {
		return 0, -1
	}
	lanes := w.Workspace.Lanes().Lanes
	if w.lane < len(lanes) && contains(lanes[w.lane].Rows, uint32(row)) {
		return row, w.lane
	}
	return row, w.timeline.laneOf(row)
}

func (w *Window) nextMatch() {
	w.Workspace.NextMatch()
	w.revealMatch()
}

func (w *Window) previousMatch() {
	w.Workspace.PreviousMatch()
	w.revealMatch()
}

func (w *Window) revealMatch() {
	if ids, current := w.Workspace.Matches(); current >= 0 && current < len(ids) {
		w.goTo(ids[current])
	}
}

// focusSearch puts the keyboard into the search field.
func (w *Window) focusSearch() { w.win.Canvas().Focus(w.toolbar.Search.Entry()) }

// viewFocus returns what has the keyboard in the view that is shown.
func (w *Window) viewFocus() fyne.Focusable {
	switch w.view {
	case viewTable:
		return w.table.Focus()
	case viewActors:
		return w.actors.List.list
	}
	return w.timeline.Region.Plot
}

// focusView puts the keyboard into the plot, or into the table.
func (w *Window) focusView() { w.win.Canvas().Focus(w.viewFocus()) }

// openAddress opens a web address in the browser. Anything but http and https
// is refused.
func (w *Window) openAddress(u *url.URL) {
	if webAddress(u.String()) == nil {
		return
	}
	if err := w.app.OpenURL(u); err != nil {
		w.messages.Show(Failure, lang.L("The browser did not open: {{.Reason}}.", map[string]any{"Reason": err}),
			Way{lang.L("Copy address"), func() { w.app.Clipboard().SetContent(u.String()) }})
	}
}

// escape closes one thing at a time: a dialog, a range, the ruler, a message, a
// trace, the search; then it leaves what has the keyboard for the view, and then
// ends the selection.
func (w *Window) escape() {
	switch {
	case w.dialog != nil:
		w.dialog.Hide()
		w.dialog = nil
	case w.closeSheet():
	case w.timeline.Region.Plot.Cancel():
	case w.timeline.Region.Heads.Cancel():
	case w.timeline.endMeasure():
	case w.endPicking():
		w.messages.Hide()
	case w.messages.Shown():
		w.messages.Hide()
	case w.endTrace():
	case w.toolbar.Search.Query() != "":
		w.toolbar.Search.Clear()
	case w.win.Canvas().Focused() != w.viewFocus():
		w.focusView()
	case len(w.Workspace.Selection()) > 0:
		w.Workspace.Select()
	}
	w.tips.Show(nil, fyne.Position{})
}
