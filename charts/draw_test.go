package charts_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"chancery/charts"
	"chancery/charts/figure"
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

// aSpecOfEveryKind are charts of the same random events, one of each kind.
func aSpecOfEveryKind(t *testing.T) map[charts.Kind]charts.Spec {
	d := randomData(rand.New(rand.NewPCG(3, 4)), 300)
	o := charts.Options{Subject: charts.Subject{Actor: "Aldoria", With: "Bravenmark"}, RollUp: true}
	specs := map[charts.Kind]charts.Spec{charts.Timeline: charts.TimelineOf(d.Columns.Lanes(model.ByCategory, d.Keep, false))}
	for _, e := range charts.Catalogue() {
		of := o
		if e.Kind == charts.Ranking || e.Kind == charts.Heat {
			of.Subject.With = ""
		}
		if e.Kind == charts.Calendar {
			of.From, of.To = edtf.At(2017, 3, 1), edtf.At(2017, 6, 1)
		}
		s, err := charts.Build(t.Context(), e.Key, d, of)
		if err != nil {
			t.Fatal(err)
		}
		specs[e.Kind] = s
	}
	for _, k := range charts.Kinds() {
		if s := specs[k]; s.Empty() {
			t.Fatalf("there is no chart of kind %s to be drawn", k)
		}
	}
	return specs
}

// Every kind is drawn at any size, with finite measures and inside its width; and
// each datum is found where it was drawn, with words and a query.
func TestDrawEveryKind(t *testing.T) {
	faces := newFaces(t)
	for kind, s := range aSpecOfEveryKind(t) {
		for _, w := range []float32{120, 330, 716, 1400} {
			for _, scale := range []float32{1, 1.5} {
				t.Run(fmt.Sprintf("%s %v×%v", kind, w, scale), func(t *testing.T) {
					o := charts.DrawOptions{Faces: faces, Scale: scale, Notes: true, AsOf: edtf.At(2017, 5, 5)}
					h := charts.Height(&s, w, o)
					f := figure.New(w+40, h+40)
					hits := charts.Draw(&s, f, figure.R(20, 20, w, h), o)
					if w < 300 {
						return // it need only not fail
					}
					checkShapes(t, f, w)
					if len(hits.Data()) == 0 {
						t.Fatal("nothing in it can be pointed at")
					}
					checkHits(t, &s, hits)
				})
			}
		}
	}
}

func checkShapes(t *testing.T, f *figure.Figure, w float32) {
	t.Helper()
	for i := range f.Shapes {
		x := &f.Shapes[i]
		for _, v := range []float32{x.X, x.Y, x.W, x.H, x.Radius, x.Size, x.StrokeWidth} {
			if math.IsNaN(float64(v)) || math.IsInf(float64(v), 0) {
				t.Fatalf("shape %d is not finite: %+v", i, *x)
			}
		}
		if x.W < 0 && x.Kind == figure.KindRect || x.H < 0 && x.Kind == figure.KindRect {
			t.Fatalf("shape %d is inside out: %+v", i, *x)
		}
		if x.Kind == figure.KindRect && (x.X < 19 || x.X+x.W > w+21) {
			t.Errorf("shape %d lies outside: %+v", i, *x)
		}
	}
}

func checkHits(t *testing.T, s *charts.Spec, hits *charts.Hits) {
	t.Helper()
	missed := 0
	for _, datum := range hits.Data() {
		box, ok := hits.Box(datum)
		if !ok {
			t.Fatalf("%+v was drawn nowhere", datum)
		}
		if got, ok := hits.At(box.Centre()); !ok {
			t.Errorf("nothing lies where %+v was drawn", datum)
		} else if got != datum {
			missed++ // something else lies over it
		}
		if datum.Part == charts.MorePart || s.Kind == charts.Timeline {
			continue
		}
		if _, ok := s.QueryOf(datum); !ok {
			t.Errorf("%+v asks for nothing", datum)
		}
		if s.Words(datum).Head == "" {
			t.Errorf("%+v has no words", datum)
		}
	}
	if missed > len(hits.Data())*3/4 {
		t.Errorf("%d of %d data lie under others", missed, len(hits.Data()))
	}
}

