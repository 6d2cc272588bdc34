package edtf

import (
	"strings"
	"unicode"
)

// isEastAsian reports whether a text is Korean, Japanese or Chinese.
func isEastAsian(s string) bool {
	return strings.IndexFunc(s, func(c rune) bool {
		return c >= 0x1100 && unicode.In(c, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) || c == '〇'
	}) >= 0
}

// eastAsian reads a date, a date before or after, or a range.
func (r *reader) eastAsian(s string) ([]Date, *fault) {
	s, weekday := cutWeekday(s)
	dates, f := r.eastAsianSingle(s, weekday)
	if f == nil {
		return dates, nil
	}
	for _, relation := range eastAsianRelations {
		rest, ok := strings.CutSuffix(strings.TrimSpace(s), relation.word)
		if !ok || strings.Contains(rest, "부터") || strings.Contains(rest, "から") {
			continue
		}
		one, g := r.eastAsianSide(rest)
		if g != nil {
			return nil, closer(f, g)
		}
		dates, g := r.resolve(one, true)
		if g != nil {
			return nil, closer(f, g)
		}
		return relateAll(dates, relation.relate)
	}
	for _, join := range eastAsianJoins {
		left, right, ok := strings.Cut(s, join)
		if !ok || strings.TrimSpace(right) == "" {
			continue
		}
		dates, g := r.eastAsianRange(left, right)
		if g == nil {
			return dates, nil
		}
		f = closer(f, g)
	}
	return nil, f
}

func (r *reader) eastAsianSingle(s string, weekday int) ([]Date, *fault) {
	one, f := r.eastAsianSide(s)
	if f != nil {
		return nil, f
	}
	one.weekday = weekday
	return r.resolve(one, false)
}

func (r *reader) eastAsianRange(left, right string) ([]Date, *fault) {
	for _, ending := range []string{"まで", "까지", "止", "为止", "為止"} {
		right = strings.TrimSuffix(strings.TrimSpace(right), ending)
	}
	right, weekday := cutWeekday(right)
	a, f := r.eastAsianSide(left)
	if f != nil {
		return nil, f
	}
	b, f := r.eastAsianSide(right)
	if f != nil {
		return nil, f
	}
	b.weekday = weekday
	if b.reign == nil && b.era == eraNone && a.reign != nil && b.hasYear && b.digits <= 2 {
		b.reign = a.reign
		year, f := b.reign.year(b.year)
		if f != nil {
			return nil, f
		}
		b.setYear(year, 4)
		b.short = false
	}
	pairs, f := r.onePair(a, b)
	if f != nil {
		return nil, f
	}
	return intervals(pairs)
}

// eastAsianSide reads the parts of one date.
func (r *reader) eastAsianSide(s string) (fields, *fault) {
	s, clock, f := cutClock(s)
	if f != nil {
		return fields{}, f
	}
	s = strings.Map(func(c rune) rune {
		if c == ' ' || c == ',' || c == '，' || c == '、' || c == 'の' {
			return -1
		}
		return c
	}, s)
	one := fields{clock: clock}
	s = cutEastAsianDoubts(s, &one)
	if s == "" {
		return one, noDate
	}
	s = cutEra(s, &one)
	if s, f = r.eastAsianParts(s, &one); f != nil {
		return one, f
	}
	if s != "" {
		return one, &fault{faultWord, "“" + shorten(s) + "” is no part of a date"}
	}
	return one, nil
}

func cutEastAsianDoubts(s string, f *fields) string {
	s, q := doubts(s)
	f.q |= q
	for _, word := range eastAsianDoubtsBefore {
		if rest, ok := strings.CutPrefix(s, word); ok {
			s, f.q = rest, f.q|Approximate
		}
	}
	for _, word := range eastAsianDoubtsBehind {
		if rest, ok := strings.CutSuffix(s, word); ok {
			s, f.q = rest, f.q|Approximate
		}
	}
	return s
}

// cutEra cuts "紀元前", "서기" or the name of a reign.
func cutEra(s string, f *fields) string {
	for i := range reigns {
		for _, name := range reigns[i].names {
			if rest, ok := strings.CutPrefix(s, name); ok {
				f.reign = &reigns[i]
				return rest
			}
		}
	}
	for _, e := range eastAsianEras {
		if rest, ok := strings.CutPrefix(s, e.word); ok {
			f.era = e.era
			return rest
		}
	}
	return s
}

