package edtf

// word gives one word its meaning in a date.
func (w *wordReader) word(t token) *fault {
	switch {
	case t.text == "may" || months[t.text] != 0:
		return w.month(months[t.text])
	case seasons[t.text] != 0:
		return w.season(seasons[t.text])
	case weekdays[t.text] != 0:
		w.f.weekday = weekdays[t.text]
		return nil
	case thirds[t.text] != 0:
		if w.f.third != 0 {
			return &fault{faultShape, "both “early” and “late”, or the like"}
		}
		w.f.third = thirds[t.text]
		return nil
	case eras[t.text] != eraNone:
		return w.era(eras[t.text])
	}
	if n, ok := ordinalWords[t.text]; ok {
		return w.ordinal(n)
	}
	return w.otherWord(t)
}

func (w *wordReader) month(n int) *fault {
	w.known = true
	if w.f.month != 0 || w.f.season != 0 {
		return impossible("more than one month")
	}
	w.f.month = n
	return nil
}

func (w *wordReader) season(code int) *fault {
	w.known = true
	if w.f.month != 0 || w.f.season != 0 {
		return impossible("more than one month or season")
	}
	w.f.season = code
	return nil
}

// era belongs to the year or century before it, or to the number that follows.
func (w *wordReader) era(e era) *fault {
	if w.f.era != eraNone || w.before != eraNone {
		return impossible("more than one era")
	}
	if w.f.dated() {
		w.f.era = e
		return nil
	}
	w.before = e
	return nil
}

// ordinal reads "fourth century" and "first half".
func (w *wordReader) ordinal(n int) *fault {
	behind := w.peek(0)
	switch {
	case behind.kind != tokenWord:
	case behind.text == "half" || behind.text == "quarter":
		return w.portion(n)
	case behind.text == "third" && n != 3:
		w.at++
		if n == 0 {
			n = 3
		}
		w.f.third = n
		if n > 3 {
			return impossible("there is no such third")
		}
		return nil
	case n > 0 && centuryWords[behind.text] && len(behind.text) > 1:
		w.at++
		w.known = true
		return w.century(n)
	case n > 0 && behind.text == "millennium":
		w.at++
		w.known = true
		w.f.millennium = n
		return nil
	}
	return &fault{faultShape, "an ordinal without what it counts"}
}

// hemispheres shift the code of a season that follows.
var hemispheres = map[string]int{"northern": 4, "southern": 8}

// numberedGroupings are Q1 to Q4 and H1 and H2: the code before the first, and
// how many there are.
var numberedGroupings = map[string]struct{ before, count int }{"q": {32, 4}, "h": {39, 2}}

// otherWord reads the words that mean something only before another.
func (w *wordReader) otherWord(t token) *fault {
	behind := w.peek(0)
	if g, ok := numberedGroupings[t.text]; ok && behind.kind == tokenNumber && behind.n >= 1 && int(behind.n) <= g.count {
		w.at++
		return w.season(g.before + int(behind.n))
	}
	if shift := hemispheres[t.text]; shift != 0 && seasons[behind.text] != 0 {
		w.at++
		return w.season(seasons[behind.text] + shift)
	}
	switch t.text {
	case "twenty":
		return w.twenty()
	case "some", "day", "month":
		if unit, ok := w.someUnit(t.text); ok {
			return w.some(unit)
		}
	}
	if fillers[t.text] {
		w.isYear = w.isYear || t.text == "year"
		return nil
	}
	return &fault{faultWord, "“" + shorten(t.text) + "” is no part of a date"}
}

// twenty reads "twenty-first century".
func (w *wordReader) twenty() *fault {
	n := ordinalWords[w.peek(1).text]
	if w.peek(0).text != "-" || n < 1 || n > 9 {
		return &fault{faultWord, "“twenty” is no part of a date"}
	}
	w.at += 2
	return w.ordinal(20 + n)
}

// someUnit is the unit of "some day" and of "day in".
func (w *wordReader) someUnit(word string) (unit string, ok bool) {
	behind := w.peek(0).text
	if word == "some" && (behind == "day" || behind == "month") {
		w.at++
		return behind, true
	}
	return word, word != "some" && behind == "in"
}

// some notes that a day or month is meant and not given.
func (w *wordReader) some(unit string) *fault {
	w.f.some = Day
	if unit == "month" {
		w.f.some = Month
	}
	return nil
}
