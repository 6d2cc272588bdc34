package scene_test

import (
	"io"
	"slices"
	"testing"

	"chancery/app/scene"
	"chancery/assets"
	"chancery/charts/figure"
	"chancery/data/tabular"
	"chancery/model"
	"chancery/model/edtf"
)

// curatedAgreements reads the agreements that Chancery comes with.
func curatedAgreements(t testing.TB) []model.Agreement {
	t.Helper()
	f, err := assets.Curated.Open("instruments.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := tabular.NewReader("instruments.csv", f)
	if err != nil {
		t.Fatal(err)
	}
	var agreements []model.Agreement
	for {
		record, err := r.Read()
		if err == io.EOF {
			return agreements
		}
		if err != nil {
			t.Fatal(err)
		}
		a, err := tabular.ParseAgreement(&record)
		if err != nil {
			t.Fatal(err)
		}
		agreements = append(agreements, a)
	}
}

// withLives gives an input the lives of agreements as they stood on its as-of
// date.
func withLives(in scene.Input, a *archive, agreements []model.Agreement) scene.Input {
	in.Lifecycles = nil
	for i, home := range in.Lanes.Homes(agreements, a.keys) {
		if home.Kept {
			in.Lifecycles = append(in.Lifecycles, scene.Life{Lifecycle: agreements[i].LifecycleOn(in.AsOf), Lane: home.Lane})
		}
	}
	return in
}

// pact is the agreement whose notice ran in the autumn of 2019.
func pact() model.Agreement {
	date := edtf.MustParse
	return model.Agreement{
		Name: "Pact on secrets", ShortName: "Pact", Parties: []string{"Japan", "South Korea"},
		Signed: date("2016-11-23"), InForce: date("2016-11-23"), InitialTerm: "P1Y",
		RenewalRule: "renews each year by itself", NoticePeriod: "P90D", End: edtf.Open,
		Notices: []model.AgreementStep{
			{When: date("2019-08-23"), By: "South Korea", Note: "termination"},
			{When: date("2019-11-22"), By: "South Korea", Note: "effect of the notice suspended"},
		},
		Events: []string{"decision"},
	}
}

// pactDrawing is a small scene of the pact on a day of 2019, with its decision
// on one lane.
func pactDrawing(asOf edtf.Instant) scene.Input {
	in := drawing(fact{start: "2019-08-22", key: "decision", title: "Decision", collection: "c", category: "withdrawal"})
	in.Lanes = in.Columns.Lanes(model.ByCollection, nil, false)
	in.View = scene.Fit(edtf.At(2019, 5, 1), edtf.At(2020, 1, 1), 900, 0)
	in.AsOf, in.Height = asOf, 240
	return withLives(in, &archive{keys: map[string]model.EventID{"decision": 1}}, []model.Agreement{pact()})
}

func TestLives(t *testing.T) {
	tests := []struct {
		name string
		asOf edtf.Instant
	}{
		{"in force", edtf.At(2019, 7, 1)},
		{"notice given", edtf.At(2019, 11, 17)},
		{"last day", edtf.At(2019, 11, 21)},
		{"notice taken back", edtf.At(2019, 11, 25)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			in := pactDrawing(test.asOf)
			var b scene.Builder
			sc := b.Build(&in)
			golden(t, "life "+test.name, withoutGrid(sc.Plot.String()))
			checkHits(t, sc)
			checkFinite(t, sc)
		})
	}
}

func TestExpiryCountsFromTheAsOfDate(t *testing.T) {
	a := model.Agreement{
		Name: "Lease", Parties: []string{"A", "B"}, InitialTerm: "P3Y",
		InForce: edtf.MustParse("2016-11-24"), End: edtf.MustParse("2019-11-23"),
	}
	tests := []struct {
		on   edtf.Instant
		want string
	}{
		{edtf.At(2018, 1, 1), "Expires 23 Nov 2019"},
		{edtf.At(2019, 11, 17), "Lease expires 23 Nov · 6 days left"},
		{edtf.At(2019, 11, 22) + 80_000, "Lease expires 23 Nov · 1 day left"},
		{edtf.At(2019, 11, 23) + 40_000, "Lease expires today"},
		{edtf.At(2019, 11, 26), "Lease expired 3 days ago"},
		{edtf.At(2020, 6, 1), "Ended 23 Nov 2019"},
	}
	for _, test := range tests {
		in := pactDrawing(test.on)
		in.Lifecycles = []scene.Life{{Lifecycle: a.LifecycleOn(test.on), Lane: "c"}}
		var b scene.Builder
		if got := texts(b.Build(&in)); !slices.Contains(got, test.want) {
			t.Errorf("on %v the plot says %q, want %q among it", model.DayOf(test.on), got, test.want)
		}
	}
}

