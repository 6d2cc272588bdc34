package model_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"chancery/model"
	"chancery/model/edtf"
)

// Actors of the columns below, as indices.
const (
	japan = iota
	meti  // a ministry of Japan
	korea
	america
	france
)

func party(actors ...uint32) []uint32 { return actors }

func roles(r ...model.Role) []model.Role { return r }

// talliedColumns has six events whose tallies can be counted by hand.
func talliedColumns() *model.Columns {
	names := &model.Columns{
		Categories:  model.Categories(),
		Collections: []model.Collection{{Key: "c"}},
		Places:      []string{""}, Confidences: []string{""},
		Actors: []model.Actor{
			{Key: "JPN", Name: "Japan"},
			{Key: "METI", Name: "METI", Parent: "JPN"},
			{Key: "KOR", Name: "South Korea"},
			{Key: "USA", Name: "United States"},
			{Key: "FRA", Name: "France"},
		},
	}
	entries := []model.Entry{
		// Japan twice in one event, and its ministry: one event of Japan.
		{Actors: party(japan, japan, meti, korea), Roles: roles(model.Initiator, model.Participant, model.Initiator, model.Target), Score: -50},
		// Acting on each other is one shared event.
		{Actors: party(japan, korea, korea, japan), Roles: roles(model.Initiator, model.Initiator, model.Target, model.Target), Score: 20},
		{Actors: party(korea, japan, america), Score: model.NoScore},
		// A meeting of five makes no pairs.
		{Actors: party(japan, meti, korea, america, france), Score: 10},
		// With a direction only pairs across it count: not Korea with America.
		{Actors: party(korea, america, japan), Roles: roles(model.Initiator, model.Initiator, model.Target), Score: -70},
		{Score: 100},
	}
	for i := range entries {
		e := &entries[i]
		e.ID, e.Start, e.End = model.EventID(i+1), edtf.Instant(i*86_400), edtf.Instant((i+1)*86_400)
		e.Roles = append(e.Roles, make([]model.Role, len(e.Actors)-len(e.Roles))...)
	}
	return model.Build(names, entries)
}

func TestTallyActors(t *testing.T) {
	tests := []struct {
		name   string
		rollUp bool
		want   []model.ActorTally
	}{
		{"each by itself", false, []model.ActorTally{
			{japan, model.Tally{Events: 5, Scored: 4, Sum: -90}},
			{korea, model.Tally{Events: 5, Scored: 4, Sum: -90}},
			{america, model.Tally{Events: 3, Scored: 2, Sum: -60}},
			{meti, model.Tally{Events: 2, Scored: 2, Sum: -40}},
			{france, model.Tally{Events: 1, Scored: 1, Sum: 10}},
		}},
		{"rolled up", true, []model.ActorTally{
			{japan, model.Tally{Events: 5, Scored: 4, Sum: -90}},
			{korea, model.Tally{Events: 5, Scored: 4, Sum: -90}},
			{america, model.Tally{Events: 3, Scored: 2, Sum: -60}},
			{france, model.Tally{Events: 1, Scored: 1, Sum: 10}},
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := talliedColumns().TallyActors(nil, tt.rollUp)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("tallies (-want +got):\n%s", diff)
			}
		})
	}
}

func TestTallyPairs(t *testing.T) {
	want := []model.PairTally{
		{japan, korea, model.Tally{Events: 4, Scored: 3, Sum: -100}},
		{japan, america, model.Tally{Events: 2, Scored: 1, Sum: -70}},
		{korea, america, model.Tally{Events: 1}},
	}
	got := talliedColumns().TallyPairs(nil, true)
	// Rolled up, the meeting of five is one of four, which makes six pairs.
	for i := range got {
		if got[i].B == france || got[i].A == france {
			if got[i].Events != 1 {
				t.Errorf("pair with France = %+v, want 1 event", got[i])
			}
			continue
		}
		got[i].Events--
		got[i].Scored--
		got[i].Sum -= 10
	}
	got = slices.DeleteFunc(got, func(p model.PairTally) bool { return p.B == france })
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("tallies without the meeting (-want +got):\n%s", diff)
	}
}

func TestTallyPairsOfKeptRows(t *testing.T) {
	c := talliedColumns()
	keep := model.NewBitmap(c.Len())
	keep.Set(0)
	keep.Set(3) // five actors, too many to be pairs
	want := []model.PairTally{
		{japan, korea, model.Tally{Events: 1, Scored: 1, Sum: -50}},
		{meti, korea, model.Tally{Events: 1, Scored: 1, Sum: -50}},
	}
	if diff := cmp.Diff(want, c.TallyPairs(keep, false)); diff != "" {
		t.Errorf("tallies (-want +got):\n%s", diff)
	}
}

func TestTallyMean(t *testing.T) {
	var tally model.Tally
	if _, ok := tally.Mean(); ok {
		t.Error("a tally of nothing has a mean")
	}
	tally.Add(model.NoScore)
	if _, ok := tally.Mean(); ok {
		t.Error("a tally of an event without a score has a mean")
	}
	tally.Add(-30)
	tally.Add(10)
	if mean, ok := tally.Mean(); !ok || mean != -1 || tally.Events != 3 {
		t.Errorf("mean = %v, %v of %d events, want -1, true of 3", mean, ok, tally.Events)
	}
}

// A pair of a tally and a lane of pairs are the same thing counted twice over.
func TestTallyPairsAgreesWithLanes(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	names := talliedColumns()
	var entries []model.Entry
	for i := range 500 {
		e := model.Entry{ID: model.EventID(i + 1), Start: edtf.Instant(random.IntN(1e6)), Score: int8(random.IntN(200) - 100)}
		e.End = e.Start + 1
		for range random.IntN(7) {
			e.Actors = append(e.Actors, uint32(random.IntN(len(names.Actors))))
			e.Roles = append(e.Roles, model.Role(random.IntN(4)))
		}
		entries = append(entries, e)
	}
	c := model.Build(names, entries)
	for _, rollUp := range []bool{false, true} {
		lanes := map[[2]uint32]int{}
		for _, l := range c.Lanes(model.ByPair, nil, rollUp).Lanes {
			lanes[l.Actors] = len(l.Rows)
		}
		tallies := map[[2]uint32]int{}
		for _, p := range c.TallyPairs(nil, rollUp) {
			tallies[[2]uint32{p.A, p.B}] = p.Events
		}
		if diff := cmp.Diff(lanes, tallies); diff != "" || len(lanes) == 0 {
			t.Errorf("roll-up %v: lanes and tallies differ (-lanes +tallies):\n%s", rollUp, diff)
		}
	}
}

func TestPartiesStops(t *testing.T) {
	seen := 0
	for row, actors := range talliedColumns().Parties(nil, true) {
		if seen++; row == 1 {
			if !slices.Equal(actors, []uint32{japan, korea}) {
				t.Errorf("parties of row 1 = %v, want Japan and South Korea", actors)
			}
			break
		}
	}
	if seen != 2 {
		t.Errorf("%d rows seen, want 2", seen)
	}
}
