package charts

import (
	"slices"

	"chancery/charts/figure"
)

// A stack folds what is thinner than foldUnder when a bin has more than
// foldAbove parts.
const (
	foldAbove = 8
	foldUnder = 2 // dp
)

func (d *drawing) stackedHeight() float32 { return d.legendHeight() + 206*d.k }

// stacked draws bars by category, or a glyph for each of few events.
func (d *drawing) stacked() {
	if !d.bare {
		d.legend()
	}
	p := d.plot(14 * d.k)
	if len(d.s.Marks) > 0 {
		p.dots()
		return
	}
	p.values()
	p.axis()
	p.columns()
	for b := range p.bins {
		p.stack(b)
	}
	p.marks()
}

// wholeOnly leaves out values that no number of events can have.
func wholeOnly(values []float64) []float64 {
	return slices.DeleteFunc(values, func(v float64) bool { return v != float64(int(v)) })
}

// stack draws the bar of a bin from the bottom up.
func (p *plot) stack(b int) {
	x, w := p.bar(b)
	parts := 0
	for i := range p.s.Series {
		if p.s.Series[i].Values[b] > 0 {
			parts++
		}
	}
	// Parts are drawn from the top down and reach to the zero line, so that no
	// seam shows between them.
	sum, folded := 0.0, 0.0
	var pieces []piece
	for i := range p.s.Series {
		v := p.s.Series[i].Values[b]
		switch {
		case v <= 0:
		case parts > foldAbove && p.y(0)-p.y(v) < foldUnder*p.k:
			folded += v
		default:
			pieces = append(pieces, piece{i, sum, sum + v, figure.CategoryToken(int(p.s.Glyphs[i]))})
			sum += v
		}
	}
	if folded > 0 {
		pieces = append(pieces, piece{-1, sum, sum + folded, figure.CategoryToken(figure.Other)})
	}
	for _, part := range slices.Backward(pieces) {
		low, high := p.y(part.from), p.y(part.to)
		p.Fill(figure.R(x, high, w, p.y(0)-high), part.ink.Ink())
		if part.series >= 0 {
			p.hit(figure.R(x, high, w, low-high), BarPart, part.series, b)
		}
	}
}

// A piece is a part of a bar, between two values; series is -1 for what was
// folded.
type piece struct {
	series   int
	from, to float64
	ink      figure.Token
}

// dots draws each event as the glyph of its category, piled up in its bin.
func (p *plot) dots() {
	pitch := 14 * p.k
	p.Line(figure.Pt(p.X, p.Bottom()), figure.Pt(p.Right(), p.Bottom()), figure.Pen{Ink: figure.Outline.Ink()})
	p.axis()
	p.columns()
	piled := make([]int, len(p.bins))
	highest := 1
	for _, m := range p.s.Marks {
		b, _ := p.s.Where(m.Start)
		piled[b]++
		highest = max(highest, piled[b])
	}
	pitch = min(pitch, (p.H-4*p.k)/float32(highest))
	clear(piled)
	for i, m := range p.s.Marks {
		b, _ := p.s.Where(m.Start)
		at := figure.Pt(p.middle(b), p.Bottom()-pitch*(float32(piled[b])+0.5)-2*p.k)
		piled[b]++
		p.mark(at, i)
	}
	p.marks()
}

// mark draws the glyph of an event, and makes it a datum.
func (p *plot) mark(at figure.Point, i int) {
	m := &p.s.Marks[i]
	if p.litEvent(i) {
		p.Disc(at, 9*p.k, figure.Box{Fill: figure.Hover.Ink(), Stroke: figure.Sel.Ink(), Width: 1.5 * p.k})
	}
	p.Glyph(at, int(m.Category), figure.Mark{Size: 11 * p.k, Halo: p.k, Back: figure.Surface.Ink()})
	p.hit(figure.R(at.X-7*p.k, at.Y-7*p.k, 14*p.k, 14*p.k), MarkPart, i, 0)
}

func (d *drawing) litEvent(i int) bool {
	return d.o.Lit != nil && slices.Contains(d.o.Lit.Events, d.s.Marks[i].Event)
}

// A legendItem is a glyph and a name in the legend, from the area's corner.
type legendItem struct {
	x, y  float32
	glyph uint8
	name  string
}

// legendItems lays out the legend of a stack, in as many rows as it takes.
func (d *drawing) legendItems() (items []legendItem, height float32) {
	if len(d.s.Series) == 0 {
		return nil, 0
	}
	x, y, k := float32(0), float32(0), d.k
	for i := range d.s.Series {
		name := d.s.Series[i].Name
		w := 12*k + d.o.Faces.Measure(name, 11*k, false)
		if x > 0 && x+w > d.area.W {
			x, y = 0, y+rowHeight*k
		}
		items = append(items, legendItem{x, y, d.s.Glyphs[i], name})
		x += w + 12*k
	}
	return items, y + rowHeight*k
}

func (d *drawing) legendHeight() float32 {
	if d.bare {
		return 0
	}
	_, h := d.legendItems()
	return h
}

// legend draws the silhouettes of the categories with their names.
func (d *drawing) legend() {
	items, h := d.legendItems()
	k := d.k
	for _, item := range items {
		y := d.area.Y + item.y + 8*k
		d.Glyph(figure.Pt(d.area.X+item.x+4.5*k, y), int(item.glyph), figure.Mark{Size: 9 * k, Back: figure.Surface.Ink()})
		name, _ := d.o.Faces.Truncate(item.name, 11*k, false, d.area.W-12*k)
		d.caption(d.area.X+item.x+12*k, y, name, figure.Text2, figure.Left)
	}
	d.drop(h)
}
