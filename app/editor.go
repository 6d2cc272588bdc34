package app

import (
	"crypto/rand"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// An editor is the form of one event. What it has no field for stays as it
// was.
type editor struct {
	event model.Event

	title, place *field
	start, end   *dateField
	category     *widget.Select
	collection   *widget.SelectEntry
	confidence   *widget.SelectEntry
	summary      *field
	deadline     *widget.Check
	actors       *actorRows
	sources      *sourceRows
	save         *Button
}

// newEditor returns a form filled with an event.
func newEditor(event model.Event, columns *model.Columns, save *Button) *editor {
	e := &editor{event: event, save: save}
	e.title = newField("")
	e.title.SetText(event.Title)
	e.start = newDateField(event.Start, event.StartText, lang.L("17 Nov 2019, summer 2019, about 1995"))
	e.end = newDateField(event.End, event.EndText, lang.L("Same day; “..” for still going on"))
	e.deadline = widget.NewCheck(lang.L("This is a deadline"), nil)
	e.deadline.SetChecked(event.Kind == model.Deadline)
	var names []string
	for _, c := range model.Categories() {
		names = append(names, c.Name)
	}
	for _, c := range columns.Categories {
		if c.Index == model.OtherCategory {
			names = append(names, c.Name)
		}
	}
	e.category = widget.NewSelect(names, nil)
	if event.Category != "" {
		e.category.SetSelected(model.CategoryNamed(event.Category).Name)
	}
	keys := make([]string, 0, len(columns.Collections))
	for _, c := range columns.Collections {
		keys = append(keys, c.Key)
	}
	e.collection = widget.NewSelectEntry(keys)
	e.collection.SetText(event.Collection)
	e.confidence = widget.NewSelectEntry(slices.DeleteFunc(slices.Clone(columns.Confidences), func(s string) bool { return s == "" }))
	e.confidence.SetText(event.Confidence)
	e.place = newField("")
	e.place.SetText(event.Place.Name)
	e.summary = newField("")
	e.summary.MultiLine = true
	e.summary.Wrapping = fyne.TextWrapWord
	e.summary.SetMinRowsVisible(4)
	e.summary.SetText(event.Summary)
	e.actors = newActorRows(event.Actors, columns.Actors)
	e.sources = newSourceRows(event.Citations)
	check := func(string) { e.check() }
	e.title.OnChanged = check
	e.start.OnChange, e.end.OnChange, e.sources.OnChange = e.check, e.check, e.check
	e.category.OnChanged = check
	e.check()
	return e
}

// check lets the event be saved once nothing in the form needs attention.
func (e *editor) check() {
	e.save.SetEnabled(strings.TrimSpace(e.title.Text) != "" && !e.start.date.IsZero() &&
		e.end.ok() && e.category.Selected != "" && e.sources.ok())
}

// form returns the fields, top to bottom.
func (e *editor) form() fyne.CanvasObject {
	titled := func(name string, o fyne.CanvasObject) fyne.CanvasObject {
		return container.NewVBox(newLine(scaled(18), nil, fyne.Size{}, newText(name, sizeLabel, figure.Text2, false)), o)
	}
	pair := func(a, b fyne.CanvasObject) fyne.CanvasObject { return container.NewGridWithColumns(2, a, b) }
	return container.NewVBox(
		titled(lang.L("Title"), e.title),
		pair(titled(lang.L("Date"), e.start.Object), titled(lang.L("End date (optional)"), e.end.Object)),
		e.deadline,
		pair(titled(lang.L("Category"), e.category), titled(lang.L("Collection"), e.collection)),
		titled(lang.L("Actors"), e.actors.Object),
		titled(lang.L("What happened"), e.summary),
		pair(titled(lang.L("Place"), e.place), titled(lang.L("Confidence"), e.confidence)),
		titled(lang.L("Sources"), e.sources.Object),
	)
}

// result returns the event as the form says.
func (e *editor) result() model.Event {
	after := e.event
	after.Title = strings.TrimSpace(e.title.Text)
	after.Summary = strings.TrimSpace(e.summary.Text)
	after.Start, after.StartText = e.start.date, e.start.written()
	after.End, after.EndText = e.end.date, e.end.written()
	switch {
	case e.deadline.Checked:
		after.Kind = model.Deadline
	case !after.End.IsZero():
		after.Kind = model.Span
	default:
		after.Kind = model.Point
	}
	after.Category = model.CategoryNamed(e.category.Selected).Key
	after.Collection = strings.TrimSpace(e.collection.Text)
	after.Confidence = strings.TrimSpace(e.confidence.Text)
	if name := strings.TrimSpace(e.place.Text); name != after.Place.Name {
		after.Place = model.Place{Name: name}
	}
	after.Actors = e.actors.list()
	after.Citations = e.sources.list()
	return after
}

// A dateField is a date as it is typed, with how it is understood under it.
type dateField struct {
	Object   *fyne.Container
	OnChange func()

	entry  *field
	answer *dateAnswer
	date   edtf.Date
}

func newDateField(date edtf.Date, text, hint string) *dateField {
	f := &dateField{entry: newField(hint), answer: newDateAnswer(260), date: date}
	f.Object = container.NewVBox(f.entry, f.answer.Object)
	if text == "" {
		text = date.String()
		if date.IsOpen() {
			text = ".."
		}
	}
	f.entry.SetText(text)
	f.entry.OnChanged = func(text string) {
		f.date = f.read(strings.TrimSpace(text))
		if f.OnChange != nil {
			f.OnChange()
		}
	}
	f.answer.OnReading = func(d edtf.Date) { f.entry.SetText(d.String()) }
	return f
}

func (f *dateField) read(text string) edtf.Date {
	if text == ".." {
		f.answer.Read("")
		return edtf.Open
	}
	return f.answer.Read(text)
}

// ok reports whether the field is empty or understood.
func (f *dateField) ok() bool { return strings.TrimSpace(f.entry.Text) == "" || !f.date.IsZero() }

// written returns the text as typed when it is not EDTF already.
func (f *dateField) written() string {
	text := strings.TrimSpace(f.entry.Text)
	if text == f.date.String() || f.date.IsOpen() {
		return ""
	}
	return text
}

// newKey returns a key for an event made by hand.
func newKey() string { return "own-" + strings.ToLower(rand.Text()[:12]) }
