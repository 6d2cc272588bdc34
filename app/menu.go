package app

import (
	"path/filepath"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"chancery/model"
)

// menu returns the menu bar as things stand.
func (w *Window) menu() *fyne.MainMenu {
	return fyne.NewMainMenu(w.fileMenu(), w.editMenu(), w.viewMenu(), w.goMenu(), w.timelineMenu(), w.helpMenu())
}

// item returns a menu item with a shortcut of the command key and more.
func item(words string, act func(), key fyne.KeyName, more fyne.KeyModifier) *fyne.MenuItem {
	i := fyne.NewMenuItem(words, act)
	if key != "" {
		i.Shortcut = &desktop.CustomShortcut{KeyName: key, Modifier: command | more}
	}
	return i
}

// shortcutItem returns a menu item with one of the shortcuts that the toolkit
// knows by name.
func shortcutItem(words string, act func(), shortcut fyne.Shortcut) *fyne.MenuItem {
	i := fyne.NewMenuItem(words, act)
	i.Shortcut = shortcut
	return i
}

// behindNothing returns act as it is for a shortcut of the menu: the toolkit
// runs those behind a sheet or a dialog too, where nothing may change unseen.
func (w *Window) behindNothing(act func()) func() {
	return func() {
		if w.sheet == nil && w.dialog == nil {
			act()
		}
	}
}

// enabled says whether a menu item can be used.
func enabled(i *fyne.MenuItem, on bool) *fyne.MenuItem {
	i.Disabled = !on
	return i
}

func (w *Window) fileMenu() *fyne.Menu {
	open := w.Workspace.Archive() != nil
	recent := fyne.NewMenuItem(lang.L("Open recent"), nil)
	recent.ChildMenu = fyne.NewMenu("")
	for _, path := range w.prefs.recent() {
		recent.ChildMenu.Items = append(recent.ChildMenu.Items,
			fyne.NewMenuItem(filepath.Base(path), func() { w.open(path) }))
	}
	recent.Disabled = len(recent.ChildMenu.Items) == 0
	export := fyne.NewMenuItem(lang.L("Export"), nil)
	export.ChildMenu = fyne.NewMenu("", w.exportItems()...)
	export.Disabled = !open
	return fyne.NewMenu(lang.L("File"),
		item(lang.L("New archive…"), w.behindNothing(w.newArchive), fyne.KeyN, 0),
		item(lang.L("Open archive…"), w.behindNothing(w.chooseArchive), fyne.KeyO, 0),
		recent,
		enabled(item(lang.L("Save"), w.save, fyne.KeyS, 0), open),
		enabled(item(lang.L("Save a copy…"), w.behindNothing(w.saveCopy), fyne.KeyS, fyne.KeyModifierShift), open),
		fyne.NewMenuItemSeparator(),
		enabled(item(lang.L("Import…"), w.behindNothing(w.chooseImport), fyne.KeyI, 0), open),
		enabled(fyne.NewMenuItem(lang.L("Import rows from the clipboard"), w.behindNothing(w.pasteImport)), open),
		enabled(fyne.NewMenuItem(lang.L("Imports…"), w.showBatches), open),
		export,
	)
}

func (w *Window) editMenu() *fyne.Menu {
	undo := shortcutItem(lang.L("Undo"), w.undo, &fyne.ShortcutUndo{})
	if label, ok := w.Workspace.CanUndo(); ok {
		undo.Label = lang.L("Undo: {{.Label}}", map[string]any{"Label": label})
	}
	// The toolkit makes Ctrl Y a shortcut by itself, which addShortcuts takes.
	redo := item(lang.L("Redo"), w.redo, fyne.KeyZ, fyne.KeyModifierShift)
	if label, ok := w.Workspace.CanRedo(); ok {
		redo.Label = lang.L("Redo: {{.Label}}", map[string]any{"Label": label})
	}
	open := w.Workspace.Archive() != nil
	return fyne.NewMenu(lang.L("Edit"),
		undo, redo,
		fyne.NewMenuItemSeparator(),
		enabled(shortcutItem(lang.L("Cut events"), w.cutSelected, &fyne.ShortcutCut{}), open),
		enabled(shortcutItem(lang.L("Copy events"), w.copySelected, &fyne.ShortcutCopy{}), open),
		enabled(shortcutItem(lang.L("Paste"), w.paste, &fyne.ShortcutPaste{}), open),
		fyne.NewMenuItemSeparator(),
		enabled(fyne.NewMenuItem(lang.L("New event…"), w.newEvent), open),
		enabled(fyne.NewMenuItem(lang.L("Edit event…"), w.editSelected), open),
		enabled(item(lang.L("Duplicate events"), w.behindNothing(w.duplicateSelected), fyne.KeyD, 0), open),
		enabled(fyne.NewMenuItem(lang.L("Link to…"), w.linkSelected), open),
		enabled(fyne.NewMenuItem(lang.L("Remove events"), w.removeSelected), open),
		fyne.NewMenuItemSeparator(),
		item(lang.L("Search"), w.behindNothing(w.focusSearch), fyne.KeyF, 0),
		fyne.NewMenuItem(lang.L("Next match"), w.nextMatch),
		fyne.NewMenuItem(lang.L("Previous match"), w.previousMatch),
		fyne.NewMenuItem(lang.L("Clear filters"), w.clearFilters),
		w.hiddenItem(),
	)
}

