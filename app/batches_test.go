package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"chancery/app/workspace"
	"chancery/data/store"
)

// TestUndoAnImport imports twice, and undoes the first from the list and the
// second as the newest of all that was done.
func TestUndoAnImport(t *testing.T) {
	b := newBench(t)
	_, before := b.Workspace.Count()
	if label, ok := b.Workspace.CanUndo(); ok {
		t.Errorf("%q, with which the archive began, can be undone", label)
	}
	folder := t.TempDir()
	for name, title := range map[string]string{"one.csv": "One", "two.csv": "Two"} {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte("id,title,start\n"+name+","+title+",2019-08-22\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"one.csv", "two.csv"} {
		b.wizard(filepath.Join(folder, name)).start()
		b.settle()
		if !b.shows("Undo this import") {
			t.Errorf("the end of the import of %s offers no undo", name)
		}
		b.escape()
	}
	if _, all := b.Workspace.Count(); all != before+2 {
		t.Fatalf("%d events after the imports, %d before", all, before)
	}
	b.showBatches()
	shown := strings.Join(texts(b.sheet), " ")
	for _, want := range []string{"Import one.csv", "Import two.csv", "1\u00a0new", "SHA-256", "Cannot be undone"} {
		if !strings.Contains(shown, want) {
			t.Errorf("the list does not show %q: %s", want, shown)
		}
	}
	batches, err := b.Workspace.Batches(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	undo := func(label string) {
		t.Helper()
		if got := strings.Join(texts(b.sheet), " "); !strings.Contains(got, label) {
			t.Fatalf("asked is %q, want %q", got, label)
		}
		b.sheet.Right[1].(*Button).Tapped(nil)
		b.settle()
		if want := "Undone: " + label + "."; b.messages.Sentence() != want {
			t.Errorf("message %q, want %q", b.messages.Sentence(), want)
		}
	}
	first := batches[slices.IndexFunc(batches, func(r store.BatchRecord) bool { return r.Label == "Import one.csv" })]
	b.askUndoBatch(workspace.Batch{ID: first.ID, Label: first.Label})
	undo("Import one.csv")
	if _, all := b.Workspace.Count(); all != before+1 {
		t.Errorf("%d events after the first undo, %d before", all, before)
	}
	b.undo()
	undo("Import two.csv")
	if _, all := b.Workspace.Count(); all != before {
		t.Errorf("%d events after all is undone, %d before", all, before)
	}
	if label, ok := b.Workspace.CanUndo(); ok {
		t.Errorf("%q can still be undone", label)
	}
}
