package store_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"chancery/data/store"
	"chancery/model"
	"chancery/model/edtf"
)

// newArchive returns an empty archive in a folder of its own, closed with the
// test.
func newArchive(tb testing.TB) *store.Archive {
	tb.Helper()
	a, err := store.Create(tb.Context(), filepath.Join(tb.TempDir(), "test"+store.Extension))
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { a.Close() })
	return a
}

// reopen closes an archive and opens its file again.
func reopen(tb testing.TB, a *store.Archive) *store.Archive {
	tb.Helper()
	if err := a.Close(); err != nil {
		tb.Fatal(err)
	}
	b, err := store.Open(tb.Context(), a.Path())
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { b.Close() })
	return b
}

// put commits events in one batch.
func put(tb testing.TB, a *store.Archive, events ...model.Event) {
	tb.Helper()
	b, err := a.Begin(tb.Context(), "test")
	if err != nil {
		tb.Fatal(err)
	}
	defer b.Rollback()
	for i := range events {
		if _, err := b.PutEvent(tb.Context(), &events[i]); err != nil {
			tb.Fatalf("put %q: %v", events[i].Key, err)
		}
	}
	if err := b.Commit(tb.Context()); err != nil {
		tb.Fatal(err)
	}
}

// collect reads all that a filter keeps.
func collect(tb testing.TB, a *store.Archive, f model.Filter) []model.Event {
	tb.Helper()
	var events []model.Event
	for e, err := range a.Events(tb.Context(), f) {
		if err != nil {
			tb.Fatal(err)
		}
		events = append(events, e)
	}
	return events
}

// hostile are texts that break careless programs.
var hostile = []string{
	"", " ", "plain", "O'Brien \"the\" `quoted`", "'); DROP TABLE event; --", "a\x00b", "line\r\nbreak\ttab",
	"\xff\xfe not UTF-8 \xc3(", "정상회담", "日本国と大韓民国", "日米安保条約", "👩‍👩‍👧 family", "\u202eright to left", "e\u0301 and é",
	"𠮷野家", "=cmd|' /C calc'!A0", "NULL", "%s%n%d", "*", "AND OR NOT NEAR(", "title:x", "-x", "ﬀ ligature", "\ufeffBOM", "ｆｕｌｌ",
}

// dates are EDTF of every form.
var dates = []string{
	"2019", "2019-11", "2019-11-17", "2019-11-17T00:00:00+09:00", "2019-11-17T10:30:00Z", "1985-04-12T23:20:30",
	"2019-22", "2019-34", "185X", "18XX", "2019-XX", "2019-11-XX", "2019?", "2019-11~", "2019-11-17%", "2019-?11",
	"[2019-11-03..2019-11-10]", "[..2019-11-11]", "{1960,1961-12}", "2019-11-03/2019-11-10", "2019-11-03/..", "../2019", "2004/", "/2006",
	"-0615", "-0001", "0000", "Y-17000", "Y170000002", "Y17E7", "1950S2",
}

// A generator makes random content, the same for the same seed.
type generator struct{ *rand.Rand }

func newGenerator(seed uint64) generator { return generator{rand.New(rand.NewPCG(seed, 1))} }

func (g generator) text() string {
	text := hostile[g.IntN(len(hostile))]
	for g.IntN(3) == 0 {
		text += " " + hostile[g.IntN(len(hostile))]
	}
	return text
}

// date may be the unknown one.
func (g generator) date() edtf.Date {
	if g.IntN(8) == 0 {
		return edtf.Date{}
	}
	return edtf.MustParse(dates[g.IntN(len(dates))])
}

func (g generator) end() edtf.Date {
	if g.IntN(4) == 0 {
		return edtf.Open
	}
	return g.date()
}

// some returns up to n values, nil for none.
func some[T any](g generator, n int, make func() T) []T {
	var values []T
	for range g.IntN(n + 1) {
		values = append(values, make())
	}
	return values
}

func (g generator) source() model.Source {
	return model.Source{Publisher: g.text(), Title: g.text(), URL: g.text(), Published: g.date()}
}

func (g generator) citation() model.Citation {
	return model.Citation{Source: g.source(), Quote: g.text(), Locator: g.text()}
}

