package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// A field is an entry that gives the keyboard back on Esc, so that the next Esc
// closes what the field is in.
type field struct {
	widget.Entry

	OnDown func() // Down, where a list under the field can be gone to
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
	switch {
	case e.Name == fyne.KeyDown && f.OnDown != nil:
		f.OnDown()
	case e.Name == fyne.KeyEscape:
		if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil {
			c.Unfocus()
		}
	default:
		f.Entry.TypedKey(e)
	}
}
