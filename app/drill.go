package app

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"

	"chancery/app/workspace"
	"chancery/charts/figure"
	"chancery/model"
)

// drillLimit is how many events a list of them shows; what is more than that is
// for the timeline to show.
const drillLimit = 500

// showEvents lists events with their sources. more stands in the foot.
func (w *Window) showEvents(title string, ids []model.EventID, more ...fyne.CanvasObject) {
	archive := w.Workspace.Archive()
	if archive == nil {
		return
	}
	w.tips.Show(nil, fyne.Position{})
	shown := ids[:min(len(ids), drillLimit)]
	var found []model.Event
	w.Workspace.Jobs().Start(lang.L("Read events"), func(ctx context.Context, j *workspace.Job) error {
		for i, id := range shown {
			e, err := archive.Event(ctx, id)
			if err != nil {
				return err
			}
			found = append(found, e)
			j.Report(int64(i), int64(len(shown)))
		}
		return nil
	}, func(err error) {
		if err != nil {
			w.messages.Show(Failure, sentence(err))
			return
		}
		w.listEvents(title, found, ids, more)
	})
}

func (w *Window) listEvents(title string, shown []model.Event, all []model.EventID, more []fyne.CanvasObject) {
	list := newSourcedList(w.painter, shown)
	list.OnChoose = func(i int) {
		w.closeSheet()
		w.showView(viewTimeline)
		w.goTo(shown[i].ID)
	}
	about := events(len(all))
	if len(shown) < len(all) {
		about += ", " + lang.L("of which the first {{.Number}} are listed", map[string]any{"Number": groupDigits(int64(len(shown)))})
	}
	onTimeline := NewButton("timeline", lang.L("Show on timeline"), func() {
		w.closeSheet()
		w.showView(viewTimeline)
		w.Workspace.Select(all[:min(len(all), drillLimit)]...)
		w.timeline.fitSelection()
	})
	w.showSheet(&Sheet{
		Title: title, Subtitle: about,
		Body:  inset(list, 8),
		Left:  append([]fyne.CanvasObject{onTimeline}, more...),
		Right: []fyne.CanvasObject{newMain("", lang.L("Close"), func() { w.closeSheet() })},
		Least: fyne.NewSize(760, 560),
	})
	w.win.Canvas().Focus(list)
}

// A sourcedList is events with where each is known from.
type sourcedList struct {
	walkList
}

func newSourcedList(painter *figure.Painter, events []model.Event) *sourcedList {
	l := &sourcedList{}
	l.start(l, func() int { return len(events) }, func() fyne.CanvasObject { return newSourcedRow(painter) },
		func(i int, o fyne.CanvasObject, at bool) { o.(*sourcedRow).set(&events[i], at) })
	return l
}

// A sourcedRow is one event of a sourcedList.
type sourcedRow struct {
	walkLine

	event *model.Event
	glyph *picture
	mark  *figure.Figure
}

func newSourcedRow(painter *figure.Painter) *sourcedRow {
	r := &sourcedRow{event: &model.Event{}, mark: figure.New(14, 14)}
	r.glyph = newPicture(painter, func(fyne.Size) *figure.Figure { return r.mark })
	r.ExtendBaseWidget(r)
	return r
}

func (r *sourcedRow) set(e *model.Event, at bool) {
	r.event, r.at = e, at
	r.Refresh()
}

// CreateRenderer draws the event 44 dp high: its date and title, and under them
// its sources.
func (r *sourcedRow) CreateRenderer() fyne.WidgetRenderer {
	back := canvas.NewRectangle(ink(figure.Surface))
	date := newText("", sizeCaption, figure.Text2, false)
	title := newText("", sizeBody, figure.Text, false)
	sources := newText("", sizeCaption, figure.Text3, false)
	d := &drawing{objects: []fyne.CanvasObject{back, r.glyph.Raster, date, title, sources}}
	d.minSize = func() fyne.Size { return fyne.NewSize(240, scaled(44)) }
	d.layout = func(size fyne.Size) {
		place(back, 0, 1, size.Width, size.Height-2)
		side := 12*textScale() + 2
		place(r.glyph.Raster, 12, 5*textScale(), side, side)
		left := 12 + side + 8
		room := size.Width - left - 12
		w := placeText(date, left, 2, scaled(22))
		setWords(title, truncate(r.event.Title, room-w-8, title.TextSize, title.TextStyle))
		placeText(title, left+w+8, 2, scaled(22))
		setWords(sources, truncate(sourceWords(r.event), room, sources.TextSize, sources.TextStyle))
		placeText(sources, left, scaled(22), scaled(18))
	}
	d.refresh = func() {
		r.colour(back)
		restyle(date, sizeCaption, figure.Text2)
		restyle(title, sizeBody, figure.Text)
		restyle(sources, sizeCaption, figure.Text3)
		setWords(date, shortDate(r.event.Start, r.event.End))
		side := 12*textScale() + 2
		r.mark.Reset(side, side)
		r.mark.Glyph(figure.Pt(side/2, side/2), int(model.CategoryNamed(r.event.Category).Index), figure.Mark{Size: side - 2, Back: figure.Surface.Ink()})
		d.layout(r.Size())
	}
	d.refresh()
	return d
}

// sourceWords names the sources of an event.
func sourceWords(e *model.Event) string {
	var parts []string
	for _, c := range e.Citations {
		words := strings.TrimSpace(c.Source.Publisher + " – " + c.Source.Title)
		words = strings.TrimSuffix(strings.TrimPrefix(words, "– "), " –")
		if !c.Source.Published.IsZero() {
			words += ", " + c.Source.Published.Display()
		}
		parts = append(parts, words)
	}
	if len(parts) == 0 {
		return lang.L("Sources: none")
	}
	return strings.Join(parts, partsGap)
}
