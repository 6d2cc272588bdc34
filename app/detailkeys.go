package app

import "fyne.io/fyne/v2"

// scrollStep is how far an arrow key scrolls the panel, in dp.
const scrollStep = 40

// FocusGained shows the focus ring: the arrows scroll what is read.
func (d *Details) FocusGained() { d.focus(true) }

// FocusLost takes it away.
func (d *Details) FocusLost() { d.focus(false) }

func (d *Details) focus(on bool) {
	d.focused = on
	d.BaseWidget.Refresh()
}

// TypedRune ignores letters.
func (d *Details) TypedRune(rune) {}

// TypedKey scrolls, goes to the event before or after, and edits.
func (d *Details) TypedKey(e *fyne.KeyEvent) {
	page := d.scroll.Size().Height - scrollStep
	switch e.Name {
	case fyne.KeyUp:
		d.scrollBy(-scrollStep)
	case fyne.KeyDown:
		d.scrollBy(scrollStep)
	case fyne.KeyPageUp:
		d.scrollBy(-page)
	case fyne.KeyPageDown:
		d.scrollBy(page)
	case fyne.KeyHome:
		d.scroll.ScrollToTop()
	case fyne.KeyEnd:
		d.scroll.ScrollToBottom()
	case fyne.KeyLeft:
		call(d.OnPrevious)
	case fyne.KeyRight:
		call(d.OnNext)
	case fyne.KeyReturn, fyne.KeyEnter:
		call(d.OnEdit)
	case fyne.KeySpace:
		call(d.OnClose)
	default:
		passKey(d, e)
	}
}

func call(f func()) {
	if f != nil {
		f()
	}
}

func (d *Details) scrollBy(dy float32) {
	room := max(d.body.MinSize().Height-d.scroll.Size().Height, 0)
	d.scroll.ScrollToOffset(fyne.NewPos(0, min(max(d.scroll.Offset.Y+dy, 0), room)))
}

// reveal scrolls until a part of the panel that got the keyboard is seen.
func (d *Details) reveal(part fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	y := driver.AbsolutePositionForObject(part).Y - driver.AbsolutePositionForObject(d.scroll).Y
	const margin = 8
	switch low := y + part.Size().Height + margin; {
	case y < margin:
		d.scrollBy(y - margin)
	case low > d.scroll.Size().Height:
		d.scrollBy(low - d.scroll.Size().Height)
	}
}

// within reports whether a container holds what has the keyboard.
func within(c *fyne.Container, focused fyne.Focusable) bool {
	for _, o := range c.Objects {
		if inner, ok := o.(*fyne.Container); ok && within(inner, focused) {
			return true
		}
		if f, ok := o.(fyne.Focusable); ok && f == focused {
			return true
		}
	}
	return false
}
