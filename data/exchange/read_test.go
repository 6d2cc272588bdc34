package exchange_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"chancery/data/exchange"
	"chancery/model"
	"chancery/model/edtf"
)

// told writes what a reader makes of a file, an entry a paragraph.
func told(t *testing.T, items exchange.Items) string {
	t.Helper()
	var b strings.Builder
	n := 0
	for i, err := range items {
		if err != nil {
			fmt.Fprintf(&b, "error: %v\n", err)
			break
		}
		n++
		if i.Number != n {
			t.Errorf("item %d has number %d", n, i.Number)
		}
		fmt.Fprintf(&b, "%d %s: ", i.Number, i.Place)
		e := &i.Event
		switch {
		case i.Problem != nil:
			fmt.Fprintf(&b, "problem: %v\n", i.Problem)
		default:
			checkEvent(t, &i)
			fmt.Fprintf(&b, "%q %s %s", e.Title, e.Kind, e.Start)
			for _, f := range []struct{ name, text string }{
				{"to", e.End.String()}, {"start text", e.StartText}, {"end text", e.EndText}, {"key", e.Key}, {"in", e.Collection}, {"category", e.Category},
				{"cameo", e.CAMEO}, {"place", e.Place.Name}, {"tags", strings.Join(e.Tags, ",")}, {"confidence", e.Confidence},
			} {
				if f.text != "" {
					fmt.Fprintf(&b, " %s=%q", f.name, f.text)
				}
			}
			if e.Place.HasPoint {
				fmt.Fprintf(&b, " at %g,%g", e.Place.Lat, e.Place.Lon)
			}
			if e.Score.Valid {
				fmt.Fprintf(&b, " score=%g", e.Score.Value)
			}
			b.WriteByte('\n')
			if e.Summary != "" {
				fmt.Fprintf(&b, "  %q\n", e.Summary)
			}
			for _, p := range e.Actors {
				fmt.Fprintf(&b, "  %s %q\n", p.Role, p.Actor)
			}
			for _, c := range e.Citations {
				fmt.Fprintf(&b, "  source %q %q %q quote %q\n", c.Source.Publisher, c.Source.Title, c.Source.URL, c.Quote)
			}
			for _, l := range e.Links {
				fmt.Fprintf(&b, "  %s %q\n", l.Kind, l.To)
			}
		}
		for _, note := range i.Notes {
			fmt.Fprintf(&b, "  note: %v\n", &note)
		}
	}
	return b.String()
}

// checkEvent checks what every event that is read must have.
func checkEvent(t *testing.T, i *exchange.Item) {
	t.Helper()
	e := &i.Event
	if strings.TrimSpace(e.Title) == "" || e.Start.IsZero() || e.Key == "" || i.Place == "" {
		t.Errorf("item %d at %q is no whole event: %+v", i.Number, i.Place, e)
	}
	if e.Kind != model.Span && !e.End.IsZero() {
		t.Errorf("item %d has an end and is no span: %+v", i.Number, e)
	}
}

func TestReaders(t *testing.T) {
	kinds := map[string]exchange.Kind{
		"new.timelinejs.json": exchange.TimelineJS, "old.timelinejs.json": exchange.TimelineJS,
		"items.vis.json": exchange.VisTimeline, "array.vis.json": exchange.VisTimeline,
		"gold.plover.json": exchange.PLOVER, "lines.plover.jsonl": exchange.PLOVER,
		"crisis.timeline": exchange.TimelineProject, "meetings.ics": exchange.ICalendar,
	}
	for name, want := range kinds {
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile(filepath.Join("testdata", "read", name))
			if err != nil {
				t.Fatal(err)
			}
			kind := exchange.Recognise(text[:min(len(text), 4096)])
			if kind != want {
				t.Fatalf("taken for %s, want %s", kind, want)
			}
			got := told(t, kind.Read(name, bytes.NewReader(text)))
			golden(t, filepath.Join("read", name+".golden"), got)
			if again := told(t, kind.Read(name, iotest.OneByteReader(bytes.NewReader(append([]byte("\xEF\xBB\xBF"), text...))))); again != got {
				t.Errorf("read byte by byte after a mark, the file says\n%s\nwant\n%s", again, got)
			}
		})
	}
}

