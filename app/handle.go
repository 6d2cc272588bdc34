package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// handleWidth is how wide the pointer's target on an edge between two regions
// is, in dp.
const handleWidth = 8

// A Handle is the edge between two regions, which can be dragged sideways.
type Handle struct {
	widget.BaseWidget

	OnDrag func(dx float32)
}

func newHandle(drag func(dx float32)) *Handle {
	h := &Handle{OnDrag: drag}
	h.ExtendBaseWidget(h)
	return h
}

// Dragged moves the edge.
func (h *Handle) Dragged(e *fyne.DragEvent) { h.OnDrag(e.Dragged.DX) }

// DragEnd does nothing: the edge follows the pointer.
func (h *Handle) DragEnd() {}

// Cursor is a double arrow.
func (h *Handle) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// MouseIn does nothing, but makes the handle, not what lies under it, the place
// where the pointer is.
func (h *Handle) MouseIn(*desktop.MouseEvent) {}

// MouseMoved does nothing.
func (h *Handle) MouseMoved(*desktop.MouseEvent) {}

// MouseOut does nothing.
func (h *Handle) MouseOut() {}

// CreateRenderer draws nothing: the regions draw their own edges.
func (h *Handle) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
