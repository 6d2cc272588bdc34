package app

import (
	"time"

	"fyne.io/fyne/v2"
)

// How often it is asked whether the Alt key is still held, and for how long at
// most: a release may go to another program.
const (
	altPoll  = 8 * time.Millisecond
	altLimit = 30 * time.Second
)

// An altHold keeps the menu bar closed when the Alt key is let go after it gave
// the wheel or a drag another meaning. The driver opens the menu bar for an Alt
// key that no other key followed; it does not know that the pointer was used.
type altHold struct{ watched bool }

// use notes that the pointer was used over a widget. Nothing happens unless Alt
// is among the modifiers.
func (h *altHold) use(by fyne.CanvasObject, modifiers fyne.KeyModifier, held func() fyne.KeyModifier) {
	if modifiers&fyne.KeyModifierAlt == 0 || h.watched {
		return
	}
	canvas := fyne.CurrentApp().Driver().CanvasForObject(by)
	menu, ok := canvas.(interface{ DismissMenu() bool })
	if !ok {
		return
	}
	h.watched = true
	go func() {
		for end := time.Now().Add(altLimit); ; {
			released := false
			fyne.DoAndWait(func() {
				if released = held()&fyne.KeyModifierAlt == 0 || time.Now().After(end); released {
					h.watched = false
					menu.DismissMenu()
				}
			})
			if released {
				return
			}
			time.Sleep(altPoll)
		}
	}()
}
