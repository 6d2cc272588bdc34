package echarts

import (
	ec "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"chancery/charts"
)

// mirrorOption has bars upwards for what the first does to the second and
// downwards for what the second does to the first.
func mirrorOption(c *chart, s *charts.Spec) drawing {
	c.Names = []string{s.Series[0].Name, s.Series[1].Name}
	c.binPoints()
	c.scores()
	b := ec.NewBar()
	b.SetGlobalOptions(append(common("axis"), c.along(), c.upwards())...)
	b.SetXAxis(c.Bins.Labels)
	for side, sign := range [2]float64{1, -1} {
		counts, means := &s.Series[side], &s.Series[2+side]
		data := make([]opts.BarData, len(s.Bins))
		for k, v := range counts.Values {
			c.point(seriesID(side), charts.BarPart, side, k)
			if v == 0 {
				data[k].Value = gap
				continue
			}
			data[k] = opts.BarData{Value: sign * v, ItemStyle: &opts.ItemStyle{Color: ink(charts.ScoreToken(means.N[k], means.Values[k]))}}
		}
		b.AddSeries("", data, ec.WithSeriesId(seriesID(side)), ec.WithBarChartOpts(opts.BarChart{BarGap: "-100%", BarCategoryGap: "14%"}))
	}
	return b
}
