package app

import (
	"encoding/json"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"chancery/app/scene"
	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// A SavedView is a way of looking at one archive, kept under a name: what is
// filtered, the stretch of time, what the lanes are and how they are arranged,
// and the as-of date.
type SavedView struct {
	Name        string
	Filter      model.Filter
	From, To    edtf.Instant // the stretch of time in view
	ScrollY     float32      // dp
	Lanes       string       // the word of the grouping
	RollUp      bool
	Arrangement scene.Arrangement
	AsOf        edtf.Instant // when AsOfChosen
	AsOfChosen  bool
}

const prefViews = "views."

// views returns the saved views of an archive, by name. What cannot be read
// counts as none.
func (p preferences) views(path string) []SavedView {
	var views []SavedView
	if json.Unmarshal([]byte(p.String(prefViews+absolute(path))), &views) != nil {
		return nil
	}
	return views
}

// saveView keeps a view of an archive in place of one of the same name.
func (p preferences) saveView(path string, v SavedView) error {
	views := append(p.without(path, v.Name), v)
	slices.SortFunc(views, func(a, b SavedView) int {
		return strings.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name))
	})
	return p.setViews(path, views)
}

// removeView forgets a view of an archive.
func (p preferences) removeView(path, name string) error {
	return p.setViews(path, p.without(path, name))
}

func (p preferences) without(path, name string) []SavedView {
	return slices.DeleteFunc(p.views(path), func(v SavedView) bool { return strings.EqualFold(v.Name, name) })
}

func (p preferences) setViews(path string, views []SavedView) error {
	text, err := json.Marshal(views)
	if err == nil {
		p.SetString(prefViews+absolute(path), string(text))
	}
	return err
}

// thisView returns what is shown as a view of a name.
func (w *Window) thisView(name string) SavedView {
	ws, t := w.Workspace, w.timeline
	v := SavedView{
		Name: name, Filter: ws.Filter(), From: t.view.From(), To: t.view.To(), ScrollY: t.scrollY,
		Lanes: ws.Grouping().String(), RollUp: ws.RollUp(), Arrangement: *t.arranged,
	}
	v.AsOf, v.AsOfChosen = ws.AsOf()
	return v
}

// showSaved shows a saved view. The one before it can be gone back to.
func (w *Window) showSaved(v SavedView) {
	w.leave(false)
	w.trail.frozen = true
	defer func() { w.trail.frozen = false }()
	ws, t := w.Workspace, w.timeline
	if g, ok := model.ParseGrouping(v.Lanes); ok {
		ws.SetGrouping(g)
	}
	ws.SetRollUp(v.RollUp)
	ws.SetFilter(v.Filter)
	if v.AsOfChosen {
		ws.SetAsOf(v.AsOf)
	} else {
		ws.ClearAsOf()
	}
	arrangement := v.Arrangement
	t.arrange(func(a *scene.Arrangement) { *a = arrangement })
	t.scrollY = v.ScrollY
	t.showPeriodExactly(v.From, v.To)
}

// askView asks for a name and saves what is shown under it.
func (w *Window) askView() {
	archive := w.Workspace.Archive()
	if archive == nil {
		return
	}
	path := archive.Path()
	name := newField(lang.L("Pact, 2018–2019"))
	answer := container.NewVBox()
	save := newMain("", lang.L("Save view"), nil)
	save.SetEnabled(false)
	accept := func() {
		word := strings.TrimSpace(name.Text)
		if word == "" {
			return
		}
		w.closeSheet()
		w.report(w.prefs.saveView(path, w.thisView(word)),
			lang.L("View saved as “{{.Name}}”. It is in the menu View, Saved views.", map[string]any{"Name": word}))
		w.win.SetMainMenu(w.menu())
		w.focusPlot()
	}
	save.OnTapped = accept
	name.OnSubmitted = func(string) { accept() }
	name.OnChanged = func(text string) {
		word := strings.TrimSpace(text)
		save.SetEnabled(word != "")
		answer.Objects = nil
		if slices.ContainsFunc(w.prefs.views(path), func(v SavedView) bool { return strings.EqualFold(v.Name, word) }) {
			answer.Objects = []fyne.CanvasObject{newParagraph(
				lang.L("There is a view of this name. Saving puts this one in its place."), 400, sizeLabel, figure.Warn)}
		}
		answer.Refresh()
	}
	about := newParagraph(lang.L("A view keeps the filters, the time in view, the lanes and the as-of date. Views stay on this computer, not in the archive."),
		420, sizeLabel, figure.Text2)
	w.showSheet(&Sheet{
		Title: lang.L("Save this view"),
		Body:  inset(container.NewVBox(name, answer, about), sheetMargin),
		Right: []fyne.CanvasObject{w.closeButton(cancelWord()), save},
		Least: fyne.NewSize(480, 270),
	})
	w.win.Canvas().Focus(name)
}

// viewItems returns the menu items of saved views: to save, to show, to remove.
func (w *Window) viewItems() []*fyne.MenuItem {
	archive := w.Workspace.Archive()
	save := enabled(item(lang.L("Save this view…"), w.askView, fyne.KeyS, fyne.KeyModifierShift), archive != nil)
	saved := fyne.NewMenuItem(lang.L("Saved views"), nil)
	saved.ChildMenu = fyne.NewMenu("")
	forget := fyne.NewMenuItem(lang.L("Remove a saved view"), nil)
	forget.ChildMenu = fyne.NewMenu("")
	if archive != nil {
		path := archive.Path()
		for _, v := range w.prefs.views(path) {
			saved.ChildMenu.Items = append(saved.ChildMenu.Items, fyne.NewMenuItem(v.Name, func() { w.showSaved(v) }))
			forget.ChildMenu.Items = append(forget.ChildMenu.Items, fyne.NewMenuItem(v.Name, func() {
				w.report(w.prefs.removeView(path, v.Name),
					lang.L("View “{{.Name}}” removed.", map[string]any{"Name": v.Name}),
					Way{lang.L("Undo"), func() {
						w.report(w.prefs.saveView(path, v), lang.L("View saved as “{{.Name}}”. It is in the menu View, Saved views.", map[string]any{"Name": v.Name}))
						w.win.SetMainMenu(w.menu())
					}})
				w.win.SetMainMenu(w.menu())
			}))
		}
	}
	none := len(saved.ChildMenu.Items) == 0
	saved.Disabled, forget.Disabled = none, none
	return []*fyne.MenuItem{save, saved, forget}
}
