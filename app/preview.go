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

// Heights of a preview's parts in dp at 100 %.
const (
	previewPlot = 32
	previewAxis = defaultAxisSize
)

// A preview shows one event as it will stand on the timeline, by the same scene.
type preview struct {
	widget.BaseWidget

	event   model.Event
	faces   *figure.Faces
	builder scene.Builder
	axis    *picture
	plot    *picture
}

func newPreview(faces *figure.Faces, painter *figure.Painter) *preview {
	p := &preview{faces: faces}
	p.axis = newPicture(painter, func(size fyne.Size) *figure.Figure { return &p.scene(size).Axis })
	p.plot = newPicture(painter, func(size fyne.Size) *figure.Figure { return &p.scene(size).Plot })
	p.ExtendBaseWidget(p)
	return p
}

// Set shows another event, or nothing while it has no date.
func (p *preview) Set(e model.Event) {
	p.event = e
	p.Refresh()
}

// scene builds the scene of the event alone.
func (p *preview) scene(size fyne.Size) *scene.Scene {
	events := []model.Event{p.event}
	lanes := oneLane(events)
	return p.builder.Build(looseScene(events, lanes, previewView(p.event.Bounds(), float64(size.Width)), scaled(previewPlot), p.faces))
}

// previewView returns a view of bounds with room about them: of a year, or more
// when they are wider.
func previewView(b edtf.Bounds, width float64) scene.Viewport {
	const year = 366 * daySeconds
	from, to := b.EarliestStart, b.LatestEnd
	switch {
	case from.Finite() && !to.Finite():
		to = max(from, b.LatestStart) + year
	case to.Finite() && !from.Finite():
		from = min(to, b.EarliestEnd) - year
	case !from.Finite():
		from, to = edtf.At(1900, 1, 1), edtf.At(2100, 1, 1)
	}
	if first := yearBegins(from); to <= first+year {
		return scene.Fit(first, first+year, width, 6)
	}
	room := (to - from) / 3
	if room < year/2 {
		room = year / 2
	}
	return scene.Fit(from-room, to+room, width, 6)
}

func yearBegins(at edtf.Instant) edtf.Instant {
	year, _, _ := at.Civil()
	return edtf.At(year, 1, 1)
}

// CreateRenderer draws the axis over the plot, in a box.
func (p *preview) CreateRenderer() fyne.WidgetRenderer {
	box := canvas.NewRectangle(color.Transparent)
	d := &drawing{objects: []fyne.CanvasObject{box, p.axis.Raster, p.plot.Raster}}
	d.minSize = func() fyne.Size { return fyne.NewSize(200, scaled(previewAxis)+scaled(previewPlot)+2) }
	d.layout = func(size fyne.Size) {
		place(box, 0, 0, size.Width, size.Height)
		axis := scaled(previewAxis)
		place(p.axis.Raster, 1, 1, size.Width-2, axis)
		place(p.plot.Raster, 1, 1+axis, size.Width-2, scaled(previewPlot))
	}
	d.refresh = func() {
		box.FillColor, box.StrokeColor, box.StrokeWidth, box.CornerRadius = ink(figure.Plot), ink(figure.Line), 1, 6
		dated := !p.event.Start.IsZero()
		show(p.axis.Raster, dated)
		show(p.plot.Raster, dated)
		p.axis.Refresh()
		p.plot.Refresh()
		d.layout(p.Size())
	}
	d.refresh()
	return d
}
