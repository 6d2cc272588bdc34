package app

import (
	"io"
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"chancery/model"
)

type writer = io.Writer

// textOf returns the text of an object that is one and can be seen.
func textOf(o fyne.CanvasObject) []string {
	if t, ok := o.(*canvas.Text); ok && t.Text != "" && t.Visible() {
		return []string{t.Text}
	}
	return nil
}

func equalEvents(a, b model.Event) bool { return reflect.DeepEqual(a, b) }
