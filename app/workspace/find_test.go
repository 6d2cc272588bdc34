package workspace_test

import (
	"slices"
	"testing"

	"chancery/app/workspace"
)

func TestFind(t *testing.T) {
	w, run := curated(t)
	decision, err := w.Archive().EventByKey(t.Context(), "jk-gsomia-decision")
	if err != nil {
		t.Fatal(err)
	}
	find := func(words string) (found []workspace.Found) {
		t.Helper()
		w.Find(words, decision.ID, func(f []workspace.Found) { found = f })
		run()
		return found
	}
	near := find("")
	if len(near) != 60 || slices.ContainsFunc(near, func(f workspace.Found) bool { return f.ID == decision.ID }) {
		t.Errorf("%d events near the decision, itself among them or not 60", len(near))
	}
	at := decision.Start.Bounds().EarliestStart
	distance := func(f workspace.Found) int64 {
		d := int64(f.Label.Start.Bounds().EarliestStart - at)
		return max(d, -d)
	}
	if !slices.IsSortedFunc(near, func(a, b workspace.Found) int { return int(distance(a) - distance(b)) }) {
		t.Error("the nearest events do not come first")
	}
	titled := find("decides gsomia")
	if len(titled) < 2 || titled[0].ID != decision.ID || titled[0].Label.Title != decision.Title {
		t.Errorf("found %+v, want the event of that title first", titled)
	}
	if got := find("zzzz"); len(got) != 0 {
		t.Errorf("found %+v", got)
	}
	// A later look-up takes the place of one under way.
	answered := 0
	w.Find("Japan", 0, func([]workspace.Found) { answered++ })
	w.Find("Seoul", 0, func([]workspace.Found) { answered += 10 })
	run()
	if answered != 10 {
		t.Errorf("answers %d, want the second alone", answered)
	}
}
