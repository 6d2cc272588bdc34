package scene

import (
	"strings"

	"chancery/model"
	"chancery/model/edtf"
)

// words are what a mark says, set and measured.
type words struct {
	date, title         string
	dateW, titleW, bold float32

	members []edtf.Instant // middles of the members of a set that all happened

	cut      string // the title shortened to cutTo dp
	cutTo    float32
	cutWidth float32
}

// unknown stands for the words of an event whose label has not arrived.
const unknown int32 = -1

// wordsLimit bounds the labels kept measured; beyond it they are measured anew.
const wordsLimit = 1 << 16

// A glossary keeps the words of events by ID, measured once.
type glossary struct {
	at     map[model.EventID]int32
	all    []words
	sum    float64 // of widths, for the estimate
	detail dateDetail
	m      metrics
	faces  Measurer
}

// ready empties the glossary when what it was measured with has changed, and
// reports whether it did.
func (g *glossary) ready(faces Measurer, m metrics, detail dateDetail) bool {
	if g.at != nil && g.faces == faces && g.m == m && g.detail == detail && len(g.all) < wordsLimit {
		return false
	}
	g.faces, g.m, g.detail = faces, m, detail
	g.at = make(map[model.EventID]int32)
	g.all = g.all[:0]
	g.sum = 0
	return true
}

// find returns the index of the words of an event, or unknown.
func (g *glossary) find(id model.EventID, labels func(model.EventID) (model.Label, bool)) int32 {
	if i, ok := g.at[id]; ok {
		return i
	}
	if labels == nil {
		return unknown
	}
	label, ok := labels(id)
	if !ok {
		return unknown
	}
	w := words{date: g.date(label), title: label.Title}
	if label.Start.Form() == edtf.AllOf {
		w.members = middles(label.Start.Members())
	}
	w.dateW = g.faces.Measure(w.date, g.m.caption, false)
	w.titleW = g.faces.Measure(w.title, g.m.label, false)
	w.bold = g.faces.Measure(w.title, g.m.label, true)
	return g.add(id, w)
}

// middles returns the middle moments of dates, without those that have none.
func middles(dates []edtf.Date) []edtf.Instant {
	var out []edtf.Instant
	for _, d := range dates {
		if b := d.Bounds(); b.EarliestStart.Finite() && b.LatestEnd.Finite() {
			out = append(out, b.EarliestStart+(b.LatestEnd-b.EarliestStart)/2)
		}
	}
	return out
}

func (g *glossary) add(id model.EventID, w words) int32 {
	i := int32(len(g.all))
	g.all = append(g.all, w)
	g.at[id] = i
	g.sum += float64(w.width())
	return i
}

// date writes when an event was. The year is left out where the axis shows it,
// and the time of day where the axis shows no hours.
func (g *glossary) date(label model.Label) string {
	start, end := g.coarse(label.Start), g.coarse(label.End)
	switch {
	case end.IsZero() || end == start:
		return g.one(start)
	case end.IsOpen():
		return "since " + start.Display()
	}
	if both, err := edtf.Parse(start.String() + "/" + end.String()); err == nil {
		return g.one(both)
	}
	return g.one(start) + " – " + g.one(end)
}

// coarse returns a date without its time of day, unless hours are shown.
func (g *glossary) coarse(d edtf.Date) edtf.Date {
	if g.detail.hours || d.Form() != edtf.Single || !d.HasTime() {
		return d
	}
	text, _, _ := strings.Cut(d.String(), "T")
	if day, err := edtf.Parse(text); err == nil {
		return day
	}
	return d
}

// one writes a date, without its year if it lies in one and the axis has it.
func (g *glossary) one(d edtf.Date) string {
	b := d.Bounds()
	from, to := b.EarliestStart, b.LatestEnd
	if g.detail.years || !from.Finite() && !to.Finite() {
		return d.Display()
	}
	if to.Finite() {
		to-- // the last moment before the bound, which is exclusive
	} else {
		to = from
	}
	if !from.Finite() {
		from = to
	}
	first, _, _ := from.Civil()
	if last, _, _ := to.Civil(); first != last {
		return d.Display()
	}
	return d.Short(first)
}

// width returns the width of date and title on one line.
func (w *words) width() float32 {
	if w.date == "" {
		return w.titleW
	}
	return w.dateW + gapWords + w.titleW
}

// estimate returns how wide a label that has not arrived is likely to be.
func (g *glossary) estimate() float32 {
	const first, weight = 220, 20
	mean := (g.sum + first*weight) / float64(len(g.all)+weight)
	return float32(min(mean, longest))
}

// width returns the width of the words with an index, or an estimate.
func (g *glossary) width(i int32) float32 {
	if i == unknown {
		return g.estimate()
	}
	return min(g.all[i].width(), longest)
}

// titleIn returns the title shortened to fit room, and its width.
func (g *glossary) titleIn(i int32, room float32, bold bool) (string, float32) {
	w := &g.all[i]
	full := w.titleW
	if bold {
		full = w.bold
	}
	if full <= room+0.5 {
		return w.title, full
	}
	if bold {
		return g.faces.Truncate(w.title, g.m.label, true, room)
	}
	// Rooms that hardly differ are one, so that a label which sticks to an
	// edge is not shortened anew for every step of a pan.
	room = float32(int(room/12)) * 12
	if w.cut == "" || w.cutTo != room {
		w.cut, w.cutWidth = g.faces.Truncate(w.title, g.m.label, false, room)
		w.cutTo = room
	}
	return w.cut, w.cutWidth
}
