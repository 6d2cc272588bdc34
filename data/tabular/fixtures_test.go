package tabular_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"

	"chancery/data/tabular"
)

var fixtures = filepath.Join("..", "..", "..", "shared", "fixtures")

// fixture returns a real file by others, or skips the test.
func fixture(t testing.TB, name string) tabular.File {
	t.Helper()
	path := filepath.Join(fixtures, name)
	if _, err := os.Stat(path); err != nil {
		t.Skipf("the fixtures are not here: %v", err)
	}
	return tabular.File{Name: filepath.Base(path), Open: func() (io.ReadCloser, error) { return os.Open(path) }}
}

// A tally counts what became of the rows of a file.
type tally struct {
	Rows, Imported, Folded, Problems, Events int
}

func (c tally) String() string {
	return fmt.Sprintf("%d rows: %d imported, %d folded, %d problems; %d events", c.Rows, c.Imported, c.Folded, c.Problems, c.Events)
}

// outcome is all that was made of a file.
type outcome struct {
	tally
	u        *tabular.Understanding
	events   []string // start, end and title of each
	problems []string
}

// readAll sniffs and reads a file.
func readAll(t testing.TB, file tabular.File, h tabular.Hints, folds ...tabular.Fold) (outcome, error) {
	t.Helper()
	u, err := tabular.Sniff(t.Context(), file, h)
	if err != nil {
		return outcome{}, err
	}
	o := outcome{u: u}
	feed, err := u.Open(t.Context(), file, folds...)
	if err != nil {
		return o, err
	}
	defer feed.Close()
	for {
		rows, err := feed.Next(t.Context())
		if errors.Is(err, io.EOF) {
			return o, nil
		}
		if err != nil {
			return o, err
		}
		for i := range rows {
			o.add(&rows[i])
		}
	}
}

func (o *outcome) add(r *tabular.Row) {
	o.Events += len(r.Events)
	for i := range r.Events {
		e := &r.Events[i]
		o.events = append(o.events, fmt.Sprintf("%s|%s|%s", e.Start, e.End, e.Title))
	}
	if r.Late {
		return
	}
	o.Rows++
	switch {
	case r.Problem != nil:
		o.Problems++
		o.problems = append(o.problems, fmt.Sprintf("row %d: %s", r.Number, r.Problem))
	case r.Folded != 0:
		o.Folded++
	default:
		o.Imported++
	}
}

// TestEventFixtures reads real files of events. The counts are those of the
// rows that the files have; nothing is lost.
func TestEventFixtures(t *testing.T) {
	tests := []struct {
		file    string
		hints   tabular.Hints
		profile string
		want    tally
		first   string
	}{
		{"events/copyright__membership-to-copyright-treaties.csv", tabular.Hints{}, "treaty-membership",
			tally{Rows: 1501, Imported: 1501, Events: 3050}, "2017-07-25||Algeria: Accession of Beijing"},
		{"events/cowdbt__Non-StateWarData_v4.0.csv", tabular.Hints{}, "cow-non-state", tally{Rows: 62, Imported: 62, Events: 62}, "1818|1824|First Maori Tribal War"},
		{"events/historyoftheworld__timeline.csv", tabular.Hints{}, "none", tally{Rows: 48, Imported: 48, Events: 48}, "1200||Kingdom of Cusco is formed"},
		{"events/icews__events.2018.sample.tab", tabular.Hints{}, "icews", tally{Rows: 3705, Imported: 3705, Events: 3705},
			"2018-06-01||Foreign Affairs (Bangladesh) – Consult – High Ranking Military Personnel (Vietnam)"},
		{"events/timelinejs3__women_in_computing.csv", tabular.Hints{}, "timelinejs", tally{Rows: 11, Imported: 10, Folded: 1, Events: 10}, "1815-12-10|1852-11-27|Ada Lovelace"},
		{"events/unsc__unsc_vetoes_1946_sept2022.csv", tabular.Hints{}, "none", tally{Rows: 214, Imported: 214, Events: 214},
			"1946-02-16||Letter from the Heads of the Lebanese and Syrian delegations to the Secretary-General dated 4 February 1946"},
		{"events/wwi-explorer__events.tsv", tabular.Hints{}, "none", tally{Rows: 79, Imported: 79, Events: 79}, "1914-06-28||Assassination of Archduke Ferdinand"},
		{"messy/holidays-jp__syukujitsu.csv", tabular.Hints{}, "none", tally{Rows: 1067, Imported: 1067, Events: 1067}, "1955-01-01||元日"},
		{"messy/duckdb__time_date_timestamp_dd-mm-yy.csv", tabular.Hints{}, "none", tally{Rows: 3, Imported: 3, Events: 3}, "2000-01-01||TEST2"},
		{"messy/duckdb__time_date_timestamp_mm-dd-yy.csv", tabular.Hints{}, "none", tally{Rows: 3, Problems: 3}, ""},
		{"messy/duckdb__time_date_timestamp_mm-dd-yy.csv", tabular.Hints{Answers: tabular.Answers{"century": "pivot"}}, "none", tally{Rows: 3, Imported: 3, Events: 3}, "1990-01-01||TEST2"},
		{"messy/messytables__utf-16le_encoded.csv", tabular.Hints{}, "none", tally{Rows: 327, Problems: 327}, ""},
		{"messy/messytables__utf-16le_encoded.csv", tabular.Hints{Answers: tabular.Answers{"pair": "years"}}, "none", tally{Rows: 327, Imported: 327, Events: 327}, "2010|2011|Enfield PCT"},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprint(filepath.Base(tt.file), len(tt.hints.Answers)), func(t *testing.T) {
			o, err := readAll(t, fixture(t, tt.file), tt.hints)
			if err != nil {
				t.Fatal(err)
			}
			if o.u.Profile != tt.profile || o.tally != tt.want {
				t.Errorf("profile %s, %s; want %s, %s; problems %.300q", o.u.Profile, o.tally, tt.profile, tt.want, o.problems)
			}
			if tt.first != "" && (len(o.events) == 0 || o.events[0] != tt.first) {
				t.Errorf("the first of %d events is %.200q, want %q", len(o.events), o.events, tt.first)
			}
		})
	}
}

