package tabular

import (
	"io"
	"slices"
	"strings"
	"testing"
)

// A column is part of titles however a template names it, and a word is asked about
// as it stands in the file, whatever it is replaced by.
func TestColumnViews(t *testing.T) {
	const text = "when,what,type\n2019-01-01,Talks,1\n2019-01-02,Talks,meeting\n2019-01-03,Talks,2\n"
	file := File{Name: "talks.csv", Open: func() (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader(text)), nil
	}}
	u, err := Sniff(t.Context(), file, Hints{Mapping: &Mapping{
		Columns: []Field{
			{Column: "when", Means: MeansStart},
			{Column: "type", Means: MeansCategory, Values: map[string]string{"1": "court", "2": "state-based conflict"}},
		},
		Events: []Template{{Title: "{#2}"}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	if !u.Columns[1].InTitle || u.Columns[0].InTitle {
		t.Errorf("of %+v the second is in the title", u.Columns)
	}
	if c := u.Columns[2]; c.Categories != 3 || !slices.Equal(c.OwnCategories, []string{"2"}) {
		t.Errorf("%d words, of which %q are none of ours; want 3 and 2", c.Categories, c.OwnCategories)
	}
}
