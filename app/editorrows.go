package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

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

// actorRows is who took part, one a row with a role.
type actorRows struct {
	Object *fyne.Container

	rows  []actorRow
	names []string
}

type actorRow struct {
	role *widget.Select
	name *widget.SelectEntry
	box  fyne.CanvasObject
}

func newActorRows(parties []model.Participation, actors []model.Actor) *actorRows {
	a := &actorRows{Object: container.NewVBox()}
	for _, actor := range actors {
		a.names = append(a.names, actor.Name)
	}
	slices.Sort(a.names)
	add := NewButton("plus", lang.L("Add actor"), func() { a.add(model.Participation{}) })
	a.Object.Add(container.NewHBox(add))
	for _, p := range parties {
		a.add(p)
	}
	return a
}

func (a *actorRows) add(p model.Participation) {
	var words []string
	for _, r := range model.Roles() {
		words = append(words, roleWords(r))
	}
	row := actorRow{role: widget.NewSelect(words, nil), name: widget.NewSelectEntry(a.names)}
	row.role.SetSelected(roleWords(p.Role))
	row.name.SetText(p.Actor)
	// A menu of hundreds of names is no help: offer those that fit.
	row.name.OnChanged = func(text string) {
		row.name.SetOptions(matching(a.names, text, 12))
	}
	row.name.SetOptions(matching(a.names, p.Actor, 12))
	remove := newFlat("close", lang.L("Take this actor out"), nil)
	row.box = container.NewBorder(nil, nil, row.role, remove, row.name)
	remove.OnTapped = func() {
		a.rows = slices.DeleteFunc(a.rows, func(r actorRow) bool { return r.box == row.box })
		a.Object.Remove(row.box)
	}
	a.rows = append(a.rows, row)
	last := len(a.Object.Objects) - 1
	a.Object.Objects = slices.Insert(a.Object.Objects, last, row.box)
	a.Object.Refresh()
}

// list returns the rows that name an actor.
func (a *actorRows) list() []model.Participation {
	var parties []model.Participation
	for _, row := range a.rows {
		name := strings.TrimSpace(row.name.Text)
		if name == "" {
			continue
		}
		p := model.Participation{Actor: name}
		for _, r := range model.Roles() {
			if roleWords(r) == row.role.Selected {
				p.Role = r
			}
		}
		parties = append(parties, p)
	}
	return parties
}

// matching returns at most limit names that contain words.
func matching(names []string, words string, limit int) []string {
	words = strings.ToLower(strings.TrimSpace(words))
	var found []string
	for _, name := range names {
		if strings.Contains(strings.ToLower(name), words) {
			found = append(found, name)
			if len(found) == limit {
				break
			}
		}
	}
	return found
}

// sourceRows is what says that an event happened, one a row.
type sourceRows struct {
	Object   *fyne.Container
	OnChange func()

	rows []sourceRow
}

type sourceRow struct {
	citation                  model.Citation
	publisher, title, address *field
	box                       fyne.CanvasObject
}

func newSourceRows(citations []model.Citation) *sourceRows {
	s := &sourceRows{Object: container.NewVBox()}
	add := NewButton("plus", lang.L("Add source"), func() { s.add(model.Citation{}) })
	s.Object.Add(container.NewHBox(add))
	for _, c := range citations {
		s.add(c)
	}
	return s
}

func (s *sourceRows) add(c model.Citation) {
	entry := func(hint, text string) *field {
		e := newField(hint)
		e.SetText(text)
		e.OnChanged = func(string) {
			if s.OnChange != nil {
				s.OnChange()
			}
		}
		return e
	}
	row := sourceRow{
		citation:  c,
		publisher: entry(lang.L("Publisher"), c.Source.Publisher),
		title:     entry(lang.L("Title of the source"), c.Source.Title),
		address:   entry(lang.L("http:// or https://, or nothing"), c.Source.URL),
	}
	remove := newFlat("close", lang.L("Take this source out"), nil)
	row.box = container.NewBorder(nil, nil, nil, remove,
		container.NewGridWithColumns(3, row.publisher, row.title, row.address))
	remove.OnTapped = func() {
		s.rows = slices.DeleteFunc(s.rows, func(r sourceRow) bool { return r.box == row.box })
		s.Object.Remove(row.box)
		if s.OnChange != nil {
			s.OnChange()
		}
	}
	s.rows = append(s.rows, row)
	last := len(s.Object.Objects) - 1
	s.Object.Objects = slices.Insert(s.Object.Objects, last, row.box)
	s.Object.Refresh()
}

// ok reports whether every address that is given can be opened.
func (s *sourceRows) ok() bool {
	for _, row := range s.rows {
		address := strings.TrimSpace(row.address.Text)
		if address != "" && address != row.citation.Source.URL && webAddress(address) == nil {
			return false
		}
	}
	return true
}

// list returns the rows that name a source.
func (s *sourceRows) list() []model.Citation {
	var citations []model.Citation
	for _, row := range s.rows {
		c := row.citation
		c.Source.Publisher = strings.TrimSpace(row.publisher.Text)
		c.Source.Title = strings.TrimSpace(row.title.Text)
		c.Source.URL = strings.TrimSpace(row.address.Text)
		if c.Source.Publisher+c.Source.Title+c.Source.URL != "" {
			citations = append(citations, c)
		}
	}
	return citations
}
