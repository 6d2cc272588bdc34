package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"chancery/charts/figure"
)

// A walkList is a list that is one stop for Tab: the arrows walk its lines, one
// of which is at hand, and Enter or Space chooses that one. A list of the toolkit
// shows its line only faintly, and keeps the keys of the window to itself.
type walkList struct {
	widget.List

	OnChoose func(i int)
	OnRune   func(rune) // a letter, for the search beside it

	self    fyne.Widget
	at      int // the line at hand
	focused bool
}

// start makes a list of lines, which create makes and update fills; at says
// whether a line is at hand and is to be marked. self is what embeds l.
func (l *walkList) start(self fyne.Widget, length func() int, create func() fyne.CanvasObject,
	update func(i int, o fyne.CanvasObject, at bool)) {
	l.Length, l.CreateItem = length, create
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { update(i, o, l.focused && i == l.at) }
	l.OnSelected = func(i widget.ListItemID) {
		l.UnselectAll()
		l.at = i
		l.choose()
	}
	l.HideSeparators, l.self = true, self
	l.ExtendBaseWidget(self)
}

// choose chooses the line at hand, and reports whether there is one.
func (l *walkList) choose() bool {
	if l.at >= l.Length() {
		return false
	}
	if l.OnChoose != nil {
		l.OnChoose(l.at)
	}
	l.Refresh()
	return true
}

// restart goes back to the first line, of others than before.
func (l *walkList) restart() {
	l.at = 0
	l.Refresh()
	l.ScrollToTop()
}

// FocusGained marks the line at hand.
func (l *walkList) FocusGained() { l.focused = true; l.Refresh() }

// FocusLost takes the mark away.
func (l *walkList) FocusLost() { l.focused = false; l.Refresh() }

// TypedRune hands letters on; a space is a key.
func (l *walkList) TypedRune(r rune) {
	if r != ' ' && l.OnRune != nil {
		l.OnRune(r)
	}
}

// TypedKey walks the lines.
func (l *walkList) TypedKey(e *fyne.KeyEvent) {
	const page = 8
	switch e.Name {
	case fyne.KeyUp:
		l.walk(-1)
	case fyne.KeyDown:
		l.walk(1)
	case fyne.KeyPageUp:
		l.walk(-page)
	case fyne.KeyPageDown:
		l.walk(page)
	case fyne.KeyHome:
		l.walk(-l.Length())
	case fyne.KeyEnd:
		l.walk(l.Length())
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		l.choose()
	default:
		passKey(l.self, e)
	}
}

func (l *walkList) walk(by int) {
	l.at = max(min(l.at+by, l.Length()-1), 0)
	l.ScrollTo(l.at)
	l.Refresh()
}

// A walkLine is what lines of a walkList have in common: they light up under the
// pointer, and one of them is at hand.
type walkLine struct {
	widget.BaseWidget

	at, hovered bool
}

// MouseIn begins hovering.
func (l *walkLine) MouseIn(*desktop.MouseEvent) { l.hovered = true; l.Refresh() }

// MouseMoved does nothing: a line is one place.
func (l *walkLine) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends hovering.
func (l *walkLine) MouseOut() { l.hovered = false; l.Refresh() }

// colour colours the background of the line as it stands.
func (l *walkLine) colour(back *canvas.Rectangle) {
	back.CornerRadius, back.FillColor, back.StrokeColor, back.StrokeWidth = 6, color.Transparent, color.Transparent, 0
	if l.hovered {
		back.FillColor = ink(figure.Hover)
	}
	if l.at {
		back.StrokeColor, back.StrokeWidth = ink(figure.Focus), 2
	}
}
