package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"chancery/charts"
	"chancery/model/cameo"
)

// headline says whose charts are shown and how they are made.
func (v *actorsView) headline() {
	title := v.subject.String()
	if v.subject.Actor == "" {
		title = lang.L("No actor has an event here")
	}
	v.Head.Set(title, v.about(), v.chips())
	v.Head.Timeline.SetEnabled(v.subject.Actor != "")
	v.Head.Export.SetEnabled(v.subject.Actor != "")
	v.Object.Refresh()
}

// status is what the foot of the window says of the view.
func (v *actorsView) status() (left, right []string) {
	if v.data.tree == nil {
		return nil, nil
	}
	right = []string{lang.L("Charts drawn from {{.Events}}", map[string]any{"Events": events(v.counts)}), actorsWords(v.List.count())}
	return []string{years(v.data.tree.From, v.data.tree.To)}, right
}

// chips are what can be changed of all charts.
func (v *actorsView) chips() []*Chip {
	if v.subject.Actor == "" {
		return nil
	}
	turn := func(words string, on *bool) *Chip {
		c := NewChip("", words, func() { *on = !*on; v.rebuild() })
		c.On = *on
		return c
	}
	removable := func(name, value string, remove func()) *Chip {
		c := NewChip("", name, nil)
		c.Value, c.OnRemove = value, func() { remove(); v.rebuild() }
		return c
	}
	chips := []*Chip{turn(lang.L("With its bodies"), &v.rollUp)}
	if v.subject.With != "" {
		chips = append(chips, removable(lang.L("With"), v.subject.With, func() { v.subject.With = "" }))
	} else {
		chips = append(chips, v.asking(lang.L("With whom…"), v.OnPair))
	}
	for i, s := range v.beside {
		chips = append(chips, removable(lang.L("Beside"), s.String(), func() {
			v.beside = append(v.beside[:i:i], v.beside[i+1:]...)
		}))
	}
	if len(v.beside) == 0 {
		chips = append(chips, v.asking(lang.L("Compare…"), v.OnCompare))
	}
	return append(chips,
		v.menuChip(lang.L("By"), unitWords(v.unit), v.unitItems),
		turn(lang.L("As far as the timeline shows"), &v.sliced),
		v.menuChip(lang.L("Scores"), v.scaleWords(), v.scaleItems),
	)
}

func (v *actorsView) asking(words string, ask func(fyne.CanvasObject)) *Chip {
	c := NewChip("plus", words, nil)
	c.OnTapped = func() {
		if ask != nil {
			ask(c)
		}
	}
	return c
}

// menuChip is a chip with a value that a menu chooses.
func (v *actorsView) menuChip(name, value string, items func() []*fyne.MenuItem) *Chip {
	c := NewChip("", name, nil)
	c.Value = value
	c.OnTapped = func() {
		if v.OnMenu != nil {
			v.OnMenu(c, items())
		}
	}
	return c
}

func unitWords(u charts.Unit) string {
	switch u {
	case charts.Day:
		return lang.L("day")
	case charts.Week:
		return lang.L("week")
	case charts.Month:
		return lang.L("month")
	case charts.Quarter:
		return lang.L("quarter")
	case charts.Year:
		return lang.L("year")
	case charts.Decade:
		return lang.L("decade")
	case charts.Century:
		return lang.L("century")
	}
	return lang.L("what suits")
}

func (v *actorsView) unitItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, u := range append([]charts.Unit{charts.Automatic}, charts.Units()...) {
		items = append(items, checked(unitWords(u), u == v.unit, func() { v.unit = u; v.rebuild() }))
	}
	return items
}

func (v *actorsView) scaleWords() string {
	if v.scale == nil {
		return lang.L("as recorded")
	}
	return v.scale.Name
}

// scaleItems are the scales of conflict and cooperation.
func (v *actorsView) scaleItems() []*fyne.MenuItem {
	set := func(s *cameo.Scale) { v.scale = s; v.data.tree = nil; v.update() }
	goldstein, plover := cameo.GoldsteinScale(), cameo.PLOVERScale()
	items := []*fyne.MenuItem{
		checked(lang.L("as recorded"), v.scale == nil, func() { set(nil) }),
		checked(goldstein.Name, v.scale != nil && v.scale.Name == goldstein.Name, func() { set(&goldstein) }),
		checked(plover.Name, v.scale != nil && v.scale.Name == plover.Name, func() { set(&plover) }),
	}
	if v.OnScale != nil {
		own := v.scale != nil && v.scale.Name != goldstein.Name && v.scale.Name != plover.Name
		items = append(items, checked(lang.L("A table of one's own…"), own, func() { v.OnScale(set) }))
	}
	return items
}

// lookItems are what can be changed of one chart.
func (v *actorsView) lookItems(s *charts.Spec) []*fyne.MenuItem {
	look := v.looks[s.Key]
	turn := func(words string, on bool, change func(*chartLook)) *fyne.MenuItem {
		return checked(words, on, func() {
			change(&look)
			v.looks[s.Key] = look
			v.rebuild()
		})
	}
	var items []*fyne.MenuItem
	switch s.Kind {
	case charts.Stacked, charts.Heat, charts.Ranking:
		items = append(items, turn(lang.L("Shares instead of numbers"), look.normalised, func(l *chartLook) { l.normalised = !l.normalised }))
	case charts.Scores:
		items = append(items, turn(lang.L("Cooperation and conflict apart"), look.separate, func(l *chartLook) { l.separate = !l.separate }))
	case charts.Matrix, charts.Network:
		items = append(items,
			turn(lang.L("Colours tell the mean score"), look.byScore, func(l *chartLook) { l.byScore = !l.byScore }),
			turn(lang.L("Who acts on whom"), look.byRole, func(l *chartLook) { l.byRole = !l.byRole }))
	}
	switch s.Kind {
	case charts.Stacked, charts.Scores, charts.Heat, charts.Ranking, charts.Calendar, charts.Shares:
		items = append(items, turn(lang.L("By role"), look.byRole, func(l *chartLook) { l.byRole = !l.byRole }))
	}
	if s.Kind == charts.Ranking || s.Kind == charts.Heat {
		items = append(items, turn(lang.L("All of them"), look.all, func(l *chartLook) { l.all = !l.all }))
	}
	return items
}
