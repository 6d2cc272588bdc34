package charts

import "chancery/charts/figure"

const barRow = 26

func (d *drawing) rankingHeight() float32 {
	return (float32(len(d.s.Categories))*barRow + 24) * d.k
}

// A barList is where a list of bars has its columns.
type barList struct {
	pitch             float32
	name, bar         float32 // lefts
	barWidth          float32
	first, second     float32 // rights of the two numbers
	nameWidth, height float32
}

// bars lays out rows of a name, a bar and two numbers. The names take what
// they need up to a third of the width.
func (d *drawing) bars(indent, below float32) barList {
	k := d.k
	l := barList{name: d.area.X + indent, second: d.area.Right(), height: d.area.H - below}
	l.pitch = min(l.height/float32(len(d.s.Categories)), 32*k)
	widest := float32(0)
	for _, name := range d.s.Categories {
		widest = max(widest, d.o.Faces.Measure(name, 12*k, false))
	}
	l.nameWidth = min(max(widest, 104*k-indent), max(d.area.W*0.4-indent, 40*k))
	l.first = l.second - 40*k
	l.bar = l.name + l.nameWidth + 8*k
	l.barWidth = max(l.first-40*k-l.bar, 8*k)
	return l
}

// row draws the parts of a row that all lists of bars have.
func (d *drawing) barRow(l *barList, i int, share float64, ink figure.Ink, first, second string) {
	k := d.k
	y := d.area.Y + float32(i)*l.pitch
	whole := figure.R(d.area.X, y, d.area.W, l.pitch)
	lit := d.litName(d.s.Categories[i])
	if lit {
		d.Rect(whole, figure.Box{Fill: figure.Hover.Ink(), Radius: 4 * k})
	}
	name, _ := d.o.Faces.Truncate(d.s.Categories[i], 12*k, false, l.nameWidth)
	middle := y + l.pitch/2
	d.Text(figure.Pt(l.name, middle+4.3*k), name, figure.Font{Size: 12 * k})
	if share > 0 {
		d.Rect(figure.R(l.bar, middle-6*k, max(l.barWidth*float32(share), 2*k), 12*k), figure.Box{Fill: ink, Radius: 2 * k})
	}
	d.caption(l.first, middle, first, figure.Text2, figure.Right)
	d.caption(l.second, middle, second, figure.Text, figure.Right)
	d.hit(whole, RowPart, i, 0)
}

// ranking draws a bar for each counterpart, shaded by the mean score.
func (d *drawing) ranking() {
	l := d.bars(0, 24*d.k)
	top, _ := d.s.Extent()
	for i, v := range d.s.Series[0].Values {
		mean, n := d.s.Series[1].Values[i], d.s.Series[1].N[i]
		text := "–"
		if n > 0 {
			text = Points(mean)
		}
		d.barRow(&l, i, v/top, ScoreToken(n, mean).Ink(), d.s.ValueText(v), text)
	}
	y := d.area.Bottom() - 10*d.k
	d.drawScoreKey()
	if d.s.Total > len(d.s.Categories) {
		text := "All " + Count(d.s.Total)
		w := d.o.Faces.Measure(text, 12*d.k, false)
		r := figure.R(d.area.Right()-w, y-10*d.k, w, 20*d.k)
		d.Text(figure.Pt(r.X, y+4.3*d.k), text, figure.Font{Size: 12 * d.k, Ink: figure.Accent.Ink()})
		d.Line(figure.Pt(r.X, y+6.5*d.k), figure.Pt(r.Right(), y+6.5*d.k), figure.Pen{Ink: figure.Accent.Ink()})
		d.hit(r, MorePart, 0, 0)
	}
}

func (d *drawing) sharesHeight() float32 { return float32(len(d.s.Categories)) * 24 * d.k }

// shares draws a bar for each category, with its silhouette.
func (d *drawing) shares() {
	l := d.bars(16*d.k, 0)
	top, _ := d.s.Extent()
	for i, share := range d.s.Series[1].Values {
		d.barRow(&l, i, share/top, figure.CategoryToken(int(d.s.Glyphs[i])).Ink(), Count(int(d.s.Series[0].Values[i])), Percent(share))
		y := d.area.Y + (float32(i)+0.5)*l.pitch
		d.Glyph(figure.Pt(d.area.X+6*d.k, y), int(d.s.Glyphs[i]), figure.Mark{Size: 11 * d.k, Back: figure.Surface.Ink()})
	}
}
