package store_test

import (
	"errors"
	"path/filepath"
	"reflect"
	"testing"

	"chancery/data/store"
	"chancery/model"
	"chancery/model/edtf"
)

// fullView has a value in every field, so that one which is not kept shows.
func fullView() model.View {
	set := func(key string) map[string]bool { return map[string]bool{key: true} }
	return model.View{
		Name: "Pact, 2018–2019",
		Filter: model.Filter{
			Collections: []string{"jk-gsomia"}, Categories: []string{"court", "visit"}, Actors: []string{"Japan", "\xff not UTF-8"},
			AllActors: true, Places: []string{"Seoul"}, Confidence: []string{"verified"}, Text: "“pact”",
			Period: model.Period{From: edtf.At(2018, 1, 1), To: edtf.At(2020, 1, 1), Mode: model.Inside, Certainly: true},
		},
		From: edtf.At(2018, 6, 1), To: edtf.At(2019, 12, 1), ScrollY: 12.5,
		Grouping: model.ByPair, RollUp: true,
		Arrangement: model.Arrangement{
			Order: []string{"b", "a"}, Pinned: set("a"), Hidden: set("c"), Collapsed: set("agreements:"), ShowAll: set("b"),
		},
		Pinned: []model.EventID{7, 3},
		AsOf:   edtf.At(2019, 11, 17), AsOfChosen: true,
	}
}

// zeroFields returns the paths of what is zero in a value.
func zeroFields(path string, v reflect.Value) (zero []string) {
	if v.Kind() != reflect.Struct {
		if v.IsZero() {
			zero = append(zero, path)
		}
		return zero
	}
	for i := range v.NumField() {
		zero = append(zero, zeroFields(path+"."+v.Type().Field(i).Name, v.Field(i))...)
	}
	return zero
}

func putView(tb testing.TB, a *store.Archive, v model.View) {
	tb.Helper()
	if err := a.PutView(tb.Context(), v); err != nil {
		tb.Fatal(err)
	}
}

func wantViews(tb testing.TB, a *store.Archive, want ...model.View) {
	tb.Helper()
	got, err := a.Views(tb.Context())
	if err != nil || !reflect.DeepEqual(got, want) {
		tb.Errorf("views\n%+v, %v\nwant\n%+v", got, err, want)
	}
}

func TestViewsAreKeptWhole(t *testing.T) {
	full := fullView()
	if zero := zeroFields("view", reflect.ValueOf(full)); len(zero) > 0 {
		t.Fatalf("the test says nothing of %v", zero)
	}
	a := newArchive(t)
	wantViews(t, a)
	plain := model.View{Name: "All", From: edtf.Past, To: edtf.Future}
	putView(t, a, full)
	putView(t, a, plain)
	for _, mode := range []model.PeriodMode{model.Overlaps, model.Starts, model.Ends} {
		full.Filter.Period.Mode = mode
		putView(t, a, full)
		a = reopen(t, a)
		wantViews(t, a, plain, full)
	}
	noFindings(t, a)
}

func TestViewsAreNamedWhateverTheCase(t *testing.T) {
	a := newArchive(t)
	putView(t, a, model.View{Name: "  Été  ", From: 1, To: 2})
	putView(t, a, model.View{Name: "ÉTÉ", From: 3, To: 4})
	wantViews(t, a, model.View{Name: "ÉTÉ", From: 3, To: 4})
	if v, err := a.View(t.Context(), "été"); err != nil || v.From != 3 {
		t.Errorf("View: %+v, %v", v, err)
	}
	if err := a.DeleteView(t.Context(), "été"); err != nil {
		t.Error(err)
	}
	wantViews(t, a)
	if _, err := a.View(t.Context(), "été"); !errors.Is(err, store.ErrNoView) {
		t.Errorf("View of none: %v", err)
	}
	if err := a.DeleteView(t.Context(), "été"); !errors.Is(err, store.ErrNoView) {
		t.Errorf("DeleteView of none: %v", err)
	}
	var field *store.FieldError
	if err := a.PutView(t.Context(), model.View{Name: " "}); !errors.As(err, &field) {
		t.Errorf("PutView without a name: %v", err)
	}
}

// A view changes no event: the snapshot stays good, and undo passes it over.
func TestViewsLeaveEventsAlone(t *testing.T) {
	a := newArchive(t)
	e := newGenerator(3).plain(0)
	apply(t, a, "add", model.Change{After: &e})
	before, err := a.Generation(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	putView(t, a, fullView())
	if after, err := a.Generation(t.Context()); err != nil || after != before {
		t.Errorf("generation %d, %v, want %d", after, err, before)
	}
	if edit, err := a.Undo(t.Context()); err != nil || edit.Label != "add" {
		t.Errorf("Undo took back %q, %v", edit.Label, err)
	}
	wantViews(t, a, fullView())
}

func TestViewsThatCannotBeRead(t *testing.T) {
	a := newArchive(t)
	putView(t, a, fullView())
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	tamper(t, a.Path(), `INSERT INTO view (name, content) VALUES ('broken', '{"lanes": "colour"}'), ('cut', '{')`)
	a = reopen(t, a)
	views, err := a.Views(t.Context())
	if err == nil || len(views) != 1 || views[0].Name != fullView().Name {
		t.Errorf("views %+v, %v; want the one that can be read, and an error", views, err)
	}
	if findings, err := a.Check(t.Context()); err != nil || len(findings) != 2 {
		t.Errorf("Check: %q, %v", findings, err)
	}
	// What cannot be read can be replaced.
	putView(t, a, model.View{Name: "cut", From: 1, To: 2})
	if v, err := a.View(t.Context(), "cut"); err != nil || v.From != 1 {
		t.Errorf("View: %+v, %v", v, err)
	}
}

func TestViewsOfReadOnlyArchive(t *testing.T) {
	a := newArchive(t)
	putView(t, a, fullView())
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := store.OpenReadOnly(t.Context(), a.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	wantViews(t, r, fullView())
	if err := r.PutView(t.Context(), fullView()); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("PutView: %v", err)
	}
	if err := r.DeleteView(t.Context(), fullView().Name); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("DeleteView: %v", err)
	}
}

// TestFirstSchemaIsBroughtUpToDate opens an archive as the first version laid
// it, with events in it.
func TestFirstSchemaIsBroughtUpToDate(t *testing.T) {
	a := newArchive(t)
	put(t, a, newGenerator(1).plain(0))
	want := collect(t, a, model.Filter{})
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	old := filepath.Join(t.TempDir(), "old"+store.Extension)
	if err := store.CopyAs(t.Context(), a.Path(), old, 1); err != nil {
		t.Fatal(err)
	}
	a, err := store.Open(t.Context(), old)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	if got := collect(t, a, model.Filter{}); !reflect.DeepEqual(got, want) {
		t.Errorf("events %+v, want %+v", got, want)
	}
	putView(t, a, fullView())
	wantViews(t, a, fullView())
	noFindings(t, a)
}
