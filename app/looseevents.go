package app

import (
	"chancery/app/scene"
	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// oneLane makes columns of events that are in no archive, and one lane of them
// all. An event's ID is its place, from 1.
func oneLane(events []model.Event) *model.Lanes {
	names := &model.Columns{Collections: []model.Collection{{}}, Places: []string{""}, Confidences: []string{""}}
	at := map[string]uint8{}
	entries := make([]model.Entry, 0, len(events))
	for i := range events {
		e := &events[i]
		category, known := at[e.Category]
		if !known {
			if len(names.Categories) == 255 {
				continue // as many as fit
			}
			category = uint8(len(names.Categories))
			at[e.Category] = category
			names.Categories = append(names.Categories, model.CategoryNamed(e.Category))
		}
		b := e.Bounds()
		entries = append(entries, model.Entry{
			ID: model.EventID(i + 1), Start: b.EarliestStart, End: b.LatestEnd, Category: category,
			Form: model.FormOf(e.Kind, e.Start, e.End), Score: model.NoScore,
		})
	}
	if len(names.Categories) == 0 {
		names.Categories = []model.Category{model.CategoryNamed("")}
	}
	return model.Build(names, entries).Lanes(model.ByNone, nil, false)
}

// looseScene is what a scene of such events is built from, height dp high. It
// knows no as-of date.
func looseScene(events []model.Event, lanes *model.Lanes, view scene.Viewport, height float32, faces *figure.Faces) *scene.Input {
	return &scene.Input{
		Columns: lanes.Columns, Lanes: lanes, View: view, Height: height, AsOf: edtf.Past, Today: edtf.Past,
		Labels: func(id model.EventID) (model.Label, bool) {
			e := &events[id-1]
			return model.Label{Title: e.Title, Start: e.Start, End: e.End}, true
		},
		Faces: faces, TextScale: textScale(), Compact: true,
	}
}
