package model_test

import (
	"testing"

	"chancery/model"
	"chancery/model/edtf"
)

func TestHomes(t *testing.T) {
	names := &model.Columns{
		Categories: model.Categories(), Places: []string{""}, Confidences: []string{""},
		Collections: []model.Collection{{Key: "pact"}, {Key: "trade"}},
		Actors:      []model.Actor{{Name: "Japan"}, {Name: "South Korea"}, {Name: "China"}},
	}
	both := []model.Role{model.Participant, model.Participant}
	entry := func(id model.EventID, collection uint16, actors ...uint32) model.Entry {
		return model.Entry{
			ID: id, Start: edtf.At(2019, 1, int(id)), End: edtf.At(2019, 1, int(id)+1),
			Collection: collection, Actors: actors, Roles: both,
		}
	}
	c := model.Build(names, []model.Entry{entry(1, 1, 0, 1), entry(2, 0, 0, 1), entry(3, 0, 0, 2), entry(4, 1, 0, 2)})
	ids := map[string]model.EventID{"one": 1, "two": 2, "three": 3, "four": 4}
	agreements := []model.Agreement{
		{Events: []string{"one", "two", "three"}, Parties: []string{"South Korea", "Japan"}},
		{Events: []string{"four"}, Parties: []string{"Japan", "China", "South Korea"}},
		{Events: []string{"elsewhere"}},
	}
	without4 := model.NewBitmap(4)
	for row, id := range c.ID {
		if id != 4 {
			without4.Set(row)
		}
	}
	tests := []struct {
		by   model.Grouping
		keep model.Bitmap
		want [3]model.Home
	}{
		{model.ByCollection, nil, [3]model.Home{{"pact", true}, {"trade", true}, {"", true}}},
		{model.ByCollection, without4, [3]model.Home{{"pact", true}, {"", false}, {"", true}}},
		{model.ByPair, nil, [3]model.Home{{"Japan – South Korea", true}, {"Japan – China", true}, {"", true}}},
	}
	for _, test := range tests {
		homes := c.Lanes(test.by, test.keep, false).Homes(agreements, ids)
		for i, want := range test.want {
			if homes[i] != want {
				t.Errorf("by %v: agreement %d is at home in %+v, want %+v", test.by, i, homes[i], want)
			}
		}
	}
}
