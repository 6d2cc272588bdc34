package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"chancery/app/scene"
	"chancery/app/workspace"
	"chancery/model"
)

// trace lights up the whole chain of links that led to the selected event, or
// that it led to.
func (w *Window) trace(back bool) {
	ids := w.Workspace.Selection()
	if len(ids) != 1 {
		w.messages.Show(Attention, lang.L("Select one event to trace its links."))
		return
	}
	w.Workspace.Trace(ids[0], back, func(chain workspace.Trace) {
		if len(chain.IDs) < 2 {
			words := lang.L("Nothing is linked as what came of this event.")
			if back {
				words = lang.L("Nothing is linked as what led to this event.")
			}
			w.messages.Show(Attention, words)
			return
		}
		w.timeline.traced = &chain
		w.timeline.grown.links.begin(linksTime, w.timeline.invalidate)
		w.timeline.invalidate()
		w.messages.Show(Done, traceWords(&chain), Way{lang.L("Show all of it"), w.fitTrace},
			Way{lang.L("End the trace"), func() { w.endTrace() }})
	})
}

func traceWords(chain *workspace.Trace) string {
	n := len(chain.IDs) - 1
	if chain.Back {
		return lang.N("{{.Count}} events led to this one.", n, map[string]any{"Count": n})
	}
	return lang.N("{{.Count}} events came of this one.", n, map[string]any{"Count": n})
}

// fitTrace shows every event of the chain.
func (w *Window) fitTrace() {
	t := w.timeline
	if t.traced == nil {
		return
	}
	columns := w.Workspace.Columns()
	if from, to, ok := columns.Extent(columns.RowsOf(t.traced.IDs)); ok {
		t.showPeriod(from, to)
	}
}

// endTrace puts out the chain and reports whether there was one.
func (w *Window) endTrace() bool {
	was := w.timeline.traced != nil
	w.timeline.traced = nil
	if was {
		w.timeline.invalidate()
	}
	return was
}

// tracedEvents returns the events of the chain that is lit up, none for no
// chain.
func (t *timeline) tracedEvents() []model.EventID {
	if t.traced == nil {
		return nil
	}
	return t.traced.IDs
}

// sceneLinks returns ties as the scene draws them.
func sceneLinks(ties []workspace.Tie) []scene.Link {
	links := make([]scene.Link, 0, len(ties))
	for _, tie := range ties {
		links = append(links, scene.Link{Cause: tie.Cause, Response: tie.Response, Kind: tie.Kind})
	}
	return links
}

// linkedMost bounds the marks whose links are drawn when all are asked for.
const linkedMost = 400

// allLinks returns the links of the events that the last frame drew, when they
// are to be drawn.
func (t *timeline) allLinks() []scene.Link {
	if !t.linksAll || t.scene == nil {
		return nil
	}
	ids := make([]model.EventID, 0, linkedMost)
	for i := range t.scene.Marks {
		if m := &t.scene.Marks[i]; m.Kind != scene.DotMark && m.Count == 1 && len(ids) < linkedMost {
			ids = append(ids, m.ID)
		}
	}
	return sceneLinks(t.ws.TiesOf(ids))
}

// linkItems returns the choice of whose links are drawn.
func (w *Window) linkItems() []*fyne.MenuItem {
	t := w.timeline
	choose := func(all bool) func() {
		return func() {
			t.linksAll = all
			t.invalidate()
			w.win.SetMainMenu(w.menu())
		}
	}
	return []*fyne.MenuItem{
		checked(lang.L("Of the selection"), !t.linksAll, choose(false)),
		checked(lang.L("Of all that is visible"), t.linksAll, choose(true)),
	}
}
