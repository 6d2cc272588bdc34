package edtf

// wordReader fills fields from the tokens of one English date.
type wordReader struct {
	tokens []token
	at     int
	f      fields
	// before is an era that stands before its year: "AD 79".
	before era
	isYear bool // the word "year" came
	known  bool // something of a date was understood
}

// words reads the parts of one date in English, every word of it.
func (r *reader) words(s string) (fields, *fault) {
	w := wordReader{tokens: lex(s)}
	if len(w.tokens) == 0 {
		return fields{}, noDate
	}
	for w.at < len(w.tokens) {
		if f := w.next(); f != nil {
			return fields{}, w.adjust(f)
		}
	}
	if last := w.tokens[len(w.tokens)-1]; fillers[last.text] {
		return fields{}, w.adjust(&fault{faultWord, "“" + last.text + "” at the end is no part of a date"})
	}
	if w.f.era == eraNone {
		w.f.era = w.before
	}
	if r.order == YearFirst {
		w.yearBeforeDay()
	}
	return w.f, nil
}

// adjust says plainly that there is no date when no part of one was seen.
func (w *wordReader) adjust(f *fault) *fault {
	if f.rank == faultDate || w.known {
		return f
	}
	for _, t := range w.tokens {
		if t.kind != tokenWord && t.kind != tokenSign || months[t.text] != 0 {
			return f
		}
	}
	return noDate
}

// yearBeforeDay turns "19 Nov 17" round when the year comes first.
func (w *wordReader) yearBeforeDay() {
	if b := w.f.bare; w.f.month != 0 && len(b) == 2 && b[0].digits == 2 && !w.f.hasYear {
		w.f.setYear(b[0].n, 2)
		w.f.short = true
		w.f.bare = b[1:]
	}
}

func (w *wordReader) peek(ahead int) token {
	if w.at+ahead < len(w.tokens) {
		return w.tokens[w.at+ahead]
	}
	return token{kind: tokenSign}
}

func (w *wordReader) next() *fault {
	t := w.peek(0)
	w.at++
	switch t.kind {
	case tokenWord:
		return w.word(t)
	case tokenSign:
		return w.sign(t)
	case tokenPlural:
		w.known = true
		if w.f.dated() {
			return impossible("more than one year")
		}
		w.f.setYear(t.n, t.digits)
		w.f.decade = true
		return nil
	}
	w.known = true
	return w.number(t)
}

func (w *wordReader) number(t token) *fault {
	if f, ok := w.counted(t); ok {
		return f
	}
	switch {
	case t.kind == tokenApostrophe:
		if f := w.year(t); f != nil {
			return f
		}
		w.f.short = true
		return nil
	case t.kind == tokenNumber && (t.digits == 4 || w.isYear || w.before != eraNone && w.f.day+len(w.f.bare) == 0):
		return w.year(t)
	case t.digits > 4:
		return impossible("a number, not a date: years have four digits")
	}
	if len(w.f.bare) == 2 {
		return impossible("too many numbers for a date")
	}
	w.f.bare = append(w.f.bare, bareNumber{t.n, t.digits})
	return nil
}

// counted gives a number its meaning by the word behind it, if that has one.
func (w *wordReader) counted(t token) (f *fault, ok bool) {
	behind := w.peek(0)
	if behind.kind != tokenWord {
		return nil, false
	}
	switch {
	case centuryWords[behind.text] && (behind.text != "c" || behind.glued || t.kind == tokenOrdinal):
		w.at++
		return w.century(int(t.n)), true
	case behind.text == "millennium":
		w.at++
		w.f.millennium = int(t.n)
		return w.tooLarge(t.n), true
	case t.kind == tokenOrdinal && (behind.text == "half" || behind.text == "quarter"):
		return w.portion(int(t.n)), true
	case eras[behind.text] != eraNone && t.kind == tokenNumber:
		w.at++
		w.f.era = eras[behind.text]
		return w.year(t), true
	}
	return nil, false
}

func (w *wordReader) year(t token) *fault {
	switch {
	case w.f.dated():
		return impossible("more than one year")
	case t.digits > 9:
		return impossible("a number, not a date: years have four digits")
	}
	w.f.setYear(t.n, t.digits)
	return nil
}

func (w *wordReader) century(n int) *fault {
	if w.f.dated() {
		return impossible("more than one year")
	}
	w.f.century = n
	return w.tooLarge(int64(n))
}

func (w *wordReader) tooLarge(n int64) *fault {
	if n < 1 || n > 100 {
		return impossible("there is no such century")
	}
	return nil
}

// portion reads "half" or "quarter" behind its number.
func (w *wordReader) portion(n int) *fault {
	word := w.peek(0).text
	w.at++
	most := 4
	if word == "half" {
		most = 2
	}
	switch {
	case n == 0:
		n = most
	case n > most:
		return impossible("there is no such " + word)
	}
	if word == "half" {
		w.f.half = n
	} else {
		w.f.quarter = n
	}
	return nil
}

// sign lets pass the signs that stand inside dates: commas, the full stop of
// "17. November", the hyphens of "17-Nov-2019" and "mid-1860s".
func (w *wordReader) sign(t token) *fault {
	switch t.text {
	case ",", ".":
		return nil
	case "(", ")":
		// "(Sunday)" and the empty brackets a time zone leaves.
		return nil
	case "-":
		return w.hyphen(t)
	}
	return &fault{faultWord, "“" + t.text + "” is no part of a date"}
}

func (w *wordReader) hyphen(t token) *fault {
	dash := &fault{faultShape, "a dash without two dates"}
	if w.at < 2 || !t.glued || !w.peek(0).glued {
		return dash
	}
	left, right := w.tokens[w.at-2], w.peek(0)
	switch {
	case thirds[left.text] != 0:
		return nil
	case months[left.text] != 0 && right.kind == tokenNumber:
		w.f.hyphened = len(w.f.bare) == 0
		return nil
	case months[right.text] != 0 && left.kind != tokenWord:
		return nil
	case right.text == "century" || right.text == "centuries":
		return w.centuryBehind()
	}
	return dash
}

// centuryBehind makes a century of the number before "19th-century".
func (w *wordReader) centuryBehind() *fault {
	w.at++
	last := len(w.f.bare) - 1
	if last < 0 {
		return &fault{faultShape, "a century without a number"}
	}
	n := w.f.bare[last].n
	w.f.bare = w.f.bare[:last]
	return w.century(int(n))
}
