package data_test

import (
	"strings"
	"testing"

	"chancery/data"
	"chancery/data/charset"
	"chancery/data/tabular"
)

// TestLookAt looks at files of each kind without an archive.
func TestLookAt(t *testing.T) {
	const mixed = "when,what,who\n03/04/2019,Talks,Japan\n31 Nov 2019,Notice,South Korea\n2019-11-22,Suspension,South Korea\n"
	for _, test := range []struct {
		name, text   string
		kind, format string
		events, bad  int
	}{
		{"theirs.csv", mixed, "events", "", 1, 2},
		{"own.csv", "id,title,start,category\na,One,2019,meeting\nb,Two,31 Nov 2019,meeting\n", "events", "chancery", 1, 1},
		{"actors.csv", "id,name,kind\njp,Japan,state\n", "actors", "chancery", 0, 0},
		{"cal.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20190822\r\nSUMMARY:Notice\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "events", "iCalendar", 1, 0},
	} {
		l, err := data.LookAt(t.Context(), text(test.name, test.text), tabular.Hints{}, 10)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		events, bad := 0, 0
		for _, r := range l.Rows {
			events += len(r.Events)
			if r.Problem != nil {
				bad++
			}
		}
		if l.Kind != test.kind || test.format != "" && !strings.Contains(l.Format, test.format) || events != test.events || bad != test.bad {
			t.Errorf("%s: kind %s, format %q, %d events, %d problems; want %s, %q, %d, %d", test.name, l.Kind, l.Format, events, bad, test.kind, test.format, test.events, test.bad)
		}
	}

	l, err := data.LookAt(t.Context(), text("theirs.csv", mixed), tabular.Hints{}, 10)
	if err != nil {
		t.Fatal(err)
	}
	if q := l.Rows[0].Problem.Question; q != "order:#/#/####" {
		t.Errorf("the row with two readings waits for %q", q)
	}
	mended, err := l.Understanding.Understand(l.Rows[1:2], map[int]tabular.Repair{3: {Cells: map[string]string{"when": "30 Nov 2019"}}})
	if err != nil || len(mended) != 1 || mended[0].Problem != nil || mended[0].Events[0].Start.String() != "2019-11-30" {
		t.Errorf("mended row %+v, %v", mended, err)
	}
	l, err = data.LookAt(t.Context(), text("theirs.csv", mixed), tabular.Hints{Answers: tabular.Answers{"order:#/#/####": "mdy"}, Encoding: charset.Windows1252}, 10)
	if err != nil || l.Rows[0].Problem != nil || l.Rows[0].Events[0].Start.String() != "2019-03-04" || l.Understanding.Encoding != charset.Windows1252 {
		t.Errorf("after an answer: %+v, %v", l, err)
	}
}

// TestRepairsOwnTable mends a row of our own table, and leaves one out.
func TestRepairsOwnTable(t *testing.T) {
	a := newArchive(t)
	in := text("own.csv", "id,title,start,category\na,One,2019,meeting\nb,Two,31 Nov 2019,meeting\nc,Three,2020,meeting\n")
	repairs := map[int]tabular.Repair{3: {Cells: map[string]string{"start": "30 Nov 2019"}}, 4: {Skip: true}}
	var counted data.Count
	report, err := data.ImportInputs(t.Context(), a, []data.Input{in}, data.ImportOptions{
		HintsFor: map[string]tabular.Hints{"own.csv": {Repairs: repairs}}, DryRun: true, Counted: func(c data.Count) { counted = c },
	})
	if err != nil {
		t.Fatal(err)
	}
	want := data.Count{Read: 3, Imported: 2, LeftOut: 1, Added: 2}
	if report.Count != want || counted != want {
		t.Errorf("would be %+v, counted %+v; want %+v", report.Count, counted, want)
	}
	if _, err := a.EventByKey(t.Context(), "a"); err == nil {
		t.Error("the dry run wrote an event")
	}
}

// TestMappings saves a mapping under a name and finds it for a header again.
func TestMappings(t *testing.T) {
	m := data.Mappings(t.TempDir() + "/mappings")
	if names, err := m.Names(); len(names) > 0 || err != nil {
		t.Fatalf("without a folder: %q, %v", names, err)
	}
	mapping := &tabular.Mapping{Columns: []tabular.Field{{Column: "when", Means: tabular.MeansStart}, {Column: "what", Means: tabular.MeansTitle}}}
	for _, bad := range []string{"", " ", "a/b", `a\b`, ".hidden"} {
		if err := m.Save(t.Context(), bad, mapping); err == nil {
			t.Errorf("the name %q is taken", bad)
		}
	}
	if err := m.Save(t.Context(), "my vetoes", mapping); err != nil {
		t.Fatal(err)
	}
	if got := m.Suiting([]string{"what", "when", "who"}); got == nil || got.Name != "my vetoes" {
		t.Errorf("for the header comes %+v", got)
	}
	if got := m.Suiting([]string{"what", "who"}); got != nil {
		t.Errorf("for a header without a column comes %+v", got)
	}
}

// TestMappingFor makes the mapping of a profile one's own.
func TestMappingFor(t *testing.T) {
	m := tabular.Mapping{
		Columns: []tabular.Field{{Column: "Party", Means: tabular.MeansActor}, {Column: "Gone", Means: tabular.MeansStart}},
		Key:     []string{"Gone"}, Events: []tabular.Template{{Title: "{Party} signs{Gone}"}},
	}
	own := m.For([]string{"party"})
	if len(own.Columns) != 1 || own.Key != nil || own.Events[0].Title != "{Party} signs" {
		t.Errorf("own mapping %+v", own)
	}
	if len(m.Columns) != 2 || m.Events[0].Title != "{Party} signs{Gone}" {
		t.Errorf("the mapping itself became %+v", m)
	}
}
