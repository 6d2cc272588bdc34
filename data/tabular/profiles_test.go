package tabular_test

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"chancery/data/tabular"
	"chancery/model"
)

// describe tells what was understood of a file and every event and problem that
// came of it, one a line.
func describe(o *outcome, events []model.Event) string {
	var b strings.Builder
	u := o.u
	fmt.Fprintf(&b, "profile %s, %s, %s, header in row %d\n%s\n", u.Profile, u.Encoding, u.Delimiter, u.HeaderRow, o.tally)
	for _, q := range u.Questions {
		fmt.Fprintf(&b, "question %s %q: %s\n", q.ID, q.Example, orNone(q.Answer))
	}
	for _, w := range u.Warnings {
		fmt.Fprintf(&b, "warning %s\n", w)
	}
	for i := range events {
		describeEvent(&b, &events[i])
	}
	for _, p := range o.problems {
		fmt.Fprintf(&b, "problem %s\n", p)
	}
	return b.String()
}

func orNone(answer string) string {
	if answer == "" {
		return "open"
	}
	return answer
}

func describeEvent(b *strings.Builder, e *model.Event) {
	fmt.Fprintf(b, "row %d %s: %s %s", e.Origin.Row, e.Key, e.Kind, e.Start)
	if !e.End.IsZero() {
		fmt.Fprintf(b, " to %s", e.End)
	}
	fmt.Fprintf(b, " %q", e.Title)
	for _, p := range e.Actors {
		fmt.Fprintf(b, "; %s %s", p.Role, p.Actor)
	}
	for _, part := range []struct{ name, value string }{
		{"category", e.Category}, {"code", e.CAMEO}, {"place", e.Place.Name}, {"dated", e.StartText}, {"summary", e.Summary}, {"tags", strings.Join(e.Tags, " + ")},
	} {
		if part.value != "" {
			fmt.Fprintf(b, "; %s %q", part.name, part.value)
		}
	}
	if e.Score.Valid {
		fmt.Fprintf(b, "; score %v", e.Score.Value)
	}
	if e.Place.HasPoint {
		fmt.Fprintf(b, "; at %v %v", e.Place.Lat, e.Place.Lon)
	}
	for _, c := range e.Citations {
		fmt.Fprintf(b, "; from %s|%s|%s|%s", c.Source.Publisher, c.Source.Title, c.Source.URL, c.Locator)
	}
	for _, l := range e.Links {
		fmt.Fprintf(b, "; %s %s", l.Kind, l.To)
	}
	b.WriteByte('\n')
}

// TestProfiles reads a small file of each profile, and of what is none, and
// compares all that came of it with its golden. The name of the file begins with
// that of the profile.
func TestProfiles(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "profiles", "*.*sv"))
	if err != nil {
		t.Fatal(err)
	}
	tabs, err := filepath.Glob(filepath.Join("testdata", "profiles", "*.tab"))
	if err != nil {
		t.Fatal(err)
	}
	tested := map[string]bool{}
	for _, path := range append(files, tabs...) {
		name := filepath.Base(path)
		t.Run(name, func(t *testing.T) {
			file := tabular.File{Name: name, Open: func() (io.ReadCloser, error) { return os.Open(path) }}
			o, events := allEvents(t, file, tabular.Hints{})
			profile, _, _ := strings.Cut(name, ".")
			if tested[profile] = true; o.u.Profile != profile {
				t.Errorf("taken for %s", o.u.Profile)
			}
			if o.Rows != o.Imported+o.Folded+o.Problems {
				t.Errorf("rows were lost: %s", o.tally)
			}
			golden(t, strings.TrimSuffix(path, filepath.Ext(path))+".golden", describe(&o, events))
		})
	}
	for _, p := range tabular.Profiles() {
		if !tested[p.Name] {
			t.Errorf("no file in testdata is of the profile %s", p.Name)
		}
	}
}

// allEvents reads a file and keeps its events.
func allEvents(t testing.TB, file tabular.File, h tabular.Hints, folds ...tabular.Fold) (outcome, []model.Event) {
	t.Helper()
	var events []model.Event
	o, err := readAll(t, file, h, folds...)
	if err != nil {
		t.Fatal(err)
	}
	feed, err := o.u.Open(t.Context(), file, folds...)
	if err != nil {
		t.Fatal(err)
	}
	defer feed.Close()
	for {
		rows, err := feed.Next(t.Context())
		if err == io.EOF {
			return o, events
		}
		if err != nil {
			t.Fatal(err)
		}
		for i := range rows {
			events = append(events, rows[i].Events...)
		}
	}
}

// golden compares a text with a file, or writes it there with GOLDEN=update.
func golden(t *testing.T, path, got string) {
	t.Helper()
	if os.Getenv("GOLDEN") == "update" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is no longer so:\n%s\nwant:\n%s", path, got, want)
	}
}