// What is written is read back: to the letter as JSON, and elsewhere with the
// same dates.
func TestRoundTrip(t *testing.T) {
	same := []cmp.Option{cmp.Comparer(func(a, b edtf.Date) bool { return a == b }), cmpopts.EquateEmpty()}
	events := map[string]model.Event{}
	for _, e := range sample() {
		e.Category = model.CategoryNamed(e.Category).Key
		events[e.Key] = e
	}
	for _, test := range writers {
		kind := exchange.Recognise
		var out bytes.Buffer
		r, err := test.write(&out, listed(sample()...))
		if err != nil {
			t.Fatal(err)
		}
		k := kind(out.Bytes())
		if k == exchange.UnknownKind {
			continue
		}
		t.Run(test.file, func(t *testing.T) {
			count := 0
			for i, err := range k.Read("file", bytes.NewReader(out.Bytes())) {
				if err != nil {
					t.Fatal(err)
				}
				count++
				if i.Problem != nil || len(i.Notes) > 0 {
					t.Errorf("%s: %v %v", i.Place, i.Problem, i.Notes)
					continue
				}
				want, got := events[i.Event.Key], i.Event
				if k != exchange.OwnJSON {
					got = model.Event{Key: got.Key, Start: got.Start, End: got.End, StartText: got.StartText, Kind: got.Kind, Category: got.Category}
					want = model.Event{Key: want.Key, Start: want.Start, End: want.End, StartText: want.StartText, Kind: want.Kind, Category: want.Category}
					if k == exchange.TimelineJS && want.Kind == model.Deadline {
						want.Kind = model.Point
					}
				}
				if diff := cmp.Diff(want, got, same...); diff != "" {
					t.Errorf("%s came back otherwise (-was +is):\n%s", got.Key, diff)
				}
			}
			if count != r.Events {
				t.Errorf("%d events were written and %d read", r.Events, count)
			}
		})
	}
}

func TestRecognise(t *testing.T) {
	tests := []struct {
		head string
		want exchange.Kind
	}{
		{"", exchange.UnknownKind},
		{"id,title,start\n", exchange.UnknownKind},
		{"\xEF\xBB\xBF\r\nbegin:vcalendar\r\n", exchange.ICalendar},
		{"<?xml version='1.0'?>\n<!-- written by x -->\n<timeline><version>", exchange.TimelineProject},
		{"<html><timeline>", exchange.UnknownKind},
		{`{"type": "FeatureCollection", "features": [`, exchange.UnknownKind},
		{`{"timeline": {"headline": "x", "startDate": "1960"`, exchange.TimelineJS},
		{`{"events":[` + "\n" + `{"id":"a","title":"b","start":"2019","earliest":"","kind":"event"`, exchange.OwnJSON},
	}
	for _, test := range tests {
		if got := exchange.Recognise([]byte(test.head)); got != test.want {
			t.Errorf("%q is taken for %s, want %s", test.head, got, test.want)
		}
	}
}

// A file that breaks off or cannot be read says so after what was read.
func TestBrokenFiles(t *testing.T) {
	tests := []struct {
		kind exchange.Kind
		text string
		want string
	}{
		{exchange.TimelineJS, `{"events":[{"start_date":{"year":2019},"text":{"headline":"A"}},{"start`, "events[1]: not JSON"},
		{exchange.TimelineJS, `{"events":{}}`, "events is not an array"},
		{exchange.TimelineJS, `[]`, "not a JSON object"},
		{exchange.TimelineProject, `<timeline><events><event><start>`, "not XML"},
		{exchange.TimelineProject, `<timeline><timetype>numtime</timetype><events>`, "another calendar, numtime"},
		{exchange.ICalendar, "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20191117\r\n", "line 2: the calendar ends within an entry"},
		{exchange.UnknownKind, "", "not known"},
	}
	for _, test := range tests {
		if got := told(t, test.kind.Read("x", strings.NewReader(test.text))); !strings.Contains(got, "error: ") || !strings.Contains(got, test.want) {
			t.Errorf("%s of %q: %q does not say %q", test.kind, test.text, got, test.want)
		}
	}
	gone := errors.New("the disk is gone")
	for k := exchange.OwnJSON; k <= exchange.ICalendar; k++ {
		if got := told(t, k.Read("x", iotest.ErrReader(gone))); !strings.Contains(got, gone.Error()) {
			t.Errorf("%s does not report an error of the disk: %q", k, got)
		}
	}
}

// FuzzRead reads whatever as each of the formats: nothing panics, and every
// item is a whole event or a problem.
func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/read/*[a-z]")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		if k := exchange.Recognise(text); k != exchange.UnknownKind {
			f.Add(uint8(k), text)
		}
	}
	f.Fuzz(func(t *testing.T, kind uint8, text []byte) {
		k := exchange.Kind(kind%uint8(exchange.ICalendar) + 1)
		exchange.Recognise(text)
		for i, err := range k.Read("fuzz", bytes.NewReader(text)) {
			if err != nil {
				return
			}
			if i.Problem == nil {
				checkEvent(t, &i)
			}
		}
	})
}
