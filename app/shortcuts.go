package app

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"chancery/charts/figure"
)

// A shortcut is one line of the list of keys: what is pressed, what it does,
// and, for keys that work while the plot has the keyboard, what to run. Those
// with the command key stand in the menu too.
type shortcut struct {
	Keys, Does string

	key       fyne.KeyName
	modifiers fyne.KeyModifier
	runes     string
	run       func(*Window)
}

// shortcuts returns every key of the window, in the order of the list that F1
// shows.
func shortcuts() []shortcut {
	const shift, ctrl, alt = fyne.KeyModifierShift, fyne.KeyModifierControl, fyne.KeyModifierAlt
	zoomIn := func(w *Window) { w.timeline.zoomStep(zoomLimit) }
	zoomOut := func(w *Window) { w.timeline.zoomStep(1 / zoomLimit) }
	return []shortcut{
		{"Left, Right", lang.L("Previous, next event in the lane"), "", 0, "", nil},
		{"", "", fyne.KeyLeft, 0, "", func(w *Window) { w.stepInLane(-1) }},
		{"", "", fyne.KeyRight, 0, "", func(w *Window) { w.stepInLane(1) }},
		{"Up, Down", lang.L("Nearest event in the lane above, below"), "", 0, "", nil},
		{"", "", fyne.KeyUp, 0, "", func(w *Window) { w.stepLane(-1) }},
		{"", "", fyne.KeyDown, 0, "", func(w *Window) { w.stepLane(1) }},
		{"Home, End", lang.L("First, last event"), "", 0, "", nil},
		{"", "", fyne.KeyHome, 0, "", func(w *Window) { w.edgeEvent(false) }},
		{"", "", fyne.KeyEnd, 0, "", func(w *Window) { w.edgeEvent(true) }},
		{"[ and ]", lang.L("Previous, next linked event"), "", 0, "", nil},
		{"", "", "", 0, "[", func(w *Window) { w.stepLink(-1) }},
		{"", "", "", 0, "]", func(w *Window) { w.stepLink(1) }},
		{"Alt Left, Alt Right", lang.L("Back, forward through the views"), "", 0, "", nil},
		{"", "", fyne.KeyLeft, alt, "", (*Window).goBack},
		{"", "", fyne.KeyRight, alt, "", (*Window).goForward},
		{"Ctrl Left, Ctrl Right", lang.L("Pan by a tenth"), "", 0, "", nil},
		{"", "", fyne.KeyLeft, ctrl, "", func(w *Window) { w.timeline.panStep(-0.1) }},
		{"", "", fyne.KeyRight, ctrl, "", func(w *Window) { w.timeline.panStep(0.1) }},
		{"Page Up, Page Down", lang.L("Pan by nine tenths"), "", 0, "", nil},
		{"", "", fyne.KeyPageUp, 0, "", func(w *Window) { w.timeline.panStep(-0.9) }},
		{"", "", fyne.KeyPageDown, 0, "", func(w *Window) { w.timeline.panStep(0.9) }},
		{"+ and –, W and S", lang.L("Zoom in, out"), "", 0, "", nil},
		{"", "", "", 0, "+=wW", zoomIn},
		{"", "", "", 0, "-_sS", zoomOut},
		{"A, D", lang.L("Pan"), "", 0, "", nil},
		{"", "", "", 0, "aA", func(w *Window) { w.timeline.panStep(-0.1) }},
		{"", "", "", 0, "dD", func(w *Window) { w.timeline.panStep(0.1) }},
		{"0 or F", lang.L("Show everything"), "", 0, "0f", func(w *Window) { w.timeline.fit() }},
		{"Shift F", lang.L("Show the selection"), "", 0, "F", func(w *Window) { w.timeline.fitSelection() }},
		{"T", lang.L("Go to the as-of date"), "", 0, "tT", func(w *Window) { w.timeline.centre(w.timeline.asOf()) }},
		{"G", lang.L("Go to a date"), "", 0, "gG", (*Window).askDate},
		{"Enter", lang.L("Edit the selected event"), fyne.KeyReturn, 0, "", (*Window).editSelected},
		{"", "", fyne.KeyEnter, 0, "", (*Window).editSelected},
		{"Space, Ctrl B", lang.L("Open or close the details"), fyne.KeySpace, 0, "", (*Window).toggleDetails},
		{"N", lang.L("New event"), "", 0, "nN", (*Window).newEvent},
		{"Delete", lang.L("Remove the selected events; this can be undone"), fyne.KeyDelete, 0, "", (*Window).removeSelected},
		{"Ctrl D", lang.L("Duplicate the selected events"), "", 0, "", nil},
		{"L", lang.L("Link the selected event with another"), "", 0, "lL", (*Window).linkSelected},
		{"Menu, Shift F10", lang.L("Menu of the selected event"), "", 0, "", nil},
		{"", "", desktop.KeyMenu, 0, "", (*Window).selectionMenu},
		{"", "", fyne.KeyF10, shift, "", (*Window).selectionMenu},
		{"P", lang.L("Pin: keep the selected events drawn at every zoom"), "", 0, "pP", (*Window).pinSelected},
		{"M", lang.L("Measure a stretch of time"), "", 0, "mM", (*Window).measure},
		{"B, Shift B", lang.L("Trace what led to the event, what came of it"), "", 0, "", nil},
		{"", "", "", 0, "b", func(w *Window) { w.trace(true) }},
		{"", "", "", 0, "B", func(w *Window) { w.trace(false) }},
		{"Ctrl F", lang.L("Search"), "", 0, "", nil},
		{"F3, Shift F3", lang.L("Next, previous match"), "", 0, "", nil},
		{"", "", fyne.KeyF3, 0, "", (*Window).nextMatch},
		{"", "", fyne.KeyF3, shift, "", (*Window).previousMatch},
		{"Ctrl 1, Ctrl 2, Ctrl 3", lang.L("Timeline, actors, table"), "", 0, "", nil},
		{"V", lang.L("Saved views"), "", 0, "v", (*Window).listViews},
		{"Shift V", lang.L("Save this view"), "", 0, "V", (*Window).askView},
		{"In the lane heads: Up, Down", lang.L("Lane above, below; with Alt moves the lane"), "", 0, "", nil},
		{"In the lane heads: Enter, Space, Delete", lang.L("Fold the lane, its menu, hide it"), "", 0, "", nil},
		{"Alt + drag, or Ctrl Shift + drag", lang.L("Move an event, or an end of its bar, in time"), "", 0, "", nil},
		{"In the overview: arrows, + and –", lang.L("Pan, zoom"), "", 0, "", nil},
		{"Ctrl Z, Ctrl Shift Z or Ctrl Y", lang.L("Undo, redo"), "", 0, "", nil},
		{"Ctrl X, Ctrl C, Ctrl V", lang.L("Cut, copy, paste events"), "", 0, "", nil},
		{"Ctrl N, Ctrl O", lang.L("New archive, open an archive"), "", 0, "", nil},
		{"Ctrl S", lang.L("Save the form that is open"), "", 0, "", nil},
		{"Ctrl Shift S", lang.L("Save a copy of the archive"), "", 0, "", nil},
		{"Ctrl I, Ctrl E", lang.L("Import, export a report"), "", 0, "", nil},
		{"Ctrl V", lang.L("Import rows copied from a spreadsheet"), "", 0, "", nil},
		{"F6, Shift F6", lang.L("Next, previous region of the window"), "", 0, "", nil},
		{"", "", fyne.KeyF6, 0, "", func(w *Window) { w.stepRegion(1) }},
		{"", "", fyne.KeyF6, shift, "", func(w *Window) { w.stepRegion(-1) }},
		{"Tab, Shift Tab", lang.L("Next, previous control"), "", 0, "", nil},
		{"Esc", lang.L("Close one thing: message, range, measure, trace, search, selection"), fyne.KeyEscape, 0, "", (*Window).escape},
		{"? or F1", lang.L("This list"), fyne.KeyF1, 0, "?", (*Window).showShortcuts},
	}
}

