package echarts

import (
	"github.com/go-echarts/go-echarts/v2/opts"

	"chancery/charts"
	"chancery/model"
)

// A rung is an event of a ladder: where it lies along time, and the rows it is of.
type rung struct {
	Bin      int     `json:"bin"`
	Part     float64 `json:"part"` // of the bin, that has passed
	From     int     `json:"from"`
	To       int     `json:"to"`
	Rows     []int   `json:"rows"`
	Category int     `json:"category"`
}

// A ladderLook is what the series of a ladder draw, by their first values.
type ladderLook struct {
	Rungs []rung `json:"rungs"`
	Arcs  []arc  `json:"arcs"`
	Few   bool   `json:"few"` // few enough arcs to draw all of them
}

type arc struct {
	Cause    int  `json:"cause"`
	Response int  `json:"response"`
	Dashed   bool `json:"dashed"`
}

// ladderOption has an arrow for each event and an arc for each link.
func ladderOption(c *chart, s *charts.Spec) drawing {
	c.rows()
	look := &ladderLook{Rungs: []rung{}, Arcs: []arc{}, Few: s.DrawsArcs()}
	rungs := make([]opts.CustomData, len(s.Marks))
	for i := range s.Marks {
		m := &s.Marks[i]
		b, part := s.Where(m.Start)
		look.Rungs = append(look.Rungs, rung{Bin: b, Part: part, From: m.From, To: m.To, Rows: m.Rows, Category: categoryOf(m)})
		rungs[i].Value = [2]int{b, m.From}
		c.point("rungs", charts.MarkPart, i, 0)
	}
	arcs := make([]opts.CustomData, len(s.Arcs))
	for i, a := range s.Arcs {
		look.Arcs = append(look.Arcs, arc{a.Cause, a.Response, a.Kind == model.Follows})
		arcs[i].Value = [2]int{look.Rungs[a.Cause].Bin, s.Marks[a.Cause].From}
		c.point("arcs", charts.ArcPart, i, 0)
	}
	c.More = look
	d := custom("rungs", rungs)
	d.SetGlobalOptions(append(common("item"), c.along(), names(s.Categories))...)
	d.SetXAxis(c.Bins.Labels)
	d.Overlap(custom("arcs", arcs))
	return d
}
