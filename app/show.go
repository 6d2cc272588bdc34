package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"chancery/app/scene"
	"chancery/app/workspace"
	"chancery/model"
)

func (w *Window) wireTimeline() {
	t := w.timeline
	t.OnChange = w.showStatus
	t.OnLeave = w.leave
	t.OnArrange = w.rememberLanes
	t.Region.Heads.OnKey = w.headKey
	t.OnHover = func(_ scene.Hit, lines []TipLine, absolute fyne.Position) {
		origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(w.tips.Layer)
		w.tips.Show(lines, absolute.Subtract(origin).AddXY(12, 12))
	}
	t.Region.Corner.OnTapped = func() { w.popUnder(t.Region.Corner, w.laneItems()...) }
	t.OnEdit, t.OnNew, t.OnMove = w.editEvent, w.newEventAt, w.moveInTime
	t.OnFold, t.OnLimit = w.foldMenu, func() { w.toolbar.PeriodButton.flash(w.later) }
	t.Region.Plot.OnKey = w.plotKey
	t.Region.Plot.OnRune = w.plotRune
	t.Region.Plot.OnMenu = w.plotMenu
	t.Region.Heads.OnMenu = w.headMenu
}

// showSelection shows the selected event in the panel and the table.
func (w *Window) showSelection() {
	ws := w.Workspace
	ids := ws.Selection()
	w.table.Select(ids)
	switch detail := ws.Detail(); {
	case detail != nil:
		if w.details.Detail != detail {
			w.details.Lives = nil
			w.details.ShowEvent(detail, collectionName(ws.Columns(), detail.Event.Collection))
		}
		agreements, _ := ws.Agreements()
		w.details.SetLives(livesOf(agreements, w.timeline.asOf(), detail), w.timeline.asOf())
		if !w.frame.showDetails && !w.detailsShut {
			w.showDetails(true)
			// The panel narrows the plot, perhaps over the event. The view
			// takes the new width when its scene is built.
			w.timeline.current()
			w.timeline.reveal(detail.Event.ID)
		}
	case len(ids) > 1:
		w.showSeveral(ids)
	case len(ids) == 0:
		w.details.ShowWords(lang.L("Select an event to read it here."))
	}
}

// severalListed bounds the events that the panel lists of many that are selected.
const severalListed = 200

// showSeveral sums up several events in the panel and lists them.
func (w *Window) showSeveral(ids []model.EventID) {
	words := severalWords(w.Workspace.Columns(), ids)
	if w.details.Detail == nil && w.details.Empty == words {
		return
	}
	w.details.ShowWords(words)
	w.Workspace.Look(ids[:min(len(ids), severalListed)], func(found []workspace.Found) {
		if w.details.Detail == nil && w.details.Empty == words {
			w.details.ShowList(words, found)
		}
	})
}

// severalWords sums up several events: "4 events, 1 Jul – 22 Aug 2019."
func severalWords(columns *model.Columns, ids []model.EventID) string {
	from, to, ok := columns.Extent(columns.RowsOf(ids))
	if !ok {
		return events(len(ids)) + "."
	}
	return events(len(ids)) + ", " + period(from, to) + "."
}

func collectionName(columns *model.Columns, key string) string {
	for _, c := range columns.Collections {
		if c.Key == key {
			return c.Label()
		}
	}
	return key
}

// showMatches shows how many events a search found, and which is current.
func (w *Window) showMatches() {
	ws := w.Workspace
	field := w.toolbar.Search
	ids, current := ws.Matches()
	partial, why := ws.Partial()
	switch {
	case ws.Query() == "" || ws.Searching():
		field.SetCount("")
	case len(ids) == 0:
		field.SetCount(lang.L("none"))
		w.messages.Show(Attention, nothingFound(ws))
	case current < 0 && partial:
		field.SetCount(lang.L("{{.Count}} so far", map[string]any{"Count": groupDigits(int64(len(ids)))}))
	case current < 0:
		field.SetCount(groupDigits(int64(len(ids))))
	default:
		field.SetCount(lang.L("{{.Current}} of {{.All}}", map[string]any{
			"Current": groupDigits(int64(current + 1)), "All": groupDigits(int64(len(ids))),
		}))
	}
	if partial && why != nil {
		w.messages.Show(Attention, sentence(why))
	}
}

