package app

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"chancery/charts/figure"
	"chancery/data"
	"chancery/data/tabular"
)

// problemLimit bounds the rows that are listed; the rest are counted.
const problemLimit = 200

// checkPage lists the rows that need a look, each with ways to mend it.
func (z *wizard) checkPage() fyne.CanvasObject {
	left, right := z.widths()
	z.side.Content = z.sideParts(right)
	z.side.Refresh()
	var middle fyne.CanvasObject
	if r := z.im.Report; r != nil && len(r.Problems) == 0 {
		icon := newIcon()
		recolour(icon, "check", ink(figure.OK))
		good := newLine(scaled(44), icon, fyne.NewSize(18, 18), newText(lang.L("Every row is understood."), sizeHeading, figure.Text, true))
		middle = newParts(2, roomy(good, 16, 4), rule(), z.firstRows())
	} else {
		list := newStack()
		z.addProblems(list, left)
		z.problems.Content = list
		z.problems.Refresh()
		middle = newParts(1, z.problemChips(left), z.problems)
	}
	return newParts(1, z.fileHead(), z.beside(left, middle, z.side))
}

// shownProblems are those that are listed.
func (z *wizard) shownProblems() []data.Problem {
	if z.im.Report == nil {
		return nil
	}
	if z.reason == "" || z.page == pageMatch {
		return z.im.Report.Problems
	}
	var some []data.Problem
	for _, p := range z.im.Report.Problems {
		if p.Column == z.reason {
			some = append(some, p)
		}
	}
	return some
}

// problemChips offers the problems of one column alone.
func (z *wizard) problemChips(width float32) fyne.CanvasObject {
	var columns []string
	counts := map[string]int{}
	if z.im.Report != nil {
		for _, p := range z.im.Report.Problems {
			if counts[p.Column]++; counts[p.Column] == 1 {
				columns = append(columns, p.Column)
			}
		}
	}
	if counts[z.reason] == 0 {
		z.reason = ""
	}
	slices.SortStableFunc(columns, func(a, b string) int { return counts[b] - counts[a] })
	title := newText(lang.L("Rows to look at"), sizeBody, figure.Text, true)
	chips := []fyne.CanvasObject{newLine(scaled(24), nil, fyne.Size{}, title)}
	room := width - 32 - title.MinSize().Width
	add := func(key, words string, count int) {
		c := NewChip("", words, func() {
			z.reason = key
			z.problems.ScrollToTop()
			z.refresh()
		})
		c.Value, c.On = groupDigits(int64(count)), z.reason == key
		if room -= c.MinSize().Width + 6; room > 0 {
			chips = append(chips, tabStop(z, "reason "+key, c))
		}
	}
	if z.im.Report != nil {
		add("", lang.L("All"), z.im.Report.LeftOut)
	}
	if len(columns) > 1 {
		for _, column := range columns {
			if column != "" {
				add(column, column, counts[column])
			}
		}
	}
	return newStack(roomy(newCells(scaled(48)-16, 0, 6, chipWidths(chips), chips...), 16, 8), rule())
}

// addProblems lists rows that cannot be taken in, by row, column, value and
// reason.
func (z *wizard) addProblems(list *fyne.Container, width float32) {
	problems := z.shownProblems()
	limit := problemLimit
	if z.page == pageMatch {
		limit = sideProblems
		if z.im.Report == nil || len(problems) == 0 {
			return
		}
		list.Add(roomy(newEnds(scaled(36), newText(lang.L("Rows to look at"), sizeBody, figure.Text, true),
			newText(groupDigits(int64(z.im.Report.LeftOut)), sizeCaption, figure.Text3, false)), 14, 0))
		list.Add(rule())
	}
	for i := range problems[:min(len(problems), limit)] {
		list.Add(z.problemCard(&problems[i], width))
		list.Add(rule())
	}
	if more := len(problems) - limit; more > 0 {
		list.Add(roomy(newTextRow(lang.N("{{.Count}} more", more, map[string]any{"Count": more}), false), 14, 6))
	}
	if n := z.repairs(); n > 0 {
		back := tabStop(z, "unrepair", newLink(lang.L("Take all repairs back"), width, z.unrepair))
		list.Add(roomy(newEnds(scaled(26), newText(lang.N("{{.Count}} rows mended or left out by hand", n, map[string]any{"Count": n}),
			sizeLabel, figure.Text2, false), back), 14, 6))
	}
}

// problemCard is one row that needs a look, with the ways to mend it.
func (z *wizard) problemCard(p *data.Problem, width float32) fyne.CanvasObject {
	where := lang.L("Row {{.Row}}", map[string]any{"Row": groupDigits(int64(p.Row))})
	if len(z.im.Files) > 1 {
		where = p.File + ", " + where
	}
	token := figure.Error
	repair := z.im.Repair(p)
	switch {
	case repair.Skip:
		token = figure.Text3
	case p.Question != "":
		token = figure.Warn
	}
	icon := newIcon()
	recolour(icon, "warn", ink(token))
	body := newStack(newTopLine(icon, newParagraph(where+", "+problemWords(p.Column, p.Value, p.Message, p.Question), width-56, sizeLabel, figure.Text)))
	var ways []fyne.CanvasObject
	add := func(way, words string, tapped func()) {
		l := tabStop(z, fmt.Sprintf("problem %s %d %s", p.File, p.Row, way), newLink(words, width, tapped))
		l.OnFocus = z.revealProblem
		ways = append(ways, l)
	}
	key := problemKey(p)
	switch {
	case !z.mendable(p):
	case repair.Skip:
		add("take", lang.L("Take it again"), func() { z.im.SetRepair(p, tabular.Repair{}) })
	default:
		if p.Column != "" {
			add("edit", lang.L("Edit value"), func() { z.editProblem(key, p) })
		}
		add("skip", lang.L("Skip row"), func() { z.im.SetRepair(p, tabular.Repair{Skip: true}) })
		// Without a date a row makes no event: to treat that as missing mends nothing.
		if i := z.columnOf(p); p.Value != "" && i >= 0 && !strings.HasPrefix(string(z.im.File().Look.Understanding.Columns[i].Means), string(tabular.MeansStart)) {
			add("missing", lang.L("Treat as missing"), func() { z.treatAsMissing(p) })
		}
	}
	body.Add(roomy(flowOf(width-56, 14, ways...), 23, 2))
	if z.open[key] {
		body.Add(z.problemForm(key, p, width-56))
	}
	return roomy(body, 14, 8)
}