// TestAnswers reads what must be asked with each answer.
func TestAnswers(t *testing.T) {
	at := func(name string) tabular.File {
		return tabular.File{Name: name, Open: func() (io.ReadCloser, error) { return os.Open(filepath.Join("testdata", "profiles", name)) }}
	}
	tests := []struct {
		file    string
		answers tabular.Answers
		want    string // start of the first event
	}{
		{"none.ambiguous.csv", tabular.Answers{"order": "dmy"}, "2019-04-03|2019-06-05|One"},
		{"none.ambiguous.csv", tabular.Answers{"order:#/#/####": "mdy"}, "2019-03-04|2019-05-06|One"},
		{"none.signed.csv", tabular.Answers{"era": "bce"}, "-0215||Cannae"},
		{"none.signed.csv", tabular.Answers{"era": "astronomical"}, "-0216||Cannae"},
	}
	for _, tt := range tests {
		o, err := readAll(t, at(tt.file), tabular.Hints{Answers: tt.answers})
		if err != nil {
			t.Fatal(err)
		}
		if len(o.events) == 0 || o.events[0] != tt.want || len(o.u.Unanswered()) > 0 {
			t.Errorf("%s with %v: %q, open %v", tt.file, tt.answers, o.events, o.u.Unanswered())
		}
	}
	// Nothing is guessed: without an answer only what has one reading goes in.
	o, err := readAll(t, at("none.ambiguous.csv"), tabular.Hints{})
	if err != nil || len(o.u.Unanswered()) != 1 || o.Imported != 1 || o.Problems != 2 {
		t.Errorf("without an answer: %s, %v", o.tally, err)
	}
	if err := (tabular.Answers{"order": "upwards"}).Check(); err == nil {
		t.Error("an answer that means nothing is taken")
	}
}

// TestFolding folds mirror images and reports, and loses no row.
func TestFolding(t *testing.T) {
	at := func(name string) tabular.File {
		return tabular.File{Name: name, Open: func() (io.ReadCloser, error) { return os.Open(filepath.Join("testdata", "profiles", name)) }}
	}
	tests := []struct {
		file   string
		fold   tabular.Fold
		events int
		folded int
	}{
		{"icews.tab", tabular.FoldMirrored, 2, 1},
		{"gdelt.v2.csv", tabular.FoldReports, 3, 1},
	}
	for _, tt := range tests {
		o, events := allEvents(t, at(tt.file), tabular.Hints{}, tt.fold)
		if len(events) != tt.events || o.Folded != tt.folded || o.Rows != o.Imported+o.Folded+o.Problems {
			t.Errorf("%s by %s: %d events, %s", tt.file, tt.fold, len(events), o.tally)
		}
	}
	_, events := allEvents(t, at("icews.tab"), tabular.Hints{}, tabular.FoldMirrored)
	for i := range events {
		if e := &events[i]; e.Origin.Row == 2 {
			for _, p := range e.Actors {
				if p.Role != model.Participant {
					t.Errorf("%s is %s of an event that went both ways", p.Actor, p.Role)
				}
			}
		}
	}
}

// TestMappingSaved saves the mapping of each file and reads the file by it.
func TestMappingSaved(t *testing.T) {
	for _, name := range []string{"none.two-orders.csv", "icews.tab", "cow-non-state.csv", "treaty-membership.csv", "wikidata.csv"} {
		file := tabular.File{Name: name, Open: func() (io.ReadCloser, error) { return os.Open(filepath.Join("testdata", "profiles", name)) }}
		first, events := allEvents(t, file, tabular.Hints{})
		var saved strings.Builder
		if err := first.u.Mapping.Write(&saved); err != nil {
			t.Fatal(err)
		}
		m, err := tabular.ReadMapping(strings.NewReader(saved.String()))
		if err != nil {
			t.Fatalf("%s: %v\n%s", name, err, saved.String())
		}
		again, events2 := allEvents(t, file, tabular.Hints{Mapping: m})
		if again.tally != first.tally || len(events) != len(events2) {
			t.Fatalf("%s: %s by its saved mapping, want %s", name, again.tally, first.tally)
		}
		for i := range events {
			if events[i].Key != events2[i].Key || events[i].Start != events2[i].Start || events[i].Title != events2[i].Title {
				t.Errorf("%s: %q is now %q", name, events[i].Key, events2[i].Key)
			}
		}
	}
	for _, wrong := range []string{`{`, `{"columns":[{"column":"a","means":"nonsense"}]}`, `{"columns":[{"column":"","means":"start"}]}`,
		`{"columns":[{"column":"a","means":"actor","role":"king"}]}`, `{"columns":[],"encoding":"klingon"}`, `{"colums":[]}`} {
		if _, err := tabular.ReadMapping(strings.NewReader(wrong)); err == nil {
			t.Errorf("a mapping %s is taken", wrong)
		}
	}
}

// TestRepairs mends one row and leaves out another.
func TestRepairs(t *testing.T) {
	file := memory("list.csv", "date,name\n2019-11-31,One\n2019-11-17,Two\n2019-11-18,Three\n")
	o, err := readAll(t, file, tabular.Hints{Repairs: map[int]tabular.Repair{2: {Cells: map[string]string{"date": "2019-11-30"}}, 3: {Skip: true}}})
	if err != nil {
		t.Fatal(err)
	}
	if strings.Join(o.events, " ") != "2019-11-30||One 2019-11-18||Three" || o.Problems != 1 || !strings.Contains(o.problems[0], "left out by hand") {
		t.Errorf("events %q, problems %q", o.events, o.problems)
	}
}
