package store_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"chancery/data/store"
	"chancery/model"
	"chancery/model/edtf"
)

func TestActorsAreCompletedAndMerged(t *testing.T) {
	a := newArchive(t)
	event := func(key, actor string) model.Event {
		return model.Event{Key: key, Start: edtf.MustParse("2019"), Actors: []model.Participation{{Actor: actor}}}
	}
	put(t, a, event("1", "Korea"), event("2", "South Korea"), event("3", "Japan"))
	outcomes := map[string]store.Outcome{}
	putAll(t, a, func(b *store.Batch) {
		for _, actor := range []model.Actor{
			{Key: "kor", Name: "Korea", Kind: model.State},
			{Key: "kor", Name: "South Korea", Kind: model.State, Names: []model.LocalName{{Language: "ko", Text: "대한민국"}}},
			{Name: "Japan", Kind: model.State},
			{Key: "jpn", Name: "Japan", Kind: model.State},
		} {
			outcome, err := b.PutActor(t.Context(), &actor)
			if err != nil {
				t.Fatal(err)
			}
			outcomes[fmt.Sprint(actor.Key, " ", actor.Name)] = outcome
		}
		_, err := b.PutActor(t.Context(), &model.Actor{Key: "other", Name: "Japan"})
		var refused *store.FieldError
		if !errors.As(err, &refused) || refused.Field != "name" {
			t.Errorf("a name that is taken: %v", err)
		}
	})
	actors, err := a.Actors(t.Context())
	if err != nil || len(actors) != 2 {
		t.Fatalf("actors %+v, %v", actors, err)
	}
	for _, e := range collect(t, a, model.Filter{Actors: []string{"South Korea"}}) {
		if e.Actors[0].Actor != "South Korea" {
			t.Errorf("event %s has the actor %q", e.Key, e.Actors[0].Actor)
		}
	}
	found, err := a.Search(t.Context(), "대한")
	if err != nil || len(found) != 2 {
		t.Errorf("search by the new name found %v, %v", found, err)
	}
	if found, _ := a.Search(t.Context(), "south"); len(found) != 2 {
		t.Errorf("search for the merged actor found %v", found)
	}
	// The same file again changes nothing, whatever the names were before.
	putAll(t, a, func(b *store.Batch) {
		e := event("1", "South Korea")
		if got, err := b.PutEvent(t.Context(), &e); err != nil || got != store.Unchanged {
			t.Errorf("the renamed event: %v, %v", got, err)
		}
	})
	if findings, err := a.Check(t.Context()); err != nil || len(findings) > 0 {
		t.Errorf("Check: %q, %v", findings, err)
	}
}

func TestRollbackLeavesTheArchiveAsItWas(t *testing.T) {
	a := newArchive(t)
	g := newGenerator(1)
	put(t, a, g.plain(0), g.plain(1))
	generation, _ := a.Generation(t.Context())
	summary, _ := a.Summary(t.Context())
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	before, _ := os.ReadFile(a.Path())
	for _, end := range []string{"rollback", "cancel", "unchanged"} {
		t.Run(end, func(t *testing.T) {
			a, err := store.Open(t.Context(), a.Path())
			if err != nil {
				t.Fatal(err)
			}
			defer a.Close()
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			b, err := a.Begin(ctx, "x")
			if err != nil {
				t.Fatal(err)
			}
			switch end {
			case "unchanged":
				g := newGenerator(1)
				for i := range 2 {
					e := g.plain(i)
					if got, err := b.PutEvent(ctx, &e); err != nil || got != store.Unchanged {
						t.Errorf("PutEvent: %v, %v", got, err)
					}
				}
				err = b.Commit(ctx)
			default:
				for i := range 500 {
					e := g.plain(1 + i)
					if _, err := b.PutEvent(ctx, &e); err != nil {
						t.Fatal(err)
					}
				}
				if end == "cancel" {
					cancel()
					if err := b.Commit(ctx); !errors.Is(err, context.Canceled) {
						t.Errorf("Commit after cancelling: %v", err)
					}
				}
				err = b.Rollback()
			}
			if err != nil {
				t.Error(err)
			}
			if got, _ := a.Generation(t.Context()); got != generation {
				t.Errorf("generation %d, want %d", got, generation)
			}
			if got, _ := a.Summary(t.Context()); got != summary {
				t.Errorf("summary %+v, want %+v", got, summary)
			}
			if err := a.Close(); err != nil {
				t.Fatal(err)
			}
			after, _ := os.ReadFile(a.Path())
			if string(after) != string(before) {
				t.Error("the file is not the same bytes")
			}
			wantFiles(t, filepath.Dir(a.Path()), filepath.Base(a.Path()))
		})
	}
}

