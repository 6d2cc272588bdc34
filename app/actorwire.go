package app

import (
	"cmp"
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"chancery/charts"
	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/cameo"
)

// wireActors turns what is done in the view of actors into what it means.
func (w *Window) wireActors() {
	v := w.actors
	v.OnChange = w.showStatus
	v.OnError = func(err error) { w.messages.Show(Failure, sentence(err)) }
	v.OnMenu = func(over fyne.CanvasObject, items []*fyne.MenuItem) { w.popUnder(over, items...) }
	v.Stretch = func() (from, to int64) { return int64(w.timeline.view.From()), int64(w.timeline.view.To()) }
	v.OnPair = func(fyne.CanvasObject) {
		w.askActor(lang.L("With whom"), func(name string) { v.Choose(charts.Subject{Actor: v.subject.Actor, With: name}) })
	}
	v.OnCompare = func(fyne.CanvasObject) {
		w.askActor(lang.L("Compare with"), func(name string) {
			v.beside = []charts.Subject{{Actor: name, With: v.subject.With}}
			v.rebuild()
		})
	}
	v.OnScale = w.editScores
	v.Head.Timeline.OnTapped = func() { w.showSubject(v.subject) }
	v.Head.Export.OnTapped = func() { w.popUnder(v.Head.Export, w.chartExports()...) }
	for _, c := range v.Board.cards {
		c.OnPoint, c.OnOpen = w.pointChart, w.openDatum
		c.OnMenu = func() { w.popUnder(c.Menu, w.chartItems(c)...) }
		c.OnFocus = func() { v.Board.Reveal(c) }
		c.Menu.OnHover = w.tips.Over
		c.Menu.OnTapped = c.OnMenu
	}
	for _, b := range []*Button{v.Head.Timeline, v.Head.Export} {
		b.OnHover = w.tips.Over
	}
}

// showSubject shows the events of an actor or a pair on the timeline.
func (w *Window) showSubject(s charts.Subject) {
	w.refilter(func(f *model.Filter) {
		f.Actors, f.AllActors = []string{s.Actor}, false
		if s.With != "" {
			f.Actors, f.AllActors = append(f.Actors, s.With), true
		}
	})
	w.showView(viewTimeline)
	w.timeline.fit()
}

// pointChart shows what a datum is beside the pointer, and lights it up in all
// charts.
func (w *Window) pointChart(c *chartCard, d charts.Datum, absolute fyne.Position) {
	q, ok := c.spec.QueryOf(d)
	if !ok {
		w.actors.Board.Light(nil)
		w.tips.Show(nil, fyne.Position{})
		return
	}
	w.actors.Board.Light(&q)
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(w.tips.Layer)
	w.tips.Show(w.datumLines(c.spec, d), absolute.Subtract(origin).AddXY(12, 12))
}

// datumLines are the words of a datum as a tooltip.
func (w *Window) datumLines(s *charts.Spec, d charts.Datum) []TipLine {
	words := s.Words(d)
	lines := []TipLine{{Words: words.Head, Right: words.Count, Bold: true}}
	for _, row := range words.Rows {
		lines = append(lines, TipLine{Words: row[0], Right: row[1]})
	}
	var wanted []model.EventID
	for _, id := range words.Events {
		if label, ok := w.Workspace.LabelOf(id); ok {
			lines = append(lines, TipLine{Words: label.Title})
		} else {
			wanted = append(wanted, id)
		}
	}
	if len(wanted) > 0 {
		w.Workspace.Want(wanted)
	}
	return lines
}

// openDatum opens what a datum stands for: its events or, where not all rows
// are shown, all of them.
func (w *Window) openDatum(c *chartCard, d charts.Datum) {
	v := w.actors
	if d.Part == charts.MorePart {
		look := v.looks[c.spec.Key]
		look.all = true
		v.looks[c.spec.Key] = look
		v.rebuild()
		return
	}
	q, ok := c.spec.QueryOf(d)
	if !ok {
		return
	}
	rows := q.Rows(v.data.Data)
	ids := make([]model.EventID, len(rows))
	for i, row := range rows {
		ids[i] = v.data.Columns.ID[row]
	}
	words := c.spec.Words(d)
	w.showEvents(words.Head, ids, w.otherCharts(q)...)
}

