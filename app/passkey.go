package app

import (
	"path/filepath"

	"fyne.io/fyne/v2"
)

// passKey hands a key that a widget has no use for to the window, so that F6,
// Esc and the keys of the search work wherever the keyboard is.
func passKey(from fyne.CanvasObject, e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyF1, fyne.KeyF3, fyne.KeyF6, fyne.KeyEscape:
	default:
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(from); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
}

// absolute returns the absolute path of a file, or the path itself where the
// system cannot say.
func absolute(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		return full
	}
	return path
}
