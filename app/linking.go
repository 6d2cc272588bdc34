package app

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"chancery/app/workspace"
	"chancery/charts/figure"
	"chancery/model"
)

// linkKinds are the kinds of links in the order of the form.
var linkKinds = []model.LinkKind{model.ResponseTo, model.Follows, model.PartOf, model.Supersedes, model.DeadlineOf}

// linkVerb says what an event does to the one that it is linked to.
func linkVerb(k model.LinkKind) string {
	switch k {
	case model.Follows:
		return lang.L("follows")
	case model.PartOf:
		return lang.L("is part of")
	case model.Supersedes:
		return lang.L("supersedes")
	case model.DeadlineOf:
		return lang.L("is a deadline of")
	}
	return lang.L("responds to")
}

// linkSentence says what a link means: “A” responds to “B”.
func linkSentence(from string, kind model.LinkKind, to string) string {
	return "“" + from + "” " + linkVerb(kind) + " “" + to + "”."
}

// A linkForm asks for the event that another is to be linked with, and how.
type linkForm struct {
	Object fyne.CanvasObject

	event   model.Event
	kind    *Segments
	back    *tick // the link runs from the other event to this one
	search  *field
	list    *eventList
	target  *workspace.Found
	summary *fyne.Container
	done    *Button
	linked  []workspace.Linked // that the event is linked with already
}

const linkFormWidth = 560

// linkSelected asks for an event to link the selected one with.
func (w *Window) linkSelected() {
	d := w.Workspace.Detail()
	if d == nil {
		w.messages.Show(Attention, lang.L("Select one event to link it with another."))
		return
	}
	if !w.writable() {
		return
	}
	w.askLink(d, nil, 0, false)
}

// askLink opens the form for the event of a detail, with what is known already.
func (w *Window) askLink(d *workspace.Detail, target *workspace.Found, kind int, back bool) {
	done := newMain("link", lang.L("Link"), nil)
	f := newLinkForm(d, w.details.painter, kind, back, done)
	find := func(words string) { w.Workspace.Find(strings.TrimSpace(words), d.Event.ID, f.offer) }
	f.search.OnChanged = find
	f.search.goDown(f.list)
	f.list.OnRune = func(r rune) {
		w.win.Canvas().Focus(f.search)
		f.search.TypedRune(r)
	}
	accept := func() {
		if done.Disabled() {
			return
		}
		w.closeSheet()
		w.link(f.event, f.target.ID, linkKinds[f.kind.On], f.back.Checked)
	}
	done.OnTapped = accept
	f.search.OnSubmitted = func(string) {
		if !done.Disabled() {
			accept()
			return
		}
		f.list.choose()
	}
	onPlot := NewButton("", lang.L("Choose it on the timeline"), func() {
		w.closeSheet()
		w.pickOnTimeline(d, f)
	})
	w.showSheet(&Sheet{
		Title: lang.L("Link to…"),
		Body:  inset(f.Object, sheetMargin),
		Left:  []fyne.CanvasObject{onPlot},
		Right: []fyne.CanvasObject{w.closeButton(cancelWord()), done},
		Least: fyne.NewSize(linkFormWidth+2*sheetMargin, 640),
	})
	w.win.Canvas().Focus(f.search)
	if target != nil {
		f.offer([]workspace.Found{*target})
		f.list.choose()
		return
	}
	find("")
}

func newLinkForm(d *workspace.Detail, painter *figure.Painter, kind int, back bool, done *Button) *linkForm {
	f := &linkForm{event: d.Event, linked: d.Links, done: done, summary: container.NewVBox()}
	verbs := make([]string, 0, len(linkKinds))
	for _, k := range linkKinds {
		verbs = append(verbs, linkVerb(k))
	}
	f.kind = newChoices(verbs, kind, f.sum)
	f.back = newTick(lang.L("The other way round: the link runs from the event below"), back, func(bool) { f.sum() })
	f.search = newField(lang.L("Search titles, actors, sources"))
	f.list = newEventList(painter)
	f.list.OnEvent = func(e workspace.Found) {
		f.target = &e
		f.sum()
	}
	head := container.NewVBox(
		newParagraphStyled(d.Event.Title, linkFormWidth, sizeBody, figure.Text, fyne.TextStyle{Bold: true}),
		newParagraph(fullDate(d.Event.Start, d.Event.End), linkFormWidth, sizeLabel, figure.Text2),
		container.NewHBox(f.kind), f.back, f.search,
	)
	f.Object = container.New(layout.NewBorderLayout(head, f.summary, nil, nil), head, f.list, f.summary)
	f.sum()
	return f
}

