package app

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"chancery/charts/figure"
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
	OnKey    func(key fyne.KeyName) bool

	focused   bool
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

// FocusGained shows the focus ring.
func (v *OverviewView) FocusGained() { v.focused = true; v.Refresh() }

// FocusLost takes it away.
func (v *OverviewView) FocusLost() { v.focused = false; v.Refresh() }

// TypedRune ignores letters.
func (v *OverviewView) TypedRune(rune) {}

// TypedKey pans and zooms.
func (v *OverviewView) TypedKey(e *fyne.KeyEvent) {
	if v.OnKey == nil || !v.OnKey(e.Name) {
		passKey(v, e)
	}
}

// CreateRenderer shows the picture and the focus ring.
func (v *OverviewView) CreateRenderer() fyne.WidgetRenderer {
	v.ExtendBaseWidget(v)
	ring := canvas.NewRectangle(color.Transparent)
	d := &drawing{objects: []fyne.CanvasObject{v.picture.Raster, ring}}
	d.minSize = func() fyne.Size { return fyne.NewSize(0, 0) }
	d.layout = func(size fyne.Size) {
		place(v.picture.Raster, 0, 0, size.Width, size.Height)
		place(ring, 0, 0, size.Width, size.Height)
	}
	d.refresh = func() {
		ring.StrokeColor, ring.StrokeWidth = ink(figure.Focus), 2
		show(ring, v.focused)
		d.layout(v.Size())
	}
	d.refresh()
	return d
}
