package scene_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"chancery/app/scene"
	"chancery/model"
	"chancery/model/edtf"
)

// golden compares a text with testdata/name.golden, which GOLDEN=update writes.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", strings.ReplaceAll(name, " ", "-")+".golden")
	if os.Getenv("GOLDEN") == "update" {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; GOLDEN=update writes it", err)
	}
	if got != string(want) {
		t.Errorf("%s differs from what was drawn before; GOLDEN=update takes the new one over\n got:\n%s\nwant:\n%s", path, got, want)
	}
}

// drawing is a small scene: the second half of 2019 on 600 dp.
func drawing(facts ...fact) scene.Input {
	b := newArchiveBuilder()
	for i, f := range facts {
		f.id = model.EventID(i + 1)
		if f.category == "" {
			f.category = "meeting"
		}
		if f.title == "" {
			f.title = "Title " + string(rune('A'+i))
		}
		b.add(f)
	}
	a := b.done()
	return scene.Input{
		Columns: a.columns, Lanes: a.columns.Lanes(model.ByNone, nil, false), Labels: a.label, Faces: plain{},
		View: scene.Fit(edtf.At(2019, 7, 1), edtf.At(2020, 1, 1), 600, 0), Height: 120, HeaderWidth: 100, OverviewHeight: 76,
		AsOf: edtf.Future, Today: edtf.At(2026, 1, 1),
	}
}

func TestPlots(t *testing.T) {
	day := func(title string) fact { return fact{title: title, start: "2019-09-17"} }
	asOf := drawing(fact{start: "2019-10-20", title: "A long title after it"}, fact{start: "2019-08-20", title: "A title that would cross the line"})
	asOf.AsOf = edtf.At(2019, 10, 10)
	ghosts := asOf
	ghosts.Ghosts = true
	selected := drawing(fact{start: "2019-08-20", title: "Cause"}, fact{start: "2019-10-20", title: "Response", category: "protest"})
	selected.Selected, selected.Links = []model.EventID{1}, []scene.Link{{Cause: 1, Response: 2, Kind: model.ResponseTo}}
	selected.Focus, selected.Hover = 1, 2
	search := drawing(day("Treaty signed, treaty kept"))
	search.Matches, search.Query, search.Current = model.NewBitmap(1), "TREATY", 1
	search.Matches.Set(0)
	late := drawing(day("Not here yet"))
	late.Labels = func(model.EventID) (model.Label, bool) { return model.Label{}, false }
	away := drawing(fact{start: "2019-03-01"}, fact{start: "2019-04-01"}, fact{start: "2020-03-01"})
	named := drawing(day("Named"))
	named.Named = true
	tests := []struct {
		name string
		in   scene.Input
	}{
		{"exact day", drawing(day("Exact"))},
		{"month", drawing(fact{start: "2019-09"})},
		{"season holds its label", drawing(fact{start: "2019-22"})},
		{"approximate", drawing(fact{start: "2019-09~"})},
		{"uncertain", drawing(fact{start: "2019-09?"})},
		{"uncertain and approximate", drawing(fact{start: "2019-09%"})},
		{"digits not given", drawing(fact{start: "2019-XX-XX"})},
		{"one of a set", drawing(fact{start: "[2019-09-03..2019-09-20]"})},
		{"on or before", drawing(fact{start: "[..2019-09-11]"})},
		{"all of a set", drawing(fact{start: "{2019-08-01,2019-11-01}"})},
		{"deadline", drawing(fact{start: "2019-09-17", kind: model.Deadline})},
		{"known span", drawing(fact{start: "2019-08-01", end: "2019-11-05", kind: model.Span, category: "sanction"})},
		{"open span", drawing(fact{start: "2019-08-01", end: "..", kind: model.Span, category: "sanction"})},
		{"span of unknown end", drawing(fact{start: "2019-08-01/", kind: model.Span, category: "sanction"})},
		{"doubtful span", drawing(fact{start: "2019-08~", end: "2019-11-05?", kind: model.Span})},
		{"span through the view", drawing(fact{start: "2018-08-01", end: "2021-11-05", kind: model.Span})},
		{"short span", drawing(fact{start: "2019-08-01", end: "2019-08-09", kind: model.Span})},
		{"four on one day", drawing(day("One"), day("Two"), day("Three"), day("Four"))},
		{"as-of line", asOf},
		{"ghosts", ghosts},
		{"selected and linked", selected},
		{"search", search},
		{"label not known", late},
		{"out of view", away},
		{"named", named},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var b scene.Builder
			sc := b.Build(&test.in)
			golden(t, test.name, withoutGrid(sc.Plot.String()))
			checkHits(t, sc)
			checkFinite(t, sc)
		})
	}
}

