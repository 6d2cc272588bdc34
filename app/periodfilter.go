package app

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// modeWords names a way in which events lie to a period.
func modeWords(m model.PeriodMode) string {
	switch m {
	case model.Starts:
		return lang.L("starts in")
	case model.Ends:
		return lang.L("ends in")
	case model.Inside:
		return lang.L("lies inside")
	}
	return lang.L("overlaps")
}

// modes are the ways in which events lie to a period, as the form lists them.
var modes = []model.PeriodMode{model.Overlaps, model.Starts, model.Ends, model.Inside}

// periodWords says what a filter by period keeps: "overlaps 2018–2019
// (possibly)".
func periodWords(p model.Period) string {
	sure := lang.L("possibly")
	if p.Certainly {
		sure = lang.L("certainly")
	}
	return lang.L("{{.Mode}} {{.Period}} ({{.Certainty}})", map[string]any{
		"Mode": modeWords(p.Mode), "Period": stretch(p.From, p.To), "Certainty": sure,
	})
}

// stretch names a half-open stretch of time by years where it begins and ends
// with one, and else by its days: "2018–2019", "since 4 Jul 2019".
func stretch(from, to edtf.Instant) string {
	switch {
	case !from.Finite() && !to.Finite():
		return lang.L("all of time")
	case !to.Finite():
		return lang.L("since {{.Date}}", map[string]any{"Date": edgeWords(from)})
	case !from.Finite():
		return lang.L("until {{.Date}}", map[string]any{"Date": day(lastDay(to))})
	case newYear(from) && newYear(to):
		first, _, _ := from.Civil()
		last, _, _ := lastDay(to).Civil()
		switch {
		case first == last:
			return yearName(first)
		case first < 1:
			return yearName(first) + " – " + yearName(last)
		}
		return fmt.Sprintf("%d–%d", first, last)
	case startOfDay(from) == from && startOfDay(to) == to && to-from == daySeconds:
		return day(from)
	}
	return period(from, to)
}

// edgeWords names the moment at which a stretch begins.
func edgeWords(at edtf.Instant) string {
	if year, _, _ := at.Civil(); newYear(at) {
		return yearName(year)
	}
	return day(at)
}

func newYear(at edtf.Instant) bool {
	year, _, _ := at.Civil()
	return edtf.At(year, 1, 1) == at
}

// A periodForm asks for a period and how events must lie to it.
type periodForm struct {
	Object fyne.CanvasObject

	from, to         *field
	fromRead, toRead edtf.Date
	mode, certainty  *Segments
	summary          *fyne.Container
	done             *Button
}

const periodFormWidth = 460

// newPeriodForm returns a form filled in with a period, the zero one for none.
// done is enabled while the form makes a period.
func newPeriodForm(p model.Period, done *Button) *periodForm {
	f := &periodForm{done: done, summary: container.NewVBox()}
	f.from, f.to = newField(lang.L("2018, Jul 2019, summer 2019, 2018 to 2019")), newField(lang.L("the same, when left empty"))
	var words []string
	for _, m := range modes {
		words = append(words, modeWords(m))
	}
	f.mode = newChoices(words, int(p.Mode), f.sum)
	certainly := 0
	if p.Certainly {
		certainly = 1
	}
	f.certainty = newChoices([]string{lang.L("possibly"), lang.L("certainly")}, certainly, f.sum)
	fromAnswer, toAnswer := newDateAnswer(periodFormWidth), newDateAnswer(periodFormWidth)
	f.from.OnChanged = func(text string) { f.fromRead = fromAnswer.Read(text); f.sum() }
	f.to.OnChanged = func(text string) { f.toRead = toAnswer.Read(text); f.sum() }
	fromAnswer.OnReading = func(d edtf.Date) { f.from.SetText(d.String()) }
	toAnswer.OnReading = func(d edtf.Date) { f.to.SetText(d.String()) }
	if !p.IsZero() {
		switch {
		case !p.To.Finite():
			f.from.SetText(dayCode(p.From) + "/..")
		case p.From.Finite():
			f.from.SetText(dayCode(p.From))
			fallthrough
		default:
			f.to.SetText(dayCode(lastDay(p.To)))
		}
	}
	caption := func(words string) fyne.CanvasObject { return newText(words, sizeLabel, figure.Text2, false) }
	left := func(o fyne.CanvasObject) fyne.CanvasObject { return container.NewHBox(o) }
	f.Object = container.NewVBox(
		caption(lang.L("From")), f.from, fromAnswer.Object,
		caption(lang.L("To")), f.to, toAnswer.Object,
		caption(lang.L("Keep an event that")), left(f.mode),
		caption(lang.L("Dates are known to a precision. Keep what lies so")), left(f.certainty),
		f.summary,
	)
	f.sum()
	return f
}

// dayCode writes the day of a moment in EDTF.
func dayCode(at edtf.Instant) string {
	code, _, _ := strings.Cut(at.String(), "T")
	return code
}

// period returns what the form asks for; ok is false while it is not a period.
func (f *periodForm) period() (p model.Period, ok bool) {
	if f.fromRead.IsZero() && f.toRead.IsZero() || f.from.Text != "" && f.fromRead.IsZero() || f.to.Text != "" && f.toRead.IsZero() {
		return p, false
	}
	p.From, p.To = edtf.Past, edtf.Future
	if !f.fromRead.IsZero() {
		b := f.fromRead.Bounds()
		p.From, p.To = b.EarliestStart, b.LatestEnd
	}
	if !f.toRead.IsZero() {
		p.To = f.toRead.Bounds().LatestEnd
	}
	p.Mode, p.Certainly = modes[f.mode.On], f.certainty.On == 1
	return p, p.From < p.To
}

// sum says under the form what it asks for.
func (f *periodForm) sum() {
	p, ok := f.period()
	f.done.SetEnabled(ok)
	f.summary.Objects = nil
	switch {
	case ok:
		f.summary.Objects = []fyne.CanvasObject{newParagraph(
			lang.L("Keeps events that: {{.Period}}", map[string]any{"Period": periodWords(p)}), periodFormWidth, sizeLabel, figure.OK)}
	case !f.fromRead.IsZero() && !f.toRead.IsZero():
		f.summary.Objects = []fyne.CanvasObject{newParagraph(
			lang.L("The end ({{.To}}) is before the start ({{.From}}).", map[string]any{
				"To": f.toRead.Display(), "From": f.fromRead.Display(),
			}), periodFormWidth, sizeLabel, figure.Error)}
	}
	f.summary.Refresh()
}

// pickPeriod asks for the period to filter by.
func (w *Window) pickPeriod() {
	if w.Workspace.Archive() == nil {
		return
	}
	done := newMain("", lang.L("Filter"), nil)
	form := newPeriodForm(w.Workspace.Filter().Period, done)
	accept := func() {
		p, ok := form.period()
		if !ok {
			return
		}
		w.closeSheet()
		w.refilter(func(f *model.Filter) { f.Period = p })
		w.focusView()
	}
	done.OnTapped = accept
	form.from.OnSubmitted = func(string) { accept() }
	form.to.OnSubmitted = func(string) { accept() }
	w.showSheet(&Sheet{
		Title: lang.L("Filter by period"),
		Body:  inset(form.Object, sheetMargin),
		Right: []fyne.CanvasObject{w.closeButton(cancelWord()), done},
		Least: fyne.NewSize(540, 560),
	})
	w.win.Canvas().Focus(form.from)
}
