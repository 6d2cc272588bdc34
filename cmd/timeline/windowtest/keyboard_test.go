//go:build window

package windowtest

import (
	"encoding/json"
	"image"
	"slices"
	"testing"
)

// A savedView is what `timeline views --json` says of one.
type savedView struct {
	Name   string
	Pinned []string
	Filter struct {
		Actors    []string
		AllActors bool `json:"all_actors"`
		From, To  string
	}
}

func savedViews(t *testing.T, folder, archive string) []savedView {
	t.Helper()
	var answer struct{ Views []savedView }
	if err := json.Unmarshal(timeline(t, folder, "views", "--archive", archive, "--json"), &answer); err != nil {
		t.Fatalf("timeline views: %v", err)
	}
	return answer.Views
}

// Without the pointer: find the decision on GSOMIA, read the life of the pact,
// follow what the decision answered, filter to Japan and South Korea in 2018 and
// 2019, and save the view. Pins tell afterwards which events were gone to.
func TestFiveMinutesByKeyboard(t *testing.T) {
	w, folder, archive := open(t)
	w.point(image.Pt(1439, 899)) // out of the way: nothing hovers

	// Find.
	w.key("ctrl+f")
	w.changes(wholeWindow, func() { w.write("decides GSOMIA") })
	w.changes(detailsArea, func() { w.key("Return") })
	w.keys("Escape", "Escape") // ends the search, and goes back to the plot
	w.changes(wholeWindow, func() { w.key("p") })

	// Read on to the end of the panel, where the life of the pact stands.
	w.changes(detailsArea, func() { w.key("F6") })
	w.changes(detailsArea, func() { w.key("Next") })
	w.changes(detailsArea, func() { w.key("Home") })

	// Follow.
	w.key("shift+F6")
	w.changes(detailsArea, func() { w.key("bracketleft") })
	w.keys("p")

	// Filter by actors: both of them together.
	w.toFilters()
	w.changes(wholeWindow, func() { w.key("Return") })
	w.keys("Down", "Return")
	w.changes(wholeWindow, func() { w.write("Japan") })
	w.changes(wholeWindow, func() { w.key("Return") })
	w.changes(wholeWindow, func() { w.write("South Korea") })
	w.changes(wholeWindow, func() { w.key("Return") })
	w.keys("shift+Tab", "shift+Tab", "shift+Tab") // past the cross and Close to "All of them together"
	w.changes(wholeWindow, func() { w.key("space") })
	w.changes(wholeWindow, func() { w.key("Escape") })

	// Filter by period: the last of the filters.
	w.toFilters()
	w.changes(wholeWindow, func() { w.key("Return") })
	w.keys("Up", "Return")
	w.changes(wholeWindow, func() { w.write("2018 to 2019") })
	w.changes(wholeWindow, func() { w.key("Return") })

	// Save.
	w.changes(wholeWindow, func() { w.key("shift+v") })
	w.changes(wholeWindow, func() { w.write("Before the pact ran out") })
	w.changes(wholeWindow, func() { w.key("Return") })

	views := savedViews(t, folder, archive)
	i := slices.IndexFunc(views, func(v savedView) bool { return v.Name == "Before the pact ran out" })
	if i < 0 {
		t.Fatalf("the archive has no such view, but %+v", views)
	}
	v := views[i]
	if want := []string{"jk-gsomia-decision", "jk-white-list-cabinet"}; !slices.Equal(v.Pinned, want) {
		t.Errorf("the keyboard went to %q, want %q", v.Pinned, want)
	}
	f := v.Filter
	slices.Sort(f.Actors)
	if !slices.Equal(f.Actors, []string{"Japan", "South Korea"}) || !f.AllActors ||
		f.From != "2018-01-01T00:00:00Z" || f.To != "2020-01-01T00:00:00Z" {
		t.Errorf("the view filters by %+v", f)
	}
	w.close()
}

// toFilters goes from the plot to the filter row.
func (w *window) toFilters() {
	w.t.Helper()
	w.keys("shift+F6", "shift+F6", "shift+F6")
}

// F6 goes round the regions, and each shows that it has the keyboard.
func TestEveryRegionShowsItsFocus(t *testing.T) {
	w, _, _ := open(t)
	w.point(image.Pt(1439, 899))
	w.changes(detailsArea, func() { w.key("Home") }) // opens the details
	regions := []struct {
		name string
		area image.Rectangle
	}{
		{"details", detailsArea},
		{"overview", image.Rect(0, 800, 1096, 876)},
		{"toolbar", image.Rect(0, 28, 1440, 76)},
		{"filters", image.Rect(0, 76, 1440, 112)},
		{"lane chooser", image.Rect(0, 112, 208, 156)},
		{"lanes", image.Rect(0, 156, 208, 800)},
		{"plot", image.Rect(208, 156, 1096, 800)},
	}
	last := w.settled()
	for _, r := range regions {
		now := w.changes(r.area, func() { w.key("F6") })
		if gained := now.accented(r.area) - last.accented(r.area); gained < 40 {
			t.Errorf("F6 to the %s: %d pixels more in the colour of the ring, want 40 or more", r.name, gained)
		}
		last = now
	}
	w.close()
}

// accented returns how many pixels of a part are in the colour of the focus ring,
// or near to it where the ring's edge is softened.
func (p picture) accented(part image.Rectangle) (n int) {
	near := func(a, b uint8) bool { return max(a, b)-min(a, b) < 48 }
	part = part.Intersect(p.Rect)
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			if c := p.RGBAAt(x, y); near(c.R, accent.R) && near(c.G, accent.G) && near(c.B, accent.B) {
				n++
			}
		}
	}
	return n
}
