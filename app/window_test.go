package app

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"chancery/app/scene"
	"chancery/data"
	"chancery/model"
	"chancery/model/edtf"
)

func TestOpensFittedToTheEvents(t *testing.T) {
	b := newBench(t)
	from, to, ok := b.Workspace.Columns().Bulk()
	if view := b.timeline.view; !ok || view.From() > from || view.To() < to {
		t.Errorf("view %s to %s does not hold the most of the events, from %s to %s", view.From(), view.To(), from, to)
	}
	if view := b.timeline.view; view.To() < b.timeline.today() {
		t.Errorf("view %s to %s does not go on to today", view.From(), view.To())
	}
	b.timeline.fit()
	b.settle()
	from, to, _ = b.Workspace.Columns().Extent(nil)
	if view := b.timeline.view; view.From() > from || view.To() < to {
		t.Errorf("fitted, view %s to %s does not hold the events of %s to %s", view.From(), view.To(), from, to)
	}
	if got := b.win.Title(); got != "curated – Chancery" {
		t.Errorf("title %q", got)
	}
	if got, want := b.filters.Count, events(b.Workspace.Columns().Len()); got != want {
		t.Errorf("filter row counts %q, want %q", got, want)
	}
}

// click presses and releases the primary button at a place of the plot.
func (b *bench) click(x, y float32, held fyne.KeyModifier) {
	p := b.timeline.Region.Plot
	at := fyne.PointEvent{Position: fyne.NewPos(x, y+p.AxisHeight())}
	p.lastAt = fyne.NewPos(-100, -100) // never a double click
	p.MouseDown(&desktop.MouseEvent{PointEvent: at, Button: desktop.MouseButtonPrimary, Modifier: held})
	p.MouseUp(&desktop.MouseEvent{PointEvent: at, Button: desktop.MouseButtonPrimary, Modifier: held})
	b.settle()
}

// marks returns the marks of single events in view.
func (b *bench) marks() []scene.Mark {
	b.settle()
	height := b.timeline.Region.plotSize().Height
	var marks []scene.Mark
	for _, m := range b.timeline.current().Marks {
		hit, _ := b.timeline.scene.At(m.X, m.Y)
		if m.Count == 1 && m.Y > 10 && m.Y < height-40 && hit.Kind == scene.HitMark && hit.ID == m.ID {
			marks = append(marks, m)
		}
	}
	if len(marks) < 3 {
		b.t.Fatalf("%d marks in view", len(marks))
	}
	return marks
}

func TestClickSelects(t *testing.T) {
	b := newBench(t)
	marks := b.marks()
	b.click(marks[0].X, marks[0].Y, 0)
	if got := b.Workspace.Selection(); !slices.Equal(got, []model.EventID{marks[0].ID}) {
		t.Fatalf("selected %v, want %v", got, marks[0].ID)
	}
	if !b.frame.showDetails || b.details.Detail == nil || b.details.Detail.Event.ID != marks[0].ID {
		t.Fatal("the details do not show the event")
	}
	marks = b.marks()
	i := slices.IndexFunc(marks, func(m scene.Mark) bool { return m.ID != b.Workspace.Selection()[0] })
	b.click(marks[i].X, marks[i].Y, command)
	if got := b.Workspace.Selection(); len(got) != 2 || got[1] != marks[i].ID {
		t.Errorf("Ctrl + click: selected %v, want %v added", got, marks[i].ID)
	}
	if want := "2 events, "; !strings.HasPrefix(b.details.Empty, want) {
		t.Errorf("details of several say %q", b.details.Empty)
	}
	b.escape()
	if got := b.Workspace.Selection(); len(got) != 0 {
		t.Errorf("after Esc %v is selected", got)
	}
}

func TestWheelZoomsAboutThePointer(t *testing.T) {
	b := newBench(t)
	before := b.timeline.view
	x := float32(400)
	at := before.Time(float64(x))
	b.timeline.Region.Plot.Scrolled(scroll(0, 25))
	b.timeline.Region.Plot.Scrolled(&fyne.ScrollEvent{
		PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 100)}, Scrolled: fyne.NewDelta(0, 25),
	})
	after := b.timeline.view
	if after.Scale >= before.Scale {
		t.Fatalf("scale %v after %v", after.Scale, before.Scale)
	}
	zoomed := before.Zoom(1.15, 300)
	if moved := after.X(zoomed.Time(float64(x))) - float64(x); moved > 0.5 || moved < -0.5 {
		t.Errorf("the moment %s under the pointer moved by %v dp", at, moved)
	}
}

