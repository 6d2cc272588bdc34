package app

import (
	"strings"
	"testing"

	"chancery/model/edtf"
)

func TestCopyCutPaste(t *testing.T) {
	b := newBench(t)
	b.selectKey("jk-gsomia-decision")
	original := b.Workspace.Detail().Event
	_, before := b.Workspace.Count()
	count := func() int { _, n := b.Workspace.Count(); return n - before }

	b.copySelected()
	if text := b.app.Clipboard().Content(); !strings.Contains(text, original.Title) {
		t.Fatalf("the clipboard holds %q", text)
	}
	b.paste()
	b.settle()
	pasted := b.Workspace.Detail().Event
	if count() != 1 || pasted.ID == original.ID || pasted.Key == original.Key ||
		pasted.Title != original.Title || pasted.Start != original.Start || len(pasted.Citations) != len(original.Citations) {
		t.Errorf("pasted %+v\nof %+v", pasted, original)
	}
	b.undo()
	b.settle()
	if count() != 0 {
		t.Error("one undo does not take back what was pasted")
	}

	b.selectKey("jk-gsomia-decision")
	b.cutSelected()
	b.settle()
	if count() != -1 {
		t.Error("cut did not take the event out")
	}
	b.paste()
	b.settle()
	if again := b.Workspace.Detail().Event; count() != 0 || again.Key != original.Key || len(again.Links) != len(original.Links) {
		t.Errorf("cut and pasted: %+v", again)
	}
}

func TestPasteOtherText(t *testing.T) {
	b := newBench(t)
	_, before := b.Workspace.Count()
	b.app.Clipboard().SetContent("Talks in Beijing\nThe three foreign ministers met.")
	b.pasteAt(edtf.At(2019, 8, 21), 0)
	b.settle()
	if b.sheet == nil {
		t.Fatal("no form is open for the text")
	}
	if words := texts(b.sheet.Body); !strings.Contains(strings.Join(words, "|"), "21 Aug 2019") {
		t.Errorf("the form does not speak of the day: %q", words)
	}
	b.closeSheet()

	b.app.Clipboard().SetContent("id,title,start,category\na,Talks,2019-13-45,meeting\n")
	b.paste()
	b.settle()
	if _, after := b.Workspace.Count(); after != before || !strings.Contains(b.messages.Sentence(), "row 2") {
		t.Errorf("a bad table added %d events and says %q", after-before, b.messages.Sentence())
	}
}

// In a form the clipboard belongs to the field that has the keyboard, and behind
// it nothing changes.
func TestClipboardInForms(t *testing.T) {
	b := newBench(t)
	b.selectKey("jk-gsomia-decision")
	_, before := b.Workspace.Count()
	b.copySelected()
	b.newEvent()
	b.app.Clipboard().SetContent("Talks")
	b.paste()
	if field, ok := b.win.Canvas().Focused().(*field); !ok || field.Text != "Talks" {
		t.Errorf("pasted into %T", b.win.Canvas().Focused())
	}
	b.win.Canvas().Unfocus()
	b.paste()
	b.cutSelected()
	b.undo()
	b.settle()
	if _, after := b.Workspace.Count(); after != before {
		t.Errorf("%d events came or went behind the form", after-before)
	}
}

func TestSaveCopy(t *testing.T) {
	b := newBench(t)
	path := t.TempDir() + "/copy.chancery"
	b.copyTo(path)
	b.settle()
	if !strings.Contains(b.messages.Sentence(), "copy.chancery") {
		t.Fatalf("says %q", b.messages.Sentence())
	}
	_, events := b.Workspace.Count()
	b.messages.press(t, "Open it")
	b.settle()
	if _, copied := b.Workspace.Count(); b.Workspace.Archive().Path() != path || copied != events {
		t.Errorf("opened %s with %d events, want the copy with %d", b.Workspace.Archive().Path(), copied, events)
	}
	b.copyTo(path)
	b.settle()
	if !strings.Contains(b.messages.Sentence(), "there already") {
		t.Errorf("a copy to the same place says %q", b.messages.Sentence())
	}
}