func (w *Window) viewMenu() *fyne.Menu {
	lanes := fyne.NewMenuItem(lang.L("Lanes by"), nil)
	lanes.ChildMenu = fyne.NewMenu("", append(w.laneItems(), w.hiddenItems()...)...)
	look := fyne.NewMenuItem(lang.L("Colours"), nil)
	look.ChildMenu = fyne.NewMenu("")
	for _, l := range []struct {
		look  Look
		words string
	}{{LookSystem, lang.L("As the system")}, {LookLight, lang.L("Light")}, {LookDark, lang.L("Dark")}} {
		look.ChildMenu.Items = append(look.ChildMenu.Items,
			checked(l.words, w.prefs.look() == l.look, func() { w.setLook(l.look) }))
	}
	size := fyne.NewMenuItem(lang.L("Text size"), nil)
	size.ChildMenu = fyne.NewMenu("")
	for _, percent := range []int{90, 100, 115, 130, 150} {
		size.ChildMenu.Items = append(size.ChildMenu.Items,
			checked(strconv.Itoa(percent)+"\u00a0%", int(w.prefs.scale()*100+0.5) == percent, func() { w.setScale(percent) }))
	}
	motion := fyne.NewMenuItem(lang.L("Animations"), nil)
	motion.ChildMenu = fyne.NewMenu("")
	for _, m := range []struct {
		motion Motion
		words  string
	}{{MotionSystem, lang.L("As the system")}, {MotionOn, lang.L("On")}, {MotionOff, lang.L("Off")}} {
		motion.ChildMenu.Items = append(motion.ChildMenu.Items,
			checked(m.words, w.prefs.motion() == m.motion, func() { w.setMotion(m.motion) }))
	}
	toggle := func(on *bool, refresh func()) func() {
		return func() {
			*on = !*on
			refresh()
			w.win.SetMainMenu(w.menu())
		}
	}
	r := w.timeline.Region
	relayout := func() {
		r.Object.Refresh()
		w.body.Refresh()
		w.timeline.invalidate()
	}
	items := []*fyne.MenuItem{
		item(lang.L("Timeline"), w.behindNothing(func() { w.showView(viewTimeline) }), fyne.Key1, 0),
		item(lang.L("Actors"), w.behindNothing(func() { w.showView(viewActors) }), fyne.Key2, 0),
		item(lang.L("Table"), w.behindNothing(func() { w.showView(viewTable) }), fyne.Key3, 0),
		fyne.NewMenuItemSeparator(),
		lanes,
		checked(lang.L("Small rows"), w.timeline.compact, toggle(&w.timeline.compact, func() {
			w.prefs.SetBool(prefCompact, w.timeline.compact)
			relayout()
		})),
		checked(lang.L("All events above lanes of bars"), !w.timeline.noTotal, toggle(&w.timeline.noTotal, func() {
			w.prefs.SetBool(prefNoTotal, w.timeline.noTotal)
			relayout()
		})),
		checked(lang.L("Bars of all lanes on one scale"), w.timeline.shared, toggle(&w.timeline.shared, relayout)),
		fyne.NewMenuItemSeparator(),
		checked(lang.L("Lane heads"), r.ShowHeads, toggle(&r.ShowHeads, relayout)),
		checked(lang.L("Filters"), w.frame.showFilters, toggle(&w.frame.showFilters, relayout)),
		checked(lang.L("Overview"), r.ShowOverview, toggle(&r.ShowOverview, relayout)),
		item(lang.L("Details"), w.behindNothing(w.toggleDetails), fyne.KeyB, 0),
		fyne.NewMenuItemSeparator(),
		look, size, motion,
		checked(lang.L("Single letters are shortcuts"), !w.prefs.Bool(prefLetters), func() {
			w.prefs.SetBool(prefLetters, !w.prefs.Bool(prefLetters))
			w.win.SetMainMenu(w.menu())
		}),
		checked(lang.L("The wheel scrolls lanes"), r.Plot.WheelScrolls, toggle(&r.Plot.WheelScrolls, func() {
			w.prefs.SetBool(prefWheel, r.Plot.WheelScrolls)
		})),
	}
	views := append(w.viewItems(), fyne.NewMenuItemSeparator())
	return fyne.NewMenu(lang.L("View"), slices.Insert(items, 3, views...)...)
}

