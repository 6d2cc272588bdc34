package store_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"chancery/data/store"
	"chancery/model"
)

// searched are queries for what generated events and actors say, among them what
// only names in other languages, changed titles and updated events hold.
var searched = []string{"talks", "summit treaty", "t", "actor 17", "日本", "changed", "again", "before", "Publisher", "nothing-like-it"}

func wantSameFinds(t *testing.T, a, b *store.Archive) {
	t.Helper()
	for _, query := range searched {
		got, err := a.Search(t.Context(), query)
		want, wantErr := b.Search(t.Context(), query)
		if err := errors.Join(err, wantErr); err != nil || !slices.Equal(got, want) {
			t.Errorf("%q finds %d events, want %d, %v", query, len(got), len(want), err)
		}
	}
}

// largeBatch puts events over an archive of some of them: it adds and updates, and
// updates what it has just added.
func largeBatch(t *testing.T, a *store.Archive, meanwhile bool, rename bool) *store.Batch {
	t.Helper()
	b, err := a.Begin(t.Context(), "large")
	if err != nil {
		t.Fatal(err)
	}
	if meanwhile {
		b.SearchMeanwhile()
	}
	b.Expect(manyEvents)
	describe := func(name string) {
		_, err := b.PutActor(t.Context(), &model.Actor{Key: "17", Name: "Actor 17", Names: []model.LocalName{{Language: "ja", Text: name}}})
		if err != nil {
			t.Fatal(err)
		}
	}
	describe("日本")
	g := newGenerator(70)
	events := make([]model.Event, 9000) // in three blocks
	for i := range events {
		events[i] = g.plain(i)
		events[i].Links = nil
		events[i].Actors = append(events[i].Actors, model.Participation{Actor: fmt.Sprint("Actor ", i%40)})
	}
	events[20].Title = "changed"        // it was there before
	events[8000].Key = events[5000].Key // added and then updated
	events[8000].Title = "again"
	for turn := range slices.Chunk(events, 500) {
		if _, errs := b.PutEvents(t.Context(), turn); errors.Join(errs...) != nil {
			t.Fatal(errors.Join(errs...))
		}
	}
	if rename {
		describe("大日本")
	}
	return b
}

// TestSearchMeanwhile compares an index that was made while a batch was written
// with one that was made afterwards.
func TestSearchMeanwhile(t *testing.T) {
	t.Cleanup(store.IndexInFiles())
	t.Cleanup(store.SearchWaitsFor(0))
	begin := func() *store.Archive {
		a := newArchive(t)
		g := newGenerator(70)
		known := make([]model.Event, 300)
		for i := range known {
			known[i] = g.plain(i)
			known[i].Title, known[i].Links = fmt.Sprint("before ", i), nil
		}
		put(t, a, known...)
		wantIndexed(t, a)
		return a
	}
	for _, rename := range []bool{false, true} {
		a, after := begin(), begin()
		if err := largeBatch(t, a, true, rename).Rollback(); err != nil {
			t.Fatal(err)
		}
		wantSameFinds(t, a, after)
		for _, b := range []*store.Batch{largeBatch(t, a, true, rename), largeBatch(t, after, false, rename)} {
			if err := b.Commit(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		// What is left is what was there before, and what came twice.
		left, err := a.Unindexed(t.Context())
		if err != nil || (left > 2000) != rename {
			t.Errorf("rename %t: %d events are left to be indexed, %v", rename, left, err)
		}
		wantIndexed(t, a)
		wantIndexed(t, after)
		wantSameFinds(t, a, after)
		if ids, _ := a.Search(t.Context(), "日本"); len(ids) == 0 {
			t.Error("an actor is not found by its name in another language")
		}
	}
}

// TestLateIndexes makes sure that an archive is sound without the indexes that a
// large batch leaves for later, and that they are made after it.
func TestLateIndexes(t *testing.T) {
	a := newArchive(t)
	indexes := indexesOf(t, a)
	b, err := a.Begin(t.Context(), "large")
	if err != nil {
		t.Fatal(err)
	}
	b.Expect(manyEvents)
	g := newGenerator(71)
	for i := range 600 {
		e := g.plain(i)
		if _, err := b.PutEvent(t.Context(), &e); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	if late, err := a.Indexes(t.Context()); err != nil || len(late) >= len(indexes) {
		t.Errorf("the indexes %q are there before they are made, %v", late, err)
	}
	noFindings(t, a)
	if events := collect(t, a, model.Filter{}); len(events) != 600 {
		t.Errorf("%d events without indexes", len(events))
	}
	// They are made by the next who opens the archive, if need be.
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	if a, err = store.Open(t.Context(), a.Path()); err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	if n, err := a.Unindexed(t.Context()); n == 0 || err != nil {
		t.Errorf("nothing is left to do: %d, %v", n, err)
	}
	wantIndexed(t, a)
	if got := indexesOf(t, a); !reflect.DeepEqual(got, indexes) {
		t.Errorf("the indexes are %q, want %q", got, indexes)
	}
}

// TestKillMeanwhile kills a program that imports, has the search index follow
// meanwhile and makes indexes afterwards. What was committed must be found, and
// nothing else.
func TestKillMeanwhile(t *testing.T) {
	t.Cleanup(store.IndexInFiles())
	a := newArchive(t)
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	for kill := range 20 {
		committed := killed(t, a.Path(), 1+rand.IntN(40), childSearches+"=yes")
		examineRounds(t, a.Path(), kill, committed)
		a, err := store.Open(t.Context(), a.Path())
		if err != nil {
			t.Fatal(err)
		}
		wantIndexed(t, a)
		wantAllFound(t, a)
		if err := a.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// wantAllFound searches for the word that the summary of every event of the rounds
// holds.
func wantAllFound(t *testing.T, a *store.Archive) {
	t.Helper()
	var want []model.EventID
	for _, e := range collect(t, a, model.Filter{}) {
		want = append(want, e.ID)
	}
	slices.Sort(want)
	got, err := a.Search(t.Context(), roundWord)
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%d of %d events are found, %v", len(got), len(want), err)
	}
}
