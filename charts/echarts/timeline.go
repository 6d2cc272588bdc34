package echarts

import (
	"strconv"

	ec "github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"chancery/charts"
	"chancery/model"
	"chancery/model/edtf"
)

// marks are the marks of a timeline as a struct of arrays, since markup or an
// object per event would make a large page. Start is in seconds since 1970 and
// Length in seconds; both are empty where that end is open.
type marks struct {
	Lane     []int    `json:"lane"`
	Start    []moment `json:"start"`
	Length   []moment `json:"length"`
	Category []int    `json:"category"`
	Form     []uint16 `json:"form"`
	Event    []int    `json:"event"` // index into the titles, -1 for none
}

// How a mark is drawn. The script has the same bits.
const (
	spanMark uint16 = 1 << iota
	deadlineMark
	doubtful    // "?"
	approximate // "~"
	openStart
	openEnd
	unknownEnd
	dotted // digits not given, or one of a set
	endDoubtful
	endApproximate
)

// A moment is a number of seconds, or null at either end of time.
type moment int64

func (m moment) MarshalJSON() ([]byte, error) {
	if !edtf.Instant(m).Finite() {
		return []byte("null"), nil
	}
	return strconv.AppendInt(nil, int64(m), 10), nil
}

func newMarks(s *charts.Spec, at map[model.EventID]int) *marks {
	m := &marks{}
	for i := range s.Marks {
		k := &s.Marks[i]
		start, length := moment(edtf.Past), moment(edtf.Future)
		if k.Start.Finite() {
			start = moment(drawable(k.Start))
		}
		if k.End.Finite() {
			length = moment(drawable(k.End))
			if k.Start.Finite() {
				length -= start
			}
		}
		event, ok := at[k.Event]
		if !ok {
			event = -1
		}
		m.Lane = append(m.Lane, k.Lane)
		m.Start = append(m.Start, start)
		m.Length = append(m.Length, length)
		m.Category = append(m.Category, int(min(k.Category, model.OtherCategory)))
		m.Form = append(m.Form, drawn(k))
		m.Event = append(m.Event, event)
	}
	return m
}

// drawn reduces a mark's form to what changes the drawing.
func drawn(k *charts.Mark) uint16 {
	f := k.Form
	var bits uint16
	for _, b := range [...]struct {
		form model.Form
		bit  uint16
	}{
		{model.SpanForm, spanMark},
		{model.DeadlineForm, deadlineMark},
		{model.StartUncertain | model.OneOf, doubtful},
		{model.StartApproximate, approximate},
		{model.OpenStart | model.UnknownStart, openStart},
		{model.OpenEnd, openEnd},
		{model.UnknownEnd, unknownEnd},
		{model.Unspecified | model.OneOf, dotted},
		{model.EndUncertain, endDoubtful},
		{model.EndApproximate, endApproximate},
	} {
		if f.Has(b.form) {
			bits |= b.bit
		}
	}
	// An end after every moment is open, unless it is said to be unknown.
	if f.Has(model.SpanForm) && k.End == edtf.Future && bits&unknownEnd == 0 {
		bits |= openEnd
	}
	return bits
}

// timelineOption has no data in its series: the script lays the marks in rows
// for the width it finds, and draws them.
func timelineOption(s *charts.Spec) map[string]any {
	from, to := extent(s.Marks)
	c := ec.NewCustom()
	c.SetGlobalOptions(common(opts.Grid{Left: "168", Right: "8", Top: "58", Bottom: "46"})...)
	c.SetGlobalOptions(
		// The script draws the axis itself: the library's ticks are years apart,
		// not decades, and it has no rows of periods.
		ec.WithXAxisOpts(opts.XAxis{
			Type: "time", Position: "top", Min: from * 1000, Max: to * 1000,
			AxisLabel: &opts.AxisLabel{Show: opts.Bool(false)}, AxisTick: noTick(), AxisLine: noLine(), SplitLine: noSplit(),
		}),
		ec.WithYAxisOpts(opts.YAxis{
			Type: "value", Min: 0, Max: 1, Show: opts.Bool(false), SplitLine: noSplit(),
		}),
		ec.WithDataZoomOpts(
			opts.DataZoom{Type: "inside", FilterMode: "none"},
			opts.DataZoom{Type: "slider", FilterMode: "none"},
		),
	)
	encode := ec.WithEncodeOpts(opts.Encode{X: []int{0, 1}, Y: 3})
	for _, name := range []string{"axis", "lanes", "events", "as-of"} {
		c.AddSeries(name, []opts.CustomData{}, ec.WithSeriesId(name), encode)
	}
	return option(c)
}

// extent returns the seconds that a timeline shows: all finite moments of its
// marks, with a little air at both ends.
func extent(all []charts.Mark) (from, to int64) {
	from, to = reach, -reach
	for i := range all {
		for _, t := range [2]edtf.Instant{all[i].Start, all[i].End} {
			if t.Finite() {
				from, to = min(from, drawable(t)), max(to, drawable(t))
			}
		}
	}
	if from > to {
		from, to = 0, 0
	}
	air := max((to-from)/50, 43_200)
	return max(from-air, -reach), min(to+air, reach)
}
