package echarts

import (
	ec "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"chancery/charts"
	"chancery/charts/figure"
)

// gap is what ECharts takes for no value.
const gap = "-"

// scoresOption has a bar of the mean for each bin and a line along the five-bin
// mean; or cooperation and conflict as bars either way; or of few events each at
// its score.
func scoresOption(c *chart, s *charts.Spec) drawing {
	c.binPoints()
	if len(s.Marks) > 0 {
		d := c.scoreMarks()
		d.SetGlobalOptions(append(common("item"), c.along(), c.upwards())...)
		d.SetXAxis(c.Bins.Labels)
		return d
	}
	b := ec.NewBar()
	b.SetGlobalOptions(append(common("axis"), c.along(), c.upwards())...)
	b.SetXAxis(c.Bins.Labels)
	if s.Separate {
		c.scoreBars(b, 2, func(int, float64) figure.Token { return figure.DivergingToken(figure.DivergingSteps - 2) })
		c.scoreBars(b, 3, func(int, float64) figure.Token { return figure.DivergingToken(1) })
		return b
	}
	c.scoreBars(b, 0, charts.ScoreToken)
	b.Overlap(c.trend())
	return b
}

// scoreBars adds a series as bars from zero.
func (c *chart) scoreBars(b *ec.Bar, series int, colour func(n int, mean float64) figure.Token) {
	x := &c.spec.Series[series]
	data := make([]opts.BarData, len(x.Values))
	for i, v := range x.Values {
		part, at := charts.BarPart, [2]int{series, i}
		if series == 0 {
			part, at = charts.BinPart, [2]int{i, 0}
		}
		c.point(seriesID(series), part, at[0], at[1])
		if x.N[i] == 0 {
			data[i].Value = gap
			continue
		}
		style := &opts.ItemStyle{Color: ink(colour(x.N[i], v))}
		if charts.Thin(x.N[i]) && !c.spec.Separate {
			style.Opacity = opts.Float(0.5)
		}
		data[i] = opts.BarData{Value: v, ItemStyle: style}
	}
	b.AddSeries("", data, ec.WithSeriesId(seriesID(series)), ec.WithBarChartOpts(opts.BarChart{BarGap: "-100%", BarCategoryGap: "14%"}))
}

// trend is the line of the five-bin mean over a casing, broken where it rests on
// too few events. A line of one value is a dot.
func (c *chart) trend() *ec.Line {
	x := &c.spec.Series[1]
	data := make([]opts.LineData, len(x.Values))
	shown := func(i int) bool { return i >= 0 && i < len(x.N) && !charts.Thin(x.N[i]) }
	for i, v := range x.Values {
		data[i] = opts.LineData{Value: gap, Symbol: "none"}
		if shown(i) {
			data[i].Value = v
		}
		if shown(i) && !shown(i-1) && !shown(i+1) {
			data[i].Symbol = "circle"
		}
	}
	l := ec.NewLine()
	for _, stroke := range []struct {
		id, colour string
		width      float32
	}{{"casing", "--surface", 4}, {"trend", "--text", 1.75}} {
		l.AddSeries("", data, ec.WithSeriesId(stroke.id), ec.WithLineStyleOpts(opts.LineStyle{Color: stroke.colour, Width: stroke.width}),
			ec.WithItemStyleOpts(opts.ItemStyle{Color: stroke.colour}),
			ec.WithLineChartOpts(opts.LineChart{Symbol: "none", SymbolSize: 4, ShowSymbol: opts.Bool(true)}))
	}
	return l
}

// scoreMarks has for each event the bin, the part of it, the score and the index
// of its category.
func (c *chart) scoreMarks() *ec.Custom {
	s := c.spec
	data := make([]opts.CustomData, len(s.Marks))
	var stems []string
	for i := range s.Marks {
		m := &s.Marks[i]
		b, part := s.Where(m.Start)
		score := float64(m.Score) / 10
		data[i].Value = [4]float64{float64(b), part, score, float64(categoryOf(m))}
		stems = append(stems, ink(charts.ScoreToken(1, score)))
		c.point("marks", charts.MarkPart, i, 0)
	}
	c.More = stems
	return custom("marks", data)
}
