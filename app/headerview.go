package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"chancery/charts/figure"
)

// A HeaderView shows the heads of the lanes beside the plot. The wheel over it
// scrolls lanes, and a head can be dragged to another place.
type HeaderView struct {
	widget.BaseWidget

	Moving bool    // a lane is being dragged: Edge shows where to
	Edge   float32 // dp from the top

	OnScroll func(dy float32)
	OnTapped func(at fyne.Position)
	OnMenu   func(at, absolute fyne.Position)
	OnHover  func(at, absolute fyne.Position)
	OnLeave  func()
	OnDrag   func(from, to float32, final bool) // heights, in dp from the top
	OnKey    func(key fyne.KeyName, modifiers fyne.KeyModifier) bool
	OnFocus  func(bool)

	picture   *picture
	press, at float32
	dragging  bool
	focused   bool
	alt       altHold
}

func newHeaderView(p *picture) *HeaderView {
	v := &HeaderView{picture: p}
	v.ExtendBaseWidget(v)
	return v
}

// Scrolled scrolls lanes.
func (v *HeaderView) Scrolled(e *fyne.ScrollEvent) {
	v.alt.use(v, keyModifiers(), keyModifiers)
	if v.OnScroll != nil {
		v.OnScroll(e.Scrolled.DY)
	}
}

// MouseDown notes where a drag would begin.
func (v *HeaderView) MouseDown(e *desktop.MouseEvent) { v.press = e.Position.Y }

// MouseUp does nothing: DragEnd ends a drag.
func (v *HeaderView) MouseUp(*desktop.MouseEvent) {}

// Dragged moves a lane.
func (v *HeaderView) Dragged(e *fyne.DragEvent) {
	v.at = e.Position.Y
	if !v.dragging && abs(v.at-v.press) < dragThreshold {
		return
	}
	v.dragging = true
	v.drag(false)
}

// DragEnd puts the lane down.
func (v *HeaderView) DragEnd() {
	if v.dragging {
		v.dragging = false
		v.drag(true)
	}
}

// Cancel leaves the lane that is being dragged where it was, and reports
// whether there was one.
func (v *HeaderView) Cancel() bool {
	was := v.dragging
	v.dragging, v.Moving = false, false
	if was {
		v.Refresh()
	}
	return was
}

func (v *HeaderView) drag(final bool) {
	if v.OnDrag != nil {
		v.OnDrag(v.press, v.at, final)
	}
}

// Tapped folds a lane or shows it alone.
func (v *HeaderView) Tapped(e *fyne.PointEvent) {
	if v.OnTapped != nil {
		v.OnTapped(e.Position)
	}
}

// TappedSecondary opens the menu of a lane.
func (v *HeaderView) TappedSecondary(e *fyne.PointEvent) {
	if v.OnMenu != nil {
		v.OnMenu(e.Position, e.AbsolutePosition)
	}
}

// MouseIn begins hovering.
func (v *HeaderView) MouseIn(e *desktop.MouseEvent) { v.MouseMoved(e) }

// MouseMoved tells where the pointer is.
func (v *HeaderView) MouseMoved(e *desktop.MouseEvent) {
	if v.OnHover != nil {
		v.OnHover(e.Position, e.AbsolutePosition)
	}
}

// MouseOut ends hovering.
func (v *HeaderView) MouseOut() {
	if v.OnLeave != nil {
		v.OnLeave()
	}
}

// FocusGained shows the focus ring.
func (v *HeaderView) FocusGained() { v.focus(true) }

// FocusLost takes it away.
func (v *HeaderView) FocusLost() { v.focus(false) }

func (v *HeaderView) focus(on bool) {
	v.focused = on
	if v.OnFocus != nil {
		v.OnFocus(on)
	}
	v.Refresh()
}

// TypedRune ignores letters.
func (v *HeaderView) TypedRune(rune) {}

// TypedKey passes a key on.
func (v *HeaderView) TypedKey(e *fyne.KeyEvent) {
	if v.OnKey == nil || !v.OnKey(e.Name, keyModifiers()) {
		passKey(v, e)
	}
}

// CreateRenderer shows the picture, the edge to which a lane is dragged, and
// the focus ring.
func (v *HeaderView) CreateRenderer() fyne.WidgetRenderer {
	v.ExtendBaseWidget(v)
	edge := canvas.NewRectangle(color.Transparent)
	ring := canvas.NewRectangle(color.Transparent)
	d := &drawing{objects: []fyne.CanvasObject{v.picture.Raster, edge, ring}}
	d.minSize = func() fyne.Size { return fyne.NewSize(0, 0) }
	d.layout = func(size fyne.Size) {
		place(v.picture.Raster, 0, 0, size.Width, size.Height)
		place(edge, 0, min(max(v.Edge-1.5, 0), size.Height-3), size.Width, 3)
		place(ring, 0, 0, size.Width, size.Height)
	}
	d.refresh = func() {
		edge.FillColor = ink(figure.Accent)
		show(edge, v.Moving)
		ring.StrokeColor, ring.StrokeWidth = ink(figure.Focus), 2
		show(ring, v.focused)
		d.layout(v.Size())
	}
	d.refresh()
	return d
}
