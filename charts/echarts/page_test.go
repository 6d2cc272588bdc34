package echarts_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"chancery/charts"
	"chancery/charts/echarts"
	"chancery/model"
	"chancery/model/edtf"
)

var (
	styleElement = regexp.MustCompile(`(?s)<style>.*?</style>`)
	lastScript   = regexp.MustCompile(`(?s)<script>\(\(\) => \{.*?</script>`)
	hashes       = regexp.MustCompile(`sha256-([A-Za-z0-9/=]|&#43;)+`)
	picture      = regexp.MustCompile(`(?s)(<div class="picture">)<svg.*?</svg>`)
	squeezed     = regexp.MustCompile(`id="chancery-(charts|marks|table|library)">"[^"]*"`)
)

// bare is a page without its style sheet, its script, its pictures and what it
// carries squeezed, which other tests look at.
func bare(page string) string {
	page = styleElement.ReplaceAllString(page, "<style></style>")
	page = lastScript.ReplaceAllString(page, "<script></script>")
	page = picture.ReplaceAllString(page, `$1<svg></svg>`)
	page = squeezed.ReplaceAllString(page, `id="chancery-$1">"…"`)
	return hashes.ReplaceAllString(page, "sha256")
}

func TestPageGolden(t *testing.T) {
	const golden = "testdata/page.html"
	got := bare(write(t, pageOf(sampleEvents())))
	if os.Getenv("GOLDEN") == "update" {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("page (-want +got), GOLDEN=update writes it anew:\n%s", diff)
	}
}

func TestPageIsTheSameEachTime(t *testing.T) {
	first := write(t, pageOf(sampleEvents()))
	if second := write(t, pageOf(sampleEvents())); first != second {
		t.Error("the same events make two different pages")
	}
}

func TestEmptyPage(t *testing.T) {
	page := bare(write(t, echarts.Page{Title: "Nothing"}))
	if !strings.Contains(page, "<h1 dir=\"auto\">Nothing</h1>") {
		t.Errorf("an empty page has no heading:\n%s", page)
	}
	for _, word := range []string{"<table", "<figure", "Sources"} {
		if strings.Contains(page, word) {
			t.Errorf("an empty page has %q", word)
		}
	}
	none := echarts.Page{Title: "Filtered", Specs: charts.Overview(columnsOf(nil), nil)}
	if page := bare(write(t, none)); strings.Count(page, "Nothing to draw here.") != 3 {
		t.Error("charts of nothing do not say so")
	}
}

