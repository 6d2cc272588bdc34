package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// A pressable is what buttons, chips, links and rows have in common: they are
// one place that lights up under the pointer, tells its tip, takes the keyboard,
// and does one thing when it is tapped or when Enter or Space is pressed. What
// embeds it calls extend before anything else, and draws hovered, pressed,
// focused and disabled as it likes.
type pressable struct {
	widget.BaseWidget

	Tip      string // shown after hovering; "" for none
	Why      string // it cannot be used: shown in place of Tip
	OnTapped func()
	OnHover  func(tip string, over fyne.CanvasObject) // tip is "" when the pointer leaves
	OnFocus  func(self fyne.CanvasObject)             // it got the keyboard

	self                                fyne.Widget
	hovered, pressed, focused, disabled bool
}

// extend makes self, which embeds p, the widget that p's methods speak for.
func (p *pressable) extend(self fyne.Widget) {
	p.self = self
	p.ExtendBaseWidget(self)
}

// SetEnabled says whether it can be used.
func (p *pressable) SetEnabled(on bool) {
	if p.disabled == !on {
		return
	}
	p.disabled = !on
	p.Refresh()
}

// Disabled reports whether it cannot be used.
func (p *pressable) Disabled() bool { return p.disabled }

// Tapped runs OnTapped.
func (p *pressable) Tapped(*fyne.PointEvent) {
	if !p.disabled && p.OnTapped != nil {
		p.OnTapped()
	}
}

// MouseIn begins hovering.
func (p *pressable) MouseIn(*desktop.MouseEvent) { p.hover(true) }

// MouseMoved does nothing: it is one place.
func (p *pressable) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends hovering.
func (p *pressable) MouseOut() { p.hover(false) }

func (p *pressable) hover(on bool) {
	p.hovered, p.pressed = on, p.pressed && on
	if p.OnHover != nil {
		tip := ""
		if on {
			if tip = p.Tip; p.disabled && p.Why != "" {
				tip = p.Why
			}
		}
		p.OnHover(tip, p.self)
	}
	p.Refresh()
}

// MouseDown shows it pressed.
func (p *pressable) MouseDown(*desktop.MouseEvent) { p.pressed = true; p.Refresh() }

// MouseUp shows it released.
func (p *pressable) MouseUp(*desktop.MouseEvent) { p.pressed = false; p.Refresh() }

// FocusGained shows the focus ring.
func (p *pressable) FocusGained() {
	p.focused = true
	if p.OnFocus != nil {
		p.OnFocus(p.self)
	}
	p.Refresh()
}

// FocusLost takes it away.
func (p *pressable) FocusLost() { p.focused = false; p.Refresh() }

// TypedRune ignores letters.
func (p *pressable) TypedRune(rune) {}

// TypedKey does on Enter and Space what a tap does.
func (p *pressable) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		p.self.(fyne.Tappable).Tapped(nil)
	default:
		passKey(p.self, e)
	}
}
