package workspace_test

import (
	"testing"
)

func TestSearchBeginsWithTheTitleThatIsMeant(t *testing.T) {
	w, run := curated(t)
	key := func() string {
		t.Helper()
		ids, current := w.Matches()
		if current < 0 {
			t.Fatalf("none of %d matches is current", len(ids))
		}
		e, err := w.Archive().Event(t.Context(), ids[current])
		if err != nil {
			t.Fatal(err)
		}
		return e.Key
	}
	for _, step := range []func(){w.NextMatch, w.PreviousMatch} {
		w.Search("decides gsomia")
		run()
		if ids, current := w.Matches(); len(ids) < 2 || current >= 0 {
			t.Fatalf("%d matches, the current one %d; the test wants several and none", len(ids), current)
		}
		step()
		if got := key(); got != "jk-gsomia-decision" {
			t.Errorf("the search begins with %s", got)
		}
		w.Search("")
	}
	w.Search("decides gsomia")
	run()
	w.NextMatch()
	w.NextMatch()
	if key() == "jk-gsomia-decision" {
		t.Error("the next match is the same one")
	}
	w.PreviousMatch()
	if got := key(); got != "jk-gsomia-decision" {
		t.Errorf("back at %s", got)
	}
	// Where no title has all words, the earliest match comes first.
	w.Search("Yonhap")
	run()
	w.NextMatch()
	if _, current := w.Matches(); current != 0 {
		t.Errorf("the search begins with match %d", current)
	}
}
