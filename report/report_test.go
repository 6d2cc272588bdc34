package report_test

import (
	"bytes"
	"context"
	"html"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"chancery/assets"
	"chancery/charts"
	"chancery/data"
	"chancery/data/store"
	"chancery/model"
	"chancery/model/edtf"
	"chancery/report"
)

// curated opens a new archive of the curated events.
func curated(tb testing.TB) (*store.Archive, *model.Columns) {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "gsomia.chancery")
	if _, err := data.CreateCurated(context.Background(), path, assets.Curated); err != nil {
		tb.Fatal(err)
	}
	a, err := store.Open(context.Background(), path)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = a.Close() })
	c, err := a.Columns(context.Background())
	if err != nil {
		tb.Fatal(err)
	}
	return a, c
}

// of returns a report of the events that a filter keeps.
func of(a *store.Archive, c *model.Columns, f model.Filter) report.Report {
	return report.Report{Archive: a, Columns: c, Kept: c.Match(&f, nil), Filter: f, Made: time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)}
}

func written(t *testing.T, r report.Report) string {
	t.Helper()
	var page bytes.Buffer
	if _, err := r.Write(t.Context(), &page); err != nil {
		t.Fatal(err)
	}
	return page.String()
}

func wants(t *testing.T, page string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(page, part) {
			t.Errorf("the report does not say %q", part)
		}
	}
}

// Six days before the pact was to end, that is what the report begins with.
func TestReportOfThePact(t *testing.T) {
	a, c := curated(t)
	r := of(a, c, model.Filter{Collections: []string{"jk-gsomia"}, Actors: []string{"Japan", "South Korea"}, AllActors: true,
		Period: model.Period{From: edtf.At(2016, 1, 1), To: edtf.At(2019, 12, 1)}})
	r.AsOf = edtf.At(2019, 11, 17)
	page := written(t, r)
	wants(t, page,
		`<dt>to expiry, as of 17 Nov 2019</dt><dd>6 days</dd>`,
		`<dt>from written notice to expiry</dt><dd>92 days</dd>`,
		`is due to expire on 23 Nov 2019, in 6 days, after notice on 23 Aug 2019.`,
		`Filters: actors Japan and South Korea; collection The GSOMIA crisis; time from 1 Jan 2016 to 30 Nov 2019.`,
		`As of 17 Nov 2019.`,
		`<h2 id="heading-lives">Li`, `id="still"`,
	)
}

// Of several agreements the one of which notice was given is what there is to see.
func TestReportOfOneThatEndsAmongMany(t *testing.T) {
	a, c := curated(t)
	r := of(a, c, model.Filter{Collections: []string{"jk-gsomia"}})
	r.AsOf, r.Charts = edtf.At(2019, 11, 17), []string{}
	wants(t, written(t, r), `<dt>to expiry, as of 17 Nov 2019</dt><dd>6 days</dd>`, `after notice on 23 Aug 2019.`)
}

func TestReportOfEverything(t *testing.T) {
	a, c := curated(t)
	page := written(t, of(a, c, model.Filter{}))
	wants(t, page,
		`254 events, 1910–2036: most are between Japan and South Korea (`, `No filters: every event is here.`,
		`8 of 21 agreements with most events`, `events lie outside and are in the table.`, `As of 23 Nov 2026.`,
	)
	if strings.Count(page, `<tr id="event-`) != 254 {
		t.Error("not every event is in the table")
	}
	const most = 1_750_000
	if len(page) > most {
		t.Errorf("%d bytes, want at most %d", len(page), most)
	}
}

func TestReportOfNothing(t *testing.T) {
	a, c := curated(t)
	wants(t, written(t, of(a, c, model.Filter{Actors: []string{"Nobody"}})), "No event matches these filters.", "Nothing to draw here.")
}

// The same report comes out the same each time, but for when it was made.
func TestReportIsTheSameEachTime(t *testing.T) {
	a, c := curated(t)
	first := written(t, of(a, c, model.Filter{}))
	if second := written(t, of(a, c, model.Filter{})); first != second {
		t.Error("the same events make two different reports")
	}
}

func TestReportCancelled(t *testing.T) {
	a, c := curated(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	r := of(a, c, model.Filter{})
	if _, err := r.Write(ctx, &bytes.Buffer{}); err == nil {
		t.Error("a report that was cancelled is written")
	}
}

// sections returns the keys of the charts on a page, in their order.
func sections(page string) []string {
	var keys []string
	for _, m := range regexp.MustCompile(`<h2 id="heading-([a-z]+)">`).FindAllStringSubmatch(page, -1) {
		if _, ok := charts.EntryNamed(m[1]); ok {
			keys = append(keys, m[1])
		}
	}
	return keys
}

// A report shows the charts that suit whom it is about, or those that are asked
// for.
func TestReportShowsCharts(t *testing.T) {
	a, c := curated(t)
	pair := model.Filter{Actors: []string{"Japan", "South Korea"}, AllActors: true}
	for name, test := range map[string]struct {
		filter model.Filter
		asked  []string
		want   string
	}{
		"everyone":    {model.Filter{}, nil, "activity conflict contacts counterparts network"},
		"an actor":    {model.Filter{Actors: []string{"Japan"}}, nil, "activity conflict contacts counterparts network ladder"},
		"a pair":      {pair, nil, "activity conflict reciprocity contacts ladder responses"},
		"two of many": {model.Filter{Actors: pair.Actors}, nil, "activity conflict contacts counterparts network"},
		"asked for":   {pair, []string{"shares", "matrix"}, "shares matrix"},
		"none":        {pair, []string{}, ""},
		"nobody":      {model.Filter{Actors: []string{"Nobody"}}, nil, ""},
	} {
		r := of(a, c, test.filter)
		r.Charts = test.asked
		if got := strings.Join(sections(written(t, r)), " "); got != test.want {
			t.Errorf("%s: %s, want %s", name, got, test.want)
		}
	}
	r := of(a, c, model.Filter{})
	r.Charts = []string{"reciprocity"}
	if _, err := r.Write(t.Context(), &bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), "name two actors") {
		t.Errorf("a chart of two actors of everyone: %v", err)
	}
}

// A report is called what it shows, and its charts count what chart does.
func TestReportOfAPair(t *testing.T) {
	a, c := curated(t)
	f := model.Filter{Actors: []string{"Japan", "South Korea"}, AllActors: true, Period: model.Period{From: edtf.At(2018, 1, 1), To: edtf.At(2024, 1, 1)}}
	r := of(a, c, f)
	r.Charts, r.Unit = []string{"conflict"}, charts.Month
	page := html.UnescapeString(written(t, r))
	wants(t, page, `<h1 dir="auto">Japan – South Korea, 2018–2023</h1>`, `actors Japan and South Korea; time from 1 Jan 2018 to 31 Dec 2023.`,
		`follows <bdi>GSOMIA signed in Seoul</bdi>, not on this page`)
	s, err := charts.Build(t.Context(), "conflict", charts.Data{Columns: c, Keep: r.Kept}, charts.Options{
		Subject: charts.Subject{Actor: "Japan", With: "South Korea"}, RollUp: true, Unit: charts.Month, From: f.Period.From, To: f.Period.To,
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range s.Table.Rows {
		if !strings.Contains(page, "<bdi>"+row[0]+"</bdi></th><td class=\"number\">"+row[1]) {
			t.Errorf("the page lacks the row %q", row)
		}
	}
}
