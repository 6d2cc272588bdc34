package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"chancery/charts/figure"
)

// A searchHint stands in for the entry of a search field until that is needed.
// It looks like the empty entry, but for an entry Fyne reads all of its fonts,
// which is a good part of the time in which a window opens.
type searchHint struct {
	widget.BaseWidget

	words string
	open  func() // shows the entry in its place and gives it the keyboard
}

func newSearchHint(open func()) *searchHint {
	h := &searchHint{open: open}
	h.ExtendBaseWidget(h)
	return h
}

// Tapped opens the entry.
func (h *searchHint) Tapped(*fyne.PointEvent) { h.open() }

// FocusGained opens the entry, so that Tab reaches it.
func (h *searchHint) FocusGained() { h.open() }

// FocusLost does nothing: the hint never keeps the keyboard.
func (h *searchHint) FocusLost() {}

// TypedRune does nothing: the hint never keeps the keyboard.
func (h *searchHint) TypedRune(rune) {}

// TypedKey does nothing: the hint never keeps the keyboard.
func (h *searchHint) TypedKey(*fyne.KeyEvent) {}

// Cursor is that of text.
func (h *searchHint) Cursor() desktop.Cursor { return desktop.TextCursor }

// CreateRenderer draws the words where an entry has them.
func (h *searchHint) CreateRenderer() fyne.WidgetRenderer {
	h.ExtendBaseWidget(h)
	words := newText(h.words, sizeBody, figure.Text3, false)
	d := &drawing{objects: []fyne.CanvasObject{words}}
	d.minSize = func() fyne.Size { return fyne.NewSize(0, scaled(18)) }
	d.layout = func(size fyne.Size) { placeText(words, entryInset, 0, size.Height) }
	d.refresh = func() {
		setWords(words, h.words)
		restyle(words, sizeBody, figure.Text3)
		d.layout(h.Size())
	}
	return d
}
