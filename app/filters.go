package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"chancery/model"
)

// showFilterRow shows the filters in force as chips.
func (w *Window) showFilterRow() {
	ws := w.Workspace
	f := ws.Filter()
	var parts []FilterPart
	part := func(name string, values []string, edit func(), remove func(*model.Filter)) {
		if len(values) == 0 {
			return
		}
		parts = append(parts, FilterPart{
			Name: name, Value: strings.Join(values, ", "),
			OnEdit: func(fyne.CanvasObject) { edit() },
			OnRemove: func() {
				w.refilter(remove)
			},
		})
	}
	actors := lang.L("Actors:")
	if f.AllActors {
		actors = lang.L("All of:")
	}
	part(actors, f.Actors, w.pickActors, func(f *model.Filter) { f.Actors, f.AllActors = nil, false })
	part(lang.L("Categories:"), categoryNames(f.Categories), w.pickCategories, func(f *model.Filter) { f.Categories = nil })
	names := make([]string, 0, len(f.Collections))
	for _, key := range f.Collections {
		names = append(names, collectionName(ws.Columns(), key))
	}
	part(lang.L("Collection:"), names, w.pickCollections, func(f *model.Filter) { f.Collections = nil })
	part(lang.L("Places:"), f.Places, w.pickPlaces, func(f *model.Filter) { f.Places = nil })
	if !f.Period.IsZero() {
		part(lang.L("Period:"), []string{periodWords(f.Period)}, w.pickPeriod, func(f *model.Filter) { f.Period = model.Period{} })
	}
	if f.Text != "" {
		part(lang.L("Words:"), []string{f.Text}, func() {}, func(f *model.Filter) { f.Text = "" })
	}
	kept, all := ws.Count()
	count := events(all)
	if kept < all {
		count = keptWords(kept, all)
	}
	if ws.Archive() == nil {
		count = ""
	}
	w.filters.Set(parts, count)
	w.toolbar.SetFilters(len(parts))
}

func categoryNames(keys []string) []string {
	names := make([]string, 0, len(keys))
	for _, key := range keys {
		names = append(names, model.CategoryNamed(key).Short)
	}
	return names
}

// addFilter opens the choice of what to filter by.
func (w *Window) addFilter(over fyne.CanvasObject) {
	if w.Workspace.Archive() != nil {
		w.popUnder(over, w.filterItems()...)
	}
}

func (w *Window) filterItems() []*fyne.MenuItem {
	return []*fyne.MenuItem{
		fyne.NewMenuItem(lang.L("Actors…"), w.pickActors),
		fyne.NewMenuItem(lang.L("Categories…"), w.pickCategories),
		fyne.NewMenuItem(lang.L("Collections…"), w.pickCollections),
		fyne.NewMenuItem(lang.L("Places…"), w.pickPlaces),
		fyne.NewMenuItem(lang.L("Period…"), w.pickPeriod),
	}
}

// filterMenu opens what the filter row would show, from the button in its place.
func (w *Window) filterMenu() {
	items := w.filterItems()
	if len(w.filters.Parts) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
		for _, p := range w.filters.Parts {
			items = append(items, checked(p.Name+" "+p.Value, true, p.OnRemove))
		}
		items = append(items, w.hiddenItem(), fyne.NewMenuItem(lang.L("Clear filters"), w.clearFilters))
	}
	w.popUnder(w.toolbar.Filter, items...)
}

// moreFilters lists the filters whose chips did not fit.
func (w *Window) moreFilters(hidden []FilterPart, over fyne.CanvasObject) {
	items := make([]*fyne.MenuItem, 0, len(hidden))
	for _, p := range hidden {
		items = append(items, fyne.NewMenuItem(p.Name+" "+p.Value, func() { p.OnEdit(over) }))
	}
	w.popUnder(over, items...)
}

