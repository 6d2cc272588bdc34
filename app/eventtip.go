package app

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"chancery/model"
)

// tipActors is how many actors of one side a tooltip names.
const tipActors = 2

// eventTip says what there is to say of an event without opening it: what, when
// and how exactly that is known, who, and what a click does. It is empty while
// the event's title is not known.
func (t *timeline) eventTip(id model.EventID) []TipLine {
	label, known := t.ws.LabelOf(id)
	columns := t.ws.Columns()
	row, found := columns.RowOf(id)
	if !known || !found {
		return nil
	}
	e := model.Event{Start: label.Start, End: label.End}
	switch form := columns.Form[row]; {
	case form.Has(model.SpanForm):
		e.Kind = model.Span
	case form.Has(model.DeadlineForm):
		e.Kind = model.Deadline
	}
	lines := []TipLine{
		{Words: label.Title, Bold: true},
		{Words: fullDate(label.Start, label.End) + ", " + precisionWords(&e)},
	}
	who := columns.Categories[columns.Category[row]].Name
	if actors := actorsInWords(columns, row); actors != "" {
		who = actors + " · " + who
	}
	return append(lines, TipLine{Words: who},
		TipLine{Words: lang.L("Click to select, double-click to edit"), Small: true})
}

// actorsInWords says who acted on whom in the event of a row, or who took part.
func actorsInWords(c *model.Columns, row int) string {
	var from, to, all []string
	actors, roles := c.ActorsOf(row)
	for i, a := range actors {
		name := c.Actors[a].Name
		all = append(all, name)
		switch roles[i] {
		case model.Initiator:
			from = append(from, name)
		case model.Target:
			to = append(to, name)
		}
	}
	if len(from) > 0 && len(to) > 0 {
		return lang.L("{{.From}} to {{.To}}", map[string]any{"From": someOf(from), "To": someOf(to)})
	}
	return someOf(all)
}

// someOf names the first of some names and counts the others.
func someOf(names []string) string {
	if n := len(names) - tipActors; n > 0 {
		return lang.N("{{.Names}} and {{.Count}} more", n, map[string]any{
			"Names": strings.Join(names[:tipActors], ", "), "Count": n,
		})
	}
	return strings.Join(names, ", ")
}