func TestDragPansTheView(t *testing.T) {
	b := newBench(t)
	b.timeline.zoom(20, 900)
	b.settle()
	before := b.timeline.view
	p := b.timeline.Region.Plot
	p.MouseDown(press(desktop.MouseButtonTertiary, 0, 500, 300))
	drag(p, fyne.NewDelta(-100, 0))
	if got, want := b.timeline.view.Start, before.Start+100*before.Scale; got != want {
		t.Errorf("view starts at %v, want %v", got, want)
	}
}

func TestRangeZooms(t *testing.T) {
	b := newBench(t)
	view := b.timeline.view
	from, to := view.Time(300), view.Time(500)
	p := b.timeline.Region.Plot
	p.MouseDown(press(desktop.MouseButtonPrimary, fyne.KeyModifierShift, 300, 10))
	drag(p, fyne.NewDelta(100, 0), fyne.NewDelta(100, 0))
	b.settle()
	after := b.timeline.view
	if after.From() > from || after.To() < to || after.Span() > view.Span()/4 {
		t.Errorf("view %s to %s, want about %s to %s", after.From(), after.To(), from, to)
	}
	if p.RangeWords == "" {
		t.Error("the range is not said in words")
	}
}

func TestDetailsShowTheEvent(t *testing.T) {
	b := newBench(t)
	event := model.Event{}
	for e, err := range b.Workspace.Archive().Events(context.Background(), model.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		if len(e.Links) > 0 && len(e.Citations) > 0 && len(e.Actors) > 1 && e.Summary != "" && e.Place.Name != "" {
			event = e
			break
		}
	}
	b.goTo(event.ID)
	b.settle()
	shown := strings.Join(texts(b.details), " ")
	for _, want := range []string{
		model.CategoryNamed(event.Category).Name, dateCode(event.Start, event.End),
		event.Actors[0].Actor, "What happened", "Sources", "Confidence", event.Key,
	} {
		if !strings.Contains(shown, want) {
			t.Errorf("details do not show %q", want)
		}
	}
	for _, want := range []string{strings.Fields(event.Title)[0], strings.Fields(event.Summary)[0]} {
		if !strings.Contains(shown, want) {
			t.Errorf("details do not show %q", want)
		}
	}
}

func TestLinkGoesThereAndReveals(t *testing.T) {
	b := newBench(t)
	b.timeline.moveTo(scene.Fit(edtf.At(1800, 1, 1), edtf.At(1801, 1, 1), b.timeline.view.Width, 0), 0)
	id := b.Workspace.Columns().ID[100]
	b.details.OnGo(id)
	b.settle()
	if got := b.Workspace.Selection(); len(got) != 1 || got[0] != id {
		t.Fatalf("selected %v, want %v", got, id)
	}
	if !slices.ContainsFunc(b.timeline.current().Marks, func(m scene.Mark) bool { return m.ID == id }) {
		t.Error("the event is not in view")
	}
}

func TestFilterChips(t *testing.T) {
	b := newBench(t)
	_, all := b.Workspace.Count()
	b.details.OnActor("Japan")
	b.settle()
	kept, _ := b.Workspace.Count()
	if kept == 0 || kept >= all {
		t.Fatalf("%d of %d events kept", kept, all)
	}
	if len(b.filters.Parts) != 1 || b.filters.Parts[0].Value != "Japan" || b.filters.Count != keptWords(kept, all) {
		t.Errorf("chips %+v, count %q", b.filters.Parts, b.filters.Count)
	}
	b.filters.Parts[0].OnRemove()
	if kept, _ := b.Workspace.Count(); kept != all {
		t.Errorf("%d events after the chip is taken away, want %d", kept, all)
	}
	b.filterActor("Nobody of that name")
	b.settle()
	if shown := strings.Join(texts(b.cover), " "); !strings.Contains(shown, "No event matches these filters.") {
		t.Errorf("nothing kept is explained as %q", shown)
	}
	b.filters.OnClear()
	b.settle()
	if len(b.cover.Objects) != 0 || len(b.filters.Parts) != 0 {
		t.Error("the filters are not cleared")
	}
}

func TestSearch(t *testing.T) {
	b := newBench(t)
	b.toolbar.Search.SetQuery("GSOMIA")
	b.settle()
	ids, _ := b.Workspace.Matches()
	if len(ids) == 0 || b.toolbar.Search.Count != groupDigits(int64(len(ids))) {
		t.Fatalf("%d matches, shown as %q", len(ids), b.toolbar.Search.Count)
	}
	b.toolbar.Search.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF3})
	b.settle()
	if got, want := b.toolbar.Search.Count, "1 of "+groupDigits(int64(len(ids))); got != want {
		t.Errorf("after F3 %q, want %q", got, want)
	}
	if got := b.Workspace.Selection(); len(got) != 1 || got[0] != ids[0] {
		t.Errorf("selected %v, want the first match %v", got, ids[0])
	}
	b.toolbar.Search.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if b.Workspace.Query() != "" {
		t.Error("Esc does not end the search")
	}
	b.toolbar.Search.SetQuery("renewel")
	b.settle()
	if got := b.messages.Sentence(); !strings.Contains(got, "“renewel” is in no title, actor or source.") {
		t.Errorf("nothing found is said as %q", got)
	}
}

