package data_test

import (
	"encoding/csv"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"chancery/assets"
	"chancery/model"
	"chancery/model/edtf"
)

// The tests of this file hold the curated tables to rules that are stricter
// than those of the format, reading them as plain CSV so that a fault of the
// importer cannot hide one of the tables.

// A row is a row of a curated table by column name.
type row map[string]string

// curatedTable reads a table that the program carries.
func curatedTable(t *testing.T, name string) []row {
	t.Helper()
	f, err := assets.Curated.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	rows := make([]row, len(records)-1)
	for i, record := range records[1:] {
		rows[i] = row{}
		for k, column := range records[0] {
			rows[i][column] = record[k]
		}
	}
	return rows
}

// list splits a cell of several values; an empty cell has none.
func list(cell, separator string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, separator)
}

// ids returns the set of a column, and fails the test when a value is twice.
func ids(t *testing.T, rows []row, column string) map[string]bool {
	t.Helper()
	set := map[string]bool{}
	for _, r := range rows {
		if set[r[column]] {
			t.Errorf("%s %q is there twice", column, r[column])
		}
		set[r[column]] = true
	}
	return set
}

var (
	slug     = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	sentence = regexp.MustCompile(`[.!?](\s|$)`)
	code     = regexp.MustCompile(`^(0[1-9]|1\d|20)\d{0,2}$`)
	country  = regexp.MustCompile(`^[A-Z]{3}$`)
	address  = regexp.MustCompile(`^https?://\S+$`)
)

func TestCuratedEvents(t *testing.T) {
	events := curatedTable(t, "events.csv")
	keys := ids(t, events, "id")
	names := ids(t, curatedTable(t, "actors.csv"), "name")
	collections := ids(t, curatedTable(t, "collections.csv"), "id")
	terms := map[string]bool{}
	for _, c := range model.Categories() {
		terms[c.Term] = true
	}
	for _, e := range events {
		fault := func(format string, args ...any) {
			t.Helper()
			t.Errorf("%s: %s", e["id"], fmt.Sprintf(format, args...))
		}
		for _, column := range []string{"id", "collection", "title", "summary", "start", "kind", "category", "actors", "place", "lat", "lon", "sources", "confidence"} {
			if strings.TrimSpace(e[column]) == "" {
				fault("no %s", column)
			}
		}
		if !slug.MatchString(e["id"]) {
			fault("the id is not made of small letters, digits and hyphens")
		}
		if n := utf8.RuneCountInString(e["title"]); n > 90 {
			fault("the title has %d characters", n)
		}
		if n := len(sentence.FindAllString(e["summary"], -1)); n < 1 || n > 4 {
			fault("the summary has %d sentences", n)
		}
		if !terms[e["category"]] {
			fault("category %q", e["category"])
		}
		if !collections[e["collection"]] {
			fault("collection %q is not in collections.csv", e["collection"])
		}
		if !slices.Contains([]string{"event", "span", "deadline"}, e["kind"]) || (e["kind"] == "span") != (e["end"] != "") {
			fault("kind %q with end %q", e["kind"], e["end"])
		}
		if e["cameo"] != "" && !code.MatchString(e["cameo"]) {
			fault("CAMEO code %q", e["cameo"])
		}
		if !slices.Contains([]string{"verified", "general-high", "seed"}, e["confidence"]) {
			fault("confidence %q", e["confidence"])
		}
		checkWhen(t, e)
		lat, err1 := strconv.ParseFloat(e["lat"], 64)
		lon, err2 := strconv.ParseFloat(e["lon"], 64)
		if err1 != nil || err2 != nil || lat < -90 || lat > 90 || lon < -180 || lon > 180 {
			fault("coordinates %q, %q", e["lat"], e["lon"])
		}
		for _, part := range list(e["actors"], ";") {
			role, name, _ := strings.Cut(part, ":")
			if _, err := model.ParseRole(role); err != nil || role == "" {
				fault("role %q", role)
			}
			if !names[name] {
				fault("actor %q is not in actors.csv", name)
			}
		}
		checkSources(t, e)
		checkLinks(t, e, keys)
	}
}

// checkWhen checks the dates of an event.
func checkWhen(t *testing.T, e row) {
	t.Helper()
	start, err := edtf.Parse(e["start"])
	if err != nil {
		t.Errorf("%s: start: %v", e["id"], err)
		return
	}
	if e["end"] == "" || e["end"] == ".." {
		return
	}
	end, err := edtf.Parse(e["end"])
	if err != nil {
		t.Errorf("%s: end: %v", e["id"], err)
		return
	}
	if end.Bounds().LatestEnd <= start.Bounds().EarliestStart {
		t.Errorf("%s: the end %s is before the start %s", e["id"], end, start)
	}
}

// checkSources checks the sources of an event or an agreement.
func checkSources(t *testing.T, r row) {
	t.Helper()
	for _, source := range list(r["sources"], " ;; ") {
		parts := strings.Split(source, "|")
		switch {
		case len(parts) != 4 || parts[0] == "" || parts[1] == "":
			t.Errorf("%s: source %q", r["id"], source)
			continue
		case parts[2] != "" && !address.MatchString(parts[2]):
			t.Errorf("%s: address %q", r["id"], parts[2])
		}
		if _, err := edtf.Parse(parts[3]); parts[3] != "" && err != nil {
			t.Errorf("%s: date of a source: %v", r["id"], err)
		}
	}
}

