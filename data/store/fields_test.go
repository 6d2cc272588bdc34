package store_test

import (
	"reflect"
	"strings"
	"testing"

	"chancery/data/store"
	"chancery/model"
	"chancery/model/edtf"
)

// mutations returns copies of a value, each with one thing inside it changed,
// under the path of that thing.
func mutations[T any](value T) map[string]T {
	changed := map[string]T{}
	var walk func(path string, at func(root reflect.Value) reflect.Value)
	deepCopy := func() reflect.Value {
		root := reflect.New(reflect.TypeFor[T]()).Elem()
		root.Set(reflect.ValueOf(value))
		for i := range root.NumField() {
			if f := root.Field(i); f.Kind() == reflect.Slice && f.Len() > 0 {
				f.Set(reflect.AppendSlice(reflect.MakeSlice(f.Type(), 0, f.Len()+1), f))
			}
		}
		return root
	}
	keep := func(path string, root reflect.Value) { changed[path] = root.Interface().(T) }
	walk = func(path string, at func(root reflect.Value) reflect.Value) {
		root := deepCopy()
		v := at(root)
		switch {
		case v.Type() == reflect.TypeFor[edtf.Date]():
			v.Set(reflect.ValueOf(edtf.MustParse("1066-10-14")))
			keep(path, root)
		case v.Kind() == reflect.Struct:
			for i := range v.NumField() {
				walk(path+"."+v.Type().Field(i).Name, func(root reflect.Value) reflect.Value { return at(root).Field(i) })
			}
		case v.Kind() == reflect.Slice:
			v.SetZero()
			keep(path+" emptied", root)
			walk(path+"[0]", func(root reflect.Value) reflect.Value { return at(root).Index(0) })
		case v.Kind() == reflect.String:
			v.SetString(v.String() + "x")
			keep(path, root)
		case v.Kind() == reflect.Bool:
			v.SetBool(!v.Bool())
			keep(path, root)
		case v.CanInt():
			v.SetInt(v.Int() + 1)
			keep(path, root)
		case v.CanUint():
			v.SetUint(v.Uint() + 1)
			keep(path, root)
		case v.CanFloat():
			v.SetFloat(v.Float() + 1)
			keep(path, root)
		default:
			panic("a field of a kind that this test does not know: " + path)
		}
	}
	for i := range reflect.TypeFor[T]().NumField() {
		if name := reflect.TypeFor[T]().Field(i).Name; name != "ID" && name != "Key" {
			walk(name, func(root reflect.Value) reflect.Value { return root.Field(i) })
		}
	}
	return changed
}

var fullSource = model.Source{Publisher: "Trend", Title: "Six days", URL: "https://example.org/", Published: edtf.MustParse("2019-11-17")}

func fullEvent() model.Event {
	return model.Event{
		Key: "k", Collection: "c", Title: "t", Summary: "s", Start: edtf.MustParse("2019"), End: edtf.MustParse("2020"),
		StartText: "st", EndText: "et", Kind: model.Span, Category: "court", CAMEO: "010", Score: model.Score{Value: 1, Valid: true},
		Place:     model.Place{Name: "Seoul", Lat: 1, Lon: 2, HasPoint: true},
		Actors:    []model.Participation{{Actor: "Japan", Role: model.Initiator}},
		Citations: []model.Citation{{Source: fullSource, Quote: "q", Locator: "p. 1"}},
		Links:     []model.Link{{Kind: model.Follows, To: "other"}}, Tags: []string{"tag"}, Confidence: "verified",
		Origin: model.Origin{File: "f.csv", Row: 1},
	}
}

