package app

import (
	"testing"

	"chancery/app/workspace"
	"chancery/model"
	"chancery/model/edtf"
)

// A picture of a saved view shows what the window would.
func TestRenderOptionsTakeASavedView(t *testing.T) {
	b := openBench(t, "")
	path := curated(t)
	opening := workspace.Begin(t.Context(), path, model.ByCollection, false)
	err := b.prepare(t.Context(), opening, RenderOptions{Archive: path, SavedView: "SIX days before GSOMIA expires"})
	if err != nil {
		t.Fatal(err)
	}
	b.settle()
	ws := b.Workspace
	if on, chosen := ws.AsOf(); !chosen || on != edtf.At(2019, 11, 17) {
		t.Errorf("as of %s, %v", on, chosen)
	}
	if f := ws.Filter(); len(f.Collections) != 1 || ws.Grouping() != model.ByCategory {
		t.Errorf("filter %+v, lanes by %s", f, ws.Grouping())
	}
	view := b.timeline.view
	if off := view.From() - edtf.At(2019, 5, 24); off < -60 || off > 60 {
		t.Errorf("the picture begins at %s", view.From())
	}
}
