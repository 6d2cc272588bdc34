package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"chancery/charts/figure"
)

// menuBarHeight is the height of the menu bar in pictures, in dp.
const menuBarHeight = 28

// A menuStrip stands in pictures for the menu bar that the driver of real
// windows draws.
type menuStrip struct {
	widget.BaseWidget

	names []string
}

func newMenuStrip(menu *fyne.MainMenu) *menuStrip {
	s := &menuStrip{}
	for _, m := range menu.Items {
		s.names = append(s.names, m.Label)
	}
	s.ExtendBaseWidget(s)
	s.Resize(fyne.NewSize(10_000, menuBarHeight))
	return s
}

// CreateRenderer draws the names of the menus.
func (s *menuStrip) CreateRenderer() fyne.WidgetRenderer {
	back := canvas.NewRectangle(color.Transparent)
	line := canvas.NewRectangle(color.Transparent)
	d := &drawing{objects: []fyne.CanvasObject{back, line}}
	var texts []*canvas.Text
	for _, name := range s.names {
		t := newText(name, sizeBody, figure.Text, false)
		texts = append(texts, t)
		d.objects = append(d.objects, t)
	}
	d.minSize = func() fyne.Size { return fyne.NewSize(100, menuBarHeight) }
	d.layout = func(size fyne.Size) {
		place(back, 0, 0, size.Width, size.Height)
		place(line, 0, size.Height-1, size.Width, 1)
		x := float32(18)
		for _, t := range texts {
			x += placeText(t, x, 0, size.Height-1) + 20
		}
	}
	d.refresh = func() {
		back.FillColor, line.FillColor = ink(figure.Bg), ink(figure.Line)
		for _, t := range texts {
			restyle(t, sizeBody, figure.Text)
		}
	}
	d.refresh()
	return d
}
