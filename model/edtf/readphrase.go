package edtf

import (
	"regexp"
	"strings"
)

// read reads a clean, lower-case text that is not EDTF: a date, a date before
// or after, a range or an alternative.
func (r *reader) read(s string) ([]Date, *fault) {
	if isEastAsian(s) {
		return r.eastAsian(s)
	}
	if rest, relate, ok := relation(s); ok {
		return r.related(rest, relate)
	}
	var worst *fault
	ways := []func(string) ([]Date, *fault){r.between, r.single, r.alternatives, r.ranges}
	if threeNumbers.MatchString(s) {
		ways = ways[1:2] // 31-11-2019 is no range from 31 to November
	}
	for _, way := range ways {
		notes := len(r.notes)
		dates, f := way(s)
		if f == nil {
			return dates, nil
		}
		r.notes = r.notes[:notes]
		worst = closer(worst, f)
	}
	return nil, worst
}

// single reads one date.
func (r *reader) single(s string) ([]Date, *fault) {
	all, f := r.side(s)
	if f != nil {
		return nil, f
	}
	return r.resolveAll(all, false)
}

// side reads the parts of one date, in every way they can be taken.
func (r *reader) side(s string) ([]fields, *fault) {
	s, q := doubts(s)
	if s == "" {
		return nil, noDate
	}
	s, weekday := cutDayName(s)
	rest, clock, f := cutClock(s)
	if f != nil {
		return nil, f
	}
	if rest == "" {
		return nil, impossible("a time without a date")
	}
	all, f := r.parts(rest)
	if f != nil {
		return nil, f
	}
	if clock.dropped {
		r.remark("The fraction of the second is left out.")
	}
	for i := range all {
		all[i].q |= q
		if clock.given {
			all[i].clock = clock
		}
		if weekday != 0 {
			all[i].weekday = weekday
		}
	}
	return all, nil
}

func (r *reader) parts(s string) ([]fields, *fault) {
	if all, f, ok := r.numeric(s); ok {
		return all, f
	}
	one, f := r.words(s)
	if f == nil {
		return []fields{one}, nil
	}
	if d, ok := r.edtf(strings.ToUpper(s)); ok && d.form == Single && d.a.isDate() {
		return []fields{{whole: d}}, nil
	}
	return nil, f
}

// resolveAll makes dates of every way of taking the parts; those that make none
// are forgotten if another does.
func (r *reader) resolveAll(all []fields, side bool) ([]Date, *fault) {
	var dates []Date
	var worst *fault
	for _, one := range all {
		more, f := r.resolve(one, side)
		dates = append(dates, more...)
		worst = closer(worst, f)
	}
	if len(dates) == 0 {
		return nil, worst
	}
	if len(distinct(dates)) > 1 && orders(all) > 1 {
		r.remark("The order of day and month is not stated.")
	}
	return dates, nil
}

// orders counts the orders of day, month and year among the ways.
func orders(all []fields) int {
	seen := map[Order]bool{}
	for _, one := range all {
		seen[one.order] = true
	}
	return len(seen)
}

// relations are the words that set a date before or after another.
var relations = []struct {
	words  string
	relate relate
}{
	{"on or before ", upTo}, {"in or before ", upTo}, {"no later than ", upTo}, {"not later than ", upTo},
	{"not after ", upTo}, {"by ", upTo}, {"at latest ", upTo},
	{"before ", before}, {"earlier than ", before}, {"prior to ", before}, {"pre-", before}, {"pre ", before},
	{"on or after ", onwards}, {"in or after ", onwards}, {"no earlier than ", onwards},
	{"not earlier than ", onwards}, {"not before ", onwards}, {"at earliest ", onwards},
	{"after ", following}, {"later than ", following}, {"post-", following},
	{"until ", until}, {"till ", until}, {"up to ", until},
	{"since ", since}, {"from ", from},
}

var relationsBehind = []struct {
	words  string
	relate relate
}{
	{" or earlier", upTo}, {" or before", upTo}, {" at the latest", upTo},
	{" or later", onwards}, {" or after", onwards}, {" at the earliest", onwards},
	{" onwards", since}, {" onward", since}, {" and later", since},
}

// joined is a range beyond doubt, whatever its hyphens.
var joined = regexp.MustCompile(`–| - | (?:to|until|till|through|thru) `)

