package figure

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// String returns the figure as text, one shape a line, for tests and for
// looking at. Numbers are rounded to a tenth of a dp, so the text is the same
// on every machine.
func (f *Figure) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "figure %s×%s\n", tenth(f.W), tenth(f.H))
	depth, named := 1, 0
	for i := range f.Shapes {
		s := &f.Shapes[i]
		if (s.Kind == KindUnclip || s.Kind == KindUngroup) && depth > 1 {
			depth--
		}
		b.WriteString(strings.Repeat("  ", depth))
		f.describe(&b, s)
		for named < len(f.titles) && f.titles[named].shape == i {
			fmt.Fprintf(&b, " title=%q", f.titles[named].text)
			named++
		}
		b.WriteByte('\n')
		if s.Kind == KindClip || s.Kind == KindGroup {
			depth++
		}
	}
	return b.String()
}

func (f *Figure) describe(b *strings.Builder, s *Shape) {
	b.WriteString(s.Kind.String())
	switch s.Kind {
	case KindRect, KindClip, KindRamp, KindHatch:
		fmt.Fprintf(b, " %s,%s %s×%s", tenth(s.X), tenth(s.Y), tenth(s.W), tenth(s.H))
	case KindLine:
		fmt.Fprintf(b, " %s,%s to %s,%s", tenth(s.X), tenth(s.Y), tenth(s.X+s.W), tenth(s.Y+s.H))
	case KindDisc:
		fmt.Fprintf(b, " %s,%s r=%s", tenth(s.X), tenth(s.Y), tenth(s.Radius))
	case KindGlyph:
		fmt.Fprintf(b, " %s %s,%s size=%s", glyphNames[min(int(s.Glyph), Other)], tenth(s.X), tenth(s.Y), tenth(s.Size))
	case KindText:
		fmt.Fprintf(b, " %s,%s %q size=%s", tenth(s.X), tenth(s.Y), s.Text, tenth(s.Size))
	case KindNumber:
		fmt.Fprintf(b, " %s,%s %q size=%s", tenth(s.X), tenth(s.Y), WriteNumber(s.Number), tenth(s.Size))
	case KindGroup:
		fmt.Fprintf(b, " %q", s.Text)
	}
	for _, p := range f.span(s) {
		if s.Kind == KindRamp {
			fmt.Fprintf(b, " %s:%d%%", strconv.FormatFloat(float64(p.X), 'f', -1, 32), percent(p.Y))
			continue
		}
		fmt.Fprintf(b, " %s,%s", tenth(p.X), tenth(p.Y))
	}
	s.describeLook(b)
}

func (s *Shape) describeLook(b *strings.Builder) {
	word := func(name string, set bool) {
		if set {
			b.WriteByte(' ')
			b.WriteString(name)
		}
	}
	number := func(name string, v float32) {
		if v != 0 {
			fmt.Fprintf(b, " %s=%s", name, tenth(v))
		}
	}
	if !s.Fill.None() {
		fmt.Fprintf(b, " fill=%s", s.Fill)
	}
	if !s.Stroke.None() {
		fmt.Fprintf(b, " stroke=%s", s.Stroke)
	}
	number("width", s.StrokeWidth)
	if s.Kind == KindRect {
		number("radius", s.Radius)
	}
	if s.Kind == KindHatch {
		number("step", s.Size)
	}
	if s.Dash != [2]float32{} {
		fmt.Fprintf(b, " dash=%s,%s", tenth(s.Dash[0]), tenth(s.Dash[1]))
	}
	word("round", s.Round)
	word("hollow", s.Hollow)
	word("bold", s.Bold)
	word("italic", s.Italic)
	word("mono", s.Mono)
	word("up", s.Up)
	word("centre", s.Align == Centre)
	word("right", s.Align == Right)
}

// String returns the ink's token and, unless it is opaque, its opacity.
func (k Ink) String() string {
	if k.Alpha == 255 {
		return k.Token.String()
	}
	return fmt.Sprintf("%s@%d%%", k.Token, percent(float32(k.Alpha)/255))
}

func percent(v float32) int { return int(math.Round(float64(min(max(v, 0), 1)) * 100)) }

// tenth returns a number rounded to a tenth, without trailing zeros and without
// a sign if it is 0.
func tenth(v float32) string { return rounded(v, 10) }

// rounded returns a number rounded to one part in parts.
func rounded(v float32, parts float64) string {
	r := math.Round(float64(v)*parts) / parts
	if r == 0 {
		return "0"
	}
	return strconv.FormatFloat(r, 'f', -1, 64)
}
