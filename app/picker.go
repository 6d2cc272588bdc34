package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"
)

// A choice is one line of a picker. Key is what is chosen; Also is searched
// with the words, for names in other languages.
type choice struct {
	Key, Words, Also string
	Count            int
}

// pick opens a sheet to choose any number of choices. chosen is called after
// every change, so that the timeline follows. Enter in the search chooses the
// first line that is shown, or takes it back. more stands in the foot.
func (w *Window) pick(title string, choices []choice, on []string, chosen func([]string), more ...fyne.CanvasObject) {
	on = slices.Clone(on)
	shown := choices
	turn := func(key string, yes bool) {
		on = slices.DeleteFunc(on, func(k string) bool { return k == key })
		if yes {
			on = append(on, key)
		}
		chosen(slices.Clone(on))
	}
	list := widget.NewList(
		func() int { return len(shown) },
		func() fyne.CanvasObject {
			return container.NewBorder(nil, nil, nil, widget.NewLabel(""), widget.NewCheck("", nil))
		},
		func(i widget.ListItemID, o fyne.CanvasObject) {
			c := shown[i]
			row := o.(*fyne.Container)
			check, count := row.Objects[0].(*widget.Check), row.Objects[1].(*widget.Label)
			check.OnChanged = nil
			check.Text = c.Words
			check.SetChecked(slices.Contains(on, c.Key))
			check.Refresh()
			check.OnChanged = func(yes bool) { turn(c.Key, yes) }
			count.SetText(groupDigits(int64(c.Count)))
		},
	)
	list.OnSelected = func(i widget.ListItemID) {
		list.UnselectAll()
		turn(shown[i].Key, !slices.Contains(on, shown[i].Key))
		list.RefreshItem(i)
	}
	search := newField(lang.L("Search, then Enter"))
	search.OnSubmitted = func(words string) {
		if len(shown) == 0 || words == "" {
			w.closeSheet()
			return
		}
		turn(shown[0].Key, !slices.Contains(on, shown[0].Key))
		search.SetText("")
		list.Refresh()
	}
	search.OnChanged = func(words string) {
		words = strings.ToLower(strings.TrimSpace(words))
		shown = nil
		for _, c := range choices {
			if strings.Contains(strings.ToLower(c.Words+" "+c.Also), words) {
				shown = append(shown, c)
			}
		}
		list.Refresh()
	}
	none := NewButton("", lang.L("Choose none"), func() {
		on = nil
		chosen(nil)
		list.Refresh()
	})
	w.showSheet(&Sheet{
		Title:   title,
		Body:    inset(container.NewBorder(search, nil, nil, nil, list), 12),
		Left:    append([]fyne.CanvasObject{none}, more...),
		Right:   []fyne.CanvasObject{newMain("", lang.L("Close"), func() { w.closeSheet() })},
		OnClose: w.focusPlot,
		Least:   fyne.NewSize(460, 560),
	})
	w.win.Canvas().Focus(search)
}
