package app

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"chancery/charts/figure"
	"chancery/data/tabular"
	"chancery/model"
)

// columnForm is what more can be said of a column: how its dates are written, what
// stands for no value, how lists are cut, and which role and codes actors have.
func (z *wizard) columnForm(i int) fyne.CanvasObject {
	c := &z.im.File().Look.Understanding.Columns[i]
	f := z.fieldOf(i)
	left, _ := z.widths()
	rows := newStack()
	note := func(words string) {
		rows.Add(newParagraph(words, left-56, sizeLabel, figure.Text2))
	}
	for k := range c.Shapes {
		note(shapeWords(&c.Shapes[k]))
	}
	if len(c.Examples) > 1 {
		note(lang.L("Others: {{.Words}}", map[string]any{"Words": strings.Join(c.Examples[1:], " · ")}))
	}
	if f == nil {
		words := lang.L("This column is not imported. Its cells stay in your file.")
		if c.InTitle {
			words = lang.L("Titles are put together from this column and others.")
		}
		note(words)
		return newGround(figure.Bg, roomy(rows, 28, 8))
	}
	line := func(name string, o fyne.CanvasObject) {
		rows.Add(newCells(scaled(36), 0, 10, []float32{190, -1}, newClipped(name, sizeLabel, figure.Text2, fyne.TextStyle{}), o))
	}
	if f.Means == tabular.MeansActor {
		line(lang.L("Takes part as"), z.roleSelector(i, f))
		line(lang.L("Names are"), z.systemSelector(i, f))
	}
	if listed(f.Means) {
		line(lang.L("Several in a cell are split at"), z.separatorSelector(i, f))
	}
	for _, value := range ownCategories(c, f) {
		line(lang.L("“{{.Word}}” is", map[string]any{"Word": value}), z.categorySelector(i, f, value))
	}
	line(lang.L("Stands for no value"), z.nullsField(i, f))
	return newGround(figure.Bg, roomy(rows, 28, 8))
}

// listed reports a meaning whose cells may hold several values.
func listed(m tabular.Meaning) bool {
	return m == tabular.MeansActor || m == tabular.MeansTag || m == tabular.MeansURL
}

// mostCategories bounds how many words a person is asked the category of.
const mostCategories = 12

// ownCategories are the words of a column of categories that are not built in, and
// those for which a person has chosen a built-in one.
func ownCategories(c *tabular.ColumnView, f *tabular.Field) []string {
	if f.Means != tabular.MeansCategory {
		return nil
	}
	words := append(slices.Clone(c.OwnCategories), slices.Collect(maps.Keys(f.Values))...)
	slices.Sort(words)
	words = slices.Compact(words)
	return words[:min(len(words), mostCategories)]
}

// categorySelector chooses the category that a word of a file means; none lets it be
// one of the user's own.
func (z *wizard) categorySelector(i int, f *tabular.Field, value string) fyne.CanvasObject {
	options, on := []option{{lang.L("a category of your own"), -1}}, 0
	categories := model.Categories()
	for k, c := range categories {
		options = append(options, option{c.Name, int(c.Index)})
		if f.Values[value] == c.Key {
			on = k + 1
		}
	}
	s := z.selector(options, on, func(k int) {
		z.changeField(i, func(f *tabular.Field) {
			f.Values = maps.Clone(f.Values)
			if k == 0 {
				delete(f.Values, value)
				return
			}
			if f.Values == nil {
				f.Values = map[string]string{}
			}
			f.Values[value] = categories[k-1].Key
		})
	})
	s.OnFocus = z.revealColumn
	return newLow(tabStop(z, fmt.Sprintf("category %d %s", i, value), s))
}

func (z *wizard) roleSelector(i int, f *tabular.Field) fyne.CanvasObject {
	var options []option
	on := slices.Index(model.Roles(), model.Participant)
	for k, r := range model.Roles() {
		options = append(options, option{roleWords(r), -1})
		if r.String() == f.Role {
			on = k
		}
	}
	s := z.selector(options, on, func(k int) {
		z.changeField(i, func(f *tabular.Field) { f.Role = model.Roles()[k].String() })
	})
	s.OnFocus = z.revealColumn
	return newLow(tabStop(z, fmt.Sprintf("role %d", i), s))
}

// roleOf names the role of a column of actors.
func roleOf(role string) string {
	r, err := model.ParseRole(role)
	if err != nil || r == model.Participant {
		return meaningWords(tabular.MeansActor)
	}
	return lang.L("Actor: {{.Role}}", map[string]any{"Role": roleWords(r)})
}

// systems are the systems of codes for actors, "" for names as they stand.
var systems = []string{"", "iso", "cameo", "fips", "cow"}

func systemWords(system string) string {
	switch system {
	case "":
		return lang.L("names, as they stand")
	case "iso":
		return "ISO 3166"
	case "cameo":
		return "CAMEO"
	case "fips":
		return "FIPS 10-4"
	case "cow":
		return lang.L("the Correlates of War")
	}
	return system
}

func (z *wizard) systemSelector(i int, f *tabular.Field) fyne.CanvasObject {
	var options []option
	for _, s := range systems {
		words := systemWords(s)
		if s != "" {
			words = lang.L("codes of {{.System}}", map[string]any{"System": words})
		}
		options = append(options, option{words, -1})
	}
	s := z.selector(options, slices.Index(systems, f.System), func(k int) {
		z.changeField(i, func(f *tabular.Field) { f.System = systems[k] })
	})
	s.OnFocus = z.revealColumn
	return newLow(tabStop(z, fmt.Sprintf("system %d", i), s))
}

// separators are what stands between the values of a cell, "" for one value.
var separators = []string{"", ";", ",", "|", "/", "&", "\n"}

func (z *wizard) separatorSelector(i int, f *tabular.Field) fyne.CanvasObject {
	all := separators
	if !slices.Contains(all, f.Separator) {
		all = append(slices.Clone(all), f.Separator)
	}
	var options []option
	for _, s := range all {
		options = append(options, option{separatorWords(s), -1})
	}
	s := z.selector(options, slices.Index(all, f.Separator), func(k int) {
		z.changeField(i, func(f *tabular.Field) { f.Separator = all[k] })
	})
	s.OnFocus = z.revealColumn
	return newLow(tabStop(z, fmt.Sprintf("separator %d", i), s))
}

func separatorWords(s string) string {
	switch s {
	case "":
		return lang.L("nothing: each cell is one")
	case "\n":
		return lang.L("new lines")
	case ",":
		return lang.L("commas (names that have one are spared)")
	}
	return s
}

// nullsField is where what stands for no value is edited, with bars between.
func (z *wizard) nullsField(i int, f *tabular.Field) fyne.CanvasObject {
	key := fmt.Sprintf("nulls %d %d", z.im.At, i)
	now := strings.Join(f.Nulls, " | ")
	e := z.fields[key]
	if e == nil {
		e = filledField(lang.L("such as NA | -9"), now)
		z.fields[key] = e
	}
	use := func(text string) {
		nulls := []string{}
		for word := range strings.SplitSeq(text, "|") {
			if word = strings.TrimSpace(word); word != "" && !slices.Contains(nulls, word) {
				nulls = append(nulls, word)
			}
		}
		if !slices.Equal(nulls, f.Nulls) {
			z.changeField(i, func(f *tabular.Field) { f.Nulls = nulls })
		}
	}
	e.OnSubmitted = use
	e.OnFocus = func(on bool) {
		if on {
			z.revealColumn(e)
			return
		}
		use(e.Text)
	}
	return tabStop(z, fmt.Sprintf("nulls %d", i), e)
}
