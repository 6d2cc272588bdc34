package pdf

import (
	"fmt"
	"math"
	"strings"
)

// A Segment is a piece of an outline, in thousandths of an em with y upwards: a
// move, a line, or a quadratic or cubic curve, by the number of its points.
type Segment struct {
	Move   bool
	Points []Point
}

// A Point is a place.
type Point struct{ X, Y float64 }

// A Font is the letters of one face that a document uses. A letter is a shape
// that stands for a text: the same shape that stands for another text is another
// letter.
type Font struct {
	resource
	base    string
	letters []letter
	at      map[letterKey]Letter
}

type letterKey struct {
	glyph uint32
	text  string
}

type letter struct {
	text    string
	advance float64 // whole thousandths of an em
	outline []Segment
}

// A Letter is the number of a letter in its font.
type Letter uint16

// NewFont begins a font. The name is the face's; it need not be unique.
func (d *Document) NewFont(name string) *Font {
	n := len(d.fonts)
	f := &Font{
		resource: resource{fmt.Sprintf("F%d", n+1), d.reserve()},
		// A subset is marked by six capitals of its own.
		base: fmt.Sprintf("CHAN%c%c+%s", 'A'+n/26%26, 'A'+n%26, plainName(name)),
		at:   map[letterKey]Letter{},
		// The first letter of a font is the one for what it lacks.
		letters: make([]letter, 1),
	}
	d.fonts = append(d.fonts, f)
	return f
}

// plainName makes a name that PDF writes as it is.
func plainName(name string) string {
	plain := strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return -1
	}, name)
	if plain == "" {
		return "Font"
	}
	return plain
}

// lettersLimit is how many letters a font may have.
const lettersLimit = 1<<16 - 1

// Letter returns the letter of a glyph that stands for a text, which may be
// empty. outline is called for a letter that the font does not have yet. It is 0
// when the font is full.
func (f *Font) Letter(glyph uint32, text string, advance float64, outline func() []Segment) Letter {
	key := letterKey{glyph, text}
	if known, ok := f.at[key]; ok {
		return known
	}
	if len(f.letters) >= lettersLimit {
		return 0
	}
	n := Letter(len(f.letters))
	f.letters = append(f.letters, letter{text, math.Round(advance), outline()})
	f.at[key] = n
	return n
}

// A Placed is a letter at a place on a baseline, in em to the right and up from
// its start.
type Placed struct {
	Font *Font
	Letter
	X, Y float64
}

// Text draws letters with their baseline from x, y, in a size in units, turned a
// quarter to the left when up is set. The letters stand for text as a whole,
// which is said besides where they do not spell it one after the other.
func (p *Page) Text(x, y, size float64, up bool, text string, letters []Placed) {
	if len(letters) == 0 {
		return
	}
	spelt := spelling(letters) == text
	if !spelt {
		p.op("BDC", "/Span", "<</ActualText"+textString(text)+">>")
	}
	p.op("BT")
	for from := 0; from < len(letters); {
		to := from + 1
		for to < len(letters) && letters[to].Font == letters[from].Font && letters[to].Y == letters[from].Y {
			to++
		}
		p.line(x, y, size, up, letters[from:to])
		from = to
	}
	p.op("ET")
	if !spelt {
		p.op("EMC")
	}
}

func spelling(letters []Placed) string {
	var b strings.Builder
	for _, l := range letters {
		b.WriteString(l.Font.letters[l.Letter].text)
	}
	return b.String()
}

// line draws letters of one font on one height.
func (p *Page) line(x, y, size float64, up bool, letters []Placed) {
	f := letters[0].Font
	p.op("Tf", "/"+p.use("Font", f.resource), num(size))
	dx, dy := letters[0].X*size, -letters[0].Y*size
	if up {
		p.numbers("Tm", 0, -1, -1, 0, x+dy, y-dx)
	} else {
		p.numbers("Tm", 1, 0, 0, -1, x+dx, y+dy)
	}
	var b strings.Builder
	b.WriteString("[<")
	at := letters[0].X
	for _, l := range letters {
		// What a letter is off its place is told in thousandths to the left.
		if off := (at - l.X) * 1000; off > 0.5 || off < -0.5 {
			fmt.Fprintf(&b, ">%s<", num(off))
			at = l.X
		}
		fmt.Fprintf(&b, "%04X", uint16(l.Letter))
		at += f.letters[l.Letter].advance / 1000
	}
	b.WriteString(">]")
	p.op("TJ", b.String())
}
