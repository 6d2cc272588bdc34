package charts_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"chancery/charts"
	"chancery/model"
	"chancery/model/edtf"
)

// acts are the roles of events in which the first actor acts on the second.
var acts = []model.Role{model.Initiator, model.Target}

// dispute are ten events of 2019 between Japan, its ministry and South Korea,
// few enough to be counted by hand.
func dispute(t *testing.T) charts.Data {
	c := columnsOf(t, []eventOf{
		{start: "2019-01-05", category: "court", actors: []uint32{korea, japan}, roles: acts, score: -50},              // 1
		{start: "2019-01-09", category: "statement", actors: []uint32{japan, korea}, roles: acts, score: -20},          // 2, answers 1 in 4 days
		{start: "2019-02", category: "meeting", actors: []uint32{japan, korea}, score: 10},                             // 3
		{start: "2019-07-04", category: "sanction", actors: []uint32{meti, korea}, roles: acts, score: -80},            // 4
		{start: "2019-07-05", category: "protest", actors: []uint32{korea, japan}, roles: acts, score: -60},            // 5, answers 4 in 1 day
		{start: "2019-07-14", category: "filing", actors: []uint32{korea, meti}, roles: acts, score: -40},              // 6, answers 4 in 10 days
		{start: "2019-07-14", category: "mediation", actors: []uint32{america, japan, korea}, score: 30},               // 7
		{start: "2019-08-02", category: "sanction", actors: []uint32{japan, korea}, roles: acts, score: -80},           // 8, answers 6 in 19 days
		{start: "2019-11-22", category: "agreement", actors: []uint32{korea, japan}, score: 70},                        // 9
		{start: "[..2019-12]", category: "visit", actors: []uint32{korea, america}, roles: acts, score: model.NoScore}, // 10, undated
	})
	link := func(cause, response model.EventID) model.Tie {
		return model.Tie{Cause: cause, Response: response, Kind: model.ResponseTo}
	}
	return charts.Data{Columns: c, Links: []model.Tie{
		link(1, 2), link(4, 5), link(4, 6), link(6, 8), {Cause: 1, Response: 9, Kind: model.Follows}, link(1, 99),
	}}
}

