package echarts

import (
	"slices"

	ec "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"chancery/charts"
	"chancery/charts/figure"
)

// A matrixLook says what cells write, in the order of the series.
type matrixLook struct {
	Texts []string `json:"texts"`
	Dark  []bool   `json:"dark"` // whether the cell is dark, so that its text is light
}

// matrixOption has a cell for each two actors: the column, the row, the index of
// the colour and the value.
func matrixOption(c *chart, s *charts.Spec) drawing {
	c.rows()
	look := &matrixLook{}
	m := shaded{ec.NewHeatMap(), densities()}
	c.density(s)
	if s.Shade == charts.ByScore {
		c.scores()
		m.inks = append([]string{ink(figure.SequentialToken(0)), ink(figure.Text3)}, c.Legend.Inks...)
	}
	var data []opts.HeatMapData
	var own []opts.CustomData
	for i := range s.Categories {
		own = append(own, opts.CustomData{Value: [2]int{i, i}})
		for j := range s.Categories {
			if i == j {
				continue
			}
			cell := s.MatrixCell(i, j)
			shade := slices.Index(m.inks, ink(cell.Ink))
			data = append(data, opts.HeatMapData{Value: [4]float64{float64(j), float64(i), float64(shade), s.Series[i].Values[j]}})
			look.Texts, look.Dark = append(look.Texts, cell.Text), append(look.Dark, cell.Dark)
			c.point("cells", charts.CellPart, i, j)
		}
	}
	c.More = look
	m.SetGlobalOptions(append(common("item"), names(s.Categories), ec.WithXAxisOpts(opts.XAxis{
		Type: "category", Data: s.Categories, Position: "top", AxisLabel: label("--text2"), AxisTick: noTick(), AxisLine: noLine(), SplitLine: noSplit(),
	}))...)
	cells(m.HeatMap, data)
	m.Overlap(custom("own", own))
	return m
}
