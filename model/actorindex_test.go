package model_test

import (
	"slices"
	"testing"

	"chancery/model"
)

func TestActorIndex(t *testing.T) {
	names := &model.Columns{
		Categories: model.Categories(), Places: []string{""}, Confidences: []string{""}, Collections: []model.Collection{{}},
		Actors: []model.Actor{{Name: "a"}, {Name: "b"}, {Name: "c"}, {Name: "d"}},
	}
	c := model.Build(names, []model.Entry{
		{ID: 1, Start: 10, Actors: []uint32{0, 1}, Roles: make([]model.Role, 2)},
		{ID: 2, Start: 20},
		{ID: 3, Start: 30, Actors: []uint32{1, 1, 3}, Roles: []model.Role{model.Initiator, model.Host, model.Target}},
		{ID: 4, Start: 40, Actors: []uint32{1}, Roles: make([]model.Role, 1)},
	})
	want := [][]uint32{{0}, {0, 2, 3}, {}, {2}}
	x := c.IndexActors()
	for a := range want {
		if got := x.Rows(uint32(a)); !slices.Equal(got, want[a]) {
			t.Errorf("rows of %s: %v, want %v", c.Actors[a].Name, got, want[a])
		}
	}
}

func TestStanding(t *testing.T) {
	c := &model.Columns{Actors: []model.Actor{
		{Key: "JPN", Name: "Japan"},
		{Key: "METI", Name: "METI", Parent: "JPN"},
		{Key: "abe", Name: "Abe", Parent: "METI"},
		{Key: "x", Name: "x", Parent: "y"},
		{Key: "y", Name: "y", Parent: "x"}, // a circle, as a file may hold one
	}}
	tests := []struct {
		name   string
		rollUp bool
		given  []int
		want   []uint32
	}{
		{"each for itself", false, []int{1}, []uint32{0, 1, 2, 3, 4}},
		{"the root", true, []int{-1}, []uint32{0, 0, 0, 3, 4}},
		{"a body for those under it", true, []int{1}, []uint32{0, 1, 1, 3, 4}},
		{"of two, the nearest", true, []int{0, 2}, []uint32{0, 0, 2, 3, 4}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := c.Standing(tt.rollUp, tt.given...); !slices.Equal(got, tt.want) {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}
