package edtf

// MembersLimit is how many dates Members lists; longer ranges of a set stay
// intervals.
const MembersLimit = 1000

// span is one member of a set: a date, or a range when last differs from
// first. An end that is open has grainOpen.
type span struct{ first, last point }

func (p *parser) set() (Date, *SyntaxError) {
	form, ranges, err := p.setMembers()
	if err != nil {
		return Date{}, err
	}
	return newSet(form, ranges), nil
}

// newSet builds the set and its canonical text.
func newSet(form Form, ranges []span) Date {
	opening, closing := byte('['), byte(']')
	if form == AllOf {
		opening, closing = '{', '}'
	}
	b := []byte{opening}
	for i, r := range ranges {
		if i > 0 {
			b = append(b, ',')
		}
		b = r.append(b)
	}
	d := Date{form: form, set: string(append(b, closing)), a: ranges[0].first, b: ranges[0].last}
	for _, r := range ranges[1:] {
		if d.a.isDate() && r.first.lower() < d.a.lower() {
			d.a = r.first
		}
		if r.last.grain == grainOpen || d.b.isDate() && r.last.upper() > d.b.upper() {
			d.b = r.last
		}
	}
	return d
}

func (r span) append(b []byte) []byte {
	if r.first == r.last {
		return r.first.append(b)
	}
	if r.first.isDate() {
		b = r.first.append(b)
	}
	b = append(b, '.', '.')
	if r.last.isDate() {
		b = r.last.append(b)
	}
	return b
}

// setMembers reads a set from its opening to its closing bracket, to the end of
// the text.
func (p *parser) setMembers() (Form, []span, *SyntaxError) {
	form, closing := OneOf, byte(']')
	if p.peek() == '{' {
		form, closing = AllOf, '}'
	}
	p.pos++
	var ranges []span
	for {
		p.blanks()
		r, err := p.member(closing, len(ranges) == 0)
		if err != nil {
			return 0, nil, err
		}
		ranges = append(ranges, r)
		p.blanks()
		if p.accept(closing) {
			break
		}
		if r.last.grain == grainOpen {
			return 0, nil, p.fail(p.pos, "\"..\" without a date comes at the end of a set")
		}
		if !p.accept(',') {
			return 0, nil, p.unexpected()
		}
	}
	if !p.done() {
		return 0, nil, p.unexpected()
	}
	return form, ranges, nil
}

func (p *parser) blanks() {
	for p.accept(' ') {
	}
}

// member reads "1667", "1670..1672", "..1760" or "1760..".
func (p *parser) member(closing byte, isFirst bool) (span, *SyntaxError) {
	start := p.pos
	if p.acceptDots() {
		if !isFirst {
			return span{}, p.fail(start, "\"..\" without a date before it comes at the start of a set")
		}
		last, err := p.point()
		return span{point{grain: grainOpen}, last}, err
	}
	if c := p.peek(); c == closing || c == ',' {
		return span{}, p.fail(start, "a set needs a date between its commas and brackets")
	}
	first, err := p.point()
	if err != nil {
		return span{}, err
	}
	if !p.acceptDots() {
		return span{first, first}, nil
	}
	if c := p.peek(); c == closing || c == ',' || c == ' ' {
		return span{first, point{grain: grainOpen}}, nil
	}
	last, err := p.point()
	if err != nil {
		return span{}, err
	}
	if reversed(first, last) {
		return span{}, p.fail(start, "the range is reversed: it ends before it starts")
	}
	return span{first, last}, nil
}

// Members lists the dates of a set. Years, months and days that follow one
// another, "1670..1672", are listed one by one; a range that is open, that has
// doubts or digits not given, or that would make more than MembersLimit dates,
// is listed as an interval. Of every other form Members is d itself.
func (d Date) Members() []Date {
	if d.form != OneOf && d.form != AllOf {
		return []Date{d}
	}
	var members []Date
	for _, r := range d.ranges() {
		switch steps := r.steps(MembersLimit - len(members)); {
		case r.first == r.last:
			members = append(members, Date{a: r.first})
		case len(steps) > 0:
			members = append(members, steps...)
		default:
			members = append(members, Date{form: Interval, a: r.first, b: r.last})
		}
	}
	return members
}

// steps counts a range up by its own unit, or is nil when that cannot be done
// within limit.
func (r span) steps(limit int) []Date {
	first, last := r.first, r.last
	plain := first.yearX|first.partX|first.qualifiers|first.significant|first.exponent == 0 &&
		last.yearX|last.partX|last.qualifiers|last.significant|last.exponent == 0
	countable := first.grain == grainYear || first.grain == grainMonth || first.grain == grainDay
	if !plain || !countable || first.grain != last.grain {
		return nil
	}
	var steps []Date
	for at := first; len(steps) < limit; at = at.next() {
		steps = append(steps, Date{a: at})
		if at == last {
			return steps
		}
	}
	return nil
}

// next is the year, season, month, day, minute or second after p.
func (p point) next() point { return p.step(+1) }

func (p point) step(by int) point {
	switch p.grain {
	case grainYear:
		p.year += int64(by)
	case grainMonth:
		p.year, p.month = carry(p.year, int(p.month)+by, 1, 12)
	case grainSeason:
		first, count := groupingFamily(p.month)
		p.year, p.month = carry(p.year, int(p.month)+by, first, count)
	case grainDay:
		year, month, day := At(p.year, int(p.month), int(p.day)+by).Civil()
		p.year, p.month, p.day = year, uint8(month), uint8(day)
	case grainMinute, grainSecond:
		unit := int64(1)
		if p.grain == grainMinute {
			unit = 60
		}
		i := p.lower().addSeconds(unit * int64(by))
		year, month, day := i.Civil()
		hour, minute, second := i.Clock()
		p.year, p.month, p.day = year, uint8(month), uint8(day)
		p.hour, p.minute, p.second = uint8(hour), uint8(minute), uint8(second)
	}
	return p
}

// carry keeps n among the count codes from first on, moving the year.
func carry(year int64, n, first, count int) (int64, uint8) {
	turn := floorDiv(int64(n-first), int64(count))
	return year + turn, uint8(n - int(turn)*count)
}

// groupingFamily is the first code and the number of codes that make up a year
// together with this one.
func groupingFamily(code uint8) (first, count int) {
	switch {
	case code >= 40:
		return 40, 2
	case code >= 37:
		return 37, 3
	}
	return int(code-21)/4*4 + 21, 4
}
