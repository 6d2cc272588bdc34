package data_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"chancery/assets"
	"chancery/data"
	"chancery/data/store"
	"chancery/data/tabular"
	"chancery/model"
)

func newArchive(t *testing.T) *store.Archive {
	t.Helper()
	a, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "a.chancery"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	})
	return a
}

func writeFile(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func importText(t *testing.T, a *store.Archive, text string) data.Report {
	t.Helper()
	r, err := data.Import(t.Context(), a, []string{writeFile(t, "events.csv", text)}, data.ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func exportText(t *testing.T, a *store.Archive) string {
	t.Helper()
	var out bytes.Buffer
	if _, err := data.ExportCSV(t.Context(), a, &out, model.Filter{}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestCuratedArchive(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "curated.chancery")
	report, err := data.CreateCurated(t.Context(), path, assets.Curated)
	if err != nil {
		t.Fatal(err)
	}
	if len(report.Problems) != 0 {
		t.Errorf("problems: %v", report.Problems)
	}
	a, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	s, err := a.Summary(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if s.Events != 254 || s.Actors != 151 || s.Agreements != 21 {
		t.Errorf("%d events, %d actors, %d agreements; want 254, 151, 21", s.Events, s.Actors, s.Agreements)
	}
	if findings, err := a.Check(t.Context()); err != nil || len(findings) > 0 {
		t.Errorf("check: %v, %v", findings, err)
	}
	if _, err := data.CreateCurated(t.Context(), path, assets.Curated); err == nil {
		t.Error("making it again would have overwritten it")
	}

	first := exportText(t, a)
	b := newArchive(t)
	importText(t, b, first)
	if second := exportText(t, b); first != second {
		t.Error("export, import, export: the bytes differ")
	}
	if r := importText(t, b, first); r.Unchanged != r.Read || r.Added+r.Updated != 0 {
		t.Errorf("importing again: %+v", r)
	}
}

func TestFolderRoundTrip(t *testing.T) {
	a := newArchive(t)
	dir := filepath.Join(t.TempDir(), "out")
	path := filepath.Join(t.TempDir(), "c.chancery")
	if _, err := data.CreateCurated(t.Context(), path, assets.Curated); err != nil {
		t.Fatal(err)
	}
	c, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if _, err := data.ExportFolder(t.Context(), c, dir, model.Filter{}); err != nil {
		t.Fatal(err)
	}
	// In an order in which events come before the actors they name.
	var paths []string
	for _, name := range []string{"events.csv", "instruments.csv", "collections.csv", "actors.csv"} {
		paths = append(paths, filepath.Join(dir, name))
	}
	r, err := data.Import(t.Context(), a, paths, data.ImportOptions{})
	if err != nil || len(r.Problems) > 0 {
		t.Fatalf("%v %v", err, r.Problems)
	}
	again := filepath.Join(t.TempDir(), "again")
	if _, err := data.ExportFolder(t.Context(), a, again, model.Filter{}); err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join(again, filepath.Base(path)))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s differs after the round trip", filepath.Base(path))
		}
	}
}

const header = "id,title,start,end,kind,actors,links,sources,lat,lon,score\n"

func TestProblems(t *testing.T) {
	tests := []struct {
		name, row, column, message string
	}{
		{"no such day", "a,T,2019-11-31,,,,,,,,", "start", "30 days"},
		{"no date", "a,T,,,,,,,,,", "start", "needs a date"},
		{"not a date", "a,T,n/a,,,,,,,,", "start", ""},
		{"two readings", "a,T,03/04/2019,,,,,,,,", "start", "several readings"},
		{"no title", "a,,2019,,,,,,,,", "title", "needs a title"},
		{"kind", "a,T,2019,,party,,,,,,", "kind", "deadline"},
		{"end of a point", "a,T,2019,2020,event,,,,,,", "end", "only a span"},
		{"reversed", "a,T,2019-08-22,2019-08-02,span,,,,,,", "end", "before the start"},
		{"role", "a,T,2019,,,loser:Japan,,,,,", "actors", "role"},
		{"nameless actor", "a,T,2019,,,target:,,,,,", "actors", "no name"},
		{"link kind", "a,T,2019,,,,caused>b,,,,", "links", "link kind"},
		{"link to itself", "a,T,2019,,,,follows>a,,,,", "links", "itself"},
		{"source date", "a,T,2019,,,,,P|T|u|2019-13,,,", "sources", ""},
		{"latitude", "a,T,2019,,,,,,91,0,", "lat", "-90 and 90"},
		{"half a place", "a,T,2019,,,,,,9,,", "lon", "both"},
		{"not a number", "a,T,2019,,,,,,NaN,0,", "lat", ""},
		{"score", "a,T,2019,,,,,,,,11", "score", "from -10"},
		{"short row", "a,T,2019", "", "3 cells"},
		{"not UTF-8", "a,T\xff,2019,,,,,,,,", "title", "UTF-8"},
		{"bare quote", `a,T "x" y,2019,,,,,,,,`, "", "quote"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := newArchive(t)
			r := importText(t, a, header+"good,Good,2019,,,,,,,,\n"+tt.row+"\nlast,Last,2020,,,,,,,,\n")
			if len(r.Problems) != 1 || r.Added != 2 || r.Read != 3 {
				t.Fatalf("report %+v, want 2 of 3 rows added and one problem", r)
			}
			p := r.Problems[0]
			if p.File != "events.csv" || p.Row != 3 || p.Column != tt.column || !strings.Contains(p.Message, tt.message) {
				t.Errorf("problem %+v, want row 3, column %q, message with %q", p, tt.column, tt.message)
			}
		})
	}
}

func TestSameIDTwice(t *testing.T) {
	a := newArchive(t)
	r := importText(t, a, header+"a,One,2019,,,,,,,,\na,Two,2020,,,,,,,,\n")
	if r.Added != 1 || len(r.Problems) != 1 || !strings.Contains(r.Problems[0].Message, "row 2") {
		t.Errorf("report %+v", r)
	}
}

func TestRowsWithoutID(t *testing.T) {
	a := newArchive(t)
	const rows = "title,start,category\nOne,2019,meeting\nTwo,17 November 2019,visit\n"
	importText(t, a, rows)
	if r := importText(t, a, rows); r.Unchanged != 2 {
		t.Errorf("importing again: %+v", r)
	}
	// Neither more columns that are empty nor another order make new events.
	if r := importText(t, a, "start,tags,title,category\n17 November 2019,,Two,visit\n"); r.Unchanged != 1 {
		t.Errorf("in another order: %+v", r)
	}
	if e, err := a.EventByKey(t.Context(), keyOf(t, a, "Two")); err != nil || e.StartText != "17 November 2019" || e.Start.String() != "2019-11-17" {
		t.Errorf("start %q, as written %q, %v", e.Start, e.StartText, err)
	}
}

func keyOf(t *testing.T, a *store.Archive, title string) string {
	t.Helper()
	for e, err := range a.Events(t.Context(), model.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		if e.Title == title {
			return e.Key
		}
	}
	t.Fatalf("no event %q", title)
	return ""
}

func TestUnreadableFiles(t *testing.T) {
	tests := map[string]string{
		"":                                   "empty",
		"\xef\xbb\xbf\n":                     "empty",
		"id,title,start\n":                   "no rows",
		"PK\x03\x04\x00\x00stuff":            "zero bytes",
		"\xff\xfei\x00d\x00":                 "UTF-16",
		"name,colour\nrose,red\n":            "header",
		"id,title,start,title\na,b,2019,c\n": "twice",
		"\"id,title,start\na,b,2019\n":       "header",
	}
	for text, want := range tests {
		a := newArchive(t)
		_, err := data.Import(t.Context(), a, []string{writeFile(t, "x.csv", text)}, data.ImportOptions{})
		var file *tabular.FileError
		if !errors.As(err, &file) || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "x.csv") {
			t.Errorf("%q: error %v, want one of x.csv with %q", text, err, want)
		}
		if s, err := a.Summary(t.Context()); err != nil || s.Events != 0 {
			t.Errorf("%q: %d events came in, %v", text, s.Events, err)
		}
	}
}

func TestLineEnds(t *testing.T) {
	for name, end := range map[string]string{"LF": "\n", "CRLF": "\r\n", "CR": "\r"} {
		a := newArchive(t)
		r := importText(t, a, strings.ReplaceAll("id,title,start\na,One,2019\nb,Two,2020\n", "\n", end))
		if r.Added != 2 || len(r.Problems) != 0 {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

func TestDryRunAndCancel(t *testing.T) {
	a := newArchive(t)
	path := writeFile(t, "events.csv", header+"a,One,2019,,,,,,,,\n")
	before, err := a.Generation(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	r, err := data.Import(t.Context(), a, []string{path}, data.ImportOptions{DryRun: true})
	if err != nil || r.Added != 1 || !r.DryRun {
		t.Errorf("dry run %+v, %v", r, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	if _, err := data.Import(ctx, a, []string{path}, data.ImportOptions{Progress: func(int64, int64) { cancel() }}); err == nil {
		t.Error("a cancelled import says that it succeeded")
	}
	after, err := a.Generation(t.Context())
	if err != nil || after != before {
		t.Errorf("generation %d became %d, %v", before, after, err)
	}
}
