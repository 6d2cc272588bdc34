package app

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"chancery/data/store"
	"chancery/model"
	"chancery/model/edtf"
)

func (b *bench) editor(event model.Event) (form *editor, save *Button) {
	save = newMain("", "Save", nil)
	return newEditor(event, b.formKit(event.ID), save), save
}

// A form that is opened and saved changes nothing, whatever the event.
func TestUntouchedFormChangesNothing(t *testing.T) {
	b := newBench(t)
	archive := b.Workspace.Archive()
	events, err := collectEvents(t, archive)
	if err != nil {
		t.Fatal(err)
	}
	full := model.Event{
		Key: "full", Collection: "c", Title: "t", Summary: "s", Start: edtf.MustParse("2019-22~"), StartText: "around summer",
		End: edtf.Open, EndText: "", Kind: model.Span, Category: "own", CAMEO: "010", Score: model.Score{Value: -2.5, Valid: true},
		Place:     model.Place{Name: "Seoul", Lat: -1.5, Lon: 2, HasPoint: true},
		Actors:    []model.Participation{{Actor: "Japan", Role: model.Host}, {Actor: "Japan"}},
		Citations: []model.Citation{{Source: model.Source{Publisher: "P", Title: "T", URL: "not an address", Published: edtf.MustParse("2019?")}, Quote: "q", Locator: "p. 1"}},
		Links:     []model.Link{{Kind: model.DeadlineOf, To: "nowhere"}}, Tags: []string{"a", "b c"}, Confidence: "low",
		Origin: model.Origin{File: "f.csv", Row: 3},
	}
	unknownEnd := model.Event{Key: "u", Title: "t", Start: edtf.MustParse("2019"), Kind: model.Span, Category: "court"}
	for _, event := range append(events, full, unknownEnd) {
		form, save := b.editor(event)
		if got := form.result(); !equalEvents(got, event) {
			t.Errorf("%s:\n got %+v\nwant %+v", event.Key, got, event)
		}
		if save.Disabled() {
			t.Errorf("%s cannot be saved as it is: %d fields need attention", event.Key, form.attention.n)
		}
	}
}

// collectEvents returns every event of an archive.
func collectEvents(t *testing.T, archive *store.Archive) (events []model.Event, err error) {
	for e, err := range archive.Events(t.Context(), model.Filter{}) {
		if err != nil {
			return nil, err
		}
		events = append(events, e)
	}
	return events, nil
}

func TestFormEditsEveryField(t *testing.T) {
	b := newBench(t)
	b.selectKey("jk-gsomia-decision")
	event := b.Workspace.Detail().Event
	form, save := b.editor(event)
	form.title.SetText("Title")
	form.start.entry.SetText("summer 2019")
	form.start.sure.choose(1)
	form.end.entry.SetText("..")
	form.category.choose(slices.Index(form.categories, "court"))
	form.collection.SetText("mine")
	form.confidence.SetText("low")
	form.place.SetText("Tokyo")
	form.point.SetText("35.68, –139.65")
	form.score.SetText("–2.5")
	form.code.SetText("061")
	form.tags.SetText(" a, b , a")
	form.summary.SetText("What happened")
	form.actors.rows[0].name.SetText("Somebody")
	form.actors.rows[0].role.choose(slices.Index(model.Roles(), model.Mediator))
	form.actors.add(model.Participation{Actor: "Somebody else"})
	form.links.rows[0].kind.choose(1)
	form.sources.add(model.Citation{})
	source := form.sources.rows[len(form.sources.rows)-1]
	source.publisher.SetText("A paper")
	source.published.SetText("17 November 2019")
	source.quote.SetText("words")
	source.locator.SetText("p. 1")
	if save.Disabled() {
		t.Fatalf("%d fields need attention", form.attention.n)
	}
	got := form.result()
	want := event
	want.Title, want.Summary = "Title", "What happened"
	want.Start, want.StartText, want.End, want.Kind = edtf.MustParse("2019-22~"), "summer 2019", edtf.Open, model.Span
	want.Category, want.Collection, want.Confidence, want.CAMEO = "court", "mine", "low", "061"
	want.Place = model.Place{Name: "Tokyo", Lat: 35.68, Lon: -139.65, HasPoint: true}
	want.Score, want.Tags = model.Score{Value: -2.5, Valid: true}, []string{"a", "b"}
	want.Actors = slices.Clone(event.Actors)
	want.Actors[0] = model.Participation{Actor: "Somebody", Role: model.Mediator}
	want.Actors = append(want.Actors, model.Participation{Actor: "Somebody else"})
	want.Links = []model.Link{{Kind: model.Follows, To: "jk-white-list-cabinet"}}
	want.Citations = append(slices.Clone(event.Citations), model.Citation{
		Source: model.Source{Publisher: "A paper", Published: edtf.MustParse("2019-11-17")}, Quote: "words", Locator: "p. 1",
	})
	if !reflect.DeepEqual(got, want) {
		t.Errorf("\n got %+v\nwant %+v", got, want)
	}
	if got := b.form(form); !strings.Contains(got, "As it will appear") {
		t.Errorf("the form shows %s", got)
	}
}

