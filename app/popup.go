package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// popMenu shows a menu at a position of the window.
func (w *Window) popMenu(at fyne.Position, items ...*fyne.MenuItem) {
	w.tips.Show(nil, fyne.Position{})
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), w.win.Canvas(), at)
}

// popUnder shows a menu under an object.
func (w *Window) popUnder(o fyne.CanvasObject, items ...*fyne.MenuItem) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	w.popMenu(at.AddXY(0, o.Size().Height+2), items...)
}

// checked returns a menu item with a tick when it is on.
func checked(words string, on bool, act func()) *fyne.MenuItem {
	item := fyne.NewMenuItem(words, act)
	item.Checked = on
	return item
}
