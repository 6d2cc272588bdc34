package echarts

import (
	"slices"

	ec "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"chancery/charts"
	"chancery/charts/figure"
)

// figures are two columns of texts beside bars.
type figures struct {
	First  []string `json:"first"`
	Second []string `json:"second"`
	Glyphs []string `json:"glyphs,omitempty"` // keys, beside the names
}

// rankingOption has a bar for each row, in the colour of its mean score.
func rankingOption(c *chart, s *charts.Spec) drawing {
	f := &figures{}
	inks := make([]figure.Token, len(s.Categories))
	for i, v := range s.Series[0].Values {
		n, mean := s.Series[1].N[i], s.Series[1].Values[i]
		text := "–"
		if n > 0 {
			text = charts.Points(mean)
		}
		f.First, f.Second = append(f.First, s.ValueText(v)), append(f.Second, text)
		inks[i] = charts.ScoreToken(n, mean)
	}
	c.scores()
	c.Legend.None = slices.Contains(s.Series[1].N, 0)
	c.More = f
	return c.bars(s.Series[0].Values, inks)
}

// sharesOption has a bar for each category.
func sharesOption(c *chart, s *charts.Spec) drawing {
	f := &figures{}
	inks := make([]figure.Token, len(s.Categories))
	for i, v := range s.Series[0].Values {
		f.First, f.Second = append(f.First, charts.Count(int(v))), append(f.Second, charts.Percent(s.Series[1].Values[i]))
		f.Glyphs = append(f.Glyphs, glyphKey(s.Glyphs[i]))
		inks[i] = figure.CategoryToken(int(s.Glyphs[i]))
	}
	c.More = f
	b := c.bars(s.Series[1].Values, inks)
	marks := make([]opts.CustomData, len(f.Glyphs))
	for i := range marks {
		marks[i].Value = [2]int{0, i}
	}
	b.Overlap(custom("glyphs", marks))
	return b
}

// bars has a bar for each row, as long as its value.
func (c *chart) bars(values []float64, inks []figure.Token) *ec.Bar {
	s := c.spec
	c.Names = s.Categories
	data := make([]opts.BarData, len(values))
	for i, v := range values {
		data[i] = opts.BarData{Value: v, ItemStyle: &opts.ItemStyle{Color: ink(inks[i])}}
		c.point("bars", charts.RowPart, i, 0)
	}
	top, _ := s.Extent()
	b := ec.NewBar()
	b.SetGlobalOptions(common("item")...)
	b.SetGlobalOptions(
		ec.WithXAxisOpts(opts.XAxis{
			Type: "value", Min: 0, Max: top, AxisLabel: &opts.AxisLabel{Show: opts.Bool(false)}, AxisLine: noLine(), SplitLine: noSplit(),
		}),
		names(nil),
	)
	b.SetXAxis(s.Categories)
	b.XYReversal()
	b.AddSeries("", data, ec.WithSeriesId("bars"), ec.WithBarChartOpts(opts.BarChart{BarCategoryGap: "40%"}))
	return b
}

// scores is the legend of the colours of scores.
func (c *chart) scores() {
	c.Legend = &legend{Low: "conflict –10", High: "+10 cooperation", Inks: []string{
		ink(figure.DivergingToken(0)), ink(figure.DivergingToken(1)), ink(figure.Outline),
		ink(figure.DivergingToken(figure.DivergingSteps - 2)), ink(figure.DivergingToken(figure.DivergingSteps - 1)),
	}}
}
