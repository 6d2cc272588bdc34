package store_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"chancery/data/store"
	"chancery/model"
	"chancery/model/edtf"
)

// keys of the events of a small archive, in their order.
func keys(tb testing.TB, a *store.Archive, f model.Filter) string {
	tb.Helper()
	var found []string
	for _, e := range collect(tb, a, f) {
		found = append(found, e.Key)
	}
	return strings.Join(found, " ")
}

// story is a small archive of known dates and actors.
func story(tb testing.TB) *store.Archive {
	tb.Helper()
	a := newArchive(tb)
	event := func(key, start, end string, more model.Event) model.Event {
		more.Key, more.Start = key, edtf.MustParse(start)
		switch end {
		case "":
		case "..":
			more.Kind, more.End = model.Span, edtf.Open
		default:
			more.Kind, more.End = model.Span, edtf.MustParse(end)
		}
		return more
	}
	took := func(names ...string) (p []model.Participation) {
		for _, n := range names {
			p = append(p, model.Participation{Actor: n})
		}
		return p
	}
	events := []model.Event{
		event("pact", "2016-11-23", "", model.Event{Title: "Pact signed", Collection: "a", Category: "agreement", Actors: took("Japan", "South Korea"), Confidence: "verified"}),
		event("force", "2016-11-23", "..", model.Event{Title: "Pact in force", Collection: "a", Category: "agreement", Actors: took("South Korea")}),
		event("summer", "2019-22", "", model.Event{Title: "Curbs", Collection: "b", Category: "sanction", Actors: took("METI", "South Korea"), Place: model.Place{Name: "Tokyo"}}),
		event("notice", "2019-08-23", "", model.Event{Title: "Notice", Collection: "b", Category: "withdrawal", Actors: took("Foreign Ministry"),
			Links: []model.Link{{Kind: model.ResponseTo, To: "summer"}, {Kind: model.Follows, To: "later"}}}),
		event("expiry", "2019-11-23", "", model.Event{Title: "Expiry", Kind: model.Deadline, Links: []model.Link{{Kind: model.DeadlineOf, To: "pact"}}}),
		event("old", "-0615", "", model.Event{Title: "Eclipse"}),
	}
	putAll(tb, a, func(b *store.Batch) {
		for _, actor := range []model.Actor{
			{Key: "jpn", Name: "Japan"}, {Key: "meti", Name: "METI", Parent: "jpn"},
			{Key: "kor", Name: "South Korea"}, {Key: "mofa", Name: "Foreign Ministry", Parent: "kor"},
		} {
			if _, err := b.PutActor(tb.Context(), &actor); err != nil {
				tb.Fatal(err)
			}
		}
		for i := range events {
			if _, err := b.PutEvent(tb.Context(), &events[i]); err != nil {
				tb.Fatal(err)
			}
		}
	})
	return a
}

func TestEventsFilter(t *testing.T) {
	a := story(t)
	year := func(n int64) edtf.Instant { return edtf.At(n, 1, 1) }
	for _, tt := range []struct {
		name   string
		filter model.Filter
		want   string
	}{
		{"everything", model.Filter{}, "old force pact summer notice expiry"},
		{"collection", model.Filter{Collections: []string{"b"}}, "summer notice"},
		{"collections", model.Filter{Collections: []string{"a", "b", "none"}}, "force pact summer notice"},
		{"category", model.Filter{Categories: []string{"sanction"}}, "summer"},
		{"place", model.Filter{Places: []string{"Tokyo"}}, "summer"},
		{"confidence", model.Filter{Confidence: []string{"verified"}}, "pact"},
		{"actor with those under it", model.Filter{Actors: []string{"Japan"}}, "pact summer"},
		{"any actor", model.Filter{Actors: []string{"Japan", "Foreign Ministry"}}, "pact summer notice"},
		{"all actors", model.Filter{Actors: []string{"Japan", "South Korea"}, AllActors: true}, "pact summer"},
		{"an actor that is not there", model.Filter{Actors: []string{"Nobody"}}, ""},
		{"text", model.Filter{Text: "curbs"}, "summer"},
		{"text of signs", model.Filter{Text: "**"}, ""},
		{"text and actor", model.Filter{Text: "pact", Actors: []string{"Japan"}}, "pact"},
		{"overlaps", model.Filter{Period: model.Period{From: year(2018), To: year(2020)}}, "force summer notice expiry"},
		{"starts", model.Filter{Period: model.Period{From: year(2018), To: year(2020), Mode: model.Starts}}, "summer notice expiry"},
		{"inside", model.Filter{Period: model.Period{From: year(2016), To: year(2017), Mode: model.Inside}}, "pact"},
		{"possibly in July", model.Filter{Period: model.Period{From: edtf.At(2019, 7, 1), To: edtf.At(2019, 8, 1), Mode: model.Starts}}, "summer"},
		{"certainly in July", model.Filter{Period: model.Period{From: edtf.At(2019, 7, 1), To: edtf.At(2019, 8, 1), Mode: model.Starts, Certainly: true}}, ""},
		{"before our era", model.Filter{Period: model.Period{From: edtf.Past, To: year(0)}}, "old"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := keys(t, a, tt.filter); got != tt.want {
				t.Errorf("kept %q, want %q", got, tt.want)
			}
		})
	}
}