// hiddenItem returns the menu item for showing what the filters hide.
func (w *Window) hiddenItem() *fyne.MenuItem {
	on := w.Workspace.ShowsHidden()
	return checked(lang.L("Show what filters hide, dimmed"), on, func() { w.showHidden(!on) })
}

// showHidden shows what the filters hide faintly, or not at all.
func (w *Window) showHidden(on bool) {
	w.Workspace.ShowHidden(on)
	w.win.SetMainMenu(w.menu())
	w.focusView()
}

func (w *Window) clearFilters() {
	w.refilter(func(f *model.Filter) { *f = model.Filter{} })
}

// refilter changes the filter in force.
func (w *Window) refilter(change func(*model.Filter)) {
	f := w.Workspace.Filter()
	change(&f)
	w.leave(false)
	w.Workspace.SetFilter(f)
}

func (w *Window) pickActors() {
	columns := w.Workspace.Columns()
	counts := make([]int, len(columns.Actors))
	for i := range columns.Len() {
		actors, _ := columns.ActorsOf(i)
		for k, a := range actors {
			if !slices.Contains(actors[:k], a) {
				counts[a]++
			}
		}
	}
	choices := make([]choice, 0, len(columns.Actors))
	for i, a := range columns.Actors {
		also := a.Code + " " + a.Country
		for _, n := range a.Names {
			also += " " + n.Text
		}
		choices = append(choices, choice{a.Name, a.Name, also, counts[i]})
	}
	slices.SortStableFunc(choices, func(a, b choice) int { return b.Count - a.Count })
	together := newTick(lang.L("All of them together"), w.Workspace.Filter().AllActors, func(on bool) {
		w.refilter(func(f *model.Filter) { f.AllActors = on })
	})
	w.pick(lang.L("Filter by actors"), choices, w.Workspace.Filter().Actors, func(names []string) {
		w.refilter(func(f *model.Filter) { f.Actors = names })
	}, together)
}

func (w *Window) pickCategories() {
	columns := w.Workspace.Columns()
	choices := make([]choice, 0, len(columns.Categories))
	counts := make([]int, len(columns.Categories))
	for _, c := range columns.Category {
		counts[c]++
	}
	for i, c := range columns.Categories {
		choices = append(choices, choice{c.Key, c.Name, c.Term, counts[i]})
	}
	w.pick(lang.L("Filter by categories"), choices, w.Workspace.Filter().Categories, func(keys []string) {
		w.refilter(func(f *model.Filter) { f.Categories = keys })
	})
}

func (w *Window) pickCollections() {
	columns := w.Workspace.Columns()
	counts := make([]int, len(columns.Collections))
	for _, c := range columns.Collection {
		counts[c]++
	}
	choices := make([]choice, 0, len(columns.Collections))
	for i, c := range columns.Collections {
		choices = append(choices, choice{c.Key, c.Label(), c.Key, counts[i]})
	}
	w.pick(lang.L("Filter by collections"), choices, w.Workspace.Filter().Collections, func(keys []string) {
		w.refilter(func(f *model.Filter) { f.Collections = keys })
	})
}

func (w *Window) pickPlaces() {
	columns := w.Workspace.Columns()
	counts := make([]int, len(columns.Places))
	for _, p := range columns.Place {
		counts[p]++
	}
	choices := make([]choice, 0, len(columns.Places))
	for i, p := range columns.Places {
		if p != "" {
			choices = append(choices, choice{p, p, "", counts[i]})
		}
	}
	slices.SortStableFunc(choices, func(a, b choice) int { return b.Count - a.Count })
	w.pick(lang.L("Filter by places"), choices, w.Workspace.Filter().Places, func(names []string) {
		w.refilter(func(f *model.Filter) { f.Places = names })
	})
}

// filterActor keeps only events with one actor.
func (w *Window) filterActor(name string) {
	w.refilter(func(f *model.Filter) {
		if !slices.Contains(f.Actors, name) {
			f.Actors = []string{name}
		}
	})
}
