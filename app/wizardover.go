package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// An overSheet is a small sheet over the wizard, which stays as it is under it.
type overSheet struct {
	close func()
}

// over opens a small sheet with a main action over the wizard.
func (z *wizard) over(title string, body fyne.CanvasObject, done *Button, least fyne.Size) *overSheet {
	held := z.win.Canvas().Focused()
	s := &Sheet{Title: title, Body: body, Least: least}
	s.ExtendBaseWidget(s)
	o := &overSheet{}
	o.close = func() {
		s.popup.Hide()
		z.sheet.over = nil
		if held != nil {
			z.win.Canvas().Focus(held)
		}
	}
	z.sheet.over = o
	s.shut = newFlat("close", "", o.close)
	s.Right = []fyne.CanvasObject{NewButton("", cancelWord(), o.close), done}
	s.popup = widget.NewModalPopUp(s, z.win.Canvas())
	s.popup.Resize(least)
	s.popup.Show()
	return o
}
