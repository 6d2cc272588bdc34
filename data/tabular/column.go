package tabular

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// A columnProfile is what the values of a column look like.
type columnProfile struct {
	filled, numbers, dates, urls int
	distinct                     map[string]int // up to mostDistinct
	length                       int            // of all values
	lines                        int            // values of several lines
	least, most                  float64        // of the numbers
	negative                     int
	midnight, times              int // dates with a time, and those of midnight
	shapes                       map[shape]*shapeProfile
	separated                    map[string]int // values that hold a separator
	cameo, lostZero              int
}

// A shapeProfile is what the dates of one shape in a column look like.
type shapeProfile struct {
	count                          int
	example                        string // one with two readings, if there is one
	firstOver, secondOver, lastTop int    // numbers that can be no month, and last ones that can be no day
	open                           int    // dates in which day and month can be swapped
}

const mostDistinct = 400

// separators are what lists are cut at, the surest first.
var separators = []string{";", "|", " / ", "\n", ","}

func newColumnProfile() *columnProfile {
	return &columnProfile{distinct: map[string]int{}, shapes: map[shape]*shapeProfile{}, separated: map[string]int{}, least: 1e300, most: -1e300}
}

// add looks at a value.
func (p *columnProfile) add(cell string) {
	v := strings.TrimSpace(cell)
	if v == "" {
		return
	}
	if len(p.distinct) < mostDistinct || p.distinct[v] > 0 {
		p.distinct[v]++
	}
	if slices.Contains(nullWords, v) {
		return
	}
	p.filled++
	p.length += len(v)
	if strings.Contains(v, "\n") {
		p.lines++
	}
	if strings.HasPrefix(v, "http://") || strings.HasPrefix(v, "https://") {
		p.urls++
	}
	for _, s := range separators {
		if strings.Contains(v, s) {
			p.separated[s]++
		}
	}
	if n, err := strconv.ParseFloat(v, 64); err == nil {
		p.numbers++
		p.least, p.most = min(p.least, n), max(p.most, n)
		if n < 0 {
			p.negative++
		}
	}
	p.addCode(v)
	p.addDate(v)
}

// addCode looks for CAMEO codes, and for such that lost the zero before them.
func (p *columnProfile) addCode(v string) {
	if len(v) < 1 || len(v) > 4 || !allDigits(v) {
		return
	}
	if n := atoi(v); v[0] == '0' && len(v) > 1 || len(v) >= 3 && n >= 100 && n < 210 || len(v) == 4 && n < 2100 || len(v) == 2 && n <= 20 {
		p.cameo++
	} else {
		p.lostZero++
	}
}

// addDate looks for a date.
func (p *columnProfile) addDate(v string) {
	if len(v) > 60 {
		return
	}
	plain := strings.TrimPrefix(v, "+")
	if cut := withoutMidnight(plain); cut != plain {
		p.midnight++
		p.times++
		plain = cut
	} else if strings.Contains(plain, ":") {
		p.times++
	}
	s := shapeOf(plain)
	if s == shapeNone || !likelyDate(s, plain) {
		return
	}
	p.dates++
	sp := p.shapes[s]
	if sp == nil {
		sp = &shapeProfile{example: v}
		p.shapes[s] = sp
	}
	sp.count++
	if s.orders() {
		sp.weigh(plain, v, s.shortYear())
	}
}

// likelyDate reports that a text of a shape is a date by itself.
func likelyDate(s shape, text string) bool {
	switch s {
	case shapeYear:
		n := atoi(text)
		return len(text) == 4 && 1000 <= n && n <= 2200 || len(text) == 3
	case shapeDay8:
		m, d := atoi(text[4:6]), atoi(text[6:])
		return text[0] >= '1' && text[0] <= '2' && m <= 12 && d <= 31
	case shapeMonth6:
		return text[0] >= '1' && text[0] <= '2' && atoi(text[4:]) <= 12
	case shapeSigned:
		return len(text) >= 4 && !strings.Contains(text, ".")
	case shapeMonth, shapePair, "#-Mon-##", "Mon-##":
		return true
	case shapeWords:
		if !strings.ContainsAny(text, "0123456789") {
			return false
		}
		r := dateReader{others: true}
		return r.read(text).reason == ""
	}
	r := dateReader{others: true}
	return r.read(text).reason == ""
}

// weigh looks at what a date in figures says of the order of day and month.
func (sp *shapeProfile) weigh(text, whole string, short bool) {
	runs, _, _ := numbers(text)
	if len(runs) < 3 {
		return
	}
	a, b, c := atoi(runs[0]), atoi(runs[1]), atoi(runs[2])
	swaps := a <= 12 && b <= 12 && a != b
	switch {
	case a > 12:
		sp.firstOver++
	case b > 12:
		sp.secondOver++
	case swaps:
		if sp.open == 0 {
			sp.example = strings.Clone(whole)
		}
		sp.open++
	}
	if short && c > 31 {
		sp.lastTop++
	}
}

// order returns the order that the dates of a shape show, "" when they show none
// or more than one.
func (sp *shapeProfile) order() string {
	switch {
	case sp.firstOver > 0 && sp.secondOver == 0:
		return "dmy"
	case sp.secondOver > 0 && sp.firstOver == 0:
		return "mdy"
	}
	return ""
}

// merge adds what another column showed of the shape.
func (sp *shapeProfile) merge(o *shapeProfile) {
	if sp.open == 0 {
		sp.example = o.example
	}
	sp.count += o.count
	sp.firstOver += o.firstOver
	sp.secondOver += o.secondOver
	sp.lastTop += o.lastTop
	sp.open += o.open
}

// share of the values that a count makes.
func (p *columnProfile) share(n int) float64 { return share(n, p.filled) }

// examples returns a few values, the commonest first.
func (p *columnProfile) examples(most int) []string {
	values := make([]string, 0, len(p.distinct))
	for v := range p.distinct {
		values = append(values, v)
	}
	slices.SortFunc(values, func(a, b string) int { return cmp.Or(p.distinct[b]-p.distinct[a], cmp.Compare(a, b)) })
	return values[:min(most, len(values))]
}

// separator returns what the values are cut at, "" when they are no lists. A
// comma cuts only where what is between commas are names by themselves.
func (p *columnProfile) separator() string {
	for _, s := range separators[:len(separators)-1] {
		if n := p.separated[s]; n > 0 && 50*n >= p.filled {
			return s
		}
	}
	if p.separated[","] == 0 {
		return ""
	}
	parts, known := 0, 0
	for v := range p.distinct {
		if !strings.Contains(v, ",") {
			continue
		}
		for _, part := range strings.Split(v, ",") {
			parts++
			if part = strings.TrimSpace(part); p.distinct[part] > 0 || isCountry(part) {
				known++
			}
		}
	}
	if parts > 0 && 3*known >= 2*parts {
		return ","
	}
	return ""
}
