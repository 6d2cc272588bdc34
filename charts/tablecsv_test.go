package charts_test

import (
	"strings"
	"testing"

	"chancery/charts"
)

// Numbers are plain, shares fractions, and no text is a formula.
func TestTableAsCSV(t *testing.T) {
	s := charts.Spec{Panels: []charts.Spec{
		{Title: "=Japan", Table: charts.Table{
			Head: []string{"Actor", "Events", "Mean score", "Share"}, Numeric: []bool{false, true, true, true},
			Rows: [][]string{{"=HYPERLINK(\"x\")", "1\u00a0234", "–2.1", "14\u00a0%"}, {"Côte d’Ivoire – Mali", "3", "none", "0.6\u00a0%"}},
		}},
		{Title: "Korea", Table: charts.Table{Head: []string{"Actor", "Events", "New"}, Numeric: []bool{false, true, true}, Rows: [][]string{{"-x", "+3.4", "–"}}}},
	}}
	var b strings.Builder
	if err := s.WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	want := `Panel,Actor,Events,Mean score,Share,New
'=Japan,"'=HYPERLINK(""x"")",1234,-2.1,0.14,
'=Japan,Côte d’Ivoire – Mali,3,,0.006,
Korea,'-x,3.4,,,
`
	if b.String() != want {
		t.Errorf("the table is\n%s\nwant\n%s", b.String(), want)
	}
}