// relation cuts such words off.
func relation(s string) (rest string, relate relate, ok bool) {
	for _, r := range relationsBehind {
		if rest, ok := strings.CutSuffix(s, r.words); ok {
			return rest, r.relate, true
		}
	}
	if isDigit(rune(s[0])) {
		return "", nil, false
	}
	for _, r := range relations {
		rest, ok := strings.CutPrefix(s, r.words)
		// "from 3 to 5 May" and "from 1914 until 1918" are ranges.
		if ok && !(r.words == "from " && joined.MatchString(rest)) {
			return rest, r.relate, true
		}
	}
	return "", nil, false
}

// relate makes the date that stands before or after another, of which first and
// last are the earliest and the latest it can be. It is not ok when the date
// next to it is not clear.
type relate func(first, last point) (d Date, ok bool)

func openSet(first, last point) Date { return newSet(OneOf, []span{{first, last}}) }

func before(first, _ point) (Date, bool) {
	p, ok := first.neighbour(-1)
	return openSet(point{grain: grainOpen}, p), ok
}

func upTo(_, last point) (Date, bool) { return openSet(point{grain: grainOpen}, last), true }

func following(_, last point) (Date, bool) {
	p, ok := last.neighbour(+1)
	return openSet(p, point{grain: grainOpen}), ok
}

func onwards(first, _ point) (Date, bool) { return openSet(first, point{grain: grainOpen}), true }

func until(_, last point) (Date, bool) { return Date{form: Interval, b: last}, true }

func since(first, _ point) (Date, bool) {
	return Date{form: Interval, a: first, b: point{grain: grainOpen}}, true
}

func from(first, _ point) (Date, bool) { return Date{form: Interval, a: first}, true }

func (r *reader) related(rest string, apply relate) ([]Date, *fault) {
	dates, f := r.single(strings.TrimPrefix(rest, "the "))
	if f != nil {
		return nil, f
	}
	return relateAll(dates, apply)
}

func relateAll(dates []Date, apply relate) ([]Date, *fault) {
	related := make([]Date, len(dates))
	for i, d := range dates {
		first, last := d.a, d.a
		if d.form == OneOf {
			last = d.b
		}
		if d.form > OneOf || d.form == Interval || first.yearX&digitsX == digitsX {
			return nil, impossible("before or after what? Only a year, or a part of one, can be told")
		}
		var ok bool
		if related[i], ok = apply(first, last); !ok {
			return nil, impossible("before or after what? The date next to it is not clear")
		}
	}
	return related, nil
}

// between reads "between 1850 and 1860": one date out of a range.
func (r *reader) between(s string) ([]Date, *fault) {
	rest, ok := strings.CutPrefix(s, "between ")
	if !ok {
		return nil, noDate
	}
	var worst *fault
	for _, word := range []string{" and ", "–", " & "} {
		if left, right, ok := strings.Cut(rest, word); ok {
			pairs, f := r.pair(left, right)
			if f == nil {
				return setsOf(pairs, func(a, b point) []span { return []span{{a, b}} }, OneOf)
			}
			worst = closer(worst, f)
		}
	}
	return nil, closer(worst, noDate)
}

// alternatives reads "1863 or 1864", and "19 and 22 March 1974".
func (r *reader) alternatives(s string) ([]Date, *fault) {
	for _, join := range []struct {
		word string
		form Form
	}{{" or ", OneOf}, {" and ", AllOf}, {" & ", AllOf}} {
		left, right, ok := strings.Cut(s, join.word)
		if !ok {
			continue
		}
		pairs, f := r.pair(left, right)
		if f != nil {
			return nil, f
		}
		return setsOf(pairs, func(a, b point) []span { return []span{{a, a}, {b, b}} }, join.form)
	}
	return nil, noDate
}

func setsOf(pairs [][2]point, members func(a, b point) []span, form Form) ([]Date, *fault) {
	dates := make([]Date, len(pairs))
	for i, p := range pairs {
		if !p[0].isDate() || !p[1].isDate() {
			return nil, impossible("one of the two dates is not given")
		}
		if form == OneOf && reversed(p[0], p[1]) {
			p[0], p[1] = p[1], p[0]
		}
		dates[i] = newSet(form, members(p[0], p[1]))
	}
	return dates, nil
}
