package echarts

import (
	"strconv"

	ec "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"chancery/charts"
	"chancery/charts/figure"
)

// stackedOption has a series of bars for each category, stacked; or of few
// events a glyph for each.
func stackedOption(c *chart, s *charts.Spec) drawing {
	c.Legend = &legend{}
	for i := range s.Series {
		c.Names = append(c.Names, s.Series[i].Name)
		c.Legend.Glyphs = append(c.Legend.Glyphs, glyphKey(s.Glyphs[i]))
	}
	c.binPoints()
	if len(s.Marks) > 0 {
		return c.piles()
	}
	b := ec.NewBar()
	b.SetGlobalOptions(append(common("axis"), c.along(), c.upwards())...)
	b.SetXAxis(c.Bins.Labels)
	for i := range s.Series {
		data := make([]opts.BarData, len(s.Bins))
		for k, v := range s.Series[i].Values {
			data[k].Value = v
			c.point(seriesID(i), charts.BarPart, i, k)
		}
		// Names of series are ours; what they are called is in Names.
		b.AddSeries(seriesID(i), data, ec.WithSeriesId(seriesID(i)), ec.WithBarChartOpts(opts.BarChart{Stack: "all", BarCategoryGap: "14%"}),
			ec.WithItemStyleOpts(opts.ItemStyle{Color: ink(figure.CategoryToken(int(s.Glyphs[i])))}))
	}
	return b
}

func seriesID(i int) string { return "series" + strconv.Itoa(i) }

// piles has the events of each bin one over another: the bin, the place in the
// pile and the index of the category.
func (c *chart) piles() drawing {
	s := c.spec
	piled := make([]int, len(s.Bins))
	highest := 1
	data := make([]opts.CustomData, len(s.Marks))
	for i := range s.Marks {
		b, _ := s.Where(s.Marks[i].Start)
		data[i].Value = [3]int{b, piled[b], categoryOf(&s.Marks[i])}
		piled[b]++
		highest = max(highest, piled[b])
		c.point("marks", charts.MarkPart, i, 0)
	}
	c.More = highest
	d := custom("marks", data)
	d.SetGlobalOptions(append(common("item"), c.along(), ec.WithYAxisOpts(opts.YAxis{
		Type: "value", Min: 0, Max: highest, AxisLabel: &opts.AxisLabel{Show: opts.Bool(false)}, AxisLine: noLine(), SplitLine: noSplit(),
	}))...)
	d.SetXAxis(c.Bins.Labels)
	return d
}

func categoryOf(m *charts.Mark) int { return int(min(m.Category, figure.Other)) }
