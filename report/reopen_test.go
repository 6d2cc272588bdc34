package report_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"chancery/charts/echarts"
	"chancery/data"
	"chancery/data/store"
	"chancery/model"
	"chancery/model/edtf"
	"chancery/report"
)

// pactView is a view with a value in most of its fields.
var pactView = model.View{
	From: edtf.At(2019, 6, 1), To: edtf.At(2019, 12, 1), ScrollY: 12,
	Arrangement: model.Arrangement{Collapsed: map[string]bool{"meeting": true}},
}

// reported writes a report of the pact and returns its path, and the archive's.
func reported(t *testing.T) (page, archive string) {
	t.Helper()
	a, c := curated(t)
	r := of(a, c, model.Filter{Collections: []string{"jk-gsomia"}})
	r.AsOf, r.View = edtf.At(2019, 11, 17), pactView
	r.Lanes = c.Lanes(model.ByActor, r.Kept, true)
	for _, key := range []string{"jk-gsomia-note", "jk-gsomia-signed"} {
		e, err := a.EventByKey(t.Context(), key)
		if err != nil {
			t.Fatal(err)
		}
		r.Selected, r.View.Pinned = append(r.Selected, e.ID), []model.EventID{e.ID}
	}
	page = filepath.Join(t.TempDir(), "pact.html")
	if err := os.WriteFile(page, []byte(written(t, r)), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	return page, a.Path()
}

func reopened(t *testing.T, page string, o data.ReopenOptions) *data.Reopened {
	t.Helper()
	r, err := report.Reopen(t.Context(), page, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := r.Discard(); err != nil {
			t.Error(err)
		}
	})
	return r
}

// wantPact checks that a view is that of the report, by the archive's own ids.
func wantPact(t *testing.T, r *data.Reopened) {
	t.Helper()
	v := r.View
	if v.From != pactView.From || v.To != pactView.To || v.ScrollY != 12 || v.Grouping != model.ByActor || !v.RollUp ||
		!v.AsOfChosen || v.AsOf != edtf.At(2019, 11, 17) || !slices.Equal(v.Filter.Collections, []string{"jk-gsomia"}) ||
		!v.Arrangement.Collapsed["meeting"] {
		t.Errorf("the view is %+v", v)
	}
	a, err := store.Open(t.Context(), r.Archive)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	keys, err := data.KeysOf(t.Context(), a, append(slices.Clone(r.Selected), v.Pinned...))
	if want := []string{"jk-gsomia-note", "jk-gsomia-signed", "jk-gsomia-signed"}; err != nil || !slices.Equal(keys, want) {
		t.Errorf("selected and pinned %q, want %q; %v", keys, want, err)
	}
}

func move(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Rename(from, to); err != nil {
		t.Fatal(err)
	}
}

func TestReopenWhereTheArchiveWas(t *testing.T) {
	page, archive := reported(t)
	r := reopened(t, page, data.ReopenOptions{})
	if r.Own || r.Archive != archive || !r.Changes.None() || r.Held != r.Events {
		t.Errorf("reopened as %+v", r)
	}
	wantPact(t, r)
}

func TestReopenBesideTheReport(t *testing.T) {
	page, archive := reported(t)
	beside := filepath.Join(filepath.Dir(page), filepath.Base(archive))
	move(t, archive, beside)
	if r := reopened(t, page, data.ReopenOptions{}); r.Own || r.Archive != beside || !r.Changes.None() {
		t.Errorf("reopened as %+v", r)
	}
}

