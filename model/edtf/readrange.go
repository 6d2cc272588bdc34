package edtf

import "strings"

// ranges reads two dates joined by a dash or by words. The dash that makes two
// dates is taken; all are tried, the clearer first.
func (r *reader) ranges(s string) ([]Date, *fault) {
	s = strings.TrimPrefix(s, "from ")
	var worst *fault
	for _, cut := range splits(s) {
		left, right := strings.TrimSpace(s[:cut[0]]), strings.TrimSpace(s[cut[1]:])
		notes := len(r.notes)
		pairs, f := r.pair(left, right)
		if f == nil {
			return intervals(pairs)
		}
		r.notes = r.notes[:notes]
		worst = closer(worst, f)
	}
	if worst == nil {
		worst = noDate
	}
	return nil, worst
}

// intervals makes intervals of the pairs that are in order.
func intervals(pairs [][2]point) ([]Date, *fault) {
	var dates []Date
	for _, p := range pairs {
		switch {
		case p[0].grain == grainNone && p[1].grain == grainNone:
			return nil, noDate
		case reversed(p[0], p[1]):
		case p[0] == p[1]:
			dates = append(dates, Date{a: p[0]})
		default:
			dates = append(dates, Date{form: Interval, a: p[0], b: p[1]})
		}
	}
	if len(dates) == 0 {
		return nil, impossible("the range is reversed: it ends before it starts")
	}
	return dates, nil
}

// splits are the places where a text may fall into two dates.
func splits(s string) [][2]int {
	var places [][2]int
	for _, word := range []string{"–", " - ", " -- ", " to ", " until ", " till ", " through ", " thru ", " -", "- ", "-"} {
		for at := 0; ; {
			i := strings.Index(s[at:], word)
			if i < 0 {
				break
			}
			at += i
			if !isMinus(s, at+strings.IndexByte(word, '-')) {
				places = append(places, [2]int{at, at + len(word)})
			}
			at += len(word)
		}
	}
	// "winter 2010/11" is one winter; pair sees to it.
	if i := strings.IndexByte(s, '/'); i > 0 && hasSeason(s[:i]) {
		places = append(places, [2]int{i, i + 1})
	}
	return places
}

// isMinus reports a hyphen with a blank before it and a figure behind it: in
// "summer -1980" it is no dash.
func isMinus(s string, at int) bool {
	return at > 0 && at+1 < len(s) && s[at] == '-' && s[at-1] == ' ' && isDigit(rune(s[at+1]))
}

// openWords stand for an end that is open, or that nobody knows.
var openWords = map[string]point{
	"open": {grain: grainOpen}, "present": {grain: grainOpen}, "the present": {grain: grainOpen},
	"now": {grain: grainOpen}, "today": {grain: grainOpen}, "ongoing": {grain: grainOpen},
	"date": {grain: grainOpen}, "..": {grain: grainOpen}, "?": {}, "unknown": {}, "": {},
}

// pair reads two dates that may share a year, a month or a century, and returns
// every pair they make.
func (r *reader) pair(left, right string) ([][2]point, *fault) {
	if left == "" {
		return nil, noDate
	}
	lefts, lp, f := r.sideOrOpen(left)
	if f != nil {
		return nil, f
	}
	rights, rp, f := r.sideOrOpen(right)
	if f != nil {
		return nil, f
	}
	switch {
	case lefts == nil && rights == nil:
		return nil, noDate
	case lefts == nil:
		return r.pairsWith(rights, func(p point) [2]point { return [2]point{lp, p} })
	case rights == nil:
		return r.pairsWith(lefts, func(p point) [2]point { return [2]point{p, rp} })
	}
	return r.pairs(lefts, rights)
}

func (r *reader) sideOrOpen(s string) ([]fields, point, *fault) {
	if p, ok := openWords[s]; ok {
		return nil, p, nil
	}
	all, f := r.side(s)
	return all, point{}, f
}

func (r *reader) pairsWith(all []fields, pair func(point) [2]point) ([][2]point, *fault) {
	dates, f := r.resolveAll(all, true)
	if f != nil {
		return nil, f
	}
	pairs := make([][2]point, len(dates))
	for i, d := range dates {
		pairs[i] = pair(d.a)
	}
	return pairs, nil
}

func (r *reader) pairs(lefts, rights []fields) ([][2]point, *fault) {
	var pairs [][2]point
	var worst *fault
	for _, a := range lefts {
		for _, b := range rights {
			if a.order != Unstated && b.order != Unstated && a.order != b.order {
				continue // one writer keeps to one order
			}
			more, f := r.onePair(a, b)
			pairs = append(pairs, more...)
			worst = closer(worst, f)
		}
	}
	if len(pairs) == 0 {
		return nil, closer(worst, noDate)
	}
	if len(pairs) > 1 && orders(lefts)*orders(rights) > 1 {
		r.remark("The order of day and month is not stated.")
	}
	return pairs, nil
}

func (r *reader) onePair(a, b fields) ([][2]point, *fault) {
	share(&a, &b)
	starts, f := r.resolve(a, true)
	if f != nil {
		return nil, f
	}
	ends, f := r.resolve(b, true)
	if f != nil {
		return nil, f
	}
	var pairs [][2]point
	for i, start := range starts {
		for j, end := range ends {
			if len(starts) == len(ends) && i != j {
				continue // 1800s–1900s are both centuries or both decades
			}
			p := [2]point{start.a, end.a}
			if isWinter(start.a) && end.a == yearPoint(start.a.year+1) {
				p[1] = p[0] // winter 2010–11
			}
			pairs = append(pairs, p)
		}
	}
	return pairs, nil
}

func isWinter(p point) bool { return p.grain == grainSeason && (p.month == 24 || p.month == 28) }
