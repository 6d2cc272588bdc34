package charts

import "chancery/charts/figure"

// mirror draws what one does to the other upwards and what the other does
// downwards, shaded by the mean score.
func (d *drawing) mirror() {
	p := d.plot(6 * d.k)
	p.values()
	p.axis()
	p.columns()
	for side, sign := range [2]float64{1, -1} {
		counts, means := &d.s.Series[side], &d.s.Series[2+side]
		for b, v := range counts.Values {
			if v == 0 {
				continue
			}
			x, w := p.bar(b)
			zero, y := p.y(0), p.y(sign*v)
			r := figure.R(x, min(zero, y), w, max(abs(y-zero), 1))
			p.Fill(r, ScoreToken(means.N[b], means.Values[b]).Ink())
			p.hit(r, BarPart, side, b)
		}
	}
	p.zero()
	p.marks()
	p.pole(p.Y+9*d.k, d.s.Series[0].Name, figure.Text2)
	p.pole(p.Bottom()-9*d.k, d.s.Series[1].Name, figure.Text2)
}
