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
// every change, so that the timeline follows.
func (w *Window) pick(title string, choices []choice, on []string, chosen func([]string)) {
	on = slices.Clone(on)
	shown := choices
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
			check.OnChanged = func(yes bool) {
				on = slices.DeleteFunc(on, func(k string) bool { return k == c.Key })
				if yes {
					on = append(on, c.Key)
				}
				chosen(slices.Clone(on))
			}
			count.SetText(groupDigits(int64(c.Count)))
		},
	)
	search := newField(lang.L("Search"))
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
		Title: title,
		Body:  inset(container.NewBorder(search, nil, nil, nil, list), 12),
		Left:  []fyne.CanvasObject{none},
		Right: []fyne.CanvasObject{newMain("", lang.L("Close"), func() { w.closeSheet() })},
		Least: fyne.NewSize(460, 560),
	})
	w.win.Canvas().Focus(search)
}
