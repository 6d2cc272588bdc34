package scene_test

import (
	"slices"
	"strings"
	"testing"

	"chancery/app/scene"
	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// A lane without an event in view says so, and for the empty lanes under it.
func TestEmptyLanes(t *testing.T) {
	in := drawing(
		fact{start: "2019-03-01", category: "meeting"}, fact{start: "2019-09-01", category: "visit"},
		fact{start: "2019-03-01", category: "protest"}, fact{start: "2020-03-01", category: "sanction"})
	in.Lanes = in.Columns.Lanes(model.ByCategory, nil, false)
	in.Height = 300
	tests := []struct {
		from, to edtf.Instant
		want     string
		times    int
	}{
		{edtf.At(2019, 7, 1), edtf.At(2020, 1, 1), "Nothing here between Jul and Dec 2019", 2},
		{edtf.At(2019, 4, 1), edtf.At(2019, 4, 21), "Nothing here between 1 and 20 Apr 2019", 1},
		{edtf.At(2019, 4, 20), edtf.At(2019, 5, 3), "Nothing here between 20 Apr and 2 May 2019", 1},
		{edtf.At(2019, 4, 20), edtf.At(2019, 4, 20) + 3600, "Nothing here on 20 Apr 2019", 1},
		{edtf.At(2018, 12, 20), edtf.At(2019, 1, 3), "Nothing here between 20 Dec 2018 and 2 Jan 2019", 1},
		{edtf.At(2018, 7, 20), edtf.At(2019, 1, 3), "Nothing here between Jul 2018 and Jan 2019", 1},
		{edtf.At(-49, 1, 1), edtf.At(1500, 1, 1), "Nothing here between 50 BCE and 1499", 1},
	}
	for _, tt := range tests {
		in.View = scene.Fit(tt.from, tt.to, 600, 0)
		s := new(scene.Builder).Build(&in)
		var said []string
		for i := range s.Plot.Shapes {
			if shape := &s.Plot.Shapes[i]; shape.Kind == figure.KindText && strings.HasPrefix(shape.Text, "Nothing here") {
				said = append(said, shape.Text)
			}
		}
		if len(said) != tt.times || !slices.Contains(said, tt.want) {
			t.Errorf("lanes say %q, want %q %d times", said, tt.want, tt.times)
		}
	}
}
