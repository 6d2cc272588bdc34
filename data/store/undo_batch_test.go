package store_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"chancery/data/store"
	"chancery/model"
	"chancery/model/edtf"
)

// everything is all that an archive holds for its users.
type everything struct {
	Events      []model.Event
	Actors      []model.Actor
	Agreements  []model.Agreement
	Collections []model.Collection
	Categories  []model.Category
	Summary     store.Summary
	Places      []string
}

func allOf(tb testing.TB, a *store.Archive) everything {
	tb.Helper()
	e := everything{Events: collect(tb, a, model.Filter{})}
	var errs [6]error
	e.Actors, errs[0] = a.Actors(tb.Context())
	e.Agreements, errs[1] = a.Agreements(tb.Context())
	e.Collections, errs[2] = a.Collections(tb.Context())
	e.Categories, errs[3] = a.Categories(tb.Context())
	e.Summary, errs[4] = a.Summary(tb.Context())
	e.Summary.Batches = 0 // they stay in the list
	c, err := a.Columns(tb.Context())
	errs[5] = err
	if err := errors.Join(errs[:]...); err != nil {
		tb.Fatal(err)
	}
	e.Places = c.Places
	for i := range e.Actors {
		e.Actors[i].ID = 0 // a name that went and came back may have another
	}
	return e
}

// lastBatch returns the ID of the newest batch.
func lastBatch(tb testing.TB, a *store.Archive) int64 {
	tb.Helper()
	batches, err := a.Batches(tb.Context())
	if err != nil || len(batches) == 0 {
		tb.Fatalf("batches %v, %v", batches, err)
	}
	return batches[0].ID
}

