package exchange_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"chancery/data/exchange"
	"chancery/model"
	"chancery/model/edtf"
)

// golden compares a text with testdata/name, which GOLDEN=update writes.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if os.Getenv("GOLDEN") == "update" {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; GOLDEN=update writes it", err)
	}
	if got != string(want) {
		t.Errorf("%s differs from what was written before; GOLDEN=update takes the new one over\n got:\n%s\nwant:\n%s", path, got, want)
	}
}

// listed yields events as an archive does.
func listed(events ...model.Event) exchange.Events {
	return func(yield func(model.Event, error) bool) {
		for _, e := range events {
			if !yield(e, nil) {
				return
			}
		}
	}
}

var errBroken = errors.New("the disk is gone")

// broken yields one event and then fails.
func broken(yield func(model.Event, error) bool) {
	if yield(sample()[0], nil) {
		yield(model.Event{}, errBroken)
	}
}

var about = exchange.About{
	Title: "A crisis, told; in full",
	Now:   time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC),
	Actors: []model.Actor{
		{Key: "jpn", Name: "Japan", Kind: model.State, Country: "JPN", Code: "JPN"},
		{Key: "kor", Name: "South Korea", Kind: model.State, Country: "KOR", Code: "KOR"},
	},
}

func date(text string) edtf.Date { return edtf.MustParse(text) }

// sample has an event for each way in which dates are known.
func sample() []model.Event {
	asahi := model.Citation{
		Source: model.Source{Publisher: "Asahi Shimbun", Title: "韓国、GSOMIA破棄を通告", URL: "https://example.org/a?b=1&c={2}", Published: date("2019-08-23")},
		Quote:  "It is over", Locator: "p. 3",
	}
	return []model.Event{
		{
			Key: "rome", Title: "Envoys sent", Start: date("-0043-03"), Category: "visit",
			Actors: []model.Participation{{Actor: "Rome", Role: model.Initiator}, {Actor: "Egypt", Role: model.Target}},
		},
		{
			Key: "notice", Collection: "jk", Title: "Seoul gives notice, 通告; \"the end\"", Summary: "Seoul says that it ends the pact.\n\nTokyo protests.",
			Start: date("2019-08-22"), Category: "withdrawal", CAMEO: "166", Confidence: "verified",
			Place: model.Place{Name: "Seoul, South Korea", Lat: 37.5665, Lon: 126.978, HasPoint: true},
			Actors: []model.Participation{
				{Actor: "South Korea", Role: model.Initiator}, {Actor: "Japan", Role: model.Target}, {Actor: "United States", Role: model.Mediator},
			},
			Citations: []model.Citation{asahi, {Source: model.Source{Publisher: "Treaty Series", Title: "No. 1 & 2", Published: date("1965")}}},
			Links:     []model.Link{{Kind: model.ResponseTo, To: "curbs"}, {Kind: model.PartOf, To: "crisis"}}, Tags: []string{"pact", "a, b"},
		},
		{Key: "month", Title: "Talks in a month", Start: date("2019-11"), Category: "negotiation", Actors: []model.Participation{{Actor: "Japan"}, {Actor: "South Korea"}}},
		{Key: "circa", Title: "About that day", Start: date("2019-11-13~"), Category: "meeting", Citations: []model.Citation{asahi}},
		{Key: "decade", Title: "Some time in the decade", Start: date("185X"), Category: "statement"},
		{Key: "summer", Title: "In summer?", Start: date("2019-22?"), Category: "protest"},
		{Key: "oneof", Title: "One of these", Start: date("[2019-11-03,2019-11-10]"), Category: "own word"},
		{Key: "before", Title: "Not later", Start: date("[..2019-11-11]"), Category: "filing"},
		{Key: "span", Title: "Curbs", Start: date("2019-07-04"), End: date("2023-03-23"), Kind: model.Span, Category: "sanction", Score: model.Score{Value: -6.5, Valid: true}, Actors: []model.Participation{{Actor: "Japan", Role: model.Initiator}, {Actor: "South Korea", Role: model.Target}}},
		{Key: "vague-span", Title: "Curbs, vaguely", Start: date("2019-07"), End: date("2023~"), Kind: model.Span, Category: "sanction"},
		{Key: "ongoing", Title: "In force", Start: date("2016-11-23"), End: edtf.Open, Kind: model.Span, Category: "agreement", Actors: []model.Participation{{Actor: "Japan"}, {Actor: "South Korea"}}},
		{Key: "unknown-end", Title: "Ended when nobody knows", Start: date("2016-11-23"), Kind: model.Span, Category: "military"},
		{Key: "time", Title: "A call", Start: date("2019-11-22T18:00:00+09:00"), Category: "meeting"},
		{Key: "clock", Title: "A call by somebody's clock", Start: date("2019-11-22T18:00"), Category: "meeting"},
		{Key: "timed-span", Title: "A session", Start: date("2019-11-22T18:00:00Z"), End: date("2019-11-22T19:30:00Z"), Kind: model.Span, Category: "meeting"},
		{Key: "deadline", Title: "The pact would lapse", Start: date("2019-11-23"), Kind: model.Deadline, Category: "agreement"},
		{Key: "undated", Title: "Nobody knows when", Start: date("XXXX"), Category: "statement"},
		{Key: "hostile", Title: "=HYPERLINK(\"x\")</script><script>alert(1)</script>\u202e\x00", Summary: "<b>bold</b> & ]]> \r\n BEGIN:VEVENT", Start: date("2020-01-01"), Category: "@group", Citations: []model.Citation{{Source: model.Source{Title: "{brace} $ \\ % ~", URL: "javascript:alert(1)"}}}},
	}
}
