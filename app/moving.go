package app

import (
	"context"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"chancery/app/scene"
	"chancery/model"
	"chancery/model/edtf"
)

// edgeSlop is how near to the end of a bar the pointer takes hold of that end, in
// dp.
const edgeSlop = 8

// A moved is an event that is being dragged to another time, whole or by one end
// of its bar.
type moved struct {
	id         model.EventID
	label      model.Label // as it was
	from       fyne.Position
	start, end bool // which of its dates move
}

// moves reports whether modifier keys ask that a drag moves an event in time:
// Alt, or where the desktop keeps that for its windows, Ctrl and Shift.
func moves(modifiers fyne.KeyModifier) bool {
	const both = fyne.KeyModifierShift
	return modifiers&fyne.KeyModifierAlt != 0 || modifiers&(command|both) == command|both
}

// takeHold begins to move the event of a hit, and reports whether it can be moved.
func (t *timeline) takeHold(hit scene.Hit, at fyne.Position) bool {
	label, known := t.ws.LabelOf(hit.ID)
	if !known || hit.Kind != scene.HitMark {
		return false
	}
	m := &moved{id: hit.ID, label: label, from: at, start: true, end: !label.End.IsZero() && !label.End.IsOpen()}
	for i := range t.scene.Marks {
		if mark := &t.scene.Marks[i]; mark.ID == hit.ID && mark.Bar.W > 3*edgeSlop && at.Y >= mark.Bar.Y && at.Y < mark.Bar.Y+mark.Bar.H {
			m.start = at.X < mark.Bar.X+mark.Bar.W-edgeSlop || !m.end
			m.end = m.end && at.X > mark.Bar.X+edgeSlop
		}
	}
	t.moved = m
	return true
}

// dates returns the dates of what is moved when the pointer is dx dp further on;
// ok is false when they cannot be.
func (t *timeline) movedDates(dx float32) (start, end edtf.Date, ok bool) {
	m := t.moved
	start, end, ok = m.label.Start, m.label.End, true
	seconds := float64(dx) * t.view.Scale
	if m.start {
		start, ok = shifted(start, seconds)
	}
	if ok && m.end {
		end, ok = shifted(end, seconds)
	}
	if ok && !end.IsZero() && !end.IsOpen() {
		ok = end.Bounds().LatestEnd > start.Bounds().EarliestStart
	}
	return start, end, ok
}

// moveTo shows where the event would stand.
func (t *timeline) moveEvent(at fyne.Position) {
	p := t.Region.Plot
	start, end, ok := t.movedDates(at.X - t.moved.from.X)
	p.Trail = moveTrail{On: true, From: t.moved.from, To: fyne.NewPos(at.X, t.moved.from.Y)}
	switch {
	case !ok:
		p.Trail.Words = lang.L("This date is not moved by hand")
	default:
		p.Trail.Words = shortDate(start, end)
		if by := t.movedBy(start, end); by != "" {
			p.Trail.Words += ", " + by
		}
	}
	p.Refresh()
}

// movedBy says how far the event has been moved: "5 days on".
func (t *timeline) movedBy(start, end edtf.Date) string {
	seconds := float64(start.Bounds().EarliestStart - t.moved.label.Start.Bounds().EarliestStart)
	if !t.moved.start {
		seconds = float64(end.Bounds().LatestEnd - t.moved.label.End.Bounds().LatestEnd)
	}
	by := map[string]any{"Length": length(math.Abs(seconds))}
	switch {
	case seconds > 0:
		return lang.L("{{.Length}} on", by)
	case seconds < 0:
		return lang.L("{{.Length}} back", by)
	}
	return ""
}

// drop ends the move, at a place or with nothing changed.
func (t *timeline) drop(at fyne.Position, done bool) {
	m := t.moved
	t.Region.Plot.Trail = moveTrail{}
	if m == nil {
		return
	}
	defer func() { t.moved = nil }()
	start, end, ok := t.movedDates(at.X - m.from.X)
	if done && ok && (start != m.label.Start || end != m.label.End) && t.OnMove != nil {
		t.OnMove(m.id, start, end)
	}
}

// moveInTime gives an event other dates, as one edit.
func (w *Window) moveInTime(id model.EventID, start, end edtf.Date) {
	if !w.writable() {
		return
	}
	ctx := context.Background()
	before, err := w.Workspace.Archive().Event(ctx, id)
	if err != nil {
		w.messages.Show(Failure, sentence(err))
		return
	}
	after := before
	after.Start, after.End = start, end
	// What the source wrote of a date no longer speaks of it.
	if start != before.Start {
		after.StartText = ""
	}
	if end != before.End {
		after.EndText = ""
	}
	edit := model.Edit{
		Label:   lang.L("move {{.Title}}", map[string]any{"Title": before.Title}),
		Changes: []model.Change{{Before: &before, After: &after}},
	}
	w.report(w.Workspace.Do(ctx, edit), lang.L("“{{.Title}}” moved to {{.Date}}.", map[string]any{
		"Title": before.Title, "Date": shortDate(start, end),
	}), Way{lang.L("Undo"), w.undo})
}