// form lays a form out in the window and returns its texts.
func (b *bench) form(e *editor) string {
	o := e.form()
	b.win.SetContent(o)
	return strings.Join(texts(o), "\n")
}

func TestFormSaysWhatNeedsAttention(t *testing.T) {
	b := newBench(t)
	form, save := b.editor(model.Event{Key: "new"})
	wants := func(n int) {
		t.Helper()
		if form.attention.n != n || save.Disabled() != (n > 0) {
			t.Errorf("%d fields need attention, save can be used = %v, want %d", form.attention.n, !save.Disabled(), n)
		}
	}
	wants(3) // title, date, category
	form.title.SetText("T")
	form.start.entry.SetText("22 August 2019")
	form.category.choose(0)
	wants(0)
	form.end.entry.SetText("2 August 2019")
	wants(1)
	call(form.end.OnSwap)
	wants(0)
	if got := form.result(); got.Start.String() != "2019-08-02" || got.End.String() != "2019-08-22" {
		t.Errorf("swapped to %s and %s", got.Start, got.End)
	}
	form.end.entry.SetText("31 Nov 2019")
	form.point.SetText("95, 0")
	form.score.SetText("11")
	form.sources.add(model.Citation{})
	form.sources.rows[0].address.SetText("trend,17 november")
	form.sources.rows[0].published.SetText("soon")
	form.links.add(model.Link{})
	form.links.rows[0].title.SetText("no event")
	wants(6)
	form.end.entry.SetText("")
	form.point.SetText("")
	form.score.SetText("")
	form.sources.rows[0].address.SetText("https://example.org")
	form.sources.rows[0].published.SetText("2019")
	form.links.rows[0].title.SetText("")
	wants(0)
}

func TestHowSureADateIs(t *testing.T) {
	b := newBench(t)
	tests := []struct {
		typed      string
		choice     int
		date, kept string // EDTF, and what is kept as the source wrote it
	}{
		{"November 2019", 1, "2019-11~", "November 2019"},
		{"2019-11", 2, "2019-11?", ""},
		{"2019-11~", 0, "2019-11", ""},
		{"about 1995", 0, "1995", "about 1995"},
		{"17 Nov 2019", 3, "2019-11-17%", "17 Nov 2019"},
		{"summer 2019", 2, "2019-22?", "summer 2019"},
	}
	for _, test := range tests {
		form, _ := b.editor(model.Event{Key: "new"})
		form.start.entry.SetText(test.typed)
		form.start.sure.choose(test.choice)
		got := form.result()
		if got.Start.String() != test.date || got.StartText != test.kept {
			t.Errorf("%q, choice %d: %s, written %q, want %s, %q", test.typed, test.choice, got.Start, got.StartText, test.date, test.kept)
		}
	}
	form, _ := b.editor(model.Event{Key: "new"})
	form.start.entry.SetText("2018 to 2019")
	if !form.start.sure.Disabled() {
		t.Error("a stretch has doubts about each end, which the form does not ask for")
	}
}

