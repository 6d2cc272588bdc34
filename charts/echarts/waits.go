package echarts

import (
	ec "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"chancery/charts"
	"chancery/model"
)

// waitsOption has for each pair a box between the quartiles, which are squashed
// days, and a dot for each response: the row, the days, the least and the most
// of them and the index of the category.
func waitsOption(c *chart, s *charts.Spec) drawing {
	c.Names = s.Categories
	f := &figures{}
	boxes := make([]opts.CustomData, len(s.Categories))
	var dots []opts.CustomData
	for i := range s.Categories {
		median, n := s.Series[0].Values[i], s.Series[0].N[i]
		boxes[i].Value = [4]float64{charts.Squash(median), float64(i), charts.Squash(s.Series[1].Values[i]), charts.Squash(s.Series[2].Values[i])}
		f.First, f.Second = append(f.First, "median "+charts.Days(median)), append(f.Second, "of "+charts.Count(n))
		c.point("boxes", charts.RowPart, i, 0)
		for _, k := range s.ShownDelays(i) {
			w := &s.Delays[k]
			dots = append(dots, opts.CustomData{Value: [5]float64{
				charts.Squash(w.Days), float64(i), charts.Squash(w.Least), charts.Squash(w.Most), float64(min(w.Category, model.OtherCategory)),
			}})
			c.point("dots", charts.DelayPart, k, 0)
		}
	}
	c.More = f
	along := c.scaleOf()
	d := custom("boxes", boxes)
	d.SetGlobalOptions(append(common("item"), names(s.Categories), ec.WithXAxisOpts(opts.XAxis{
		Type: "value", Min: along.Low, Max: along.High, AxisLabel: label("--text3"), AxisLine: noLine(), SplitLine: noSplit(),
	}))...)
	d.Overlap(custom("dots", dots))
	return d
}