// Of many events the first are listed, and the page says so; the chart and the
// table in the page have them all.
func TestLongListing(t *testing.T) {
	events := make([]model.Event, 2_100)
	for i := range events {
		events[i] = model.Event{
			ID: model.EventID(i + 1), Key: fmt.Sprint(i), Title: "Event", Start: edtf.MustParse("2019-11-17"), Category: "meeting",
			Actors: between("Japan", "South Korea"),
		}
	}
	page := write(t, pageOf(events))
	if got := strings.Count(page, `<tr id="event-`); got != 250 {
		t.Errorf("%d rows, want 250", got)
	}
	if want := "The first 250 of 2\u00a0100 events are listed."; !strings.Contains(page, want) {
		t.Errorf("the page does not say %q", want)
	}
	if got := len(marksOf(t, page)); got != 2_100 {
		t.Errorf("%d marks, want 2100", got)
	}
	if table := tableOf(t, page); table.rows != 2_100 {
		t.Errorf("%d events in the table, want 2100", table.rows)
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestErrorOfWriter(t *testing.T) {
	if err := echarts.WritePage(fullDisk{}, pageOf(sampleEvents())); err == nil {
		t.Error("a writer that fails goes unnoticed")
	}
}

// A block is what a page's script reads first.
type block struct {
	Timeline struct {
		Totals        []int
		Extent, Range []int64
	}
	Columns int
}

// dataOf returns the text of a data block.
func dataOf(t *testing.T, page, id string) string {
	t.Helper()
	_, rest, ok := strings.Cut(page, `<script type="application/json" id="`+id+`">`)
	if !ok {
		t.Fatalf("the page has no block %s", id)
	}
	text, _, _ := strings.Cut(rest, "</script>")
	return text
}

func blockOf(t *testing.T, page string) block {
	t.Helper()
	var b block
	if err := json.Unmarshal([]byte(dataOf(t, page, "chancery-data")), &b); err != nil {
		t.Fatalf("data block: %v", err)
	}
	return b
}

// The marks of a page are those that the program draws in a timeline.
func TestMarksAreThoseOfTheTimeline(t *testing.T) {
	p := pageOf(sampleEvents())
	page := write(t, p)
	marks, table := marksOf(t, page), tableOf(t, page)
	for i, m := range p.Specs[0].Marks {
		got := marks[i]
		title := table.columns["title"][got.event]
		if want := sampleEvents()[m.Event-1].Title; title != want {
			t.Errorf("mark %d says %q, want %q", i, title, want)
		}
		if got.start != int64(m.Start) || got.lane != m.Lane || got.category != int(m.Category) {
			t.Errorf("%s starts %d in lane %d with category %d, want %d, %d, %d", title, got.start, got.lane, got.category, m.Start, m.Lane, m.Category)
		}
		const openEnd, noEnd = 1 << 5, 1 << 11
		if open := m.End == edtf.Future; open != (got.form&noEnd != 0) || open != (got.form&openEnd != 0) || !open && got.end != int64(m.End) {
			t.Errorf("%s ends %d with the form %b, want %d", title, got.end, got.form, m.End)
		}
	}
}

// What a browser cannot date is drawn where its dates end, not dropped.
func TestFarDates(t *testing.T) {
	events := []model.Event{
		{ID: 1, Title: "Chicxulub", Start: edtf.MustParse("Y-66000000"), Category: "military"},
		{ID: 2, Title: "Now", Start: edtf.MustParse("2019"), Category: "military"},
	}
	if got := marksOf(t, write(t, pageOf(events)))[0].start; got != -8_640_000_000_000 {
		t.Errorf("66 million years ago starts at %d", got)
	}
}

func TestPictureStandsInForTheTimeline(t *testing.T) {
	p := pageOf(sampleEvents())
	p.Picture = echarts.Picture{SVG: `<svg id="still" width="10" height="10"></svg>`, Caption: "As it was."}
	page := write(t, p)
	if got := strings.Count(page, `<div class="picture"><svg id="still"`); got != 1 {
		t.Errorf("the picture stands on the page %d times, want once", got)
	}
	if !strings.Contains(page, "As it was.") {
		t.Error("the page does not say what the picture shows")
	}
}

// A timeline begins with the stretch that it is given, as far as there are events.
func TestTimelineBeginsWithItsRange(t *testing.T) {
	p := pageOf(sampleEvents())
	p.From, p.To = edtf.At(2019, 7, 1), edtf.At(2400, 1, 1)
	c := blockOf(t, write(t, p)).Timeline
	if c.Range[0] != int64(p.From)*1000 || c.Range[1] != c.Extent[1] {
		t.Errorf("the timeline begins with %v of %v", c.Range, c.Extent)
	}
}

// What stands on the page is what the reader saves.
func TestFileIsWhole(t *testing.T) {
	p := pageOf(sampleEvents())
	page := write(t, p)
	_, rest, _ := strings.Cut(page, `id="chancery-csv"`)
	_, rest, _ = strings.Cut(rest, `href="data:text/csv;charset=utf-8;base64,`)
	text, _, _ := strings.Cut(rest, `"`)
	file, err := base64.StdEncoding.DecodeString(html.UnescapeString(text))
	if err != nil || !bytes.Equal(file, p.CSV) {
		t.Errorf("the file in the page is not the events: %v", err)
	}
	if sum := fmt.Sprintf("%x", sha256.Sum256(p.CSV)); !strings.Contains(page, sum) {
		t.Errorf("the page does not say %s", sum)
	}
	if table := tableOf(t, page); blockOf(t, page).Columns != len(table.names)-1 {
		t.Errorf("the file has %d columns, the table %v", blockOf(t, page).Columns, table.names)
	}
}