func TestEventsStopAndNest(t *testing.T) {
	a := filled(t, 600)
	n := 0
	for e, err := range a.Events(t.Context(), model.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		if _, err := a.Event(t.Context(), e.ID); err != nil {
			t.Fatal(err)
		}
		if n++; n == 300 {
			break
		}
	}
	// Writing while reading: the sequence is of the state when it began.
	n = 0
	for _, err := range a.Events(t.Context(), model.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		if n++; n == 1 {
			put(t, a, newGenerator(1).plain(10_000))
		}
	}
	if n != 600 {
		t.Errorf("%d events, want the 600 that were there", n)
	}
}

func TestLabels(t *testing.T) {
	a := story(t)
	events := collect(t, a, model.Filter{})
	ids := []model.EventID{999, 0, -1}
	for _, e := range events {
		ids = append(ids, e.ID, e.ID)
	}
	labels, err := a.Labels(t.Context(), ids)
	if err != nil || len(labels) != len(events) {
		t.Fatalf("%d labels, %v, want %d", len(labels), err, len(events))
	}
	for _, e := range events {
		if want := (model.Label{Title: e.Title, Start: e.Start, End: e.End}); labels[e.ID] != want {
			t.Errorf("label %+v, want %+v", labels[e.ID], want)
		}
	}
	if labels, err := a.Labels(t.Context(), nil); err != nil || len(labels) != 0 {
		t.Errorf("no ids: %v, %v", labels, err)
	}
}

func TestBacklinks(t *testing.T) {
	a := story(t)
	links, err := a.Backlinks(t.Context(), "summer")
	if err != nil || len(links) != 1 || links[0].From != "notice" || links[0].Kind != model.ResponseTo || links[0].Title != "Notice" {
		t.Errorf("backlinks %+v, %v", links, err)
	}
	if e, err := a.Event(t.Context(), links[0].ID); err != nil || e.Key != "notice" {
		t.Errorf("the link comes from %q, %v", e.Key, err)
	}
	if links, err := a.Backlinks(t.Context(), "later"); err != nil || len(links) != 1 {
		t.Errorf("links to an event that is not there: %v, %v", links, err)
	}
}

func TestNoEvent(t *testing.T) {
	a := story(t)
	if _, err := a.Event(t.Context(), 999); !errors.Is(err, store.ErrNoEvent) {
		t.Errorf("Event: %v", err)
	}
	if _, err := a.EventByKey(t.Context(), "none"); !errors.Is(err, store.ErrNoEvent) {
		t.Errorf("EventByKey: %v", err)
	}
	if e, err := a.EventByKey(t.Context(), "notice"); err != nil || e.Title != "Notice" {
		t.Errorf("EventByKey: %+v, %v", e, err)
	}
}

func TestSummary(t *testing.T) {
	got, err := story(t).Summary(t.Context())
	want := store.Summary{
		Events: 6, Actors: 4, Links: 3, Collections: 2, Batches: 1, Points: 4, Spans: 1, Deadlines: 1,
		Participations: 6, OpenEnded: 1, Categories: 4, Earliest: "-0615", Latest: "2019-11-23",
	}
	if err != nil || got != want {
		t.Errorf("summary\n%+v, %v\nwant\n%+v", got, err, want)
	}
}

func TestLatest(t *testing.T) {
	for _, tt := range []struct {
		name   string
		events []model.Event
		want   string
	}{
		{"a span that goes on is as late as its start", []model.Event{
			{Key: "1", Kind: model.Span, Start: edtf.MustParse("2024"), End: edtf.Open}, {Key: "2", Start: edtf.MustParse("2020")}}, "2024"},
		{"a later end", []model.Event{
			{Key: "1", Kind: model.Span, Start: edtf.MustParse("2001"), End: edtf.Open},
			{Key: "2", Kind: model.Span, Start: edtf.MustParse("1999"), End: edtf.MustParse("2005-03")}}, "2005-03"},
		{"an interval", []model.Event{{Key: "1", Start: edtf.MustParse("1990/1995")}}, "1995"},
		{"no dates", []model.Event{{Key: "1"}}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := newArchive(t)
			put(t, a, tt.events...)
			s, err := a.Summary(t.Context())
			if err != nil || s.Latest != tt.want {
				t.Errorf("latest %q, %v, want %q", s.Latest, err, tt.want)
			}
		})
	}
}

func TestSources(t *testing.T) {
	a := newArchive(t)
	var events []model.Event
	for i := range 4 {
		events = append(events, model.Event{Key: fmt.Sprint(i), Citations: []model.Citation{{Source: fullSource, Locator: fmt.Sprint("p. ", i)}}})
	}
	other := fullSource
	other.Published = edtf.Date{}
	events[3].Citations = append(events[3].Citations, model.Citation{Source: other})
	put(t, a, events...)
	got, err := a.Sources(t.Context())
	if err != nil || !slices.Equal(got, []model.Source{fullSource, other}) {
		t.Errorf("sources %+v, %v", got, err)
	}
}
