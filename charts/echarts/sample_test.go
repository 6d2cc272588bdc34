package echarts_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"chancery/charts"
	"chancery/charts/echarts"
	"chancery/data/tabular"
	"chancery/model"
	"chancery/model/edtf"
)

// hostile are titles that a page must show and not obey. Each would set the
// page's title or raise an alert if it ran.
var hostile = []string{
	`</script><script>document.title='owned';alert(1)</script>`,
	`__f__(document.title='owned',alert(1))__f__`,
	`<!--<script>`,
	`<img src=x onerror="document.title='owned'">`,
	"\u202egnp.exe \u202d\u2066",
	`{{.Title}} ${document.title='owned'} {year|x} {b}`,
	"--accent",
	`=HYPERLINK("javascript:document.title='owned'","x")`,
	"🕊️ 한국–日本 \u0000 \u2028 \u2029",
	strings.Repeat("long ", 1000),
}

// columnsOf makes the columns of events, each by itself in the archive's order.
func columnsOf(events []model.Event) *model.Columns {
	names := &model.Columns{
		Categories: model.Categories(), Places: []string{""}, Confidences: []string{""},
	}
	collections, actors := map[string]uint16{}, map[string]uint32{}
	var entries []model.Entry
	for i := range events {
		e := &events[i]
		if _, ok := collections[e.Collection]; !ok {
			collections[e.Collection] = uint16(len(names.Collections))
			names.Collections = append(names.Collections, model.Collection{Key: e.Collection, Name: e.Collection})
		}
		b := e.Bounds()
		n := model.Entry{
			ID: e.ID, Start: b.EarliestStart, End: b.LatestEnd, Form: model.FormOf(e.Kind, e.Start, e.End),
			Category: categoryOf(names, e.Category), Collection: collections[e.Collection], Score: model.NoScore,
		}
		if e.Score.Valid {
			n.Score = int8(e.Score.Value * 10)
		}
		for _, p := range e.Actors {
			if _, ok := actors[p.Actor]; !ok {
				actors[p.Actor] = uint32(len(names.Actors))
				names.Actors = append(names.Actors, model.Actor{Name: p.Actor})
			}
			n.Actors = append(n.Actors, actors[p.Actor])
			n.Roles = append(n.Roles, p.Role)
		}
		entries = append(entries, n)
	}
	return model.Build(names, entries)
}

// categoryOf returns the index of a category among names, where it is added if
// it is one of the user's own.
func categoryOf(names *model.Columns, key string) uint8 {
	c := model.CategoryNamed(key)
	if c.Index == model.OtherCategory {
		names.Categories = append(names.Categories, c)
		return uint8(len(names.Categories) - 1)
	}
	return c.Index
}

// fileOf writes events as the CSV file of a page.
func fileOf(events []model.Event) []byte {
	var extras tabular.Extras
	for i := range events {
		extras.Add(&events[i])
	}
	var file bytes.Buffer
	w, err := tabular.NewEventWriter(&file, extras, tabular.Guarded)
	for i := range events {
		err = errors.Join(err, w.Write(&events[i]))
	}
	if err = errors.Join(err, w.Flush()); err != nil {
		panic(err)
	}
	return file.Bytes()
}

func between(from, to string) []model.Participation {
	return []model.Participation{{Actor: from, Role: model.Initiator}, {Actor: to, Role: model.Target}}
}

