package app

import (
	"slices"

	"fyne.io/fyne/v2/lang"

	"chancery/app/workspace"
	"chancery/model"
	"chancery/model/edtf"
)

// A linkWalk goes step by step through the events that one event is linked
// with. The event it began at, its centre, stands among them by its date, and
// on one day after its causes and before what came of it.
type linkWalk struct {
	ids []model.EventID // in time order
	at  int             // where the walk is
}

// newLinkWalk returns a walk that stands at the event of a detail.
func newLinkWalk(d *workspace.Detail) linkWalk {
	k := linkWalk{at: -1}
	for _, l := range d.Links {
		if l.Missing || l.ID == d.Event.ID || slices.Contains(k.ids, l.ID) {
			continue
		}
		order := edtf.Compare(d.Event.Start, l.Label.Start)
		if k.at < 0 && (order < 0 || order == 0 && !l.Outgoing) {
			k.at = len(k.ids)
			k.ids = append(k.ids, d.Event.ID)
		}
		k.ids = append(k.ids, l.ID)
	}
	if k.at < 0 {
		k.at = len(k.ids)
		k.ids = append(k.ids, d.Event.ID)
	}
	return k
}

// step moves the walk and returns where it stands now; ok is false, and nothing
// moves, when the walk does not stand at the event from or has no further step.
func (k *linkWalk) step(from model.EventID, by int) (id model.EventID, ok bool) {
	to := k.at + by
	if k.at < 0 || k.at >= len(k.ids) || k.ids[k.at] != from || to < 0 || to >= len(k.ids) {
		return 0, false
	}
	k.at = to
	return k.ids[to], true
}

// stepLink goes to the next or previous event, in time, that the selected one
// is linked with. Further steps go on through the links of the event at which
// the walk began, and from its last on through the links of that one.
func (w *Window) stepLink(by int) {
	ids := w.Workspace.Selection()
	if len(ids) != 1 {
		return
	}
	if id, ok := w.walk.step(ids[0], by); ok {
		w.goTo(id)
		return
	}
	detail := w.Workspace.Detail()
	if detail == nil {
		return
	}
	w.walk = newLinkWalk(detail)
	if id, ok := w.walk.step(ids[0], by); ok {
		w.goTo(id)
		return
	}
	words := lang.L("No later event is linked with this one.")
	if by < 0 {
		words = lang.L("No earlier event is linked with this one.")
	}
	w.messages.Show(Attention, words)
}
