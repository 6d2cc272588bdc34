package app

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"chancery/charts/figure"
)

// Delays before a tooltip shows: the first, and the next while one is open.
const (
	tipDelay     = 300 * time.Millisecond
	tipDelayOpen = 60 * time.Millisecond
)

// tipWidth bounds a tooltip in dp.
const tipWidth = 320

// A TipLine is one line of a tooltip.
type TipLine struct {
	Words string
	Right string // at the right end
	Bold  bool
	Small bool
}

// Tips shows one tooltip at a time on a layer over everything else.
type Tips struct {
	Layer *fyne.Container

	later func(time.Duration, func()) (stop func())
	stop  func()
	open  bool
	asked int // counts requests, so that a late one is dropped

	fade  growth
	parts []fadingPart // of what is shown
}

// A fadingPart is a part of a tooltip with the colour that it has when it is
// whole.
type fadingPart struct {
	colour *color.Color
	whole  color.NRGBA
}

// NewTips returns tips that wait by means of later, which runs a function on
// the goroutine of the window after a time.
func NewTips(later func(time.Duration, func()) (stop func())) *Tips {
	return &Tips{Layer: &fyne.Container{}, later: later}
}

// Show shows lines near a position of the window after a moment, in place of
// what is shown. Without lines it hides at once.
func (t *Tips) Show(lines []TipLine, at fyne.Position) {
	t.asked++
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
	if len(lines) == 0 {
		t.hide()
		return
	}
	delay := tipDelay
	if t.open {
		delay = tipDelayOpen
	}
	asked := t.asked
	t.stop = t.later(delay, func() {
		if asked == t.asked {
			t.draw(lines, at)
		}
	})
}

// Over shows words under an object.
func (t *Tips) Over(words string, over fyne.CanvasObject) {
	if words == "" {
		t.Show(nil, fyne.Position{})
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(over)
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(t.Layer)
	t.Show([]TipLine{{Words: words}}, at.Subtract(origin).AddXY(0, over.Size().Height+2))
}

func (t *Tips) hide() {
	if !t.open {
		return
	}
	t.open = false
	gone := func() {
		t.Layer.Objects, t.parts = nil, nil
		t.Layer.Refresh()
	}
	t.fade.begin(tipOutTime, func() {
		if t.fade.left == 0 {
			gone()
			return
		}
		t.tint(t.fade.left)
	})
	if t.fade.left == 0 {
		gone()
	}
}

// tint shows a share of the tooltip's colour.
func (t *Tips) tint(share float32) {
	for _, p := range t.parts {
		c := p.whole
		c.A = uint8(float32(c.A)*share + 0.5)
		*p.colour = c
	}
	for _, o := range t.Layer.Objects {
		canvas.Refresh(o)
	}
}

// take notes the parts of the tooltip that is to be shown.
func (t *Tips) take() {
	t.parts = t.parts[:0]
	for _, o := range t.Layer.Objects {
		var part *color.Color
		switch o := o.(type) {
		case *canvas.Rectangle:
			part = &o.FillColor
		case *canvas.Text:
			part = &o.Color
		}
		t.parts = append(t.parts, fadingPart{part, color.NRGBAModel.Convert(*part).(color.NRGBA)})
	}
}

func (t *Tips) draw(lines []TipLine, at fyne.Position) {
	k := textScale()
	plate := canvas.NewRectangle(ink(figure.Tip))
	plate.CornerRadius = 6
	objects := []fyne.CanvasObject{plate}
	y, width := float32(7), float32(0)
	var rights []*canvas.Text // placed when the width is known
	for _, line := range lines {
		size := float32(sizeLabel)
		if line.Small {
			size = sizeCaption
		}
		first := y
		for _, words := range wrap(line.Words, (tipWidth-24)*k, size*k, fyne.TextStyle{Bold: line.Bold}) {
			text := newText(words, size, figure.TipText, line.Bold)
			text.Move(fyne.NewPos(12, y))
			text.Resize(text.MinSize())
			y += text.MinSize().Height + 1
			width = max(width, text.MinSize().Width)
			objects = append(objects, text)
		}
		if line.Right != "" {
			text := newText(line.Right, size, figure.TipText, false)
			text.Move(fyne.NewPos(0, first))
			text.Resize(text.MinSize())
			width = max(width, measure(line.Words, size*k, fyne.TextStyle{Bold: line.Bold})+24*k+text.MinSize().Width)
			rights = append(rights, text)
		}
	}
	for _, text := range rights {
		text.Move(text.Position().AddXY(12+width-text.Size().Width, 0))
		objects = append(objects, text)
	}
	size := fyne.NewSize(width+24, y+6)
	room := t.Layer.Size()
	x := min(max(at.X, 4), max(room.Width-size.Width-4, 4))
	top := at.Y + 4
	if top+size.Height > room.Height-4 {
		top = at.Y - size.Height - 24
	}
	plate.Resize(size)
	for _, o := range objects {
		o.Move(o.Position().AddXY(x, top))
	}
	was := t.open
	t.open = true
	t.fade.stop()
	t.Layer.Objects = objects
	t.take()
	if !was {
		t.fade.begin(tipTime, func() { t.tint(1 - t.fade.left) })
		t.tint(1 - t.fade.left)
	}
	t.Layer.Refresh()
}
