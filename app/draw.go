package app

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"chancery/app/scene"
	"chancery/charts/figure"
	"chancery/data/store"
	"chancery/model"
	"chancery/model/edtf"
)

// A Picture says how the timeline is drawn by itself, without the window around
// it.
type Picture struct {
	Title, Note string

	// Width is dp of the whole picture. SecondsPerDP, unless it is 0, is the
	// scale, and the width is then what that takes.
	Width        float32
	SecondsPerDP float64

	// Height is dp of the lanes; 0 is as high as all of them.
	Height float32
}

// Draw draws the timeline that a window would show with the options, without a
// display. The figure's texts are set in the faces that are returned with it.
func Draw(ctx context.Context, o RenderOptions, p Picture) (Drawn, *figure.Faces, error) {
	w, queue, closing, err := offscreen(ctx, o)
	if err != nil {
		return Drawn{}, nil, err
	}
	defer closing()
	// The filter's words are searched for, and agreements read, in the background.
	t := w.timeline
	for t.lifecycles(); queue.settle(w); t.lifecycles() {
		if err := ctx.Err(); err != nil {
			return Drawn{}, nil, err
		}
	}
	draw := t.drawer(p, o.From, o.To)
	f, err := draw(ctx)
	kept, _ := w.Workspace.Count()
	return Drawn{f, kept}, t.faces, err
}

// A Drawn is a figure, and how many events it shows.
type Drawn struct {
	*figure.Figure
	Events int
}

// drawer returns what draws the timeline as it is now, on any goroutine. From
// and to are the ends of the picture, both 0 for all kept events; one that is
// Past or Future is where those begin or end.
func (t *timeline) drawer(p Picture, from, to edtf.Instant) func(context.Context) (*figure.Figure, error) {
	in := *t.input(fyne.NewSize(p.Width, p.Height))
	in.HeaderWidth = scaled(headDefault)
	in.Hover, in.HoverLane, in.Focus, in.Named = 0, "", 0, true
	in.RingLeft, in.LinksLeft = 0, 0
	in.View = t.viewFor(p, from, to, p.Width-in.HeaderWidth)
	sheet := scene.Sheet{Title: p.Title, Note: p.Note, Lanes: lang.L("Lanes by") + " " + groupingWords(t.ws.Grouping()), Whole: p.Height <= 0}
	archive := t.ws.Archive()
	return func(ctx context.Context) (*figure.Figure, error) {
		sheet.Load = func(ids []model.EventID) (map[model.EventID]model.Label, error) { return loadLabels(ctx, archive, ids) }
		return sheet.Draw(in)
	}
}

// viewFor returns the view of a picture whose plot is so wide, unless the
// picture has a scale of its own.
func (t *timeline) viewFor(p Picture, from, to edtf.Instant, width float32) scene.Viewport {
	view := t.fitAll(float64(width), t.ws.Columns())
	if from != 0 || to != 0 {
		if !from.Finite() {
			from = view.From()
		}
		if !to.Finite() {
			to = view.To()
		}
		view = scene.Fit(from, to, float64(width), 0)
	}
	if p.SecondsPerDP > 0 {
		// What is fitted has the same room on either side at every scale.
		padding := float64(0)
		if from == 0 && to == 0 {
			padding = fitPadding
		}
		span := view.Span() - 2*padding*view.Scale
		middle := view.Start + view.Span()/2
		view.Width = max(span/p.SecondsPerDP+2*padding, 1)
		view.Scale = p.SecondsPerDP
		view.Start = middle - view.Span()/2
	}
	return view
}

// labelsAtOnce is how many labels one read asks for.
const labelsAtOnce = 500

func loadLabels(ctx context.Context, archive *store.Archive, ids []model.EventID) (map[model.EventID]model.Label, error) {
	all := make(map[model.EventID]model.Label, len(ids))
	for len(ids) > 0 {
		n := min(len(ids), labelsAtOnce)
		some, err := archive.Labels(ctx, ids[:n])
		if err != nil {
			return nil, err
		}
		for id, l := range some {
			all[id] = l
		}
		ids = ids[n:]
	}
	return all, nil
}
