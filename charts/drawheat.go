package charts

import "chancery/charts/figure"

func (d *drawing) heatHeight() float32 {
	return float32(len(d.s.Categories))*rowHeight*d.k + axisHeight*d.k
}

// heat draws a row of cells for each category.
func (d *drawing) heat() {
	p := d.plot(0)
	pitch := p.H / float32(len(d.s.Categories))
	peak, _ := d.s.Extent()
	for i, name := range d.s.Categories {
		y := p.Y + float32(i)*pitch
		lit := d.litName(name)
		if lit {
			d.Rect(figure.R(d.area.X, y, d.area.W, pitch), figure.Box{Fill: figure.Hover.Ink(), Radius: 4 * d.k})
		}
		d.rowName(p.X-8*d.k, y+pitch/2, d.o.Left-12*d.k, name, lit)
		d.hit(figure.R(d.area.X, y, d.o.Left, pitch), RowPart, i, 0)
		for b, v := range d.s.Series[i].Values {
			p.cell(b, y, pitch, DensityStep(v, peak))
			d.hitArea(figure.R(p.edge(b), y, max(p.edge(b+1)-p.edge(b), 1), pitch), CellPart, i, b)
			if v > 0 { // most cells of a picture are empty, and names make it large
				d.name(CellPart, i, b)
			}
		}
	}
	p.names()
	p.marks()
}

// cell draws the cell of a bin in a row of a height.
func (p *plot) cell(b int, y, h float32, step int) {
	x, next := p.edge(b), p.edge(b+1)
	gap := float32(1)
	if next-x < 4 {
		gap = 0
	}
	r := figure.R(x, y+1, max(next-x-gap, 0.75), h-2)
	p.Figure.Rect(r, figure.Box{Fill: figure.SequentialToken(step).Ink(), Radius: min(2*p.k, r.W/4)})
}

// names writes the larger periods under cells, which are not ruled.
func (p *plot) names() {
	free := p.X - 1
	for b := range p.bins {
		if p.bins[b].Tick == "" {
			continue
		}
		x, w := p.edge(b), p.o.Faces.Measure(p.bins[b].Tick, 11*p.k, true)
		if x < free || x+w > p.Right()+8*p.k {
			continue
		}
		p.Text(figure.Pt(x+p.k, p.Bottom()+15*p.k), p.bins[b].Tick, figure.Font{Size: 11 * p.k, Bold: true, Ink: figure.Text2.Ink()})
		free = x + w + 16*p.k
	}
}