func nothingFound(ws *workspace.Workspace) string {
	words := lang.L("“{{.Query}}” is in no title, actor or source.", map[string]any{"Query": ws.Query()})
	if partial, _ := ws.Partial(); partial {
		return words + " " + lang.L("Not all events are indexed for search yet.")
	}
	if word, n := ws.Nearest(); word != "" {
		words += " " + lang.L("Nearest: {{.Word}} ({{.Count}}).", map[string]any{"Word": word, "Count": n})
	}
	return words
}

// showStatus shows what is in view at the foot of the window.
func (w *Window) showStatus() {
	ws := w.Workspace
	if ws.Archive() == nil {
		w.status.Set([]string{lang.L("No timeline open")}, nil)
		w.toolbar.SetPeriod("–")
		return
	}
	t := w.timeline
	kept, all := ws.Count()
	w.showHeights()
	var left, right []string
	if w.view == viewActors {
		w.status.Set(w.actors.status())
		return
	}
	if t.view.Width > 0 {
		w.toolbar.SetPeriod(length(t.view.Span()))
		left = append(left, period(t.view.From(), t.view.To()))
	}
	if w.view == viewTimeline {
		left = append(left, w.pointerWords())
		if t.scene != nil && t.scene.Unlabelled > 0 {
			right = append(right, lang.N("{{.Count}} labels hidden, zoom in to see them",
				t.scene.Unlabelled, map[string]any{"Count": t.scene.Unlabelled}))
		}
	}
	if n := len(ws.Selection()); n > 0 {
		words := lang.N("{{.Count}} events selected", n, map[string]any{"Count": n})
		if d := ws.Detail(); d != nil && len(d.Links) > 0 {
			words += ", " + lang.N("{{.Count}} linked", len(d.Links), map[string]any{"Count": len(d.Links)})
		}
		right = append(right, words)
	}
	if kept < all {
		right = append(right, keptWords(kept, all))
	} else {
		right = append(right, events(all))
	}
	w.status.Set(left, right)
}

// showHeights says in the filter row how high bars are, where lanes show bars.
func (w *Window) showHeights() {
	words := ""
	if s := w.timeline.scene; s != nil && w.view == viewTimeline && slices.ContainsFunc(s.Lanes, func(b laneBox) bool {
		return b.Level == scene.Bars && !b.Collapsed
	}) {
		words = lang.L("each lane to its own peak")
		if w.timeline.shared {
			words = lang.L("all lanes on one scale")
		}
	}
	w.filters.SetHeights(words)
}

// heightItems returns the choices of how high bars are.
func (w *Window) heightItems() []*fyne.MenuItem {
	choose := func(shared bool) func() {
		return func() {
			w.timeline.shared = shared
			w.timeline.invalidate()
			w.win.SetMainMenu(w.menu())
			w.showHeights()
		}
	}
	return []*fyne.MenuItem{
		checked(lang.L("Each lane to its own peak"), !w.timeline.shared, choose(false)),
		checked(lang.L("All lanes on one scale"), w.timeline.shared, choose(true)),
	}
}

func (w *Window) pointerWords() string {
	t := w.timeline
	if t.pointer == 0 {
		return lang.L("Select an event to read it")
	}
	words := shortWeekday(t.pointer) + " " + day(t.pointer)
	if t.view.Span() > 50*365*daySeconds {
		words = day(t.pointer)
	}
	return lang.L("Pointer: {{.Date}}", map[string]any{"Date": words})
}

func keptWords(kept, all int) string {
	return lang.L("{{.Kept}} of {{.All}} events", map[string]any{
		"Kept": groupDigits(int64(kept)), "All": groupDigits(int64(all)),
	})
}

// showJobs shows the oldest work under way.
func (w *Window) showJobs() {
	jobs := w.Workspace.Jobs().Running()
	if len(jobs) == 0 {
		w.status.SetJob("", 0)
		return
	}
	w.later(jobPoll, w.pollJobs)
}

// pollJobs shows the progress of work that takes long enough to be seen.
func (w *Window) pollJobs() {
	jobs := w.Workspace.Jobs().Running()
	if len(jobs) == 0 {
		return
	}
	share, known := jobs[0].Progress()
	if !known {
		share = -1
	}
	words := jobs[0].Label
	if known {
		words += " " + strings.TrimSpace(percent(share))
	}
	w.status.SetJob(words, share)
	w.later(jobPoll, w.pollJobs)
}
