package echarts

import (
	"math"

	ec "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"chancery/charts"
	"chancery/charts/figure"
)

// bins are the columns of a heat chart: what they are called, what the axis
// writes where a larger period begins, and the peak of the chart.
type bins struct {
	Labels []string `json:"labels"`
	Ticks  []string `json:"ticks"`
	Peak   float64  `json:"peak"`
	Steps  []int    `json:"steps"` // the least count of each step of the ramp
}

func newBins(s *charts.Spec) *bins {
	b := &bins{Peak: peakOf(s), Steps: heatSteps(peakOf(s))}
	for i := range s.Bins {
		b.Labels = append(b.Labels, s.Bins[i].Label)
		b.Ticks = append(b.Ticks, s.Bins[i].Tick)
	}
	return b
}

// peakOf returns the highest value of a chart, at least 1.
func peakOf(s *charts.Spec) float64 {
	peak := 1.0
	for i := range s.Series {
		for _, v := range s.Series[i].Values {
			peak = max(peak, v)
		}
	}
	return peak
}

// heatSteps returns for each step of the ramp that some whole number up to the
// peak reaches, the least of them; a step that none reaches is left at 0.
func heatSteps(peak float64) []int {
	least := make([]int, figure.SequentialSteps)
	for step := figure.SequentialSteps - 1; step > 0; step-- {
		v := math.Floor(peak*math.Pow(float64(step-1)/(figure.SequentialSteps-1), 2)) + 1
		if charts.DensityStep(v, peak) == step {
			least[step] = int(v)
		}
	}
	return least
}

func heatOption(s *charts.Spec) map[string]any {
	var cells []opts.HeatMapData
	peak := peakOf(s)
	for y := range s.Series {
		for x, v := range s.Series[y].Values {
			cells = append(cells, opts.HeatMapData{Value: [4]float64{float64(x), float64(y), float64(charts.DensityStep(v, peak)), v}})
		}
	}
	labels := newBins(s).Labels
	c := ec.NewHeatMap()
	c.SetGlobalOptions(common(opts.Grid{Left: "168", Right: "8", Top: "4", Bottom: "24"})...)
	c.SetGlobalOptions(
		ec.WithXAxisOpts(opts.XAxis{
			Type: "category", Data: labels, AxisLabel: label("--text2"), AxisTick: noTick(), AxisLine: noLine(), SplitLine: noSplit(),
		}),
		ec.WithYAxisOpts(opts.YAxis{
			Type: "category", Data: s.Categories, Inverse: opts.Bool(true), AxisLabel: label("--text"), AxisLine: noLine(), SplitLine: noSplit(),
		}),
	)
	c.AddSeries("events", cells, ec.WithSeriesId("events"),
		ec.WithItemStyleOpts(opts.ItemStyle{BorderColor: "--surface", BorderWidth: 1}))
	o := option(c)
	// The library leaves out a bound that is 0, so the steps are put in here.
	pieces := make([]map[string]any, figure.SequentialSteps)
	for step := range pieces {
		pieces[step] = map[string]any{"value": step, "color": "--" + figure.SequentialToken(step).String()}
	}
	o["visualMap"] = []map[string]any{{"type": "piecewise", "show": false, "dimension": 2, "pieces": pieces}}
	return o
}
