package echarts_test

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"chancery/assets"
	"chancery/charts"
	"chancery/charts/echarts"
	"chancery/model"
	"chancery/model/edtf"
)

var (
	styleElement = regexp.MustCompile(`(?s)<style>.*?</style>`)
	lastScript   = regexp.MustCompile(`(?s)<script>\(\(\) => \{.*?</script>`)
	hashes       = regexp.MustCompile(`sha256-([A-Za-z0-9/=]|&#43;)+`)
)

// bare is a page without the library, the style sheet and the script, which are
// files of their own.
func bare(page string) string {
	page = strings.Replace(page, assets.ECharts, "ECharts", 1)
	page = styleElement.ReplaceAllString(page, "<style></style>")
	page = lastScript.ReplaceAllString(page, "<script></script>")
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

// Long tables are cut, and say so; the chart has every mark all the same.
func TestLongListing(t *testing.T) {
	events := make([]model.Event, 2_100)
	for i := range events {
		events[i] = model.Event{
			ID: model.EventID(i + 1), Title: "Event", Start: edtf.MustParse("2019-11-17"), Category: "meeting",
			Actors: between("Japan", "South Korea"),
		}
	}
	page := bare(write(t, pageOf(events)))
	if got := strings.Count(page, `<tr id="event-`); got != 2_000 {
		t.Errorf("%d rows, want 2000", got)
	}
	if want := "The first 2\u00a0000 of 2\u00a0100 events are listed."; !strings.Contains(page, want) {
		t.Errorf("the page does not say %q", want)
	}
	if got := len(blockOf(t, page).Charts[0].Marks.Lane); got != 2_100 {
		t.Errorf("%d marks, want 2100", got)
	}
}

func TestErrorAmongEvents(t *testing.T) {
	broken := errors.New("disk gone")
	p := echarts.Page{Title: "x", Events: func(yield func(model.Event, error) bool) { yield(model.Event{}, broken) }}
	if err := echarts.WritePage(io.Discard, p); !errors.Is(err, broken) {
		t.Errorf("error %v, want %v", err, broken)
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestErrorOfWriter(t *testing.T) {
	if err := echarts.WritePage(fullDisk{}, pageOf(sampleEvents())); err == nil {
		t.Error("a writer that fails goes unnoticed")
	}
}

// A block is what a page's script reads, as far as tests look at it.
type block struct {
	Charts []struct {
		ID, Kind string
		Option   struct {
			UseUTC bool
			XAxis  []struct {
				Type     string
				Min, Max float64
				Data     []string
			}
			YAxis []struct {
				Type string
				Data []string
			}
			Series []struct {
				ID, Type string
				Data     []struct{ Value json.RawMessage }
			}
		}
		Marks struct {
			Lane, Category, Form, Event []int
			Start, Length               []*int64
		}
		Ranks struct {
			Counts, Means []string
			Scored        []int
		}
	}
	Titles, Dates []string
	Rows          int
}

func blockOf(t *testing.T, page string) block {
	t.Helper()
	const open = `<script type="application/json" id="chancery-data">`
	_, rest, ok := strings.Cut(page, open)
	if !ok {
		t.Fatal("the page has no data block")
	}
	text, _, _ := strings.Cut(rest, "</script>")
	var b block
	if err := json.Unmarshal([]byte(text), &b); err != nil {
		t.Fatalf("data block: %v", err)
	}
	return b
}

func TestOptionsHoldTheNumbersOfTheSpecs(t *testing.T) {
	p := pageOf(sampleEvents())
	b := blockOf(t, write(t, p))
	if len(b.Charts) != 3 {
		t.Fatalf("%d charts, want 3", len(b.Charts))
	}
	timeline, heat, ranking := b.Charts[0], b.Charts[1], b.Charts[2]
	for _, c := range b.Charts {
		if !c.Option.UseUTC {
			t.Errorf("%s shifts its days to the reader's zone", c.ID)
		}
	}

	for i, m := range p.Specs[0].Marks {
		title := b.Titles[timeline.Marks.Event[i]]
		if want := sampleEvents()[m.Event-1].Title; title != want {
			t.Errorf("mark %d says %q, want %q", i, title, want)
		}
		if *timeline.Marks.Start[i] != int64(m.Start) {
			t.Errorf("%s starts %d, want %d", title, *timeline.Marks.Start[i], m.Start)
		}
		open := m.End == edtf.Future
		if length := timeline.Marks.Length[i]; open != (length == nil) || !open && *length != int64(m.End-m.Start) {
			t.Errorf("%s lasts %v of %d", title, length, m.End-m.Start)
		}
	}

	spec := p.Specs[1]
	if diff := cmp.Diff(spec.Categories, heat.Option.YAxis[0].Data); diff != "" {
		t.Errorf("actors (-spec +page):\n%s", diff)
	}
	if len(heat.Option.XAxis[0].Data) != len(spec.Bins) {
		t.Errorf("%d columns, want %d", len(heat.Option.XAxis[0].Data), len(spec.Bins))
	}
	cells := heat.Option.Series[0].Data
	if len(cells) != len(spec.Bins)*len(spec.Series) {
		t.Fatalf("%d cells, want %d", len(cells), len(spec.Bins)*len(spec.Series))
	}
	for _, c := range cells {
		var v [4]float64
		if err := json.Unmarshal(c.Value, &v); err != nil {
			t.Fatal(err)
		}
		if want := spec.Series[int(v[1])].Values[int(v[0])]; v[3] != want {
			t.Errorf("cell %v holds %v, want %v", v[:2], v[3], want)
		}
	}

	spec = p.Specs[2]
	if diff := cmp.Diff(spec.Categories, ranking.Option.YAxis[0].Data); diff != "" {
		t.Errorf("pairs (-spec +page):\n%s", diff)
	}
	for i, row := range spec.Table.Rows {
		if ranking.Ranks.Counts[i] != row[1] {
			t.Errorf("%s: %s events, want %s", row[0], ranking.Ranks.Counts[i], row[1])
		}
		if got := string(ranking.Option.Series[0].Data[i].Value); got != row[1] {
			t.Errorf("%s: a bar of %s, want %s", row[0], got, row[1])
		}
	}
}

// What a browser cannot date is drawn where its dates end, not dropped.
func TestFarDates(t *testing.T) {
	events := []model.Event{
		{ID: 1, Title: "Chicxulub", Start: edtf.MustParse("Y-66000000"), Category: "military"},
		{ID: 2, Title: "Now", Start: edtf.MustParse("2019"), Category: "military"},
	}
	b := blockOf(t, write(t, pageOf(events)))
	if got := *b.Charts[0].Marks.Start[0]; got != -8_640_000_000_000 {
		t.Errorf("66 million years ago starts at %d", got)
	}
}

func TestPictureStandsInForTheTimeline(t *testing.T) {
	p := pageOf(sampleEvents())
	p.Picture = `<svg id="still" width="10" height="10"></svg>`
	if got := strings.Count(write(t, p), `<div class="picture"><svg id="still"`); got != 1 {
		t.Errorf("the picture stands on the page %d times, want once", got)
	}
}