// checkLinks checks that the links of an event lead somewhere else, each once.
func checkLinks(t *testing.T, e row, keys map[string]bool) {
	t.Helper()
	seen := map[string]bool{}
	for _, link := range list(e["links"], ";") {
		kind, to, _ := strings.Cut(link, ">")
		if _, err := model.ParseLinkKind(kind); err != nil {
			t.Errorf("%s: link %q: %v", e["id"], link, err)
		}
		if !keys[to] || to == e["id"] || seen[link] {
			t.Errorf("%s: link %q leads nowhere, to itself, or is there twice", e["id"], link)
		}
		seen[link] = true
	}
}

// TestCuratedOrder checks that nothing answers or follows what begins later,
// and that no chain of links comes back to where it began.
func TestCuratedOrder(t *testing.T) {
	events := curatedTable(t, "events.csv")
	starts, links := map[string]edtf.Bounds{}, map[string][]string{}
	for _, e := range events {
		d, err := edtf.Parse(e["start"])
		if err != nil {
			t.Fatalf("%s: %v", e["id"], err)
		}
		starts[e["id"]] = d.Bounds()
	}
	for _, e := range events {
		for _, link := range list(e["links"], ";") {
			kind, to, _ := strings.Cut(link, ">")
			links[e["id"]] = append(links[e["id"]], to)
			if (kind == "follows" || kind == "response-to") && starts[e["id"]].LatestStart <= starts[to].EarliestStart {
				t.Errorf("%s: %s, which begins later", e["id"], link)
			}
		}
	}
	const under, done = 1, 2
	state := map[string]int{}
	var walk func(key string, path []string)
	walk = func(key string, path []string) {
		path = append(path, key)
		state[key] = under
		for _, to := range links[key] {
			switch state[to] {
			case under:
				t.Errorf("links go round: %s > %s", strings.Join(path, " > "), to)
			case 0:
				walk(to, path)
			}
		}
		state[key] = done
	}
	for _, e := range events {
		if state[e["id"]] == 0 {
			walk(e["id"], nil)
		}
	}
}

func TestCuratedActors(t *testing.T) {
	actors := curatedTable(t, "actors.csv")
	keys, used := ids(t, actors, "id"), map[string]bool{}
	ids(t, actors, "name")
	for _, e := range curatedTable(t, "events.csv") {
		for _, part := range list(e["actors"], ";") {
			_, name, _ := strings.Cut(part, ":")
			used[name] = true
		}
	}
	for _, a := range actors {
		if a["id"] == "" || a["name"] == "" {
			t.Errorf("an actor lacks its id or its name: %v", a)
		}
		if k, err := model.ParseActorKind(a["kind"]); err != nil || k == model.OtherActor {
			t.Errorf("%s: kind %q", a["id"], a["kind"])
		}
		if a["parent"] != "" && !keys[a["parent"]] {
			t.Errorf("%s: parent %q is not in the table", a["id"], a["parent"])
		}
		if a["country"] != "" && !country.MatchString(a["country"]) {
			t.Errorf("%s: country %q", a["id"], a["country"])
		}
		for _, column := range []string{"from", "to"} {
			if _, err := edtf.Parse(a[column]); a[column] != "" && err != nil {
				t.Errorf("%s: %s: %v", a["id"], column, err)
			}
		}
		if !used[a["name"]] {
			t.Errorf("%s takes part in no event", a["id"])
		}
	}
}

func TestCuratedAgreements(t *testing.T) {
	agreements := curatedTable(t, "instruments.csv")
	ids(t, agreements, "id")
	keys := ids(t, curatedTable(t, "events.csv"), "id")
	names := ids(t, curatedTable(t, "actors.csv"), "name")
	duration := regexp.MustCompile(`^(|unlimited|P\d+[YMD]( \(.+\))?)$`)
	for _, a := range agreements {
		for _, column := range []string{"signed", "in_force", "expiry_or_end", "status_as_of"} {
			if _, err := edtf.Parse(a[column]); a[column] != "" && a[column] != ".." && err != nil {
				t.Errorf("%s: %s: %v", a["id"], column, err)
			}
		}
		for _, column := range []string{"initial_term", "notice_period"} {
			if !duration.MatchString(a[column]) {
				t.Errorf("%s: %s %q is no duration", a["id"], column, a[column])
			}
		}
		for _, key := range list(a["event_ids"], ";") {
			if !keys[key] {
				t.Errorf("%s: event %q is not in events.csv", a["id"], key)
			}
		}
		for _, name := range list(a["parties"], ";") {
			if !names[name] {
				t.Errorf("%s: party %q is not in actors.csv", a["id"], name)
			}
		}
		checkSources(t, a)
	}
}

// TestCuratedFiles checks that the program carries the tables and nothing else.
func TestCuratedFiles(t *testing.T) {
	entries, err := fs.ReadDir(assets.Curated, ".")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if want := []string{"actors.csv", "collections.csv", "events.csv", "instruments.csv"}; !slices.Equal(names, want) {
		t.Errorf("the program carries %q, want %q", names, want)
	}
}
