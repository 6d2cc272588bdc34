package charts_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"chancery/charts"
	"chancery/model"
	"chancery/model/edtf"
)

// randomData are events in which actors take part in any number and roles, some
// of them bodies of others, some events without a known beginning or a score.
func randomData(r *rand.Rand, n int) charts.Data {
	names := &model.Columns{
		Categories:  append(model.Categories(), model.CategoryNamed("rumour"), model.CategoryNamed("gossip")),
		Collections: []model.Collection{{}}, Places: []string{""}, Confidences: []string{""},
		Actors: []model.Actor{
			{Key: "a", Name: "Aldoria"}, {Key: "ad", Name: "Ministry", Parent: "a"}, {Key: "adm", Name: "Minister", Parent: "ad"},
			{Key: "b", Name: "Bravenmark"}, {Key: "bc", Name: "Court", Parent: "b"},
			{Key: "c", Name: "Cestria"}, {Key: "d", Name: "Dunholm"}, {Name: "Eastmere"},
		},
	}
	entries := make([]model.Entry, n)
	for i := range entries {
		e := &entries[i]
		start := edtf.At(2015, 1, 1) + edtf.Instant(r.Int64N(1500*86_400))
		*e = model.Entry{ID: model.EventID(i + 1), Start: start, End: start + 86_400, Score: int8(r.IntN(201) - 100), Category: uint8(r.IntN(len(names.Categories)))}
		e.Form = model.Form(edtf.Day)
		switch r.IntN(12) {
		case 0:
			e.Start = edtf.Past
		case 1, 2, 3:
			e.Score = model.NoScore
		}
		for range r.IntN(6) {
			e.Actors = append(e.Actors, uint32(r.IntN(len(names.Actors))))
			e.Roles = append(e.Roles, model.Roles()[r.IntN(5)])
		}
	}
	d := charts.Data{Columns: model.Build(names, entries), Keep: model.NewBitmap(n)}
	for i := range n {
		if r.IntN(8) > 0 {
			d.Keep.Set(i)
		}
	}
	for i := 2; i <= n; i += 2 {
		d.Links = append(d.Links, model.Tie{Cause: model.EventID(1 + r.IntN(i-1)), Response: model.EventID(i), Kind: model.LinkKind(r.IntN(3))})
	}
	return d
}

// everyOption lists options of each sort, for two subjects and for everyone.
func everyOption() []charts.Options {
	subjects := []charts.Subject{{}, {Actor: "Aldoria"}, {Actor: "Ministry"}, {Actor: "Aldoria", With: "Bravenmark"}, {Actor: "Ministry", With: "Aldoria"}}
	var all []charts.Options
	for _, s := range subjects {
		for _, rollUp := range []bool{false, true} {
			o := charts.Options{Subject: s, RollUp: rollUp}
			narrow := o
			narrow.From, narrow.To, narrow.AsOf = edtf.At(2016, 3, 10), edtf.At(2018, 2, 3), edtf.At(2017, 12, 6)
			narrow.Unit, narrow.Normalised, narrow.Separate = charts.Quarter, true, true
			split := o
			split.ByRole, split.Shade, split.Rows = true, charts.ByScore, 3
			all = append(all, o, narrow, split)
		}
	}
	return append(all, charts.Options{Subject: charts.Subject{Actor: "Aldoria"}, Compare: []charts.Subject{{Actor: "Bravenmark"}, {Actor: "Cestria"}}, RollUp: true})
}

// data lists every datum of a chart of which the number of events is known.
func data(s *charts.Spec, panel int) []charts.Datum {
	var all []charts.Datum
	add := func(part charts.Part, n, m int) {
		for i := range n {
			for j := range m {
				all = append(all, charts.Datum{Panel: panel, Part: part, I: i, J: j})
			}
		}
	}
	switch s.Kind {
	case charts.Stacked:
		add(charts.BinPart, len(s.Bins), 1)
		add(charts.BarPart, len(s.Series), len(s.Bins))
	case charts.Scores:
		if len(s.Series) > 0 {
			add(charts.BinPart, len(s.Bins), 1)
			all = append(all, barsOf(2, 4, len(s.Bins), panel)...)
		}
	case charts.Mirror:
		all = append(all, barsOf(0, min(2, len(s.Series)), len(s.Bins), panel)...)
	case charts.Heat:
		add(charts.CellPart, len(s.Categories), len(s.Bins))
		add(charts.RowPart, len(s.Categories), 1)
	case charts.Matrix:
		add(charts.CellPart, len(s.Categories), len(s.Categories))
	case charts.Calendar:
		add(charts.BinPart, len(s.Bins), 1)
	case charts.Ranking, charts.Shares:
		add(charts.RowPart, len(s.Categories), 1)
	case charts.Network:
		add(charts.NodePart, len(s.Nodes), 1)
		add(charts.EdgePart, len(s.Edges), 1)
	case charts.Ladder:
		add(charts.MarkPart, len(s.Marks), 1)
		add(charts.ArcPart, len(s.Arcs), 1)
	case charts.Waits:
		add(charts.DelayPart, len(s.Delays), 1)
	}
	return all
}

func barsOf(from, to, bins, panel int) []charts.Datum {
	var all []charts.Datum
	for i := from; i < to; i++ {
		for b := range bins {
			all = append(all, charts.Datum{Panel: panel, Part: charts.BarPart, I: i, J: b})
		}
	}
	return all
}

