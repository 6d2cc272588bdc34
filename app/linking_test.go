package app

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"chancery/app/scene"
	"chancery/model"
)

// linkParts returns the search and the list of the open form for links.
func (b *bench) linkParts() (search *field, list *eventList) {
	b.t.Helper()
	if b.sheet == nil || b.sheet.Title != "Link to…" {
		b.t.Fatal("no sheet asks what to link with")
	}
	b.settle()
	search = b.win.Canvas().Focused().(*field)
	b.press(fyne.KeyDown)
	return search, b.win.Canvas().Focused().(*eventList)
}

func (b *bench) links(key string) []model.Link {
	b.t.Helper()
	e, err := b.Workspace.Archive().EventByKey(b.t.Context(), key)
	if err != nil {
		b.t.Fatal(err)
	}
	return e.Links
}

func TestLinkIsMadeByKeyboard(t *testing.T) {
	b := newBench(t)
	b.selectKey("jk-dg-talks-nov")
	before := b.links("jk-dg-talks-nov")
	b.plotRune('l')
	search, list := b.linkParts()
	if len(list.events) < 10 {
		t.Errorf("%d events near in time are offered", len(list.events))
	}
	for _, e := range list.events {
		if e.ID == b.Workspace.Selection()[0] {
			t.Error("the event itself is offered")
		}
	}
	search.SetText("decides gsomia")
	b.settle()
	if len(list.events) == 0 || list.events[0].Label.Title != "Seoul decides to end GSOMIA" {
		t.Fatalf("found %+v, want the event of that title first", list.events)
	}
	search.OnSubmitted(search.Text) // chooses
	search.OnSubmitted(search.Text) // links
	b.settle()
	want := append(slices.Clone(before), model.Link{Kind: model.ResponseTo, To: "jk-gsomia-decision"})
	if got := b.links("jk-dg-talks-nov"); !slices.Equal(got, want) {
		t.Errorf("links %v, want %v", got, want)
	}
	if got := b.messages.Sentence(); !strings.Contains(got, "responds to “Seoul decides to end GSOMIA”.") {
		t.Errorf("message %q", got)
	}
	if len(b.details.Detail.Links) != len(want) {
		t.Errorf("the details show %d links", len(b.details.Detail.Links))
	}
	b.undo()
	if got := b.links("jk-dg-talks-nov"); !slices.Equal(got, before) {
		t.Errorf("after undo: %v, want %v", got, before)
	}
}

func TestLinkFormRefusesWhatIsThere(t *testing.T) {
	b := newBench(t)
	b.selectKey("jk-gsomia-decision") // responds to the white list
	d := b.Workspace.Detail()
	done := newMain("", "", nil)
	f := newLinkForm(d, b.details.painter, 0, false, done)
	if !done.Disabled() {
		t.Error("a link to nothing can be made")
	}
	b.Workspace.Find("cabinet strikes South Korea off the white list", 0, f.offer)
	b.settle()
	f.list.choose()
	if f.target == nil || !done.Disabled() {
		t.Fatalf("a link to %+v, which is there already, can be made", f.target)
	}
	f.kind.choose(1)
	if done.Disabled() {
		t.Error("a link of another kind cannot be made")
	}
	f.kind.choose(0)
	f.back.SetChecked(true)
	if done.Disabled() {
		t.Error("a link the other way round cannot be made")
	}
	b.link(f.event, f.target.ID, model.Supersedes, true)
	if got := b.links("jk-white-list-cabinet"); got[len(got)-1] != (model.Link{Kind: model.Supersedes, To: "jk-gsomia-decision"}) {
		t.Errorf("links of the other event: %v", got)
	}
}

func TestLinkTargetIsClicked(t *testing.T) {
	b := newBench(t)
	marks := b.marks()
	b.Workspace.Select(marks[0].ID)
	b.settle()
	from := b.Workspace.Detail().Event.Key
	b.plotRune('L')
	b.linkParts()
	b.sheet.Left[0].(*Button).Tapped(nil)
	if b.sheet != nil || b.timeline.picking == nil {
		t.Fatal("the sheet does not make way for the timeline")
	}
	marks = b.marks()
	i := slices.IndexFunc(marks, func(m scene.Mark) bool { return m.ID != b.Workspace.Selection()[0] })
	b.click(marks[i].X, marks[i].Y, 0)
	if got := b.Workspace.Selection(); len(got) != 1 || got[0] == marks[i].ID {
		t.Errorf("choosing the target selects it: %v", got)
	}
	_, list := b.linkParts()
	if list.chosen != marks[i].ID {
		t.Errorf("the form has %v chosen, want %v", list.chosen, marks[i].ID)
	}
	before := len(b.links(from))
	b.sheet.Right[1].(*Button).Tapped(nil)
	if got := b.links(from); len(got) != before+1 {
		t.Errorf("%d links, want %d", len(got), before+1)
	}

	b.settle()
	b.plotRune('l')
	b.linkParts()
	b.sheet.Left[0].(*Button).Tapped(nil)
	b.escape()
	if b.timeline.picking != nil || len(b.Workspace.Selection()) != 1 {
		t.Error("Esc ends the choosing, and nothing else")
	}
}

func TestDuplicate(t *testing.T) {
	b := newBench(t)
	b.selectKey("jk-gsomia-decision")
	original := b.Workspace.Detail().Event
	n := b.Workspace.Columns().Len()
	b.duplicateSelected()
	b.settle()
	copied := b.Workspace.Detail().Event
	if b.Workspace.Columns().Len() != n+1 || copied.ID == original.ID || copied.Key == original.Key {
		t.Fatalf("%d events, the copy is %+v", b.Workspace.Columns().Len(), copied)
	}
	if copied.Title != original.Title+" (copy)" || copied.Start != original.Start || len(copied.Citations) != len(original.Citations) {
		t.Errorf("the copy is %+v", copied)
	}
	b.undo()
	if b.Workspace.Columns().Len() != n {
		t.Error("undo leaves the copy")
	}
}
