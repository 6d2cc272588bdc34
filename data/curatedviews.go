package data

import (
	"context"

	"chancery/data/store"
	"chancery/model"
	"chancery/model/edtf"
)

// curatedViews are the ways of looking at the curated events that a new archive
// of them comes with.
var curatedViews = []model.View{
	{
		Name:     "Six days before GSOMIA expires",
		Filter:   model.Filter{Collections: []string{"jk-gsomia"}},
		From:     edtf.At(2019, 5, 24),
		To:       edtf.At(2019, 12, 10),
		Grouping: model.ByCategory,
		AsOf:     edtf.At(2019, 11, 17), AsOfChosen: true,
	},
	{
		Name:     "Japan and South Korea since 1905",
		Filter:   model.Filter{Actors: []string{"Japan", "South Korea"}, AllActors: true},
		From:     edtf.At(1905, 1, 1),
		To:       edtf.At(2027, 1, 1),
		Grouping: model.ByCollection,
	},
}

func putCuratedViews(ctx context.Context, a *store.Archive) error {
	for _, v := range curatedViews {
		if err := a.PutView(ctx, v); err != nil {
			return err
		}
	}
	return nil
}