func TestKeyboardWalksTheLanes(t *testing.T) {
	b := newBench(t)
	b.plotKey(fyne.KeyHome, 0)
	b.settle()
	first := b.Workspace.Selection()
	// Two curated events have no known beginning, and are not where time begins.
	begin, _ := b.Workspace.Columns().FiniteStarts()
	if len(first) != 1 || begin == 0 || first[0] != b.Workspace.Columns().ID[begin] {
		t.Fatalf("Home selects %v", first)
	}
	row, lane := b.selectedRow()
	rows := b.Workspace.Lanes().Lanes[lane].Rows
	at := slices.Index(rows, uint32(row))
	b.plotKey(fyne.KeyRight, 0)
	b.settle()
	if got, want := b.Workspace.Selection()[0], b.Workspace.Columns().ID[rows[at+1]]; got != want {
		t.Errorf("Right selects %v, want the next in the lane %v", got, want)
	}
	across := fyne.KeyDown
	if boxes := b.timeline.current().Lanes; boxes[len(boxes)-1].Index == lane {
		across = fyne.KeyUp
	}
	b.plotKey(across, 0)
	b.settle()
	if _, other := b.selectedRow(); other == lane {
		t.Errorf("%s stays in the lane", across)
	}
	scale := b.timeline.view.Scale
	b.plotRune('w')
	if b.timeline.view.Scale >= scale {
		t.Error("W does not zoom in")
	}
	b.plotRune('0')
	if from, to, _ := b.Workspace.Columns().Extent(nil); b.timeline.view.From() > from || b.timeline.view.To() < to {
		t.Error("0 does not show everything")
	}
}

func TestImportShowsThenChanges(t *testing.T) {
	b := newBench(t)
	path := filepath.Join("testdata", "import.csv")
	_, before := b.Workspace.Count()
	z := b.wizard(path)
	shown := strings.Join(texts(b.sheet), " ")
	for _, want := range []string{"If you import now", "new event", "Row 3, start", "31 Nov 2019", "November has 30 days"} {
		if !strings.Contains(shown, want) {
			t.Errorf("the wizard does not show %q", want)
		}
	}
	if _, all := b.Workspace.Count(); all != before {
		t.Fatalf("the wizard changed %d events to %d", before, all)
	}
	z.tap(t, "next")
	b.settle()
	if _, all := b.Workspace.Count(); all != before+1 {
		t.Errorf("%d events after the import of 1 to %d", all, before)
	}
	if shown := strings.Join(texts(b.sheet), " "); !strings.Contains(shown, "1 event imported.") || !strings.Contains(shown, "1 row was left out.") {
		t.Errorf("the end says %q", shown)
	}
	z = b.wizard(path)
	if next := z.stops["next"].(*Button); !next.Disabled() {
		t.Error("what is all there already can be imported again")
	}
	if shown := strings.Join(texts(b.sheet), " "); !strings.Contains(shown, "already here") {
		t.Errorf("the second time the wizard says %q", shown)
	}
}

func TestImportOfNoTable(t *testing.T) {
	b := newBench(t)
	path := filepath.Join(t.TempDir(), "empty.csv")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	b.previewImport([]string{path})
	b.settle()
	if b.sheet != nil || b.messages.Sentence() == "" {
		t.Errorf("sheet %v, message %q: want a message alone", b.sheet, b.messages.Sentence())
	}
}

func TestExport(t *testing.T) {
	b := newBench(t)
	path := filepath.Join(t.TempDir(), "out.csv")
	b.export(path, func(ctx context.Context, out writer) error {
		_, err := data.ExportCSV(ctx, b.Workspace.Archive(), out, b.Workspace.Filter())
		return err
	})
	b.settle()
	about, err := os.Stat(path)
	if err != nil || about.Size() == 0 {
		t.Fatalf("no file: %v", err)
	}
	if got, want := b.messages.Sentence(), "Saved as out.csv, "+fileSize(about.Size())+"."; got != want {
		t.Errorf("message %q, want %q", got, want)
	}
}

