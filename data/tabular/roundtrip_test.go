package tabular_test

import (
	"bytes"
	"errors"
	"io"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"chancery/data/tabular"
	"chancery/model"
	"chancery/model/edtf"
)

// hostile holds words that separators, quotes and formulas could break.
var hostile = []string{
	"plain", "a;b", "a;;b", " ;; ", "a|b", `a\b`, `a\`, `\;`, `a\|`, ":", ">", "role:name", `"quoted"`, "a,b",
	"two\nlines", " lead", "trail ", "=1+1", "日本国", "대한민국", "e\u0301", "🕊", "\u202etxet", ";", "|", `\\`,
	"</script>", "-", "a ;; b", "a;", ";a", "#N/A", "\t", "'", "NULL", "(x)", "P1Y",
}

type words struct{ *rand.Rand }

func (w words) word() string { return hostile[w.IntN(len(hostile))] }

func (w words) text() string {
	var b strings.Builder
	for range w.IntN(4) {
		b.WriteString(w.word())
	}
	return b.String()
}

// name is a text that is not empty and has no space around it, which names
// cannot keep.
func (w words) name() string { return strings.TrimSpace("n" + w.text() + "n") }

func (w words) date() edtf.Date {
	dates := []string{"2019-11-17", "2019-22", "2019-11~", "[..2019-11-11]", "1850", "2019-11-23T00:00:00+09:00", "201X", "-0215"}
	return edtf.MustParse(dates[w.IntN(len(dates))])
}

func (w words) event() model.Event {
	e := model.Event{
		Key: w.name(), Collection: strings.TrimSpace(w.text()), Title: w.name(), Summary: w.text(), Start: w.date(),
		Category: model.Categories()[w.IntN(13)].Key, CAMEO: "010", Confidence: strings.TrimSpace(w.text()),
		Place: model.Place{Name: w.text()},
	}
	if w.IntN(3) == 0 {
		e.Kind, e.Start, e.End, e.EndText = model.Span, edtf.MustParse("2016-11-23"), edtf.MustParse(".."), w.text()
	}
	if w.IntN(3) == 0 {
		e.Place.Lat, e.Place.Lon, e.Place.HasPoint = math.Round(w.Float64()*1e4)/1e4, -w.Float64(), true
	}
	if w.IntN(3) == 0 {
		e.Score = model.Score{Value: float64(w.IntN(201)-100) / 10, Valid: true}
	}
	if w.IntN(3) == 0 {
		e.StartText = w.name()
	}
	for range w.IntN(3) {
		e.Actors = append(e.Actors, model.Participation{Actor: w.name(), Role: model.Roles()[w.IntN(5)]})
		e.Links = append(e.Links, model.Link{Kind: model.LinkKind(w.IntN(5)), To: "to-" + w.name()})
		e.Tags = append(e.Tags, w.name())
		e.Citations = append(e.Citations, model.Citation{
			Source: model.Source{Publisher: "p" + w.text(), Title: w.text(), URL: w.text(), Published: w.date()},
			Quote:  w.text(), Locator: w.text(),
		})
	}
	return e
}

func TestEventsRoundTrip(t *testing.T) {
	w := words{rand.New(rand.NewPCG(1, 2))}
	events := make([]model.Event, 500)
	var extras tabular.Extras
	for i := range events {
		events[i] = w.event()
		extras.Add(&events[i])
	}
	table := writeEvents(t, events, extras)
	got := readEvents(t, table)
	if len(got) != len(events) {
		t.Fatalf("%d events came back of %d", len(got), len(events))
	}
	for i := range events {
		if diff := cmp.Diff(events[i], got[i], cmpopts.EquateEmpty(), cmp.Comparer(func(a, b edtf.Date) bool { return a == b })); diff != "" {
			t.Fatalf("event %d (-written +read):\n%s", i, diff)
		}
	}
	if again := writeEvents(t, got, extras); again != table {
		t.Error("written again, the bytes differ")
	}
}

// TestEveryFieldIsTried checks that the events of the round trip have a value in
// every field, so that a field that the table forgets does not go unseen. The
// number in an archive and the origin are no business of the table.
func TestEveryFieldIsTried(t *testing.T) {
	w := words{rand.New(rand.NewPCG(1, 2))}
	tried := map[string]bool{"ID": true, "Origin": true}
	for range 100 {
		e := reflect.ValueOf(w.event())
		for i := range e.NumField() {
			if !e.Field(i).IsZero() {
				tried[e.Type().Field(i).Name] = true
			}
		}
	}
	for _, field := range reflect.VisibleFields(reflect.TypeFor[model.Event]()) {
		if !tried[field.Name] {
			t.Errorf("no event of the round trip has a value in %s", field.Name)
		}
	}
}

// TestExtras checks that a value for which a table was begun without a column
// is an error, not lost.
func TestExtras(t *testing.T) {
	for name, e := range map[string]model.Event{
		"score": {Score: model.Score{Valid: true}}, "tags": {Tags: []string{"x"}}, "start": {StartText: "x"}, "end": {EndText: "x"},
	} {
		w, err := tabular.NewEventWriter(io.Discard, tabular.Extras{}, tabular.Guarded)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Write(&e); !errors.Is(err, tabular.ErrExtras) {
			t.Errorf("%s: error %v, want ErrExtras", name, err)
		}
	}
}

// FuzzCells writes an event with any texts, reads it, and writes it again: the
// bytes must be the same, and the texts too when a CSV file can carry them.
func FuzzCells(f *testing.F) {
	f.Add("Talks", "Japan: the government", "a;b", "x ;; y|z", `\`)
	f.Add(" ", "\xff", "a\r\nb", "\x00", ";")
	f.Fuzz(func(t *testing.T, title, actor, tag, publisher, quote string) {
		e := model.Event{
			Key: "key", Title: title, Start: edtf.MustParse("2019"), Category: "statement",
			Actors:    []model.Participation{{Actor: actor, Role: model.Host}, {Actor: "n" + actor + "n"}},
			Tags:      []string{tag, "n" + tag + "n"},
			Links:     []model.Link{{Kind: model.Follows, To: "n" + actor + tag + "n"}},
			Citations: []model.Citation{{Source: model.Source{Publisher: "p" + publisher, Title: title, URL: quote}, Quote: quote, Locator: publisher}, {Source: model.Source{Title: "t" + quote}}},
		}
		extras := tabular.Extras{Tags: true}
		table := writeEvents(t, []model.Event{e}, extras)
		r, err := tabular.NewReader("fuzz.csv", strings.NewReader(table))
		if err != nil {
			t.Fatal(err)
		}
		record, err := r.Read()
		if err != nil {
			t.Fatalf("row: %v", err)
		}
		got, err := tabular.ParseEvent(&record)
		if err != nil {
			t.Skip("the event is not one that a table may hold")
		}
		again := writeEvents(t, []model.Event{got}, extras)
		second, err := tabular.NewReader("fuzz.csv", strings.NewReader(again))
		if err != nil {
			t.Fatal(err)
		}
		if record, err = second.Read(); err != nil {
			t.Fatal(err)
		}
		twice, err := tabular.ParseEvent(&record)
		if err != nil {
			t.Fatal(err)
		}
		if third := writeEvents(t, []model.Event{twice}, extras); third != again {
			t.Errorf("written again:\n%q\nwant:\n%q", third, again)
		}
		all := strings.Join([]string{title, actor, tag, publisher, quote}, " ")
		carried := utf8.ValidString(all) && !strings.ContainsAny(all, "\x00\r")
		if trimmed := strings.TrimSpace(actor) == actor && strings.TrimSpace(tag) == tag && tag != ""; carried && trimmed {
			if diff := cmp.Diff(e, got, cmpopts.EquateEmpty(), cmp.Comparer(func(a, b edtf.Date) bool { return a == b })); diff != "" {
				t.Errorf("(-written +read):\n%s", diff)
			}
			if again != table {
				t.Errorf("written again:\n%q\nwant:\n%q", again, table)
			}
		}
	})
}

func writeEvents(t *testing.T, events []model.Event, extras tabular.Extras) string {
	t.Helper()
	var out bytes.Buffer
	w, err := tabular.NewEventWriter(&out, extras, tabular.Guarded)
	if err != nil {
		t.Fatal(err)
	}
	for i := range events {
		if err := w.Write(&events[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func readEvents(t *testing.T, table string) []model.Event {
	t.Helper()
	r, err := tabular.NewReader("events.csv", strings.NewReader(table))
	if err != nil {
		t.Fatal(err)
	}
	var events []model.Event
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return events
		}
		if err != nil {
			t.Fatalf("row %d: %v", record.Row, err)
		}
		e, err := tabular.ParseEvent(&record)
		if err != nil {
			t.Fatalf("row %d: %v", record.Row, err)
		}
		events = append(events, e)
	}
}

func TestAgreementsRoundTrip(t *testing.T) {
	w := words{rand.New(rand.NewPCG(3, 4))}
	agreements := make([]model.Agreement, 100)
	for i := range agreements {
		agreements[i] = model.Agreement{
			Key: w.name(), Name: w.name(), Parties: []string{w.name(), w.name()}, Signed: w.date(), End: edtf.MustParse(".."),
			Events: []string{w.name()}, Remark: w.text(), InitialTerm: "P1Y",
			Notices:     []model.AgreementStep{{When: edtf.MustParse("2019-08-23"), By: "South; Korea", Note: "a; b (c)"}, {When: w.date()}},
			Suspensions: []model.AgreementStep{{When: edtf.MustParse("2019-11-22/2023-03-21"), Note: "notice suspended"}},
		}
	}
	var out bytes.Buffer
	if err := tabular.WriteAgreements(&out, agreements, tabular.Guarded); err != nil {
		t.Fatal(err)
	}
	r, err := tabular.NewReader("instruments.csv", &out)
	if err != nil {
		t.Fatal(err)
	}
	for i := range agreements {
		record, err := r.Read()
		if err != nil {
			t.Fatal(err)
		}
		got, err := tabular.ParseAgreement(&record)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(agreements[i], got, cmpopts.EquateEmpty(), cmp.Comparer(func(a, b edtf.Date) bool { return a == b })); diff != "" {
			t.Fatalf("agreement %d (-written +read):\n%s", i, diff)
		}
	}
}

func TestActorOffices(t *testing.T) {
	const table = "id,name,kind,parent,country,cameo_code,name_ja,name_ko,office,from,to,other_offices,name_zh\n" +
		"kono,Taro Kono,person,jpn-mod,JPN,JPNGOV,河野太郎,고노 다로,Minister of Defense,2019-09-11,2020-09-16," +
		"Minister for Foreign Affairs 2017-08-03/2019-09-11; Member of the House of Representatives,河野太郎\n"
	r, err := tabular.NewReader("actors.csv", strings.NewReader(table))
	if err != nil {
		t.Fatal(err)
	}
	record, err := r.Read()
	if err != nil {
		t.Fatal(err)
	}
	a, err := tabular.ParseActor(r, &record)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		at   edtf.Instant
		want string
	}{
		{edtf.At(2018, 10, 30), "Minister for Foreign Affairs"},
		{edtf.At(2019, 11, 17), "Minister of Defense"},
		{edtf.At(2021, 1, 1), ""},
	} {
		if got := a.PostOn(tt.at); got != tt.want {
			t.Errorf("office on %v: %q, want %q", tt.at, got, tt.want)
		}
	}
	if a.NameIn("zh") != "河野太郎" || a.NameIn("ko") != "고노 다로" {
		t.Errorf("names %v", a.Names)
	}
	var out bytes.Buffer
	if err := tabular.WriteActors(&out, []model.Actor{a}, tabular.Guarded); err != nil {
		t.Fatal(err)
	}
	if out.String() != table {
		t.Errorf("written back:\n%s\nwant:\n%s", out.String(), table)
	}
}

// TestPosts checks that offices, the bodies they are held in and their dates
// come back as they were, whatever the office is called.
func TestPosts(t *testing.T) {
	dates := []string{"", "2017", "2017-08-03", "2019~", ".."}
	var posts []model.Post
	for _, office := range []string{"Minister", "Minister; acting", "Envoy 2019", "Envoy 2017/2018", "Envoy /", "Head @home", `C:\`, "2019", "@home", "대사"} {
		for _, body := range []string{"", "jpn-mofa", "a;b"} {
			for _, from := range dates {
				for _, to := range dates {
					p := model.Post{Office: office, Of: body}
					if _, err := edtf.Parse(from + "/" + to); err != nil && from != "" && to != "" {
						continue // an end before the start
					}
					if from != "" {
						p.From = edtf.MustParse(from)
					}
					if to != "" {
						p.To = edtf.MustParse(to)
					}
					posts = append(posts, p)
				}
			}
		}
	}
	var out bytes.Buffer
	if err := tabular.WriteActors(&out, []model.Actor{{Key: "x", Name: "X", Kind: model.Person, Posts: posts}}, tabular.Guarded); err != nil {
		t.Fatal(err)
	}
	r, err := tabular.NewReader("actors.csv", &out)
	if err != nil {
		t.Fatal(err)
	}
	record, err := r.Read()
	if err != nil {
		t.Fatal(err)
	}
	got, err := tabular.ParseActor(r, &record)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Posts) != len(posts) {
		t.Fatalf("%d posts came back of %d", len(got.Posts), len(posts))
	}
	for i := range posts {
		if posts[i] != got.Posts[i] {
			t.Errorf("post %q @%q %v %v came back as %q @%q %v %v", posts[i].Office, posts[i].Of, posts[i].From, posts[i].To,
				got.Posts[i].Office, got.Posts[i].Of, got.Posts[i].From, got.Posts[i].To)
		}
	}
}
