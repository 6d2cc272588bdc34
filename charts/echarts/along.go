package echarts

import (
	ec "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"chancery/charts"
)

// bins are the divisions of an axis of time: what they are called, and what the
// axis writes where a larger period begins.
type bins struct {
	Labels []string `json:"labels"`
	Ticks  []string `json:"ticks"`
}

// along is an axis of the bins of a chart.
func (c *chart) along() ec.GlobalOpts {
	c.Bins = &bins{}
	for i := range c.spec.Bins {
		c.Bins.Labels = append(c.Bins.Labels, c.spec.Bins[i].Label)
		c.Bins.Ticks = append(c.Bins.Ticks, c.spec.Bins[i].Tick)
	}
	return ec.WithXAxisOpts(opts.XAxis{
		Type: "category", Data: c.Bins.Labels, AxisLabel: label("--text2"), AxisTick: noTick(), AxisLine: noLine(), SplitLine: noSplit(),
	})
}

// binPoints adds what the bins say.
func (c *chart) binPoints() {
	for b := range c.spec.Bins {
		c.point("bins", charts.BinPart, b, 0)
	}
}

// A scale is an axis of values, with what is written at some of them.
type scale struct {
	Values []float64 `json:"values"`
	Texts  []string  `json:"texts"`
}

// upwards is an axis of the values of a chart.
func (c *chart) upwards() ec.GlobalOpts {
	s := c.scaleOf()
	return ec.WithYAxisOpts(opts.YAxis{
		Type: "value", Min: s.Low, Max: s.High, AxisLabel: label("--text3"), AxisLine: noLine(), SplitLine: noSplit(),
	})
}

func (c *chart) scaleOf() charts.Scale {
	s := c.spec.Scale()
	c.Scale = &scale{}
	for _, t := range s.Ticks {
		c.Scale.Values = append(c.Scale.Values, t.Value)
		c.Scale.Texts = append(c.Scale.Texts, t.Text)
	}
	return s
}

// custom adds a series that the script draws. It is named by its id.
func custom(id string, data []opts.CustomData) *ec.Custom {
	c := ec.NewCustom()
	c.AddSeries("", data, ec.WithSeriesId(id))
	return c
}
