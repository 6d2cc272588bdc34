package model_test

import (
	"testing"

	"chancery/model"
	"chancery/model/edtf"
)

func TestDirection(t *testing.T) {
	const japan, korea, ministry = 0, 1, 2
	names := &model.Columns{
		Categories: model.Categories(), Places: []string{""}, Confidences: []string{""},
		Collections: []model.Collection{{Key: "c"}},
		Actors:      []model.Actor{{Key: "jp", Name: "Japan"}, {Key: "kr", Name: "South Korea"}, {Key: "meti", Name: "METI", Parent: "jp"}},
	}
	const acts, bears, shares = model.Initiator, model.Target, model.Participant
	tests := []struct {
		name   string
		actors []uint32
		roles  []model.Role
		want   model.Direction
	}{
		{"Japan acts on South Korea", []uint32{japan, korea}, []model.Role{acts, bears}, model.Forward},
		{"South Korea acts on Japan", []uint32{japan, korea}, []model.Role{bears, acts}, model.Backward},
		{"both take part", []uint32{japan, korea}, []model.Role{shares, shares}, model.Undirected},
		{"a body of Japan acts", []uint32{ministry, korea}, []model.Role{acts, bears}, model.Forward},
		{"both act on both", []uint32{japan, korea, japan, korea}, []model.Role{acts, bears, bears, acts}, model.Undirected},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			c := model.Build(names, []model.Entry{{
				ID: 1, Start: edtf.At(2019, 7, 1), End: edtf.At(2019, 7, 2), Actors: test.actors, Roles: test.roles,
			}})
			lanes := c.Lanes(model.ByPair, nil, true)
			if len(lanes.Lanes) != 1 {
				t.Fatalf("%d lanes, want one", len(lanes.Lanes))
			}
			lane := &lanes.Lanes[0]
			want := test.want
			if c.Actors[lane.Actors[0]].Name != "Japan" {
				want = -want
			}
			if got := lane.Direction(c, 0, lanes.Roots()); got != want {
				t.Errorf("%s: direction %d, want %d", lane.Name, got, want)
			}
		})
	}
}