func build(t *testing.T, key string, d charts.Data, o charts.Options) charts.Spec {
	t.Helper()
	s, err := charts.Build(t.Context(), key, d, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

var (
	ofJapan = charts.Options{Subject: charts.Subject{Actor: "Japan"}, RollUp: true, Unit: charts.Month}
	ofBoth  = charts.Options{Subject: charts.Subject{Actor: "Japan", With: "South Korea"}, RollUp: true, Unit: charts.Month}
)

// Each chart's table, counted by hand.
func TestTables(t *testing.T) {
	alone := ofJapan
	alone.RollUp = false
	separate, normal, directed, quarters := ofJapan, ofJapan, ofBoth, ofJapan
	separate.Separate, normal.Normalised, directed.ByRole, quarters.Unit = true, true, true, charts.Quarter
	late := ofJapan
	late.AsOf = edtf.At(2019, 7, 4) + 3600
	tests := []struct {
		name, key string
		o         charts.Options
		want      [][]string
	}{
		{"activity", "activity", ofJapan, [][]string{
			{"Jan 2019", "0", "0", "0", "1", "1", "0", "0", "0", "2"},
			{"Feb 2019", "0", "1", "0", "0", "0", "0", "0", "0", "1"},
			{"Jul 2019", "0", "0", "1", "0", "0", "1", "1", "1", "4"},
			{"Aug 2019", "0", "0", "0", "0", "0", "0", "1", "0", "1"},
			{"Nov 2019", "1", "0", "0", "0", "0", "0", "0", "0", "1"},
		}},
		{"without its ministry", "activity", alone, [][]string{
			{"Jan 2019", "0", "0", "0", "1", "1", "0", "0", "2"},
			{"Feb 2019", "0", "1", "0", "0", "0", "0", "0", "1"},
			{"Jul 2019", "0", "0", "1", "0", "0", "0", "1", "2"},
			{"Aug 2019", "0", "0", "0", "0", "0", "1", "0", "1"},
			{"Nov 2019", "1", "0", "0", "0", "0", "0", "0", "1"},
		}},
		{"as known on 4 July", "activity", late, [][]string{
			{"Jan 2019", "0", "1", "1", "0", "2"},
			{"Feb 2019", "1", "0", "0", "0", "1"},
			{"Jul 2019", "0", "0", "0", "1", "1"},
		}},
		{"by quarter", "conflict", quarters, [][]string{
			{"Q1 2019", "–2.0", "3", "–3.6", "+1.0", "–7.0"},
			{"Q3 2019", "–4.6", "5", "–2.4", "+3.0", "–26.0"},
			{"Q4 2019", "+7.0", "1", "–2.7", "+7.0", "0.0"},
		}},
		{"counterparts", "counterparts", ofJapan, [][]string{
			{"South Korea", "9", "–2.4", "9"},
			{"United States", "1", "+3.0", "1"},
		}},
		{"who else", "counterparts", ofBoth, [][]string{{"United States", "1", "+3.0", "1"}}},
		{"pairs", "counterparts", charts.Options{RollUp: true}, [][]string{
			{"Japan – South Korea", "9", "–2.4", "9"},
			{"South Korea – United States", "2", "+3.0", "1"},
			{"Japan – United States", "1", "+3.0", "1"},
		}},
		{"contacts", "contacts", ofJapan, [][]string{
			{"Jan 2019", "2", "0"}, {"Feb 2019", "1", "0"}, {"Jul 2019", "4", "1"}, {"Aug 2019", "1", "0"}, {"Nov 2019", "1", "0"},
		}},
		{"who acts", "contacts", ofBoth, [][]string{
			{"Jan 2019", "1", "1", "0"}, {"Feb 2019", "0", "0", "1"}, {"Jul 2019", "1", "2", "1"}, {"Aug 2019", "1", "0", "0"}, {"Nov 2019", "0", "0", "1"},
		}},
		{"matrix", "matrix", ofJapan, [][]string{
			{"Japan", "South Korea", "9", "–2.4", "9"},
			{"South Korea", "United States", "2", "+3.0", "1"},
			{"Japan", "United States", "1", "+3.0", "1"},
		}},
		{"who acts on whom", "matrix", directed, [][]string{
			{"Japan", "South Korea", "3", "–6.0", "3"},
			{"South Korea", "Japan", "3", "–5.0", "3"},
			{"South Korea", "United States", "1", "none", "0"},
		}},
		{"network", "network", ofJapan, [][]string{
			{"Japan", "South Korea", "9", "–2.4", "9"},
			{"South Korea", "United States", "2", "+3.0", "1"},
			{"Japan", "United States", "1", "+3.0", "1"},
		}},
		{"reciprocity", "reciprocity", ofBoth, [][]string{
			{"Jan 2019", "1", "–2.0", "1", "–5.0"},
			{"Jul 2019", "1", "–8.0", "2", "–5.0"},
			{"Aug 2019", "1", "–8.0", "0", "none"},
		}},
		{"responses", "responses", ofJapan, [][]string{
			{"Japan answers South Korea", "2", "11.5", "7.8", "15.2", "4", "19"},
			{"South Korea answers Japan", "2", "5.5", "3.2", "7.8", "1", "10"},
		}},
		{"shares", "shares", normal, [][]string{
			{"Agreement", "1", "11\u00a0%"}, {"Meeting", "1", "11\u00a0%"}, {"Mediation", "1", "11\u00a0%"}, {"Statement", "1", "11\u00a0%"},
			{"Court ruling", "1", "11\u00a0%"}, {"Dispute filing", "1", "11\u00a0%"}, {"Export control", "2", "22\u00a0%"}, {"Protest", "1", "11\u00a0%"},
		}},
		{"calendar", "calendar", ofJapan, [][]string{
			{"Jan 2019", "2"}, {"Feb 2019", "1"}, {"Jul 2019", "4"}, {"Aug 2019", "1"}, {"Nov 2019", "1"},
		}},
		{"ladder", "ladder", ofBoth, [][]string{
			{"5 Jan 2019", "South Korea", "Japan", "–5.0"},
			{"9 Jan 2019", "Japan", "South Korea", "–2.0"},
			{"1 Feb 2019", "Japan", "", "+1.0"},
			{"4 Jul 2019", "Japan", "South Korea", "–8.0"},
			{"5 Jul 2019", "South Korea", "Japan", "–6.0"},
			{"14 Jul 2019", "South Korea", "Japan", "–4.0"},
			{"14 Jul 2019", "Japan", "", "+3.0"},
			{"2 Aug 2019", "Japan", "South Korea", "–8.0"},
			{"22 Nov 2019", "Japan", "", "+7.0"},
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := build(t, tt.key, dispute(t), tt.o)
			if diff := cmp.Diff(tt.want, s.Table.Rows); diff != "" {
				t.Errorf("table (-want +got):\n%s", diff)
			}
			for _, row := range s.Table.Rows {
				if len(row) != len(s.Table.Head) || len(row) != len(s.Table.Numeric) {
					t.Fatalf("a row of %d cells under %d heads", len(row), len(s.Table.Head))
				}
			}
			if s.Alt == "" || s.Title == "" || s.Table.Caption == "" {
				t.Errorf("it lacks words: %q %q %q", s.Alt, s.Title, s.Table.Caption)
			}
		})
	}
}

func TestNotes(t *testing.T) {
	tests := []struct {
		key  string
		o    charts.Options
		want string
	}{
		{"activity", charts.Options{Subject: charts.Subject{Actor: "South Korea"}, Unit: charts.Week},
			"Each event counts once, in the week in which it begins. 1 event is dated less exactly and counts where the earliest possible date " +
				"falls. 1 event without a known beginning is left out."},
		{"activity", charts.Options{Subject: charts.Subject{Actor: "Japan"}, AsOf: edtf.At(2019, 3, 1), Unit: charts.Month},
			"Each event counts once, in the month in which it begins. What began after 1 Mar 2019 is left out."},
		{"reciprocity", ofBoth,
			"Each event counts once, in the month in which it begins. Up: Japan acts on South Korea. Down: South Korea acts on Japan. " +
				"3 events in which neither acts on the other are left out."},
		{"conflict", ofJapan,
			"Each event counts once, in the month in which it begins. Scores run from –10, conflict, to +10, cooperation. " +
				"Too few for a trend, so each event is drawn as a dot."},
		{"conflict", charts.Options{Subject: charts.Subject{Actor: "South Korea", With: "United States"}, From: edtf.Past, To: edtf.At(2019, 7, 1)},
			"No event here has a conflict–cooperation score. Scores come from CAMEO codes or by hand."},
		{"responses", charts.Options{Subject: charts.Subject{Actor: "United States"}}, "No event here is linked as the response to another."},
	}
	for _, tt := range tests {
		t.Run(tt.key, func(t *testing.T) {
			if got := build(t, tt.key, dispute(t), tt.o).Note; got != tt.want {
				t.Errorf("note\n%s\nwant\n%s", got, tt.want)
			}
		})
	}
}

// A time that is finer than a screen is counted by the next coarser unit that
// fits, and the note says so.
func TestTooManyBins(t *testing.T) {
	c := columnsOf(t, []eventOf{
		{start: "1919-01-05", category: "court", actors: []uint32{japan}, score: 1},
		{start: "2019-01-05", category: "court", actors: []uint32{japan}, score: 1},
	})
	s := build(t, "activity", charts.Data{Columns: c}, charts.Options{Unit: charts.Day})
	if s.Unit != charts.Month || len(s.Bins) != 1201 {
		t.Errorf("%d bins of a %s", len(s.Bins), s.Unit)
	}
	if want := "Counting by day would make more bins than can be drawn."; !contains(s.Note, want) {
		t.Errorf("note %q does not say %q", s.Note, want)
	}
}

func TestPanels(t *testing.T) {
	o := ofJapan
	o.ByRole, o.Compare = true, []charts.Subject{{Actor: "South Korea"}}
	s := build(t, "activity", dispute(t), o)
	var titles []string
	counts := map[string]float64{}
	for i := range s.Panels {
		p := &s.Panels[i]
		titles = append(titles, p.Title)
		for _, x := range p.Series {
			for _, v := range x.Values {
				counts[p.Title] += v
			}
		}
		if p.Top != s.Top || len(p.Bins) != len(s.Panels[0].Bins) {
			t.Errorf("%s has scales of its own", p.Title)
		}
	}
	want := []string{"Japan acts", "South Korea acts", "Japan is acted on", "South Korea is acted on", "Japan takes part", "South Korea takes part"}
	if diff := cmp.Diff(want, titles); diff != "" || s.Across != 2 {
		t.Errorf("%d across, panels (-want +got):\n%s", s.Across, diff)
	}
	// The undated event in which South Korea acts has no place in time.
	wantCounts := map[string]float64{
		"Japan acts": 3, "South Korea acts": 3, "Japan is acted on": 3, "South Korea is acted on": 3, "Japan takes part": 3, "South Korea takes part": 3,
	}
	if diff := cmp.Diff(wantCounts, counts); diff != "" {
		t.Errorf("events (-want +got):\n%s", diff)
	}
}

// The range of two dates that are not known to the day leaves open how long a
// response took.
func TestInexactWaits(t *testing.T) {
	c := columnsOf(t, []eventOf{
		{start: "2019-02", category: "court", actors: []uint32{korea, japan}, roles: acts},
		{start: "2019-03-10", category: "statement", actors: []uint32{japan, korea}, roles: acts},
	})
	s := build(t, "responses", charts.Data{Columns: c, Links: []model.Tie{{Cause: 1, Response: 2}}}, charts.Options{})
	d := s.Delays[0]
	if d.Days != 37 || d.Least != 10 || d.Most != 37 {
		t.Errorf("%v days, %v to %v; want 37, 10 to 37", d.Days, d.Least, d.Most)
	}
}

// The line is the mean of the events of five bins, not of their means.
func TestTrend(t *testing.T) {
	c := columnsOf(t, []eventOf{
		{start: "2019-01-01", category: "meeting", actors: []uint32{japan}, score: 90},
		{start: "2019-03-01", category: "meeting", actors: []uint32{japan}, score: -30},
		{start: "2019-03-02", category: "meeting", actors: []uint32{japan}, score: -30},
		{start: "2019-08-01", category: "meeting", actors: []uint32{japan}, score: 50},
	})
	s := build(t, "conflict", charts.Data{Columns: c}, charts.Options{Unit: charts.Month})
	if diff := cmp.Diff([]float64{1, 1, 1, -3, -3, 5, 5, 5}, s.Series[1].Values); diff != "" {
		t.Errorf("line (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]int{3, 3, 3, 2, 2, 1, 1, 1}, s.Series[1].N); diff != "" {
		t.Errorf("events of the line (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]int{1, 0, 2, 0, 0, 0, 0, 1}, s.Series[0].N); diff != "" {
		t.Errorf("events of the bars (-want +got):\n%s", diff)
	}
}

// Scores by another table take the place of the archive's.
func TestOtherScores(t *testing.T) {
	d := dispute(t)
	d.Scores = make([]int8, d.Columns.Len())
	for i := range d.Scores {
		d.Scores[i] = 10
	}
	s := build(t, "counterparts", d, ofJapan)
	if got := s.Series[1].Values[0]; got != 1 {
		t.Errorf("mean score %v, want 1", got)
	}
}

func TestMarksOfFewEvents(t *testing.T) {
	s := build(t, "activity", dispute(t), ofJapan)
	if len(s.Marks) != 9 || s.Subtitle != "each event a dot, by month" {
		t.Errorf("%d marks, %s", len(s.Marks), s.Subtitle)
	}
	ladder := build(t, "ladder", dispute(t), ofBoth)
	want := []charts.Arc{
		{Cause: 0, Response: 1}, {Cause: 3, Response: 4}, {Cause: 3, Response: 5}, {Cause: 5, Response: 7}, {Cause: 0, Response: 8, Kind: model.Follows},
	}
	if diff := cmp.Diff(want, ladder.Arcs); diff != "" {
		t.Errorf("arcs (-want +got):\n%s", diff)
	}
	if m := ladder.Marks[3]; m.From != 0 || m.To != 1 {
		t.Errorf("what METI does to South Korea goes from row %d to %d", m.From, m.To)
	}
}