// texts returns all that a plot says.
func texts(sc *scene.Scene) []string {
	var all []string
	for i := range sc.Plot.Shapes {
		if s := &sc.Plot.Shapes[i]; s.Text != "" {
			all = append(all, s.Text)
		}
	}
	return all
}

func TestLivesAreHit(t *testing.T) {
	in := pactDrawing(edtf.At(2019, 11, 17))
	var b scene.Builder
	sc := b.Build(&in)
	x := func(y int64, m, d int) float32 { return float32(in.View.X(edtf.At(y, m, d))) }
	tests := []struct {
		name string
		x, y float32
		kind scene.HitKind
		want string
	}{
		{"in force", x(2019, 6, 1), 20, scene.HitLife, "In force since 23 Nov 2016, until 23 Aug 2019"},
		{"under notice", x(2019, 10, 1), 20, scene.HitLife, "Notice given since 23 Aug 2019, until 23 Nov 2019"},
		{"notch", x(2019, 8, 23), 12, scene.HitNotice, "Notice by South Korea, 23 Aug 2019"},
		{"last day for notice", x(2019, 8, 25) + 4, 30, scene.HitNoticeBy, "Last day for notice: 24 Aug 2019"},
		{"flag", x(2019, 11, 23) - 20, 46, scene.HitExpiry, "Expires 23 Nov 2019: 6 days left as of 17 Nov 2019"},
	}
	for _, test := range tests {
		hit, ok := sc.At(test.x, test.y)
		if !ok || hit.Kind != test.kind || len(hit.Words) < 2 || hit.Words[1] != test.want {
			t.Errorf("%s: a hit of kind %d saying %q, want kind %d saying %q", test.name, hit.Kind, hit.Words, test.kind, test.want)
		}
	}
	hit, _ := sc.At(x(2019, 8, 25)+4, 30)
	if len(hit.Words) != 3 || hit.Words[2] != in.Lifecycles[0].NoticeRule {
		t.Errorf("the last day for notice says %q, without the rule", hit.Words)
	}
}

func TestWhereLivesStand(t *testing.T) {
	agreements := curatedAgreements(t)
	a := readCurated(t)
	view := scene.Fit(edtf.At(2019, 5, 24), edtf.At(2019, 12, 10), 1264, 0)
	build := func(by model.Grouping, change func(*scene.Input)) *scene.Scene {
		in := scene.Input{
			Columns: a.columns, Lanes: a.columns.Lanes(by, nil, false), Labels: a.label, Faces: plain{},
			View: view, Height: 672, HeaderWidth: 176, AsOf: edtf.At(2019, 11, 17), Today: edtf.At(2026, 11, 23),
		}
		change(&in)
		in = withLives(in, a, agreements)
		return new(scene.Builder).Build(&in)
	}
	asItComes := func(*scene.Input) {}

	if sc := build(model.ByCategory, asItComes); sc.Agreements.H != 0 {
		t.Error("lanes by category are led by agreements that were not asked for")
	}
	sc := build(model.ByCollection, asItComes)
	if box := sc.Lanes[0]; box.Key != "jk-gsomia" || box.Lead == 0 || sc.Agreements.H != 0 {
		t.Errorf("the first lane is %s led by %v dp, and the group has %v dp", box.Key, box.Lead, sc.Agreements.H)
	}
	shown := build(model.ByCategory, func(in *scene.Input) { in.ShowLifecycles = true })
	if shown.Agreements.H == 0 || shown.Lanes[0].Y != shown.Agreements.Bottom() {
		t.Errorf("the group takes %v, the first lane begins at %v", shown.Agreements, shown.Lanes[0].Y)
	}
	if !shown.AtAgreements(30, 10) || shown.AtAgreements(30, 80) {
		t.Error("the head of the group is not where it is drawn")
	}
	all := build(model.ByCategory, func(in *scene.Input) {
		in.ShowLifecycles, in.Arrangement = true, &scene.Arrangement{ShowAll: map[string]bool{scene.AgreementsKey: true}}
	})
	if all.Agreements.H <= shown.Agreements.H {
		t.Errorf("all agreements take %v dp, the first few %v", all.Agreements.H, shown.Agreements.H)
	}
	hit, _ := shown.At(40, shown.Agreements.Bottom()-12)
	if hit.Kind != scene.HitMoreLives || hit.Lane != -1 || hit.Count == 0 {
		t.Errorf("the foot of the group is a hit of %+v", hit)
	}
	folded := build(model.ByCategory, func(in *scene.Input) {
		in.ShowLifecycles, in.Arrangement = true, &scene.Arrangement{Collapsed: map[string]bool{scene.AgreementsKey: true}}
	})
	if folded.Agreements.H != 28 {
		t.Errorf("folded, the group takes %v dp", folded.Agreements.H)
	}
}

