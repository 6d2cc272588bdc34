package charts

import (
	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

func (d *drawing) timelineHeight() float32 {
	return (float32(len(d.s.Categories))*rungPitch + axisHeight) * d.k
}

// timeline draws the marks in their lanes, those that last as bars.
func (d *drawing) timeline() {
	if len(d.s.Bins) == 0 {
		s := *d.s
		s.Bins = timelineBins(s.Marks)
		at := *d
		at.s = &s
		d = &at
	}
	p := d.plot(0)
	pitch := p.H / float32(len(d.s.Categories))
	p.axis()
	for i, name := range d.s.Categories {
		y := p.Y + float32(i)*pitch
		d.Line(figure.Pt(d.area.X, y+pitch), figure.Pt(p.Right(), y+pitch), figure.Pen{Ink: figure.Line.Ink()})
		d.rowName(p.X-8*d.k, y+pitch/2, d.o.Left-12*d.k, name, d.litName(name))
	}
	for i := range d.s.Marks {
		p.laneMark(i, p.Y+(float32(d.s.Marks[i].Lane)+0.5)*pitch)
	}
	p.marks()
}

// laneMark draws a mark: a bar of what lasts, a whisker over what is not known
// to the day, and the glyph.
func (p *plot) laneMark(i int, y float32) {
	m, k := &p.s.Marks[i], p.k
	from, to := p.X, p.Right()
	if m.Start.Finite() {
		from = p.time(m.Start)
	}
	if m.End.Finite() {
		to = p.time(m.End)
	}
	ink := figure.CategoryToken(int(m.Category))
	at := figure.Pt((from+to)/2, y)
	if m.Form.Has(model.SpanForm) {
		p.Fill(figure.R(from, y-8*k, max(to-from, 2*k), 16*k), ink.Tint(0.17))
		p.Fill(figure.R(from, y-8*k, 3*k, 16*k), ink.Ink())
		at.X = from + 9*k
	} else if to-from > 12*k {
		p.Line(figure.Pt(from, y), figure.Pt(to, y), figure.Pen{Ink: ink.Tint(0.5), Width: k})
	}
	p.mark(at, i)
}

// timelineBins divides the time of marks, which bring no bins.
func timelineBins(marks []Mark) []Bin {
	from, to := edtf.Future, edtf.Past
	for i := range marks {
		for _, t := range [2]edtf.Instant{marks[i].Start, marks[i].End} {
			if t.Finite() {
				from, to = min(from, t), max(to, t)
			}
		}
	}
	if from >= to {
		return nil
	}
	return Bins(UnitFor(from, to), from, to)
}