// eastAsianParts reads numbers with their units, year first, then what names a
// part of the whole: a season, the first ten days, the second half.
func (r *reader) eastAsianParts(s string, f *fields) (string, *fault) {
	for s != "" {
		if rest, ok := f.namedPart(s); ok {
			s = rest
			continue
		}
		if rest, afternoon, ok := cutHalfDay(s); ok {
			return r.eastAsianClock(rest, afternoon, f)
		}
		rest := strings.TrimPrefix(s, "第")
		b, rest, ok := leadingNumber(rest)
		if !ok {
			return s, nil
		}
		if code, after, ok := cutWord(rest, numberedParts); ok && b.n >= 1 && b.n <= 4 {
			f.season, s = code+int(b.n), after
			continue
		}
		if _, _, isClock := cutWord(rest, clockUnits[:5]); isClock {
			return r.eastAsianClock(s, 0, f)
		}
		var fault *fault
		if s, fault = f.take(b, rest); fault != nil {
			return s, fault
		}
	}
	return s, nil
}

func (f *fields) namedPart(s string) (string, bool) {
	if !f.dated() && f.month == 0 {
		return s, false
	}
	if code, rest, ok := cutWord(s, eastAsianSeasons); ok && f.season == 0 && f.month == 0 {
		f.season = code
		return rest, true
	}
	if code, rest, ok := cutWord(s, eastAsianHalves); ok && f.half == 0 {
		f.half = code
		return rest, true
	}
	if code, rest, ok := cutWord(s, eastAsianThirds); ok && f.third == 0 && f.day == 0 {
		f.third = code
		return rest, true
	}
	return s, false
}

// take gives a number its place by the unit behind it.
func (f *fields) take(b bareNumber, rest string) (string, *fault) {
	if _, after, ok := cutWord(rest, centuryUnits); ok && !f.dated() {
		f.century = int(min(b.n, 1000))
		return after, nil
	}
	if code, after, ok := cutWord(rest, yearUnits); ok && !f.dated() {
		return after, f.takeYear(b, code)
	}
	if _, after, ok := cutWord(rest, monthUnits); ok && f.month == 0 {
		f.month = int(b.n)
		return after, within(b.n, 12, "months are 1 to 12")
	}
	if _, after, ok := cutWord(rest, dayUnits); ok && f.day == 0 {
		f.day = int(b.n)
		return after, within(b.n, 31, "days are 1 to 31")
	}
	switch {
	case rest != "" || len(f.bare) > 0:
		return rest, &fault{faultShape, "a number without 年, 月 or 日 behind it"}
	case b.digits == 4 && !f.dated():
		f.setYear(b.n, 4)
	default:
		f.bare = append(f.bare, b)
	}
	return rest, nil
}

func within(n, most int64, reason string) *fault {
	if n < 1 || n > most {
		return impossible(reason)
	}
	return nil
}

func (f *fields) takeYear(b bareNumber, unit int) *fault {
	switch {
	case unit == 0:
		return impossible("a fiscal year (年度) is no calendar year")
	case unit == unitDecade:
		f.setYear(b.n, b.digits)
		f.decade = true
		return nil
	case f.reign != nil:
		year, fault := f.reign.year(b.n)
		f.setYear(year, 4)
		return fault
	}
	f.setYear(b.n, b.digits)
	f.short = b.digits == 2 && f.era == eraNone
	return nil
}

// cutHalfDay cuts the words for before and after noon: 0 unless given.
func cutHalfDay(s string) (rest string, half int, ok bool) {
	for _, w := range []wordCode{{"午前", 1}, {"上午", 1}, {"오전", 1}, {"午後", 2}, {"下午", 2}, {"午后", 2}, {"오후", 2}} {
		if rest, ok := strings.CutPrefix(s, w.word); ok {
			return rest, w.code, true
		}
	}
	return s, 0, false
}

// eastAsianClock reads "午後3時30分" and "15시 30분 10초".
func (r *reader) eastAsianClock(s string, half int, f *fields) (string, *fault) {
	c := clock{given: true}
	minutes := false
	for s != "" {
		b, rest, ok := leadingNumber(s)
		if !ok && strings.HasPrefix(s, "半") && !minutes {
			c.minute, minutes, s = 30, true, strings.TrimPrefix(s, "半")
			continue
		}
		unit, rest, isUnit := cutWord(rest, clockUnits)
		if !ok || !isUnit {
			return s, nil
		}
		n := int(min(b.n, 99))
		switch unit {
		case unitHour:
			c.hour = n
		case unitMinute:
			c.minute, minutes = n, true
		case unitSecond:
			c.second, c.seconds = n, true
		}
		s = rest
	}
	if half != 0 && c.hour <= 12 {
		c.hour = c.hour%12 + 12*(half-1)
	}
	if reason := clockFault(c.hour, c.minute, c.second); reason != "" {
		return s, impossible(reason)
	}
	if !minutes {
		r.remark("The hour is left out: EDTF has no time without minutes.")
		return s, nil
	}
	f.clock = c
	return s, nil
}
