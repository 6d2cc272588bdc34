package charts_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"chancery/charts"
	"chancery/model"
	"chancery/model/edtf"
)

const daySeconds = 86_400

// An eventOf is an event to be counted.
type eventOf struct {
	start, end string // EDTF
	kind       model.Kind
	category   string
	collection uint16
	actors     []uint32
	roles      []model.Role // of the actors; nil for participants
	score      int8
}

// The actors of the columns under test.
const (
	japan = iota
	meti  // of Japan
	korea
	america
)

func columnsOf(t *testing.T, events []eventOf) *model.Columns {
	t.Helper()
	names := &model.Columns{
		Categories: model.Categories(),
		Collections: []model.Collection{
			{Key: "pact", Name: "The pact"}, {Key: "trade", Name: "Trade"},
		},
		Places: []string{""}, Confidences: []string{""},
		Actors: []model.Actor{
			{Key: "JPN", Name: "Japan"},
			{Key: "METI", Name: "METI", Parent: "JPN"},
			{Key: "KOR", Name: "South Korea"},
			{Key: "USA", Name: "United States"},
		},
	}
	var entries []model.Entry
	for i, e := range events {
		start, end := date(t, e.start), date(t, e.end)
		b := edtf.Span(start, end)
		entries = append(entries, model.Entry{
			ID: model.EventID(i + 1), Start: b.EarliestStart, End: b.LatestEnd,
			Form: model.FormOf(e.kind, start, end), Category: model.CategoryNamed(e.category).Index,
			Collection: e.collection, Score: e.score, Actors: e.actors, Roles: append(e.roles, make([]model.Role, len(e.actors)-len(e.roles))...),
		})
	}
	return model.Build(names, entries)
}