// otherCharts are buttons to the charts of whom a query is about, when those
// are not shown already.
func (w *Window) otherCharts(q charts.Query) []fyne.CanvasObject {
	s := charts.Subject{Actor: q.Actor, With: q.With}
	if s.With == "" && q.Also != "" && q.Also != s.Actor {
		s.With = q.Also
	}
	if s.Actor == "" || s == w.actors.subject {
		return nil
	}
	return []fyne.CanvasObject{NewButton("actors", lang.L("Charts of {{.Name}}", map[string]any{"Name": s.String()}), func() {
		w.closeSheet()
		w.showView(viewActors)
		w.actors.Choose(s)
	})}
}

// askActor asks for one other actor.
func (w *Window) askActor(title string, chosen func(name string)) {
	c, tree := w.actors.data.Columns, w.actors.data.tree
	if c == nil {
		return
	}
	var choices []choice
	for i := range c.Actors {
		if a := &c.Actors[i]; tree.Nodes[i].All > 0 && a.Name != w.actors.subject.Actor {
			choices = append(choices, choice{Key: a.Name, Words: a.Name, Also: searchedNames(a), Count: tree.Nodes[i].All})
		}
	}
	slices.SortStableFunc(choices, func(a, b choice) int { return cmp.Compare(b.Count, a.Count) })
	w.pick(title, choices, nil, func(names []string) {
		if len(names) > 0 {
			w.closeSheet()
			chosen(names[len(names)-1])
		}
	})
}

// askScale asks for a table of scores.
func (w *Window) askScale(set func(*cameo.Scale)) {
	w.askPath(lang.L("Scores of codes"), lang.L("Read"), "", ".csv", false, func(path string) {
		file, err := os.Open(path)
		if err != nil {
			w.messages.Show(Failure, sentence(err))
			return
		}
		defer file.Close()
		scale, err := cameo.ReadScale(strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)), file)
		if err != nil {
			w.messages.Show(Failure, sentence(err))
			return
		}
		w.keepScores(scale)
		set(&scale)
	})
}

// chartItems are the menu of a chart.
func (w *Window) chartItems(c *chartCard) []*fyne.MenuItem {
	items := w.actors.lookItems(c.spec)
	if len(items) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	items = append(items, fyne.NewMenuItem(lang.L("The numbers…"), func() { w.showNumbers(c.spec) }))
	if w.options.ExportChart != nil {
		items = append(items, fyne.NewMenuItem(lang.L("Save as a web page…"), func() {
			w.chooseExport(".html", w.options.ExportChart(w.Workspace, w.actors.data.Data, *c.spec, append([]charts.Subject{w.actors.subject}, w.actors.beside...)))
		}))
	}
	for _, f := range chartFormats {
		items = append(items, fyne.NewMenuItem(lang.L("Save as {{.Format}}…", map[string]any{"Format": f.name}), func() {
			w.chooseExport(f.extension, func(_ context.Context, out io.Writer) error {
				return f.write(out, w.faces, c.spec)
			})
		}))
	}
	return items
}

// chartExports are the ways in which all charts can be written to a file.
func (w *Window) chartExports() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	if w.options.ExportHTML != nil {
		items = append(items, fyne.NewMenuItem(lang.L("Report as a web page…"), func() {
			w.chooseExport(".html", w.options.ExportHTML(w.Workspace, w.thisView("")))
		}))
	}
	return append(items, fyne.NewMenuItem(lang.L("All charts as PDF…"), func() {
		specs := w.actors.Board.specs()
		faces := w.faces
		w.chooseExport(".pdf", func(_ context.Context, out io.Writer) error {
			return figure.WritePDF(out, figure.PDFOptions{Title: w.actors.subject.String(), Faces: faces}, chartPages(faces, specs)...)
		})
	}))
}
