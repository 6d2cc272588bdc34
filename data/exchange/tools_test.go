//go:build browser

package exchange_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"chancery/internal/chromium"
)

// npm returns the folder that scripts/test-browser installs packages in.
func npm(t *testing.T, needed string) string {
	t.Helper()
	folder, err := filepath.Abs(filepath.Join("..", "..", "out", "npm"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(folder, "node_modules", filepath.FromSlash(needed))); err != nil {
		t.Skipf("%s is not installed: scripts/test-browser gets it from npm", needed)
	}
	return folder
}

// readByTools reads golden files, which the formats' own tests compare with what
// is written, by the programs that they are for.
func readByTools(t *testing.T, names ...string) map[string]json.RawMessage {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed")
	}
	args := []string{filepath.Join("..", "..", "scripts", "npm", "read.mjs"), npm(t, "@citation-js/core")}
	for _, name := range names {
		args = append(args, filepath.Join("testdata", name))
	}
	out, err := exec.CommandContext(t.Context(), node, args...).Output()
	if failed := (*exec.ExitError)(nil); errors.As(err, &failed) {
		t.Fatalf("%v\n%s", err, failed.Stderr)
	}
	if err != nil {
		t.Fatal(err)
	}
	var found map[string]json.RawMessage
	if err := json.Unmarshal(out, &found); err != nil {
		t.Fatal(err)
	}
	return found
}

