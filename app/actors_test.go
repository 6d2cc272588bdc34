package app

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"chancery/app/scene"
	"chancery/charts"
	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/cameo"
	"chancery/model/edtf"
)

// openActorsOf shows the charts of an actor of the curated archive.
func openActorsOf(t *testing.T, s charts.Subject) *bench {
	t.Helper()
	b := newBench(t)
	b.showView(viewActors)
	b.settle()
	b.actors.Choose(s)
	b.settle()
	return b
}

// card returns the card of a chart, laid out and drawn.
func (b *bench) card(key string) *chartCard {
	b.t.Helper()
	c := b.actors.Board.cards[key]
	if !c.Visible() {
		b.t.Fatalf("no chart %s is shown", key)
	}
	c.draw(fyne.NewSize(740, c.HeightFor(740)))
	return c
}

// datum returns the first drawn datum of a part for which ok holds.
func (b *bench) datum(c *chartCard, ok func(charts.Datum) bool) charts.Datum {
	b.t.Helper()
	i := slices.IndexFunc(c.hits.Data(), ok)
	if i < 0 {
		b.t.Fatalf("chart %s has no such datum", c.spec.Key)
	}
	return c.hits.Data()[i]
}

func TestActorsAreListedAndCharted(t *testing.T) {
	b := newBench(t)
	b.showView(viewActors)
	b.settle()
	v := b.actors
	if len(v.List.lines) < 10 || v.subject.Actor == "" || v.subject.Actor != v.List.chosen {
		t.Fatalf("%d actors listed, %q chosen, charts of %q", len(v.List.lines), v.List.chosen, v.subject.Actor)
	}
	if got := v.List.Busiest(); got != v.subject.Actor {
		t.Errorf("charts of %s, want those of the busiest, %s", v.subject.Actor, got)
	}
	for _, key := range []string{"activity", "conflict", "contacts", "counterparts", "network", "ladder", "matrix"} {
		if c := b.card(key); c.spec.Empty() || len(c.hits.Data()) == 0 {
			t.Errorf("chart %s has nothing to point at", key)
		}
	}
	if b.actors.Board.cards["reciprocity"].Visible() {
		t.Error("a chart of pairs is shown of one actor")
	}
}

// Charts take what the timeline shows, follow it when it was moved, and take all
// time for an actor of whom nothing lies there.
func TestChartsAreOfWhatTheTimelineShows(t *testing.T) {
	b := newBench(t)
	b.showView(viewActors)
	b.settle()
	v, view := b.actors, b.timeline.view
	v.Choose(charts.Subject{Actor: "Japan"})
	b.settle()
	if v.from < view.From() || v.to > view.To() || v.counts == 0 {
		t.Errorf("%d events from %s to %s, the timeline shows %s to %s", v.counts, v.from, v.to, view.From(), view.To())
	}
	some := v.counts
	b.showView(viewTimeline)
	b.timeline.fit()
	b.settle()
	b.showView(viewActors)
	b.settle()
	if v.counts <= some {
		t.Errorf("%d events of all time, %d of a part of it", v.counts, some)
	}
	b.showView(viewTimeline)
	b.timeline.view = scene.Fit(edtf.At(1700, 1, 1), edtf.At(1701, 1, 1), view.Width, 0)
	b.showView(viewActors)
	b.settle()
	if v.sliced || v.counts <= some {
		t.Errorf("of a year without events: %d events, still only of that year: %t", v.counts, v.sliced)
	}
}

func TestActorsAreFoundByAnyName(t *testing.T) {
	b := openActorsOf(t, charts.Subject{Actor: "Japan"})
	for query, want := range map[string]string{"日本": "Japan", "abe shinzo": "Shinzo Abe", "대한민": "South Korea"} {
		b.actors.List.search.SetText(query)
		var names []string
		for _, line := range b.actors.List.lines {
			names = append(names, b.actors.List.columns.Actors[line.actor].Name)
		}
		if !slices.Contains(names, want) {
			t.Errorf("%q finds %v, want %s among them", query, names, want)
		}
	}
}

func TestActorsFoldAndUnfold(t *testing.T) {
	b := openActorsOf(t, charts.Subject{Actor: "Japan"})
	l := b.actors.List
	at := slices.IndexFunc(l.lines, func(x listedActor) bool { return x.fold == folded })
	if at < 0 {
		t.Fatal("nothing is folded away")
	}
	before := len(l.lines)
	l.list.at = at
	l.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	if len(l.lines) <= before || l.lines[at].fold != unfolded {
		t.Errorf("%d lines after Right, %d before", len(l.lines), before)
	}
	l.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if len(l.lines) != before {
		t.Errorf("%d lines after Left, want %d", len(l.lines), before)
	}
}

// A tap on a bar lists the very events that its tooltip counts.
func TestDatumOpensItsEvents(t *testing.T) {
	b := openActorsOf(t, charts.Subject{Actor: "Japan", With: "South Korea"})
	c := b.card("activity")
	d := b.datum(c, func(d charts.Datum) bool { return d.Part == charts.BarPart && c.spec.CountOf(d) > 1 })
	want := c.spec.CountOf(d)
	box, _ := c.hits.Box(d)
	at := box.Centre()
	if got, ok := c.hits.At(figure.Pt(at.X, at.Y)); !ok || got != d {
		t.Fatalf("at its centre lies %v, want %v", got, d)
	}
	c.Tapped(&fyne.PointEvent{Position: fyne.NewPos(at.X, at.Y)})
	b.settle()
	if b.sheet == nil {
		t.Fatal("no list of events opened")
	}
	if got := events(want); b.sheet.Subtitle != got {
		t.Errorf("the list holds %q, want %q", b.sheet.Subtitle, got)
	}
	shown := strings.Join(texts(b.sheet), "\n")
	if !strings.Contains(shown, "–") || strings.Contains(shown, "Sources: none") {
		t.Errorf("the events are listed without their sources:\n%s", shown)
	}
}

