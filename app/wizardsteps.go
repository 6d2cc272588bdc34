package app

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"chancery/charts/figure"
)

// stepList returns the steps of an import with those that are done and the one at
// hand. A step that is done can be gone back to.
func (z *wizard) stepList() fyne.CanvasObject {
	words := []string{lang.L("Choose file"), lang.L("Read file"), lang.L("Match columns"), lang.L("Check rows"), lang.L("Import")}
	list := newStack()
	for i, name := range words {
		var back func()
		switch {
		case z.running != nil || z.report != nil || i >= z.page:
		case i == 0:
			back = z.chooseImport
		case i == pageMatch && z.matches(), i == pageCheck:
			back = func() { z.turnTo(i) }
		}
		s := newStep(name, i, z.page, back)
		if f, ok := s.(fyne.Focusable); ok {
			tabStop(z, "step "+strconv.Itoa(i), f)
		}
		list.Add(s)
	}
	line := canvas.NewRectangle(ink(figure.Line))
	return &fyne.Container{Layout: stepsLayout{}, Objects: []fyne.CanvasObject{canvas.NewRectangle(ink(figure.Bg)), list, line}}
}

// stepsLayout sets the list on its ground with a line at the right.
type stepsLayout struct{}

func (stepsLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(40, 100) }

func (stepsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place(objects[0], 0, 0, size.Width, size.Height)
	place(objects[1], 0, 12, size.Width-1, size.Height-12)
	place(objects[2], size.Width-1, 0, 1, size.Height)
}

// A step is one line of the list of steps that can be gone back to.
type step struct {
	pressable

	stepFace
}

// A stepFace is what a step looks like.
type stepFace struct {
	name   string
	i, now int
}

// newStep returns a step, which is a stop for the keyboard only when it leads
// somewhere.
func newStep(name string, i, now int, tapped func()) fyne.CanvasObject {
	face := stepFace{name, i, now}
	if tapped == nil {
		still := &stillStep{stepFace: face}
		still.ExtendBaseWidget(still)
		return still
	}
	s := &step{stepFace: face}
	s.OnTapped = tapped
	s.extend(s)
	return s
}

// CreateRenderer draws the step.
func (s *step) CreateRenderer() fyne.WidgetRenderer { return s.draw(&s.pressable) }

// A stillStep cannot be gone to.
type stillStep struct {
	widget.BaseWidget

	stepFace
}

// CreateRenderer draws the step.
func (s *stillStep) CreateRenderer() fyne.WidgetRenderer { return s.draw(&pressable{}) }

// draw draws the line 36 dp high: a disc with a number or a tick, and the name
// where there is room.
func (s *stepFace) draw(p *pressable) fyne.WidgetRenderer {
	back, edge, ring := canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	disc := canvas.NewCircle(color.Transparent)
	tick := newIcon()
	number := newText(strconv.Itoa(s.i+1), sizeCaption, figure.Text2, false)
	name := newText(s.name, sizeBody, figure.Text2, s.i == s.now)
	d := &drawing{objects: []fyne.CanvasObject{back, edge, disc, tick, number, name, ring}}
	d.minSize = func() fyne.Size { return fyne.NewSize(40, scaled(36)) }
	var drawn fyne.Size
	d.layout = func(size fyne.Size) {
		drawn = size
		place(back, 0, 0, size.Width, size.Height)
		place(edge, 0, 0, 3, size.Height)
		place(ring, 2, 2, size.Width-4, size.Height-4)
		side := 20 * textScale()
		x := min(16, (size.Width-side)/2)
		y := (size.Height - side) / 2
		place(disc, x, y, side, side)
		place(tick, x+side*0.2, y+side*0.2, side*0.6, side*0.6)
		w := number.MinSize().Width
		placeText(number, x+(side-w)/2, 0, size.Height)
		show(name, size.Width > scaled(100))
		placeText(name, x+side+8, 0, size.Height)
	}
	d.refresh = func() {
		back.FillColor, edge.FillColor, ring.StrokeColor, ring.StrokeWidth, ring.CornerRadius = color.Transparent, color.Transparent, color.Transparent, 2, 6
		disc.FillColor, disc.StrokeColor, disc.StrokeWidth = color.Transparent, ink(figure.Outline), 1
		number.Color, name.Color = ink(figure.Text2), ink(figure.Text2)
		switch {
		case s.i < s.now:
			disc.FillColor, disc.StrokeColor = ink(figure.OK), ink(figure.OK)
			recolour(tick, "check", ink(figure.Surface))
		case s.i == s.now:
			back.FillColor, edge.FillColor = ink(figure.AccentSoft), ink(figure.Accent)
			disc.FillColor, disc.StrokeColor = ink(figure.Accent), ink(figure.Accent)
			number.Color, name.Color = ink(figure.AccentText), ink(figure.Text)
		}
		show(tick, s.i < s.now)
		show(number, s.i >= s.now)
		if p.hovered {
			back.FillColor = ink(figure.Hover)
		}
		if p.focused {
			ring.StrokeColor = ink(figure.Focus)
		}
		d.layout(drawn)
	}
	d.refresh()
	return d
}
