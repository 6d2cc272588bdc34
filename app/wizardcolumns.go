package app

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"chancery/charts/figure"
	"chancery/data/tabular"
)

// matchWidths are those of the list of columns: name, chevron, meaning,
// example, what was understood.
var matchWidths = []float32{-1.6, 20, 168, -2.1, -3}

// matchPage shows what the columns mean, and what becomes of the first rows.
func (z *wizard) matchPage() fyne.CanvasObject {
	left, right := z.widths()
	var middle fyne.CanvasObject
	if z.im.File().Look.Foreign() {
		list := z.columnList()
		z.columns.Content = list
		z.columns.Refresh()
		start, heads, first := z.startFrom(left), z.columnHeads(), z.firstRows()
		room := z.pageSize().Height - scaled(64) - start.MinSize().Height - heads.MinSize().Height - first.MinSize().Height
		low := min(list.MinSize().Height, max(room, scaled(3*36)))
		middle = newParts(3, start, heads, fixedHeight(z.columns, low), first)
	} else {
		middle = newParts(1, roomy(newParagraph(lang.L("This file says itself what its columns mean."), left-40, sizeBody, figure.Text2), 16, 12), z.firstRows())
	}
	z.side.Content = z.sideParts(right)
	z.side.Refresh()
	return newParts(1, z.fileHead(), z.beside(left, middle, z.side))
}

// beside sets the two parts of a page beside each other, with a line between.
func (z *wizard) beside(left float32, a, b fyne.CanvasObject) fyne.CanvasObject {
	line := newGround(figure.Line, container.NewWithoutLayout())
	return &fyne.Container{Layout: besideLayout{left}, Objects: []fyne.CanvasObject{a,
		&fyne.Container{Layout: besideLayout{1}, Objects: []fyne.CanvasObject{line, b}}}}
}

// fixedHeight shows an object so high, whatever it would need.
func fixedHeight(o fyne.CanvasObject, height float32) fyne.CanvasObject {
	return &fyne.Container{Layout: heightLayout(height), Objects: []fyne.CanvasObject{o}}
}

type heightLayout float32

func (h heightLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(40, float32(h)) }

func (h heightLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place(objects[0], 0, 0, size.Width, size.Height)
}

func (z *wizard) columnHeads() fyne.CanvasObject {
	caption := func(words string) fyne.CanvasObject {
		return newClipped(words, sizeCaption, figure.Text3, fyne.TextStyle{})
	}
	heads := newCells(scaled(24), 16, 10, matchWidths,
		caption(lang.L("File column")), caption(""), caption(lang.L("becomes")), caption(lang.L("Example")), caption(lang.L("Understood")))
	return newStack(rule(), newGround(figure.Bg, heads), rule())
}

// columnList lists the columns of the file.
func (z *wizard) columnList() fyne.CanvasObject {
	list := newStack()
	for i := range z.im.File().Look.Understanding.Columns {
		list.Add(z.columnRow(i))
		if z.open[z.columnKey(i)] {
			list.Add(z.columnForm(i))
		}
		list.Add(rule())
	}
	return list
}

func (z *wizard) columnKey(i int) string { return fmt.Sprintf("column %d %d", z.im.At, i) }

// columnRow is one column: its name, what it becomes, and what was understood.
func (z *wizard) columnRow(i int) fyne.CanvasObject {
	c := &z.im.File().Look.Understanding.Columns[i]
	field := z.fieldOf(i)
	unfold := newFlat("right", lang.L("More of this column"), func() {
		key := z.columnKey(i)
		z.open[key] = !z.open[key]
		z.refresh()
	})
	if z.open[z.columnKey(i)] {
		unfold.Icon = "down"
	}
	unfold.OnHover = z.tips.Over
	words := meaningWords(c.Means)
	if c.Means == tabular.MeansNothing && c.InTitle {
		words = lang.L("Part of the title")
	}
	if c.Means == tabular.MeansActor && field != nil && field.Role != "" {
		words = roleOf(field.Role)
	}
	if c.Separator != "" {
		words = lang.L("{{.Meaning}}, split at “{{.Sign}}”", map[string]any{"Meaning": words, "Sign": c.Separator})
	}
	means := z.selector([]option{{words, -1}}, 0, nil)
	means.OnTapped = func() {
		z.popUnder(means, meaningItems(c.Means, func(m tabular.Meaning) { z.setMeaning(i, m) })...)
	}
	tabStop(z, fmt.Sprintf("means %d", i), means)
	means.OnFocus, unfold.OnFocus = z.revealColumn, z.revealColumn
	example := ""
	if len(c.Examples) > 0 {
		example = c.Examples[0]
	}
	understood, token := z.understood(c, field)
	return newCells(scaled(36), 16, 10, matchWidths,
		newClipped(c.Name, sizeLabel, figure.Text, fyne.TextStyle{Monospace: true}),
		tabStop(z, fmt.Sprintf("unfold %d", i), unfold), newLow(means),
		newClipped(example, sizeLabel, figure.Text2, fyne.TextStyle{}), newClipped(understood, sizeCaption, token, fyne.TextStyle{}))
}