func TestEditAndUndo(t *testing.T) {
	b := newBench(t)
	id := b.Workspace.Columns().ID[50]
	b.goTo(id)
	b.settle()
	event := b.details.Detail.Event
	form := newEditor(event, b.formKit(id), NewButton("", "Save", nil))
	form.title.SetText("Another title")
	form.start.entry.SetText("summer 2019")
	b.saveEvent(event, form.result())
	b.settle()
	if got := b.details.Detail.Event; got.Title != "Another title" || got.Start.String() != "2019-22" || got.StartText != "summer 2019" {
		t.Errorf("saved as %q, %s, %q", got.Title, got.Start, got.StartText)
	}
	b.undo()
	b.settle()
	if got := b.details.Detail.Event; got.Title != event.Title || got.Start != event.Start {
		t.Errorf("undone to %q, %s", got.Title, got.Start)
	}
}

func TestNewEventAndRemove(t *testing.T) {
	b := newBench(t)
	_, before := b.Workspace.Count()
	b.newEventAt(edtf.At(2019, 11, 17), -1)
	if b.sheet == nil || b.sheet.Title != "New event" {
		t.Fatal("no form")
	}
	b.closeSheet()
	b.saveEvent(model.Event{}, model.Event{
		Key: newKey(), Title: "Mine", Start: edtf.MustParse("2019-11-17"), Category: "meeting",
		Collection: b.likelyCollection(),
	})
	b.settle()
	if _, all := b.Workspace.Count(); all != before+1 {
		t.Fatalf("%d events, want %d", all, before+1)
	}
	mine := b.Workspace.Selection()
	b.removeSelected()
	b.settle()
	if _, all := b.Workspace.Count(); all != before {
		t.Errorf("%d events after removing, want %d", all, before)
	}
	b.undo()
	if _, all := b.Workspace.Count(); all != before+1 {
		t.Errorf("%d events after undo, want %d", all, before+1)
	}
	if got := b.Workspace.Selection(); len(mine) != 1 || !slices.Equal(got, mine) {
		t.Errorf("after undo %v is selected, want the event that came back, %v", got, mine)
	}
}

func TestDateIsAsked(t *testing.T) {
	b := newBench(t)
	answer := newDateAnswer(300)
	if d := answer.Read("17 November 2019"); d.String() != "2019-11-17" {
		t.Errorf("read %s", d)
	}
	if d := answer.Read("03/04/2019"); !d.IsZero() {
		t.Errorf("an ambiguous date is taken as %s", d)
	}
	if chips := len(texts(answer.Object)); chips < 3 {
		t.Errorf("both readings are not offered: %v", texts(answer.Object))
	}
	b.askAsOf()
	if b.sheet == nil || b.sheet.Title != "As-of date" {
		t.Error("no sheet asks for the as-of date")
	}
}

func TestEmptyArchive(t *testing.T) {
	b := openBench(t, "")
	b.create(filepath.Join(t.TempDir(), "new.chancery"))
	b.settle()
	if shown := strings.Join(texts(b.cover), " "); !strings.Contains(shown, "Nothing on this timeline yet") {
		t.Errorf("an empty archive says %q", shown)
	}
}

func TestArchiveThatCannotBeOpened(t *testing.T) {
	path := filepath.Join(t.TempDir(), "text.chancery")
	if err := os.WriteFile(path, []byte("this is no archive, but it is long enough to be read as one"), 0o600); err != nil {
		t.Fatal(err)
	}
	tests := []struct{ path, want string }{
		{path, "This file is not a Chancery archive"},
		{path + ".missing", "This archive is not there"},
	}
	for _, test := range tests {
		b := openBench(t, "")
		b.open(test.path)
		b.settle()
		if shown := strings.Join(texts(b.cover), " "); !strings.Contains(shown, test.want) {
			t.Errorf("%s: says %q, want %q", filepath.Base(test.path), shown, test.want)
		}
	}
	b := newBench(t)
	b.open(path)
	b.settle()
	if b.Workspace.Archive() == nil || b.messages.Sentence() == "" {
		t.Error("a failed open closes the open archive, or says nothing")
	}
}

func TestWebAddress(t *testing.T) {
	for address, want := range map[string]bool{
		"https://example.org/a": true, "http://example.org": true, " https://example.org ": true,
		"": false, "javascript:alert(1)": false, "file:///etc/passwd": false, "ftp://example.org": false,
		"https://": false, "example.org": false, "https:example.org": false, "mailto:a@example.org": false,
	} {
		if got := webAddress(address) != nil; got != want {
			t.Errorf("webAddress(%q) may be opened = %v, want %v", address, got, want)
		}
	}
}
