package workspace_test

import (
	"context"
	"errors"
	"path/filepath"
	"reflect"
	"testing"

	"chancery/app/workspace"
	"chancery/data"
	"chancery/model"
)

// generated returns the path of an archive of n invented events.
func generated(t *testing.T, n int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "generated.chancery")
	if err := data.Generate(t.Context(), path, n, nil); err != nil {
		t.Fatal(err)
	}
	return path
}

// owner runs on the goroutine of a test what a workspace delivers.
type owner chan func()

func newWorkspace(t *testing.T) (*workspace.Workspace, owner) {
	t.Helper()
	o := make(owner, 1000)
	w := workspace.New(func(f func()) { o <- f })
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	return w, o
}

// until runs what is delivered until a condition holds.
func (o owner) until(t *testing.T, holds func() bool) {
	t.Helper()
	for !holds() {
		select {
		case f := <-o:
			f()
		case <-t.Context().Done():
			t.Fatal("what was waited for did not come")
		}
	}
}

func TestOpenLater(t *testing.T) {
	w, o := newWorkspace(t)
	opened := false
	w.OpenLater(generated(t, 200), func(err error) {
		if err != nil {
			t.Error(err)
		}
		opened = true
	})
	if w.Archive() != nil {
		t.Error("the archive is open before it was delivered")
	}
	o.until(t, func() bool { return opened })
	if w.Columns().Len() != 200 || w.Lanes().Events != 200 || len(w.Jobs().Running()) != 0 {
		t.Errorf("%d events, %d in lanes, %d jobs", w.Columns().Len(), w.Lanes().Events, len(w.Jobs().Running()))
	}
}

func TestOpenCancelledLeavesWhatWasOpen(t *testing.T) {
	w, o := newWorkspace(t)
	if err := w.Open(t.Context(), generated(t, 50)); err != nil {
		t.Fatal(err)
	}
	was := w.Archive()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var outcome error
	done := false
	w.FinishLater(workspace.Begin(ctx, generated(t, 60), model.ByActor, false), func(err error) { outcome, done = err, true })
	o.until(t, func() bool { return done })
	if !errors.Is(outcome, context.Canceled) || w.Archive() != was || w.Columns().Len() != 50 {
		t.Errorf("after cancelling: %v, %d events", outcome, w.Columns().Len())
	}
}

// TestEditKeepsLanesOfOtherWords makes sure that an edit touches what it must
// and no more: words leave rows and lanes alone, a category does not.
func TestEditKeepsLanesOfOtherWords(t *testing.T) {
	w, _ := newWorkspace(t)
	path := generated(t, 300)
	if err := w.Open(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	w.SetGrouping(model.ByCategory)
	edit := func(change func(*model.Event)) {
		t.Helper()
		before, err := w.Archive().Event(t.Context(), w.Columns().ID[7])
		if err != nil {
			t.Fatal(err)
		}
		after := before
		change(&after)
		if err := w.Do(t.Context(), model.Edit{Label: "change", Changes: []model.Change{{Before: &before, After: &after}}}); err != nil {
			t.Fatal(err)
		}
	}
	rows := func() *uint32 { return &w.Lanes().Lanes[0].Rows[0] }
	kept := rows()
	edit(func(e *model.Event) { e.Title += " again" })
	if rows() != kept || w.Lanes().Columns != w.Columns() {
		t.Error("a change of the title made other lanes")
	}
	edit(func(e *model.Event) {
		if e.Category = "treaty"; e.Category == w.Columns().Categories[w.Columns().Category[7]].Key {
			e.Category = "visit"
		}
	})
	if rows() == kept {
		t.Error("a change of the category left the lanes")
	}
	if err := w.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	want, err := w.Archive().Columns(t.Context())
	if err != nil || !reflect.DeepEqual(w.Columns(), want) {
		t.Errorf("after undoing, the columns differ from the archive's (%v)", err)
	}
}

// TestCloseKeepsEditsInTheSnapshot makes sure that an archive that was edited
// opens as quickly as one that was not: nothing has to be read again.
func TestCloseKeepsEditsInTheSnapshot(t *testing.T) {
	w, _ := newWorkspace(t)
	path := generated(t, 20_000)
	if err := w.Open(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	e := model.Event{Key: "new", Title: "A treaty", Start: model.DayOf(w.Columns().Start[9]), Category: w.Columns().Categories[0].Key}
	if err := w.Do(t.Context(), model.Edit{Label: "add", Changes: []model.Change{{After: &e}}}); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := w.Open(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	c, err := w.Archive().LoadColumns(t.Context(), func(done, total int64) {
		t.Errorf("read %d of %d rows from the tables", done, total)
	})
	if err != nil || c.Len() != 20_001 {
		t.Errorf("%d events, %v", c.Len(), err)
	}
}
