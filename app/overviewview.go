package app

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// An OverviewView shows all of time under the plot, with a window that can be
// dragged, stretched and drawn anew.
type OverviewView struct {
	widget.BaseWidget

	Resizing bool // the pointer is over a handle of the window

	OnPress  func(at fyne.Position)
	OnDrag   func(at fyne.Position, dx float32)
	OnSettle func()
	OnDouble func()
	OnZoom   func(dy, x float32)
	OnHover  func(at fyne.Position)

	picture   *picture
	lastPress time.Time
}

func newOverviewView(p *picture) *OverviewView {
	v := &OverviewView{picture: p}
	v.ExtendBaseWidget(v)
	return v
}

// MouseDown takes hold of the window, or of a place beside it.
func (v *OverviewView) MouseDown(e *desktop.MouseEvent) {
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	now := time.Now()
	if now.Sub(v.lastPress) < doubleTime {
		v.lastPress = time.Time{}
		if v.OnDouble != nil {
			v.OnDouble()
		}
		return
	}
	v.lastPress = now
	if v.OnPress != nil {
		v.OnPress(e.Position)
	}
}

// MouseUp does nothing: DragEnd ends what MouseDown began.
func (v *OverviewView) MouseUp(*desktop.MouseEvent) {}

// Dragged moves what was taken hold of.
func (v *OverviewView) Dragged(e *fyne.DragEvent) {
	v.lastPress = time.Time{}
	if v.OnDrag != nil {
		v.OnDrag(e.Position, e.Dragged.DX)
	}
}

// DragEnd ends the drag.
func (v *OverviewView) DragEnd() {
	if v.OnSettle != nil {
		v.OnSettle()
	}
}

// Scrolled zooms.
func (v *OverviewView) Scrolled(e *fyne.ScrollEvent) {
	if v.OnZoom != nil {
		v.OnZoom(e.Scrolled.DY, e.Position.X)
	}
}

// MouseIn begins hovering.
func (v *OverviewView) MouseIn(e *desktop.MouseEvent) { v.MouseMoved(e) }

// MouseMoved tells where the pointer is.
func (v *OverviewView) MouseMoved(e *desktop.MouseEvent) {
	if v.OnHover != nil {
		v.OnHover(e.Position)
	}
}

// MouseOut ends hovering.
func (v *OverviewView) MouseOut() { v.Resizing = false }

// Cursor is a double arrow over a handle.
func (v *OverviewView) Cursor() desktop.Cursor {
	if v.Resizing {
		return desktop.HResizeCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer shows the picture.
func (v *OverviewView) CreateRenderer() fyne.WidgetRenderer {
	v.ExtendBaseWidget(v)
	return widget.NewSimpleRenderer(v.picture.Raster)
}
