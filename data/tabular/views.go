package tabular

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"chancery/model"
)

// completeNulls adds to each field the values that stand for none in its
// column, unless the mapping says which do.
func (u *Understanding) completeNulls(profiles []*columnProfile) {
	for i := range u.Mapping.Columns {
		f := &u.Mapping.Columns[i]
		at := find(u.Header, f.Column)
		if at < 0 {
			continue
		}
		if f.Nulls == nil {
			f.Nulls = profiles[at].nulls(f.Means, f.System)
		}
		if f.Ongoing == nil {
			f.Ongoing = profiles[at].ongoing(f.Means)
		}
		f.Nulls = slices.DeleteFunc(slices.Clone(f.Nulls), func(w string) bool { return slices.Contains(f.Ongoing, w) })
		for _, w := range u.hints.Nulls {
			if !slices.Contains(f.Nulls, w) {
				f.Nulls = append(f.Nulls, w)
			}
		}
	}
}

// noteDates notes what dates of a column have in common, which a single one does
// not show.
func (u *Understanding) noteDates(profiles []*columnProfile) {
	u.midnight, u.serials, u.months = map[string]bool{}, map[string]string{}, map[string]bool{}
	for _, f := range u.Mapping.Columns {
		at := find(u.Header, f.Column)
		if at < 0 || !f.Means.isDate() {
			continue
		}
		p, name := profiles[at], u.Header[at]
		u.midnight[name] = p.times > 0 && p.midnight == p.times
		u.months[name] = f.Format == "yyyymm"
		plain := p.numbers > p.shapeCount(shapeYear)+p.shapeCount(shapeDay8)+p.shapeCount(shapeMonth6)+p.shapeCount(shapeSigned)
		switch {
		case f.Format == "serial" || u.Sheet != "" && plain:
			u.serials[name] = "1900"
			if u.Since1904 {
				u.serials[name] = "1904"
			}
		case plain && p.most >= 10_000 && p.most <= 80_000 && f.Format == "":
			u.serials[name] = "ask"
		}
	}
}

// examplesShown is how many values of a column are shown, beside those that stand
// for none.
const examplesShown = 3

// view lists what was understood of each column.
func (u *Understanding) view(profiles []*columnProfile, confidence []float64) {
	u.Columns = []ColumnView{}
	for i, name := range u.Header {
		p := profiles[i]
		v := ColumnView{Name: name, Confidence: confidence[i], Filled: p.filled, Examples: []string{}, Nulls: []string{}, Shapes: []ShapeView{}, InTitle: u.Mapping.inTitle(u.Header, i)}
		for _, f := range u.Mapping.Columns {
			if find(u.Header, f.Column) != i || v.Means != MeansNothing {
				continue
			}
			v.Means, v.Role, v.Separator = f.Means, f.Role, f.Separator
			v.Nulls = append(v.Nulls, f.Nulls...)
			if f.Means == MeansCategory {
				v.Categories, v.OwnCategories = p.categories(&f)
			}
			if u.Profile != ProfileNone {
				v.Confidence = u.ProfileConfidence
			}
		}
		for _, example := range p.examples(examplesShown + len(v.Nulls)) {
			if len(v.Examples) < examplesShown && !slices.Contains(v.Nulls, example) {
				v.Examples = append(v.Examples, beginning(example))
			}
		}
		if v.Means.isDate() || p.share(p.dates) > 0.5 && !p.onlyNumbers() {
			v.Shapes = p.shapeViews()
		}
		u.Columns = append(u.Columns, v)
	}
}

// categories counts the words of a column of categories, and lists those that mean
// none that is built in.
func (p *columnProfile) categories(f *Field) (all int, own []string) {
	for _, word := range slices.Sorted(maps.Keys(p.distinct)) {
		means, replaced := f.Values[word]
		if !replaced {
			means = word
		}
		if means == "" || slices.Contains(f.Nulls, word) {
			continue
		}
		all++
		if model.CategoryNamed(means).Index == model.OtherCategory {
			own = append(own, word)
		}
	}
	return all, own
}

func (p *columnProfile) shapeViews() []ShapeView {
	views := []ShapeView{}
	for s, sp := range p.shapes {
		views = append(views, ShapeView{string(s), sp.count, sp.order(), sp.example})
	}
	slices.SortFunc(views, func(a, b ShapeView) int { return cmp.Or(b.Count-a.Count, cmp.Compare(a.Shape, b.Shape)) })
	return views
}