// TestSeedStory is the curated archive on 17 November 2019: six days to the
// pact's expiry, its notice running, the curbs in force.
func TestSeedStory(t *testing.T) {
	a := readCurated(t)
	in := scene.Input{
		Columns: a.columns, Lanes: a.columns.Lanes(model.ByCollection, nil, false), Labels: a.label, Faces: plain{},
		View: scene.Fit(edtf.At(2019, 5, 24), edtf.At(2019, 12, 10), 1264, 0), Height: 400, HeaderWidth: 176, OverviewHeight: 76,
		AsOf: edtf.At(2019, 11, 17), Today: edtf.At(2026, 11, 23), Ghosts: true,
		Deadlines: []edtf.Instant{edtf.At(2019, 11, 23)},
	}
	in = withLives(in, a, curatedAgreements(t))
	var b scene.Builder
	sc := b.Build(&in)
	golden(t, "seed story", withoutGrid(sc.Plot.String()))
	golden(t, "seed story headers", sc.Headers.String())
	for _, want := range []string{
		"In force since 23 Nov 2016", "Notice period · 92 days", "Written notice 23 Aug",
		"Japan–ROK GSOMIA expires 23 Nov · 6 days left", "South Korea off Japan's white list",
	} {
		if !slices.Contains(texts(sc), want) {
			t.Errorf("the plot does not say %q", want)
		}
	}
	in.View, in.Height = scene.Fit(edtf.At(2019, 11, 14), edtf.At(2019, 11, 26), 1264, 0), 900
	sc = b.Build(&in)
	for key, want := range map[string]bool{"jk-gsomia-expiry": false, "jk-gsomia-suspension": true} {
		if faint, ok := isFaint(sc, a.keys[key]); !ok || faint != want {
			t.Errorf("%s is drawn: %v, as not yet known: %v, want %v", key, ok, faint, want)
		}
	}
}

// isFaint reports whether the glyph of an event is drawn as a ghost; ok is false
// when it is not drawn.
func isFaint(sc *scene.Scene, id model.EventID) (faint, ok bool) {
	m := find(sc, id)
	if m == nil {
		return false, false
	}
	for i := range sc.Plot.Shapes {
		s := &sc.Plot.Shapes[i]
		if s.Kind == figure.KindGlyph && s.X == m.X && s.Y == m.Y {
			return s.Fill.Alpha < 128, true
		}
	}
	return false, false
}

func TestLivesStayWhileTheAsOfDateIsDragged(t *testing.T) {
	a, agreements := readCurated(t), curatedAgreements(t)
	in := scene.Input{
		Columns: a.columns, Lanes: a.columns.Lanes(model.ByCollection, nil, false), Labels: a.label, Faces: plain{},
		View: scene.Fit(edtf.At(2014, 1, 1), edtf.At(2026, 1, 1), 1264, 0), Height: 672, HeaderWidth: 176,
		AsOf: edtf.At(2024, 1, 1), Today: edtf.At(2026, 11, 23),
	}
	in = withLives(in, a, agreements)
	var b scene.Builder
	before := b.Build(&in).Lanes[0].Lead
	in.AsOf, in.Live = edtf.At(2014, 6, 1), true
	in = withLives(in, a, agreements)
	if got := b.Build(&in).Lanes[0].Lead; got < before-60 || got > before+60 {
		t.Errorf("dragging the as-of date changes the room for agreements from %v to %v dp", before, got)
	}
	in.Live = false
	sc := b.Build(&in)
	checkFinite(t, sc)
	if slices.Contains(texts(sc), "In force since 23 Nov 2016") {
		t.Error("as of 2014 an agreement of 2016 is in force")
	}
}

