package app

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"chancery/data"
	"chancery/model"
	"chancery/model/edtf"
)

// reopens returns a bench that finds what is given for every report, and the
// options that it was asked with.
func reopens(t *testing.T, found *data.Reopened) (b *bench, asked *[]data.ReopenOptions) {
	t.Helper()
	b = newBench(t)
	asked = new([]data.ReopenOptions)
	b.options.Reopen = func(_ context.Context, path string, o data.ReopenOptions) (*data.Reopened, error) {
		*asked = append(*asked, o)
		r := *found
		r.Report = path
		return &r, nil
	}
	return b, asked
}

func pact(archive string) *data.Reopened {
	return &data.Reopened{
		Archive: archive, Was: "/somewhere/pact.chancery", Events: 137, Held: 137,
		View: model.View{
			Filter: model.Filter{Collections: []string{"jk-gsomia"}}, From: edtf.At(2019, 6, 1), To: edtf.At(2019, 12, 1),
			Grouping: model.ByCategory, AsOf: edtf.At(2019, 11, 17), AsOfChosen: true,
		},
		Selected: []model.EventID{7},
	}
}

func wantPactShown(t *testing.T, b *bench) {
	t.Helper()
	ws := b.Workspace
	if on, chosen := ws.AsOf(); !chosen || on != edtf.At(2019, 11, 17) || ws.Grouping() != model.ByCategory {
		t.Errorf("as of %s, lanes by %s", on, ws.Grouping())
	}
	if kept, _ := ws.Count(); kept != 137 || len(ws.Selection()) != 1 {
		t.Errorf("%d events, %d selected", kept, len(ws.Selection()))
	}
	if v := b.timeline.view; v.From() < edtf.At(2019, 6, 1)-60 || v.To() > edtf.At(2019, 12, 1)+60 {
		t.Errorf("in view from %s to %s", v.From(), v.To())
	}
}

// A report that is dropped opens its archive with its view; the report is what
// was opened last.
func TestDroppedReportOpens(t *testing.T) {
	archive := curated(t)
	b, _ := reopens(t, pact(archive))
	b.dropped([]string{"/reports/pact.HTML"})
	b.settle()
	if got := b.Workspace.Archive().Path(); got != archive {
		t.Errorf("open is %s", got)
	}
	wantPactShown(t, b)
	if got := b.prefs.recent(); len(got) == 0 || got[0] != "/reports/pact.HTML" {
		t.Errorf("recent are %q", got)
	}
	if words := b.messages.Sentence(); !strings.Contains(words, "pact.chancery with the same events") {
		t.Errorf("said is %q", words)
	}
	// Its archive is open already: only the view changes.
	b.Workspace.SetGrouping(model.ByActor)
	b.open("/reports/pact.html")
	b.settle()
	wantPactShown(t, b)
}

func TestChangedArchiveOfAReport(t *testing.T) {
	found := pact(curated(t))
	found.Changes = data.Differences{Changed: 1, New: 2}
	b, asked := reopens(t, found)
	b.open("pact.html")
	b.settle()
	if words := b.messages.Sentence(); !strings.Contains(words, "has changed since pact.html was made: 1 event is different, 2 events are new.") {
		t.Errorf("said is %q", words)
	}
	b.messages.Note().Ways[0].Tapped()
	b.settle()
	if n := len(*asked); n != 2 || !(*asked)[1].Own {
		t.Errorf("asked was %+v", *asked)
	}
}

// What a report holds opens for reading, can be kept, and is let go of.
func TestReportWithoutItsArchive(t *testing.T) {
	folder := t.TempDir()
	own := filepath.Join(folder, "own", "pact.chancery")
	content, err := os.ReadFile(curated(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Dir(own), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(own, content, 0o600); err != nil {
		t.Fatal(err)
	}
	found := pact(own)
	found.Own = true
	b, _ := reopens(t, found)
	b.open("pact.html")
	b.settle()
	wantPactShown(t, b)
	if !b.Workspace.Archive().ReadOnly() || b.writable() {
		t.Error("the report's own events can be changed")
	}
	b.tellReopened()
	if words := b.messages.Sentence(); !strings.Contains(words, "These are the 137 events that pact.html holds, read-only. Its archive pact.chancery was not opened.") {
		t.Errorf("said is %q", words)
	}
	b.prefs.SetString(prefFolder, folder)
	b.messages.Note().Ways[1].Tapped()
	b.sheet.Right[1].(*Button).OnTapped()
	b.settle()
	if got := b.Workspace.Archive(); got.Path() != filepath.Join(folder, "pact.chancery") || got.ReadOnly() {
		t.Errorf("kept is %s", got.Path())
	}
	wantPactShown(t, b)
	if _, err := os.Stat(own); !os.IsNotExist(err) {
		t.Errorf("what was opened for reading is left: %v", err)
	}
}
