package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"chancery/charts/figure"
)

// A Chip is a small rounded label that can be tapped. With OnRemove it shows a
// filter in force and a cross that takes it away.
type Chip struct {
	pressable

	Icon     string
	Name     string  // regular
	Value    string  // bold, after Name
	MaxWidth float32 // of the words in dp; 0 for no limit
	OnRemove func()
	On       bool // chosen, among chips to choose from
}

// NewChip returns a chip with a name.
func NewChip(icon, name string, tapped func()) *Chip {
	c := &Chip{Icon: icon, Name: name}
	c.OnTapped = tapped
	c.extend(c)
	return c
}

// SetOn says whether it is in force.
func (c *Chip) SetOn(on bool) {
	if c.On != on {
		c.On = on
		c.Refresh()
	}
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

// TypedKey removes on Delete and Backspace, and taps on Enter and Space.
func (c *Chip) TypedKey(e *fyne.KeyEvent) {
	remove := e.Name == fyne.KeyDelete || e.Name == fyne.KeyBackspace
	if remove && c.OnRemove != nil {
		c.OnRemove()
		return
	}
	c.pressable.TypedKey(e)
}

// CreateRenderer draws the chip 24 dp high.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
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
		if c.OnRemove != nil || c.On {
			fill, stroke, words = ink(figure.AccentSoft), ink(figure.AccentSoft), ink(figure.Accent)
		}
		switch {
		case c.pressed:
			fill = ink(figure.Line)
		case c.hovered:
			fill = ink(figure.Hover)
		}
		k := textScale()
		box.FillColor, box.StrokeColor, box.StrokeWidth, box.CornerRadius = fill, stroke, 1, scaled(24)/2
		ring.StrokeWidth, ring.CornerRadius, ring.StrokeColor = 2, scaled(24)/2+3, color.Transparent
		if c.focused {
			ring.StrokeColor = ink(figure.Focus)
		}
		name.Color, name.TextSize = words, sizeLabel*k
		setStyle(name, fyne.TextStyle{Bold: c.On})
		value.Color, value.TextSize = words, sizeLabel*k
		setWords(name, c.Name)
		setWords(value, c.Value)
		if c.MaxWidth > 0 {
			setWords(value, truncate(c.Value, c.MaxWidth, value.TextSize, value.TextStyle))
			if c.Value == "" {
				setWords(name, truncate(c.Name, c.MaxWidth, name.TextSize, name.TextStyle))
			}
		}
		recolour(icon, c.Icon, ink(figure.Text2))
		recolour(cross, map[bool]string{true: "close"}[c.OnRemove != nil], words)
		d.layout(c.Size())
	}
	d.refresh()
	return d
}
