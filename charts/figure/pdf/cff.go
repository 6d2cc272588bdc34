package pdf

import (
	"encoding/binary"
	"math"
)

// compactFont makes a font program in the Compact Font Format (Adobe Technical
// Note 5176) of letters, keyed by their numbers. Both cubic and quadratic curves
// fit into it without loss, which they do not into TrueType.
func compactFont(name string, box [4]int, letters []letter) []byte {
	header := []byte{1, 0, 4, 4}
	names := index([][]byte{[]byte(name)})
	strings := index([][]byte{[]byte("Adobe"), []byte("Identity")})
	subroutines := index(nil)

	programs := make([][]byte, len(letters))
	for i := range letters {
		programs[i] = charstring(&letters[i])
	}
	outlines := index(programs)
	charset := []byte{0}
	if len(letters) > 1 {
		// One range of numbers, from 1 on; letter 0 is always there.
		charset = binary.BigEndian.AppendUint16([]byte{2, 0, 1}, uint16(len(letters)-2))
	}
	// All letters have the one private dictionary.
	choice := binary.BigEndian.AppendUint16([]byte{3, 0, 1, 0, 0, 0}, uint16(len(letters)))

	// The top dictionary says where the rest lies, and has the same length
	// wherever that is.
	top := func(at int) []byte {
		charsetAt := at
		choiceAt := charsetAt + len(charset)
		outlinesAt := choiceAt + len(choice)
		facesAt := outlinesAt + len(outlines) + privateLength
		var d dictionary
		d.entry(1230, 391, 392, 0) // registry, ordering, supplement: the two strings
		d.entry(5, box[0], box[1], box[2], box[3])
		d.entry(1234, len(letters))
		d.entry(15, charsetAt)
		d.entry(1237, choiceAt)
		d.entry(17, outlinesAt)
		d.entry(1236, facesAt)
		return index([][]byte{d})
	}
	before := len(header) + len(names) + len(top(0)) + len(strings) + len(subroutines)
	var private, face dictionary
	private.entry(20, 0) // the usual width
	private.entry(21, 0) // what widths are told from
	face.entry(18, len(private), before+len(charset)+len(choice)+len(outlines))
	out := header
	for _, part := range [][]byte{names, top(before), strings, subroutines, charset, choice, outlines, private, index([][]byte{face})} {
		out = append(out, part...)
	}
	return out
}

// privateLength is the length of a private dictionary of two numbers.
const privateLength = 2 * (5 + 1)

// index writes a list of byte strings.
func index(items [][]byte) []byte {
	out := binary.BigEndian.AppendUint16(nil, uint16(len(items)))
	if len(items) == 0 {
		return out
	}
	out = append(out, 4) // bytes of an offset
	at := uint32(1)
	out = binary.BigEndian.AppendUint32(out, at)
	for _, item := range items {
		at += uint32(len(item))
		out = binary.BigEndian.AppendUint32(out, at)
	}
	for _, item := range items {
		out = append(out, item...)
	}
	return out
}

// A dictionary is operands before operators.
type dictionary []byte

// entry adds an operator; one of two bytes is 1200 and more. Numbers are written
// in five bytes, so that a dictionary's length does not hang on them.
func (d *dictionary) entry(operator int, operands ...int) {
	for _, v := range operands {
		*d = binary.BigEndian.AppendUint32(append(*d, 29), uint32(int32(v)))
	}
	if operator >= 1200 {
		*d = append(*d, 12, byte(operator-1200))
		return
	}
	*d = append(*d, byte(operator))
}

// charstring writes an outline as a Type 2 charstring (Technical Note 5177), in
// whole thousandths of an em.
func charstring(l *letter) []byte {
	c := program{}
	// Before the first operator stands the letter's width.
	c.number(int(l.advance))
	for _, s := range l.outline {
		switch {
		case s.Move && len(s.Points) == 1:
			c.to(s.Points[0])
			c.out = append(c.out, 21)
		case len(s.Points) == 1:
			c.to(s.Points[0])
			c.out = append(c.out, 5)
		case len(s.Points) == 2:
			a, b := s.Points[0], s.Points[1]
			c.curve(Point{c.at.X + (a.X-c.at.X)*2/3, c.at.Y + (a.Y-c.at.Y)*2/3}, Point{b.X + (a.X-b.X)*2/3, b.Y + (a.Y-b.Y)*2/3}, b)
		case len(s.Points) == 3:
			c.curve(s.Points[0], s.Points[1], s.Points[2])
		}
	}
	return append(c.out, 14)
}

// A program is a charstring under way. at is where its pen is, not rounded;
// x and y are where it is as written.
type program struct {
	out  []byte
	at   Point
	x, y int
}

// to writes the way to a point.
func (c *program) to(p Point) {
	x, y := int(math.Round(p.X)), int(math.Round(p.Y))
	c.number(x - c.x)
	c.number(y - c.y)
	c.x, c.y, c.at = x, y, p
}

func (c *program) curve(a, b, p Point) {
	c.to(a)
	c.to(b)
	c.to(p)
	c.out = append(c.out, 8)
}

func (c *program) number(v int) {
	switch {
	case v >= -107 && v <= 107:
		c.out = append(c.out, byte(v+139))
	case v >= 108 && v <= 1131:
		c.out = append(c.out, byte((v-108)>>8+247), byte(v-108))
	case v >= -1131 && v <= -108:
		c.out = append(c.out, byte((-v-108)>>8+251), byte(-v-108))
	default:
		v = min(max(v, math.MinInt16), math.MaxInt16)
		c.out = append(c.out, 28, byte(v>>8), byte(v))
	}
}
