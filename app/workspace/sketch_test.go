package workspace_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"

	_ "modernc.org/sqlite"

	"chancery/app/workspace"
	"chancery/data"
	"chancery/model"
)

// largeEvents is how many events an archive needs to have a sketch.
const largeEvents = 66_000

var largeFile struct {
	once sync.Once
	data []byte
}

// large returns the path of an archive that opens by its sketch when lanes are
// by none, after statements past the store.
func large(t *testing.T, statements ...string) string {
	t.Helper()
	largeFile.once.Do(func() {
		path := filepath.Join(t.TempDir(), "large.chancery")
		if err := data.Generate(t.Context(), path, largeEvents, nil); err != nil {
			t.Fatal(err)
		}
		var err error
		if largeFile.data, err = os.ReadFile(path); err != nil {
			t.Fatal(err)
		}
	})
	path := filepath.Join(t.TempDir(), "copy.chancery")
	if err := os.WriteFile(path, largeFile.data, 0o600); err != nil {
		t.Fatal(err)
	}
	tamper(t, path, statements...)
	return path
}

func tamper(t *testing.T, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.ExecContext(t.Context(), s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

// opened opens an archive in the background, with all events in one lane, and
// returns when it is shown.
func opened(t *testing.T, path string) (*workspace.Workspace, owner) {
	t.Helper()
	w, o := newWorkspace(t)
	w.SetGrouping(model.ByNone)
	shown := false
	w.OpenLater(path, func(err error) {
		if err != nil {
			t.Error(err)
		}
		shown = true
	})
	o.until(t, func() bool { return shown })
	return w, o
}

func TestSketchIsShownUntilAllIsRead(t *testing.T) {
	w, o := opened(t, large(t))
	var told workspace.Change
	w.Observe(func(c workspace.Change) { told |= c })
	columns, lanes := w.Sketch()
	if !w.Reading() || !columns.Sketched() || lanes.Events != largeEvents || len(w.Jobs().Running()) != 1 {
		t.Fatalf("reading %v, %d events in the lanes of a sketch %v", w.Reading(), lanes.Events, columns.Sketched())
	}
	if kept, all := w.Count(); kept != largeEvents || all != largeEvents || !w.Reading() {
		t.Errorf("%d of %d events are kept", kept, all)
	}
	w.ReadOn()
	o.until(t, func() bool { return !w.Reading() && len(w.Jobs().Running()) == 0 && told&workspace.HistoryChanged != 0 })
	if want := workspace.ColumnsChanged | workspace.LanesChanged; told&want != want {
		t.Errorf("told of %b", told)
	}
	whole, lanes := w.Sketch()
	if whole.Sketched() || whole.Len() != largeEvents || whole != w.Columns() || len(lanes.Lanes[0].Rows) != largeEvents {
		t.Errorf("%d events, %d in the lane", whole.Len(), len(lanes.Lanes[0].Rows))
	}
}

func TestColumnsAreThereWhenTheyAreAskedFor(t *testing.T) {
	for name, ask := range map[string]func(w *workspace.Workspace) int{
		"columns":          func(w *workspace.Workspace) int { return w.Columns().Len() },
		"lanes":            func(w *workspace.Workspace) int { return len(w.Lanes().Lanes[0].Rows) },
		"other lanes":      func(w *workspace.Workspace) int { w.SetGrouping(model.ByActor); return w.Lanes().Events },
		"a filter":         func(w *workspace.Workspace) int { return keptOf(w, "meeting") },
		"a sketch of more": func(w *workspace.Workspace) int { w.SetGrouping(model.ByPlace); c, _ := w.Sketch(); return c.Len() },
	} {
		w, _ := opened(t, large(t))
		if got := ask(w); w.Reading() || name != "a filter" && got != largeEvents || got == 0 {
			t.Errorf("asked for %s there are %d events, and reading goes on: %v", name, got, w.Reading())
		}
	}
}

func keptOf(w *workspace.Workspace, category string) int {
	w.SetFilter(model.Filter{Categories: []string{category}})
	kept, _ := w.Count()
	return kept
}

// TestDamageUnderASketch makes sure that an archive whose snapshot turns out to be
// damaged is shown when its tables are read, and that until then nothing waits.
func TestDamageUnderASketch(t *testing.T) {
	path := large(t, "UPDATE snapshot SET data = zeroblob(length(data)) WHERE id = 0")
	w, o := opened(t, path)
	if got := w.Columns().Len(); got != 0 || w.Archive() != nil {
		t.Errorf("%d events are shown of a damaged snapshot", got)
	}
	o.until(t, func() bool { return w.Archive() != nil })
	if got := w.Columns().Len(); got != largeEvents || w.Lanes().Events != largeEvents {
		t.Errorf("%d events are read from the tables", got)
	}
}

// TestStaleSnapshotIsReadAnewInTheBackground makes sure that the workspace answers
// meanwhile, and that it is told how far the reading is.
func TestStaleSnapshotIsReadAnewInTheBackground(t *testing.T) {
	path := large(t, "UPDATE meta SET value = value + 1 WHERE key = 'generation'")
	w, o := newWorkspace(t)
	if err := w.Open(t.Context(), generated(t, 50)); err != nil {
		t.Fatal(err)
	}
	done := false
	job := w.OpenLater(path, func(err error) {
		if err != nil {
			t.Error(err)
		}
		done = true
	})
	w.SetFilter(model.Filter{Categories: []string{w.Columns().Categories[w.Columns().Category[0]].Key}})
	if kept, all := w.Count(); kept == 0 || all != 50 || done {
		t.Errorf("while another archive is read, %d of %d events are kept", kept, all)
	}
	o.until(t, func() bool { return done })
	if _, known := job.Progress(); !known || w.Columns().Len() != largeEvents {
		t.Errorf("%d events; the progress is known: %v", w.Columns().Len(), known)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	o.until(t, func() bool { return len(w.Jobs().Running()) == 0 })
	if err := w.Open(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	if _, err := w.Archive().LoadColumns(t.Context(), func(done, total int64) { t.Errorf("%d of %d rows are read again", done, total) }); err != nil {
		t.Error(err)
	}
}

// TestSketchesOfAnOlderArchive makes sure that an archive without sketches gets
// them when it is opened.
func TestSketchesOfAnOlderArchive(t *testing.T) {
	path := large(t, "DELETE FROM snapshot WHERE id < 0", "DELETE FROM meta WHERE key LIKE 'sketch%'")
	w, _ := opened(t, path)
	if w.Reading() {
		t.Fatal("there is a sketch")
	}
	w.Jobs().Wait()
	if s, err := w.Archive().LoadSketch(t.Context(), model.ByNone); s == nil || err != nil {
		t.Errorf("no sketch was made (%v)", err)
	}
}

func TestGivingUpWhatIsRead(t *testing.T) {
	t.Run("for another archive", func(t *testing.T) {
		w, _ := opened(t, large(t))
		if err := w.Open(t.Context(), generated(t, 40)); err != nil {
			t.Fatal(err)
		}
		if w.Reading() || w.Columns().Len() != 40 {
			t.Errorf("%d events", w.Columns().Len())
		}
	})
	t.Run("by the user", func(t *testing.T) {
		w, o := newWorkspace(t)
		w.SetGrouping(model.ByNone)
		var outcomes []error
		w.OpenLater(large(t), func(err error) { outcomes = append(outcomes, err) })
		o.until(t, func() bool { return len(outcomes) == 1 })
		w.Jobs().Running()[0].Cancel()
		o.until(t, func() bool { return len(outcomes) == 2 })
		if outcomes[0] != nil || !errors.Is(outcomes[1], context.Canceled) || w.Archive() != nil || w.Reading() {
			t.Errorf("outcomes %v, reading %v", outcomes, w.Reading())
		}
	})
	t.Run("before it is shown", func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		opening := workspace.Begin(ctx, large(t), model.ByNone, false)
		if err := opening.Opened(); err != nil {
			t.Fatal(err)
		}
		cancel()
		if err := opening.Drop(nil); err != nil {
			t.Error(err)
		}
	})
}