// sampleEvents show every way in which a date is known.
func sampleEvents() []model.Event {
	trend := model.Source{Publisher: "Trend", Title: "Deal week before expiry", URL: "https://example.org/a?b=1&c=2", Published: edtf.MustParse("2019-11-17")}
	events := []model.Event{
		{Key: "signed", Title: "Pact signed", Summary: "Signed in Seoul.", Start: edtf.MustParse("2016-11-23"), Category: "agreement", Collection: "Pact",
			Actors: between("Japan", "South Korea"), Score: model.Score{Value: 7, Valid: true}, Place: model.Place{Name: "Seoul"}},
		{Key: "in-force", Title: "Pact in force", Start: edtf.MustParse("2016-11-23"), End: edtf.Open, Kind: model.Span, Category: "agreement", Collection: "Pact",
			Actors: between("Japan", "South Korea"), Links: []model.Link{{Kind: model.Follows, To: "signed"}}},
		{Key: "meeting", Title: "Ministers meet", Start: edtf.MustParse("2018-10"), Category: "meeting", Collection: "Pact",
			Actors: between("South Korea", "Japan"), Citations: []model.Citation{{Source: trend, Locator: "p. 2"}}},
		{Key: "curbs", Title: "Export curbs", Start: edtf.MustParse("2019-07-04"), End: edtf.MustParse("2019-07-24"), Kind: model.Span, Category: "sanction", Collection: "Trade",
			Actors: between("Japan", "South Korea"), Score: model.Score{Value: -6, Valid: true},
			Citations: []model.Citation{{Source: trend}, {Source: model.Source{Title: "A paper without an address"}}}},
		{Key: "summer", Title: "Tensions deepen", Start: edtf.MustParse("2019-22?"), Category: "filing", Collection: "Trade", Actors: between("South Korea", "Japan")},
		{Key: "visit", Title: "Visit", Start: edtf.MustParse("2019-11-13~"), Category: "visit", Collection: "Pact", Actors: between("United States", "South Korea")},
		{Key: "lapse", Title: "Pact due to lapse", Start: edtf.MustParse("2019-11-23"), Kind: model.Deadline, Category: "withdrawal", Collection: "Pact",
			Actors: between("South Korea", "Japan"), Links: []model.Link{{Kind: model.DeadlineOf, To: "in-force"}, {Kind: model.ResponseTo, To: "elsewhere"}},
			Citations: []model.Citation{{Source: model.Source{Title: "Not of the web", URL: "javascript:alert(1)"}}}},
		{Key: "own", Title: "A category of one's own", Start: edtf.MustParse("2019-XX"), Category: "rumour", Collection: "Trade"},
	}
	for i := range events {
		events[i].ID = model.EventID(i + 1)
	}
	return events
}

func pageOf(events []model.Event) echarts.Page {
	c := columnsOf(events)
	return echarts.Page{
		Title: "The pact", Finding: "From signature to notice.", Archive: "pact.chancery",
		Facts: charts.Facts(c, nil), Specs: charts.Overview(c, nil), Events: events, CSV: fileOf(events),
		Filter: "Japan, South Korea", AsOf: edtf.At(2019, 11, 17),
		Generated: time.Date(2020, 2, 3, 4, 5, 6, 0, time.UTC),
	}
}

// hostilePage has every hostile text in every place that takes text.
func hostilePage() echarts.Page {
	p := pageOf(hostileEvents())
	p.Title, p.Finding, p.Filter, p.Archive = hostile[0], strings.Join(hostile[:4], " "), hostile[0], hostile[2]
	return p
}

func hostileEvents() []model.Event {
	var events []model.Event
	for i, text := range hostile {
		events = append(events, model.Event{
			ID: model.EventID(i + 1), Key: text, Title: text, Summary: text, Start: edtf.MustParse("2019-11-17"), Category: text,
			Collection: text + " collection", Actors: between(text, "Japan"), Place: model.Place{Name: text},
			Links: []model.Link{{To: text}, {To: text + "!"}},
			Citations: []model.Citation{
				{Source: model.Source{Title: text, Publisher: text, URL: text}, Quote: text, Locator: text},
				{Source: model.Source{Title: text, URL: "https://example.org/" + text}},
				{Source: model.Source{Title: "script", URL: "JavaScript:document.title='owned'"}},
				{Source: model.Source{Title: "block", URL: "data:text/html,<script>document.title='owned'</script>"}},
			},
		})
	}
	return events
}

func write(t testing.TB, p echarts.Page) string {
	t.Helper()
	var b strings.Builder
	if err := echarts.WritePage(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
