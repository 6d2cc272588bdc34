package echarts

import (
	ec "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"chancery/charts"
)

// heatOption has a cell for each row and bin: the two, its step and its value.
func heatOption(c *chart, s *charts.Spec) drawing {
	c.rows()
	var data []opts.HeatMapData
	peak, _ := s.Extent()
	for y := range s.Series {
		for x, v := range s.Series[y].Values {
			data = append(data, opts.HeatMapData{Value: [4]float64{float64(x), float64(y), float64(charts.DensityStep(v, peak)), v}})
			c.point("cells", charts.CellPart, y, x)
		}
	}
	c.density(s)
	h := ec.NewHeatMap()
	h.SetGlobalOptions(append(common("item"), c.along(), names(s.Categories))...)
	cells(h, data)
	return shaded{h, densities()}
}

// density is the legend of the density ramp.
func (c *chart) density(s *charts.Spec) {
	low, high := s.DensityEnds()
	c.Legend = &legend{Low: low, High: high, Inks: densities()}
}
