package app

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"chancery/app/scene"
	"chancery/charts/figure"
	"chancery/model"
)

// thisView returns what is shown as a view of a name.
func (w *Window) thisView(name string) model.View {
	ws, t := w.Workspace, w.timeline
	v := model.View{
		Name: name, Filter: ws.Filter(), From: t.view.From(), To: t.view.To(), ScrollY: t.scrollY,
		Grouping: ws.Grouping(), RollUp: ws.RollUp(), Arrangement: *t.arranged, Pinned: t.pinned,
	}
	v.AsOf, v.AsOfChosen = ws.AsOf()
	return v
}

// showSaved shows a saved view. The one before it can be gone back to.
func (w *Window) showSaved(v model.View) {
	w.leave(false)
	w.trail.frozen = true
	defer func() { w.trail.frozen = false }()
	ws, t := w.Workspace, w.timeline
	ws.SetGrouping(v.Grouping)
	ws.SetRollUp(v.RollUp)
	ws.SetFilter(v.Filter)
	if v.AsOfChosen {
		ws.SetAsOf(v.AsOf)
	} else {
		ws.ClearAsOf()
	}
	t.arrange(func(a *scene.Arrangement) { *a = v.Arrangement })
	t.scrollY, t.pinned = v.ScrollY, v.Pinned
	t.showPeriodExactly(v.From, v.To)
}

// viewSaved says under which name a view was saved.
func viewSaved(name string) string {
	return lang.L("View saved as “{{.Name}}”. V lists the saved views.", map[string]any{"Name": name})
}

// askView asks for a name and saves what is shown under it.
func (w *Window) askView() {
	if w.Workspace.Archive() == nil {
		return
	}
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
		w.report(w.Workspace.SaveView(context.Background(), w.thisView(word)), viewSaved(word))
		w.focusView()
	}
	save.OnTapped = accept
	name.OnSubmitted = func(string) { accept() }
	name.OnChanged = func(text string) {
		word := strings.TrimSpace(text)
		save.SetEnabled(word != "")
		answer.Objects = nil
		if _, taken := w.Workspace.ViewNamed(word); taken {
			answer.Objects = []fyne.CanvasObject{newParagraph(
				lang.L("There is a view of this name. Saving puts this one in its place."), 400, sizeLabel, figure.Warn)}
		}
		answer.Refresh()
	}
	about := newParagraph(lang.L("A view keeps the filters, the time in view, the lanes, the pins and the as-of date. It is kept in the archive."),
		420, sizeLabel, figure.Text2)
	w.showSheet(&Sheet{
		Title:   lang.L("Save this view"),
		Body:    inset(container.NewVBox(name, answer, about), sheetMargin),
		Right:   []fyne.CanvasObject{w.closeButton(cancelWord()), save},
		OnClose: w.focusView,
		Least:   fyne.NewSize(480, 270),
	})
	w.win.Canvas().Focus(name)
}

// removeView takes a view out of the archive; the message can put it back.
func (w *Window) removeView(v model.View) {
	ctx := context.Background()
	w.report(w.Workspace.RemoveView(ctx, v.Name), lang.L("View “{{.Name}}” removed.", map[string]any{"Name": v.Name}),
		Way{lang.L("Undo"), func() { w.report(w.Workspace.SaveView(ctx, v), viewSaved(v.Name)) }})
}

// savedItems returns a menu item for every saved view.
func (w *Window) savedItems(act func(model.View)) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, v := range w.Workspace.Views() {
		items = append(items, fyne.NewMenuItem(v.Name, func() { act(v) }))
	}
	return items
}

// viewItems returns the menu items of saved views: to save, to show, to remove.
func (w *Window) viewItems() []*fyne.MenuItem {
	save := enabled(fyne.NewMenuItem(lang.L("Save this view…"), w.askView), w.Workspace.Archive() != nil)
	saved := fyne.NewMenuItem(lang.L("Saved views"), nil)
	saved.ChildMenu = fyne.NewMenu("", w.savedItems(w.showSaved)...)
	remove := fyne.NewMenuItem(lang.L("Remove a saved view"), nil)
	remove.ChildMenu = fyne.NewMenu("", w.savedItems(w.removeView)...)
	none := len(saved.ChildMenu.Items) == 0
	saved.Disabled, remove.Disabled = none, none
	return []*fyne.MenuItem{save, saved, remove}
}

// listViews opens the list of saved views over the plot.
func (w *Window) listViews() {
	items := w.savedItems(w.showSaved)
	if len(items) == 0 {
		w.messages.Show(Attention, lang.L("No view is saved in this archive yet."), Way{lang.L("Save this view…"), w.askView})
		return
	}
	w.popUnder(w.timeline.Region.Corner, items...)
}