func decoded[T any](t *testing.T, text json.RawMessage) (v T) {
	t.Helper()
	if err := json.Unmarshal(text, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

// ical.js finds every event that a calendar can hold, on its days.
func TestBrowserCalendarOpens(t *testing.T) {
	type entry struct {
		ID, Title, Start, End string
		Days                  bool
	}
	found := map[string]entry{}
	entries := decoded[[]entry](t, readByTools(t, "calendar.ics")["calendar.ics"])
	for _, e := range entries {
		found[strings.TrimSuffix(e.ID, "@chancery")] = e
	}
	// Rome is before all calendars, and of another nobody knows when.
	if want := len(sample()) - 2; len(entries) != want {
		t.Errorf("%d entries, want %d", len(entries), want)
	}
	for key, want := range map[string]entry{
		"notice":     {Title: `Seoul gives notice, 通告; "the end"`, Start: "2019-08-22", End: "2019-08-23", Days: true},
		"month":      {Title: "Talks in a month", Start: "2019-11-01", End: "2019-12-01", Days: true},
		"decade":     {Title: "Some time in the decade", Start: "1850-01-01", End: "1860-01-01", Days: true},
		"span":       {Title: "Curbs", Start: "2019-07-04", End: "2023-03-24", Days: true},
		"timed-span": {Title: "A session", Start: "2019-11-22T18:00:00Z", End: "2019-11-22T19:30:00Z"},
	} {
		want.ID = key + "@chancery"
		if diff := cmp.Diff(want, found[key]); diff != "" {
			t.Errorf("%s (-want +got):\n%s", key, diff)
		}
	}
}

// graphology finds who is tied to whom, in both formats the same.
func TestBrowserNetworksOpen(t *testing.T) {
	type network struct {
		Nodes []struct{ ID, Label string }
		Edges []struct {
			Source, Target string
			Weight         float64
			Directed       bool
		}
	}
	pairs := []string{"Japan → South Korea 1", "Rome → Egypt 1", "South Korea – Japan 2", "South Korea → Japan 1"}
	events := []string{"Japan → South Korea 1", "Rome → Egypt 1", "South Korea – Japan 1", "South Korea – Japan 1", "South Korea → Japan 1"}
	files := map[string][]string{"pairs.gexf": pairs, "pairs.graphml": pairs, "events.gexf": events, "events.graphml": events}
	found := readByTools(t, "pairs.gexf", "pairs.graphml", "events.gexf", "events.graphml")
	for name, want := range files {
		n := decoded[network](t, found[name])
		labels := map[string]string{}
		for _, node := range n.Nodes {
			labels[node.ID] = node.Label
		}
		var got []string
		for _, e := range n.Edges {
			// Which end of an edge without a direction comes first means nothing.
			from, to, joint := labels[e.Source], labels[e.Target], "→"
			if !e.Directed {
				joint = "–"
				from, to = max(from, to), min(from, to)
			}
			got = append(got, fmt.Sprintf("%s %s %s %g", from, joint, to, e.Weight))
		}
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" || len(n.Nodes) != 5 {
			t.Errorf("%s: %d nodes, edges (-want +got):\n%s", name, len(n.Nodes), diff)
		}
	}
}

// references are what Citation.js found.
type references struct {
	Entries      []reference
	Bibliography string
}

type reference struct {
	ID, Type, Title, URL string
	Issued               struct {
		DateParts [][]int `json:"date-parts"`
	}
}

// Citation.js finds each source once and writes a bibliography of them.
func TestBrowserReferencesOpen(t *testing.T) {
	for name, text := range readByTools(t, "sources.bib", "sources.json") {
		found := decoded[references](t, text)
		if len(found.Entries) != 3 {
			t.Errorf("%s: %d sources, want 3", name, len(found.Entries))
			continue
		}
		titles := map[string]bool{}
		for _, e := range found.Entries {
			titles[e.Title] = true
		}
		for _, want := range []string{"韓国、GSOMIA破棄を通告", "No. 1 & 2", `{brace} $ \ % ~`} {
			if !titles[want] {
				t.Errorf("%s: no source is called %q: %v", name, want, titles)
			}
		}
		asahi := found.Entries[slices.IndexFunc(found.Entries, func(e reference) bool { return strings.HasPrefix(e.ID, "asahi2019-") })]
		if diff := cmp.Diff([][]int{{2019, 8, 23}}, asahi.Issued.DateParts); diff != "" || !strings.HasPrefix(asahi.URL, "https://example.org/a?b=1&c=") {
			t.Errorf("%s: the source is dated and found at %+v", name, asahi)
		}
		if !strings.Contains(found.Bibliography, "2019, August 23") {
			t.Errorf("%s: the bibliography is\n%s", name, found.Bibliography)
		}
	}
}

// A slide page shows a file in TimelineJS, to which a sheet comes as if from the
// address that it was published at.
const slidePage = `<!DOCTYPE html><meta charset="utf-8"><link rel="stylesheet" href="%[1]s/css/timeline.css"><div id="t" style="width:1200px;height:650px"></div>
<script>const file = %[2]s, sheet = %[3]t; if (sheet) window.fetch = async () => new Response(file, {headers: {'Content-Type': 'text/csv'}});</script>
<script src="%[1]s/js/timeline.js"></script>
<script>new TL.Timeline('t', sheet ? 'https://docs.google.com/spreadsheets/d/e/2PACX-0/pub?output=csv' : JSON.parse(file), {hash_bookmark: false, font: null, script_path: '%[1]s/js/'})</script>`

// TimelineJS makes a slide of each event, from JSON and from a sheet.
func TestBrowserSlidesOpen(t *testing.T) {
	dist := (&url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(npm(t, "@knight-lab/timelinejs"), "node_modules", "@knight-lab", "timelinejs", "dist"))}).String()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	b, err := chromium.Start(ctx)
	if errors.Is(err, chromium.ErrMissing) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	for _, name := range []string{"timelinejs.json", "timelinejs.csv"} {
		content, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		quoted, err := json.Marshal(string(content))
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "slides.html")
		if err := os.WriteFile(path, fmt.Appendf(nil, slidePage, dist, quoted, strings.HasSuffix(name, ".csv")), 0o600); err != nil {
			t.Fatal(err)
		}
		p, err := b.Page(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Open(ctx, path); err != nil {
			t.Fatal(err)
		}
		var shown struct {
			Slides  []string
			Markers int
			Said    string
			Owned   bool
		}
		err = p.Eval(ctx, `new Promise(done => {
			const texts = selector => [...document.querySelectorAll(selector)].map(e => e.textContent.trim());
			let last = 0, same = 0;
			const look = () => {
				const slides = texts('.tl-slide .tl-headline, .tl-slide h2');
				same = slides.length && slides.length === last ? same + 1 : 0;
				last = slides.length;
				const said = texts('.tl-message-content, .tl-message').join(' ');
				same > 5 || /error|could not|invalid/i.test(said) ? done({slides, markers: document.querySelectorAll('.tl-timemarker').length, said, owned: Boolean(document.querySelector('b, script:not([src])+b'))}) : setTimeout(look, 200);
			};
			look();
		})`, &shown)
		if err != nil {
			t.Fatal(err)
		}
		// One event has no date; the JSON has a slide for the title, too.
		if want := len(sample()) - 1; shown.Markers != want {
			t.Errorf("%s: %d markers, want %d; said %q", name, shown.Markers, want, shown.Said)
		}
		for _, want := range []string{`Seoul gives notice, 通告; "the end"`, "Some time in the decade", "Envoys sent"} {
			if !slices.ContainsFunc(shown.Slides, func(s string) bool { return strings.Contains(s, want) }) {
				t.Errorf("%s: no slide is called %q: %q", name, want, shown.Slides)
			}
		}
		if shown.Owned {
			t.Errorf("%s: the text of an event became markup", name)
		}
	}
}