func TestEveryFieldOfAnEventCounts(t *testing.T) {
	for path, changed := range mutations(fullEvent()) {
		if strings.HasPrefix(path, "Origin.") {
			continue // TestOriginDoesNotCount
		}
		t.Run(path, func(t *testing.T) {
			a := newArchive(t)
			e := fullEvent()
			put(t, a, e)
			putAll(t, a, func(b *store.Batch) {
				for _, step := range []struct {
					event model.Event
					want  store.Outcome
				}{{e, store.Unchanged}, {changed, store.Updated}, {changed, store.Unchanged}} {
					got, err := b.PutEvent(t.Context(), &step.event)
					if err != nil || got != step.want {
						t.Errorf("PutEvent: %v, %v, want %v", got, err, step.want)
					}
				}
			})
			got, err := a.EventByKey(t.Context(), "k")
			changed.ID = got.ID
			if path == "Place.HasPoint" {
				changed.Place.Lat, changed.Place.Lon = 0, 0 // mean nothing without it
			}
			if path == "Score.Valid" {
				changed.Score.Value = 0
			}
			if err != nil || !reflect.DeepEqual(got, changed) {
				t.Errorf("after the update\n%+v, %v\nwant\n%+v", got, err, changed)
			}
			if findings, err := a.Check(t.Context()); err != nil || len(findings) > 1 {
				t.Errorf("Check: %q, %v", findings, err) // one: the link points nowhere
			}
		})
	}
}

func TestOriginDoesNotCount(t *testing.T) {
	a := newArchive(t)
	put(t, a, fullEvent())
	putAll(t, a, func(b *store.Batch) {
		moved := fullEvent()
		moved.Origin = model.Origin{File: "copy.csv", Row: 99}
		if got, err := b.PutEvent(t.Context(), &moved); err != nil || got != store.Unchanged {
			t.Errorf("PutEvent: %v, %v, want unchanged", got, err)
		}
	})
}

func TestEveryFieldOfAnActorCounts(t *testing.T) {
	actor := model.Actor{
		Key: "k", Name: "n", Kind: model.State, Parent: "p", Country: "KOR", Code: "KOR",
		Names: []model.LocalName{{Language: "ko", Text: "대한민국"}},
		Posts: []model.Post{{Office: "o", Of: "b", From: edtf.MustParse("2017"), To: edtf.Open, Current: true}},
		From:  edtf.MustParse("1948"), To: edtf.Open,
	}
	for path, changed := range mutations(actor) {
		t.Run(path, func(t *testing.T) {
			a := newArchive(t)
			putAll(t, a, func(b *store.Batch) {
				for _, step := range []struct {
					actor model.Actor
					want  store.Outcome
				}{{actor, store.Added}, {actor, store.Unchanged}, {changed, store.Updated}, {changed, store.Unchanged}} {
					got, err := b.PutActor(t.Context(), &step.actor)
					if err != nil || got != step.want {
						t.Errorf("PutActor: %v, %v, want %v", got, err, step.want)
					}
				}
			})
			got, err := a.Actors(t.Context())
			changed.ID = 1
			if err != nil || !reflect.DeepEqual(got, []model.Actor{changed}) {
				t.Errorf("after the update\n%+v, %v\nwant\n%+v", got, err, changed)
			}
		})
	}
}

func TestEveryFieldOfAnAgreementCounts(t *testing.T) {
	agreement := newGenerator(1).agreement("k")
	agreement.Parties, agreement.Events = []string{"a"}, []string{"e"}
	step := model.AgreementStep{When: edtf.MustParse("2019"), By: "b", Note: "n"}
	agreement.Notices, agreement.Suspensions = []model.AgreementStep{step}, []model.AgreementStep{step}
	agreement.Citations = []model.Citation{{Source: fullSource}}
	for path, changed := range mutations(agreement) {
		t.Run(path, func(t *testing.T) {
			a := newArchive(t)
			putAll(t, a, func(b *store.Batch) {
				for _, step := range []struct {
					agreement model.Agreement
					want      store.Outcome
				}{{agreement, store.Added}, {agreement, store.Unchanged}, {changed, store.Updated}, {changed, store.Unchanged}} {
					got, err := b.PutAgreement(t.Context(), &step.agreement)
					if err != nil || got != step.want {
						t.Errorf("PutAgreement: %v, %v, want %v", got, err, step.want)
					}
				}
			})
			got, err := a.Agreements(t.Context())
			changed.ID = 1
			if err != nil || !reflect.DeepEqual(got, []model.Agreement{changed}) {
				t.Errorf("after the update\n%+v, %v\nwant\n%+v", got, err, changed)
			}
		})
	}
}
