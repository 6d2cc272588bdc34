package echarts

import (
	ec "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"chancery/charts"
)

// daysOfBlock is how many rows a year of a calendar of days has: its weekdays,
// under a row for the names of the months.
const daysOfBlock = 8

// A calendarLook is what is written beside cells.
type calendarLook struct {
	Days   bool     `json:"days"`
	Months [][2]int `json:"months,omitempty"` // column and row of the name of each month, of days
	Names  []string `json:"names,omitempty"`  // of these
	Heads  []string `json:"heads,omitempty"`  // of the columns, of months and longer
}

// calendarOption has a cell for each bin: the column, the row, the step and the
// value.
func calendarOption(c *chart, s *charts.Spec) drawing {
	look := &calendarLook{Days: s.Unit == charts.Day}
	var rows []string
	var data []opts.HeatMapData
	columns := 1
	peak, _ := s.Extent()
	for _, p := range s.CalendarPages() {
		first := len(rows)
		rows = append(rows, p.Name)
		if look.Days {
			rows = append(rows, make([]string, daysOfBlock-1)...)
			rows[first], rows[first+4] = "", p.Name
		}
		for b := p.From; b < p.To; b++ {
			x, y := b-p.From, first
			if look.Days {
				at := p.Lead + x
				x, y = at/7, first+1+at%7
				if _, month, day := s.Bins[b].Start.Civil(); day == 1 {
					look.Months = append(look.Months, [2]int{(at + 6) / 7, first})
					look.Names = append(look.Names, months[month-1])
				}
			}
			v := s.Series[0].Values[b]
			columns = max(columns, x+1)
			data = append(data, opts.HeatMapData{Value: [4]float64{float64(x), float64(y), float64(charts.DensityStep(v, peak)), v}})
			c.point("cells", charts.BinPart, b, 0)
		}
	}
	heads := make([]string, columns)
	if !look.Days {
		for i := range heads {
			heads[i] = s.CalendarColumn(i)
		}
		look.Heads = heads
	}
	c.Names, c.More = rows, look
	c.density(s)
	h := ec.NewHeatMap()
	h.SetGlobalOptions(append(common("item"), names(rows), ec.WithXAxisOpts(opts.XAxis{
		Type: "category", Data: heads, Position: "top", AxisLabel: label("--text3"), AxisTick: noTick(), AxisLine: noLine(), SplitLine: noSplit(),
	}))...)
	cells(h, data)
	if look.Days {
		marks := make([]opts.CustomData, len(look.Months))
		for i, at := range look.Months {
			marks[i].Value = at
		}
		h.Overlap(custom("months", marks))
	}
	return shaded{h, densities()}
}
