package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// A field is an entry that gives the keyboard back on Esc, so that the next Esc
// closes what the field is in.
type field struct {
	widget.Entry
}

// newField returns a field of one line with a hint.
func newField(hint string) *field {
	f := &field{}
	f.ExtendBaseWidget(f)
	f.SetPlaceHolder(hint)
	return f
}

// TypedKey leaves the field on Esc.
func (f *field) TypedKey(e *fyne.KeyEvent) {
	if e.Name != fyne.KeyEscape {
		f.Entry.TypedKey(e)
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil {
		c.Unfocus()
	}
}
