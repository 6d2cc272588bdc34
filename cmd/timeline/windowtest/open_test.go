//go:build window

package windowtest

import (
	"os"
	"path/filepath"
	"testing"
)

// open starts everything: a display, a new curated archive and the window on it.
// Whatever the program keeps is in folder; the home that it sees is folder/home.
func open(t *testing.T) (w *window, folder, archive string) {
	t.Helper()
	folder = t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "home"), 0o755); err != nil {
		t.Fatal(err)
	}
	archive = curated(t, folder)
	return openWindow(t, startDisplay(t), folder, archive), folder, archive
}

func TestOpensAndPaints(t *testing.T) {
	w, _, _ := open(t)
	shot := w.settled()
	shot.save(t, "open")
	// Thirteen categories are drawn in colours of their own, with softened edges;
	// a plot that stayed empty has its grid alone.
	if n := shot.colours(plotArea, 64); n < 64 {
		t.Errorf("the plot shows %d colours, want 64 or more", n)
	}
	if n := shot.colours(axisArea, 8); n < 8 {
		t.Errorf("the time axis shows %d colours, want 8 or more: text", n)
	}
	w.close()
}
