package app

import (
	"fyne.io/fyne/v2"
)

// Sizes of the details panel in dp at 100 %.
const (
	detailsDefault = 344
	detailsLeast   = 280
	detailsMost    = 520
	overlayWidth   = 1120 // of the window, under which the panel lies over the plot
	lowWindow      = 652  // height under the menu, under which the filters fold into the toolbar
)

// The least size of the window in dp.
const (
	leastWidth  = 960
	leastHeight = 600
)

// A frame is the layout of the window under the menu: toolbar, filters, one of
// the views with the details beside it, and the status bar.
type frame struct {
	toolbar         *Toolbar
	filters, status fyne.CanvasObject
	view            fyne.CanvasObject // the view that is shown
	cover           fyne.CanvasObject // over the view
	details         *Details
	edge            *Handle

	showFilters, showDetails bool
	noDetails                bool    // the view has no room for the panel
	slide                    float32 // share of the panel that is out of the window while it comes or goes
	leaving                  bool    // it goes
	detailsWidth             float32 // dp at 100 %
	menuHeight               float32 // dp above the toolbar, for pictures
}

func (f *frame) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(leastWidth, leastHeight)
}

func (f *frame) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	y := f.menuHeight
	low := size.Height-f.menuHeight < lowWindow
	f.toolbar.showFilter(low || !f.showFilters)
	bar := f.toolbar.MinSize().Height
	place(f.toolbar, 0, y, size.Width, bar)
	y += bar
	show(f.filters, f.showFilters && !low)
	if f.showFilters && !low {
		row := f.filters.MinSize().Height
		place(f.filters, 0, y, size.Width, row)
		y += row
	}
	foot := f.status.MinSize().Height
	place(f.status, 0, size.Height-foot, size.Width, foot)
	body := size.Height - foot - y
	panel := float32(0)
	details := f.showDetails && !f.noDetails
	if details {
		panel = scaled(f.detailsWidth)
	}
	show(f.details, details || f.leaving && !f.noDetails)
	show(f.edge, details)
	width := scaled(f.detailsWidth)
	place(f.details, size.Width-width, y, width, body)
	f.placeDetails(size)
	place(f.edge, size.Width-panel-handleWidth/2, y, handleWidth, body)
	if size.Width < overlayWidth {
		panel = 0
	}
	place(f.view, 0, y, size.Width-panel, body)
	place(f.cover, 0, y, size.Width-panel, body)
}

// placeDetails moves the panel to where it is while it comes or goes.
func (f *frame) placeDetails(size fyne.Size) {
	width := scaled(f.detailsWidth)
	f.details.Move(fyne.NewPos(size.Width-width+width*f.slide, f.details.Position().Y))
}