func (g generator) event(key string) model.Event {
	e := model.Event{
		Key: key, Collection: g.text(), Title: g.text(), Summary: g.text(),
		Start: g.date(), End: g.end(), StartText: g.text(), EndText: g.text(),
		Kind: model.Kind(g.IntN(3)), Category: g.text(), CAMEO: []string{"", "010", "10", "163", "xx"}[g.IntN(5)],
		Place:     model.Place{Name: g.text()},
		Actors:    some(g, 4, func() model.Participation { return model.Participation{Actor: g.text(), Role: model.Role(g.IntN(5))} }),
		Citations: some(g, 3, g.citation),
		Links:     some(g, 3, func() model.Link { return model.Link{Kind: model.LinkKind(g.IntN(5)), To: g.text()} }),
		Tags:      some(g, 3, g.text), Confidence: g.text(),
		Origin: model.Origin{File: g.text(), Row: g.IntN(1000)},
	}
	if g.IntN(4) == 0 {
		e.Category = model.Categories()[g.IntN(13)].Key
	}
	if g.IntN(2) == 0 {
		e.Score = model.Score{Value: g.Float64()*20 - 10, Valid: true}
	}
	if g.IntN(2) == 0 {
		e.Place.Lat, e.Place.Lon, e.Place.HasPoint = g.Float64()*180-90, g.Float64()*360-180, true
	}
	return e
}

func (g generator) actor(key string) model.Actor {
	return model.Actor{
		Key: key, Name: key + g.text(), Kind: model.ActorKind(g.IntN(7)), Parent: g.text(), Country: g.text(), Code: g.text(),
		Names: some(g, 3, func() model.LocalName { return model.LocalName{Language: g.text(), Text: g.text()} }),
		Posts: some(g, 3, func() model.Post {
			return model.Post{Office: g.text(), Of: g.text(), From: g.date(), To: g.end(), Current: g.IntN(2) == 0}
		}),
		From: g.date(), To: g.end(),
	}
}

func (g generator) agreement(key string) model.Agreement {
	step := func() model.AgreementStep { return model.AgreementStep{When: g.date(), By: g.text(), Note: g.text()} }
	return model.Agreement{
		Key: key, Name: g.text(), ShortName: g.text(), Type: g.text(), Parties: some(g, 3, g.text),
		Signed: g.date(), PlaceSigned: g.text(), InForce: g.date(), InitialTerm: g.text(), RenewalRule: g.text(), NoticePeriod: g.text(),
		Notices: some(g, 2, step), Suspensions: some(g, 2, step), End: g.end(), Status: g.text(), StatusAsOf: g.date(),
		Events: some(g, 3, g.text), Citations: some(g, 2, g.citation), Confidence: g.text(), Remark: g.text(),
	}
}

// words are the vocabulary of plain events, frequent ones first.
var words = []string{
	"talks", "treaty", "summit", "minister", "statement", "sanction", "border", "export", "control", "missile", "protest",
	"court", "ruling", "envoy", "visit", "accord", "notice", "alliance", "trade", "security", "naval", "exercise", "mediation",
}

// plain makes an event like those of a large archive: a title of 80
// characters, a summary of 300, two or three of 40 actors, a citation.
func (g generator) plain(n int) model.Event {
	sentence := func(length int) string {
		text := make([]byte, 0, length+12)
		for len(text) < length {
			text = append(text, words[min(g.IntN(len(words)), g.IntN(len(words)))]...)
			if g.IntN(4) == 0 {
				text = fmt.Appendf(text, "%d", g.IntN(5000))
			}
			text = append(text, ' ')
		}
		return string(text)
	}
	day := edtf.At(1980+int64(g.IntN(40)), 1, 1) + edtf.Instant(g.IntN(365)*86400)
	year, month, dom := day.Civil()
	start := edtf.MustParse(fmt.Sprintf("%04d-%02d-%02d", year, month, dom))
	e := model.Event{
		Key: fmt.Sprintf("e%07d", n), Collection: fmt.Sprintf("c%d", g.IntN(8)), Title: sentence(70), Summary: sentence(290),
		Start: start, Category: model.Categories()[g.IntN(13)].Key, CAMEO: "057", Confidence: "verified",
		Place:     model.Place{Name: fmt.Sprintf("Place %d", g.IntN(300)), Lat: 1, Lon: 2, HasPoint: true},
		Citations: []model.Citation{{Source: model.Source{Publisher: fmt.Sprintf("Publisher %d", g.IntN(200)), Title: sentence(40), Published: start}}},
		Origin:    model.Origin{File: "plain.csv", Row: n},
	}
	for i := range 2 + g.IntN(2) {
		e.Actors = append(e.Actors, model.Participation{Actor: fmt.Sprintf("Actor %d", g.IntN(40)), Role: model.Role(1 + i%2)})
	}
	if g.IntN(3) == 0 {
		e.Kind, e.End = model.Span, edtf.MustParse(fmt.Sprintf("%04d-%02d", year+int64(g.IntN(3)), 12))
	}
	if n > 0 && g.IntN(3) == 0 {
		e.Links = []model.Link{{Kind: model.Follows, To: fmt.Sprintf("e%07d", g.IntN(n))}}
	}
	return e
}
