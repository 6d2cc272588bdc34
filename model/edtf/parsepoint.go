package edtf

import "strconv"

// point reads one date, with its qualifiers, up to the first byte that cannot
// belong to it.
func (p *parser) point() (point, *SyntaxError) {
	start := p.pos
	q := p.qualifier()
	var d point
	var err *SyntaxError
	long := p.peek() == 'Y'
	if long {
		d, err = p.longYear()
	} else {
		d, err = p.year()
	}
	if err != nil {
		return point{}, err
	}
	d.qualify(0, 0, q)
	d.qualify(0, 0, p.qualifier())
	if p.peek() != '-' {
		return d, nil
	}
	if long || d.significant != 0 {
		return point{}, p.fail(p.pos, "a year with Y, E or S stands alone, without month and day")
	}
	if err := p.month(&d); err != nil {
		return point{}, err
	}
	if p.peek() == '-' {
		if err := p.day(&d); err != nil {
			return point{}, err
		}
	}
	if p.peek() == 'T' {
		if err := p.time(&d); err != nil {
			return point{}, err
		}
	}
	return d, p.exists(d, start)
}

func isLong(year int64) bool { return year > 9999 || year < -9999 }

// qualify adds a doubt to the parts from first to last.
func (d *point) qualify(first, last int, q Qualifier) {
	for part := first; part <= last; part++ {
		d.qualifiers |= uint8(q) << (2 * part)
	}
}

func (p *parser) qualifier() Qualifier {
	var q Qualifier
	switch p.peek() {
	case '?':
		q = Uncertain
	case '~':
		q = Approximate
	case '%':
		q = Uncertain | Approximate
	default:
		return 0
	}
	p.pos++
	return q
}

// digits reads n digits or X, returning their value and a mask of the X.
func (p *parser) digits(n int) (value int64, mask uint8, ok bool) {
	if len(p.text)-p.pos < n {
		return 0, 0, false
	}
	for _, c := range []byte(p.text[p.pos : p.pos+n]) {
		value, mask = value*10, mask<<1
		switch {
		case c == 'X':
			mask |= 1
		case c >= '0' && c <= '9':
			value += int64(c - '0')
		default:
			return 0, 0, false
		}
	}
	p.pos += n
	return value, mask, true
}

// year reads four digits with an optional minus and an optional "S2".
func (p *parser) year() (point, *SyntaxError) {
	start := p.pos
	negative := p.accept('-')
	value, mask, ok := p.digits(4)
	if !ok {
		return point{}, p.notAYear(start)
	}
	if c := p.peek(); c >= '0' && c <= '9' {
		return point{}, p.tooManyDigits(start)
	}
	d := point{year: value, yearX: mask, grain: grainYear}
	if negative {
		if value == 0 && mask == 0 {
			return point{}, p.fail(start, "there is no year -0000: 0000 is 1 BCE and -0001 is 2 BCE")
		}
		d.year = -value
		if mask != 0 {
			d.yearX |= negativeX
		}
	}
	return d, p.significant(&d)
}

func (p *parser) notAYear(start int) *SyntaxError {
	n := 0
	for i := p.pos; i < len(p.text) && p.text[i] >= '0' && p.text[i] <= '9'; i++ {
		n++
	}
	if n > 0 && (p.pos+n == len(p.text) || p.text[p.pos+n] == '-' || p.text[p.pos+n] == '/') {
		return p.fail(start, "a year has four digits: write 79 as 0079")
	}
	p.pos += n
	return p.unexpected()
}

func (p *parser) tooManyDigits(start int) *SyntaxError {
	n := 0
	for i := start; i < len(p.text) && p.text[i] >= '0' && p.text[i] <= '9'; i++ {
		n++
	}
	if n == 8 && start+n == len(p.text) {
		return p.fail(start, "a day is written with hyphens: YYYY-MM-DD")
	}
	return p.fail(start, "a year has four digits, or begins with Y")
}

