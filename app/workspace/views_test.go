package workspace_test

import (
	"errors"
	"testing"

	"chancery/app/workspace"
	"chancery/data/store"
	"chancery/model"
)

func TestViewsTravelWithTheArchive(t *testing.T) {
	w, run := curated(t)
	told := 0
	w.Observe(func(c workspace.Change) {
		if c&workspace.ViewsChanged != 0 {
			told++
		}
	})
	w.Views()
	run()
	if told != 1 || len(w.Views()) == 0 {
		t.Fatalf("told %d times that the views were read, %d of them", told, len(w.Views()))
	}
	own := len(w.Views())
	autumn := model.View{Name: "Autumn", Grouping: model.ByPair, From: 1, To: 2}
	if err := w.SaveView(t.Context(), autumn); err != nil {
		t.Fatal(err)
	}
	if v, ok := w.ViewNamed("AUTUMN"); !ok || v.Grouping != model.ByPair || told != 2 {
		t.Errorf("view %+v, %v, told %d times", v, ok, told)
	}
	path := w.Archive().Path()
	if err := w.Open(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	w.Views()
	run()
	if v, ok := w.ViewNamed("autumn"); !ok || v.Name != "Autumn" {
		t.Errorf("after opening again: %+v, %v", v, ok)
	}
	if err := w.RemoveView(t.Context(), "autumn"); err != nil || len(w.Views()) != own {
		t.Errorf("%d views are left, %v, want %d", len(w.Views()), err, own)
	}
	if err := w.RemoveView(t.Context(), "autumn"); !errors.Is(err, store.ErrNoView) {
		t.Errorf("RemoveView of none: %v", err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := w.SaveView(t.Context(), autumn); !errors.Is(err, workspace.ErrNoArchive) {
		t.Errorf("SaveView with nothing open: %v", err)
	}
}
