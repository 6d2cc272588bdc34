package app

import (
	"fmt"
	"maps"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"chancery/charts/figure"
	"chancery/data/tabular"
)

// questionCards asks what the file leaves open: what has several readings, which
// guesses are right, and whether the letters are.
func (z *wizard) questionCards(width float32) []fyne.CanvasObject {
	f := z.im.File()
	u := f.Look.Understanding
	if u == nil {
		return nil
	}
	var cards []fyne.CanvasObject
	n := 0
	ask := func(title, words string, ways ...Way) {
		links := make([]fyne.CanvasObject, 0, len(ways))
		for _, way := range ways {
			key := fmt.Sprintf("ask %d", n)
			n++
			b := tabStop(z, key, NewButton("", way.Word, way.Tapped))
			b.OnFocus = func(o fyne.CanvasObject) { reveal(z.side, o) }
			links = append(links, b)
		}
		icon := newIcon()
		recolour(icon, "warn", ink(figure.Warn))
		cards = append(cards, newGround(figure.WarnSoft, roomy(newStack(
			newTopLine(icon, newParagraphStyled(title, width-64, sizeLabel, figure.Text, fyne.TextStyle{Bold: true})),
			roomy(newStack(newParagraph(words, width-64, sizeLabel, figure.Text2)), 0, 2),
			roomy(flowOf(width-40, 6, links...), 0, 4),
		), 14, 8)), rule())
	}
	if f.Doubtful() {
		ask(lang.L("The encoding is a guess"), lang.L("{{.Encoding}}, {{.Share}} sure. Look whether the letters in the examples and rows are right, or choose another above.",
			map[string]any{"Encoding": u.Encoding, "Share": percent(u.EncodingConfidence)}),
			Way{lang.L("They are right"), func() { z.im.Settle("") }})
	}
	for _, q := range u.Unanswered() {
		title, words := askWords(&q)
		var ways []Way
		for _, c := range q.Choices {
			ways = append(ways, Way{choiceWords(&q, &c), func() { z.answer(q.ID, c.Answer) }})
		}
		ask(title, words, ways...)
		if same := z.openLike(u, &q); same > 1 {
			ask(lang.L("Same for all {{.Count}} ways of writing", map[string]any{"Count": same}),
				lang.L("Dates are written in several ways here that leave the same open."), z.sameForAll(&q)...)
			break
		}
	}
	for _, name := range f.Unsure() {
		i := columnNamed(u, name)
		if i < 0 {
			continue
		}
		ask(lang.L("Is “{{.Column}}” the {{.Meaning}}?", map[string]any{"Column": name, "Meaning": strings.ToLower(meaningWords(u.Columns[i].Means))}),
			lang.L("It was guessed from its values: {{.Words}}", map[string]any{"Words": strings.Join(u.Columns[i].Examples, " · ")}),
			Way{lang.L("Yes"), func() { z.im.Settle(name) }},
			Way{lang.L("No, do not import it"), func() { z.setMeaning(i, tabular.MeansNothing) }})
	}
	return cards
}

// openLike counts the open questions of the kind of one.
func (z *wizard) openLike(u *tabular.Understanding, q *tabular.Question) int {
	n := 0
	for _, other := range u.Unanswered() {
		if other.Kind == q.Kind {
			n++
		}
	}
	return n
}

// sameForAll answers all questions of a kind at once.
func (z *wizard) sameForAll(q *tabular.Question) []Way {
	var ways []Way
	for _, c := range q.Choices {
		word, _, _ := strings.Cut(c.Text, ":")
		ways = append(ways, Way{firstUpper(word), func() { z.answer(string(q.Kind), c.Answer) }})
	}
	return ways
}

// answer answers a question of the file at hand, or with "" takes an answer back.
func (z *wizard) answer(id, answer string) {
	h := z.im.File().Hints
	answers := maps.Clone(h.Answers)
	if answers == nil {
		answers = tabular.Answers{}
	}
	if answers[id] = answer; answer == "" {
		delete(answers, id)
	}
	h.Answers = answers
	z.im.SetHints(h)
}

func columnNamed(u *tabular.Understanding, name string) int {
	for i := range u.Columns {
		if u.Columns[i].Name == name {
			return i
		}
	}
	return -1
}

// askWords puts a question to a person.
func askWords(q *tabular.Question) (title, words string) {
	columns := "“" + strings.Join(q.Columns, "”, “") + "”"
	about := lang.N("{{.Number}} dates in {{.Columns}} are written so. They wait until you say.", q.Rows,
		map[string]any{"Number": groupDigits(int64(q.Rows)), "Columns": columns})
	switch q.Kind {
	case tabular.AskOrder:
		return lang.L("{{.Example}}: which is the day?", map[string]any{"Example": q.Example}), about
	case tabular.AskCentury:
		return lang.L("{{.Example}}: of which century?", map[string]any{"Example": q.Example}), about
	case tabular.AskEra:
		return lang.L("{{.Example}}: how are years before Christ counted?", map[string]any{"Example": q.Example}), about
	case tabular.AskPair:
		return lang.L("{{.Example}}: a month, or two years?", map[string]any{"Example": q.Example}), about
	case tabular.AskSerial:
		return lang.L("{{.Example}}: days as a spreadsheet counts them?", map[string]any{"Example": q.Example}), about
	}
	return q.Text, about
}

// choiceWords says what an answer makes of the example, where that is a date.
func choiceWords(q *tabular.Question, c *tabular.Choice) string {
	if date, ok := strings.CutPrefix(c.Text[max(strings.LastIndex(c.Text, ": "), 0):], ": "+q.Example+" is "); ok && q.Kind != tabular.AskCentury {
		return date
	}
	return firstUpper(c.Text)
}

// firstUpper writes the first letter of words as a capital.
func firstUpper(words string) string {
	runes := []rune(words)
	if len(runes) == 0 {
		return words
	}
	return strings.ToUpper(string(runes[:1])) + string(runes[1:])
}