// Without its archive a report opens as what it holds: events, actors and
// agreements.
func TestReopenFromTheReportAlone(t *testing.T) {
	page, archive := reported(t)
	elsewhere := filepath.Join(t.TempDir(), "renamed.chancery")
	move(t, archive, elsewhere)
	r := reopened(t, page, data.ReopenOptions{})
	if !r.Own || r.Held != r.Events || r.Was != archive {
		t.Errorf("reopened as %+v", r)
	}
	wantPact(t, r)
	if was, now := tablesOf(t, elsewhere, r.View.Filter), tablesOf(t, r.Archive, r.View.Filter); was != now {
		t.Error("the events of the report are not those of the archive")
	}
	if again := reopened(t, page, data.ReopenOptions{Archive: elsewhere}); again.Own || again.Archive != elsewhere {
		t.Errorf("reopened where it was said to be as %+v", again)
	}
	if _, err := report.Reopen(t.Context(), page, data.ReopenOptions{Archive: page + ".chancery"}); err == nil {
		t.Error("an archive that is not there was opened")
	}
	folder := filepath.Dir(r.Archive)
	if err := r.Discard(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(folder); !os.IsNotExist(err) {
		t.Errorf("%s is left: %v", folder, err)
	}
}

// tablesOf returns the events that a filter keeps as CSV, and how many actors and
// agreements name them.
func tablesOf(t *testing.T, path string, f model.Filter) string {
	t.Helper()
	a, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	events, err := data.EnclosedEvents(t.Context(), a, f)
	if err != nil {
		t.Fatal(err)
	}
	table, err := data.EventTable(events)
	if err != nil {
		t.Fatal(err)
	}
	beside, err := data.TablesBeside(t.Context(), a, events)
	if err != nil {
		t.Fatal(err)
	}
	all := string(table)
	for _, name := range []string{"actors.csv", "collections.csv", "instruments.csv"} {
		lines := strings.Split(string(beside[name]), "\n") // the order is the archive's own
		slices.Sort(lines)
		all += strings.Join(lines, "\n")
	}
	return all
}

func TestReopenTellsWhatChanged(t *testing.T) {
	page, archive := reported(t)
	a, err := store.Open(t.Context(), archive)
	if err != nil {
		t.Fatal(err)
	}
	var before, after [2]model.Event
	for i, key := range []string{"jk-gsomia-note", "jk-gsomia-signed"} {
		if before[i], err = a.EventByKey(t.Context(), key); err != nil {
			t.Fatal(err)
		}
		after[i] = before[i]
	}
	after[0].Title += "!"
	fresh := model.Event{Key: "fresh", Title: "Fresh", Collection: "jk-gsomia", Start: before[0].Start}
	edit := model.Edit{Label: "Change", Changes: []model.Change{
		{Before: &before[0], After: &after[0]}, {Before: &before[1]}, {After: &fresh},
	}}
	if err := errors.Join(a.Apply(t.Context(), edit), a.Close()); err != nil {
		t.Fatal(err)
	}
	want := data.Differences{Changed: 1, Gone: 1, New: 1}
	r := reopened(t, page, data.ReopenOptions{})
	if r.Changes != want || r.Own || len(r.Selected) != 1 {
		t.Errorf("reopened as %+v, want changes %+v", r, want)
	}
	if own := reopened(t, page, data.ReopenOptions{Own: true}); !own.Own || own.Held != own.Events {
		t.Errorf("what the report holds is reopened as %+v", own)
	}
}

func TestReopenOfOthers(t *testing.T) {
	var chart bytes.Buffer
	if err := echarts.WritePage(&chart, echarts.Page{Title: "One chart"}); err != nil {
		t.Fatal(err)
	}
	page, _ := reported(t)
	whole, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	text := string(whole)
	for name, c := range map[string]struct {
		text string
		want string
	}{
		"a chart":   {chart.String(), "it holds no view to open"},
		"any page":  {"<!DOCTYPE html><p>Hello", "this is not a report of Chancery"},
		"cut short": {text[:strings.Index(text, "chancery-table")+500], "the table of the page: "},
		"cut early": {text[:1000], "this is not a report of Chancery"},
		"changed":   {strings.Replace(text, `"sha256":"`, `"sha256":"0`, 1), "the report is damaged"},
		"damaged":   {strings.Replace(text, `id="chancery-table">"H4sI`, `id="chancery-table">"AAAA`, 1), "the table of the page: "},
		"newer":     {strings.Replace(text, `{"version":1,`, `{"version":2,`, 1), "it was made by a newer Chancery"},
	} {
		path := filepath.Join(t.TempDir(), "other.html")
		if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := report.Reopen(context.Background(), path, data.ReopenOptions{}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
	if _, err := report.Reopen(t.Context(), "nowhere.html", data.ReopenOptions{}); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a report that is not there: %v", err)
	}
}
