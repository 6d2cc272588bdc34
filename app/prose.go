package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// A prose is text that wraps, and that can be selected and copied with the
// pointer. Only while the pointer is over it, or something is selected, does it
// take the keyboard: text that could be selected at any time would be a stop for
// Tab at which nothing shows, and which lets no key through.
type prose struct {
	widget.Label
}

func newProse(text string, size fyne.ThemeSizeName, style fyne.TextStyle) *prose {
	p := &prose{}
	p.Text, p.SizeName, p.TextStyle = text, size, style
	p.Wrapping, p.Importance = fyne.TextWrapWord, widget.MediumImportance
	p.ExtendBaseWidget(p)
	return p
}

// MouseIn lets text be selected.
func (p *prose) MouseIn(*desktop.MouseEvent) {
	p.Selectable = true
	p.Refresh()
}

// MouseMoved does nothing: what is selected follows the drag.
func (p *prose) MouseMoved(*desktop.MouseEvent) {}

// MouseOut gives the keyboard back, unless something waits to be copied.
func (p *prose) MouseOut() {
	if p.SelectedText() != "" {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil && selectsText(c.Focused()) {
		c.Unfocus()
	}
	p.Selectable = false
	p.Refresh()
}

// selectsText reports whether what has the keyboard is text to select from, and
// no field.
func selectsText(focused fyne.Focusable) bool {
	_, selects := focused.(interface{ SelectedText() string })
	_, field := focused.(fyne.Tabbable)
	return selects && !field
}
