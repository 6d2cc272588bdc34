package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// A field is an entry that gives the keyboard back on Esc, so that the next Esc
// closes what the field is in.
type field struct {
	widget.Entry

	OnKey   func(fyne.KeyName) bool // before the field; true when it took the key
	OnFocus func(on bool)
}

// newField returns a field of one line with a hint.
func newField(hint string) *field {
	f := &field{}
	f.ExtendBaseWidget(f)
	f.SetPlaceHolder(hint)
	return f
}

// FocusGained tells that the field has the keyboard.
func (f *field) FocusGained() {
	f.Entry.FocusGained()
	if f.OnFocus != nil {
		f.OnFocus(true)
	}
}

// FocusLost tells that it has not.
func (f *field) FocusLost() {
	f.Entry.FocusLost()
	if f.OnFocus != nil {
		f.OnFocus(false)
	}
}

// TypedKey leaves the field on Esc.
func (f *field) TypedKey(e *fyne.KeyEvent) {
	switch {
	case f.OnKey != nil && f.OnKey(e.Name):
	case e.Name == fyne.KeyEscape:
		if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil {
			c.Unfocus()
		}
	default:
		f.Entry.TypedKey(e)
	}
}

// goDown lets Down leave the field for what stands under it.
func (f *field) goDown(to fyne.Focusable) {
	f.OnKey = func(key fyne.KeyName) bool {
		c := fyne.CurrentApp().Driver().CanvasForObject(f)
		if key != fyne.KeyDown || c == nil {
			return false
		}
		c.Focus(to)
		return true
	}
}
