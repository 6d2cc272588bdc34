package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"chancery/app/workspace"
	"chancery/charts/figure"
	"chancery/model"
)

// An eventList offers events to choose one from.
type eventList struct {
	walkList

	OnEvent func(workspace.Found)

	events []workspace.Found
	chosen model.EventID
}

func newEventList(painter *figure.Painter) *eventList {
	l := &eventList{}
	l.start(l, func() int { return len(l.events) }, func() fyne.CanvasObject { return newEventRow(painter) },
		func(i int, o fyne.CanvasObject, at bool) {
			e := l.events[i]
			o.(*eventRow).set(e, e.ID == l.chosen, at)
		})
	l.OnChoose = func(i int) {
		l.chosen = l.events[i].ID
		if l.OnEvent != nil {
			l.OnEvent(l.events[i])
		}
	}
	return l
}

// Set shows other events.
func (l *eventList) Set(events []workspace.Found) {
	l.events = events
	l.restart()
}

// An eventRow is one event of an eventList.
type eventRow struct {
	walkLine

	event  workspace.Found
	chosen bool

	glyph *picture
	mark  *figure.Figure
}

func newEventRow(painter *figure.Painter) *eventRow {
	r := &eventRow{mark: figure.New(14, 14)}
	r.glyph = newPicture(painter, func(fyne.Size) *figure.Figure { return r.mark })
	r.ExtendBaseWidget(r)
	return r
}

func (r *eventRow) set(e workspace.Found, chosen, at bool) {
	r.event, r.chosen, r.at = e, chosen, at
	r.Refresh()
}

// CreateRenderer draws the line 30 dp high.
func (r *eventRow) CreateRenderer() fyne.WidgetRenderer {
	back := canvas.NewRectangle(color.Transparent)
	bar := canvas.NewRectangle(color.Transparent)
	title := newText("", sizeBody, figure.Text, false)
	date := newText("", sizeCaption, figure.Text2, false)
	d := &drawing{objects: []fyne.CanvasObject{back, bar, r.glyph.Raster, title, date}}
	d.minSize = func() fyne.Size { return fyne.NewSize(240, scaled(30)) }
	d.layout = func(size fyne.Size) {
		place(back, 0, 1, size.Width, size.Height-2)
		place(bar, 0, 1, 3, size.Height-2)
		side := 12*textScale() + 2
		place(r.glyph.Raster, 12, (size.Height-side)/2, side, side)
		right := size.Width - 12 - date.MinSize().Width
		placeText(date, right, 0, size.Height)
		left := 12 + side + 8
		setWords(title, truncate(r.event.Label.Title, right-left-10, title.TextSize, title.TextStyle))
		placeText(title, left, 0, size.Height)
	}
	d.refresh = func() {
		r.colour(back)
		bar.FillColor = color.Transparent
		if r.chosen {
			back.FillColor, bar.FillColor = ink(figure.AccentSoft), ink(figure.Accent)
		}
		restyle(title, sizeBody, figure.Text)
		setStyle(title, fyne.TextStyle{Bold: r.chosen})
		restyle(date, sizeCaption, figure.Text2)
		setWords(date, shortDate(r.event.Label.Start, r.event.Label.End))
		side := 12*textScale() + 2
		r.mark.Reset(side, side)
		r.mark.Glyph(figure.Pt(side/2, side/2), int(r.event.Category), figure.Mark{Size: side - 2, Back: figure.Surface.Ink()})
		d.layout(r.Size())
	}
	d.refresh()
	return d
}
