//go:build browser

package echarts_test

import (
	"testing"

	"chancery/charts"
	"chancery/charts/echarts"
	"chancery/model"
)

// hostileActors are events of actors whose names, titles and categories are
// hostile.
func hostileActors() []model.Event {
	events := someEvents(60)
	names := map[string]string{"Aldoria": "Aldoria", "Bravenmark": "Bravenmark", "Cestria": "Cestria"}
	for i, e := range events {
		for k, p := range e.Actors {
			if names[p.Actor] == "" {
				names[p.Actor] = hostile[len(names)-3]
			}
			events[i].Actors[k].Actor = names[p.Actor]
		}
		events[i].Title, events[i].Key = hostile[i%len(hostile)], e.Key
		if e.Category == "rumour" {
			events[i].Category = hostile[3]
		}
	}
	return events
}

// Every kind is painted, in both themes and as wide as a telephone, without a
// complaint, and says what it shows.
func TestBrowserPaintsEveryKind(t *testing.T) {
	tab := newTab(t)
	events := someEvents(120)
	specs := specsOfEveryKind(t, events, "plain", "pair", "few")
	page := echarts.Page{Title: "Charts", Specs: specs, Events: events, CSV: fileOf(events)}
	for _, theme := range []string{"light", "dark"} {
		tab.must(tab.Media(tab.ctx, "screen", theme))
		tab.load(page)
		var blank []string
		tab.eval(`[...document.querySelectorAll('.chart')].filter(box => box.querySelectorAll('svg path, svg rect, canvas').length < 2).map(box => box.id)`, &blank)
		if len(blank) > 0 {
			t.Errorf("%s: nothing is painted in %q", theme, blank)
		}
	}
	tab.showTips()
	shown := tab.texts("pre.shown")
	for _, want := range []string{"Aldoria", "Cestria", "Event 7", "Mean score"} {
		if !has(shown, want) {
			t.Errorf("no tooltip says %q", want)
		}
	}
	tab.eval(`document.querySelectorAll('pre.shown').forEach(e => e.remove())`, nil)
	tab.must(tab.Size(tab.ctx, 400, 800))
	tab.frame()
	tab.frame()
	var wide int
	tab.eval(`document.documentElement.scrollWidth`, &wide)
	if wide > 400 {
		t.Errorf("on a telephone the page is %d wide", wide)
	}
}

// Hostile names stay text in every kind of chart.
func TestBrowserHostileTextInEveryKind(t *testing.T) {
	tab := newTab(t)
	events := hostileActors()
	tab.load(echarts.Page{Title: hostile[0], Specs: specsOfEveryKind(t, events, "plain"), Events: events, CSV: fileOf(events)})
	tab.showTips()
	if got := tab.texts("title")[0]; got != hostile[0] {
		t.Errorf("the page is called %q", got)
	}
	shown := tab.texts("pre.shown")
	for _, text := range hostile[:4] {
		if !has(shown, text) {
			t.Errorf("no tooltip says %q", text)
		}
	}
	var elements int
	tab.eval(`document.querySelectorAll('.chart script, .chart img, .chart a, .chart foreignObject, .legend script, .legend img, td img, th img, .picture script').length`, &elements)
	if elements > 0 {
		t.Errorf("%d elements that hostile text made", elements)
	}
}

// axe finds nothing serious on a page of every kind, in either theme.
func TestBrowserEveryKindIsAccessible(t *testing.T) {
	tab := newTab(t)
	events := someEvents(60)
	page := echarts.Page{Title: "Charts", Specs: specsOfEveryKind(t, events, "pair"), Events: events[:10], CSV: fileOf(events[:10])}
	for _, theme := range []string{"light", "dark"} {
		tab.must(tab.Media(tab.ctx, "screen", theme))
		tab.load(page)
		tab.axe(theme)
	}
}

// A legend leaves a category out, and the time is zoomed by buttons.
func TestBrowserLegendAndZoom(t *testing.T) {
	tab := newTab(t)
	events := someEvents(200)
	specs := specsOfEveryKind(t, events, "plain")
	for i := range specs {
		if specs[i].Key == "plain-activity" {
			tab.load(echarts.Page{Title: "Activity", Specs: specs[i : i+1], Events: events})
		}
	}
	bars := func() (n int) {
		tab.eval(`(() => { const c = echarts.getInstanceByDom(document.querySelector('.chart')); return c.getModel().getSeriesByType('bar').length; })()`, &n)
		return n
	}
	all := bars()
	tab.eval(`document.querySelector('.legend button').click()`, nil)
	tab.frame()
	var pressed string
	tab.eval(`document.querySelector('.legend button').getAttribute('aria-pressed')`, &pressed)
	if got := bars(); got != all || pressed != "false" {
		t.Errorf("%d series and a button that is pressed: %s", got, pressed)
	}
	var hidden bool
	tab.eval(`echarts.getInstanceByDom(document.querySelector('.chart')).getOption().legend[0].selected.series0 === false`, &hidden)
	if !hidden {
		t.Error("the category is not left out")
	}
	tab.click("Zoom in")
	var span float64
	tab.eval(`(() => { const z = echarts.getInstanceByDom(document.querySelector('.chart')).getOption().dataZoom[0]; return z.end - z.start; })()`, &span)
	if span < 45 || span > 55 {
		t.Errorf("%v percent of the time are in view, want half", span)
	}
}

// A click on a datum lists the events that it counts, and so does Enter.
func TestBrowserListsWhatADatumCounts(t *testing.T) {
	tab := newTab(t)
	events := someEvents(120)
	specs := specsOfEveryKind(t, events, "plain")
	d := charts.Data{Columns: columnsOf(events)}
	for i := range specs {
		if specs[i].Key != "plain-shares" {
			continue
		}
		s := &specs[i]
		tab.load(echarts.Page{Title: "Shares", Specs: specs[i : i+1], Events: events, CSV: fileOf(events), Counted: func(q charts.Query) []model.EventID {
			var ids []model.EventID
			for _, row := range q.Rows(d) {
				ids = append(ids, d.Columns.ID[row])
			}
			return ids
		}})
		tab.eval(`(() => { const box = document.querySelector('.chart'); box.focus(); for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) box.dispatchEvent(new KeyboardEvent('keydown', {key})); })()`, nil)
		tab.frame()
		if got, want := len(tab.texts("table.events tbody tr:not([hidden])")), s.CountOf(charts.Datum{Part: charts.RowPart, I: 1}); got != want {
			t.Errorf("%d events are listed, want %d", got, want)
		}
		if got := tab.texts("#events-of b"); len(got) != 1 || got[0] != s.Categories[1] {
			t.Errorf("they are said to be of %q, want %q", got, s.Categories[1])
		}
		tab.click("Show all events")
		if got := len(tab.texts("table.events tbody tr:not([hidden])")); got != len(events) {
			t.Errorf("%d events are listed, want all", got)
		}
	}
}
