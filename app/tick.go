package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// A tick is a box to tick that leaves the keys of the window to it.
type tick struct{ widget.Check }

func newTick(words string, on bool, changed func(bool)) *tick {
	t := &tick{}
	t.Text, t.Checked, t.OnChanged = words, on, changed
	t.ExtendBaseWidget(t)
	return t
}

// TypedKey passes on what a box has no use for.
func (t *tick) TypedKey(e *fyne.KeyEvent) {
	passKey(t, e)
	t.Check.TypedKey(e)
}
