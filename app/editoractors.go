package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"chancery/model"
)

// roleWords names a role.
func roleWords(r model.Role) string {
	switch r {
	case model.Initiator:
		return lang.L("acts")
	case model.Target:
		return lang.L("is acted on")
	case model.Mediator:
		return lang.L("mediates")
	case model.Host:
		return lang.L("hosts")
	}
	return lang.L("takes part")
}

// formRows is a list of rows in a form that grows by a button and from which each
// row can be taken.
type formRows[T comparable] struct {
	Object   *fyne.Container
	OnChange func()

	rows []T
}

// begin puts the button that adds a row under the rows.
func (f *formRows[T]) begin(word string, add func()) {
	f.Object = container.NewVBox(container.NewHBox(NewButton("plus", word, add)))
}

// put appends a row that is shown by an object, with a button to take it away.
func (f *formRows[T]) put(row T, shown fyne.CanvasObject, tip string) {
	remove := newFlat("close", tip, nil)
	box := &fyne.Container{Layout: &rowLayout{}, Objects: []fyne.CanvasObject{shown, remove}}
	remove.OnTapped = func() {
		f.rows = slices.DeleteFunc(f.rows, func(r T) bool { return r == row })
		f.Object.Remove(box)
		call(f.OnChange)
	}
	f.rows = append(f.rows, row)
	f.Object.Objects = slices.Insert(f.Object.Objects, len(f.Object.Objects)-1, fyne.CanvasObject(box))
	f.Object.Refresh()
}

// rowLayout sets an object beside the button that takes it away, which stands at
// its top.
type rowLayout struct{}

func (*rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least, button := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(least.Width+button.Width+4, max(least.Height, button.Height))
}

func (*rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	button := objects[1].MinSize()
	place(objects[0], 0, 0, size.Width-button.Width-4, size.Height)
	place(objects[1], size.Width-button.Width, 1, button.Width, button.Height)
}

// actorRows is who took part, one a row with a role.
type actorRows struct {
	formRows[*actorRow]

	kit *formKit
}

type actorRow struct {
	role *Selector
	name *suggestField
}

func newActorRows(parties []model.Participation, kit *formKit) *actorRows {
	a := &actorRows{kit: kit}
	a.begin(lang.L("Add actor"), func() { a.add(model.Participation{}) })
	for _, p := range parties {
		a.add(p)
	}
	return a
}

func (a *actorRows) add(p model.Participation) {
	var roles []option
	for _, r := range model.Roles() {
		roles = append(roles, option{roleWords(r), -1})
	}
	row := &actorRow{
		role: newSelector(a.kit.painter, roles, slices.Index(model.Roles(), p.Role), nil),
		name: newSuggestField(lang.L("Name of a state, a body or a person")),
	}
	row.name.SetText(p.Actor)
	row.name.Suggest = func(text string, show func([]suggestion)) {
		show(matchingActors(a.kit.columns.Actors, text, func(name string) { row.name.SetText(name) }))
	}
	a.put(row, &fyne.Container{
		Layout:  &columnsLayout{shares: []float32{1, 3}},
		Objects: []fyne.CanvasObject{row.role, row.name.Object},
	}, lang.L("Take this actor out"))
}

// list returns the rows that name an actor.
func (a *actorRows) list() []model.Participation {
	var parties []model.Participation
	for _, row := range a.rows {
		if name := strings.TrimSpace(row.name.Text); name != "" {
			parties = append(parties, model.Participation{Actor: name, Role: model.Roles()[row.role.On]})
		}
	}
	return parties
}

// matchingActors suggests actors one of whose names holds a text, those first
// whose own name begins with it.
func matchingActors(actors []model.Actor, text string, take func(name string)) []suggestion {
	words := strings.ToLower(text)
	var begin, hold []suggestion
	for i := range actors {
		name := actors[i].Name
		if words == "" || name == text {
			continue
		}
		s := suggestion{Words: name, More: actors[i].Country, Take: func() { take(name) }}
		switch {
		case strings.HasPrefix(strings.ToLower(name), words):
			begin = append(begin, s)
		case strings.Contains(strings.ToLower(name), words) || hasName(actors[i].Names, words):
			hold = append(hold, s)
		}
	}
	return append(begin, hold...)
}

func hasName(names []model.LocalName, words string) bool {
	return slices.ContainsFunc(names, func(n model.LocalName) bool { return strings.Contains(strings.ToLower(n.Text), words) })
}

// newWordField returns a field for one of few words, or another.
func newWordField(text, hint string, words []suggestion) *suggestField {
	s := newSuggestField(hint)
	s.SetText(text)
	s.Suggest = func(typed string, show func([]suggestion)) {
		var fit []suggestion
		for _, w := range words {
			if w.Words == typed {
				fit = nil // it is chosen already
				break
			}
			if strings.Contains(strings.ToLower(w.Words+" "+w.More), strings.ToLower(typed)) {
				w.Take = func() { s.SetText(w.Words) }
				fit = append(fit, w)
			}
		}
		show(fit)
	}
	return s
}