func TestSouthernSeason(t *testing.T) {
	for code, want := range map[string]string{
		"2019-22": "2019-30", "2019-21~": "2019-29~", "2019-24?": "2019-32?", "2019-30": "", "2019-11": "", "2019": "",
	} {
		got, ok := southernSeason(edtf.MustParse(code))
		if ok != (want != "") || ok && got.String() != want {
			t.Errorf("southernSeason(%s) = %s, %v, want %q", code, got, ok, want)
		}
	}
}

func TestEndOfASpan(t *testing.T) {
	b := newBench(t)
	form, _ := b.editor(model.Event{Key: "new"})
	form.start.entry.SetText("2019")
	form.end.goingOn.Tapped(nil)
	if got := form.result(); !got.End.IsOpen() || got.Kind != model.Span || !form.end.goingOn.On {
		t.Errorf("still going on: end %s, kind %s", got.End, got.Kind)
	}
	form.end.nobody.Tapped(nil)
	if got := form.result(); !got.End.IsZero() || got.Kind != model.Span || !form.end.nobody.On || form.end.goingOn.On {
		t.Errorf("not known: end %s, kind %s", got.End, got.Kind)
	}
	form.end.nobody.Tapped(nil)
	if got := form.result(); got.Kind != model.Point {
		t.Errorf("no end: kind %s", got.Kind)
	}
}

func TestSuggestionsAreTakenByKeyboard(t *testing.T) {
	b := newBench(t)
	b.selectKey("jk-gsomia-decision")
	event := b.Workspace.Detail().Event
	form, _ := b.editor(event)
	b.form(form)
	name := form.actors.rows[0].name
	b.win.Canvas().Focus(name.field)
	name.SetText("jap")
	if len(name.found) < 2 || name.found[0].Words != "Japan" {
		t.Fatalf("suggested %+v", name.found)
	}
	b.press(fyne.KeyDown, fyne.KeyReturn)
	if name.Text != "Japan" || len(name.found) != 0 {
		t.Errorf("taken %q, with %d suggestions left", name.Text, len(name.found))
	}
	name.SetText("일본") // names in other languages find an actor too
	if len(name.found) == 0 {
		t.Error("nothing is suggested for a Korean name")
	}
	b.press(fyne.KeyEscape)
	if len(name.found) != 0 || b.win.Canvas().Focused() != fyne.Focusable(name.field) {
		t.Error("Esc ends the suggestions and leaves the field alone")
	}

	form.links.add(model.Link{})
	link := form.links.rows[len(form.links.rows)-1]
	b.win.Canvas().Focus(link.title.field)
	link.title.SetText("abe moon un")
	b.settle()
	b.press(fyne.KeyDown, fyne.KeyReturn)
	links := form.result().Links
	if got := links[len(links)-1]; got.To == "" || got.To == event.Key || link.title.Text == "abe moon un" {
		t.Errorf("linked with %+v, %q", got, link.title.Text)
	}
	b.win.Canvas().Unfocus()
	if len(link.title.found) != 0 {
		t.Error("suggestions stay when the field is left")
	}
}

func TestPreviewShowsTheEventAsItIs(t *testing.T) {
	b := newBench(t)
	p := newPreview(b.timeline.faces, b.details.painter)
	for _, code := range []string{"2019-11-17", "2019-11", "2019-22", "201X", "1850~", "2019-XX-XX", "../2016", "2018/..", "-0043", "[2019-11-11..2019-11-16]"} {
		p.Set(model.Event{Title: "T", Start: edtf.MustParse(code), Category: "court"})
		s := p.scene(fyne.NewSize(400, 88))
		if len(s.Marks) == 0 {
			t.Errorf("%s: no mark", code)
			continue
		}
		if m := s.Marks[0]; m.X < 0 || m.X > 400 {
			t.Errorf("%s: the mark stands at %v dp", code, m.X)
		}
	}
}
