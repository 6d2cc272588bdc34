package data_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"chancery/assets"
	"chancery/data"
	"chancery/data/store"
	"chancery/data/tabular"
	"chancery/model"
)

// newArchive returns an empty archive in a folder of its own, closed with the
// test.
func newArchive(t testing.TB) *store.Archive {
	t.Helper()
	a, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "test"+store.Extension))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}

// text returns an input of a table written in a test.
func text(name, content string) data.Input {
	return data.Input{
		Name: name, Size: int64(len(content)),
		Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(content)), nil },
	}
}

// mustImport imports tables and returns the report.
func mustImport(t testing.TB, a *store.Archive, inputs ...data.Input) data.Report {
	t.Helper()
	report, err := data.ImportInputs(t.Context(), a, inputs, data.ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// exported returns the four tables of an archive, by file name.
func exported(t testing.TB, a *store.Archive) map[string]string {
	t.Helper()
	dir := t.TempDir()
	if _, err := data.ExportFolder(t.Context(), a, dir, model.Filter{}, tabular.Guarded); err != nil {
		t.Fatal(err)
	}
	tables := map[string]string{}
	for _, name := range []string{"events.csv", "actors.csv", "instruments.csv", "collections.csv"} {
		content, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		tables[name] = string(content)
	}
	return tables
}

// inputsOf returns the tables as inputs; those without rows, which would be
// errors, are left out.
func inputsOf(tables map[string]string) []data.Input {
	var inputs []data.Input
	for name, content := range tables {
		if strings.Count(content, "\n") > 1 {
			inputs = append(inputs, text(name, content))
		}
	}
	return inputs
}

// TestSharedCurated imports the set that the curated archive began as, with the
// counts that it is known by.
func TestSharedCurated(t *testing.T) {
	dir := filepath.Join("..", "..", "shared", "curated")
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("the curated set is not here: %v", err)
	}
	a := newArchive(t)
	paths := []string{filepath.Join(dir, "events.csv"), filepath.Join(dir, "instruments.csv"), filepath.Join(dir, "actors.csv")}
	checkCurated(t, a, func() (data.Report, error) {
		return data.Import(t.Context(), a, paths, data.ImportOptions{})
	})
}

// TestEmbeddedCurated does the same with the tables that the program carries.
func TestEmbeddedCurated(t *testing.T) {
	a := newArchive(t)
	checkCurated(t, a, func() (data.Report, error) {
		return data.ImportFS(t.Context(), a, assets.Curated, data.ImportOptions{})
	})
}

// checkCurated imports the curated set, checks its counts, imports it again,
// and takes it through an export into another archive.
func checkCurated(t *testing.T, a *store.Archive, run func() (data.Report, error)) {
	report, err := run()
	if err != nil {
		t.Fatal(err)
	}
	if len(report.Problems) > 0 {
		t.Errorf("%d problems, the first: %+v", len(report.Problems), report.Problems[0])
	}
	if report.Added != report.Read || report.Added < 254+151+21 {
		t.Errorf("added %d of %d rows", report.Added, report.Read)
	}
	summary, err := a.Summary(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if summary.Events != 254 || summary.Actors != 151 || summary.Agreements != 21 || summary.Collections != 6 {
		t.Errorf("%d events, %d actors, %d agreements, %d collections; want 254, 151, 21, 6",
			summary.Events, summary.Actors, summary.Agreements, summary.Collections)
	}

	before, err := a.Generation(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	again, err := run()
	if err != nil {
		t.Fatal(err)
	}
	if again.Unchanged != report.Read || again.Added+again.Updated != 0 {
		t.Errorf("imported again: %d added, %d updated, %d unchanged; want all %d unchanged",
			again.Added, again.Updated, again.Unchanged, report.Read)
	}
	after, err := a.Generation(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if before != after {
		t.Errorf("an import that changed nothing took the archive from generation %d to %d", before, after)
	}

	first := exported(t, a)
	b := newArchive(t)
	mustImport(t, b, inputsOf(first)...)
	sameTables(t, first, exported(t, b))
}

// sameTables fails the test at the first line in which two exports differ.
func sameTables(t testing.TB, want, got map[string]string) {
	t.Helper()
	for name := range want {
		if want[name] == got[name] {
			continue
		}
		w, g := strings.Split(want[name], "\n"), strings.Split(got[name], "\n")
		for i := range min(len(w), len(g)) {
			if w[i] != g[i] {
				t.Errorf("%s line %d:\n got %q\nwant %q", name, i+1, g[i], w[i])
				break
			}
		}
		if len(w) != len(g) {
			t.Errorf("%s has %d lines, want %d", name, len(g), len(w))
		}
	}
}

func TestProblemRows(t *testing.T) {
	const header = "id,title,start,end,kind,cameo,actors,lat,lon,links,sources\n"
	tests := []struct {
		name, row string
		want      data.Problem
	}{
		{"no title", "a,,2019,,,,,,,,", data.Problem{Column: "title", Message: "an event needs a title"}},
		{"no start", "a,T,,,,,,,,,", data.Problem{Column: "start", Message: "an event needs a date, as exact as it is known; XXXX says that nothing is"}},
		{"date that is none", "a,T,31 Nov 2019,,,,,,,,", data.Problem{Column: "start", Value: "31 Nov 2019", Message: "November has 30 days"}},
		{"two readings", "a,T,03/04/2019,,,,,,,,", data.Problem{Column: "start", Value: "03/04/2019", Message: "3 Apr 2019 (2019-04-03) or 4 Mar 2019 (2019-03-04)"}},
		{"end before start", "a,T,2019-05-02,2019-05-01,span,,,,,,", data.Problem{Column: "end", Value: "2019-05-01", Message: "the end (1 May 2019) is before the start (2 May 2019)"}},
		{"end of an event", "a,T,2019-05-02,2019-05-03,event,,,,,,", data.Problem{Column: "end", Value: "2019-05-03", Message: "only a span has an end"}},
		{"kind", "a,T,2019,,happening,,,,,,", data.Problem{Column: "kind", Value: "happening", Message: "a kind is event, span or deadline"}},
		{"code without its zero", "a,T,2019,,,57,,,,,", data.Problem{Column: "cameo", Value: "57", Message: "a spreadsheet may have dropped the zero of 057"}},
		{"role", "a,T,2019,,,,bystander:Japan,,,,", data.Problem{Column: "actors", Value: "bystander:Japan", Message: `role "bystander" is not one of`}},
		{"role without a name", "a,T,2019,,,,host:,,,,", data.Problem{Column: "actors", Value: "host:", Message: "an actor has no name"}},
		{"latitude alone", "a,T,2019,,,,,37.5,,,", data.Problem{Column: "lon", Message: "a place needs both lat and lon"}},
		{"latitude out of range", "a,T,2019,,,,,91,0,,", data.Problem{Column: "lat", Value: "91", Message: "lat lies between -90 and 90"}},
		{"longitude that is no number", "a,T,2019,,,,,0,NaN,,", data.Problem{Column: "lon", Value: "NaN", Message: "lon lies between -180 and 180"}},
		{"link kind", "a,T,2019,,,,,,,causes>b,", data.Problem{Column: "links", Value: "causes>b", Message: `link kind "causes" is not one of`}},
		{"link without a target", "a,T,2019,,,,,,,follows>,", data.Problem{Column: "links", Value: "follows>", Message: "a link is a kind, a > and the id of an event"}},
		{"link to itself", "a,T,2019,,,,,,,follows>a,", data.Problem{Column: "links", Value: "follows>a", Message: "an event cannot link to itself"}},
		{"source with too many parts", "a,T,2019,,,,,,,,a|b|c|2019|e|f|g", data.Problem{Column: "sources", Value: "a|b|c|2019|e|f|g", Message: "a source is publisher|title|url|date"}},
		{"source date", "a,T,2019,,,,,,,,a|b|c|soon", data.Problem{Column: "sources", Value: "soon"}},
		{"too few cells", "a,T,2019", data.Problem{Message: "the row has 3 cells, the header 11"}},
		{"too many cells", "a,T,2019,,,,,,,,,", data.Problem{Message: "the row has 12 cells, the header 11"}},
		{"quote inside a cell", `a,T "quoted",2019,,,,,,,,`, data.Problem{Message: "a quote stands inside a cell that is not quoted"}},
		{"quote never closed", `a,"T,2019,,,,,,,,`, data.Problem{Message: "a quote that opens a cell is closed wrongly or never"}},
		{"zero byte", "a,T\x00,2019,,,,,,,,", data.Problem{Column: "title", Value: "T\uFFFD", Message: "the cell holds a zero byte"}},
		{"id twice", "good,T,2019,,,,,,,,", data.Problem{Column: "id", Value: "good", Message: "row 2 has the same id"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := newArchive(t)
			// Long enough that what the row spoils cannot hide in the first block.
			content := header + "good,Good,2019,,,,,,,,\n" + tt.row + "\nlast,Last,2019-01-01,,,,,,,,\n"
			report := mustImport(t, a, text("mine.csv", content))
			if report.Read != 3 || report.Added != 2 || len(report.Problems) != 1 {
				t.Fatalf("read %d, added %d, problems %+v; want 3, 2 and one problem", report.Read, report.Added, report.Problems)
			}
			got := report.Problems[0]
			if got.File != "mine.csv" || got.Row != 3 || got.Column != tt.want.Column || got.Value != tt.want.Value ||
				!strings.Contains(got.Message, tt.want.Message) {
				t.Errorf("problem %+v; want row 3 of mine.csv and %+v", got, tt.want)
			}
			for _, key := range []string{"good", "last"} {
				if _, err := a.EventByKey(t.Context(), key); err != nil {
					t.Errorf("the row of %s was lost: %v", key, err)
				}
			}
		})
	}
}

// TestUnreadableFiles checks that a file of which nothing can be read is one
// error that names it, and that the good file beside it does not go in either.
func TestUnreadableFiles(t *testing.T) {
	const header = "id,title,start\n"
	tests := []struct{ name, content, want string }{
		{"empty", "", "the file is empty; it needs a header and at least one row"},
		{"only a byte order mark", "\xEF\xBB\xBF", "the file is empty"},
		{"only blank lines", "\r\n\n  \n", "the file is empty"},
		{"only a header", header, "the file has a header and no rows"},
		{"a header and blank rows", header + "\n,,\n\n", "the file has a header and no rows"},
		{"another header", "Name,Phone\nA,1\n", "no column of the table (Name, Phone) seems to hold dates"},
		{"a column twice", "title,start,Title\na,2019,b\n", `the header has the column "title" twice`},
		{"picture", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "not a table of text but a binary file"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := newArchive(t)
			_, err := data.ImportInputs(t.Context(), a,
				[]data.Input{text("good.csv", header+"g,Good,2019\n"), text("bad.csv", tt.content)}, data.ImportOptions{})
			var file *tabular.FileError
			if !errors.As(err, &file) || file.Name != "bad.csv" || !strings.Contains(file.Reason, tt.want) {
				t.Fatalf("error %v; want one of bad.csv: %s", err, tt.want)
			}
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("the error is more than one line: %q", err)
			}
			empty(t, a)
		})
	}
}

// TestOwnTablesInOtherForms imports our own format as other programs save it: in
// other encodings, with other delimiters, compressed.
func TestOwnTablesInOtherForms(t *testing.T) {
	const table = "id,title,start,actors\na,Café in Zürich,2019,host:Perú\nb,Second,2019-11-17,\n"
	latin := func(text string) string {
		var b []byte
		for _, r := range text {
			b = append(b, byte(r))
		}
		return string(b)
	}
	tests := []struct{ name, content, encoding string }{
		{"Latin-1", latin(table), "Windows-1252"},
		{"UTF-16 with a mark", "\xff\xfe" + utf16(table, 0), "UTF-16LE"},
		{"UTF-16 big-endian with a mark", "\xfe\xff" + utf16(table, 1), "UTF-16BE"},
		{"UTF-16 without a mark", utf16(table, 0), "UTF-16LE"},
		{"semicolons", strings.ReplaceAll(table, ",", ";"), "UTF-8"},
		{"tabs", strings.ReplaceAll(table, ",", "\t"), "UTF-8"},
		{"carriage returns", strings.ReplaceAll(table, "\n", "\r"), "UTF-8"},
		{"gzip", zipped(t, "gz", table), "UTF-8"},
		{"zip", zipped(t, "zip", table), "UTF-8"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := newArchive(t)
			report := mustImport(t, a, text("mine.csv", tt.content))
			if report.Added != 2 || report.LeftOut != 0 || report.Files[0].Encoding != tt.encoding || report.Files[0].Profile != "chancery" {
				t.Fatalf("report %+v", report)
			}
			e, err := a.EventByKey(t.Context(), "a")
			if err != nil || e.Title != "Café in Zürich" || e.Actors[0].Actor != "Perú" || e.Actors[0].Role != model.Host || e.Origin.Row != 2 {
				t.Errorf("event %+v, %v", e, err)
			}
			if again := mustImport(t, a, text("mine.csv", tt.content)); again.Unchanged != 2 {
				t.Errorf("imported again: %+v", again.Count)
			}
		})
	}
}

// utf16 writes letters of one unit each with the low byte first or second.
func utf16(text string, low int) string {
	var b []byte
	for _, r := range text {
		pair := [2]byte{}
		pair[low], pair[1-low] = byte(r), byte(r>>8)
		b = append(b, pair[:]...)
	}
	return string(b)
}

// zipped compresses a text.
func zipped(t *testing.T, how, content string) string {
	t.Helper()
	var b bytes.Buffer
	var w io.Writer
	var err error
	archive := zip.NewWriter(&b)
	stream := gzip.NewWriter(&b)
	if how == "zip" {
		if w, err = archive.Create("inner.csv"); err != nil {
			t.Fatal(err)
		}
	} else {
		w = stream
	}
	if _, err := io.WriteString(w, content); err != nil {
		t.Fatal(err)
	}
	if how == "zip" {
		err = archive.Close()
	} else {
		err = stream.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// empty fails the test when anything is in an archive.
func empty(t *testing.T, a *store.Archive) {
	t.Helper()
	s, err := a.Summary(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if s.Events+s.Actors+s.Agreements+s.Collections+s.Sources+s.Batches != 0 {
		t.Errorf("the archive is not as it was: %+v", s)
	}
}

func TestImportCancelled(t *testing.T) {
	a := newArchive(t)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var rows strings.Builder
	rows.WriteString("id,title,start\n")
	for i := range 50_000 {
		rows.WriteString("e" + string(rune('a'+i%26)) + strings.Repeat("x", i%7) + ",Title of an event,2019\n")
	}
	_, err := data.ImportInputs(ctx, a, []data.Input{text("many.csv", rows.String())}, data.ImportOptions{
		Progress: func(done, total int64) {
			if done > total/2 {
				cancel()
			}
		},
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("error %v, want context.Canceled", err)
	}
	empty(t, a)
}

func TestImportProgress(t *testing.T) {
	a := newArchive(t)
	content := "id,title,start\n" + strings.Repeat("a,b,2019\n", 30_000)
	var seen []int64
	_, err := data.ImportInputs(t.Context(), a, []data.Input{text("a.csv", content), text("b.csv", content)}, data.ImportOptions{
		Progress: func(done, total int64) {
			if total != int64(2*len(content)) {
				t.Fatalf("total %d, want %d", total, 2*len(content))
			}
			seen = append(seen, done)
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.IsSorted(seen) || len(seen) < 4 || seen[len(seen)-1] != int64(2*len(content)) {
		t.Errorf("progress %v; want it to rise to %d in several steps", seen, 2*len(content))
	}
}

func TestDryRun(t *testing.T) {
	a := newArchive(t)
	report, err := data.ImportFS(t.Context(), a, assets.Curated, data.ImportOptions{DryRun: true})
	if err != nil {
		t.Fatal(err)
	}
	if !report.DryRun || report.Added < 400 {
		t.Errorf("report %+v; want a dry run that would add all", report)
	}
	empty(t, a)
}

// TestColumnsInAnyOrder checks that columns are found by name, that unknown
// ones are named, and that ones without a name do no harm.
func TestColumnsInAnyOrder(t *testing.T) {
	a := newArchive(t)
	report := mustImport(t, a, text("mine.csv", " Start , colour,TITLE,,id,\n2019,red,One,,a,\n"))
	if len(report.Problems) > 0 || report.Added != 1 {
		t.Fatalf("report %+v", report)
	}
	if got := report.Files[0].Ignored; !slices.Equal(got, []string{"colour"}) {
		t.Errorf("ignored %q, want colour", got)
	}
	e, err := a.EventByKey(t.Context(), "a")
	if err != nil {
		t.Fatal(err)
	}
	if e.Title != "One" || e.Start.String() != "2019" || e.Origin != (model.Origin{File: "mine.csv", Row: 2}) {
		t.Errorf("event %+v", e)
	}
}

// TestLineEnds reads the same table with every kind of line end.
func TestLineEnds(t *testing.T) {
	table := "id,title,start,summary\na,One,2019,\"two\nlines\"\n\nb,Two,2020,\n"
	for name, content := range map[string]string{
		"LF": table, "CRLF": strings.ReplaceAll(table, "\n", "\r\n"), "CR": strings.ReplaceAll(table, "\n", "\r"),
		"mark": "\xEF\xBB\xBF" + table, "no last line end": strings.TrimSuffix(table, "\n"),
	} {
		t.Run(name, func(t *testing.T) {
			a := newArchive(t)
			if report := mustImport(t, a, text("mine.csv", content)); report.Added != 2 || len(report.Problems) > 0 {
				t.Fatalf("report %+v", report)
			}
			e, err := a.EventByKey(t.Context(), "a")
			if err != nil {
				t.Fatal(err)
			}
			if e.Summary != "two\nlines" {
				t.Errorf("summary %q, want two lines", e.Summary)
			}
			if e, err = a.EventByKey(t.Context(), "b"); err != nil || e.Origin.Row != 4 {
				t.Errorf("event b comes from row %d (%v), want 4", e.Origin.Row, err)
			}
		})
	}
}

// TestRowsWithoutID checks that a row without an id is the same event whenever
// it is read, whatever its columns' order, and that one that says the same as
// another is told.
func TestRowsWithoutID(t *testing.T) {
	a := newArchive(t)
	mustImport(t, a, text("one.csv", "title,start\nOne,2019\nTwo,2019\n"))
	report := mustImport(t, a, text("two.csv", "start,summary,title\n2019,,One\n2019,,One\n2019,,Three\n"))
	if report.Unchanged != 1 || report.Added != 1 || len(report.Problems) != 1 {
		t.Fatalf("report %+v", report)
	}
	want := data.Problem{File: "two.csv", Row: 3, Message: "row 2 says the same"}
	got := report.Problems[0]
	got.Cells = nil
	if !reflect.DeepEqual(got, want) {
		t.Errorf("problem %+v, want %+v", got, want)
	}
}

// TestHumanDates checks that dates as people write them are understood and
// kept as they stand.
func TestHumanDates(t *testing.T) {
	a := newArchive(t)
	mustImport(t, a, text("mine.csv", "id,title,start,end\na,One,17 November 2019,\nb,Two,summer 2019,Q4 2019\n"))
	for key, want := range map[string][4]string{
		"a": {"2019-11-17", "", "17 November 2019", ""},
		"b": {"2019-22", "2019-36", "summer 2019", "Q4 2019"},
	} {
		e, err := a.EventByKey(t.Context(), key)
		if err != nil {
			t.Fatal(err)
		}
		if got := [4]string{e.Start.String(), e.End.String(), e.StartText, e.EndText}; got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
	first := exported(t, a)
	b := newArchive(t)
	mustImport(t, b, inputsOf(first)...)
	sameTables(t, first, exported(t, b))
}

func TestUpdate(t *testing.T) {
	a := newArchive(t)
	mustImport(t, a, text("mine.csv", "id,title,start\na,One,2019\nb,Two,2019\n"))
	report := mustImport(t, a, text("mine.csv", "id,title,start\na,One,2019\nb,Two,2020\nc,Three,2020\n"))
	if report.Added != 1 || report.Updated != 1 || report.Unchanged != 1 {
		t.Errorf("report %+v; want one each", report)
	}
}

// TestManyProblems checks that a report tells the problems of several files in
// the order in which the files were named, though they go in in another.
func TestManyProblems(t *testing.T) {
	a := newArchive(t)
	report := mustImport(t, a,
		text("events.csv", "title,start\n,2019\nA,soon\n"),
		text("actors.csv", "id,name,kind\nx,X,planet\n"))
	var got []string
	for _, p := range report.Problems {
		got = append(got, p.File+" "+p.Column)
	}
	want := []string{"events.csv title", "events.csv start", "actors.csv kind"}
	if !slices.Equal(got, want) {
		t.Errorf("problems %q, want %q", got, want)
	}
}

// TestPipe reads a table that can be read only once.
func TestPipe(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	go func() {
		defer w.Close()
		io.Copy(w, bytes.NewReader([]byte("id,title,start\na,One,2019\n")))
	}()
	path := filepath.Join("/dev/fd", strconv.FormatUint(uint64(r.Fd()), 10))
	if _, err := os.Stat(path); err != nil {
		t.Skipf("this system does not name open files: %v", err)
	}
	a := newArchive(t)
	report, err := data.Import(t.Context(), a, []string{path}, data.ImportOptions{})
	if err != nil || report.Added != 1 {
		t.Errorf("report %+v, error %v; want one event", report, err)
	}
}
