package echarts

import (
	"chancery/charts"
	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// A block is what the script reads: the options of the charts, and what their
// drawing functions need besides.
type block struct {
	Charts []chart          `json:"charts"`
	Titles []string         `json:"titles"` // of events
	Dates  []string         `json:"dates"`
	Rows   int              `json:"rows"` // how many of the events are in the table
	Glyphs map[string]paths `json:"glyphs"`
	Order  []string         `json:"order"` // keys of Glyphs by index of category
	AsOf   *asOf            `json:"asOf,omitempty"`
}

type paths struct {
	Name string `json:"name"`
	Path string `json:"path"`
	Cut  string `json:"cut,omitempty"`
}

type asOf struct {
	At    int64  `json:"at"`
	Label string `json:"label"`
}

// A chart is one chart of the block. The script finds its functions by Kind.
type chart struct {
	ID     string         `json:"id"`
	Kind   string         `json:"kind"`
	Option map[string]any `json:"option"`
	Names  []string       `json:"names,omitempty"`
	Marks  *marks         `json:"marks,omitempty"`
	Bins   *bins          `json:"bins,omitempty"`
	Ranks  *ranks         `json:"ranks,omitempty"`
}

func newBlock(p *Page, names eventNames) block {
	b := block{
		Titles: names.Title, Dates: names.Date, Rows: min(len(names.ID), rowLimit),
		Glyphs: make(map[string]paths, figure.GlyphCount),
	}
	for _, g := range glyphs {
		b.Glyphs[g.Key] = paths{Name: g.Name, Path: g.Path, Cut: g.Cut}
		b.Order = append(b.Order, g.Key)
	}
	if p.AsOf != 0 && p.AsOf.Finite() {
		b.AsOf = &asOf{At: drawable(p.AsOf), Label: "As of " + charts.Day.Label(p.AsOf)}
	}
	at := make(map[model.EventID]int, len(names.ID))
	for i, id := range names.ID {
		at[id] = i
	}
	for i := range p.Specs {
		if s := &p.Specs[i]; !s.Empty() && interactive(s) {
			b.Charts = append(b.Charts, newChart(s, at))
		}
	}
	return b
}

// interactive reports whether the script can draw a chart. Others are pictures.
func interactive(s *charts.Spec) bool {
	return len(s.Panels) == 0 && (s.Kind == charts.Timeline || s.Kind == charts.Heat || s.Kind == charts.Ranking)
}

func newChart(s *charts.Spec, at map[model.EventID]int) chart {
	c := chart{ID: "chart-" + s.Key, Kind: s.Kind.String(), Names: s.Categories}
	switch s.Kind {
	case charts.Timeline:
		c.Marks = newMarks(s, at)
		c.Option = timelineOption(s)
	case charts.Heat:
		c.Bins = newBins(s)
		c.Option = heatOption(s)
	case charts.Ranking:
		c.Ranks = newRanks(s)
		c.Option = rankingOption(s)
	}
	return c
}

// reach is the furthest moment from 1970, in seconds, that a browser can date.
const reach = 8_640_000_000_000

// drawable returns a finite t in seconds within what a browser can date.
func drawable(t edtf.Instant) int64 { return max(-reach, min(int64(t), reach)) }