// withoutGrid leaves out the lines that every plot has, so that goldens show
// what differs.
func withoutGrid(text string) string {
	var kept []string
	for line := range strings.Lines(text) {
		if !strings.Contains(line, "fill=grid") {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "")
}

func TestAxes(t *testing.T) {
	tests := []struct {
		name     string
		from, to edtf.Instant
	}{
		{"an hour", edtf.At(2019, 11, 17) + 9*3600, edtf.At(2019, 11, 17) + 10*3600},
		{"three days", edtf.At(2019, 11, 16), edtf.At(2019, 11, 19)},
		{"a month", edtf.At(2019, 11, 1), edtf.At(2019, 12, 1)},
		{"half a year", edtf.At(2019, 5, 24), edtf.At(2019, 12, 10)},
		{"three years", edtf.At(2018, 1, 1), edtf.At(2021, 1, 1)},
		{"a century", edtf.At(1910, 1, 1), edtf.At(2010, 1, 1)},
		{"the turn of the eras", edtf.At(-49, 1, 1), edtf.At(30, 1, 1)},
		{"ten thousand years", edtf.At(-7000, 1, 1), edtf.At(3000, 1, 1)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			in := drawing(fact{start: "2019-11-17"})
			in.View = scene.Fit(test.from, test.to, 900, 0)
			in.AsOf = edtf.At(2019, 11, 17)
			var b scene.Builder
			golden(t, "axis "+test.name, onlyText(b.Build(&in).Axis.String()))
		})
	}
}

// onlyText keeps the lines of a figure that are text.
func onlyText(text string) string {
	var kept []string
	for line := range strings.Lines(text) {
		if strings.HasPrefix(strings.TrimSpace(line), "text") {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "")
}

func TestHeadersAndOverview(t *testing.T) {
	in := drawing(fact{start: "2019-09-17", category: "meeting"}, fact{start: "2019-10-17", category: "protest"}, fact{start: "2010", category: "protest"})
	in.Lanes = in.Columns.Lanes(model.ByCategory, nil, false)
	in.Arrangement = &scene.Arrangement{Pinned: map[string]bool{"protest": true}, Collapsed: map[string]bool{"meeting": true}}
	in.Kept = model.NewBitmap(3)
	in.Kept.Set(1)
	var b scene.Builder
	sc := b.Build(&in)
	golden(t, "headers", sc.Headers.String())
	golden(t, "overview", sc.Overview.String())
}

func TestEmptyScene(t *testing.T) {
	var b scene.Builder
	sc := b.Build(&scene.Input{View: scene.Fit(0, 86400, 300, 0), Height: 50, HeaderWidth: 80, Faces: plain{}})
	if len(sc.Marks) != 0 || sc.Plot.W != 300 || sc.Plot.H != 50 {
		t.Errorf("a scene without columns has %d marks and measures %v × %v", len(sc.Marks), sc.Plot.W, sc.Plot.H)
	}
	if _, ok := sc.At(10, 10); ok {
		t.Error("something is hit in an empty scene")
	}
	empty := drawing()
	if sc := b.Build(&empty); len(sc.Marks) != 0 || len(sc.Lanes) != 0 {
		t.Errorf("a chronology without events has %d marks in %d lanes", len(sc.Marks), len(sc.Lanes))
	}
}
