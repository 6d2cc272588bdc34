package app

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"chancery/charts/figure"
	"chancery/data/tabular"
)

// startFrom offers what the columns can be matched by: what was found out, the
// mappings that the person keeps, and the profiles of known data sets.
func (z *wizard) startFrom(width float32) fyne.CanvasObject {
	f := z.im.File()
	h, u := f.Hints, f.Look.Understanding
	title := newText(lang.L("Start from"), sizeBody, figure.Text, true)
	chips := []fyne.CanvasObject{newLine(scaled(24), nil, fyne.Size{}, title)}
	room := width - 32 - title.MinSize().Width - 8
	add := func(key, words string, on bool, use func()) {
		c := NewChip("", words, use)
		c.On = on
		if w := c.MinSize().Width + 6; w <= room || on {
			room -= w
			chips = append(chips, tabStop(z, "from "+key, c))
		}
	}
	found := lang.L("What was found out")
	if u.Profile != tabular.ProfileNone && h.Mapping == nil && h.Profile == "" {
		found = lang.L("Found: {{.Profile}}", map[string]any{"Profile": profileTitle(u.Profile)})
	}
	add("found", found, h.Mapping == nil && (h.Profile == "" || h.Profile == tabular.ProfileAuto), func() { z.from("", nil) })
	if h.Mapping != nil && h.Mapping.Name == "" {
		add("own", lang.L("Changed by hand"), true, nil)
	}
	if h.Mapping == nil && h.Profile != "" {
		add("asked", profileTitle(h.Profile), true, nil)
	}
	more := NewChip("down", lang.L("More…"), nil)
	room -= more.MinSize().Width + 6
	names, _ := z.mappings().Names() // none can be read: none is offered
	for _, name := range names {
		add("kept "+name, name, h.Mapping != nil && h.Mapping.Name == name, func() { z.fromKept(name) })
	}
	more.OnTapped = func() { z.popUnder(more, z.startItems(names)...) }
	chips = append(chips, tabStop(z, "from more", more))
	return roomy(newCells(scaled(48)-16, 0, 6, chipWidths(chips), chips...), 16, 8)
}

// chipWidths are as wide as each needs.
func chipWidths(chips []fyne.CanvasObject) []float32 {
	widths := make([]float32, 0, len(chips))
	for _, c := range chips {
		widths = append(widths, c.MinSize().Width/textScale())
	}
	return widths
}

// startItems lists all kept mappings and profiles.
func (z *wizard) startItems(names []string) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	h := z.im.File().Hints
	for _, name := range names {
		items = append(items, checked(name, h.Mapping != nil && h.Mapping.Name == name, func() { z.fromKept(name) }))
	}
	if len(items) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	seen := []string{}
	for _, p := range tabular.Profiles() {
		if slices.Contains(seen, p.Name) {
			continue
		}
		seen = append(seen, p.Name)
		items = append(items, checked(p.Title, h.Mapping == nil && h.Profile == p.Name, func() { z.from(p.Name, nil) }))
	}
	return append(items, fyne.NewMenuItemSeparator(),
		checked(lang.L("None of these: from names and values alone"), h.Profile == tabular.ProfileNone, func() { z.from(tabular.ProfileNone, nil) }))
}

// profileTitle names a profile for people.
func profileTitle(name string) string {
	for _, p := range tabular.Profiles() {
		if p.Name == name && p.Title != "" {
			return p.Title
		}
	}
	if name == tabular.ProfileNone {
		return lang.L("Names and values alone")
	}
	return name
}

// from takes the meanings of a profile or a mapping in place of those at hand. How
// the file is cut into cells, the answers and the repairs stay.
func (z *wizard) from(profile string, m *tabular.Mapping) {
	h := z.im.File().Hints
	h.Profile, h.Mapping = profile, m
	z.im.SetHints(h)
}

// fromKept takes a kept mapping, as far as the file has its columns.
func (z *wizard) fromKept(name string) {
	m, err := z.mappings().Read(name)
	if err != nil {
		z.messages.Show(Failure, sentence(err))
		return
	}
	own := m.For(z.im.File().Look.Header)
	own.Name = name
	z.from("", own)
}

// saveMapping keeps what the columns mean under a name. The form stands over the
// wizard.
func (z *wizard) saveMapping() {
	f := z.im.File()
	name := newField(lang.L("such as My vetoes"))
	if f.Hints.Mapping != nil {
		name.SetText(f.Hints.Mapping.Name)
	}
	wrong := newStack()
	done := newMain("", lang.L("Save"), nil)
	done.SetEnabled(strings.TrimSpace(name.Text) != "")
	name.OnChanged = func(text string) { done.SetEnabled(strings.TrimSpace(text) != "") }
	over := z.over(lang.L("Save as a mapping"), inset(container.NewVBox(
		titled(lang.L("Name"), name),
		newParagraph(lang.L("It is offered for files with the same columns, and is a file that timeline import --map takes."), 420, sizeLabel, figure.Text2),
		wrong,
	), sheetMargin), done, fyne.NewSize(460, 260))
	save := func() {
		if done.Disabled() {
			return
		}
		own := f.Look.Understanding.Mapping.For(f.Look.Header)
		own.Answers = f.Answered()
		own.Name = strings.TrimSpace(name.Text)
		if err := z.mappings().Save(context.Background(), own.Name, own); err != nil {
			wrong.Objects = []fyne.CanvasObject{newParagraph(sentence(err), 420, sizeLabel, figure.Error)}
			wrong.Refresh()
			return
		}
		over.close()
		z.from("", own)
	}
	done.OnTapped = save
	name.OnSubmitted = func(string) { save() }
	z.win.Canvas().Focus(name)
}