// An arrow key leads from the first bin to the next, and on to the last.
func TestKeysGoOverBins(t *testing.T) {
	s := aSpecOfEveryKind(t)[charts.Stacked]
	f := figure.New(700, 300)
	hits := charts.Draw(&s, f, f.Bounds(), charts.DrawOptions{Faces: newFaces(t)})
	at, ok := hits.Next(charts.Datum{}, 1, 0)
	if !ok || at != (charts.Datum{Part: charts.BinPart}) {
		t.Fatalf("the first datum is %+v", at)
	}
	for b := 1; b < len(s.Bins); b++ {
		if at, ok = hits.Next(at, 1, 0); !ok || at != (charts.Datum{Part: charts.BinPart, I: b}) {
			t.Fatalf("bin %d is followed by %+v", b-1, at)
		}
	}
	if at, ok = hits.Next(at, 1, 0); ok {
		t.Errorf("the last bin is followed by %+v", at)
	}
}

func TestDrawNothing(t *testing.T) {
	for _, note := range []string{"", "No event here has a conflict–cooperation score. Scores come from CAMEO codes or by hand."} {
		s := charts.Spec{Kind: charts.Scores, Title: "Conflict and cooperation", Note: note}
		f := figure.New(400, 120)
		if hits := charts.Draw(&s, f, f.Bounds(), charts.DrawOptions{Faces: newFaces(t)}); len(hits.Data()) > 0 {
			t.Error("there is something to point at in a chart of nothing")
		}
		want := note
		if note == "" {
			want = "Nothing to draw here."
		}
		text := ""
		for i := range f.Shapes[1:] {
			text += f.Shapes[i+1].Text + " "
		}
		if strings.TrimSpace(text) != want {
			t.Errorf("it says %q, want %q", text, want)
		}
	}
}

// Charts of few invented events, as they are drawn.
func TestDrawings(t *testing.T) {
	faces := newFaces(t)
	for kind, s := range aSpecOfEveryKind(t) {
		o := charts.DrawOptions{Faces: faces, Lit: &charts.Query{From: edtf.At(2017, 2, 1), To: edtf.At(2017, 3, 1), Actor: "Aldoria", With: "Bravenmark"}}
		h := charts.Height(&s, 480, o)
		f := figure.New(480, h)
		charts.Draw(&s, f, f.Bounds(), o)
		golden(t, kind.String(), f.String())
	}
}

// With names, every datum that is drawn says in SVG what its tooltip does.
func TestNamedDrawings(t *testing.T) {
	faces := newFaces(t)
	for kind, s := range aSpecOfEveryKind(t) {
		f := figure.New(700, 500)
		o := charts.DrawOptions{Faces: faces, Named: true, EventTitle: func(id model.EventID) string { return fmt.Sprintf("Event %d", id) }}
		hits := charts.Draw(&s, f, f.Bounds(), o)
		text := f.String()
		for _, datum := range hits.Data() {
			if datum.Part == charts.BinPart && kind != charts.Calendar || datum.Part == charts.MorePart {
				continue // drawn by its parts, or a link
			}
			if kind == charts.Heat && s.CountOf(datum) == 0 {
				continue
			}
			w := s.Words(datum)
			// A figure's text writes no-break spaces as escapes.
			if want := strings.ReplaceAll(w.Head+", "+w.Count, "\u00a0", `\u00a0`); w.Count != "" && !strings.Contains(text, want) {
				t.Errorf("%s: nothing is named %q", kind, want)
			}
			for _, id := range w.Events {
				if want := fmt.Sprintf("Event %d", id); !strings.Contains(text, want) {
					t.Errorf("%s: nothing is named %q", kind, want)
				}
			}
		}
	}
}
