package store_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"chancery/data/store"
	"chancery/model"
)

func TestEventsComeBackEqual(t *testing.T) {
	a := newArchive(t)
	g := newGenerator(1)
	want := map[string]model.Event{}
	var events []model.Event
	for i := range 500 {
		e := g.event(fmt.Sprintf("%d%s", i, g.text()))
		events = append(events, e)
	}
	put(t, a, events...)
	for _, e := range events {
		want[e.Key] = e
	}
	a = reopen(t, a)
	got := collect(t, a, model.Filter{})
	if len(got) != len(want) {
		t.Fatalf("%d events came back, want %d", len(got), len(want))
	}
	for _, e := range got {
		if !reflect.DeepEqual(e, want[e.Key]) {
			t.Fatalf("event came back as\n%+v\nwant\n%+v", e, want[e.Key])
		}
		one, err := a.Event(t.Context(), e.ID)
		if err != nil || !reflect.DeepEqual(one, e) {
			t.Fatalf("Event(%d) = %+v, %v\nwant %+v", e.ID, one, err, e)
		}
	}
	if !slices.IsSortedFunc(got, func(x, y model.Event) int {
		if x.Bounds().EarliestStart != y.Bounds().EarliestStart {
			return int(min(max(x.Bounds().EarliestStart/2-y.Bounds().EarliestStart/2, -1), 1))
		}
		return 0
	}) {
		t.Error("events are not in the order of their earliest starts")
	}
	noFindings(t, a)
}

func TestActorsComeBackEqual(t *testing.T) {
	a := newArchive(t)
	g := newGenerator(2)
	var want []model.Actor
	for i := range 100 {
		want = append(want, g.actor(fmt.Sprintf("%d%s", i, g.text())))
	}
	putAll(t, a, func(b *store.Batch) {
		for i := range want {
			outcome, err := b.PutActor(t.Context(), &want[i])
			if err != nil || outcome != store.Added {
				t.Fatalf("PutActor: %v, %v", outcome, err)
			}
		}
	})
	got, err := reopen(t, a).Actors(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("actors came back as\n%+v\nwant\n%+v", got, want)
	}
}

func TestAgreementsComeBackEqual(t *testing.T) {
	a := newArchive(t)
	g := newGenerator(3)
	var want []model.Agreement
	for i := range 100 {
		want = append(want, g.agreement(fmt.Sprintf("%d%s", i, g.text())))
	}
	putAll(t, a, func(b *store.Batch) {
		for i := range want {
			outcome, err := b.PutAgreement(t.Context(), &want[i])
			if err != nil || outcome != store.Added {
				t.Fatalf("PutAgreement: %v, %v", outcome, err)
			}
		}
	})
	got, err := reopen(t, a).Agreements(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("agreements came back as\n%+v\nwant\n%+v", got, want)
	}
}

// putAll runs fill in a batch and commits it.
func putAll(tb testing.TB, a *store.Archive, fill func(b *store.Batch)) {
	tb.Helper()
	b, err := a.Begin(tb.Context(), "test")
	if err != nil {
		tb.Fatal(err)
	}
	defer b.Rollback()
	fill(b)
	if err := b.Commit(tb.Context()); err != nil {
		tb.Fatal(err)
	}
}

// noFindings fails the test unless Check finds nothing but links and names
// that point nowhere, which random content is full of.
func noFindings(tb testing.TB, a *store.Archive) {
	tb.Helper()
	findings, err := a.Check(tb.Context())
	if err != nil {
		tb.Fatal(err)
	}
	for _, f := range findings {
		if !strings.HasPrefix(f, "links: ") && !strings.HasPrefix(f, "agreements: ") && !strings.HasPrefix(f, "actors: ") {
			tb.Errorf("Check: %s", f)
		}
	}
}
