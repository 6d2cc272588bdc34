package echarts

import (
	"slices"

	"chancery/charts"
	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// A block is what the script reads before anything is drawn.
type block struct {
	Lanes   *lanes           `json:"timeline,omitempty"`
	Glyphs  map[string]paths `json:"glyphs"`
	Order   []string         `json:"order"`           // keys of Glyphs by index of category
	Used    []string         `json:"used"`            // keys of those that occur
	Terms   []term           `json:"terms,omitempty"` // of the categories that occur
	Columns int              `json:"columns"`         // of the CSV file in the table
	AsOf    *asOf            `json:"asOf,omitempty"`
}

type paths struct {
	Name  string `json:"name"`
	Short string `json:"short"`
	Path  string `json:"path"`
	Cut   string `json:"cut,omitempty"`
}

// A term is a category as a CSV file names it.
type term struct {
	Term  string `json:"term"`
	Key   string `json:"key"` // of its glyph
	Name  string `json:"name"`
	Short string `json:"short"`
}

type asOf struct {
	At    int64  `json:"at"`
	Label string `json:"label"`
}

func newBlock(p *Page, used []glyph) block {
	b := block{Glyphs: make(map[string]paths, figure.GlyphCount)}
	for i, g := range glyphs {
		b.Glyphs[g.Key] = paths{Name: g.Name, Short: shortName(i), Path: g.Path, Cut: g.Cut}
		b.Order = append(b.Order, g.Key)
	}
	for _, g := range used {
		b.Used = append(b.Used, g.Key)
	}
	if p.AsOf != 0 && p.AsOf.Finite() {
		b.AsOf = &asOf{At: drawable(p.AsOf), Label: "As of " + charts.Day.Label(p.AsOf)}
	}
	if t := timelineOf(p.Specs); t != nil {
		b.Lanes = newLanes(p, t)
	}
	b.Terms = termsOf(p.Events)
	return b
}

// termsOf returns the categories of the events, in the order of legends.
func termsOf(events []model.Event) []term {
	var keys []string
	seen := map[string]bool{}
	for i := range events {
		if key := events[i].Category; !seen[key] {
			seen[key] = true
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	terms := make([]term, len(keys))
	for i, key := range keys {
		c := model.CategoryNamed(key)
		terms[i] = term{Term: c.Term, Key: glyphKey(c.Index), Name: c.Name, Short: c.Short}
	}
	return terms
}

// reach is the furthest moment from 1970, in seconds, that a browser can date.
const reach = 8_640_000_000_000

// drawable returns a finite t in seconds within what a browser can date.
func drawable(t edtf.Instant) int64 { return max(-reach, min(int64(t), reach)) }
