package data_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"chancery/data"
	"chancery/data/store"
	"chancery/model"
	"chancery/model/edtf"
)

// hostile are texts that break careless programs.
var hostile = []string{
	"", " ", "plain", "a;b", "a ;; b", "a|b", `a\b`, `\;`, ":", ">", `"quoted"`, "a,b", "two\nlines", "two\r\nlines", "old\rline",
	"a\x00b", "\xff\xfe not UTF-8", "=cmd|' /C calc'!A0", "日本国と大韓民国", "정상회담", "e\u0301", "\u202eright to left", "\ufeffmark",
	"</script><script>alert(1)</script>", "'); DROP TABLE event; --", "NULL", "#N/A", "%s", "ﬀ", "👩‍👩‍👧",
}

type random struct{ *rand.Rand }

func (r random) text() string {
	text := hostile[r.IntN(len(hostile))]
	for r.IntN(3) == 0 {
		text += hostile[r.IntN(len(hostile))]
	}
	return text
}

// name is text that a CSV file can carry as it is. The names of two things may
// not differ in nothing but what a file cannot carry.
func (r random) name() string {
	for {
		if name := r.text(); utf8.ValidString(name) && !strings.ContainsAny(name, "\x00\r") {
			return name
		}
	}
}

func (r random) date() edtf.Date {
	dates := []string{"2019-11-17", "2019-22", "2019-11~", "[..2019-11-11]", "{1960,1961-12}", "185X", "-0215", "2019-11-17T00:00:00+09:00", "Y-17000", "2019-11-03/2019-11-10"}
	return edtf.MustParse(dates[r.IntN(len(dates))])
}

// event makes an event that an archive takes, with a title and names that are
// not blank, as every event has that was imported or edited.
func (r random) event(n int) model.Event {
	e := model.Event{
		Key: fmt.Sprintf("e%d %sx", n, r.text()), Collection: "c" + r.name() + "c", Title: "t" + r.text(), Summary: r.text(),
		Start: r.date(), StartText: r.text(), Category: []string{"protest", "own" + r.name() + "x", "statement"}[r.IntN(3)],
		CAMEO: []string{"", "057", "1411"}[r.IntN(3)], Confidence: "c" + r.name() + "c",
		Place: model.Place{Name: r.text(), Lat: r.Float64()*180 - 90, Lon: r.Float64()*360 - 180, HasPoint: r.IntN(2) == 0},
		Score: model.Score{Value: r.Float64()*20 - 10, Valid: r.IntN(2) == 0},
	}
	switch r.IntN(4) {
	case 0:
		e.Kind, e.Start, e.End, e.EndText = model.Span, edtf.MustParse("1850"), edtf.Open, r.text()
	case 1:
		e.Kind = model.Deadline
	}
	for range r.IntN(3) {
		e.Actors = append(e.Actors, model.Participation{Actor: fmt.Sprintf("A%d%sx", r.IntN(9), r.name()), Role: model.Roles()[r.IntN(5)]})
		e.Links = append(e.Links, model.Link{Kind: model.LinkKind(r.IntN(5)), To: "to " + r.text() + "x"})
		e.Tags = append(e.Tags, "t"+r.text()+"x")
		e.Citations = append(e.Citations, model.Citation{
			Source: model.Source{Publisher: "p" + r.text(), Title: r.text(), URL: r.text(), Published: r.date()},
			Quote:  r.text(), Locator: r.text(),
		})
	}
	return e
}

// TestRandomRoundTrip fills archives with random content, exports them, imports
// that into new archives and exports again: the bytes must be the same.
func TestRandomRoundTrip(t *testing.T) {
	for seed := range uint64(4) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			r := random{rand.New(rand.NewPCG(seed, 7))}
			a := newArchive(t)
			b, err := a.Begin(t.Context(), "random")
			if err != nil {
				t.Fatal(err)
			}
			defer b.Rollback()
			for n := range 80 {
				e := r.event(n)
				if _, err := b.PutEvent(t.Context(), &e); err != nil {
					t.Fatal(err)
				}
			}
			if err := b.Commit(t.Context()); err != nil {
				t.Fatal(err)
			}
			first := exported(t, a)
			second := newArchive(t)
			report := mustImport(t, second, inputsOf(first)...)
			if len(report.Problems) > 0 {
				t.Errorf("%d problems, the first: %+v", len(report.Problems), report.Problems[0])
			}
			sameTables(t, first, exported(t, second))

			report = mustImport(t, second, inputsOf(first)...)
			if report.Unchanged != report.Read {
				t.Errorf("imported again: %+v; want all unchanged", report)
			}
		})
	}
}

