package echarts_test

import (
	"strings"
	"testing"

	"chancery/charts"
	"chancery/charts/echarts"
	"chancery/model"
)

// Every chart of the catalogue gets onto the page: drawn by the script, as a
// picture where scripts do not run, and its numbers as a table.
func TestEveryChartIsOnThePage(t *testing.T) {
	c := columnsOf(sampleEvents())
	d := charts.Data{Columns: c, Links: []model.Tie{{Cause: 4, Response: 7}}}
	for _, e := range charts.Catalogue() {
		t.Run(e.Key, func(t *testing.T) {
			o := charts.Options{Subject: charts.Subject{Actor: "Japan"}}
			if e.Needs&charts.NeedsPair != 0 {
				o.Subject.With = "South Korea"
			}
			s, err := charts.Build(t.Context(), e.Key, d, o)
			if err != nil {
				t.Fatal(err)
			}
			if s.Empty() {
				t.Fatal("there is nothing to draw")
			}
			page := write(t, echarts.Page{Title: "Charts", Specs: []charts.Spec{s}, Events: sampleEvents()})
			if !strings.Contains(page, `id="picture-`+e.Key+`"`) {
				t.Error("there is no picture for readers without scripts")
			}
			if drawn := scriptedOf(t, page); len(drawn) != 1 || drawn[0].ID != "chart-"+e.Key {
				t.Errorf("the script draws %d charts, want it alone", len(drawn))
			}
			for _, row := range s.Table.Rows {
				if !strings.Contains(page, row[0]) {
					t.Errorf("the table lacks the row %q", row[0])
				}
			}
		})
	}
}
