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

// TestLargeBatch puts many events beside few, into an empty archive and into one
// with events, and wants the archive to be as if they had been put by and by.
func TestLargeBatch(t *testing.T) {
	for _, before := range []int{0, 500} {
		t.Run(fmt.Sprint(before, " events before"), func(t *testing.T) {
			large, small := newArchive(t), newArchive(t)
			g := newGenerator(31)
			known := make([]model.Event, before)
			for i := range known {
				known[i] = g.plain(i)
			}
			put(t, large, known...)
			put(t, small, known...)
			indexes := indexesOf(t, large)
			events := func() []model.Event {
				g := newGenerator(32)
				events := make([]model.Event, 3000)
				for i := range events {
					events[i] = g.plain(before + i)
				}
				events[2000].Key = events[10].Key // updated, with its indexes gone
				return events
			}
			all := events()
			for _, end := range []string{"rollback", "commit"} {
				b, err := large.Begin(t.Context(), "x")
				if err != nil {
					t.Fatal(err)
				}
				b.Expect(manyEvents)
				_, errs := b.PutEvents(t.Context(), events())
				if err := errors.Join(errs...); err != nil {
					t.Fatal(err)
				}
				if end == "rollback" {
					err = b.Rollback()
				} else {
					err = b.Commit(t.Context())
				}
				if err != nil {
					t.Fatal(err)
				}
				if got := indexesOf(t, large); !reflect.DeepEqual(got, indexes) {
					t.Errorf("after the %s there are the indexes %q, want %q", end, got, indexes)
				}
				noFindings(t, large)
			}
			put(t, small, all...)
			if !reflect.DeepEqual(collect(t, large, model.Filter{}), collect(t, small, model.Filter{})) {
				t.Error("the archives differ")
			}
		})
	}
}

// TestBatchLeavesASnapshot makes sure that what a batch keeps of what it adds is
// what reading the tables gives, with words and actors that are new and old.
func TestBatchLeavesASnapshot(t *testing.T) {
	a := newArchive(t)
	for round := range 3 {
		g := newGenerator(uint64(round))
		events := make([]model.Event, 700)
		for i := range events {
			events[i] = g.plain(round*len(events) + i)
			events[i].Place.Name = fmt.Sprint(events[i].Place.Name, round+i%2)
			events[i].Category = fmt.Sprint("own ", round+i%5)
			events[i].Actors = append(events[i].Actors, model.Participation{Actor: fmt.Sprint("actor of round ", round)})
		}
		put(t, a, events...)
		if has, err := a.HasSnapshot(t.Context()); !has || err != nil {
			t.Errorf("round %d left no snapshot: %v", round, err)
		}
		noFindings(t, a) // Check compares the snapshot with the tables
	}
}

func indexesOf(tb testing.TB, a *store.Archive) []string {
	tb.Helper()
	indexes, err := a.Indexes(tb.Context())
	if err != nil || len(indexes) < 5 {
		tb.Fatalf("indexes %q, %v", indexes, err)
	}
	return indexes
}
