package scene

import (
	"strconv"

	"chancery/charts/figure"
)

// foldNames are the counts of folds up to which no text is made in a frame.
var foldNames = func() (names [100]string) {
	for i := range names {
		names[i] = "×" + strconv.Itoa(i)
	}
	return names
}()

func foldName(n int) string {
	if n < len(foldNames) {
		return foldNames[n]
	}
	return "99+"
}

// foldPill draws how many events lie in one place, beside the glyph. Where the
// row has no room for it, a second glyph behind the first tells of the others.
func (b *Builder) foldPill(f *figure.Figure, d *drawn) {
	if d.slot.side != rightSide {
		return
	}
	name, h := foldName(d.count), 16*b.m.k
	width := b.in.Faces.Measure(name, b.m.caption, false) + 10*b.m.k
	r := figure.R(d.x+d.slot.shift-1, d.y-h/2, width, h)
	f.Rect(r, figure.Box{Fill: figure.Surface.Ink(), Stroke: figure.Outline.Ink(), Radius: h / 2})
	f.Text(figure.Pt(r.X+r.W/2, d.y+b.m.rise-0.4), name,
		figure.Font{Size: b.m.caption, Ink: figure.Text.Ink(), Align: figure.Centre})
	d.text = r
}
