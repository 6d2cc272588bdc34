package report

import (
	"context"
	"html/template"
	"strings"
	"sync"

	"chancery/app/scene"
	"chancery/assets"
	"chancery/charts"
	"chancery/charts/echarts"
	"chancery/charts/figure"
	"chancery/data"
	"chancery/model"
	"chancery/model/edtf"
)

// Sizes of the pictures in a page, in dp.
const (
	pictureWidth = 1000
	headWidth    = 168
	fitPadding   = 24
	lifePadding  = 56 // half the width of the as-of date, which often ends the picture
)

// faces measure the texts of pictures: the program's own fonts, so that a report
// is the same on every machine.
var faces = sync.OnceValues(func() (*figure.Faces, error) {
	return figure.NewFaces(figure.Fonts{Regular: assets.Regular, Bold: assets.Bold, Italic: assets.Italic, Mono: assets.Mono, BundledOnly: true})
})

// pictures draws the lives of agreements and the timeline for readers without
// scripts, and for paper.
func (r *Report) pictures(ctx context.Context, lives []model.Lifecycle, all int) (of, timeline echarts.Picture, err error) {
	f, err := faces()
	if err != nil {
		return of, timeline, err
	}
	in := scene.Input{
		Columns: r.Columns, Kept: r.Kept, AsOf: r.AsOf, Today: edtf.Future, HeaderWidth: headWidth, Height: 400,
		Faces: f, Compact: true, Named: r.Lanes.Events <= data.MostEnclosed,
	}
	if len(lives) > 0 {
		of, err = drawLives(in, lives, all)
		if err != nil {
			return of, timeline, err
		}
	}
	if r.Lanes.Events == 0 {
		return of, timeline, nil
	}
	in.Lanes = r.Lanes
	in.View = r.view()
	timeline.Caption = r.outside()
	sheet := scene.Sheet{Whole: true, Bare: true, Load: func(ids []model.EventID) (map[model.EventID]model.Label, error) {
		return r.Archive.Labels(ctx, ids)
	}}
	still, err := sheet.Draw(in)
	if err != nil {
		return of, timeline, err
	}
	timeline.SVG, err = drawn(still, "still", "Timeline")
	return of, timeline, err
}

// view returns what the picture of the timeline shows.
func (r *Report) view() scene.Viewport {
	from, to := r.From, r.To
	padding := 0.0
	if from == 0 && to == 0 {
		from, to, _ = r.Columns.Extent(r.Kept)
		padding = fitPadding
	}
	return scene.Fit(from, to, pictureWidth-headWidth, padding)
}

// drawLives draws the lives of agreements by themselves.
func drawLives(in scene.Input, lives []model.Lifecycle, all int) (echarts.Picture, error) {
	from, to := in.AsOf, in.AsOf
	for i := range lives {
		in.Lifecycles = append(in.Lifecycles, scene.Life{Lifecycle: lives[i]})
		from = min(from, lives[i].Stages[0].From)
		if lives[i].HasExpiry {
			to = max(to, lives[i].Expiry)
		}
	}
	if l := due(lives, in.AsOf); l != nil {
		// What is about to end is what there is to see; others began before.
		from = l.Stages[0].From
	}
	in.View = scene.Fit(from, to, pictureWidth-headWidth, lifePadding)
	p := echarts.Picture{Title: "Lives of agreements"}
	if len(lives) == 1 {
		p.Title = "Life of " + nameOf(lives[0].Agreement)
	}
	p.Caption = "Solid: in force. Hatched: notice given. Outline: signed, not in force. Dashed: suspended. As it was known on " +
		charts.Day.Label(in.AsOf) + "."
	if len(lives) < all {
		p.Caption += " Shown are the " + charts.Count(len(lives)) + " of " + charts.Count(all) + " agreements with most events."
	}
	f, err := scene.DrawLives(in)
	if err != nil {
		return p, err
	}
	p.SVG, err = drawn(f, "lives", p.Title)
	return p, err
}

func nameOf(a *model.Agreement) string {
	if a.ShortName != "" {
		return a.ShortName
	}
	return a.Name
}

// drawn writes a figure as an element of a page that defines the colours.
func drawn(f *figure.Figure, id, title string) (template.HTML, error) {
	faces, err := faces()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	err = figure.WriteSVG(&b, f, figure.SVGOptions{Theme: figure.ThemePage, ID: id, Title: title, Faces: faces})
	return template.HTML(b.String()), err
}
