package app

import (
	"crypto/rand"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"chancery/app/workspace"
	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/cameo"
)

// A formKit is what the form of an event is made with beside the event.
type formKit struct {
	columns *model.Columns
	painter *figure.Painter
	faces   *figure.Faces
	linked  []workspace.Linked                               // events that it is linked with
	find    func(words string, done func([]workspace.Found)) // events to link it with
	key     func(model.EventID) string                       // "" when it is not there any more
}

// An editor is the form of one event. What it has no field for stays as it
// was.
type editor struct {
	event model.Event
	kit   *formKit

	title, place, point *field
	start               *dateField
	end                 *endField
	deadline            *tick
	category            *Selector
	categories          []string // keys, in the order of the selector
	collection          *suggestField
	confidence          *suggestField
	summary             *field
	score, code         *field
	codeName            *fyne.Container
	tags                *field
	actors              *actorRows
	sources             *sourceRows
	links               *linkRows
	preview             *preview
	save                *Button
	attention           *attention
}

// newEditor returns a form filled with an event. save can be used while nothing
// in the form needs attention.
func newEditor(event model.Event, kit *formKit, save *Button) *editor {
	e := &editor{event: event, kit: kit, save: save, attention: newAttention()}
	e.title = filledField("", event.Title)
	e.start = newDateField(event.Start, event.StartText, lang.L("17 Nov 2019, summer 2019, about 1995"))
	e.end = newEndField(event)
	e.deadline = newTick(lang.L("This is a deadline"), event.Kind == model.Deadline, func(bool) { e.check() })
	e.category = e.newCategory()
	collections := make([]suggestion, 0, len(kit.columns.Collections))
	for _, c := range kit.columns.Collections {
		collections = append(collections, suggestion{Words: c.Key, More: c.Name})
	}
	e.collection = newWordField(event.Collection, lang.L("The story or file that it belongs to"), collections)
	var confidences []suggestion
	for _, c := range kit.columns.Confidences {
		if c != "" {
			confidences = append(confidences, suggestion{Words: c})
		}
	}
	e.confidence = newWordField(event.Confidence, lang.L("How sure the record is"), confidences)
	e.place = filledField(lang.L("Seoul, South Korea"), event.Place.Name)
	e.point = filledField(lang.L("37.57, 126.98"), pointText(event.Place))
	e.score = filledField(lang.L("–10 to +10"), scoreText(event.Score))
	e.code = filledField(lang.L("such as 061"), event.CAMEO)
	e.codeName = &fyne.Container{Layout: &stackedLayout{}}
	e.tags = filledField(lang.L("with commas between them"), strings.Join(event.Tags, ", "))
	e.summary = filledField("", "")
	e.summary.MultiLine, e.summary.Wrapping = true, fyne.TextWrapWord
	e.summary.SetMinRowsVisible(4)
	e.summary.SetText(event.Summary)
	e.actors = newActorRows(event.Actors, kit)
	e.links = newEditorLinks(event.Links, kit)
	e.sources = newSourceRows(event.Citations)
	e.preview = newPreview(kit.faces, kit.painter)
	for _, f := range []*field{e.title, e.point, e.score, e.code} {
		f.OnChanged = func(string) { e.check() }
	}
	e.start.OnChange, e.end.OnChange, e.sources.OnChange, e.links.OnChange = e.check, e.check, e.check, e.check
	e.end.OnSwap = e.swap
	e.check()
	return e
}

func filledField(hint, text string) *field {
	f := newField(hint)
	f.SetText(text)
	return f
}

// newCategory returns the choice of the category: those built in, and those of
// the archive's own.
func (e *editor) newCategory() *Selector {
	all := model.Categories()
	for _, c := range e.kit.columns.Categories {
		if c.Index == model.OtherCategory {
			all = append(all, c)
		}
	}
	own := model.CategoryNamed(e.event.Category)
	if own.Key != "" && !slices.ContainsFunc(all, func(c model.Category) bool { return c.Key == own.Key }) {
		all = append(all, own)
	}
	on := -1
	options := make([]option, 0, len(all))
	for i, c := range all {
		options = append(options, option{c.Name, int(c.Index)})
		e.categories = append(e.categories, c.Key)
		if c.Key == e.event.Category {
			on = i
		}
	}
	s := newSelector(e.kit.painter, options, on, func(int) { e.check() })
	s.Hint = lang.L("Choose a category")
	return s
}

// check says what needs attention, shows the event as it stands, and lets it be
// saved once nothing does.
func (e *editor) check() {
	e.end.follow(e.start.date)
	n := 0
	for _, good := range []bool{
		strings.TrimSpace(e.title.Text) != "", !e.start.date.IsZero(), e.end.ok(), e.category.On >= 0,
		e.pointOK(), e.scoreOK(),
	} {
		if !good {
			n++
		}
	}
	n += e.sources.wrong() + e.links.wrong()
	e.attention.set(n)
	e.save.SetEnabled(n == 0)
	e.nameCode()
	e.preview.Set(e.result())
}

// nameCode says under the field of the code what it stands for.
func (e *editor) nameCode() {
	code := strings.TrimSpace(e.code.Text)
	e.codeName.Objects = nil
	if code != "" {
		words, token := cameo.Name(code), figure.Text2
		if !cameo.Valid(code) {
			words, token = lang.L("No CAMEO code that is known here. It is kept as it is."), figure.Warn
		}
		e.codeName.Objects = []fyne.CanvasObject{newParagraph(words, 270, sizeCaption, token)}
	}
	e.codeName.Refresh()
}

func (e *editor) pointOK() bool { _, ok := parsePoint(e.point.Text); return ok }

func (e *editor) scoreOK() bool { _, ok := parseScore(e.score.Text); return ok }

// swap puts the end date in the place of the start date, and the other way round.
func (e *editor) swap() {
	start, end := e.start.entry.Text, e.end.dateField.entry.Text
	e.start.entry.SetText(end)
	e.end.dateField.entry.SetText(start)
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
	case !after.End.IsZero() || e.end.unknown:
		after.Kind = model.Span
	default:
		after.Kind = model.Point
	}
	after.Category = ""
	if e.category.On >= 0 {
		after.Category = e.categories[e.category.On]
	}
	after.Collection = strings.TrimSpace(e.collection.Text)
	after.Confidence = strings.TrimSpace(e.confidence.Text)
	point, _ := parsePoint(e.point.Text)
	point.Name = strings.TrimSpace(e.place.Text)
	after.Place = point
	after.Score, _ = parseScore(e.score.Text)
	after.CAMEO = strings.TrimSpace(e.code.Text)
	after.Tags = splitTags(e.tags.Text)
	after.Actors = e.actors.list()
	after.Citations = e.sources.list()
	after.Links = e.links.list()
	return after
}

// splitTags returns the tags between commas, each once.
func splitTags(text string) []string {
	var tags []string
	for tag := range strings.SplitSeq(text, ",") {
		if tag = strings.TrimSpace(tag); tag != "" && !slices.Contains(tags, tag) {
			tags = append(tags, tag)
		}
	}
	return tags
}

// newKey returns a key for an event made by hand.
func newKey() string { return "own-" + strings.ToLower(rand.Text()[:12]) }
