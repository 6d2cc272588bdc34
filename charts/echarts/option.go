package echarts

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"chancery/charts/figure"
)

// A drawing is a chart of go-echarts, as far as options are made from it.
type drawing interface {
	Validate()
	JSON() map[string]any
}

// option returns the options of a chart. Validate must come first: it puts the
// data of axes where they belong.
func option(d drawing) map[string]any {
	d.Validate()
	o := d.JSON()
	if m, ok := d.(shaded); ok {
		o["visualMap"] = m.visualMap()
	}
	return o
}

// Colours are names of custom properties of the page: its script puts what they
// mean in their place, and does so again when the theme changes.

func ink(t figure.Token) string { return "--" + t.String() }

func label(colour string) *opts.AxisLabel {
	return &opts.AxisLabel{FontSize: 11, Color: colour}
}

func noLine() *opts.AxisLine { return &opts.AxisLine{Show: opts.Bool(false)} }

func noTick() *opts.AxisTick { return &opts.AxisTick{Show: opts.Bool(false)} }

func noSplit() *opts.SplitLine { return &opts.SplitLine{Show: opts.Bool(false)} }

// common are the options that every chart shares. The page has the headings and
// the legends, so charts have none. Its script says where the grid lies.
func common(trigger string) []charts.GlobalOpts {
	return []charts.GlobalOpts{
		charts.WithTitleOpts(opts.Title{Show: opts.Bool(false)}),
		charts.WithLegendOpts(opts.Legend{Show: opts.Bool(false)}),
		charts.WithToolboxOpts(opts.Toolbox{Show: opts.Bool(false)}),
		charts.WithTooltipOpts(opts.Tooltip{Show: opts.Bool(true), Trigger: trigger, BackgroundColor: "--tip", BorderColor: "--tip"}),
		charts.WithAnimation(false),
		charts.WithGridOpts(opts.Grid{}),
	}
}

// names is an axis of names from the top down.
func names(of []string) charts.GlobalOpts {
	return charts.WithYAxisOpts(opts.YAxis{
		Type: "category", Data: of, Inverse: opts.Bool(true), AxisLabel: label("--text"), AxisLine: noLine(), SplitLine: noSplit(),
	})
}

// A shaded drawing has cells, whose third value is the index of their colour.
type shaded struct {
	*charts.HeatMap
	inks []string
}

// visualMap gives cells their colours. The library leaves out a bound that is 0,
// so it is not asked.
func (s shaded) visualMap() []map[string]any {
	pieces := make([]map[string]any, len(s.inks))
	for i, colour := range s.inks {
		pieces[i] = map[string]any{"value": i, "color": colour}
	}
	return []map[string]any{{"type": "piecewise", "show": false, "dimension": 2, "pieces": pieces}}
}

// densities are the colours of the density ramp.
func densities() []string {
	inks := make([]string, figure.SequentialSteps)
	for step := range inks {
		inks[step] = ink(figure.SequentialToken(step))
	}
	return inks
}

// cells adds the series of a heat map.
func cells(c *charts.HeatMap, data []opts.HeatMapData) {
	c.AddSeries("", data, charts.WithSeriesId("cells"), charts.WithItemStyleOpts(opts.ItemStyle{BorderColor: "--surface", BorderWidth: 1}))
}
