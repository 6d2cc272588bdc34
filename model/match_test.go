package model_test

import (
	"slices"
	"testing"

	"chancery/model"
	"chancery/model/edtf"
)

func TestMatchKeepsWhatTheFilterSays(t *testing.T) {
	c := chronology(1500)
	year := model.Period{From: edtf.At(1950, 1, 1), To: edtf.At(1960, 1, 1)}
	named := func(row int, names ...string) bool {
		actors, _ := c.ActorsOf(row)
		return slices.ContainsFunc(actors, func(a uint32) bool { return slices.Contains(names, c.Actors[a].Name) })
	}
	under := []string{"Japan", "Foreign Ministry", "Kono"}
	tests := []struct {
		name   string
		filter model.Filter
		keeps  func(row int) bool
	}{
		{"collection", model.Filter{Collections: []string{"a"}}, func(row int) bool { return c.Collections[c.Collection[row]].Key == "a" }},
		{"two categories", model.Filter{Categories: []string{"meeting", "court"}}, func(row int) bool {
			return slices.Contains([]string{"meeting", "court"}, c.Categories[c.Category[row]].Key)
		}},
		{"place", model.Filter{Places: []string{"Seoul"}}, func(row int) bool { return c.Place[row] == 1 }},
		{"confidence", model.Filter{Confidence: []string{"high"}}, func(row int) bool { return c.Confidence[row] == 1 }},
		{"actor and those under it", model.Filter{Actors: []string{"Japan"}}, func(row int) bool { return named(row, under...) }},
		{"any of two actors", model.Filter{Actors: []string{"Japan", "South Korea"}}, func(row int) bool {
			return named(row, append(under, "South Korea")...)
		}},
		{"both of two actors", model.Filter{Actors: []string{"Japan", "South Korea"}, AllActors: true}, func(row int) bool {
			return named(row, under...) && named(row, "South Korea")
		}},
		{"nobody", model.Filter{Actors: []string{"Atlantis"}}, func(int) bool { return false }},
		{"overlaps", model.Filter{Period: year}, func(row int) bool { return c.Start[row] < year.To && c.End[row] > year.From }},
		{"collection and place", model.Filter{Collections: []string{"b"}, Places: []string{"Tokyo"}}, func(row int) bool {
			return c.Collections[c.Collection[row]].Key == "b" && c.Place[row] == 2
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			keep := c.Match(&test.filter, nil)
			for row := range c.ID {
				if keep.Has(row) != test.keeps(row) {
					t.Fatalf("row %d is kept: %v", row, keep.Has(row))
				}
			}
		})
	}
}

func TestMatchOfNothingKeepsEverything(t *testing.T) {
	c := chronology(100)
	if keep := c.Match(&model.Filter{}, nil); keep != nil {
		t.Errorf("an empty filter keeps %d rows", keep.Count())
	}
	found := model.NewBitmap(100)
	found.Set(42)
	if keep := c.Match(&model.Filter{}, found); keep.Count() != 1 || !keep.Has(42) {
		t.Errorf("what was found is %d rows", keep.Count())
	}
}

func TestUnderSurvivesCycles(t *testing.T) {
	c := &model.Columns{Actors: []model.Actor{
		{Key: "a", Name: "A", Parent: "b"}, {Key: "b", Name: "B", Parent: "a"}, {Key: "c", Name: "C", Parent: "b"},
	}}
	if got := c.Under("A"); !slices.Equal(got, []bool{true, true, true}) {
		t.Errorf("under A: %v", got)
	}
	if got := c.Under("C"); !slices.Equal(got, []bool{false, false, true}) {
		t.Errorf("under C: %v", got)
	}
}
