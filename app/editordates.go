package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// Widths in dp of the fields for the dates of the form.
const (
	startWidth = 370
	endWidth   = 216
)

// doubts are the qualifiers in the order of the form.
var doubts = []edtf.Qualifier{0, edtf.Approximate, edtf.Uncertain, edtf.Approximate | edtf.Uncertain}

// A dateField is a date as it is typed, with how it is understood under it.
type dateField struct {
	Object   *fyne.Container
	OnChange func()

	entry  *field
	answer *dateAnswer
	sure   *Segments // nil in fields that do not ask
	date   edtf.Date
}

// newDateField returns a field that also asks how sure the date is.
func newDateField(date edtf.Date, text, hint string) *dateField {
	f := newPlainDateField(date, text, hint, startWidth)
	f.sure = newChoices([]string{
		lang.L("Certain"), lang.L("Approximate ~"), lang.L("Uncertain ?"), lang.L("Both %"),
	}, 0, f.qualify)
	f.Object.Add(container.NewVBox(
		newText(lang.L("How sure?"), sizeLabel, figure.Text2, false), container.NewHBox(f.sure),
	))
	f.follow()
	return f
}

func newPlainDateField(date edtf.Date, text, hint string, width float32) *dateField {
	f := &dateField{entry: newField(hint), answer: newDateAnswer(width), date: date}
	f.Object = container.NewVBox(f.entry, f.answer.Object)
	if text == "" {
		text = date.String()
		if date.IsOpen() {
			text = ".."
		}
	}
	f.entry.SetText(text)
	if !date.IsZero() && !date.IsOpen() {
		f.answer.Show(date)
	}
	f.entry.OnChanged = func(text string) {
		f.date = f.read(strings.TrimSpace(text))
		f.follow()
		f.changed()
	}
	f.answer.OnReading = func(d edtf.Date) { f.entry.SetText(d.String()) }
	return f
}

func (f *dateField) changed() {
	if f.OnChange != nil {
		f.OnChange()
	}
}

func (f *dateField) read(text string) edtf.Date {
	if text == ".." {
		f.answer.Read("")
		return edtf.Open
	}
	return f.answer.Read(text)
}

// follow shows how sure the date is.
func (f *dateField) follow() {
	if f.sure == nil {
		return
	}
	for i, q := range doubts {
		if f.date.Qualifier() == q {
			f.sure.SetOn(i)
		}
	}
	_, possible := qualified(f.date, 0)
	f.sure.SetEnabled(possible)
}

// qualify makes the date as sure as was chosen. What the source wrote stays in
// the field; text that was EDTF follows the date.
func (f *dateField) qualify() {
	d, ok := qualified(f.date, doubts[f.sure.On])
	if !ok {
		f.follow()
		return
	}
	if _, err := edtf.Parse(strings.TrimSpace(f.entry.Text)); err == nil {
		f.entry.SetText(d.String())
		return
	}
	f.date = d
	f.answer.Show(d)
	f.changed()
}

// qualified returns a date with a doubt about the whole of it in place of those
// it has; ok is false for intervals, sets and times, which have none.
func qualified(d edtf.Date, q edtf.Qualifier) (edtf.Date, bool) {
	if d.IsZero() || d.IsOpen() || d.Form() != edtf.Single || d.HasTime() {
		return d, false
	}
	code := strings.NewReplacer("~", "", "?", "", "%", "").Replace(d.String())
	sign := map[edtf.Qualifier]string{0: "", edtf.Approximate: "~", edtf.Uncertain: "?", edtf.Approximate | edtf.Uncertain: "%"}
	q2, err := edtf.Parse(code + sign[q])
	return q2, err == nil
}

// written returns the text as typed when it says more than EDTF does.
func (f *dateField) written() string {
	text := strings.TrimSpace(f.entry.Text)
	if text == f.date.String() || f.date.IsOpen() {
		return ""
	}
	return text
}

// understood reports whether the field is empty or understood.
func (f *dateField) understood() bool {
	return strings.TrimSpace(f.entry.Text) == "" || !f.date.IsZero()
}

// An endField asks for the end of a span: a date, still going on, or not known.
type endField struct {
	*dateField
	OnSwap func()

	unknown         bool
	goingOn, nobody *Chip
	order           *fyne.Container
	backwards       bool
}

func newEndField(e model.Event) *endField {
	f := &endField{
		dateField: newPlainDateField(e.End, e.EndText, lang.L("Same day"), endWidth),
		unknown:   e.Kind == model.Span && e.End.IsZero(), order: container.NewVBox(),
	}
	f.goingOn = NewChip("", lang.L("Still going on"), func() {
		f.unknown = false
		if f.date.IsOpen() {
			f.entry.SetText("")
		} else {
			f.entry.SetText("..")
		}
	})
	f.nobody = NewChip("", lang.L("Not known"), func() {
		f.unknown = !f.unknown
		f.entry.SetText("")
		f.mark()
		f.changed()
	})
	changed := f.entry.OnChanged
	f.entry.OnChanged = func(text string) {
		f.unknown = f.unknown && text == ""
		changed(text)
		f.mark()
	}
	f.Object.Add(flowOf(endWidth, 6, f.goingOn, f.nobody))
	f.Object.Add(f.order)
	f.mark()
	return f
}

// mark shows which of the chips is in force.
func (f *endField) mark() {
	f.goingOn.On, f.nobody.On = f.date.IsOpen(), f.unknown
	f.goingOn.Refresh()
	f.nobody.Refresh()
}

// follow says so when the end lies before the start.
func (f *endField) follow(start edtf.Date) {
	f.backwards = !start.IsZero() && !f.date.IsZero() && !f.date.IsOpen() &&
		f.date.Bounds().LatestEnd <= start.Bounds().EarliestStart
	f.order.Objects = nil
	if f.backwards {
		f.order.Objects = []fyne.CanvasObject{
			newParagraph(lang.L("The end ({{.To}}) is before the start ({{.From}}).", map[string]any{
				"To": f.date.Display(), "From": start.Display(),
			}), endWidth, sizeLabel, figure.Error),
			newLink(lang.L("Swap them"), endWidth, func() { call(f.OnSwap) }),
		}
	}
	f.order.Refresh()
}

// ok reports whether there is no end, or one that can be saved.
func (f *endField) ok() bool { return f.understood() && !f.backwards }
