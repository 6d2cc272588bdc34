package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// A HeaderView shows the heads of the lanes beside the plot. The wheel over it
// scrolls lanes.
type HeaderView struct {
	widget.BaseWidget

	OnScroll func(dy float32)
	OnTapped func(at fyne.Position)
	OnMenu   func(at, absolute fyne.Position)
	OnHover  func(at, absolute fyne.Position)
	OnLeave  func()

	picture *picture
}

func newHeaderView(p *picture) *HeaderView {
	v := &HeaderView{picture: p}
	v.ExtendBaseWidget(v)
	return v
}

// Scrolled scrolls lanes.
func (v *HeaderView) Scrolled(e *fyne.ScrollEvent) {
	if v.OnScroll != nil {
		v.OnScroll(e.Scrolled.DY)
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

// CreateRenderer shows the picture.
func (v *HeaderView) CreateRenderer() fyne.WidgetRenderer {
	v.ExtendBaseWidget(v)
	return widget.NewSimpleRenderer(v.picture.Raster)
}
