//go:build window

package windowtest

import "testing"

// open starts everything: a display, a new curated archive and the window on it.
func open(t *testing.T) (w *window, home, archive string) {
	t.Helper()
	home = t.TempDir()
	archive = curated(t, home)
	return openWindow(t, startDisplay(t), home, archive), home, archive
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
