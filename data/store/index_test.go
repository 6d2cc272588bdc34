package store_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"chancery/data/store"
	"chancery/model"
)

// plainArchive returns an archive of n plain events.
func plainArchive(t *testing.T, n int) *store.Archive {
	t.Helper()
	a := newArchive(t)
	g := newGenerator(8)
	events := make([]model.Event, n)
	for i := range events {
		events[i] = g.plain(i)
		events[i].Links = nil
	}
	put(t, a, events...)
	return a
}

// indexed returns an archive of n events whose search index is in files, and up
// to date.
func indexed(t *testing.T, n int) *store.Archive {
	t.Helper()
	t.Cleanup(store.IndexInFiles())
	a := plainArchive(t, n)
	wantIndexed(t, a)
	return a
}

// wantIndexed brings the search index up to date and makes sure that it is sound.
func wantIndexed(t *testing.T, a *store.Archive) {
	t.Helper()
	last := int64(-1)
	err := a.Index(t.Context(), 0, func(done, total int64) {
		if done < last || done > total {
			t.Errorf("progress went from %d to %d of %d", last, done, total)
		}
		last = done
	})
	if err != nil {
		t.Fatal(err)
	}
	if n, err := a.Unindexed(t.Context()); n != 0 || err != nil {
		t.Errorf("%d events are not indexed, %v", n, err)
	}
	if err := a.CheckShards(t.Context()); err != nil {
		t.Error(err)
	}
	noFindings(t, a)
}

// folder returns the folder of an archive's search index.
func folder(a *store.Archive) string { return a.Path() + store.IndexSuffix }

