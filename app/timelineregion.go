package app

import (
	"fyne.io/fyne/v2"

	"chancery/charts/figure"
)

// Sizes of the region in dp at 100 %.
const (
	headDefault    = 208
	headLeast      = 160
	headMost       = 360
	overviewNormal = 76
	overviewShort  = 48
	shortHeight    = 580 // of the region without the filter row, under which the overview is short
)

// A timelineRegion places the views of a timeline.
type timelineRegion struct {
	Object *fyne.Container

	Corner   *LaneChooser
	Heads    *HeaderView
	Plot     *PlotView
	Overview *OverviewView
	Edge     *Handle

	HeadWidth    float32 // dp at 100 %
	ShowHeads    bool
	ShowOverview bool

	onResize func() // what is shown does not fit its place any more
	size     fyne.Size
}

func newTimelineRegion(t *timeline, painter *figure.Painter) *timelineRegion {
	r := &timelineRegion{HeadWidth: headDefault, ShowHeads: true, ShowOverview: true}
	part := func(pick func() *figure.Figure) *picture {
		return newPicture(painter, func(fyne.Size) *figure.Figure {
			if t.shown() == nil {
				return nil
			}
			return pick()
		})
	}
	axis := part(func() *figure.Figure { return &t.scene.Axis })
	plot := part(func() *figure.Figure { return &t.scene.Plot })
	plot.after = t.crossfade
	heads := part(func() *figure.Figure { return &t.scene.Headers })
	overview := part(func() *figure.Figure { return &t.scene.Overview })
	r.onResize = t.invalidate
	r.Corner = newLaneChooser(nil)
	r.Heads = newHeaderView(heads)
	r.Plot = newPlotView(axis, plot)
	r.Overview = newOverviewView(overview)
	r.Edge = newHandle(func(dx float32) {
		k := textScale()
		r.HeadWidth = min(max(r.HeadWidth+dx/k, headLeast), headMost)
		r.Object.Refresh()
		t.invalidate()
	})
	r.Object = &fyne.Container{Layout: r, Objects: []fyne.CanvasObject{
		r.Corner, r.Heads, r.Plot, r.Overview, r.Edge,
	}}
	return r
}

// repaint shows another scene.
func (r *timelineRegion) repaint() {
	r.Plot.axis.Refresh()
	r.Plot.plot.Refresh()
	r.Heads.picture.Refresh()
	r.Overview.picture.Refresh()
}

func (r *timelineRegion) headWidth() float32 {
	if !r.ShowHeads {
		return 0
	}
	return scaled(r.HeadWidth)
}

func (r *timelineRegion) overviewHeight() float32 {
	switch {
	case !r.ShowOverview:
		return 0
	case r.Object.Size().Height < shortHeight:
		return scaled(overviewShort)
	}
	return scaled(overviewNormal)
}

func (r *timelineRegion) plotSize() fyne.Size { return r.Plot.plot.Size() }

// MinSize is small: the window sets the least size.
func (r *timelineRegion) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(480, 240) }

// Layout places heads at the left, axis and plot at the right, and the overview
// under both.
func (r *timelineRegion) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	head, low := r.headWidth(), r.overviewHeight()
	axis := r.Plot.AxisHeight()
	body := size.Height - low
	show(r.Heads, head > 0)
	show(r.Corner, head > 0)
	show(r.Edge, head > 0)
	show(r.Overview, low > 0)
	place(r.Corner, 0, 0, head, axis)
	place(r.Heads, 0, axis, head, body-axis)
	place(r.Plot, head, 0, size.Width-head, body)
	place(r.Overview, 0, body, size.Width, low)
	place(r.Edge, head-handleWidth/2, 0, handleWidth, body)
	if r.size != size {
		r.size = size
		r.onResize()
	}
}
