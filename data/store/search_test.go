package store_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"chancery/data/store"
	"chancery/model"
)

// library is a small archive to search in.
func library(tb testing.TB) *store.Archive {
	tb.Helper()
	a := newArchive(tb)
	actors := []model.Actor{
		{Key: "kor", Name: "South Korea", Names: []model.LocalName{{Language: "ko", Text: "대한민국"}, {Language: "ja", Text: "韓国"}}},
		{Key: "jpn", Name: "Japan", Names: []model.LocalName{{Language: "ja", Text: "日本"}, {Language: "ko", Text: "일본"}}},
	}
	cited := func(publisher, title string) []model.Citation {
		return []model.Citation{{Source: model.Source{Publisher: publisher, Title: title}}}
	}
	events := []model.Event{
		{Key: "gsomia", Title: "Notice to end GSOMIA", Summary: "Seoul gives notice: it is a foreign-policy break.",
			Actors:    []model.Participation{{Actor: "South Korea"}, {Actor: "Japan"}},
			Citations: cited("Yonhap News Agency", "S. Korea officially notifies Japan")},
		{Key: "summit", Title: "한일정상회담", Summary: "日米安全保障条約と安保理", Place: model.Place{Name: "Zürich"}},
		{Key: "curbs", Title: "Export controls on ＧＳＯＭＩＡ partners", Summary: "Café talks; naïve résumé. policy of foreign trade",
			Actors: []model.Participation{{Actor: "Japan"}}, Citations: cited("産経新聞", "輸出管理")},
		{Key: "mixed", Title: "TICAD会議 in 横浜", Summary: `He said "no" AND left (OR not) * title:x`},
		{Key: "jamo", Title: "\u1112\u1161\u11ab\u1100\u116e\u11a8 decomposed, ガイド"},
	}
	putAll(tb, a, func(b *store.Batch) {
		for i := range actors {
			if _, err := b.PutActor(tb.Context(), &actors[i]); err != nil {
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

// search returns the keys of what a query finds.
func search(tb testing.TB, a *store.Archive, query string) string {
	tb.Helper()
	ids, err := a.Search(tb.Context(), query)
	if err != nil {
		tb.Fatalf("search %q: %v", query, err)
	}
	if !slices.IsSorted(ids) {
		tb.Errorf("search %q: ids %v are not in order", query, ids)
	}
	var keys []string
	for _, id := range ids {
		e, err := a.Event(tb.Context(), id)
		if err != nil {
			tb.Fatal(err)
		}
		keys = append(keys, e.Key)
	}
	return strings.Join(keys, " ")
}

func TestSearch(t *testing.T) {
	a := library(t)
	for _, tt := range []struct{ name, query, want string }{
		{"title", "notice", "gsomia"},
		{"case and prefix", "GsOm", "gsomia curbs"},
		{"only the last word is a prefix", "noti gsomia", ""},
		{"summary", "seoul", "gsomia"},
		{"every word", "notice controls", ""},
		{"across fields", "japan export", "curbs"},
		{"actor", "south korea", "gsomia"},
		{"actor in Korean", "대한민국", "gsomia"},
		{"part of the name in Korean", "민국", "gsomia"},
		{"actor in Japanese", "日本", "gsomia curbs"},
		{"publisher", "yonhap", "gsomia"},
		{"source title", "officially", "gsomia"},
		{"publisher in Japanese", "産経", "curbs"},
		{"source title in Japanese", "出管", "curbs"},
		{"place with an accent", "zurich", "summit"},
		{"accents", "resume cafe", "curbs"},
		{"accents in the query", "résumé", "curbs"},
		{"two characters inside a run", "정상", "summit"},
		{"two Chinese characters", "安保", "summit"},
		{"three characters", "安全保", "summit"},
		{"not across runs", "条約と安全", ""},
		{"one character", "米", "summit"},
		{"one character at the end of a run", "담", "summit"},
		{"characters that do not stand together", "상한", ""},
		{"scripts mixed in a word", "TICAD会議", "mixed"},
		{"scripts mixed, prefix", "会議 yo", ""},
		{"full-width letters are plain ones", "gsomia partners", "curbs"},
		{"full-width query", "ＧＳＯＭＩＡ", "gsomia curbs"},
		{"separate jamo", "한국", "jamo"},
		{"katakana with marks", "ガイ", "jamo"},
		{"phrase", `"foreign policy"`, "gsomia"},
		{"words in any order", "policy foreign", "gsomia curbs"},
		{"phrase still being typed", `"foreign pol`, "gsomia"},
		{"hyphen", "foreign-policy", "gsomia"},
		{"empty", "", ""},
		{"punctuation only", `"" * - ( ) : ^ '`, ""},
		{"operators are words", "AND OR", "mixed"},
		{"operators at the end", "said AND", "mixed"},
		{"column filter is text", "title:x", "mixed"},
		{"no such column", "nosuchcolumn:x", ""},
		{"unbalanced", `he (said "no`, "mixed"},
		{"star alone beside a word", "said *", "mixed"},
		{"near", "NEAR(said no)", ""},
		{"caret and plus", "^said + left", "mixed"},
		{"NUL", "said\x00left", ""},
		{"invalid UTF-8", "said\xff", "mixed"},
		{"brace", "{title} : said", "mixed"},
		{"injection", `"') OR 1=1; DROP TABLE event; --`, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := search(t, a, tt.query); got != tt.want {
				t.Errorf("search %q found %q, want %q", tt.query, got, tt.want)
			}
		})
	}
}

func TestSearchFollowsChanges(t *testing.T) {
	a := library(t)
	before, err := a.EventByKey(t.Context(), "gsomia")
	if err != nil {
		t.Fatal(err)
	}
	after := before
	after.Title = "Something else entirely"
	after.Actors, after.Citations = nil, nil
	apply(t, a, "change", model.Change{Before: &before, After: &after})
	for query, want := range map[string]string{"notice gsomia": "", "entirely": "gsomia", "yonhap": "", "대한민국": ""} {
		if got := search(t, a, query); got != want {
			t.Errorf("after the change %q finds %q, want %q", query, got, want)
		}
	}
	apply(t, a, "delete", model.Change{Before: &after})
	if got := search(t, a, "entirely"); got != "" {
		t.Errorf("a deleted event is found: %q", got)
	}
	for range 2 {
		if _, err := a.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if got := search(t, a, "notice"); got != "gsomia" {
		t.Errorf("after undo %q is found", got)
	}
	if findings, err := a.Check(t.Context()); err != nil || len(findings) > 0 {
		t.Errorf("Check: %q, %v", findings, err)
	}
}

func TestSearchCanBeCancelled(t *testing.T) {
	a := library(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := a.Search(ctx, "notice"); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v", err)
	}
}

func TestNearest(t *testing.T) {
	a := library(t)
	for _, tt := range []struct{ word, want string }{
		{"gsomai", "gsomia"}, {"Notcie", "notice"}, {"zurixh", "zurich"}, {"xapan", "japan"},
		{"japan", "japan"}, {"resumé", "resume"}, {"qqqqqqq", ""}, {"x", ""}, {"", ""}, {"정살", ""},
	} {
		got, n, err := a.Nearest(t.Context(), tt.word)
		if err != nil || got != tt.want || (n > 0) != (tt.want != "") {
			t.Errorf("Nearest(%q) = %q, %d, %v, want %q", tt.word, got, n, err, tt.want)
		}
	}
	if _, n, _ := a.Nearest(t.Context(), "jaapn"); n != 2 {
		t.Errorf("japan stands in %d events, want 2", n)
	}
}

// FuzzSearch makes sure that no query is an error, and that an event is found
// by any phrase cut from its title.
func FuzzSearch(f *testing.F) {
	for _, text := range hostile {
		f.Add(text, 0, 5)
	}
	f.Add("한일정상회담 GSOMIA 日本", 2, 8)
	a := newArchive(f)
	n := 0
	f.Fuzz(func(t *testing.T, text string, from, to int) {
		if _, err := a.Search(t.Context(), text); err != nil {
			t.Fatalf("search %q: %v", text, err)
		}
		n++
		e := model.Event{Key: fmt.Sprint(n), Title: text}
		put(t, a, e)
		words := strings.Fields(text)
		if from < 0 || from >= len(words) {
			return
		}
		query := words[from]
		// A word of signs alone is no word, and a quote bounds a phrase.
		found, err := a.Search(t.Context(), query)
		if err != nil {
			t.Fatalf("search %q: %v", query, err)
		}
		id, err := a.EventByKey(t.Context(), e.Key)
		if err != nil {
			t.Fatal(err)
		}
		if isWord(query) && !slices.Contains(found, id.ID) {
			t.Errorf("%q is not found in %q", query, text)
		}
	})
}

// isWord reports whether a text is letters that every version of Unicode knows.
func isWord(text string) bool {
	return text != "" && strings.IndexFunc(text, func(r rune) bool {
		return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '가' <= r && r <= '힣' || '一' <= r && r <= '鿋')
	}) < 0
}
