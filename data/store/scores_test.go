package store_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"chancery/data/store"
	"chancery/model"
	"chancery/model/cameo"
	"chancery/model/edtf"
)

// Scores by another scale, for the rows of columns that are in another order
// than the events and of which one event is gone.
func TestScoresByScale(t *testing.T) {
	a := newArchive(t)
	events := []model.Event{
		{Key: "late", Start: edtf.MustParse("2019-03-01"), CAMEO: "057"},
		{Key: "hand", Start: edtf.MustParse("2019-02-01"), CAMEO: "057", Score: model.Score{Value: -1.25, Valid: true}},
		{Key: "early", Start: edtf.MustParse("2019-01-01"), CAMEO: "163"},
		{Key: "none", Start: edtf.MustParse("2019-04-01")},
		{Key: "odd", Start: edtf.MustParse("2019-05-01"), CAMEO: "??"},
		{Key: "gone", Start: edtf.MustParse("2019-06-01"), CAMEO: "057"},
	}
	putAll(t, a, func(b *store.Batch) {
		for i := range events {
			if _, err := b.PutEvent(t.Context(), &events[i]); err != nil {
				t.Fatal(err)
			}
		}
	})
	c, err := a.Columns(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	gone, err := a.EventByKey(t.Context(), "gone")
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Apply(t.Context(), model.Edit{Label: "Remove", Changes: []model.Change{{Before: &gone}}}); err != nil {
		t.Fatal(err)
	}
	own, err := cameo.GoldsteinScale().With("057", 9)
	if err != nil {
		t.Fatal(err)
	}
	none := model.NoScore
	for _, tt := range []struct {
		scale cameo.Scale
		want  []int8 // early, hand, late, none, odd, gone
	}{
		{cameo.Scale{}, []int8{-80, -13, 80, none, none, none}},
		{cameo.PLOVERScale(), []int8{-40, -13, 35, none, none, none}},
		{own, []int8{-80, -13, 90, none, none, none}},
	} {
		got, err := a.Scores(t.Context(), c, tt.scale)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.scale.Name, diff)
		}
	}
	if scores, err := a.Scores(t.Context(), c, cameo.Scale{}); err != nil || !cmp.Equal(scores[:5], c.Score[:5]) {
		t.Errorf("by the usual scale %v, in the columns %v, %v", scores, c.Score, err)
	}
}

func TestTies(t *testing.T) {
	a := story(t)
	id := func(key string) model.EventID {
		e, err := a.EventByKey(t.Context(), key)
		if err != nil {
			t.Fatal(err)
		}
		return e.ID
	}
	ties, err := a.Ties(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := []model.Tie{
		{Cause: id("summer"), Response: id("notice"), Kind: model.ResponseTo},
		{Cause: id("pact"), Response: id("expiry"), Kind: model.DeadlineOf},
	}
	if diff := cmp.Diff(want, ties); diff != "" {
		t.Errorf("ties (-want +got):\n%s", diff)
	}
}
