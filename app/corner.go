package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"chancery/charts/figure"
)

// A LaneChooser is the corner between lane heads and axis: it says what the
// lanes are and, tapped, lets the user choose.
type LaneChooser struct {
	widget.BaseWidget

	Grouping string // the words for what the lanes are
	OnTapped func()

	hovered, focused bool
}

func newLaneChooser(tapped func()) *LaneChooser {
	c := &LaneChooser{OnTapped: tapped}
	c.ExtendBaseWidget(c)
	return c
}

// SetGrouping shows what the lanes are.
func (c *LaneChooser) SetGrouping(words string) {
	if c.Grouping == words {
		return
	}
	c.Grouping = words
	c.Refresh()
}

// Tapped opens the choice.
func (c *LaneChooser) Tapped(*fyne.PointEvent) {
	if c.OnTapped != nil {
		c.OnTapped()
	}
}

// MouseIn begins hovering.
func (c *LaneChooser) MouseIn(*desktop.MouseEvent) { c.hovered = true; c.Refresh() }

// MouseMoved does nothing: the chooser is one place.
func (c *LaneChooser) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends hovering.
func (c *LaneChooser) MouseOut() { c.hovered = false; c.Refresh() }

// FocusGained shows the focus.
func (c *LaneChooser) FocusGained() { c.focused = true; c.Refresh() }

// FocusLost takes it away.
func (c *LaneChooser) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune ignores letters.
func (c *LaneChooser) TypedRune(rune) {}

// TypedKey opens the choice on Enter, Space and Down.
func (c *LaneChooser) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace, fyne.KeyDown:
		c.Tapped(nil)
	default:
		passKey(c, e)
	}
}

// CreateRenderer draws the corner as high as the axis.
func (c *LaneChooser) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	back := canvas.NewRectangle(color.Transparent)
	plate := canvas.NewRectangle(color.Transparent)
	plate.CornerRadius = 6
	foot := canvas.NewRectangle(color.Transparent)
	side := canvas.NewRectangle(color.Transparent)
	label := newText(lang.L("Lanes by"), sizeLabel, figure.Text3, false)
	choice := newText("", sizeLabel, figure.Text, true)
	arrow := newIcon()
	d := &drawing{objects: []fyne.CanvasObject{back, plate, foot, side, label, choice, arrow}}
	d.minSize = func() fyne.Size { return fyne.NewSize(0, scaled(defaultAxisSize)) }
	d.layout = func(size fyne.Size) {
		place(back, 0, 0, size.Width, size.Height)
		place(foot, 0, size.Height-1, size.Width, 1)
		place(side, size.Width-1, 0, 1, size.Height)
		h := scaled(28)
		y := (size.Height - h) / 2
		x := float32(14)
		x += placeText(label, x, y, h) + 8
		x += placeText(choice, x, y, h) + 6
		icon := 14 * textScale()
		place(arrow, x, (size.Height-icon)/2, icon, icon)
		place(plate, 6, y, min(x+icon+8, size.Width-8)-6, h)
	}
	d.refresh = func() {
		back.FillColor, foot.FillColor, side.FillColor = ink(figure.Surface), ink(figure.GridMajor), ink(figure.Line)
		plate.FillColor, plate.StrokeColor, plate.StrokeWidth = color.Transparent, color.Transparent, 2
		if c.hovered {
			plate.FillColor = ink(figure.Hover)
		}
		if c.focused {
			plate.StrokeColor = ink(figure.Focus)
		}
		choice.Text = c.Grouping
		restyle(label, sizeLabel, figure.Text3)
		restyle(choice, sizeLabel, figure.Text)
		recolour(arrow, "down", ink(figure.Text2))
		d.layout(c.Size())
	}
	d.refresh()
	return d
}
