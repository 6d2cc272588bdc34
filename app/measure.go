package app

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"chancery/model"
	"chancery/model/edtf"
)

// A ruler measures the stretch of time between two moments.
type ruler struct {
	on       bool // dragging over the plot measures, and so do two clicks
	shown    bool
	pending  bool // one end is set, and the other follows the pointer
	from, to edtf.Instant
}

// measure takes out the ruler, or puts it away. When events are selected it
// measures at once: from the first to the last of several, or from one to the
// as-of date.
func (w *Window) measure() {
	t := w.timeline
	if t.ruler.on {
		t.endMeasure()
		return
	}
	t.ruler = ruler{on: true}
	t.Region.Plot.Measuring = true
	columns, ids := w.Workspace.Columns(), w.Workspace.Selection()
	if from, to, ok := columns.Extent(columns.RowsOf(ids)); ok && len(ids) > 0 {
		if len(ids) == 1 {
			from, to = min(from, t.asOf()), max(from, t.asOf())
		}
		t.measured(from, to)
		return
	}
	w.messages.Show(Done, lang.L("Drag over the timeline to measure, or click at both ends. Esc ends."))
	t.Region.Plot.Refresh()
}

// measured shows the ruler over a stretch of time.
func (t *timeline) measured(from, to edtf.Instant) {
	t.ruler.shown, t.ruler.from, t.ruler.to = true, from, to
	t.placeRuler()
}

// markRuler sets one end of the ruler, and then the other.
func (t *timeline) markRuler(at edtf.Instant) {
	if t.ruler.pending {
		t.ruler.pending = false
		t.measured(t.ruler.from, at)
		return
	}
	t.measured(at, at)
	t.ruler.pending = true
}

// placeRuler puts the ruler where its moments are drawn.
func (t *timeline) placeRuler() {
	p := t.Region.Plot
	if !t.ruler.shown {
		return
	}
	p.Ruler = [2]float32{float32(t.view.X(t.ruler.from)), float32(t.view.X(t.ruler.to))}
	p.RangeWords = measureWords(min(t.ruler.from, t.ruler.to), max(t.ruler.from, t.ruler.to))
	p.ShowRuler = true
	p.Refresh()
}

// endMeasure puts the ruler away and reports whether it was out.
func (t *timeline) endMeasure() bool {
	was := t.ruler.on
	t.ruler = ruler{}
	p := t.Region.Plot
	p.Measuring, p.ShowRuler = false, false
	if was {
		p.Refresh()
	}
	return was
}

// measureWords says how long a stretch is, in days and in calendar units:
// "92 days · 3 months 1 day".
func measureWords(from, to edtf.Instant) string {
	if to-from < 2*daySeconds {
		return length(float64(to - from))
	}
	from, to = startOfDay(from), startOfDay(to)
	days := int((to - from) / daySeconds)
	words := lang.N("{{.Number}} days", days, map[string]any{"Number": groupDigits(int64(days))})
	if calendar := calendarWords(from, to); calendar != "" {
		words += " · " + calendar
	}
	return words
}

// calendarWords counts whole years, months and days from one day to another, ""
// when there is no whole month.
func calendarWords(from, to edtf.Instant) string {
	y1, m1, _ := from.Civil()
	y2, m2, _ := to.Civil()
	months := int(y2-y1)*12 + m2 - m1
	if (model.Duration{Months: months}).After(from) > to {
		months--
	}
	if months < 1 {
		return ""
	}
	days := int((to - (model.Duration{Months: months}).After(from)) / daySeconds)
	var words []string
	if n := months / 12; n > 0 {
		words = append(words, lang.N("{{.Number}} years", n, map[string]any{"Number": groupDigits(int64(n))}))
	}
	if n := months % 12; n > 0 {
		words = append(words, lang.N("{{.Count}} months", n, map[string]any{"Count": n}))
	}
	if days > 0 {
		words = append(words, lang.N("{{.Number}} days", days, map[string]any{"Number": groupDigits(int64(days))}))
	}
	return strings.Join(words, " ")
}
