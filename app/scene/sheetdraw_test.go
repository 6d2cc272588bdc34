package scene_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"chancery/app/scene"
	"chancery/charts/figure"
	"chancery/model"
)

// loader returns what the marks of a drawing say, and counts what is asked for.
func loader(in *scene.Input, asked map[model.EventID]int) func([]model.EventID) (map[model.EventID]model.Label, error) {
	known := in.Labels
	return func(ids []model.EventID) (map[model.EventID]model.Label, error) {
		labels := map[model.EventID]model.Label{}
		for _, id := range ids {
			asked[id]++
			labels[id], _ = known(id)
		}
		return labels, nil
	}
}

func TestSheetDraw(t *testing.T) {
	in := drawing(
		fact{start: "2019-08-20", title: "Cause", category: "sanction"}, fact{start: "2019-10", title: "Response", category: "protest"},
		fact{start: "2019-08-01", end: "..", title: "Span", kind: model.Span, category: "agreement"})
	in.Height = 0
	asked := map[model.EventID]int{}
	sheet := scene.Sheet{Title: "A title", Note: "of three events", Lanes: "Lanes by None", Whole: true, Load: loader(&in, asked)}
	f, err := sheet.Draw(in)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "sheet", withoutGrid(f.String()))
	for id, times := range asked {
		if times != 1 {
			t.Errorf("the label of %d was loaded %d times", id, times)
		}
	}
}

// A sheet of all lanes is as high as they are, and hides none.
func TestSheetIsWhole(t *testing.T) {
	var facts []fact
	for i := range 400 {
		facts = append(facts, fact{start: fmt.Sprintf("2019-%02d-%02d", 7+i%6, 1+i%28), title: fmt.Sprintf("Event %d", i), category: []string{"meeting", "visit", "protest"}[i%3]})
	}
	in := drawing(facts...)
	in.Lanes = in.Columns.Lanes(model.ByCategory, nil, false)
	in.Height = 0
	sheet := scene.Sheet{Whole: true, Load: loader(&in, map[model.EventID]int{})}
	f, err := sheet.Draw(in)
	if err != nil {
		t.Fatal(err)
	}
	var b scene.Builder
	in.Height = f.H
	if sc := b.Build(&in); sc.ContentHeight > f.H {
		t.Errorf("the lanes are %.0f dp high, the sheet %.0f", sc.ContentHeight, f.H)
	}
	for _, s := range f.Shapes {
		if s.Kind == figure.KindText && strings.Contains(s.Text, "below") {
			t.Errorf("a sheet of all lanes says %q", s.Text)
		}
	}
}

func TestSheetReportsErrors(t *testing.T) {
	in := drawing(fact{start: "2019-08-20"})
	gone := errors.New("the archive is gone")
	sheet := scene.Sheet{Load: func([]model.EventID) (map[model.EventID]model.Label, error) { return nil, gone }}
	if _, err := sheet.Draw(in); !errors.Is(err, gone) {
		t.Errorf("the error is %v", err)
	}
}