func (z *wizard) revealColumn(o fyne.CanvasObject) { reveal(z.columns, o) }

// understood says in a few words what was made of a column, and whether that
// needs a look.
func (z *wizard) understood(c *tabular.ColumnView, field *tabular.Field) (string, figure.Token) {
	if c.Means == tabular.MeansNothing {
		return "", figure.Text3
	}
	if slices.Contains(z.im.File().Unsure(), c.Name) {
		return lang.L("A guess: is it right?"), figure.Warn
	}
	var parts []string
	for _, s := range c.Shapes {
		parts = append(parts, shapeWords(&s))
	}
	if len(c.Nulls) > 0 {
		parts = append(parts, lang.L("no value: {{.Words}}", map[string]any{"Words": strings.Join(c.Nulls, ", ")}))
	}
	if field != nil && field.System != "" {
		parts = append(parts, lang.L("codes of {{.System}}", map[string]any{"System": systemWords(field.System)}))
	}
	if n := len(c.OwnCategories); n > 0 {
		known := lang.L("{{.Known}} of {{.All}} values known", map[string]any{"Known": groupDigits(int64(c.Categories - n)), "All": groupDigits(int64(c.Categories))})
		return strings.Join(append([]string{known}, parts...), " · "), figure.Warn
	}
	if len(parts) == 0 && c.Filled < z.im.File().Look.Understanding.Rows {
		parts = append(parts, lang.L("{{.Filled}} of {{.Rows}} filled in", map[string]any{
			"Filled": groupDigits(int64(c.Filled)), "Rows": groupDigits(int64(z.im.File().Look.Understanding.Rows)),
		}))
	}
	return strings.Join(parts, " · "), figure.Text2
}

// shapeWords says how dates are written in a column, how many are, and which of
// day and month comes first.
func shapeWords(s *tabular.ShapeView) string {
	words := groupDigits(int64(s.Count)) + " × " + s.Example
	switch s.Order {
	case "dmy":
		words += " (" + lang.L("day first") + ")"
	case "mdy":
		words += " (" + lang.L("month first") + ")"
	}
	return words
}

// fieldOf returns what the mapping in force says of a column, nil when it means
// nothing.
func (z *wizard) fieldOf(i int) *tabular.Field {
	u := z.im.File().Look.Understanding
	return u.Mapping.FieldOf(u.Header, i)
}

// changeField changes what a column means. What was guessed or came with a profile
// becomes the person's own mapping with it.
func (z *wizard) changeField(i int, change func(*tabular.Field)) {
	f := z.im.File()
	u, h := f.Look.Understanding, f.Hints
	own := u.Mapping.For(u.Header)
	field := own.FieldOf(u.Header, i)
	if field == nil {
		own.Columns = append(own.Columns, tabular.Field{Column: u.Header[i]})
		field = &own.Columns[len(own.Columns)-1]
	}
	change(field)
	own.Columns = slices.DeleteFunc(own.Columns, func(f tabular.Field) bool { return f.Means == tabular.MeansNothing })
	own.Key = slices.DeleteFunc(own.Key, func(column string) bool {
		return !slices.ContainsFunc(own.Columns, func(f tabular.Field) bool { return f.Column == column })
	})
	if own.Profile == "" && u.Profile != tabular.ProfileNone && h.Mapping == nil {
		own.Profile = u.Profile
	}
	own.Name, h.Mapping = "", own
	z.im.SetHints(h)
}

// setMeaning gives a column another meaning, with none of the former one's ways.
func (z *wizard) setMeaning(i int, m tabular.Meaning) {
	name := z.im.File().Look.Header[i]
	z.im.File().Agree(name)
	dressed := z.im.File().Look.Understanding.FieldFor(i, m)
	if (m == tabular.MeansStartPrecision || m == tabular.MeansEndPrecision) && dressed.System == "" {
		dressed.System = "words"
	}
	z.changeField(i, func(f *tabular.Field) { *f = dressed })
}