func problemKey(p *data.Problem) string { return fmt.Sprintf("problem %s %d", p.File, p.Row) }

func (z *wizard) revealProblem(o fyne.CanvasObject) {
	if z.page == pageMatch {
		reveal(z.side, o)
		return
	}
	reveal(z.problems, o)
}

// mendable reports a row of a table of events: other formats have no cells, and
// other tables are read as they are.
func (z *wizard) mendable(p *data.Problem) bool {
	for _, f := range z.im.Files {
		if f.Input.Name == p.File {
			return len(f.Look.Header) > 0 && f.Look.Kind == tabular.Events.String()
		}
	}
	return false
}

// columnOf returns the column of a problem in the file at hand, which becomes the
// problem's; below 0 when its meaning cannot be changed.
func (z *wizard) columnOf(p *data.Problem) int {
	for i, f := range z.im.Files {
		if f.Input.Name == p.File && f.Look.Foreign() && i == z.im.At {
			return columnNamed(f.Look.Understanding, p.Column)
		}
	}
	return -1
}

// treatAsMissing makes the value of a cell stand for no value in its column.
func (z *wizard) treatAsMissing(p *data.Problem) {
	z.changeField(z.columnOf(p), func(f *tabular.Field) { f.Nulls = append(f.Nulls, p.Value) })
}

// editProblem opens the field for the cell of a row, or closes it.
func (z *wizard) editProblem(key string, p *data.Problem) {
	z.open[key] = !z.open[key]
	if delete(z.fields, key); z.open[key] {
		value := p.Value
		if again, ok := z.im.Repair(p).Cells[p.Column]; ok {
			value = again
		}
		z.fields[key] = filledField("", value)
	}
	z.refresh()
	if e := z.fields[key]; e != nil {
		z.win.Canvas().Focus(e)
	}
}

// problemForm is where the cell of a row is written anew: for this row, or for all
// that say the same.
func (z *wizard) problemForm(key string, p *data.Problem, width float32) fyne.CanvasObject {
	e := z.fields[key]
	use := func(text string) {
		z.open[key] = false
		cells := maps.Clone(z.im.Repair(p).Cells)
		if cells == nil {
			cells = map[string]string{}
		}
		cells[p.Column] = text
		z.im.SetRepair(p, tabular.Repair{Cells: cells})
	}
	e.OnSubmitted = use
	ways := []fyne.CanvasObject{tabStop(z, key+" use", NewButton("", lang.L("Use it"), func() { use(e.Text) }))}
	if same := z.sameValue(p); same > 1 && z.columnOf(p) >= 0 {
		ways = append(ways, tabStop(z, key+" all", NewButton("", lang.L("For all {{.Count}} rows with this value", map[string]any{"Count": same}), func() {
			z.open[key] = false
			z.changeField(z.columnOf(p), func(f *tabular.Field) {
				values := maps.Clone(f.Values)
				if values == nil {
					values = map[string]string{}
				}
				values[p.Value], f.Values = e.Text, values
			})
		})))
	}
	tabStop(z, key+" field", e)
	return roomy(newStack(e, roomy(flowOf(width, 6, ways...), 0, 6)), 23, 4)
}

// sameValue counts the rows that are left out for the same value of a column.
func (z *wizard) sameValue(p *data.Problem) int {
	n := 0
	for _, other := range z.im.Report.Problems {
		if other.File == p.File && other.Column == p.Column && other.Value == p.Value {
			n++
		}
	}
	return n
}

// repairs counts the rows that were mended or left out by hand.
func (z *wizard) repairs() int {
	n := 0
	for _, f := range z.im.Files {
		n += len(f.Hints.Repairs)
	}
	return n
}

// unrepair takes all repairs back.
func (z *wizard) unrepair() {
	for _, f := range z.im.Files {
		f.Hints.Repairs = nil
	}
	z.im.Check(z.page == pageCheck)
}

// saveRejects writes the rows that are left out, with their reasons, as CSV.
func (z *wizard) saveRejects() {
	done := newMain("", lang.L("Save"), nil)
	name := z.im.File().Input.Name
	form := newSaveForm(z.prefs.folder(), lang.L("left out of {{.Name}}", map[string]any{"Name": stem(name)})+".csv", ".csv", true, done)
	o := z.over(lang.L("Save the rows left out"), inset(form.Object, sheetMargin), done, fyne.NewSize(520, 300))
	accept := func() {
		path, ok := form.path()
		if !ok || done.Disabled() {
			return
		}
		o.close()
		z.export(path, z.im.Rejects())
	}
	done.OnTapped = accept
	form.name.OnSubmitted = func(string) { accept() }
	z.win.Canvas().Focus(form.name)
}
