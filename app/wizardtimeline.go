package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"chancery/app/scene"
	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// A smallTimeline shows events that are in no archive as they would stand on the
// timeline, in one lane, by the same scene.
type smallTimeline struct {
	widget.BaseWidget

	events  []model.Event
	lanes   *model.Lanes
	faces   *figure.Faces
	builder scene.Builder
	axis    *picture
	plot    *picture
	height  float32 // dp of the plot at 100 %
}

func newSmallTimeline(faces *figure.Faces, painter *figure.Painter, events []model.Event, height float32) *smallTimeline {
	t := &smallTimeline{events: events, faces: faces, height: height}
	t.lanes = oneLane(events)
	t.axis = newPicture(painter, func(size fyne.Size) *figure.Figure { return &t.scene(size).Axis })
	t.plot = newPicture(painter, func(size fyne.Size) *figure.Figure { return &t.scene(size).Plot })
	t.ExtendBaseWidget(t)
	return t
}

// scene builds the scene of all events, fitted to them.
func (t *smallTimeline) scene(size fyne.Size) *scene.Scene {
	view := scene.Fit(edtf.At(2000, 1, 1), edtf.At(2001, 1, 1), float64(size.Width), 6)
	if from, to, ok := t.lanes.Columns.Extent(nil); ok {
		view = previewView(edtf.Bounds{EarliestStart: from, LatestStart: from, EarliestEnd: to, LatestEnd: to}, float64(size.Width))
		if to > from+366*daySeconds {
			view = scene.Fit(from, to, float64(size.Width), 24)
		}
	}
	return t.builder.Build(looseScene(t.events, t.lanes, view, scaled(t.height), t.faces))
}

// CreateRenderer draws the axis over the plot.
func (t *smallTimeline) CreateRenderer() fyne.WidgetRenderer {
	back := canvas.NewRectangle(color.Transparent)
	d := &drawing{objects: []fyne.CanvasObject{back, t.axis.Raster, t.plot.Raster}}
	d.minSize = func() fyne.Size { return fyne.NewSize(200, scaled(defaultAxisSize)+scaled(t.height)) }
	d.layout = func(size fyne.Size) {
		axis := scaled(defaultAxisSize)
		place(back, 0, 0, size.Width, size.Height)
		place(t.axis.Raster, 0, 0, size.Width, axis)
		place(t.plot.Raster, 0, axis, size.Width, scaled(t.height))
	}
	d.refresh = func() {
		back.FillColor = ink(figure.Plot)
		t.axis.Refresh()
		t.plot.Refresh()
		d.layout(t.Size())
	}
	d.refresh()
	return d
}
