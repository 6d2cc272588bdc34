package charts_test

import (
	"image"
	"image/png"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"chancery/assets"
	"chancery/charts"
	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

func newFaces(t testing.TB) *figure.Faces {
	t.Helper()
	faces, err := figure.NewFaces(figure.Fonts{
		Regular: assets.Regular, Bold: assets.Bold, Italic: assets.Italic, Mono: assets.Mono, BundledOnly: true,
	})
	if err != nil {
		t.Fatal(err)
	}
	return faces
}

// aldoria is an invented state with seven others around it, over four years: a
// calm in the spring of 2017 and a crisis that peaks at the turn of 2018.
func aldoria() charts.Data {
	r := rand.New(rand.NewPCG(42, 42))
	names := &model.Columns{
		Categories: model.Categories(), Collections: []model.Collection{{}}, Places: []string{""}, Confidences: []string{""},
		Actors: []model.Actor{
			{Key: "a", Name: "Aldoria"}, {Key: "b", Name: "Bravenmark"}, {Key: "c", Name: "Cestria"}, {Key: "d", Name: "Dunholm Union"},
			{Key: "e", Name: "Eastmere"}, {Key: "f", Name: "Farrowland"}, {Key: "g", Name: "Gallen Isles"}, {Key: "h", Name: "Harrow Republic"},
			{Key: "ad", Name: "Ministry of Defence", Parent: "a"},
		},
	}
	weight := []float64{5, 2, 9, 11, 2, 7, 16, 2, 3, 4, 6, 5, 2} // of the categories
	share := []float64{0, 1312, 806, 571, 402, 333, 204, 131}    // of the counterparts
	bias := []float64{0, -21, 34, 22, -48, 6, 51, -4}            // of scores with them, in tenths
	var entries []model.Entry
	for month := range 48 {
		m := float64(month)
		crisis, calm := math.Exp(-math.Pow((m-36)/5, 2)), math.Exp(-math.Pow((m-14)/6, 2))
		for k := range 13 {
			hostile := k >= 7
			factor := (1 + 0.5*crisis) * (1 + 0.7*calm)
			if hostile {
				factor = (1 + 2.6*crisis) * (1 - 0.3*calm)
			}
			for range int(math.Round(weight[k] * (0.8 + 0.5*r.Float64()) * factor)) {
				other := pick(r, share)
				day := edtf.At(2016, 1, 1+int(m*30.43)+r.IntN(30))
				score := bias[other]*0.6 + 36*calm - 64*crisis + 14 + r.NormFloat64()*20
				e := model.Entry{
					ID: model.EventID(len(entries) + 1), Start: day, End: day + 86_400, Form: model.Form(edtf.Day), Category: uint8(k),
					Score: int8(max(min(score, 90), -90)), Actors: []uint32{0, uint32(other)}, Roles: []model.Role{model.Initiator, model.Target},
				}
				switch r.IntN(5) {
				case 0, 1:
					e.Actors[0], e.Actors[1] = e.Actors[1], e.Actors[0]
				case 2:
					e.Actors[0] = 8
				case 3:
					if third := pick(r, share); third != other {
						e.Actors = append(e.Actors, uint32(third))
						e.Roles = []model.Role{model.Participant, model.Participant, model.Participant}
					}
				}
				entries = append(entries, e)
			}
		}
	}
	d := charts.Data{Columns: model.Build(names, entries)}
	for i := 40; i < len(entries); i += 3 {
		d.Links = append(d.Links, model.Tie{Cause: model.EventID(i - r.IntN(40)), Response: model.EventID(i + 1)})
	}
	return d
}

func pick(r *rand.Rand, weights []float64) int {
	total := 0.0
	for _, w := range weights {
		total += w
	}
	at := r.Float64() * total
	for i, w := range weights {
		if at -= w; at < 0 {
			return i
		}
	}
	return len(weights) - 1
}

// TestSheet paints charts for people to look at. CHARTS_SHEET names the folder
// that they are written to; without it nothing is painted. CHARTS_ONLY names the
// sheets to paint, where not all are wanted.
func TestSheet(t *testing.T) {
	folder := os.Getenv("CHARTS_SHEET")
	if folder == "" {
		t.Skip("CHARTS_SHEET names no folder to paint charts into")
	}
	faces := newFaces(t)
	for name, draw := range sheets(t, faces) {
		if only := os.Getenv("CHARTS_ONLY"); only != "" && !strings.Contains(name, only) {
			continue
		}
		f := draw()
		for theme, palette := range map[string]*figure.Palette{"light": figure.Light(), "dark": figure.Dark()} {
			dst := image.NewRGBA(image.Rect(0, 0, int(f.W), int(f.H)))
			figure.NewPainter(faces).Paint(dst, f, palette, 1)
			file, err := os.Create(filepath.Join(folder, name+"-"+theme+".png"))
			if err != nil {
				t.Fatal(err)
			}
			if err := png.Encode(file, dst); err != nil {
				t.Fatal(err)
			}
			file.Close()
		}
	}
}

// sheets are pages worth looking at.
func sheets(t *testing.T, faces *figure.Faces) map[string]func() *figure.Figure {
	build := func(key string, d charts.Data, o charts.Options) charts.Spec {
		s, err := charts.Build(t.Context(), key, d, o)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	invented := aldoria()
	real, _ := curated(t)
	focus := charts.Options{Subject: charts.Subject{Actor: "Aldoria"}, RollUp: true}
	pair := charts.Options{Subject: charts.Subject{Actor: "Japan", With: "South Korea"}, RollUp: true, From: edtf.At(2018, 7, 1), To: edtf.At(2020, 1, 1)}
	all := map[string]func() *figure.Figure{
		"page": func() *figure.Figure { return actorPage(t, faces, invented, focus) },
	}
	all["gsomia"] = func() *figure.Figure {
		o := pair
		o.From, o.To, o.Unit = edtf.At(2018, 1, 1), edtf.At(2024, 1, 1), charts.Month
		f, y := figure.New(776, 0), float32(16)
		for _, key := range []string{"activity", "conflict", "contacts", "reciprocity", "ladder"} {
			s := build(key, real, o)
			y += card(f, faces, &s, figure.R(16, y, 744, 0), charts.DrawOptions{Faces: faces, AsOf: edtf.At(2022, 6, 1)}) + 10
		}
		f.H = y
		return f
	}
	all["large text"] = func() *figure.Figure { return largeText(t, faces, invented, focus) }
	all["busy"] = func() *figure.Figure {
		o := charts.Options{Subject: charts.Subject{Actor: "Actor 0"}}
		f, y := figure.New(776, 0), float32(16)
		for _, key := range []string{"activity", "network", "calendar", "contacts"} {
			s := build(key, manyEvents(40_000, 500), o)
			y += card(f, faces, &s, figure.R(16, y, 744, 0), charts.DrawOptions{Faces: faces}) + 10
		}
		f.H = y
		return f
	}
	for _, e := range charts.Catalogue() {
		all[e.Key] = func() *figure.Figure {
			f := figure.New(776, 0)
			f.Shapes = f.Shapes[:0]
			y := float32(16)
			o := focus
			o.Subject.With = ""
			if e.Needs&charts.NeedsPair != 0 {
				o.Subject.With = "Bravenmark"
			}
			specs := []charts.Spec{build(e.Key, invented, o), build(e.Key, real, pair)}
			o.ByRole = true
			specs = append(specs, build(e.Key, invented, o))
			o.ByRole, o.Normalised, o.Separate, o.Shade = false, true, true, charts.ByScore
			o.Compare = []charts.Subject{{Actor: "Bravenmark", With: o.Subject.With}}
			if o.Subject.With != "" {
				o.Compare[0].With = "Cestria"
			}
			specs = append(specs, build(e.Key, invented, o))
			for i := range specs {
				y += card(f, faces, &specs[i], figure.R(16, y, 744, 0), charts.DrawOptions{Faces: faces, Notes: true}) + 10
			}
			f.H = y + 6
			return f
		}
	}
	return all
}

// card draws a chart on a card of the window and returns how high that is.
func card(f *figure.Figure, faces *figure.Faces, s *charts.Spec, at figure.Rect, o charts.DrawOptions) float32 {
	w := at.W - 28
	if at.H == 0 {
		at.H = charts.Height(s, w, o) + 18
	}
	if len(f.Shapes) == 0 {
		f.Fill(figure.R(0, 0, f.W, 4000), figure.Bg.Ink())
	}
	f.Rect(at, figure.Box{Fill: figure.Surface.Ink(), Stroke: figure.Line.Ink(), Radius: 8})
	charts.Draw(s, f, figure.R(at.X+14, at.Y+10, w, at.H-18), o)
	return at.H
}

// actorPage lays out charts as the view of an actor does.
func actorPage(t *testing.T, faces *figure.Faces, d charts.Data, o charts.Options) *figure.Figure {
	specs, err := charts.BuildAll(t.Context(), []string{"activity", "conflict", "contacts", "counterparts", "network"}, d, o)
	if err != nil {
		t.Fatal(err)
	}
	lit := charts.Query{From: edtf.At(2019, 2, 1), To: edtf.At(2019, 3, 1)}
	draw := charts.DrawOptions{Faces: faces, Menu: 24, Lit: &lit}
	f := figure.New(1144, 800)
	y := float32(14)
	for i := range 3 {
		y += card(f, faces, &specs[i], figure.R(16, y, 744, 0), draw) + 10
	}
	y = 14
	for i := 3; i < 5; i++ {
		y += card(f, faces, &specs[i], figure.R(772, y, 356, 0), draw) + 10
	}
	return f
}

// largeText draws charts narrow and large.
func largeText(t *testing.T, faces *figure.Faces, d charts.Data, o charts.Options) *figure.Figure {
	f, y := figure.New(520, 0), float32(16)
	for _, e := range charts.Catalogue() {
		of := o
		if e.Needs&charts.NeedsPair != 0 {
			of.Subject.With = "Bravenmark"
		}
		s, err := charts.Build(t.Context(), e.Key, d, of)
		if err != nil {
			t.Fatal(err)
		}
		y += card(f, faces, &s, figure.R(16, y, 488, 0), charts.DrawOptions{Faces: faces, Scale: 1.5, Notes: true}) + 10
	}
	f.H = y
	return f
}
