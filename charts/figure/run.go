package figure

import (
	"slices"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/bidi"
)

// emUnits is the size at which texts are shaped. Positions are kept in em and
// scaled, so that one run serves every size, and its width grows straight with
// the size.
const emUnits = 1024

// A run is a text whose letters are chosen and placed, left to right as they
// are seen. It does not change once made.
type run struct {
	letters []letter
	width   float32 // em
}

// A letter is a glyph of a font at a place on the baseline, in em.
type letter struct {
	face *face
	gid  uint32
	x, y float32 // y upwards
}

// set shapes a text. The reading direction of the whole is that of its first
// letter that has one, and parts in the other direction are turned round.
func (fs *Faces) set(text string, style style) *run {
	runes := []rune(text)
	if len(runes) == 0 {
		return &run{}
	}
	return fs.place(fs.shape(runes, style))
}

// shape returns the parts of a text from left to right.
func (fs *Faces) shape(runes []rune, style style) []shaping.Output {
	fs.resolver.style = style
	direction := baseDirection(runes)
	parts := fs.segmenter.Split(shaping.Input{
		Text: runes, RunEnd: len(runes), Direction: direction,
		Face: fs.bundledFace(style).Face, Size: fixed.I(emUnits),
	}, &fs.resolver)

	outputs := make([]shaping.Output, len(parts))
	for i, part := range parts {
		outputs[i] = fs.shaper.Shape(part)
	}
	visualOrder(outputs, direction)
	return outputs
}

func (fs *Faces) place(outputs []shaping.Output) *run {
	r := &run{}
	x := float32(0)
	for _, out := range outputs {
		f := fs.adopt(out.Face)
		for _, g := range out.Glyphs {
			r.letters = append(r.letters, letter{
				face: f, gid: uint32(g.GlyphID),
				x: x + em(g.XOffset), y: em(g.YOffset),
			})
			x += em(g.Advance)
		}
	}
	r.width = max(x, 0)
	return r
}

func em(v fixed.Int26_6) float32 { return float32(v) / (64 * emUnits) }

func baseDirection(runes []rune) di.Direction {
	for _, r := range runes {
		properties, _ := bidi.LookupRune(r)
		switch properties.Class() {
		case bidi.L:
			return di.DirectionLTR
		case bidi.R, bidi.AL:
			return di.DirectionRTL
		}
	}
	return di.DirectionLTR
}

// visualOrder sorts the parts of a line from left to right: in a line that
// runs to the right every sequence of parts that run to the left is turned
// round; a line that runs to the left is turned round as a whole, and then the
// sequences that run to the right are turned back.
func visualOrder(parts []shaping.Output, direction di.Direction) {
	if direction == di.DirectionRTL {
		slices.Reverse(parts)
	}
	start := -1
	for i := range parts {
		switch {
		case parts[i].Direction == direction && start >= 0:
			slices.Reverse(parts[start:i])
			start = -1
		case parts[i].Direction != direction && start < 0:
			start = i
		}
	}
	if start >= 0 {
		slices.Reverse(parts[start:])
	}
}