func (w *Window) goMenu() *fyne.Menu {
	back := enabled(fyne.NewMenuItem(lang.L("Back"), w.goBack), len(w.trail.back) > 0)
	back.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierAlt}
	forward := enabled(fyne.NewMenuItem(lang.L("Forward"), w.goForward), len(w.trail.forward) > 0)
	forward.Shortcut = &desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierAlt}
	return fyne.NewMenu(lang.L("Go"),
		back, forward,
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(lang.L("Next event"), func() { w.step(1) }),
		fyne.NewMenuItem(lang.L("Previous event"), func() { w.step(-1) }),
		fyne.NewMenuItem(lang.L("First event"), func() { w.edgeEvent(false) }),
		fyne.NewMenuItem(lang.L("Last event"), func() { w.edgeEvent(true) }),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(lang.L("Previous linked event"), func() { w.stepLink(-1) }),
		fyne.NewMenuItem(lang.L("Next linked event"), func() { w.stepLink(1) }),
		fyne.NewMenuItemSeparator(),
		item(lang.L("Date…"), w.behindNothing(w.askDate), fyne.KeyG, 0),
		fyne.NewMenuItem(lang.L("As-of date"), func() { w.timeline.centre(w.timeline.asOf()) }),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(lang.L("What led to this event"), func() { w.trace(true) }),
		fyne.NewMenuItem(lang.L("What came of this event"), func() { w.trace(false) }),
	)
}

func (w *Window) timelineMenu() *fyne.Menu {
	t := w.timeline
	_, chosen := w.Workspace.AsOf()
	links := fyne.NewMenuItem(lang.L("Links"), nil)
	links.ChildMenu = fyne.NewMenu("", w.linkItems()...)
	return fyne.NewMenu(lang.L("Timeline"),
		item(lang.L("Zoom in"), func() { t.zoomStep(zoomLimit) }, fyne.KeyEqual, 0),
		item(lang.L("Zoom out"), func() { t.zoomStep(1 / zoomLimit) }, fyne.KeyMinus, 0),
		item(lang.L("Show everything"), t.fit, fyne.Key0, 0),
		fyne.NewMenuItem(lang.L("Show the selection"), t.fitSelection),
		fyne.NewMenuItemSeparator(),
		links,
		fyne.NewMenuItem(lang.L("Measure"), w.measure),
		fyne.NewMenuItem(lang.L("Pin the selection, or let it go"), w.pinSelected),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(lang.L("Set the as-of date…"), w.askAsOf),
		enabled(fyne.NewMenuItem(lang.L("As of today"), w.Workspace.ClearAsOf), chosen),
		checked(lang.L("Agreements above the lanes"), !t.hideLives, func() {
			t.hideLives = !t.hideLives
			t.invalidate()
			w.win.SetMainMenu(w.menu())
		}),
		checked(lang.L("Later events as ghosts"), t.ghosts, func() {
			t.ghosts = !t.ghosts
			t.invalidate()
			w.win.SetMainMenu(w.menu())
		}),
	)
}

func (w *Window) helpMenu() *fyne.Menu {
	return fyne.NewMenu(lang.L("Help"),
		fyne.NewMenuItem(lang.L("Keys"), w.showShortcuts),
		fyne.NewMenuItem(lang.L("About Chancery"), w.showAbout),
	)
}

// groupingWords names a grouping.
func groupingWords(g model.Grouping) string {
	switch g {
	case model.ByActor:
		return lang.L("Actor")
	case model.ByCategory:
		return lang.L("Category")
	case model.ByPair:
		return lang.L("Pair of actors")
	case model.ByPlace:
		return lang.L("Place")
	case model.ByNone:
		return lang.L("None")
	}
	return lang.L("Collection")
}

// laneItems returns the choices of what the lanes are.
func (w *Window) laneItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, g := range model.Groupings() {
		items = append(items, checked(groupingWords(g), w.Workspace.Grouping() == g, func() {
			w.groupBy(g)
		}))
	}
	return append(items, fyne.NewMenuItemSeparator(),
		checked(lang.L("People and bodies under their state"), w.Workspace.RollUp(), func() {
			w.Workspace.SetRollUp(!w.Workspace.RollUp())
		}))
}
