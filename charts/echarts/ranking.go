package echarts

import (
	ec "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"chancery/charts"
)

// ranks are the figures that stand beside the bars, and what each shade rests
// on.
type ranks struct {
	Counts []string `json:"counts"`
	Means  []string `json:"means"`
	Scored []int    `json:"scored"`
}

func newRanks(s *charts.Spec) *ranks {
	r := &ranks{}
	for i, v := range s.Series[0].Values {
		n, mean := scoreOf(s, i)
		text := "–"
		if n > 0 {
			text = charts.Points(mean)
		}
		r.Counts = append(r.Counts, charts.Count(int(v)))
		r.Means = append(r.Means, text)
		r.Scored = append(r.Scored, n)
	}
	return r
}

// scoreOf returns the mean that shades bar i and how many events it rests on.
func scoreOf(s *charts.Spec, i int) (n int, mean float64) {
	if len(s.Series) < 2 || s.Series[1].N[i] == 0 {
		return 0, 0
	}
	return s.Series[1].N[i], s.Series[1].Values[i]
}

func rankingOption(s *charts.Spec) map[string]any {
	bars := make([]opts.BarData, len(s.Categories))
	for i := range bars {
		n, mean := scoreOf(s, i)
		bars[i] = opts.BarData{
			Value:     s.Series[0].Values[i],
			ItemStyle: &opts.ItemStyle{Color: "--" + charts.ScoreToken(n, mean).String()},
		}
	}
	c := ec.NewBar()
	c.SetGlobalOptions(common(opts.Grid{Left: "236", Right: "104", Top: "4", Bottom: "4"})...)
	c.SetGlobalOptions(
		ec.WithXAxisOpts(opts.XAxis{
			Type: "value", Min: 0, AxisLabel: &opts.AxisLabel{Show: opts.Bool(false)}, AxisLine: noLine(), SplitLine: noSplit(),
		}),
		ec.WithYAxisOpts(opts.YAxis{
			Type: "category", Inverse: opts.Bool(true), AxisLabel: label("--text"), AxisLine: noLine(), SplitLine: noSplit(),
		}),
	)
	c.SetXAxis(s.Categories)
	c.XYReversal()
	c.AddSeries("events", bars, ec.WithSeriesId("events"), ec.WithBarChartOpts(opts.BarChart{BarCategoryGap: "40%"}))
	return option(c)
}