// offer lists events to link with, all but the event itself. The one that was
// chosen stays so while it is listed.
func (f *linkForm) offer(events []workspace.Found) {
	events = slices.DeleteFunc(events, func(e workspace.Found) bool { return e.ID == f.event.ID })
	if f.target != nil && !slices.ContainsFunc(events, func(e workspace.Found) bool { return e.ID == f.target.ID }) {
		f.target, f.list.chosen = nil, 0
		f.sum()
	}
	f.list.Set(events)
}

// sum says under the list what link would be made.
func (f *linkForm) sum() {
	f.done.SetEnabled(false)
	words, token := lang.L("Choose the event to link with."), figure.Text3
	if f.target != nil {
		kind := linkKinds[f.kind.On]
		from, to := f.event.Title, f.target.Label.Title
		if f.back.Checked {
			from, to = to, from
		}
		words, token = linkSentence(from, kind, to), figure.OK
		same := func(l workspace.Linked) bool {
			return l.ID == f.target.ID && l.Kind == kind && l.Outgoing != f.back.Checked
		}
		if slices.ContainsFunc(f.linked, same) {
			words, token = words+" "+lang.L("They are linked so already."), figure.Warn
		} else {
			f.done.SetEnabled(true)
		}
	}
	f.summary.Objects = []fyne.CanvasObject{newParagraph(words, linkFormWidth, sizeLabel, token)}
	f.summary.Refresh()
}

// pickOnTimeline lets the target of a link be clicked, and goes back to the form.
func (w *Window) pickOnTimeline(d *workspace.Detail, f *linkForm) {
	w.messages.Show(Attention, lang.L("Click the event to link “{{.Title}}” with. Esc ends.", map[string]any{"Title": d.Event.Title}))
	kind, back := f.kind.On, f.back.Checked
	w.timeline.picking = func(id model.EventID) {
		w.messages.Hide()
		target, err := w.Workspace.Archive().Event(context.Background(), id)
		if err != nil {
			w.messages.Show(Failure, sentence(err))
			return
		}
		w.askLink(d, &workspace.Found{
			ID: id, Label: model.Label{Title: target.Title, Start: target.Start, End: target.End},
			Category: model.CategoryNamed(target.Category).Index,
		}, kind, back)
	}
	w.focusView()
}

// endPicking gives up choosing on the timeline, and reports whether that was
// under way.
func (w *Window) endPicking() bool {
	was := w.timeline.picking != nil
	w.timeline.picking = nil
	return was
}

// link makes a link from an event to another, or with back the other way round.
func (w *Window) link(event model.Event, other model.EventID, kind model.LinkKind, back bool) {
	ctx := context.Background()
	target, err := w.Workspace.Archive().Event(ctx, other)
	if err != nil {
		w.messages.Show(Failure, sentence(err))
		return
	}
	from, to := event, target
	if back {
		from, to = target, event
	}
	after := from
	after.Links = append(slices.Clone(from.Links), model.Link{Kind: kind, To: to.Key})
	edit := model.Edit{
		Label:   lang.L("link {{.From}} with {{.To}}", map[string]any{"From": from.Title, "To": to.Title}),
		Changes: []model.Change{{Before: &from, After: &after}},
	}
	w.report(w.Workspace.Do(ctx, edit), linkSentence(from.Title, kind, to.Title), Way{lang.L("Undo"), w.undo})
	w.focusView()
}
