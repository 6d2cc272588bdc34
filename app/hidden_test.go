package app

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"chancery/app/scene"
	"chancery/model"
	"chancery/model/edtf"
)

// What filters hide can be shown dimmed, and then everything can be reached.
func TestHiddenEventsAreShownDimmed(t *testing.T) {
	b := newBench(t)
	marks := func() int { return len(b.timeline.current().Marks) }
	all := marks()
	b.refilter(func(f *model.Filter) { f.Places = []string{"Nowhere"} })
	b.settle()
	if words := texts(b.cover); !slices.Contains(words, "Show them dimmed") || marks() != 0 {
		t.Fatalf("%d marks are drawn of none kept, and the card says %q", marks(), words)
	}
	b.showHidden(true)
	b.settle()
	if len(b.cover.Objects) != 0 || marks() < all/2 {
		t.Errorf("%d marks are drawn of %d, covered by %d objects", marks(), all, len(b.cover.Objects))
	}
	b.selectKey("jk-gsomia-decision")
	if b.messages.Shown() {
		t.Errorf("the event is shown, and yet: %q", b.messages.Sentence())
	}
	if kept, _ := b.Workspace.Count(); kept != 0 {
		t.Errorf("%d events are kept", kept)
	}
	b.showHidden(false)
	b.settle()
	if len(b.cover.Objects) == 0 || b.Workspace.KeptLanes() != nil {
		t.Error("they are still shown")
	}
}

// A bar says of how many of its events less is known than which bar they are in.
func TestBarsSayWhatIsKnownLessExactly(t *testing.T) {
	var events []model.Entry
	add := func(date string) {
		e := model.Event{ID: model.EventID(len(events) + 1), Start: edtf.MustParse(date)}
		if from, to, span := strings.Cut(date, "/"); span {
			e.Start, e.End, e.Kind = edtf.MustParse(from), edtf.MustParse(to), model.Span
		}
		bounds := e.Bounds()
		events = append(events, model.Entry{
			ID: e.ID, Start: bounds.EarliestStart, End: bounds.LatestEnd, Form: model.FormOf(e.Kind, e.Start, e.End),
		})
	}
	for range 20 {
		add("2019-11-01")
	}
	add("2019-11")
	add("2019-11?")
	add("2019-11-01/2019-12")
	c := model.Build(&model.Columns{}, events)
	day := edtf.At(2019, 11, 1)
	lane := &c.Lanes(model.ByNone, nil, false).Lanes[0]
	for days, want := range map[edtf.Instant]int{1: 2, 31: 0} {
		rows := lane.Rows[lane.Before(c, day):lane.Before(c, day+days*daySeconds)]
		if got := coarse(c, rows, days*daySeconds); got != want {
			t.Errorf("bars of %d days: %d of %d are known less exactly, want %d", days, got, len(rows), want)
		}
	}
}

func TestMotionFollowsTheSetting(t *testing.T) {
	b := newBench(t)
	for _, c := range []struct {
		motion Motion
		still  bool // the desktop
		want   bool
	}{{MotionSystem, false, true}, {MotionSystem, true, false}, {MotionOn, true, true}, {MotionOff, false, false}} {
		b.stillDesktop = c.still
		b.setMotion(c.motion)
		if got := animated(); got != c.want {
			t.Errorf("%s on a desktop that is still (%v): animated %v, want %v", c.motion, c.still, got, c.want)
		}
	}
	if theme.Size(sizeNameStill) != 1 {
		t.Error("the theme does not tell that nothing may move")
	}
	b.selectKey("jk-gsomia-decision")
	if in := b.timeline.input(b.timeline.Region.plotSize()); in.RingLeft != 0 || in.LinksLeft != 0 {
		t.Errorf("the ring has %v left to grow, the links %v", in.RingLeft, in.LinksLeft)
	}
}

func TestTotalIsHovered(t *testing.T) {
	b := newBench(t)
	hit := scene.Hit{Kind: scene.HitBin, Lane: -1, From: edtf.At(2019, 1, 1), To: edtf.At(2020, 1, 1)}
	lines := b.timeline.binTip(hit)
	if len(lines) != 3 || !strings.HasPrefix(lines[1].Words, "All lanes: ") {
		t.Errorf("the strip of all events says %+v", lines)
	}
}

func TestTipSaysWhatIsKnownOfAnEvent(t *testing.T) {
	b := newBench(t)
	b.selectKey("jk-gsomia-decision")
	id := b.Workspace.Selection()[0]
	var words []string
	for _, line := range b.timeline.eventTip(id) {
		words = append(words, line.Words)
	}
	said := strings.Join(words, "\n")
	for _, want := range []string{"Seoul decides to end GSOMIA", "Thursday 22 Aug 2019, exact day", "South Korea", "Click to select"} {
		if !strings.Contains(said, want) {
			t.Errorf("the tooltip does not say %q:\n%s", want, said)
		}
	}
}

func TestButtonsSayWhyTheyCannotBeUsed(t *testing.T) {
	b := openBench(t, "")
	said := ""
	b.toolbar.Fit.OnHover = func(tip string, _ fyne.CanvasObject) { said = tip }
	b.toolbar.Fit.MouseIn(nil)
	if !b.toolbar.Fit.Disabled() || said != "Open an archive first" {
		t.Errorf("a button that cannot be used says %q", said)
	}
}

func TestRowSaysHowHighBarsAre(t *testing.T) {
	b := newBench(t)
	if b.filters.Heights.Value != "" {
		t.Errorf("without bars the row says %q", b.filters.Heights.Value)
	}
	b.timeline.current().Lanes[0].Level = scene.Bars
	b.showHeights()
	if b.filters.Heights.Value != "each lane to its own peak" {
		t.Fatalf("over bars the row says %q", b.filters.Heights.Value)
	}
	b.heightItems()[1].Action()
	if !b.timeline.shared || b.filters.Heights.Value != "all lanes on one scale" {
		t.Errorf("on one scale (%v) the row says %q", b.timeline.shared, b.filters.Heights.Value)
	}
}
