package echarts

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
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
	// Moments lie on the axis as local days do, which are laid out as if UTC.
	o["useUTC"] = true
	return o
}

// Colours are names of custom properties of the page: its script puts what they
// mean in their place, and does so again when the theme changes.

func label(colour string) *opts.AxisLabel {
	return &opts.AxisLabel{FontSize: 11, Color: colour}
}

func noLine() *opts.AxisLine { return &opts.AxisLine{Show: opts.Bool(false)} }

func noTick() *opts.AxisTick { return &opts.AxisTick{Show: opts.Bool(false)} }

func noSplit() *opts.SplitLine { return &opts.SplitLine{Show: opts.Bool(false)} }

// common are the options that every chart shares. The page has the headings, so
// charts have none.
func common(grid opts.Grid) []charts.GlobalOpts {
	return []charts.GlobalOpts{
		charts.WithTitleOpts(opts.Title{Show: opts.Bool(false)}),
		charts.WithLegendOpts(opts.Legend{Show: opts.Bool(false)}),
		charts.WithToolboxOpts(opts.Toolbox{Show: opts.Bool(false)}),
		charts.WithTooltipOpts(opts.Tooltip{Show: opts.Bool(true), Trigger: "item", BackgroundColor: "--tip", BorderColor: "--tip"}),
		charts.WithAnimation(false),
		charts.WithGridOpts(grid),
	}
}
