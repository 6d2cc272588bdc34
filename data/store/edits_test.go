package store_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"chancery/data/store"
	"chancery/model"
)

func apply(tb testing.TB, a *store.Archive, label string, changes ...model.Change) {
	tb.Helper()
	if err := a.Apply(tb.Context(), model.Edit{Label: label, Changes: changes}); err != nil {
		tb.Fatalf("%s: %v", label, err)
	}
}

// TestUndoRestoresEveryState makes random edits of hostile content, undoes them
// all and redoes them all, with a restart between any two steps.
func TestUndoRestoresEveryState(t *testing.T) {
	a := newArchive(t)
	g := newGenerator(5)
	states := [][]model.Event{nil}
	for step := range 30 {
		events := states[len(states)-1]
		var changes []model.Change
		for range 1 + g.IntN(3) {
			fresh := g.event(fmt.Sprintf("%d-%d %s", step, len(changes), g.text()))
			if len(events) == 0 || g.IntN(2) == 0 {
				changes = append(changes, model.Change{After: &fresh})
				continue
			}
			i := g.IntN(len(events))
			before := events[i]
			events = slices.Delete(slices.Clone(events), i, i+1) // each event once a step
			change := model.Change{Before: &before}
			if g.IntN(3) > 0 {
				fresh.ID = before.ID
				change.After = &fresh
			}
			changes = append(changes, change)
		}
		apply(t, a, fmt.Sprint(step), changes...)
		states = append(states, collect(t, a, model.Filter{}))
	}
	want := func(state int) {
		t.Helper()
		if got := collect(t, a, model.Filter{}); !reflect.DeepEqual(got, states[state]) {
			t.Fatalf("state %d is\n%+v\nwant\n%+v", state, got, states[state])
		}
	}
	for state := len(states) - 2; state >= 0; state-- {
		a = reopen(t, a)
		if edit, err := a.Undo(t.Context()); err != nil || edit.Label != fmt.Sprint(state) {
			t.Fatalf("undo %d: %q, %v", state, edit.Label, err)
		}
		want(state)
	}
	if _, err := a.Undo(t.Context()); !errors.Is(err, store.ErrNoUndo) {
		t.Errorf("one undo too many: %v", err)
	}
	if s, _ := a.Summary(t.Context()); s.Actors+s.Sources != 0 {
		t.Errorf("after all was undone %d actors and %d sources are left", s.Actors, s.Sources)
	}
	for state := 1; state < len(states); state++ {
		a = reopen(t, a)
		if _, err := a.Redo(t.Context()); err != nil {
			t.Fatalf("redo %d: %v", state, err)
		}
		want(state)
	}
	if _, err := a.Redo(t.Context()); !errors.Is(err, store.ErrNoRedo) {
		t.Errorf("one redo too many: %v", err)
	}
	noFindings(t, a)
}

func TestHistory(t *testing.T) {
	a := newArchive(t)
	g := newGenerator(1)
	history := func(wantUndo, wantRedo string) {
		t.Helper()
		undo, redo, err := a.History(t.Context())
		if err != nil || fmt.Sprint(undo) != wantUndo || fmt.Sprint(redo) != wantRedo {
			t.Errorf("history %v %v, %v, want %s %s", undo, redo, err, wantUndo, wantRedo)
		}
	}
	events := []model.Event{g.plain(0), g.plain(1), g.plain(2), g.plain(3)}
	apply(t, a, "one", model.Change{After: &events[0]})
	apply(t, a, "two", model.Change{After: &events[1]})
	history("[two one]", "[]")
	if _, err := a.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	history("[one]", "[two]")
	apply(t, a, "three", model.Change{After: &events[2]})
	history("[three one]", "[]")
	if _, err := a.Redo(t.Context()); !errors.Is(err, store.ErrNoRedo) {
		t.Errorf("redo after a new edit: %v", err)
	}
	// A batch cannot be undone, nor can what came before it.
	put(t, a, g.plain(7))
	history("[]", "[]")
	if _, err := a.Undo(t.Context()); !errors.Is(err, store.ErrNoUndo) {
		t.Errorf("undo of a batch: %v", err)
	}
	apply(t, a, "four", model.Change{After: &events[3]})
	history("[four]", "[]")
}

func TestApplyIsAllOrNothing(t *testing.T) {
	a := newArchive(t)
	g := newGenerator(1)
	stored := g.plain(0)
	apply(t, a, "add", model.Change{After: &stored})
	generation, _ := a.Generation(t.Context())
	stale := stored
	stale.Title = "as someone else saw it"
	changed := stored
	changed.Title = "changed"
	fresh, twin := g.plain(1), stored
	twin.ID = 0
	refused := new(store.FieldError)
	for _, tt := range []struct {
		name   string
		change model.Change
		want   func(error) bool
	}{
		{"update of what changed", model.Change{Before: &stale, After: &changed}, func(err error) bool { return errors.Is(err, store.ErrConflict) }},
		{"deletion of what changed", model.Change{Before: &stale}, func(err error) bool { return errors.Is(err, store.ErrConflict) }},
		{"a key that is taken", model.Change{After: &twin}, func(err error) bool { return errors.As(err, &refused) }},
		{"an event without a key", model.Change{After: &model.Event{}}, func(err error) bool { return errors.As(err, &refused) }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			fresh.ID = 0
			err := a.Apply(t.Context(), model.Edit{Changes: []model.Change{{After: &fresh}, tt.change}})
			if !tt.want(err) {
				t.Errorf("error is %v", err)
			}
			if fresh.ID != 0 {
				t.Errorf("an event that was not stored has the ID %d", fresh.ID)
			}
			if got := collect(t, a, model.Filter{}); !reflect.DeepEqual(got, []model.Event{stored}) {
				t.Errorf("events are now %+v", got)
			}
			if now, _ := a.Generation(t.Context()); now != generation {
				t.Errorf("generation is %d, want %d", now, generation)
			}
		})
	}
}

func TestIDsAreNeverUsedTwice(t *testing.T) {
	a := newArchive(t)
	g := newGenerator(1)
	first, second := g.plain(0), g.plain(1)
	apply(t, a, "add", model.Change{After: &first})
	apply(t, a, "delete", model.Change{Before: &first})
	a = reopen(t, a)
	apply(t, a, "add", model.Change{After: &second})
	if second.ID == first.ID {
		t.Errorf("the ID %d of a deleted event was given again", first.ID)
	}
	put(t, a, g.plain(2))
	for _, e := range collect(t, a, model.Filter{}) {
		if e.Key != second.Key && e.ID <= second.ID {
			t.Errorf("event %s has the ID %d", e.Key, e.ID)
		}
	}
}
