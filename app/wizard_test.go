package app

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"chancery/app/workspace"
	"chancery/data/charset"
	"chancery/data/tabular"
	"chancery/model"
)

// wizard opens the wizard on files.
func (b *bench) wizard(paths ...string) *wizard {
	b.t.Helper()
	var opened *wizard
	b.prepareImport(filesOf(paths), func(z *wizard) { opened = z })
	b.settle()
	if opened == nil {
		b.t.Fatalf("no wizard; message %q", b.messages.Sentence())
	}
	return opened
}

// tap presses what has a key on the page.
func (z *wizard) tap(t *testing.T, key string) {
	t.Helper()
	o, ok := z.stops[key].(fyne.Tappable)
	if !ok {
		t.Fatalf("nothing on the page is called %q", key)
	}
	o.Tapped(&fyne.PointEvent{})
}

// shows reports words on the open sheet.
func (b *bench) shows(words string) bool {
	return b.sheet != nil && strings.Contains(strings.Join(texts(b.sheet), " "), words)
}

// written writes a file for a test.
func written(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// pactTable is a table with two date orders open, a day that does not exist, and a
// word for no date.
var pactTable = filepath.Join("testdata", "pact.csv")

// TestWizardAnswersAndMends takes a table from what it is found to be to what is
// imported: a question is answered, a cell mended, a word made to say nothing, a
// row left out.
func TestWizardAnswersAndMends(t *testing.T) {
	b := newBench(t)
	_, before := b.Workspace.Count()
	z := b.wizard(pactTable)
	if z.page != pageMatch || z.im.Report == nil || z.im.Report.Added != 7 || z.im.Report.Waiting != 2 || z.im.Report.LeftOut != 4 {
		t.Fatalf("page %d, report %+v", z.page, z.im.Report)
	}
	if !b.shows("03/07/2019: which is the day?") || z.win.Canvas().Focused() != z.stops["ask 0"] {
		t.Error("the order of dates is not what is asked first")
	}
	z.tap(t, "ask 0") // 3 July
	b.settle()
	if z.im.Report.Waiting != 0 || z.im.Report.Added != 9 || b.shows("which is the day?") {
		t.Fatalf("after the answer: %+v", z.im.Report)
	}
	z.tap(t, "next")
	b.settle()
	if z.page != pageCheck {
		t.Fatalf("page %d", z.page)
	}

	z.tap(t, "problem pact.csv 9 edit")
	e := z.stops["problem pact.csv 9 field"].(*field)
	if e.Text != "31 Nov 2019" || z.win.Canvas().Focused() != fyne.Focusable(e) {
		t.Fatalf("the field holds %q", e.Text)
	}
	e.SetText("30 Nov 2019")
	e.OnSubmitted(e.Text)
	b.settle()
	if z.im.Report.Added != 10 || b.shows("31 Nov 2019") {
		t.Fatalf("after the mending: %+v", z.im.Report)
	}
	z.tap(t, "problem pact.csv 11 skip")
	b.settle()
	if z.im.Report.LeftOut != 1 || !b.shows("left out by hand") || !b.shows("2 rows mended or left out by hand") {
		t.Errorf("after the skipping: %+v, %q", z.im.Report, texts(b.sheet))
	}
	if _, now := b.Workspace.Count(); now != before {
		t.Fatalf("the archive has %d events before the import, and had %d", now, before)
	}
	z.tap(t, "next")
	b.settle()
	if _, now := b.Workspace.Count(); now != before+10 || !b.shows("10 events imported.") || !b.shows("1 row was left out.") {
		t.Errorf("%d events after %d; the end says %q", now, before, texts(b.sheet))
	}
	start := map[string]string{}
	for _, title := range []string{"Export curbs announced", "Notice conditionally suspended"} {
		b.Workspace.Find(title, 0, func(found []workspace.Found) {
			for _, f := range found {
				start[f.Label.Title] = f.Label.Start.String()
			}
		})
		b.settle()
	}
	if start["Export curbs announced"] != "2019-07-03" || start["Notice conditionally suspended"] != "2019-11-30" {
		t.Errorf("dates %v", start)
	}
}

// TestWizardTreatsAsMissing makes a value of a column say nothing.
func TestWizardTreatsAsMissing(t *testing.T) {
	b := newBench(t)
	z := b.wizard(written(t, "scores.csv", "date,title,goldstein\n2019-01-01,One,5\n2019-01-02,Two,lost\n2019-01-03,Three,lost\n"))
	i := columnNamed(z.im.File().Look.Understanding, "goldstein")
	z.setMeaning(i, tabular.MeansScore)
	b.settle()
	if z.im.Report.LeftOut != 2 || z.im.Report.Added != 1 {
		t.Fatalf("with a score: %+v", z.im.Report)
	}
	z.tap(t, "problem scores.csv 3 missing")
	b.settle()
	if z.im.Report.LeftOut != 0 || z.im.Report.Added != 3 {
		t.Errorf("after the rule: %+v", z.im.Report)
	}
	if f := z.fieldOf(i); f == nil || !slices.Contains(f.Nulls, "lost") {
		t.Errorf("the column is %+v", f)
	}
}

// TestWizardMapsColumns gives columns other meanings.
func TestWizardMapsColumns(t *testing.T) {
	b := newBench(t)
	z := b.wizard(pactTable)
	until := columnNamed(z.im.File().Look.Understanding, "until")
	if z.im.File().Look.Understanding.Columns[until].Means != tabular.MeansEnd {
		t.Fatal("a column called until, with an open end, is not the end date")
	}
	z.setMeaning(until, tabular.MeansNothing)
	b.settle()
	z.tap(t, "unfold 5")
	if !b.shows("This column is not imported.") {
		t.Error("the column does not say that it is not imported")
	}
	z.setMeaning(until, tabular.MeansEnd)
	b.settle()
	if !b.shows("End date") || !b.shows("Changed by hand") {
		t.Error("the column is not the end date")
	}
	what := columnNamed(z.im.File().Look.Understanding, "when")
	z.setMeaning(what, tabular.MeansNothing)
	b.settle()
	if next := z.stops["next"].(*Button); !next.Disabled() || !b.shows("No column is a date yet.") {
		t.Error("a table without dates can go on")
	}
	z.from("", nil)
	b.settle()
	if next := z.stops["next"].(*Button); next.Disabled() {
		t.Error("what was found out cannot be gone back to")
	}
}

// TestWizardAsksForCategories tells which words are no category of ours, and lets
// them mean one.
func TestWizardAsksForCategories(t *testing.T) {
	b := newBench(t)
	z := b.wizard(pactTable)
	at := columnNamed(z.im.File().Look.Understanding, "type")
	if !b.shows("6 of 7 values known") {
		t.Fatalf("the column of categories says %q", texts(b.sheet))
	}
	z.tap(t, fmt.Sprintf("unfold %d", at))
	if !b.shows("“dispute” is") {
		t.Fatal("the unknown word is not asked about")
	}
	filing := slices.IndexFunc(model.Categories(), func(c model.Category) bool { return c.Key == "filing" })
	z.stops[fmt.Sprintf("category %d dispute", at)].(*Selector).choose(1 + filing)
	b.settle()
	u := z.im.File().Look.Understanding
	if c := u.Columns[at]; len(c.OwnCategories) > 0 || b.shows("values known") {
		t.Errorf("after the choice the column is %+v", c)
	}
	if f := z.fieldOf(at); f == nil || f.Values["dispute"] != "filing" {
		t.Errorf("the field is %+v", f)
	}
	z.stops[fmt.Sprintf("category %d dispute", at)].(*Selector).choose(0)
	b.settle()
	if !b.shows("6 of 7 values known") {
		t.Error("the choice cannot be taken back")
	}
}

// TestWizardEncoding reads the letters anew when another encoding is chosen.
func TestWizardEncoding(t *testing.T) {
	b := newBench(t)
	z := b.wizard(written(t, "umlauts.csv", "date,title\n2019-01-01,Gespr\xe4che in Z\xfcrich\n2019-01-02,Stra\xdfe\n"))
	if !b.shows("Gespräche in Zürich") {
		t.Fatalf("read as %s: %q", z.im.File().Look.Understanding.Encoding, texts(b.sheet))
	}
	all := charset.Encodings()
	z.stops["encoding"].(*Selector).choose(slices.Index(all, charset.Cyrillic))
	b.settle()
	if b.shows("Gespräche") || !b.shows("Gesprфche") || !b.shows("ISO-8859-5") {
		t.Errorf("in another encoding: %q", texts(b.sheet))
	}
}

// TestWizardCancelled leaves the archive as it was when the import is cancelled in
// the middle.
func TestWizardCancelled(t *testing.T) {
	b := newBench(t)
	_, before := b.Workspace.Count()
	var rows strings.Builder
	rows.WriteString("date,title\n")
	for i := range 20_000 {
		rows.WriteString("2019-01-01,Event ")
		rows.WriteString(groupDigits(int64(i)))
		rows.WriteByte('\n')
	}
	z := b.wizard(written(t, "many.csv", rows.String()))
	z.tap(t, "next")
	b.settle()
	z.start()
	if z.running == nil || !b.shows("Importing 20") {
		t.Fatal("no import under way")
	}
	z.tap(t, "cancel")
	b.settle()
	if got := b.messages.Sentence(); got != "Import cancelled. The timeline is as it was." || b.sheet != nil {
		t.Errorf("message %q, sheet %v", got, b.sheet)
	}
	if _, now := b.Workspace.Count(); now != before {
		t.Errorf("%d events, and %d before", now, before)
	}
}

// TestWizardClosedGoesOn finishes an import whose window was closed.
func TestWizardClosedGoesOn(t *testing.T) {
	b := newBench(t)
	_, before := b.Workspace.Count()
	z := b.wizard(written(t, "one.csv", "date,title\n2019-01-01,One\n2019-02-02,Two\n"))
	z.tap(t, "next")
	b.settle()
	z.start()
	z.tap(t, "close")
	b.settle()
	if _, now := b.Workspace.Count(); now != before+2 || b.messages.Sentence() != "2 events imported." {
		t.Errorf("%d events after %d, message %q", now, before, b.messages.Sentence())
	}
}

// TestWizardKeepsMappings saves a mapping under a name, which the next file of the
// kind is read with.
func TestWizardKeepsMappings(t *testing.T) {
	b := newBench(t)
	b.options.Mappings = t.TempDir()
	table := written(t, "odd.csv", "aa,bb\n2019-01-01,One\n2019-02-02,Two\n")
	z := b.wizard(table)
	z.setMeaning(1, tabular.MeansSummary)
	b.settle()
	z.tap(t, "save")
	b.settle()
	b.win.Canvas().Focused().(*field).SetText("odd ones")
	b.press(fyne.KeyReturn)
	if b.sheet == nil || b.sheet.over != nil || !b.shows("odd ones") {
		t.Fatalf("after saving: %q", texts(b.sheet))
	}
	b.escape()
	z = b.wizard(table)
	if m := z.im.File().Hints.Mapping; m == nil || m.Name != "odd ones" || z.im.File().Look.Understanding.Columns[1].Means != tabular.MeansSummary {
		t.Errorf("the next time the mapping is %+v", m)
	}
}

// TestWizardByKeyboard goes through an import with keys alone.
func TestWizardByKeyboard(t *testing.T) {
	b := newBench(t)
	_, before := b.Workspace.Count()
	z := b.wizard(pactTable)
	b.press(fyne.KeyRight) // does nothing to a button
	b.press(fyne.KeyReturn)
	if z.im.Report.Waiting != 0 {
		t.Fatal("Enter does not answer the question")
	}
	if z.win.Canvas().Focused() != z.stops["next"] {
		t.Errorf("the keyboard is at %v, not at what is next", z.win.Canvas().Focused())
	}
	b.press(fyne.KeyReturn, fyne.KeyReturn)
	if _, now := b.Workspace.Count(); now != before+9 || z.page != pageImport {
		t.Errorf("page %d, %d events after %d", z.page, now, before)
	}
	b.press(fyne.KeyReturn)
	if b.sheet != nil {
		t.Error("Enter does not close the end card")
	}
}

// TestPaste imports rows that were copied from a spreadsheet, and no other text.
func TestPaste(t *testing.T) {
	b := newBench(t)
	b.app.Clipboard().SetContent("just words")
	b.pasteImport()
	b.settle()
	if b.sheet != nil || !strings.HasPrefix(b.messages.Sentence(), "The clipboard holds no rows.") {
		t.Fatalf("words open %v, message %q", b.sheet, b.messages.Sentence())
	}
	b.escape()
	b.app.Clipboard().SetContent("date\ttitle\n2019-01-01\tOne\n2019-02-02\tTwo, with a comma\n")
	b.paste()
	b.settle()
	if !b.shows("Pasted rows") || !b.shows("Two, with a comma") {
		t.Errorf("pasted rows show %q", texts(b.sheet))
	}
}

// TestWizardOtherFormats opens what is no table through the same door.
func TestWizardOtherFormats(t *testing.T) {
	b := newBench(t)
	z := b.wizard(written(t, "talks.ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20190822\r\nSUMMARY:Talks in Beijing\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"))
	if z.page != pageCheck || !b.shows("Talks in Beijing") || !b.shows("Every row is understood.") || z.im.Report.Added != 1 {
		t.Errorf("page %d: %q", z.page, texts(b.sheet))
	}
}