func TestChartsAreWalkedByKeys(t *testing.T) {
	b := openActorsOf(t, charts.Subject{Actor: "Japan"})
	c := b.card("counterparts")
	c.FocusGained()
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	first := c.at
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if first.Part == charts.NoPart || c.at == first {
		t.Fatalf("Down goes from %v to %v", first, c.at)
	}
	c.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	b.settle()
	if b.sheet == nil {
		t.Error("Enter opens nothing")
	}
}

// The filter of the timeline is that of the charts.
func TestChartsFollowTheFilter(t *testing.T) {
	b := openActorsOf(t, charts.Subject{Actor: "Japan"})
	all := b.actors.counts
	b.refilter(func(f *model.Filter) { f.Categories = []string{"meeting"} })
	b.settle()
	if got := b.actors.counts; got == 0 || got >= all {
		t.Errorf("charts of %d events with a filter, %d without", got, all)
	}
	b.showSubject(charts.Subject{Actor: "Japan", With: "South Korea"})
	b.settle()
	if f := b.Workspace.Filter(); b.view != viewTimeline || !f.AllActors || len(f.Actors) != 2 {
		t.Errorf("view %d with the filter %+v", b.view, f)
	}
}

// Home and End go to the ends of a row of data, Page Up and Page Down by many.
func TestChartsAreWalkedFar(t *testing.T) {
	b := openActorsOf(t, charts.Subject{Actor: "Japan"})
	c := b.card("activity")
	c.FocusGained()
	last := len(c.spec.Bins) - 1
	for _, step := range []struct {
		key  fyne.KeyName
		want int
	}{{fyne.KeyRight, 0}, {fyne.KeyEnd, last}, {fyne.KeyHome, 0}, {fyne.KeyPageDown, farStep}, {fyne.KeyPageUp, 0}, {fyne.KeyEnd, last}} {
		c.TypedKey(&fyne.KeyEvent{Name: step.key})
		if want := (charts.Datum{Part: charts.BinPart, I: step.want}); c.at != want {
			t.Fatalf("%s goes to %v, want %v", step.key, c.at, want)
		}
	}
	rows := b.card("counterparts")
	rows.FocusGained()
	rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	rows.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	if want := (charts.Datum{Part: charts.RowPart, I: len(rows.spec.Categories) - 1}); rows.at != want {
		t.Errorf("End goes to %v of the rows, want %v", rows.at, want)
	}
}

// A card that gets the keyboard comes into view.
func TestFocusedChartIsInView(t *testing.T) {
	b := openActorsOf(t, charts.Subject{Actor: "Japan"})
	board := b.actors.Board
	c := board.cards["calendar"]
	c.FocusGained()
	from, room := board.scroll.Offset.Y, board.scroll.Size().Height
	if y := c.Position().Y; y < from || y > from+room {
		t.Errorf("the card is at %v, in view are %v to %v", y, from, from+room)
	}
}

// Scores of one's own are given in the window, hold for the charts and are
// remembered.
func TestScoresAreEdited(t *testing.T) {
	b := openActorsOf(t, charts.Subject{Actor: "Japan"})
	var taken *cameo.Scale
	b.editScores(func(s *cameo.Scale) { taken = s })
	b.settle()
	sheet := b.sheet
	var score *field
	for _, o := range test.LaidOutObjects(sheet) {
		if f, ok := o.(*field); ok {
			score = f
		}
	}
	if score == nil {
		t.Fatal("there is no field for a score")
	}
	// The first code is 01, a public statement, which 010 is under.
	score.SetText("eleven")
	score.OnSubmitted(score.Text)
	if said := strings.Join(texts(sheet), "|"); !strings.Contains(said, "is no score from –10 to +10") {
		t.Errorf("a score that is none goes unsaid: %s", said)
	}
	score.SetText("–4.5")
	score.OnSubmitted(score.Text)
	sheet.Right[1].(*Button).OnTapped()
	if taken == nil || b.sheet != nil {
		t.Fatal("the scores are not taken over")
	}
	if got, ok := taken.Score("010"); !ok || got != -4.5 {
		t.Errorf("010 counts as %v, want -4.5 as 01 does", got)
	}
	if again := b.ownScores(); len(again.Own()) != 1 || again.Own()[0] != "01" {
		t.Errorf("remembered are scores of %v, want that of 01", again.Own())
	}
}

// Saved as CSV, a chart of two has the numbers of both, plain.
func TestChartIsSavedAsCSV(t *testing.T) {
	b := openActorsOf(t, charts.Subject{Actor: "Japan"})
	b.actors.beside = []charts.Subject{{Actor: "South Korea"}}
	b.actors.rebuild()
	b.settle()
	var out strings.Builder
	if err := (chartFormat{"CSV", ".csv"}).write(&out, b.faces, b.card("counterparts").spec); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Panel,Counterpart,", "Japan,South Korea,", "South Korea,Japan,"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the file has no %q:\n%s", want, out.String())
		}
	}
	if strings.ContainsAny(out.String(), "\u00a0+") {
		t.Errorf("its numbers are written for people:\n%s", out.String())
	}
}
