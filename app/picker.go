package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
)

// pick opens a sheet to choose any number of choices. chosen is called after
// every change, so that the timeline follows. Enter in the search ticks the
// first line that is shown, and Down goes to the lines. more stands in the foot.
func (w *Window) pick(title string, choices []choice, on []string, chosen func([]string), more ...fyne.CanvasObject) {
	list := newChoiceList(choices, on)
	list.OnTurn = func(string, bool) { chosen(slices.Clone(list.on)) }
	search := newField(lang.L("Search, then Enter"))
	search.OnChanged = list.Find
	search.goDown(list)
	search.OnSubmitted = func(words string) {
		if words == "" || !list.choose() {
			w.closeSheet()
			return
		}
		search.SetText("")
	}
	list.OnRune = func(r rune) {
		w.win.Canvas().Focus(search)
		search.TypedRune(r)
	}
	none := NewButton("", lang.L("Choose none"), func() {
		list.clear()
		chosen(nil)
	})
	w.showSheet(&Sheet{
		Title:   title,
		Body:    inset(container.New(layout.NewBorderLayout(search, nil, nil, nil), search, list), 12),
		Left:    append([]fyne.CanvasObject{none}, more...),
		Right:   []fyne.CanvasObject{newMain("", lang.L("Close"), func() { w.closeSheet() })},
		OnClose: w.focusView,
		Least:   fyne.NewSize(460, 560),
	})
	w.win.Canvas().Focus(search)
}
