package report_test

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"chancery/assets"
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
	const most = 1_500_000
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