// longYear reads "Y170000002", "Y-17E7" and "Y3388E2S3". A year of four digits
// or fewer needs no Y, and is the same date as without.
func (p *parser) longYear() (point, *SyntaxError) {
	start := p.pos
	p.pos++
	negative := p.accept('-')
	n, ok := p.number()
	if !ok {
		return point{}, p.fail(start, "a year after Y is digits that do not begin with 0, and fits 19 digits")
	}
	d := point{grain: grainYear}
	if p.accept('E') {
		exponent, ok := p.number()
		if !ok || exponent > 18 {
			return point{}, p.fail(start, "the exponent of a year is 1 to 18")
		}
		d.exponent = uint8(exponent)
		for range exponent {
			if n > maxYear/10 {
				return point{}, p.fail(start, "the year is too large: 19 digits at most")
			}
			n *= 10
		}
	}
	d.year = n
	if negative {
		d.year = -n
	}
	return d, p.significant(&d)
}

// number reads decimal digits without leading zeros that fit an int64.
func (p *parser) number() (int64, bool) {
	end := p.pos
	for end < len(p.text) && p.text[end] >= '0' && p.text[end] <= '9' {
		end++
	}
	if end == p.pos || p.text[p.pos] == '0' {
		return 0, false
	}
	n, err := strconv.ParseInt(p.text[p.pos:end], 10, 64)
	p.pos = end
	return n, err == nil
}

func (p *parser) significant(d *point) *SyntaxError {
	start := p.pos
	if !p.accept('S') {
		return nil
	}
	n, ok := p.number()
	switch {
	case d.yearX != 0:
		return p.fail(start, "a year has significant digits or digits not given, not both")
	case !ok || n > int64(decimals(magnitude(d.year))):
		return p.fail(start, "the significant digits of a year are 1 up to the digits it has")
	}
	d.significant = uint8(n)
	return nil
}

// month reads "-11", "-XX" or a season or other grouping, "-21" to "-41".
func (p *parser) month(d *point) *SyntaxError {
	p.pos++
	q := p.qualifier()
	start := p.pos
	value, mask, ok := p.digits(2)
	if !ok {
		return p.notTwoDigits(start, "a month has two digits: 01 to 12")
	}
	switch {
	case mask == 0 && value >= firstGrouping && value <= lastGrouping:
		d.grain = grainSeason
	case len(fitting(uint8(value), mask, 12, false)) > 0:
		d.grain = grainMonth
	default:
		return p.fail(start, "there is no month "+p.text[start:p.pos]+": months are 01 to 12, seasons and other parts of a year 21 to 41")
	}
	d.month, d.partX = uint8(value), mask<<2
	d.qualify(1, 1, q)
	d.qualify(0, 1, p.qualifier())
	return nil
}

// day reads "-17" or "-XX".
func (p *parser) day(d *point) *SyntaxError {
	if d.grain == grainSeason {
		return p.fail(p.pos, "a season has no days")
	}
	p.pos++
	q := p.qualifier()
	start := p.pos
	value, mask, ok := p.digits(2)
	if !ok {
		return p.notTwoDigits(start, "a day has two digits: 01 to 31")
	}
	d.grain, d.day = grainDay, uint8(value)
	d.partX |= mask
	d.qualify(2, 2, q)
	d.qualify(0, 2, p.qualifier())
	return nil
}

func (p *parser) notTwoDigits(start int, reason string) *SyntaxError {
	switch p.peek() {
	case 'x', 'u', '(', ' ', '?', '~', '%':
		return p.unexpected()
	}
	return p.fail(start, reason)
}

// exists checks that some day fits what was read.
func (p *parser) exists(d point, start int) *SyntaxError {
	if d.grain < grainDay {
		return nil
	}
	if d.partX|d.yearX == 0 {
		if reason := dayFault(d.year, int(d.month), int(d.day)); reason != "" {
			return p.fail(start, reason)
		}
		return nil
	}
	if _, to := d.search(false); to == Past {
		return p.fail(start, "no day fits these digits")
	}
	return nil
}

// dayFault says why a month has no such day, or "".
func dayFault(year int64, month, day int) string {
	most := monthDays(year, month)
	switch {
	case day >= 1 && day <= most:
		return ""
	case day == 0:
		return "there is no day 00: days are 01 to " + strconv.Itoa(most)
	case month == 2 && day == 29:
		return "February " + yearWords(year) + " has 28 days"
	}
	return monthNames[month-1] + " has " + strconv.Itoa(most) + " days"
}

var monthNames = [...]string{
	"January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December",
}
