package charts_test

import (
	"errors"
	"io"
	"math"
	"testing"

	"chancery/assets"
	"chancery/charts"
	"chancery/data/tabular"
	"chancery/model"
	"chancery/model/cameo"
	"chancery/model/edtf"
)

// curated reads the archive that Chancery comes with, as charts see it, and its
// events.
func curated(t testing.TB) (charts.Data, []model.Event) {
	t.Helper()
	names := &model.Columns{Categories: model.Categories(), Collections: []model.Collection{{}}, Places: []string{""}, Confidences: []string{""}}
	actors := map[string]uint32{}
	actor := func(a model.Actor) uint32 {
		i, ok := actors[a.Name]
		if !ok {
			i = uint32(len(names.Actors))
			actors[a.Name] = i
			names.Actors = append(names.Actors, a)
		}
		return i
	}
	readTable(t, "actors.csv", func(table *tabular.Reader, r *tabular.Record) {
		a, err := tabular.ParseActor(table, r)
		if err != nil {
			t.Fatal(err)
		}
		actor(a)
	})
	var events []model.Event
	var entries []model.Entry
	keys := map[string]model.EventID{}
	readTable(t, "events.csv", func(_ *tabular.Reader, r *tabular.Record) {
		e, err := tabular.ParseEvent(r)
		if err != nil {
			t.Fatal(err)
		}
		e.ID = model.EventID(len(events) + 1)
		keys[e.Key] = e.ID
		b := e.Bounds()
		n := model.Entry{
			ID: e.ID, Start: b.EarliestStart, End: b.LatestEnd, Form: model.FormOf(e.Kind, e.Start, e.End),
			Category: model.CategoryNamed(e.Category).Index, Score: model.NoScore,
		}
		if score, ok := cameo.Goldstein(e.CAMEO); ok {
			n.Score = int8(math.Round(10 * score))
		}
		for _, p := range e.Actors {
			n.Actors, n.Roles = append(n.Actors, actor(model.Actor{Name: p.Actor})), append(n.Roles, p.Role)
		}
		events, entries = append(events, e), append(entries, n)
	})
	d := charts.Data{Columns: model.Build(names, entries)}
	for i := range events {
		for _, l := range events[i].Links {
			if cause, ok := keys[l.To]; ok {
				d.Links = append(d.Links, model.Tie{Cause: cause, Response: events[i].ID, Kind: l.Kind})
			}
		}
	}
	return d, events
}

func readTable(t testing.TB, name string, row func(*tabular.Reader, *tabular.Record)) {
	t.Helper()
	f, err := assets.Curated.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	table, err := tabular.NewReader(name, f)
	if err != nil {
		t.Fatal(err)
	}
	for {
		r, err := table.Read()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		row(table, &r)
	}
}

// The crisis between Japan and South Korea as its chart shows it: the fall from
// October 2018 to August 2019, and the turns of November 2019 and March 2023.
func TestConflictOfJapanAndSouthKorea(t *testing.T) {
	d, events := curated(t)
	s, err := charts.Build(t.Context(), "conflict", d, charts.Options{
		Subject: charts.Subject{Actor: "Japan", With: "South Korea"}, RollUp: true,
		Unit: charts.Month, From: edtf.At(2018, 1, 1), To: edtf.At(2024, 1, 1),
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Bins) != 72 {
		t.Fatalf("%d bins, want 72 months", len(s.Bins))
	}
	month := func(year int64, month int) (mean float64, n int, trend float64) {
		b := int(year-2018)*12 + month - 1
		return s.Series[0].Values[b], s.Series[0].N[b], s.Series[1].Values[b]
	}
	if mean, n, _ := month(2018, 9); mean <= 0 || n != 1 {
		t.Errorf("September 2018, before the rulings: mean %.2f of %d", mean, n)
	}
	// From October 2018 to August 2019 no month is better than nothing, and the
	// line goes down.
	for at := edtf.At(2018, 10, 1); at < edtf.At(2019, 9, 1); at = charts.Month.Next(at) {
		y, m, _ := at.Civil()
		if mean, n, _ := month(y, m); n > 0 && mean >= 0 {
			t.Errorf("%d-%02d: mean %.2f of %d, in the fall", y, m, mean, n)
		}
	}
	_, _, before := month(2018, 9)
	if _, n, depth := month(2019, 7); depth > before-1.5 || n < 5 {
		t.Errorf("the line stands at %.2f in July 2019 after %.2f in September 2018, with %d events", depth, before, n)
	}
	for _, turn := range []struct {
		year  int64
		month int
		least float64
	}{{2019, 11, 2}, {2023, 3, 4}} {
		mean, n, trend := month(turn.year, turn.month)
		if mean < turn.least || trend < turn.least || n < 5 {
			t.Errorf("%d-%02d, a turn: mean %.2f of %d, line %.2f", turn.year, turn.month, mean, n, trend)
		}
	}
	if _, n, _ := month(2019, 8); n != 13 {
		t.Errorf("%d events have a score in August 2019, want 13", n)
	}
	// A click on August 2019 opens its events, each with a source.
	q, ok := s.QueryOf(charts.Datum{Part: charts.BinPart, I: 19})
	rows := q.Rows(d)
	if !ok || len(rows) != 13 {
		t.Fatalf("August 2019 opens %d events, want 13", len(rows))
	}
	for _, row := range rows {
		e := &events[d.Columns.ID[row]-1]
		if start := e.Bounds().EarliestStart; start < edtf.At(2019, 8, 1) || start >= edtf.At(2019, 9, 1) {
			t.Errorf("%s is opened with August 2019", e.Key)
		}
		if len(e.Citations) == 0 {
			t.Errorf("%s has no source", e.Key)
		}
	}
}