// TestUndatedFixtures reads real files that hold no dates. They are refused
// whole, with the reason; kept as undated, every row is an event.
func TestUndatedFixtures(t *testing.T) {
	for file, want := range map[string]struct {
		rows  int
		first string
	}{
		"csv-spectrum__comma_in_quotes.csv": {1, "John"}, "csv-spectrum__empty.csv": {2, "1"}, "csv-spectrum__empty_crlf.csv": {2, "1"},
		"csv-spectrum__escaped_quotes.csv": {2, "1"}, "csv-spectrum__json.csv": {1, "1"}, "csv-spectrum__newlines.csv": {3, "1"},
		"csv-spectrum__newlines_crlf.csv": {3, "1"}, "csv-spectrum__quotes_and_newlines.csv": {2, "1"}, "csv-spectrum__simple.csv": {1, "1"},
		"csv-spectrum__simple_crlf.csv": {1, "1"}, "csv-spectrum__utf8.csv": {2, "1"}, "csvlint.rb__cr-line-endings.csv": {2, "Biff"},
		"csvlint.rb__crlf-line-endings.csv": {2, "Biff"}, "csvlint.rb__inconsistent-line-endings.csv": {2, "Biff"}, "csvlint.rb__title-row.csv": {2, "Biff"},
		"duckdb__latin1.csv": {12, "José Álvarez"}, "duckdb__shift_jis.csv": {20, "名前"}, "duckdb__utf16.csv": {20, "José Álvarez"},
		"frictionless-py__duplicate-headers.csv": {2, "1101"}, "frictionless-py__table-infer-iso-8859-7.csv": {4, "1"},
	} {
		t.Run(file, func(t *testing.T) {
			f := fixture(t, filepath.Join("messy", file))
			var whole *tabular.FileError
			if _, err := readAll(t, f, tabular.Hints{}); !errors.As(err, &whole) {
				t.Errorf("error %v, want one of the file", err)
			}
			m := &tabular.Mapping{Undated: true, Columns: []tabular.Field{{Column: "#1", Means: tabular.MeansTitle}}}
			o, err := readAll(t, f, tabular.Hints{Mapping: m})
			if err != nil {
				t.Fatal(err)
			}
			if o.tally != (tally{Rows: want.rows, Imported: want.rows, Events: want.rows}) || o.events[0] != "XXXX||"+want.first {
				t.Errorf("%s, first %q; want %d, %q", o.tally, o.events, want.rows, want.first)
			}
		})
	}
}

// TestFoldICEWS folds the mirror images of a real file.
func TestFoldICEWS(t *testing.T) {
	o, err := readAll(t, fixture(t, "events/icews__events.2018.sample.tab"), tabular.Hints{}, tabular.FoldMirrored)
	if err != nil {
		t.Fatal(err)
	}
	if o.Rows != 3705 || o.Imported+o.Folded != 3705 || o.Events != o.Imported || o.Folded < 400 {
		t.Errorf("%s", o.tally)
	}
	t.Log(o.tally)
}