// Whatever is asked for, each number in a chart is the number of events that a
// click on it opens.
func TestEveryDatumOpensTheEventsItCounts(t *testing.T) {
	d := randomData(rand.New(rand.NewPCG(1, 2)), 400)
	d.Index = d.Columns.IndexActors()
	for _, o := range everyOption() {
		for _, e := range charts.Catalogue() {
			if e.Needs&charts.NeedsPair != 0 && o.Subject.With == "" {
				continue
			}
			t.Run(fmt.Sprintf("%s %v rolled %v role %v range %v", e.Key, o.Subject, o.RollUp, o.ByRole, o.From != 0), func(t *testing.T) {
				s, err := charts.Build(t.Context(), e.Key, d, o)
				if err != nil {
					t.Fatal(err)
				}
				if s.Empty() && len(s.Note) == 0 {
					t.Fatal("nothing was drawn of 400 events")
				}
				panels := s.Panels
				if panels == nil {
					panels = []charts.Spec{s}
				}
				for p := range panels {
					all := data(&panels[p], p)
					step := len(all)/150 + 1
					for i := 0; i < len(all); i += step {
						datum := all[i]
						q, ok := s.QueryOf(datum)
						if !ok {
							t.Fatalf("%+v asks for nothing", datum)
						}
						if got, want := len(q.Rows(d)), s.CountOf(datum); got != want {
							t.Fatalf("%+v counts %d events and opens %d: %+v", datum, want, got, q)
						}
						if w := s.Words(datum); w.Head == "" {
							t.Fatalf("%+v has no words", datum)
						}
					}
				}
			})
		}
	}
}

func TestWhatIsNotThere(t *testing.T) {
	d := randomData(rand.New(rand.NewPCG(1, 2)), 50)
	s, err := charts.Build(t.Context(), "activity", d, charts.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, datum := range []charts.Datum{
		{}, {Part: charts.BinPart, I: -1}, {Part: charts.BinPart, I: len(s.Bins)}, {Part: charts.BarPart, I: 99},
		{Part: charts.CellPart}, {Part: charts.NodePart}, {Part: charts.EdgePart}, {Part: charts.DelayPart}, {Part: 99},
	} {
		if _, ok := s.QueryOf(datum); ok || s.CountOf(datum) != 0 || s.Words(datum).Head != "" {
			t.Errorf("%+v is taken for a datum", datum)
		}
	}
	if rows := (charts.Query{Actor: "Nobody"}).Rows(d); rows != nil {
		t.Errorf("nobody takes part in %d events", len(rows))
	}
}

func TestBuildSaysWhatIsMissing(t *testing.T) {
	d := randomData(rand.New(rand.NewPCG(1, 2)), 50)
	tests := []struct {
		name, key string
		o         charts.Options
		want      string
	}{
		{"no such chart", "pie", charts.Options{}, `no chart is called "pie"`},
		{"no such actor", "activity", charts.Options{Subject: charts.Subject{Actor: "Atlantis"}}, `chart activity: no actor is called "Atlantis"`},
		{"no such counterpart", "activity", charts.Options{Subject: charts.Subject{Actor: "Aldoria", With: "Mu"}}, `chart activity: no actor is called "Mu"`},
		{"half a pair", "reciprocity", charts.Options{Subject: charts.Subject{Actor: "Aldoria"}}, "chart reciprocity: name two actors"},
		{"the other half", "activity", charts.Options{Subject: charts.Subject{With: "Aldoria"}}, "chart activity: Aldoria has nobody to be with: name the first actor of the pair, too"},
		{"a pair of one", "activity", charts.Options{Subject: charts.Subject{Actor: "Aldoria", With: "Aldoria"}}, "chart activity: Aldoria makes no pair with itself"},
		{"in what is compared", "activity", charts.Options{Compare: []charts.Subject{{Actor: "Mu"}}}, `chart activity: no actor is called "Mu"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := charts.Build(t.Context(), tt.key, d, tt.o); err == nil || err.Error() != tt.want {
				t.Errorf("error %v, want %s", err, tt.want)
			}
		})
	}
}

// Charts that nobody waits for any more come to an end, wherever they are.
func TestCancel(t *testing.T) {
	d := randomData(rand.New(rand.NewPCG(1, 2)), 400)
	for _, e := range charts.Catalogue() {
		o := charts.Options{Subject: charts.Subject{Actor: "Aldoria"}}
		if e.Needs&charts.NeedsPair != 0 {
			o.Subject.With = "Bravenmark"
		}
		for asked := range 6 {
			ctx := &cancelledAfter{Context: t.Context(), asked: asked}
			if _, err := charts.Build(ctx, e.Key, d, o); err != nil && !errors.Is(err, context.Canceled) {
				t.Errorf("%s: error %v", e.Key, err)
			} else if err == nil && ctx.asked < 0 {
				t.Errorf("%s: it was cancelled and did not say so", e.Key)
			}
		}
	}
}

// A cancelledAfter is cancelled when it has been asked some times.
type cancelledAfter struct {
	context.Context
	mu    sync.Mutex
	asked int
}

func (c *cancelledAfter) Err() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.asked--; c.asked < 0 {
		return context.Canceled
	}
	return nil
}
