package echarts

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"strings"

	"chancery/charts"
	"chancery/charts/figure"
	"chancery/model"
)

// A view is a Page made ready for the template.
type view struct {
	Page       *Page
	Policy     string // Content-Security-Policy
	Style      template.CSS
	Script     template.JS
	Data       template.JS // what the script reads
	Charts     template.JS // that ECharts draws, squeezed; "" for none
	Marks      template.JS // of the timeline, squeezed; "" for none
	Table      template.JS // the events as text, squeezed; "" for none
	Library    template.JS // ECharts, squeezed; "" where no chart needs it
	View       template.JS // Page.View
	Beside     template.JS // Page.Beside, squeezed; "" for none
	File       *file       // what the reader can save; nil for nothing
	Glyphs     []glyph     // of the categories that occur
	Sections   []section
	Listing    listing
	Provenance []string
}

// A section is a chart on the page. Its boxes are the chart or, of one with
// panels, these.
type section struct {
	charts.Spec
	Picture Picture
	Boxes   []box
}

// A box is where ECharts draws, with its table.
type box struct {
	*charts.Spec
	Panel bool // and so has a heading of its own
	Rows  []tableRow
	CSV   template.URL // its numbers, to be saved, on a page of one chart; else ""
}

// IsNumber reports whether a column of the table holds numbers.
func (b box) IsNumber(column int) bool {
	return column < len(b.Table.Numeric) && b.Table.Numeric[column]
}

// IsTimeline reports whether the section is drawn by the page's own script, with
// tools of its own.
func (s section) IsTimeline() bool { return s.Kind == charts.Timeline }

// A tableRow is a row of a chart's table, with what its cells show besides
// their text.
type tableRow struct {
	Head  string
	Cells []cell
}

// A cell of a chart's table. Step is a step of the density ramp, -1 for none;
// Share is the length of a bar in percent.
type cell struct {
	Text    string
	Numeric bool
	Step    int
	Share   float64
}

func newView(p *Page) (*view, error) {
	sh := pageShell()
	v := &view{Page: p, Policy: sh.policy, Style: sh.style, Script: template.JS(sh.script), Listing: list(p)}
	v.Glyphs = usedGlyphs(p)
	at := make(map[model.EventID]int, len(p.Events))
	for i := range p.Events {
		at[p.Events[i].ID] = i
	}
	for i := range p.Specs {
		s := section{Spec: p.Specs[i], Boxes: boxesOf(&p.Specs[i])}
		switch {
		case s.IsTimeline():
			s.Picture = p.Picture
		case !s.Empty():
			svg, err := pictureOf(&p.Specs[i], func(id model.EventID) string {
				if n, ok := at[id]; ok {
					return p.Events[n].Title
				}
				return ""
			})
			if err != nil {
				return nil, fmt.Errorf("chart %s: %w", s.Key, err)
			}
			s.Picture.SVG = svg
		}
		for k := range s.Boxes {
			if len(p.Specs) == 1 {
				s.Boxes[k].CSV = numbersOf(&s.Boxes[k].Table)
			}
		}
		v.Sections = append(v.Sections, s)
	}
	v.Provenance = provenance(p)
	return v, v.fillBlocks(at)
}

// boxesOf returns the boxes of a chart.
func boxesOf(s *charts.Spec) []box {
	if len(s.Panels) == 0 {
		return []box{{Spec: s, Rows: tableRows(s)}}
	}
	boxes := make([]box, len(s.Panels))
	for i := range s.Panels {
		p := &s.Panels[i]
		boxes[i] = box{Spec: p, Panel: true, Rows: tableRows(p)}
	}
	return boxes
}

// numbersOf returns the address of a table as a CSV file in the page itself.
func numbersOf(t *charts.Table) template.URL {
	var file bytes.Buffer
	if err := t.WriteCSV(&file); err != nil || len(t.Rows) == 0 || file.Len() > linkLimit {
		return "" // a buffer does not fail
	}
	return dataLink(file.Bytes())
}