// TestExportFiltered checks that an export holds what its filter keeps.
func TestExportFiltered(t *testing.T) {
	a := newArchive(t)
	mustImport(t, a, text("mine.csv", "id,title,start,category,actors\na,One,2019,meeting,Japan\nb,Two,2020,visit,Japan\nc,Three,2021,visit,Korea\n"))
	var out bytes.Buffer
	n, err := data.ExportCSV(t.Context(), a, &out, model.Filter{Categories: []string{"visit"}, Actors: []string{"Japan"}})
	if err != nil {
		t.Fatal(err)
	}
	want := "id,collection,title,summary,start,end,kind,category,cameo,actors,place,lat,lon,sources,links,confidence\n" +
		"b,,Two,,2020,,event,visit,,participant:Japan,,,,,,\n"
	if n != 1 || out.String() != want {
		t.Errorf("%d events:\n%s\nwant:\n%s", n, out.String(), want)
	}
}

// TestJSON checks both forms of JSON against the same events.
func TestJSON(t *testing.T) {
	a := newArchive(t)
	mustImport(t, a, text("mine.csv", "id,title,start,end,actors,lat,lon,score,sources,links,tags\n"+
		"a,</script>,summer 2019,..,host:Japan,37.5,127,-3.5,P|T|https://example.org|2019|words|p. 2,follows>b,x;y\nb,Two,2018,,,,,,,,\n"))
	var lines, whole bytes.Buffer
	n, err := data.List(t.Context(), a, &lines, model.Filter{})
	if err != nil || n != 2 {
		t.Fatalf("%d events, %v", n, err)
	}
	if n, err = data.ExportJSON(t.Context(), a, &whole, model.Filter{}); err != nil || n != 2 {
		t.Fatalf("%d events, %v", n, err)
	}
	var object struct {
		Events []map[string]any `json:"events"`
	}
	if err := json.Unmarshal(whole.Bytes(), &object); err != nil {
		t.Fatalf("%v in %s", err, whole.Bytes())
	}
	decoder := json.NewDecoder(&lines)
	for i := range object.Events {
		var e map[string]any
		if err := decoder.Decode(&e); err != nil {
			t.Fatal(err)
		}
		got, want := fmt.Sprint(object.Events[i]), fmt.Sprint(e)
		if got != want {
			t.Errorf("event %d is %s in the object and %s in the list", i, got, want)
		}
	}
	want := map[string]any{
		"id": "a", "title": "</script>", "start": "2019-22", "end": "..", "start_text": "summer 2019",
		"earliest": "2019-06-01T00:00:00Z", "latest": "", "kind": "span", "score": -3.5, "lat": 37.5, "lon": 127.0, "row": 2.0,
	}
	got := object.Events[1]
	for _, field := range slices.Sorted(maps.Keys(want)) {
		if got[field] != want[field] {
			t.Errorf("%s is %v, want %v", field, got[field], want[field])
		}
	}
}

// TestExportEmpty checks that an archive without events exports to files that
// say so, whole.
func TestExportEmpty(t *testing.T) {
	a := newArchive(t)
	tables := exported(t, a)
	for name, content := range tables {
		if bytes.Count([]byte(content), []byte("\n")) != 1 {
			t.Errorf("%s is %q, want a header alone", name, content)
		}
	}
	var out bytes.Buffer
	if _, err := data.ExportJSON(t.Context(), a, &out, model.Filter{}); err != nil || !json.Valid(out.Bytes()) {
		t.Errorf("JSON %q, %v", out.String(), err)
	}
}

func TestCreateCurated(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "there", "yet")
	path := filepath.Join(dir, "curated"+store.Extension)
	report, err := data.CreateCurated(t.Context(), path, os.DirFS(writeTables(t, map[string]string{
		"events.csv": "id,title,start,collection\na,One,2019,c\n", "collections.csv": "id,name\nc,The collection\n",
	})))
	if err != nil || report.Added != 2 {
		t.Fatalf("report %+v, %v", report, err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 1 {
		t.Errorf("the folder holds %v, want the archive alone", entries)
	}
	a, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	if findings, err := a.Check(t.Context()); err != nil || len(findings) > 0 {
		t.Errorf("findings %q, %v", findings, err)
	}
	if _, err := data.CreateCurated(t.Context(), path, os.DirFS(t.TempDir())); err == nil {
		t.Error("an archive that is there was made again")
	}
}

// TestCreateCuratedFails checks that an archive that cannot be made whole is
// not there at all.
func TestCreateCuratedFails(t *testing.T) {
	dir := t.TempDir()
	tables := os.DirFS(writeTables(t, map[string]string{"events.csv": "id,title,start\na,One,never\n"}))
	if _, err := data.CreateCurated(t.Context(), filepath.Join(dir, "x.chancery"), tables); err == nil {
		t.Error("an archive was made of tables with a problem row")
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) > 0 {
		t.Errorf("the folder holds %v, want nothing", entries)
	}
}

func writeTables(t *testing.T, tables map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range tables {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