func TestRefusedValuesLeaveTheBatchUsable(t *testing.T) {
	a := newArchive(t)
	putAll(t, a, func(b *store.Batch) {
		for _, tt := range []struct {
			field string
			event model.Event
		}{
			{"id", model.Event{}},
			{"lat", model.Event{Key: "x", Place: model.Place{HasPoint: true, Lat: math.NaN()}}},
			{"lon", model.Event{Key: "x", Place: model.Place{HasPoint: true, Lon: math.Inf(1)}}},
			{"score", model.Event{Key: "x", Score: model.Score{Valid: true, Value: math.Inf(-1)}}},
		} {
			_, err := b.PutEvent(t.Context(), &tt.event)
			var refused *store.FieldError
			if !errors.As(err, &refused) || refused.Field != tt.field {
				t.Errorf("PutEvent: %v, want a refusal of %s", err, tt.field)
			}
		}
		for i := range 300 {
			e := model.Event{Key: fmt.Sprint(i), Category: fmt.Sprintf("own %d", i)}
			_, err := b.PutEvent(t.Context(), &e)
			if refused := new(store.FieldError); i >= 243 && !errors.As(err, &refused) || i < 243 && err != nil {
				t.Fatalf("category %d: %v", i, err)
			}
		}
	})
	c, err := a.Columns(t.Context())
	if err != nil || c.Len() != 243 || len(c.Categories) != 256 {
		t.Errorf("%d events in %d categories, %v", c.Len(), len(c.Categories), err)
	}
}

func TestUnusedSourcesAndNamesGo(t *testing.T) {
	a := newArchive(t)
	e := fullEvent()
	e.Links = nil
	put(t, a, e)
	e.Citations, e.Actors = nil, []model.Participation{{Actor: "Japan"}}
	put(t, a, e)
	e.Actors = nil
	put(t, a, e)
	s, err := a.Summary(t.Context())
	if err != nil || s.Sources != 0 || s.Actors != 0 {
		t.Errorf("%d sources, %d actors, %v", s.Sources, s.Actors, err)
	}
	// Put again in the transaction in which they were dropped.
	put(t, a, fullEvent(), e, fullEvent())
	if s, _ = a.Summary(t.Context()); s.Sources != 1 || s.Actors != 1 {
		t.Errorf("%d sources, %d actors", s.Sources, s.Actors)
	}
}

func TestCollectionsKeepTheirOrder(t *testing.T) {
	a := newArchive(t)
	putAll(t, a, func(b *store.Batch) {
		e := model.Event{Key: "1", Collection: "named-by-an-event"}
		if _, err := b.PutEvent(t.Context(), &e); err != nil {
			t.Fatal(err)
		}
		for _, step := range []struct {
			collection model.Collection
			want       store.Outcome
		}{
			{model.Collection{Key: "z", Name: "Last letter"}, store.Added},
			{model.Collection{Key: "a", Name: "First letter"}, store.Added},
			{model.Collection{Key: "named-by-an-event", Name: "Named"}, store.Updated},
			{model.Collection{Key: "z", Name: "Last letter"}, store.Unchanged},
		} {
			if got, err := b.PutCollection(t.Context(), step.collection); err != nil || got != step.want {
				t.Errorf("PutCollection(%v): %v, %v, want %v", step.collection, got, err, step.want)
			}
		}
	})
	want := []model.Collection{{Key: "named-by-an-event", Name: "Named"}, {Key: "z", Name: "Last letter"}, {Key: "a", Name: "First letter"}}
	if got, err := a.Collections(t.Context()); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("collections %v, %v, want %v", got, err, want)
	}
}

func TestOwnCategories(t *testing.T) {
	a := newArchive(t)
	own := model.Category{Key: "embargo", Term: "embargo", Name: "Embargo, partial", Short: "Embargo", Index: model.OtherCategory}
	putAll(t, a, func(b *store.Batch) {
		for _, want := range []store.Outcome{store.Added, store.Unchanged} {
			if got, err := b.PutCategory(t.Context(), own); err != nil || got != want {
				t.Errorf("PutCategory: %v, %v, want %v", got, err, want)
			}
		}
		if got, err := b.PutCategory(t.Context(), model.Categories()[0]); err != nil || got != store.Unchanged {
			t.Errorf("a built-in category: %v, %v", got, err)
		}
	})
	want := append(model.Categories(), own)
	if got, err := a.Categories(t.Context()); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("categories %v, %v, want %v", got, err, want)
	}
}
