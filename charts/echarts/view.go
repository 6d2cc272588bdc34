package echarts

import (
	"encoding/json"
	"fmt"
	"html/template"
	"strings"

	"chancery/assets"
	"chancery/charts"
	"chancery/charts/figure"
	"chancery/model"
)

// A view is a Page made ready for the template.
type view struct {
	Page       *Page
	Policy     string // Content-Security-Policy
	Style      template.CSS
	Library    template.JS
	Script     template.JS
	Data       template.JS // what the script reads
	Glyphs     []glyph     // of the categories that occur
	Sections   []section
	Listing    listing
	Provenance string
}

// A section is a chart on the page.
type section struct {
	charts.Spec
	Picture template.HTML
	Rows    []tableRow
}

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
	l, names, err := list(p.Events)
	if err != nil {
		return nil, fmt.Errorf("events of the page: %w", err)
	}
	block, err := json.Marshal(newBlock(p, names))
	if err != nil {
		return nil, fmt.Errorf("charts of the page: %w", err)
	}
	v := &view{
		Page:    p,
		Policy:  pageShell().policy,
		Style:   pageShell().style,
		Library: template.JS(assets.ECharts),
		Script:  template.JS(pageShell().script),
		Data:    template.JS(block),
		Listing: l,
		Glyphs:  usedGlyphs(p, &l),
	}
	for i := range p.Specs {
		s := section{Spec: p.Specs[i], Rows: tableRows(&p.Specs[i])}
		switch {
		case s.Kind == charts.Timeline:
			s.Picture = p.Picture
		case !interactive(&p.Specs[i]) && !s.Empty():
			if s.Picture, err = pictureOf(&p.Specs[i]); err != nil {
				return nil, fmt.Errorf("chart %s: %w", s.Key, err)
			}
		}
		v.Sections = append(v.Sections, s)
	}
	v.Provenance = provenance(p)
	return v, nil
}

// provenance says where the page comes from and that it is whole.
func provenance(p *Page) string {
	var parts []string
	if p.Filter != "" {
		parts = append(parts, "Filters: "+strings.TrimSuffix(p.Filter, ".")+".")
	} else {
		parts = append(parts, "No filters: every event is here.")
	}
	if p.AsOf != 0 {
		parts = append(parts, "As of "+charts.Day.Label(p.AsOf)+".")
	}
	if !p.Generated.IsZero() {
		parts = append(parts, "Exported "+p.Generated.UTC().Format("2 Jan 2006 15:04")+" UTC.")
	}
	return strings.Join(append(parts, "This page is a single file and loads nothing from the network."), " ")
}

// tableRows lays out a chart's table. The cells of a heat chart are shaded and
// the first number of a ranking has a bar, so that both can be read without a
// script.
func tableRows(s *charts.Spec) []tableRow {
	rows := make([]tableRow, len(s.Table.Rows))
	peak := peakOf(s)
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
				c.Step = heatStep(s.Series[k].Values[bin], peak)
			case s.Kind == charts.Ranking && k == 0:
				c.Share = 100 * s.Series[0].Values[i] / peak
			}
			rows[i].Cells = append(rows[i].Cells, c)
		}
	}
	return rows
}

// usedGlyphs returns the categories that occur in charts or in the listing, in
// the order of legends.
func usedGlyphs(p *Page, l *listing) []glyph {
	var used [figure.GlyphCount]bool
	for i := range p.Specs {
		for _, m := range p.Specs[i].Marks {
			used[min(m.Category, model.OtherCategory)] = true
		}
	}
	for i := range l.Rows {
		used[min(l.Rows[i].Category.Index, model.OtherCategory)] = true
	}
	var some []glyph
	for i, g := range glyphs {
		if used[i] {
			some = append(some, g)
		}
	}
	return some
}
