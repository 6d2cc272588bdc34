package echarts

import (
	"slices"

	"chancery/charts"
	"chancery/model"
)

// A chart is one chart that ECharts draws. The script finds its functions by
// Kind.
type chart struct {
	ID     string             `json:"id"`
	Kind   string             `json:"kind"`
	Option map[string]any     `json:"option"`
	Names  []string           `json:"names,omitempty"` // of rows, bars, series or nodes
	Bins   *bins              `json:"bins,omitempty"`
	Scale  *scale             `json:"scale,omitempty"`
	Legend *legend            `json:"legend,omitempty"`
	More   any                `json:"more,omitempty"` // what the functions of its kind alone need
	Points map[string][]point `json:"points"`         // by the ids of series, and "bins" and "rows"

	spec    *charts.Spec
	at      map[model.EventID]int // numbers of the events in the table of the page
	counted func(charts.Query) []model.EventID
}

// A point is a datum as the script knows it: what its tooltip says.
type point struct {
	Head   string      `json:"h"`
	Count  string      `json:"c,omitempty"`
	Rows   [][2]string `json:"r,omitempty"`
	Events []int       `json:"e,omitempty"` // whose titles belong under the head
	Datum  [3]int      `json:"d"`           // Part, I and J of the charts.Datum
	Open   []int       `json:"o,omitempty"` // numbers of the events that it counts, each less the one before
}

// A legend says what colours mean: a ramp between two ends, or a name for each
// series, by which it can be left out.
type legend struct {
	Low    string   `json:"low,omitempty"`
	High   string   `json:"high,omitempty"`
	Inks   []string `json:"inks,omitempty"`   // names of tokens
	Glyphs []string `json:"glyphs,omitempty"` // keys, of each series
	None   bool     `json:"none,omitempty"`   // something has no score
}

// options make the options of each kind of chart but the timeline, which the
// page's own script draws.
var options = map[charts.Kind]func(c *chart, s *charts.Spec) drawing{
	charts.Heat:     heatOption,
	charts.Ranking:  rankingOption,
	charts.Stacked:  stackedOption,
	charts.Scores:   scoresOption,
	charts.Matrix:   matrixOption,
	charts.Network:  networkOption,
	charts.Ladder:   ladderOption,
	charts.Waits:    waitsOption,
	charts.Calendar: calendarOption,
	charts.Shares:   sharesOption,
	charts.Mirror:   mirrorOption,
}

// newChart makes the chart of a spec without panels, which is not empty.
func newChart(p *Page, s *charts.Spec, at map[model.EventID]int) chart {
	c := chart{ID: "chart-" + s.Key, Kind: s.Kind.String(), Points: map[string][]point{}, spec: s, at: at, counted: p.Counted}
	c.Option = option(options[s.Kind](&c, s))
	return c
}

// point adds what a datum of a series says.
func (c *chart) point(series string, part charts.Part, i, j int) {
	d := charts.Datum{Part: part, I: i, J: j}
	w := c.spec.Words(d)
	p := point{Head: w.Head, Count: w.Count, Rows: w.Rows, Datum: [3]int{int(part), i, j}}
	for _, id := range w.Events {
		if n, ok := c.at[id]; ok {
			p.Events = append(p.Events, n)
		}
	}
	if q, ok := c.spec.QueryOf(d); ok && c.counted != nil && c.spec.CountOf(d) != 0 {
		p.Open = c.numbers(c.counted(q))
	}
	c.Points[series] = append(c.Points[series], p)
}

// numbers returns the numbers of those of the events that are on the page, in
// order, each less the one before.
func (c *chart) numbers(ids []model.EventID) []int {
	var numbers []int
	for _, id := range ids {
		if n, ok := c.at[id]; ok {
			numbers = append(numbers, n)
		}
	}
	slices.Sort(numbers)
	for i := len(numbers) - 1; i > 0; i-- {
		numbers[i] -= numbers[i-1]
	}
	return numbers
}

// rows adds what the names of rows say.
func (c *chart) rows() {
	c.Names = c.spec.Categories
	for i := range c.spec.Categories {
		c.point("rows", charts.RowPart, i, 0)
	}
}
