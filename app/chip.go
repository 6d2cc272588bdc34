package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"chancery/charts/figure"
)

// A Chip is a small rounded label that can be tapped. With OnRemove it shows a
// filter in force and a cross that takes it away.
type Chip struct {
	widget.BaseWidget

	Icon     string
	Name     string // regular
	Value    string // bold, after Name
	Tip      string
	MaxWidth float32 // of the words in dp; 0 for no limit
	OnTapped func()
	OnRemove func()
	OnHover  func(tip string, over fyne.CanvasObject)

	hovered, focused bool
}

// NewChip returns a chip with a name.
func NewChip(icon, name string, tapped func()) *Chip {
	c := &Chip{Icon: icon, Name: name, OnTapped: tapped}
	c.ExtendBaseWidget(c)
	return c
}

// Tapped removes when the cross is hit, and else runs OnTapped.
func (c *Chip) Tapped(e *fyne.PointEvent) {
	cross := e != nil && e.Position.X > c.Size().Width-scaled(24)
	switch {
	case c.OnRemove != nil && (cross || c.OnTapped == nil):
		c.OnRemove()
	case c.OnTapped != nil:
		c.OnTapped()
	}
}

// MouseIn begins hovering.
func (c *Chip) MouseIn(*desktop.MouseEvent) { c.hover(true) }

// MouseMoved does nothing: a chip is one place.
func (c *Chip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends hovering.
func (c *Chip) MouseOut() { c.hover(false) }

func (c *Chip) hover(on bool) {
	c.hovered = on
	if c.OnHover != nil {
		tip := ""
		if on {
			tip = c.Tip
		}
		c.OnHover(tip, c)
	}
	c.Refresh()
}

// FocusGained shows the focus ring.
func (c *Chip) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost takes it away.
func (c *Chip) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune ignores letters.
func (c *Chip) TypedRune(rune) {}

// TypedKey taps on Enter and Space and removes on Delete and Backspace.
func (c *Chip) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.Tapped(nil)
	case fyne.KeyDelete, fyne.KeyBackspace:
		if c.OnRemove != nil {
			c.OnRemove()
		}
	default:
		passKey(c, e)
	}
}

// CreateRenderer draws the chip 24 dp high.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	ring := canvas.NewRectangle(color.Transparent)
	box := canvas.NewRectangle(color.Transparent)
	icon, cross := newIcon(), newIcon()
	name := newText("", sizeLabel, figure.Text, false)
	value := newText("", sizeLabel, figure.Text, true)
	d := &drawing{objects: []fyne.CanvasObject{ring, box, icon, name, value, cross}}
	d.minSize = func() fyne.Size {
		w := float32(20)
		if c.Icon != "" {
			w += 14*textScale() + 6
		}
		w += name.MinSize().Width
		if c.Value != "" {
			w += value.MinSize().Width
			if c.Name != "" {
				w += 6
			}
		}
		if c.OnRemove != nil {
			w += 12*textScale() + 6
		}
		return fyne.NewSize(float32(int(w+0.5)), scaled(24))
	}
	d.layout = func(size fyne.Size) {
		place(box, 0, 0, size.Width, size.Height)
		place(ring, -3, -3, size.Width+6, size.Height+6)
		x := float32(10)
		if c.Icon != "" {
			side := 14 * textScale()
			place(icon, x, (size.Height-side)/2, side, side)
			x += side + 6
		}
		if c.Name != "" {
			x += placeText(name, x, 0, size.Height) + 6
		}
		placeText(value, x, 0, size.Height)
		side := 12 * textScale()
		place(cross, size.Width-10-side, (size.Height-side)/2, side, side)
	}
	d.refresh = func() {
		fill, stroke, words := ink(figure.Bg), ink(figure.Line), ink(figure.Text)
		if c.OnRemove != nil {
			fill, stroke, words = ink(figure.AccentSoft), ink(figure.AccentSoft), ink(figure.Accent)
		}
		if c.hovered {
			fill = ink(figure.Hover)
		}
		k := textScale()
		box.FillColor, box.StrokeColor, box.StrokeWidth, box.CornerRadius = fill, stroke, 1, scaled(24)/2
		ring.StrokeWidth, ring.CornerRadius, ring.StrokeColor = 2, scaled(24)/2+3, color.Transparent
		if c.focused {
			ring.StrokeColor = ink(figure.Focus)
		}
		name.Text, name.Color, name.TextSize = c.Name, words, sizeLabel*k
		value.Text, value.Color, value.TextSize = c.Value, words, sizeLabel*k
		if c.MaxWidth > 0 {
			value.Text = truncate(c.Value, c.MaxWidth, value.TextSize, value.TextStyle)
			if c.Value == "" {
				name.Text = truncate(c.Name, c.MaxWidth, name.TextSize, name.TextStyle)
			}
		}
		recolour(icon, c.Icon, ink(figure.Text2))
		recolour(cross, map[bool]string{true: "close"}[c.OnRemove != nil], words)
		d.layout(c.Size())
	}
	d.refresh()
	return d
}
