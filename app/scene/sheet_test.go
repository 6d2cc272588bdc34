package scene_test

import (
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"chancery/app/scene"
	"chancery/assets"
	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// TestSheet paints scenes for people to look at. SCENE_SHEET names the folder
// that they are written to; without it nothing is painted. SCENE_ONLY names the
// scenes to paint, where not all are wanted.
func TestSheet(t *testing.T) {
	folder := os.Getenv("SCENE_SHEET")
	if folder == "" {
		t.Skip("SCENE_SHEET names no folder to paint scenes into")
	}
	faces, err := figure.NewFaces(figure.Fonts{Regular: assets.Regular, Bold: assets.Bold, Italic: assets.Italic, Mono: assets.Mono})
	if err != nil {
		t.Fatal(err)
	}
	only := os.Getenv("SCENE_ONLY")
	for _, s := range sheets(t, faces) {
		if only != "" && !strings.Contains(only, s.name) {
			continue
		}
		var b scene.Builder
		sc := b.Build(&s.in)
		for theme, palette := range map[string]*figure.Palette{"light": figure.Light(), "dark": figure.Dark()} {
			paintSheet(t, filepath.Join(folder, s.name+"-"+theme+".png"), faces, sc, palette)
		}
		t.Logf("%s: %d marks, %d in view, %d without label, %d wanted, %.0f dp of lanes",
			s.name, len(sc.Marks), sc.InView, sc.Unlabelled, len(sc.Wanted), sc.ContentHeight)
	}
}

type sheet struct {
	name string
	in   scene.Input
}

// sheets are the situations worth looking at.
func sheets(t *testing.T, faces scene.Measurer) []sheet {
	curated := readCurated(t)
	base := func(a *archive, by model.Grouping, from, to edtf.Instant) scene.Input {
		return scene.Input{
			Columns: a.columns, Lanes: a.columns.Lanes(by, nil, false), Labels: a.label, Faces: faces,
			View: scene.Fit(from, to, 1264, 0), Height: 672, HeaderWidth: 176, OverviewHeight: 48,
			AsOf: edtf.At(2019, 11, 17) + 43200, Today: edtf.At(2026, 11, 23),
		}
	}
	crisisFrom, crisisTo := edtf.At(2019, 5, 24), edtf.At(2019, 12, 10)
	crisis := base(curated, model.ByCategory, crisisFrom, crisisTo)
	crisis.Compact = true
	crisis.Deadlines = []edtf.Instant{edtf.At(2019, 11, 23)}

	comfortable := crisis
	comfortable.Compact = false
	comfortable.OverviewHeight, comfortable.Height = 76, 644

	agreements := curatedAgreements(t)
	seed := base(curated, model.ByCollection, crisisFrom, crisisTo)
	seed.Ghosts = true
	seed = withLives(seed, curated, agreements)
	grouped := base(curated, model.ByCategory, crisisFrom, crisisTo)
	grouped.ShowLifecycles = true
	grouped = withLives(grouped, curated, agreements)
	folded := grouped
	folded.Arrangement = &scene.Arrangement{Collapsed: map[string]bool{scene.AgreementsKey: true}}
	weeks := base(curated, model.ByCollection, edtf.At(2019, 8, 18), edtf.At(2019, 9, 22))
	weeks = withLives(weeks, curated, agreements)
	pairs := withLives(base(curated, model.ByPair, crisisFrom, crisisTo), curated, agreements)
	today := base(curated, model.ByCollection, edtf.At(2014, 1, 1), edtf.At(2028, 1, 1))
	today.AsOf = today.Today
	today = withLives(today, curated, agreements)

	selected := base(curated, model.ByCollection, crisisFrom, crisisTo)
	decision := curated.keys["jk-gsomia-decision"]
	selected.Selected = []model.EventID{decision}
	selected.Query, selected.Matches = "GSOMIA", model.NewBitmap(curated.columns.Len())
	for row, id := range curated.columns.ID {
		if l := curated.labels[id]; len(l.Title) > 6 && l.Title[len(l.Title)-6:] == "GSOMIA" {
			selected.Matches.Set(row)
		}
	}
	causes, responses, kinds := curated.linksOf(decision)
	for i := range causes {
		selected.Links = append(selected.Links, scene.Link{Cause: causes[i], Response: responses[i], Kind: kinds[i]})
	}

	seed.Selected, seed.Links = selected.Selected, selected.Links
	visible := seed
	visible.Selected, visible.Links, visible.Ghosts = nil, nil, false
	visible.AllLinks = curated.allLinks()
	visible.Lanes = curated.columns.Lanes(model.ByCategory, nil, false)
	traced := visible
	traced.AllLinks = nil
	traced.Links, traced.Traced = curated.chainOf(decision)
	traced.Selected = []model.EventID{decision}

	from, to, _ := curated.columns.Extent(nil)
	all := base(curated, model.ByCategory, from, to)
	all.View = scene.Fit(from, to, 1264, 24)
	big := all
	big.TextScale = 1.5
	actors := base(curated, model.ByActor, edtf.At(2018, 1, 1), edtf.At(2020, 1, 1))
	actors.Ghosts = true

	generated := generatedInput(generate(200_000), model.ByCategory)
	generated.Faces = faces
	far, mid, near := generated, generated, generated
	mid.View = scene.Fit(edtf.At(2006, 1, 2), edtf.At(2006, 5, 6), 1264, 0)
	near.View = scene.Fit(edtf.At(2006, 1, 2), edtf.At(2006, 2, 6), 1264, 0)

	states := precisions(t)
	states.Faces, states.Compact = faces, false

	b := newArchiveBuilder()
	for i, d := range [][3]string{
		{"Exact day", "2019-11-17", ""}, {"Month", "2019-11", ""}, {"Approximate", "2019-11~", ""}, {"Uncertain", "2019-11?", ""},
		{"Both", "2019-11%", ""}, {"Digits not given", "2019-11-XX", ""}, {"One of a set", "[2019-11-01..2019-11-30]", ""},
		{"All of a set", "{2019-11-05,2019-11-25}", ""}, {"About a day", "2019-11-17~", ""}, {"Start and end known", "2019-10-04", "2019-12-28"},
		{"No end yet", "2019-10-04", ".."}, {"End not known", "2019-10-04/", ""}, {"Start approximate", "2019-10~", "2019-12-28"},
		{"Before the view", "2017", "2019-12-28"}, {"Coarse ends", "2019-09", "2019-12"}, {"In doubt", "2019-10-04?", "2019-12-28?"},
		{"By", "[..2019-11-17]", ""}, {"From", "[2019-11-17..]", ""},
	} {
		b.add(fact{
			id: model.EventID(i + 1), key: d[0], title: d[0], start: d[1], end: d[2], place: d[0],
			category: []string{"meeting", "sanction"}[min(i/9, 1)], collection: "c",
		})
	}
	glyphs := base(b.done(), model.ByPlace, edtf.At(2019, 8, 25), edtf.At(2020, 1, 10))
	glyphs.View.Width, glyphs.Compact, glyphs.AsOf = 620, true, edtf.Future
	glyphs.View = scene.Fit(edtf.At(2019, 8, 25), edtf.At(2020, 1, 10), 620, 0)
	glyphs.Height = 560

	return []sheet{
		{"visible", visible}, {"traced", traced},
		{"seed", seed}, {"grouped", grouped}, {"folded", folded}, {"pairs", pairs}, {"weeks", weeks}, {"today", today},
		{"glyphs", glyphs},
		{"far", far}, {"mid", mid}, {"near", near}, {"states", states},
		{"crisis", crisis}, {"comfortable", comfortable}, {"selected", selected},
		{"all", all}, {"text150", big}, {"actors", actors},
	}
}

func paintSheet(t *testing.T, path string, faces *figure.Faces, sc *scene.Scene, palette *figure.Palette) {
	t.Helper()
	header, axis := int(sc.Headers.W), int(sc.Axis.H)
	width := header + int(sc.Plot.W)
	height := axis + int(sc.Plot.H) + int(sc.Overview.H)
	whole := image.NewRGBA(image.Rect(0, 0, width, height))
	painter := figure.NewPainter(faces)
	put := func(f *figure.Figure, x, y int) {
		if f.W <= 0 || f.H <= 0 {
			return
		}
		part := image.NewRGBA(image.Rect(0, 0, int(f.W), int(f.H)))
		painter.Paint(part, f, palette, 1)
		draw.Draw(whole, part.Bounds().Add(image.Pt(x, y)), part, image.Point{}, draw.Src)
	}
	corner := figure.New(sc.Headers.W, sc.Axis.H)
	corner.Fill(corner.Bounds(), figure.Surface.Ink())
	put(corner, 0, 0)
	put(&sc.Axis, header, 0)
	put(&sc.Headers, 0, axis)
	put(&sc.Plot, header, axis)
	put(&sc.Overview, 0, axis+int(sc.Plot.H))
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, whole); err != nil {
		t.Fatal(err)
	}
}