// TestIndexInFilesFindsTheSame compares an index in files with one in memory,
// also when it is opened again and after changes.
func TestIndexInFilesFindsTheSame(t *testing.T) {
	const events = 9000 // in three blocks
	queries := []string{"talks", "summit treaty", "tre", "t", "actor 17", `"naval exercise"`, "nothing-like-it"}
	inMemory := plainArchive(t, events)
	want := map[string][]model.EventID{}
	for _, query := range queries {
		want[query], _ = inMemory.Search(t.Context(), query)
	}
	wantFound := func(t *testing.T, a *store.Archive) {
		t.Helper()
		for _, query := range queries {
			got, err := a.Search(t.Context(), query)
			if err != nil || !slices.Equal(got, want[query]) {
				t.Errorf("%q: found %d events, want %d, %v", query, len(got), len(want[query]), err)
			}
		}
	}
	wantTerm, wantCount, _ := inMemory.Nearest(t.Context(), "sumit")
	a := indexed(t, events)
	wantFound(t, a)
	if term, n, err := a.Nearest(t.Context(), "sumit"); term != wantTerm || n != wantCount || err != nil {
		t.Errorf("nearest is %q, %d, %v, want %q, %d", term, n, err, wantTerm, wantCount)
	}
	a = reopen(t, a)
	if n, err := a.Unindexed(t.Context()); n != 0 || err != nil {
		t.Errorf("opened again, %d events are not indexed, %v", n, err)
	}
	wantFound(t, a)
	for _, id := range []model.EventID{1, 4095, 4096, 8999} {
		before, err := a.Event(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		after := before
		after.Title = fmt.Sprintf("Unheard-of matter %d", id)
		apply(t, a, "change", model.Change{Before: &before, After: &after})
		if got, err := a.Search(t.Context(), fmt.Sprint("matter unheard ", id)); err != nil || !slices.Contains(got, id) {
			t.Errorf("the changed event %d is not found: %v, %v", id, got, err)
		}
		apply(t, a, "delete", model.Change{Before: &after})
	}
	if got, err := a.Search(t.Context(), "unheard"); err != nil || len(got) > 0 {
		t.Errorf("deleted events are found: %v, %v", got, err)
	}
	for range 8 {
		if _, err := a.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	wantFound(t, a)
	wantIndexed(t, a)
}

// TestIndexFilesAreExpendable does to the files of an index what may happen to
// them, and makes sure that the index is made anew.
func TestIndexFilesAreExpendable(t *testing.T) {
	for _, tt := range []struct {
		name string
		harm func(t *testing.T, folder string) error
	}{
		{"deleted", func(_ *testing.T, folder string) error { return os.RemoveAll(folder) }},
		{"one deleted", func(_ *testing.T, folder string) error { return os.Remove(filepath.Join(folder, "1.index")) }},
		{"emptied", func(_ *testing.T, folder string) error { return os.Truncate(filepath.Join(folder, "1.index"), 0) }},
		{"cut off", func(_ *testing.T, folder string) error { return os.Truncate(filepath.Join(folder, "1.index"), 8192) }},
		{"no database", func(_ *testing.T, folder string) error {
			return os.WriteFile(filepath.Join(folder, "1.index"), []byte(strings.Repeat("not a database ", 1000)), 0o600)
		}},
		{"another database", func(t *testing.T, folder string) error {
			return os.Rename(newArchive(t).Path(), filepath.Join(folder, "1.index"))
		}},
		{"of another format", func(t *testing.T, folder string) error {
			tamper(t, filepath.Join(folder, "1.index"), "PRAGMA user_version = 99")
			return nil
		}},
		{"in another order", func(_ *testing.T, folder string) error {
			return os.Rename(filepath.Join(folder, "2.index"), filepath.Join(folder, "1.index"))
		}},
		{"overwritten in the middle", func(_ *testing.T, folder string) error {
			f, err := os.OpenFile(filepath.Join(folder, "1.index"), os.O_RDWR, 0)
			if err != nil {
				return err
			}
			_, err = f.WriteAt([]byte(strings.Repeat("garbage ", 4096)), 4096)
			return errors.Join(err, f.Close())
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := indexed(t, 300)
			want, err := a.Search(t.Context(), "t")
			if err != nil || len(want) == 0 {
				t.Fatalf("found %v, %v", want, err)
			}
			if err := a.Close(); err != nil {
				t.Fatal(err)
			}
			if err := tt.harm(t, folder(a)); err != nil {
				t.Fatal(err)
			}
			a = reopen(t, a)
			if err := a.Index(t.Context(), 0, nil); err != nil {
				t.Fatal(err)
			}
			if got, err := a.Search(t.Context(), "t"); err != nil || !slices.Equal(got, want) {
				t.Errorf("found %d events, want %d, %v", len(got), len(want), err)
			}
			wantIndexed(t, a)
		})
	}
}

// TestIndexOfACopyGoneAnotherWay puts the index of one archive beside a copy of
// it that has as many writes behind it, but others.
func TestIndexOfACopyGoneAnotherWay(t *testing.T) {
	a := indexed(t, 50)
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(a.Path())
	if err != nil {
		t.Fatal(err)
	}
	g := newGenerator(2)
	change := func(title string) {
		a = reopen(t, a)
		e := g.plain(1000)
		e.Title = title
		put(t, a, e)
		if err := a.Index(t.Context(), 0, nil); err != nil {
			t.Fatal(err)
		}
	}
	change("Heliotrope")
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(a.Path(), content, 0o600); err != nil {
		t.Fatal(err)
	}
	change("Sycamore")
	for query, want := range map[string]int{"heliotrope": 0, "sycamore": 1} {
		if found, err := a.Search(t.Context(), query); err != nil || len(found) != want {
			t.Errorf("%s: found %v, %v", query, found, err)
		}
	}
	wantIndexed(t, a)
}

// TestIndexGoesOnWhereItStopped cancels the work over and over.
func TestIndexGoesOnWhereItStopped(t *testing.T) {
	t.Cleanup(store.IndexInFiles())
	t.Cleanup(store.ChunksOf(100_000))
	t.Cleanup(store.SearchWaitsFor(0))
	a := plainArchive(t, 9000)
	last, _ := a.Unindexed(t.Context())
	for rounds := 0; last > 0; rounds++ {
		if rounds > 1000 {
			t.Fatal("it does not end")
		}
		ctx, cancel := context.WithCancel(t.Context())
		err := a.Index(ctx, 1, func(int64, int64) { cancel() })
		cancel()
		if err != nil && !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
		left, err := a.Unindexed(t.Context())
		if err != nil || left >= last {
			t.Fatalf("%d events are left after %d, %v", left, last, err)
		}
		last = left
		if rounds%7 == 0 {
			a = reopen(t, a)
		}
	}
	wantIndexed(t, a)
}

// TestSearchDoesNotWaitForMany makes sure that a search of what is not indexed
// answers, and that Unindexed says so.
func TestSearchDoesNotWaitForMany(t *testing.T) {
	a := indexed(t, 200)
	defer store.SearchWaitsFor(99)()
	g := newGenerator(5)
	events := make([]model.Event, 100)
	for i := range events {
		events[i] = g.plain(1000 + i)
		events[i].Title = "Heliotrope"
	}
	put(t, a, events...)
	if n, err := a.Unindexed(t.Context()); n != 100 || err != nil {
		t.Errorf("%d events are not indexed, %v, want 100", n, err)
	}
	if found, err := a.Search(t.Context(), "heliotrope"); len(found) > 0 || err != nil {
		t.Errorf("found %v, %v", found, err)
	}
	if found, err := a.Search(t.Context(), "t"); len(found) == 0 || err != nil {
		t.Errorf("what was indexed is not found, %v", err)
	}
	noFindings(t, a) // to be behind is no damage
	wantIndexed(t, a)
	if found, err := a.Search(t.Context(), "heliotrope"); len(found) != 100 || err != nil {
		t.Errorf("found %d events, %v", len(found), err)
	}
}

// TestIndexOutgrowsMemory lets an archive grow past what is indexed in memory.
func TestIndexOutgrowsMemory(t *testing.T) {
	a := plainArchive(t, 100)
	want, err := a.Search(t.Context(), "t")
	if err != nil {
		t.Fatal(err)
	}
	wantFiles(t, filepath.Dir(a.Path()), filepath.Base(a.Path()), filepath.Base(a.Path())+"-shm", filepath.Base(a.Path())+"-wal")
	defer store.IndexInFiles()()
	if err := a.Index(t.Context(), 0, nil); err != nil {
		t.Fatal(err)
	}
	if got, err := a.Search(t.Context(), "t"); err != nil || !slices.Equal(got, want) {
		t.Errorf("found %v, %v, want %v", got, err, want)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	wantFiles(t, filepath.Dir(a.Path()), filepath.Base(a.Path()), filepath.Base(folder(a)))
	wantFiles(t, folder(a), "1.index", "2.index", "3.index", "4.index")
}

// TestIndexOfReadOnlyArchive makes sure that an archive opened for reading has a
// search: from the files beside it when they are up to date, else from others
// that go with it.
func TestIndexOfReadOnlyArchive(t *testing.T) {
	a := indexed(t, 100)
	want, err := a.Search(t.Context(), "t")
	if err := errors.Join(err, a.Close()); err != nil {
		t.Fatal(err)
	}
	temporary := t.TempDir()
	t.Setenv("TMPDIR", temporary)
	look := func() {
		t.Helper()
		r, err := store.OpenReadOnly(t.Context(), a.Path())
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		if err := r.Index(t.Context(), 2, nil); err != nil {
			t.Fatal(err)
		}
		if got, err := r.Search(t.Context(), "t"); err != nil || !slices.Equal(got, want) {
			t.Errorf("found %v, %v, want %v", got, err, want)
		}
		noFindings(t, r)
	}
	look()
	if err := os.RemoveAll(folder(a)); err != nil {
		t.Fatal(err)
	}
	look()
	wantFiles(t, filepath.Dir(a.Path()), filepath.Base(a.Path()))
	wantFiles(t, temporary)
}

// TestCheckFindsWhatTheIndexLacks makes the index differ from the archive.
func TestCheckFindsWhatTheIndexLacks(t *testing.T) {
	for _, tt := range []struct{ name, statement, says string }{
		{"an event not indexed", "DELETE FROM event_fts WHERE rowid = 1", "cannot be found by search"},
		{"an index of something else", "DELETE FROM event_fts WHERE rowid = 1; INSERT INTO event_fts (rowid, title) VALUES (1, 'x')", "not found by its title"},
		{"an index of what is gone", "INSERT INTO event_fts (rowid, title) VALUES (999, 'x')", "not there"},
		{"a broken index", "DELETE FROM event_fts_data WHERE id > 10", "delete the folder"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := indexed(t, 5)
			if err := a.Close(); err != nil {
				t.Fatal(err)
			}
			tamper(t, filepath.Join(folder(a), "1.index"), tt.statement)
			a = reopen(t, a)
			findings, err := a.Check(t.Context())
			if err != nil || !strings.Contains(strings.Join(findings, "\n"), tt.says) {
				t.Errorf("Check: %q, %v, want %q", findings, err, tt.says)
			}
		})
	}
}

// TestEditsLeaveTheIndexInFewPieces makes many small changes, each followed by a
// search, and makes sure that what they leave behind is merged.
func TestEditsLeaveTheIndexInFewPieces(t *testing.T) {
	a := indexed(t, 2000)
	event, err := a.Event(t.Context(), 7)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 200 {
		after := event
		after.Title = fmt.Sprint("Title ", i)
		apply(t, a, "change", model.Change{Before: &event, After: &after})
		event = after
		if found, err := a.Search(t.Context(), after.Title); err != nil || !slices.Contains(found, 7) {
			t.Fatalf("change %d is not found: %v", i, err)
		}
	}
	pieces, err := a.Segments(t.Context())
	if err != nil || pieces > 50 {
		t.Errorf("the index is in %d pieces, %v", pieces, err)
	}
	wantIndexed(t, a)
}
