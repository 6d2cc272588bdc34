package store_test

import (
	"errors"
	"fmt"
	"reflect"
	"testing"

	"chancery/data/store"
	"chancery/model"
)

// TestPutEvents puts new, unchanged, changed, repeated and refused events in
// one call, and makes sure that each gets what PutEvent would answer.
func TestPutEvents(t *testing.T) {
	events := func() []model.Event {
		g := newGenerator(11)
		events := make([]model.Event, 300)
		for i := range events {
			events[i] = g.plain(i)
		}
		events[40].Title += " again"      // changed
		events[50].Key = ""               // refused
		events[60] = events[10]           // said before: unchanged
		events[70].Key = events[20].Key   // said before with other words: changed
		events[299].Key = events[298].Key // both new
		events[299].Title, events[299].ID = events[298].Title, 0
		return events
	}
	archive := func() *store.Archive {
		a := newArchive(t)
		g := newGenerator(11)
		known := make([]model.Event, 100)
		for i := range known {
			known[i] = g.plain(i)
		}
		put(t, a, known...)
		return a
	}
	one, many := archive(), archive()
	var want, got []string
	singly, together := events(), events()
	putAll(t, one, func(b *store.Batch) {
		for i := range singly {
			outcome, err := b.PutEvent(t.Context(), &singly[i])
			want = append(want, fmt.Sprint(i, outcome, err, singly[i].ID))
		}
	})
	putAll(t, many, func(b *store.Batch) {
		for from := 0; from < len(together); from += 64 {
			part := together[from:min(from+64, len(together))]
			outcomes, errs := b.PutEvents(t.Context(), part)
			for i := range part {
				got = append(got, fmt.Sprint(from+i, outcomes[i], errs[i], part[i].ID))
			}
		}
	})
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("PutEvents: %s, PutEvent: %s", got[i], want[i])
		}
	}
	if !reflect.DeepEqual(collect(t, many, model.Filter{}), collect(t, one, model.Filter{})) {
		t.Error("the archives differ")
	}
	noFindings(t, many)
}

// TestPutEventsAfterAFailure makes sure that what is not put is not said to be.
func TestPutEventsAfterAFailure(t *testing.T) {
	a := newArchive(t)
	b, err := a.Begin(t.Context(), "x")
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Rollback(); err != nil {
		t.Fatal(err)
	}
	g := newGenerator(1)
	_, errs := b.PutEvents(t.Context(), []model.Event{g.plain(1), g.plain(2)})
	for i, err := range errs {
		if refused := new(store.FieldError); err == nil || errors.As(err, &refused) {
			t.Errorf("event %d after the end of the batch: %v", i, err)
		}
	}
}