// questions lists what has more than one reading, with the answers that the
// person, the mapping or the file itself gives.
func (u *Understanding) questions(profiles []*columnProfile) []Question {
	shapes := map[shape]*shapeProfile{}
	columns := map[shape][]string{}
	fullYear := u.hasFullYear()
	for _, f := range u.Mapping.Columns {
		at := find(u.Header, f.Column)
		year := f.Means == MeansStartYear || f.Means == MeansEndYear
		if at < 0 || !f.Means.isDate() && !year {
			continue
		}
		for s, sp := range u.askable(profiles[at], f, year) {
			if shapes[s] == nil {
				shapes[s] = &shapeProfile{example: sp.example}
			}
			shapes[s].merge(sp)
			if !slices.Contains(columns[s], u.Header[at]) {
				columns[s] = append(columns[s], u.Header[at])
			}
		}
	}
	var all []Question
	add := func(kind QuestionKind, s shape, rows int, answer, reason string) {
		q := ask(kind, s, shapes[s].example)
		q.Rows, q.Columns = rows, columns[s]
		for _, given := range []struct {
			answers Answers
			reason  string
		}{{u.hints.Answers, "as you said"}, {u.Mapping.Answers, "as the mapping says"}} {
			if a := given.answers.of(kind, s); a != "" && q.Answer == "" {
				q.Answer, q.Reason = a, given.reason
			}
		}
		if q.Answer == "" && answer != "" {
			q.Answer, q.Reason = answer, reason
		}
		all = append(all, q)
	}
	for _, s := range sortedShapes(shapes) {
		sp := shapes[s]
		if s.orders() {
			u.askOrder(add, s, sp)
		}
		switch {
		case s.shortYear() && !fullYear:
			add(AskCentury, s, sp.count, "", "")
		case s == shapeSigned:
			add(AskEra, s, sp.count, "", "")
		case s == shapePair:
			add(AskPair, s, sp.count, u.pairAnswer(shapes), "other months of the column are no pairs of years")
		case s == shapeSerial:
			add(AskSerial, s, sp.count, "", "")
		}
	}
	return all
}

func sortedShapes(shapes map[shape]*shapeProfile) []shape {
	var all []shape
	for s := range shapes {
		all = append(all, s)
	}
	slices.Sort(all)
	return all
}

// askable are the shapes of a column of dates that may have to be asked for.
func (u *Understanding) askable(p *columnProfile, f Field, year bool) map[shape]*shapeProfile {
	found := map[shape]*shapeProfile{}
	if !year {
		for s, sp := range p.shapes {
			if slices.Contains(f.Nulls, sp.example) && sp.count == p.distinct[sp.example] {
				continue
			}
			found[s] = sp
		}
		if u.serials[u.Header[find(u.Header, f.Column)]] == "ask" {
			found[shapeSerial] = &shapeProfile{count: p.numbers, example: p.examples(1)[0]}
		}
		return found
	}
	for _, v := range p.examples(mostDistinct) {
		if strings.HasPrefix(v, "-") && len(v) > 1 && allDigits(v[1:]) && !slices.Contains(f.Nulls, v) && !slices.Contains(f.Ongoing, v) {
			sp := found[shapeSigned]
			if sp == nil {
				sp = &shapeProfile{example: v}
				found[shapeSigned] = sp
			}
			sp.count += p.distinct[v]
		}
	}
	return found
}

// askOrder asks for the order of day and month, or says what shows it. Dates
// with dots have the day first wherever they are used.
func (u *Understanding) askOrder(add func(QuestionKind, shape, int, string, string), s shape, sp *shapeProfile) {
	answer, reason := sp.order(), ""
	switch {
	case answer == "dmy":
		reason = counts(sp.firstOver, "date has", "dates have") + " a first number above 12, none a second"
	case answer == "mdy":
		reason = counts(sp.secondOver, "date has", "dates have") + " a second number above 12, none a first"
	case sp.firstOver+sp.secondOver == 0 && sp.open == 0:
		return // the same day either way
	case s[1] == '.' && sp.firstOver+sp.secondOver == 0:
		answer, reason = "dmy", "dates with dots have the day first"
	}
	add(AskOrder, s, sp.open, answer, reason)
}

// counts writes a number with what it is of.
func counts(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// pairAnswer is that these are months where others beside them cannot be pairs
// of years.
func (u *Understanding) pairAnswer(shapes map[shape]*shapeProfile) string {
	if shapes[shapeMonth] != nil || shapes[shapeISO] != nil {
		return "month"
	}
	return ""
}

// hasFullYear reports a column with the year in full beside a whole date.
func (u *Understanding) hasFullYear() bool {
	whole, year := false, false
	for _, f := range u.Mapping.Columns {
		if find(u.Header, f.Column) < 0 {
			continue
		}
		whole = whole || f.Means == MeansStart
		year = year || f.Means == MeansStartYear
	}
	return whole && year
}

// warn tells of what was probably lost before the file came to us.
func (u *Understanding) warn(profiles []*columnProfile) {
	u.Warnings = []string{}
	for _, f := range u.Mapping.Columns {
		at := find(u.Header, f.Column)
		if at < 0 || f.Means != MeansCode {
			continue
		}
		if p := profiles[at]; p.lostZero > 0 {
			u.Warnings = append(u.Warnings, fmt.Sprintf("the codes of the column %s seem to have lost their zeros (%s): a spreadsheet took them for numbers",
				u.Header[at], strings.Join(p.shortCodes(3), ", ")))
		}
	}
	if u.EncodingConfidence < 0.5 {
		u.Warnings = append(u.Warnings, fmt.Sprintf("the encoding is a guess: %s; say which it is if letters look wrong", u.Encoding))
	}
	if len(u.Sheets) > 1 {
		u.Warnings = append(u.Warnings, fmt.Sprintf("the workbook has other sheets, which are not read: %s", strings.Join(slices.DeleteFunc(slices.Clone(u.Sheets), func(s string) bool { return s == u.Sheet }), ", ")))
	}
}

// shortCodes are codes without the zero that they should have.
func (p *columnProfile) shortCodes(most int) []string {
	var found []string
	for _, v := range p.examples(mostDistinct) {
		if len(found) < most && allDigits(v) && v[0] != '0' && (len(v) <= 2 && atoi(v) > 20 || len(v) == 1 || len(v) == 3 && atoi(v) > 209) {
			found = append(found, v)
		}
	}
	return found
}