// TestUndoBatch undoes batches that add, update, describe, rename and merge, and
// wants the archive to be as it was.
func TestUndoBatch(t *testing.T) {
	event := func(key, title string, actors ...string) model.Event {
		e := model.Event{
			Key: key, Title: title, Start: edtf.MustParse("2019-08-22"), Collection: "crisis", Category: "meeting",
			Place:     model.Place{Name: "Bangkok"},
			Citations: []model.Citation{{Source: model.Source{Publisher: "Agency", Title: "Report " + title}}},
			Tags:      []string{"tag " + title}, Origin: model.Origin{File: "first.csv", Row: 2},
		}
		for _, a := range actors {
			e.Actors = append(e.Actors, model.Participation{Actor: a, Role: model.Initiator})
		}
		return e
	}
	putEvents := func(t *testing.T, b *store.Batch, events ...model.Event) {
		t.Helper()
		_, errs := b.PutEvents(t.Context(), events)
		if err := errors.Join(errs...); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct {
		name string
		fill func(t *testing.T, b *store.Batch)
	}{
		{"events are added", func(t *testing.T, b *store.Batch) {
			e := event("3", "Third", "France", "Japan")
			e.Collection, e.Category, e.Place.Name, e.Confidence = "new", "own category", "Paris", "new word"
			putEvents(t, b, e)
		}},
		{"events are updated", func(t *testing.T, b *store.Batch) {
			e := event("1", "First, put otherwise", "France")
			e.Place.Name, e.Tags, e.Citations, e.Origin.File = "Paris", nil, nil, "second.csv"
			putEvents(t, b, e, event("2", "Second, once", "Japan"), event("2", "Second, twice"))
		}},
		{"added and updated in one", func(t *testing.T, b *store.Batch) {
			putEvents(t, b, event("3", "Third"), event("3", "Third again"))
			putEvents(t, b, event("3", "Third once more"), event("1", "changed"))
			putEvents(t, b, event("1", "changed again"))
		}},
		{"an actor is described", func(t *testing.T, b *store.Batch) {
			for _, a := range []model.Actor{
				{Key: "jpn", Name: "Japan", Kind: model.State, Names: []model.LocalName{{Language: "ja", Text: "日本"}}},
				{Key: "new", Name: "New one", Kind: model.State, Posts: []model.Post{{Office: "minister", Of: "jpn", Current: true}}},
			} {
				if _, err := b.PutActor(t.Context(), &a); err != nil {
					t.Fatal(err)
				}
			}
		}},
		{"an actor is renamed, another merged", func(t *testing.T, b *store.Batch) {
			for _, a := range []model.Actor{
				{Key: "kor", Name: "Republic of Korea", Kind: model.State},
				{Key: "kor", Name: "Japan", Kind: model.State, Country: "KOR"}, // whose events are now Korea's
			} {
				if _, err := b.PutActor(t.Context(), &a); err != nil {
					t.Fatal(err)
				}
			}
			putEvents(t, b, event("1", "First, put otherwise", "Japan"))
		}},
		{"agreements, collections and categories", func(t *testing.T, b *store.Batch) {
			for _, a := range []model.Agreement{
				{Key: "gsomia", Name: "Other name", Parties: []string{"Japan"}},
				{Key: "new", Name: "New agreement", Citations: []model.Citation{{Source: model.Source{Publisher: "new source"}}}},
			} {
				if _, err := b.PutAgreement(t.Context(), &a); err != nil {
					t.Fatal(err)
				}
			}
			for _, c := range []model.Collection{{Key: "crisis", Name: "Named otherwise"}, {Key: "other", Name: "Other"}} {
				if _, err := b.PutCollection(t.Context(), c); err != nil {
					t.Fatal(err)
				}
			}
			for _, c := range []model.Category{{Key: "own", Name: "Changed", Index: model.OtherCategory}, {Key: "own too", Name: "Added", Index: model.OtherCategory}} {
				if _, err := b.PutCategory(t.Context(), c); err != nil {
					t.Fatal(err)
				}
			}
		}},
		{"very much is added", func(t *testing.T, b *store.Batch) {
			b.Expect(manyEvents)
			g := newGenerator(41)
			events := make([]model.Event, 2000)
			for i := range events {
				events[i] = g.plain(1000 + i)
			}
			putEvents(t, b, append(events, event("1", "changed"))...)
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := newArchive(t)
			putAll(t, a, func(b *store.Batch) {
				for _, actor := range []model.Actor{{Key: "kor", Name: "Korea", Kind: model.State, From: edtf.MustParse("1948")}} {
					if _, err := b.PutActor(t.Context(), &actor); err != nil {
						t.Fatal(err)
					}
				}
				if _, err := b.PutCategory(t.Context(), model.Category{Key: "own", Term: "own", Name: "Own", Short: "Own", Index: model.OtherCategory}); err != nil {
					t.Fatal(err)
				}
				if _, err := b.PutCollection(t.Context(), model.Collection{Key: "crisis", Name: "Crisis"}); err != nil {
					t.Fatal(err)
				}
				putEvents(t, b, event("1", "First", "Korea", "Japan"), event("2", "Second", "Korea"))
				agreement := model.Agreement{
					Key: "gsomia", Name: "Agreement", Parties: []string{"Korea", "Japan"}, Signed: edtf.MustParse("2016-11-23"), Events: []string{"1"},
					Notices:   []model.AgreementStep{{When: edtf.MustParse("2019-08-22"), By: "Korea"}},
					Citations: []model.Citation{{Source: model.Source{Publisher: "Ministry"}, Quote: "quoted"}},
				}
				if _, err := b.PutAgreement(t.Context(), &agreement); err != nil {
					t.Fatal(err)
				}
			})
			want, found := allOf(t, a), findAll(t, a, "korea")
			indexes := indexesOf(t, a)
			putAll(t, a, func(b *store.Batch) { tt.fill(t, b) })
			if reflect.DeepEqual(allOf(t, a), want) {
				t.Fatal("the batch changed nothing")
			}
			findAll(t, a, "korea") // the index follows
			id := lastBatch(t, a)
			if err := a.UndoBatch(t.Context(), id, nil); err != nil {
				t.Fatal(err)
			}
			if got := allOf(t, a); !reflect.DeepEqual(got, want) {
				t.Errorf("after the undo there is\n%+v\nwant\n%+v", got, want)
			}
			if got := findAll(t, a, "korea"); !reflect.DeepEqual(got, found) {
				t.Errorf("after the undo a search finds %v, want %v", got, found)
			}
			if got := indexesOf(t, a); !reflect.DeepEqual(got, indexes) {
				t.Errorf("after the undo there are the indexes %q", got)
			}
			noFindings(t, a)
			if err := a.UndoBatch(t.Context(), id, nil); !errors.Is(err, store.ErrNoUndo) {
				t.Errorf("undone again: %v", err)
			}
			// The batch before it can still be undone, and leaves nothing.
			if err := a.UndoBatch(t.Context(), id-1, nil); err != nil {
				t.Fatal(err)
			}
			if s, err := a.Summary(t.Context()); err != nil || s != (store.Summary{Batches: s.Batches}) {
				t.Errorf("after undoing all there is %+v, %v", s, err)
			}
			noFindings(t, a)
		})
	}
}

// TestUndoBatchIsRefused makes sure that what came later is not lost with a batch,
// and that it is named.
func TestUndoBatchIsRefused(t *testing.T) {
	a := newArchive(t)
	event := func(key, title string) model.Event {
		return model.Event{Key: key, Title: title, Start: edtf.MustParse("2019")}
	}
	put(t, a, event("1", "one"), event("2", "two"))
	first := lastBatch(t, a)
	put(t, a, event("3", "three"))
	put(t, a, event("2", "two, changed"))
	third := lastBatch(t, a)
	before, err := a.EventByKey(t.Context(), "1")
	if err != nil {
		t.Fatal(err)
	}
	after := before
	after.Title = "one, edited"
	edit := model.Edit{Label: "Edit one", Changes: []model.Change{{Before: &before, After: &after}}}
	if err := a.Apply(t.Context(), edit); err != nil {
		t.Fatal(err)
	}
	err = a.UndoBatch(t.Context(), first, nil)
	var held *store.HeldError
	if !errors.As(err, &held) || !errors.Is(err, store.ErrHeld) {
		t.Fatalf("UndoBatch: %v", err)
	}
	if want := []store.Holder{{Label: "Edit one", Events: 1}, {Batch: third, Label: "test", Events: 1}}; !reflect.DeepEqual(held.By, want) {
		t.Errorf("held by %+v, want %+v", held.By, want)
	}
	for _, want := range []string{"Edit one", fmt.Sprintf("batch %d", third), "Undo that first"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q does not say %q", err, want)
		}
	}
	// In the order that the error says, all of it can be undone.
	if _, err := a.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := a.UndoBatch(t.Context(), third, nil); err != nil {
		t.Fatal(err)
	}
	if err := a.UndoBatch(t.Context(), first, nil); err != nil {
		t.Fatal(err)
	}
	if events := collect(t, a, model.Filter{}); len(events) != 1 || events[0].Key != "3" {
		t.Errorf("left are %+v", events)
	}
	noFindings(t, a)
	if err := a.UndoBatch(t.Context(), 99, nil); !errors.Is(err, store.ErrNoBatch) {
		t.Errorf("a batch that never was: %v", err)
	}
}

// TestUndoBatchIsCancelled cancels in the middle, which must change nothing.
func TestUndoBatchIsCancelled(t *testing.T) {
	a := newArchive(t)
	g := newGenerator(51)
	events := make([]model.Event, 600)
	for i := range events {
		events[i] = g.plain(i)
	}
	put(t, a, events[:300]...)
	for i := range 300 {
		events[i].ID, events[i].Title = 0, "changed"
	}
	put(t, a, events...)
	want := allOf(t, a)
	ctx, cancel := context.WithCancel(t.Context())
	err := a.UndoBatch(ctx, lastBatch(t, a), func(done, total int64) {
		if total != 600 {
			t.Errorf("%d of %d events", done, total)
		}
		if done > 300 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("UndoBatch: %v", err)
	}
	if !reflect.DeepEqual(allOf(t, a), want) {
		t.Error("a cancelled undo changed the archive")
	}
	noFindings(t, a)
}

func findAll(tb testing.TB, a *store.Archive, query string) []model.EventID {
	tb.Helper()
	found, err := a.Search(tb.Context(), query)
	if err != nil {
		tb.Fatal(err)
	}
	return found
}
