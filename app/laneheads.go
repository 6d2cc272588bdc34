package app

import (
	"encoding/json"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"chancery/app/scene"
	"chancery/model"
)

// arrangementKey is the name under which the arrangement of the lanes of a
// grouping of an archive is remembered.
func (w *Window) arrangementKey() string {
	archive := w.Workspace.Archive()
	if archive == nil {
		return ""
	}
	return "lanes." + w.Workspace.Grouping().String() + "." + absolute(archive.Path())
}

// rememberLanes remembers how the lanes are arranged.
func (w *Window) rememberLanes() {
	text, err := json.Marshal(w.timeline.arranged)
	if key := w.arrangementKey(); key != "" && err == nil {
		w.prefs.SetString(key, string(text))
	}
}

// recallLanes arranges the lanes as they were for this archive and grouping.
// What cannot be read is taken as never arranged.
func (w *Window) recallLanes() {
	key := w.arrangementKey()
	if key == w.arranged {
		return
	}
	w.arranged = key
	a := &scene.Arrangement{}
	if g := w.Workspace.Grouping(); g != model.ByCollection && g != model.ByPair {
		// Agreements have no home in these lanes, and would take their room.
		a.Collapsed = map[string]bool{scene.AgreementsKey: true}
	}
	if text := w.prefs.String(key); text != "" && json.Unmarshal([]byte(text), a) != nil {
		a = &scene.Arrangement{}
	}
	w.timeline.arranged = a
	w.timeline.lane = ""
	w.timeline.invalidate()
}

// headKey walks the heads of the lanes with the keyboard.
func (w *Window) headKey(key fyne.KeyName, modifiers fyne.KeyModifier) bool {
	t := w.timeline
	s := t.current()
	if s == nil || len(s.Lanes) == 0 {
		return false
	}
	at := 0
	for i := range s.Lanes {
		if s.Lanes[i].Key == t.lane {
			at = i
		}
	}
	walk := func(by int) {
		if modifiers&fyne.KeyModifierAlt != 0 {
			t.shiftLane(t.lane, by)
			return
		}
		to := s.Lanes[min(max(at+by, 0), len(s.Lanes)-1)]
		t.hoverLane(to.Key)
		t.scrollTo(to)
	}
	switch key {
	case fyne.KeyUp:
		walk(-1)
	case fyne.KeyDown:
		walk(1)
	case fyne.KeyReturn, fyne.KeyEnter:
		t.toggleLane(s.Lanes[at].Key)
	case fyne.KeySpace, desktop.KeyMenu:
		origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(t.Region.Heads)
		w.popMenu(origin.AddXY(24, max(s.Lanes[at].Y, 0)+24), w.laneMenu(s.Lanes[at].Index)...)
	case fyne.KeyDelete:
		t.hideLane(s.Lanes[at].Key)
	default:
		return false
	}
	return true
}

// laneMenu returns what can be done with a lane.
func (w *Window) laneMenu(lane int) []*fyne.MenuItem {
	l := w.Workspace.Lanes().Lanes[lane]
	t := w.timeline
	fold := lang.L("Fold this lane")
	if t.arranged.Collapsed[l.Key] {
		fold = lang.L("Unfold this lane")
	}
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(fold, func() { t.toggleLane(l.Key) }),
		checked(lang.L("Keep at the top"), t.arranged.Pinned[l.Key], func() { t.pinLane(l.Key) }),
		checked(lang.L("Up to 12 rows"), t.arranged.ShowAll[l.Key], func() { t.showAll(l.Key) }),
		fyne.NewMenuItem(lang.L("Move up"), func() { t.shiftLane(l.Key, -1) }),
		fyne.NewMenuItem(lang.L("Move down"), func() { t.shiftLane(l.Key, 1) }),
		fyne.NewMenuItem(lang.L("Hide this lane"), func() { t.hideLane(l.Key) }),
	}
	return append(items, w.hiddenItems()...)
}

// hiddenItems returns what brings lanes back to how they come.
func (w *Window) hiddenItems() []*fyne.MenuItem {
	t := w.timeline
	var items []*fyne.MenuItem
	if n := len(t.arranged.Hidden); n > 0 {
		items = append(items, fyne.NewMenuItem(
			lang.N("Show {{.Count}} hidden lanes", n, map[string]any{"Count": n}), t.showLanes))
	}
	if len(t.arranged.Order)+len(t.arranged.Pinned) > 0 {
		items = append(items, fyne.NewMenuItem(lang.L("Lanes in their own order"), t.resetLanes))
	}
	return items
}
