package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"

	"chancery/charts/figure"
)

// A LaneChooser is the corner between lane heads and axis: it says what the
// lanes are and, tapped, lets the user choose.
type LaneChooser struct {
	pressable

	Grouping string // the words for what the lanes are
}

func newLaneChooser(tapped func()) *LaneChooser {
	c := &LaneChooser{}
	c.OnTapped = tapped
	c.extend(c)
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

// TypedKey opens the choice on Down too.
func (c *LaneChooser) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyDown {
		c.Tapped(nil)
		return
	}
	c.pressable.TypedKey(e)
}

// CreateRenderer draws the corner as high as the axis.
func (c *LaneChooser) CreateRenderer() fyne.WidgetRenderer {
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
		setWords(choice, c.Grouping)
		restyle(label, sizeLabel, figure.Text3)
		restyle(choice, sizeLabel, figure.Text)
		recolour(arrow, "down", ink(figure.Text2))
		d.layout(c.Size())
	}
	d.refresh()
	return d
}
