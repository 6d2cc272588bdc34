package data_test

import (
	"path/filepath"
	"testing"

	"chancery/data"
)

// Files of other programs come in by what they hold, each entry an event or a
// problem, and a second time they change nothing.
func TestImportOtherFormats(t *testing.T) {
	for name, want := range map[string]struct{ read, leftOut int }{
		"new.timelinejs.json": {14, 6}, "old.timelinejs.json": {5, 1}, "items.vis.json": {9, 3}, "array.vis.json": {2, 0},
		"gold.plover.json": {3, 2}, "lines.plover.jsonl": {4, 2}, "crisis.timeline": {11, 3}, "meetings.ics": {9, 3},
	} {
		t.Run(name, func(t *testing.T) {
			a := newArchive(t)
			paths := []string{filepath.Join("exchange", "testdata", "read", name)}
			first, err := data.Import(t.Context(), a, paths, data.ImportOptions{})
			if err != nil {
				t.Fatal(err)
			}
			if first.Read != want.read || first.LeftOut != want.leftOut || first.Imported+first.LeftOut != first.Read || first.Added != first.Imported {
				t.Errorf("%+v, want %d read and %d left out", first.Count, want.read, want.leftOut)
			}
			again, err := data.Import(t.Context(), a, paths, data.ImportOptions{})
			if err != nil {
				t.Fatal(err)
			}
			if again.Added != 0 || again.Updated != 0 || again.Unchanged != first.Added {
				t.Errorf("a second time: %+v", again.Count)
			}
		})
	}
}