// fillBlocks fills the data blocks that the script reads; at has the numbers of
// the events.
func (v *view) fillBlocks(at map[model.EventID]int) (err error) {
	p := v.Page
	b := newBlock(p, v.Glyphs)
	if t := timelineOf(p.Specs); t != nil {
		if v.Marks, err = squeezed(packMarks(inOrder(t, at), at)); err != nil {
			return fmt.Errorf("timeline of the page: %w", err)
		}
	}
	if len(p.CSV) > 0 {
		table, columns, err := packTable(bytes.NewReader(p.CSV), []string{dateColumn}, dateCells(p.Events))
		if err != nil {
			return fmt.Errorf("table of the page: %w", err)
		}
		b.Columns = columns
		if v.Table, err = squeezed(table); err != nil {
			return err
		}
		v.File = newFile(p)
	}
	if drawn := v.charts(at); len(drawn) > 0 {
		text, err := json.Marshal(drawn)
		if err != nil {
			return fmt.Errorf("charts of the page: %w", err)
		}
		if v.Charts, err = squeezed(text); err != nil {
			return err
		}
		if v.Library, err = library(); err != nil {
			return err
		}
	}
	if len(p.Beside) > 0 {
		beside, err := json.Marshal(p.Beside)
		if err != nil {
			return err
		}
		if v.Beside, err = squeezed(beside); err != nil {
			return err
		}
	}
	if len(p.View) > 0 {
		// The view may hold anything that a filter can hold.
		var safe bytes.Buffer
		json.HTMLEscape(&safe, p.View)
		v.View = template.JS(safe.String())
	}
	text, err := json.Marshal(b)
	if err != nil {
		return fmt.Errorf("data of the page: %w", err)
	}
	v.Data = template.JS(text)
	return nil
}

// charts returns the charts that ECharts draws.
func (v *view) charts(at map[model.EventID]int) (drawn []chart) {
	for i := range v.Sections {
		for _, b := range v.Sections[i].Boxes {
			if options[b.Kind] != nil && !b.Empty() {
				drawn = append(drawn, newChart(v.Page, b.Spec, at))
			}
		}
	}
	return drawn
}

// provenance says where the page comes from and that it is whole.
func provenance(p *Page) []string {
	var parts []string
	if p.Filter != "" {
		parts = append(parts, "Filters: "+strings.TrimSuffix(p.Filter, ".")+".")
	} else if len(p.Events) > 0 && p.Total <= len(p.Events) {
		parts = append(parts, "No filters: every event is here.")
	}
	if p.Total > len(p.Events) {
		parts = append(parts, "There are "+charts.Count(p.Total)+" events. The table and the data hold the first "+
			charts.Count(len(p.Events))+" of them; the timeline and the charts count all.")
	}
	if p.AsOf != 0 {
		parts = append(parts, "As of "+charts.Day.Label(p.AsOf)+".")
	}
	if !p.Generated.IsZero() {
		parts = append(parts, "Exported "+p.Generated.UTC().Format("2 Jan 2006 15:04")+" UTC.")
	}
	return append(parts, "This page is a single file and loads nothing from the network.")
}

// tableRows lays out a chart's table. The cells of a heat chart are shaded and
// the first number of a ranking has a bar, so that both can be read without a
// script.
func tableRows(s *charts.Spec) []tableRow {
	rows := make([]tableRow, len(s.Table.Rows))
	peak, _ := s.Extent()
	bin := 0
	for i, texts := range s.Table.Rows {
		rows[i].Head = texts[0]
		// Rows of a heat chart are those bins in which something happened.
		for s.Kind == charts.Heat && s.Bins[bin].Label != texts[0] {
			bin++
		}
		for k, text := range texts[1:] {
			c := cell{Text: text, Numeric: k+1 < len(s.Table.Numeric) && s.Table.Numeric[k+1], Step: -1}
			switch {
			case s.Kind == charts.Heat && k < len(s.Series):
				c.Step = charts.DensityStep(s.Series[k].Values[bin], peak)
			case s.Kind == charts.Ranking && k == 0:
				c.Share = 100 * s.Series[0].Values[i] / peak
			}
			rows[i].Cells = append(rows[i].Cells, c)
		}
	}
	return rows
}

// usedGlyphs returns the categories that occur in charts or among the events, in
// the order of legends.
func usedGlyphs(p *Page) []glyph {
	var used [figure.GlyphCount]bool
	for i := range p.Specs {
		for _, b := range boxesOf(&p.Specs[i]) {
			for _, m := range b.Marks {
				used[min(m.Category, model.OtherCategory)] = true
			}
			for _, g := range b.Glyphs {
				used[min(g, model.OtherCategory)] = true
			}
		}
	}
	for _, t := range termsOf(p.Events) {
		used[min(model.CategoryNamed(t.Term).Index, model.OtherCategory)] = true
	}
	var some []glyph
	for i, g := range glyphs {
		if used[i] {
			some = append(some, g)
		}
	}
	return some
}
