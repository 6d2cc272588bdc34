package store_test

import (
	"path/filepath"
	"testing"

	"chancery/data/store"
	"chancery/model"
	"chancery/model/edtf"
)

// TestCompare foretells what a batch does, and leaves the archive alone.
func TestCompare(t *testing.T) {
	a, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "a"+store.Extension))
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	event := func(key, title string) model.Event {
		return model.Event{Key: key, Title: title, Start: edtf.MustParse("2019-08-22")}
	}
	put := func(events ...model.Event) []store.Outcome {
		b, err := a.Begin(t.Context(), "test")
		if err != nil {
			t.Fatal(err)
		}
		outcomes, _ := b.PutEvents(t.Context(), events)
		if err := b.Commit(t.Context()); err != nil {
			t.Fatal(err)
		}
		return outcomes
	}
	put(event("one", "First"), event("two", "Second"))

	events := []model.Event{event("one", "First"), event("two", "Second, put otherwise"), event("three", "Third"), event("three", "Third"), event("three", "3rd"), event("", "No key")}
	outcomes, errs := a.Compare().PutDigested(t.Context(), store.Digest(events))
	if err := errs[len(errs)-1]; err == nil {
		t.Error("an event without a key is not refused")
	}
	want := put(events...)
	for i, o := range outcomes {
		if o != want[i] {
			t.Errorf("event %d would be %s; the batch says %s", i, o, want[i])
		}
	}
	if again, _ := a.Compare().PutDigested(t.Context(), store.Digest(events[4:5])); again[0] != store.Unchanged {
		t.Errorf("what was put last would be %s", again[0])
	}
}