func TestLivesPanWithoutAllocating(t *testing.T) {
	a := readCurated(t)
	in := scene.Input{
		Columns: a.columns, Lanes: a.columns.Lanes(model.ByCollection, nil, false), Labels: a.label, Faces: plain{},
		View: scene.Fit(edtf.At(2019, 5, 24), edtf.At(2019, 12, 10), 1264, 0), Height: 672, HeaderWidth: 176, OverviewHeight: 76,
		AsOf: edtf.At(2019, 11, 17), Today: edtf.At(2026, 11, 23), AllLinks: a.allLinks(),
	}
	in = withLives(in, a, curatedAgreements(t))
	var b scene.Builder
	step := 0
	pan := func() {
		step++
		in.View = in.View.Pan(float64(4 - 8*(step/60%2)))
		b.Build(&in)
	}
	for range 240 {
		pan()
	}
	if allocs := testing.AllocsPerRun(100, pan); allocs > 100 {
		t.Errorf("%v allocations per frame", allocs)
	}
}

func TestLivesAtEveryZoom(t *testing.T) {
	a := readCurated(t)
	in := scene.Input{
		Columns: a.columns, Lanes: a.columns.Lanes(model.ByCategory, nil, false), Labels: a.label, Faces: plain{},
		View: scene.Fit(edtf.At(2019, 11, 23), edtf.At(2019, 11, 23)+1, 1264, 0), Height: 672, HeaderWidth: 176, OverviewHeight: 76,
		AsOf: edtf.At(2019, 11, 17), Today: edtf.At(2026, 11, 23), ShowLifecycles: true,
	}
	in = withLives(in, a, curatedAgreements(t))
	var b scene.Builder
	for zooming := true; zooming; {
		checkFinite(t, b.Build(&in))
		next := in.View.Zoom(1/1.7, 400)
		zooming, in.View = next != in.View, next
	}
}

func TestSignedOnlyDoesNotForetellItsEntryIntoForce(t *testing.T) {
	a := model.Agreement{Name: "Treaty", Signed: edtf.MustParse("2019-06-01"), InForce: edtf.MustParse("2019-12-01")}
	on := edtf.At(2019, 9, 1)
	in := pactDrawing(on)
	in.Lifecycles = []scene.Life{{Lifecycle: a.LifecycleOn(on), Lane: "c"}}
	var b scene.Builder
	golden(t, "life signed", withoutGrid(b.Build(&in).Plot.String()))
	if got := a.LifecycleOn(on).Stages; len(got) != 1 || got[0].To != edtf.Future {
		t.Errorf("in September the stages are %v, want the signature alone, without an end", got)
	}
}

func TestExpiryBeyondTheViewIsTold(t *testing.T) {
	in := pactDrawing(edtf.At(2019, 11, 17))
	in.View = scene.Fit(edtf.At(2019, 8, 18), edtf.At(2019, 9, 22), 900, 0)
	var b scene.Builder
	sc := b.Build(&in)
	if got := texts(sc); !slices.Contains(got, "Pact expires 23 Nov · 6 days left") {
		t.Errorf("the plot says %q", got)
	}
	if hit, _ := sc.At(860, 46); hit.Kind != scene.HitExpiry {
		t.Errorf("at the right border is a hit of kind %d", hit.Kind)
	}
}

func TestLivesWithoutHeadsAreNamed(t *testing.T) {
	in := pactDrawing(edtf.At(2019, 11, 17))
	in.HeaderWidth, in.Named = 0, true
	var b scene.Builder
	sc := b.Build(&in)
	for _, want := range []string{"Pact · in force since 23 Nov 2016", "Pact on secrets: notice given"} {
		if got := texts(sc); !slices.Contains(got, want) {
			t.Errorf("the plot says %q, want %q among it", got, want)
		}
	}
}