// plotKey runs what a key means while the plot has the keyboard, and reports
// whether it means anything.
func (w *Window) plotKey(key fyne.KeyName, modifiers fyne.KeyModifier) bool {
	for _, s := range shortcuts() {
		if s.run != nil && s.key != "" && s.key == key && s.modifiers == modifiers {
			s.run(w)
			return true
		}
	}
	return false
}

// strayKey runs a key that nothing else took. Behind a sheet or a dialog no key
// may act but the one that closes it.
func (w *Window) strayKey(key fyne.KeyName) {
	if (w.sheet != nil || w.dialog != nil) && key != fyne.KeyEscape {
		return
	}
	w.plotKey(key, keyModifiers())
}

// addShortcuts makes the keys with Ctrl and Alt known to the canvas, which does
// not hand them to what has the keyboard.
func (w *Window) addShortcuts() {
	w.win.Canvas().AddShortcut(&fyne.ShortcutRedo{}, func(fyne.Shortcut) { w.redo() })
	for _, s := range shortcuts() {
		if s.run == nil || s.key == "" || s.modifiers&^fyne.KeyModifierShift == 0 {
			continue
		}
		run := s.run
		w.win.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: s.key, Modifier: s.modifiers},
			func(fyne.Shortcut) {
				if w.sheet == nil && w.dialog == nil {
					run(w)
				}
			})
	}
}

// plotRune runs what a letter means while the plot has the keyboard. Letters
// can be switched off: some people's voice input types them.
func (w *Window) plotRune(r rune) {
	if w.prefs.Bool(prefLetters) && unicode.IsLetter(r) {
		return
	}
	for _, s := range shortcuts() {
		for _, known := range s.runes {
			if known == r {
				s.run(w)
				return
			}
		}
	}
}

// showShortcuts lists every key.
func (w *Window) showShortcuts() {
	rows := container.NewVBox()
	for _, s := range shortcuts() {
		if s.Keys == "" {
			continue
		}
		keys := newText(s.Keys, sizeLabel, figure.Text2, false)
		setStyle(keys, fyne.TextStyle{Monospace: true})
		rows.Add(newEnds(scaled(20), newText(s.Does, sizeBody, figure.Text, false), keys))
	}
	w.showSheet(&Sheet{
		Title: lang.L("Keys"),
		Body:  container.NewVScroll(inset(rows, sheetMargin)),
		Right: []fyne.CanvasObject{newMain("", lang.L("Close"), func() { w.closeSheet() })},
		Least: fyne.NewSize(560, 680),
	})
}

func (w *Window) toggleDetails() { w.showDetails(!w.frame.showDetails) }