func date(t *testing.T, text string) edtf.Date {
	t.Helper()
	switch text {
	case "":
		return edtf.Date{}
	case "..":
		return edtf.Open
	}
	d, err := edtf.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// sixEvents are few enough to be counted by hand.
func sixEvents(t *testing.T) *model.Columns {
	return columnsOf(t, []eventOf{
		{start: "2017-01-10", category: "meeting", actors: []uint32{japan, korea}, score: 20},
		{start: "2017-01-20", category: "statement", actors: []uint32{japan, meti, korea}, score: -10},
		{start: "2017-06", category: "meeting", actors: []uint32{korea, america}, score: model.NoScore},
		{start: "2018", category: "statement", collection: 1, actors: []uint32{japan}, score: -50},
		{start: "2019-07-04", end: "..", kind: model.Span, category: "sanction", collection: 1, actors: []uint32{meti, korea}, score: -60},
		{start: "2019-11-23", kind: model.Deadline, category: "withdrawal", actors: []uint32{korea}, score: model.NoScore},
	})
}

func TestOverview(t *testing.T) {
	specs := charts.Overview(sixEvents(t), nil)
	var keys []string
	for i := range specs {
		keys = append(keys, specs[i].Key+" "+specs[i].Kind.String())
		if specs[i].Alt == "" || specs[i].Title == "" || specs[i].Empty() {
			t.Errorf("%s: a chart needs a title, an alternative text and something to draw: %+v", specs[i].Key, specs[i])
		}
	}
	want := []string{"timeline timeline", "actors heat", "pairs ranking"}
	if diff := cmp.Diff(want, keys); diff != "" {
		t.Errorf("charts (-want +got):\n%s", diff)
	}
}

func TestTimelineOf(t *testing.T) {
	s := charts.TimelineOf(sixEvents(t).Lanes(model.ByCollection, nil, false))
	if diff := cmp.Diff([]string{"The pact", "Trade"}, s.Categories); diff != "" {
		t.Errorf("lanes (-want +got):\n%s", diff)
	}
	var lanes []int
	for _, m := range s.Marks {
		lanes = append(lanes, m.Lane)
	}
	if diff := cmp.Diff([]int{0, 0, 0, 1, 1, 0}, lanes); diff != "" {
		t.Errorf("lanes of the marks (-want +got):\n%s", diff)
	}
	june := s.Marks[2]
	if june.Start != edtf.At(2017, 6, 1) || june.End != edtf.At(2017, 7, 1) {
		t.Errorf("June 2017 is drawn from %v to %v", june.Start, june.End)
	}
	if s.Marks[4].End != edtf.Future {
		t.Errorf("a span without an end ends %v", s.Marks[4].End)
	}
	if want := "Timeline of 6 events in 2 lanes, 2017–2019."; s.Alt != want {
		t.Errorf("alternative text %q, want %q", s.Alt, want)
	}
}

func TestOverviewOfOneCollectionHasLanesOfCategories(t *testing.T) {
	c := sixEvents(t)
	keep := c.Match(&model.Filter{Collections: []string{"trade"}}, nil)
	s := charts.Overview(c, keep)[0]
	if diff := cmp.Diff([]string{"Statement", "Export control"}, s.Categories); diff != "" {
		t.Errorf("lanes (-want +got):\n%s", diff)
	}
	if len(s.Marks) != 2 {
		t.Errorf("%d marks, want 2", len(s.Marks))
	}
}

func TestActivityOf(t *testing.T) {
	s := charts.ActivityOf(sixEvents(t), nil)
	if s.Subtitle != "events per month" || len(s.Bins) != 35 {
		t.Fatalf("%s in %d bins, want 35 months from Jan 2017 to Nov 2019", s.Subtitle, len(s.Bins))
	}
	// METI counts as Japan, and once with it; the year 2018 counts in January.
	want := []charts.Table{{
		Caption: "Activity of actors, events per month",
		Head:    []string{"From", "South Korea", "Japan", "United States"},
		Numeric: []bool{false, true, true, true},
		Rows: [][]string{
			{"Jan 2017", "2", "2", "0"},
			{"Jun 2017", "1", "0", "1"},
			{"Jan 2018", "0", "1", "0"},
			{"Jul 2019", "1", "1", "0"},
			{"Nov 2019", "1", "0", "0"},
		},
	}}
	if diff := cmp.Diff(want, []charts.Table{s.Table}); diff != "" {
		t.Errorf("table (-want +got):\n%s", diff)
	}
	if got := s.Series[0].Values[0]; got != 2 {
		t.Errorf("South Korea in January 2017: %v, want 2", got)
	}
	wantNote := "Each event counts once, in the month in which it begins. 1 event is dated less exactly and counts where the " +
		"earliest possible date falls. Bodies and people count with the state or organisation they belong to."
	if s.Note != wantNote {
		t.Errorf("note\n%s\nwant\n%s", s.Note, wantNote)
	}
}

func TestActivityOfEventsWithoutBeginning(t *testing.T) {
	c := columnsOf(t, []eventOf{
		{start: "[..2016]", category: "meeting", actors: []uint32{japan}},
		{start: "2019-01-01", category: "meeting", actors: []uint32{japan}},
	})
	s := charts.ActivityOf(c, nil)
	total := 0.0
	for _, v := range s.Series[0].Values {
		total += v
	}
	if total != 1 {
		t.Errorf("%v events counted, want the one whose beginning is known", total)
	}
	if want := "1 event without a known beginning is left out."; !contains(s.Note, want) {
		t.Errorf("note %q does not say %q", s.Note, want)
	}
}

func TestPairsOf(t *testing.T) {
	s := charts.PairsOf(sixEvents(t), nil)
	want := [][]string{
		{"Japan – South Korea", "3", "–1.7", "3"},
		{"South Korea – United States", "1", "none", "0"},
	}
	if diff := cmp.Diff(want, s.Table.Rows); diff != "" {
		t.Errorf("table (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]float64{3, 1}, s.Series[0].Values); diff != "" {
		t.Errorf("events (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]int{3, 0}, s.Series[1].N); diff != "" {
		t.Errorf("events with a score (-want +got):\n%s", diff)
	}
}

func TestFacts(t *testing.T) {
	want := []charts.Fact{
		{"6", "events, 2 with imprecise dates"},
		{"2017–2019", "first to last date"},
		{"2", "collections"},
		{"4", "actors: South Korea, Japan, METI …"},
	}
	if diff := cmp.Diff(want, charts.Facts(sixEvents(t), nil)); diff != "" {
		t.Errorf("facts (-want +got):\n%s", diff)
	}
}

func TestNothingKept(t *testing.T) {
	c := sixEvents(t)
	keep := model.NewBitmap(c.Len())
	for _, s := range charts.Overview(c, keep) {
		if !s.Empty() || len(s.Marks) > 0 || len(s.Table.Rows) > 0 {
			t.Errorf("%s: something is drawn of nothing: %+v", s.Key, s)
		}
	}
	if got := charts.Facts(c, keep); len(got) != 1 || got[0].Value != "0" {
		t.Errorf("facts of nothing: %v", got)
	}
}
