package workspace_test

import (
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"chancery/app/workspace"
	"chancery/assets"
	"chancery/data"
	"chancery/model"
)

// curated returns a workspace with the curated events open, and a function that
// waits for what runs in the background and runs what it delivers.
func curated(t *testing.T) (w *workspace.Workspace, run func()) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "curated.chancery")
	if _, err := data.CreateCurated(t.Context(), path, assets.Curated); err != nil {
		t.Fatal(err)
	}
	var lock sync.Mutex
	var posts []func()
	w = workspace.New(func(f func()) {
		lock.Lock()
		defer lock.Unlock()
		posts = append(posts, f)
	})
	run = func() {
		w.Jobs().Wait()
		lock.Lock()
		ready := posts
		posts = nil
		lock.Unlock()
		for _, f := range ready {
			f()
		}
	}
	if err := w.Open(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	return w, run
}

func TestTraceFollowsTheWholeChain(t *testing.T) {
	w, run := curated(t)
	id := func(key string) model.EventID {
		t.Helper()
		e, err := w.Archive().EventByKey(t.Context(), key)
		if err != nil {
			t.Fatal(err)
		}
		return e.ID
	}
	var chain workspace.Trace
	w.Trace(id("jk-gsomia-suspension"), true, func(found workspace.Trace) { chain = found })
	run()
	if len(chain.IDs) < 3 || chain.IDs[0] != id("jk-gsomia-suspension") {
		t.Fatalf("chain %+v", chain)
	}
	if !slices.Contains(chain.IDs, id("jk-gsomia-note")) {
		t.Error("the notice is not in what led to its suspension")
	}
	for i, event := range chain.IDs[1:] {
		if slices.Contains(chain.IDs[:i+1], event) {
			t.Errorf("event %d is in the chain twice", event)
		}
		if !slices.ContainsFunc(chain.Ties, func(tie workspace.Tie) bool { return tie.Cause == event }) {
			t.Errorf("event %d is in the chain without a link to it", event)
		}
	}
	// What led to an event has come of each of its causes.
	cause := chain.IDs[len(chain.IDs)-1]
	w.Trace(cause, false, func(found workspace.Trace) { chain = found })
	run()
	if !slices.Contains(chain.IDs, id("jk-gsomia-suspension")) {
		t.Errorf("the suspension did not come of %d, which led to it", cause)
	}
}

func TestTiesArriveInTheBackground(t *testing.T) {
	w, run := curated(t)
	e, err := w.Archive().EventByKey(t.Context(), "jk-gsomia-suspension")
	if err != nil {
		t.Fatal(err)
	}
	if got := w.TiesOf([]model.EventID{e.ID}); len(got) != 0 {
		t.Errorf("%d links before they were read", len(got))
	}
	run()
	if got := w.TiesOf([]model.EventID{e.ID}); len(got) != len(e.Links) {
		t.Errorf("%d links, want %d", len(got), len(e.Links))
	}
}

func TestAgreementsAreReadOnce(t *testing.T) {
	w, run := curated(t)
	told := 0
	w.Observe(func(c workspace.Change) {
		if c&workspace.AgreementsChanged != 0 {
			told++
		}
	})
	w.Agreements()
	run()
	list, events := w.Agreements()
	run()
	if told != 1 || len(list) == 0 {
		t.Fatalf("told %d times of %d agreements", told, len(list))
	}
	i := slices.IndexFunc(list, func(a model.Agreement) bool { return a.Key == "in-gsomia" })
	if i < 0 {
		t.Fatal("the pact is not among the agreements")
	}
	for _, key := range list[i].Events {
		if events[key] == 0 {
			t.Errorf("event %s of the pact is not known", key)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if list, _ := w.Agreements(); list != nil {
		t.Errorf("%d agreements with nothing open", len(list))
	}
}
