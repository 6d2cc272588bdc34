package edtf

import (
	"strconv"
	"strings"
)

// interval writes the two sides with an en dash, sharing what they have alike.
func (w writer) interval(a, b point) string {
	if a.isDate() && b.isDate() {
		return w.span(a, b)
	}
	return w.side(a) + " – " + w.side(b)
}

func (w writer) side(p point) string {
	if p.grain == grainNone {
		return "?"
	}
	return w.point(p)
}

func (w writer) span(a, b point) string {
	if a == b {
		return w.point(a)
	}
	if w.omit && !(w.omits(a) && w.omits(b)) {
		// A year left out on one side only would be taken for the other's.
		w = writer{}
	}
	q, uniform := a.uniform()
	other, otherUniform := b.uniform()
	if uniform && otherUniform && q == other {
		// A doubt before a shared year or month is of both sides; one before
		// two whole years would be taken for that of the first alone.
		if text, ok := w.shared(a, b); ok && (q == 0 || a.grain > grainYear) {
			return doubted(text, point{grain: grainYear, qualifiers: uint8(q)})
		}
	}
	return w.point(a) + " – " + w.point(b)
}

// shared writes a range of two plain dates of one grain: "3–5 May 2019",
// "28 Nov – 3 Dec 2019", "Mar–May 2019", "1939–1945". Others it leaves.
func (w writer) shared(a, b point) (text string, ok bool) {
	if a.grain != b.grain || a.yearX|a.partX|b.yearX|b.partX|a.significant|b.significant != 0 {
		return "", false
	}
	sameYear := a.year == b.year
	switch {
	case a.grain == grainYear:
		return yearRange(a.year, b.year), true
	case a.grain == grainMonth && sameYear:
		return monthWord(a.month) + "–" + w.withYear(monthWord(b.month), b), true
	case a.grain == grainDay && sameYear && a.month == b.month:
		days := strconv.Itoa(int(a.day)) + "–" + strconv.Itoa(int(b.day))
		return days + " " + w.withYear(monthWord(b.month), b), true
	case a.grain == grainDay && sameYear:
		first := strconv.Itoa(int(a.day)) + " " + monthWord(a.month)
		second, _ := w.bare(b)
		return first + " – " + second, true
	}
	return "", false
}

// set writes "by 11 Nov 2019", "between 11 and 16 Nov 2019", "1667, 1668 or
// 1670–1672", and "and" for all of a set.
func (w writer) set(d Date) string {
	ranges := d.ranges()
	if d.form == OneOf && len(ranges) == 1 && ranges[0].first != ranges[0].last {
		return w.oneRange(ranges[0])
	}
	word := "or"
	if d.form == AllOf {
		word = "and"
	}
	names := make([]string, len(ranges))
	for i, r := range ranges {
		switch {
		case r.first.grain == grainOpen:
			names[i] = w.point(r.last) + " " + word + " earlier"
		case r.last.grain == grainOpen:
			names[i] = w.point(r.first) + " " + word + " later"
		default:
			names[i] = w.span(r.first, r.last)
		}
	}
	return listed(names, word)
}

// oneRange writes one date out of a range. "By" a day includes that day; "by
// 1913" would be unclear, and "before 1914" is not.
func (w writer) oneRange(r span) string {
	switch {
	case r.first.grain == grainOpen && r.last.grain >= grainDay:
		return "by " + w.point(r.last)
	case r.last.grain == grainOpen:
		return w.point(r.first) + " or later"
	case r.first.grain == grainOpen:
		next, ok := r.last.neighbour(+1)
		switch {
		case !ok:
			return w.point(r.last) + " or earlier"
		case next.yearX != 0 && next.qualifiers == 0:
			return "before the " + w.point(next)
		}
		return "before " + w.point(next)
	}
	joined := w.span(r.first, r.last)
	if strings.Contains(joined, " – ") {
		return "between " + strings.Replace(joined, " – ", " and ", 1)
	}
	return "between " + strings.Replace(joined, "–", " and ", 1)
}

// neighbour is the date next to p, or before it, at the same precision and with
// the same doubts. Decades and centuries have neighbours; a date that gives its
// digits in another order, or a year near the end of the numbers, has none.
func (p point) neighbour(by int) (point, bool) {
	if p.partX|p.significant|p.exponent != 0 || isLong(p.year) {
		return p, false
	}
	if p.yearX == 0 {
		next := p.step(by)
		return next, !isLong(next.year)
	}
	units := map[uint8]int64{0b0001: 10, 0b0011: 100, 0b0111: 1000}
	unit, ok := units[p.yearX&digitsX]
	if !ok || p.grain != grainYear {
		return p, false
	}
	negative := p.yearX&negativeX != 0
	switch {
	case negative && p.year == 0 && by > 0:
		p.yearX &^= negativeX
	case !negative && p.year == 0 && by < 0:
		p.yearX |= negativeX
	default:
		p.year += int64(by) * unit
	}
	return p, !isLong(p.year)
}
