package exchange_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"chancery/data/exchange"
	"chancery/model"
)

type write = func(io.Writer, exchange.Events) (exchange.Result, error)

// writers are all formats, with the file of each in testdata.
var writers = []struct {
	file  string
	write write
}{
	{"events.json", exchange.WriteJSON},
	{"events.jsonl", exchange.WriteJSONLines},
	{"timelinejs.json", with(exchange.WriteTimelineJS)},
	{"timelinejs.csv", with(exchange.WriteTimelineJSSheet)},
	{"calendar.ics", with(exchange.WriteICalendar)},
	{"pairs.gexf", tied(exchange.WriteGEXF, exchange.PairTies)},
	{"events.gexf", tied(exchange.WriteGEXF, exchange.EventTies)},
	{"pairs.graphml", tied(exchange.WriteGraphML, exchange.PairTies)},
	{"events.graphml", tied(exchange.WriteGraphML, exchange.EventTies)},
	{"sources.bib", with(exchange.WriteBibTeX)},
	{"sources.json", with(exchange.WriteCSL)},
}

func with(f func(io.Writer, exchange.Events, exchange.About) (exchange.Result, error)) write {
	return func(w io.Writer, events exchange.Events) (exchange.Result, error) { return f(w, events, about) }
}

func tied(f func(io.Writer, exchange.Events, exchange.Ties, exchange.About) (exchange.Result, error), ties exchange.Ties) write {
	return func(w io.Writer, events exchange.Events) (exchange.Result, error) { return f(w, events, ties, about) }
}

func TestWriters(t *testing.T) {
	for _, test := range writers {
		t.Run(test.file, func(t *testing.T) {
			var out bytes.Buffer
			r, err := test.write(&out, listed(sample()...))
			if err != nil {
				t.Fatal(err)
			}
			if r.Events+r.Missing != len(sample()) || r.Missing != len(r.LeftOut) {
				t.Errorf("%d written and %d left out of %d events: %v", r.Events, r.Missing, len(sample()), r.LeftOut)
			}
			checkForm(t, test.file, out.Bytes())
			golden(t, test.file, out.String())

			out.Reset()
			if _, err := test.write(&out, listed()); err != nil {
				t.Fatal(err)
			}
			checkForm(t, test.file, out.Bytes())
			if _, err := test.write(io.Discard, broken); !errors.Is(err, errBroken) {
				t.Errorf("an error of the events came out as %v", err)
			}
			if _, err := test.write(failing{}, listed(sample()...)); !errors.Is(err, errBroken) {
				t.Errorf("an error of the file came out as %v", err)
			}
		})
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errBroken }

// checkForm checks what every file of a kind must be.
func checkForm(t *testing.T, file string, text []byte) {
	t.Helper()
	if !utf8.Valid(text) || bytes.IndexByte(text, 0) >= 0 {
		t.Error("not UTF-8 without zero bytes")
	}
	switch file[strings.LastIndexByte(file, '.'):] {
	case ".json":
		if !json.Valid(text) {
			t.Errorf("not JSON:\n%s", text)
		}
	case ".jsonl":
		for line := range bytes.Lines(text) {
			if !json.Valid(line) {
				t.Errorf("not JSON: %s", line)
			}
		}
	case ".gexf", ".graphml":
		d := xml.NewDecoder(bytes.NewReader(text))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("not well-formed: %v\n%s", err, text)
			}
		}
	case ".csv":
		rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			for i, cell := range row {
				if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) && i > 7 {
					t.Errorf("the cell %q would be a formula", cell)
				}
			}
		}
	case ".ics":
		for line := range strings.SplitSeq(string(text), "\r\n") {
			if len(line) > 75 || strings.ContainsAny(line, "\r\n") {
				t.Errorf("a line of a calendar has 75 bytes at most, this has %d: %q", len(line), line)
			}
		}
		if begun, ended := strings.Count(string(text), "\r\nBEGIN:VEVENT\r\n"), strings.Count(string(text), "\r\nEND:VEVENT\r\n"); begun != ended {
			t.Errorf("%d entries begin and %d end", begun, ended)
		}
	}
}

// A source is known by the same key whatever else is exported with it.
func TestSourcesAreListedOnce(t *testing.T) {
	keys := func(events ...model.Event) string {
		var out bytes.Buffer
		if _, err := exchange.WriteBibTeX(&out, listed(events...), about); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	all := sample()
	once, again := keys(all[1]), keys(all[1], all[1], all[3])
	if once != again {
		t.Errorf("the same sources came out as\n%s\nand as\n%s", once, again)
	}
	if n := strings.Count(once, "@"); n != 2 {
		t.Errorf("%d sources, want 2:\n%s", n, once)
	}
}

// What ties actors is what the lanes by pair show.
func TestNetworkOfManyParties(t *testing.T) {
	conference := model.Event{Key: "c", Title: "Conference", Start: date("2019")}
	for _, name := range []string{"A", "B", "C", "D", "E"} {
		conference.Actors = append(conference.Actors, model.Participation{Actor: name})
	}
	small := conference
	small.Actors = small.Actors[:3]
	for _, test := range []struct {
		event model.Event
		edges int
	}{{conference, 0}, {small, 3}} {
		for _, ties := range []exchange.Ties{exchange.PairTies, exchange.EventTies} {
			r, err := exchange.WriteGEXF(io.Discard, listed(test.event), ties, about)
			if err != nil || r.Entries != test.edges {
				t.Errorf("%d parties: %d edges and %v, want %d", len(test.event.Actors), r.Entries, err, test.edges)
			}
		}
	}
}

// An archive that changes between the two looks of a network is told of, since
// the edges would name actors that are not there.
func TestNetworkOfChangingEvents(t *testing.T) {
	turn := 0
	changing := func(yield func(model.Event, error) bool) {
		turn++
		for _, e := range sample()[:2*turn] {
			if !yield(e, nil) {
				return
			}
		}
	}
	if _, err := exchange.WriteGEXF(io.Discard, changing, exchange.EventTies, about); err == nil {
		t.Error("no error")
	}
}
