package charts

import "chancery/charts/figure"

// scores draws the mean score of each bin as a bar and the five-bin mean as a
// line; or cooperation and conflict apart; or each of few events.
func (d *drawing) scores() {
	p := d.plot(6 * d.k)
	p.values()
	p.axis()
	p.columns()
	switch {
	case d.s.Separate:
		p.scoreBars(2, func(int, float64) figure.Token { return figure.DivergingToken(7) })
		p.scoreBars(3, func(int, float64) figure.Token { return figure.DivergingToken(1) })
	case len(d.s.Marks) > 0:
		p.scoreDots()
	default:
		p.scoreBars(0, ScoreToken)
	}
	p.zero()
	if !d.s.Separate && len(d.s.Marks) == 0 {
		p.trendLine(1)
	}
	p.marks()
	p.poles("More cooperative", "More conflictual")
}

// signed writes a value of an axis with its sign: +5, –2.5.
func signed(v float64) string {
	switch {
	case v == 0:
		return "0"
	case v == float64(int(v)) && v > 0:
		return "+" + Count(int(v))
	case v == float64(int(v)):
		return Count(int(v))
	}
	return Points(v)
}

// scoreBars draws a series from zero. Bars that rest on fewer than three events
// are faint.
func (p *plot) scoreBars(series int, ink func(n int, mean float64) figure.Token) {
	s := &p.s.Series[series]
	for b, v := range s.Values {
		if s.N[b] == 0 {
			continue
		}
		x, w := p.bar(b)
		zero, y := p.y(0), p.y(v)
		r := figure.R(x, min(zero, y), w, max(abs(y-zero), 1))
		opacity := float32(1)
		if Thin(s.N[b]) && !p.s.Separate {
			opacity = 0.5
		}
		p.Fill(r, ink(s.N[b], v).Tint(opacity))
		if series == 0 {
			p.name(BinPart, b, 0)
			continue
		}
		p.hit(r, BarPart, series, b)
	}
}

// zero draws the line of nothing either way, over the bars.
func (p *plot) zero() {
	y := p.y(0)
	p.Line(figure.Pt(p.X, y), figure.Pt(p.Right(), y), figure.Pen{Ink: figure.Outline.Ink()})
}

// trendLine draws a series as a line with a casing, broken where it rests on too
// few events to tell anything.
func (p *plot) trendLine(series int) {
	s := &p.s.Series[series]
	var pieces [][]figure.Point
	joined := false
	for b, v := range s.Values {
		if Thin(s.N[b]) {
			joined = false
			continue
		}
		if !joined {
			pieces = append(pieces, nil)
			joined = true
		}
		last := &pieces[len(pieces)-1]
		*last = append(*last, figure.Pt(p.middle(b), p.y(v)))
	}
	for i := range pieces {
		if len(pieces[i]) == 1 { // a line of one point is not seen
			at := pieces[i][0]
			pieces[i] = []figure.Point{figure.Pt(at.X-2*p.k, at.Y), figure.Pt(at.X+2*p.k, at.Y)}
		}
	}
	for _, piece := range pieces {
		p.Polyline(piece, figure.Pen{Ink: figure.Surface.Ink(), Width: 4 * p.k, Round: true})
	}
	for _, piece := range pieces {
		p.Polyline(piece, figure.Pen{Ink: figure.Text.Ink(), Width: 1.75 * p.k, Round: true})
	}
}

// scoreDots draws each event at its score.
func (p *plot) scoreDots() {
	for i := range p.s.Marks {
		m := &p.s.Marks[i]
		v := float64(m.Score) / 10
		at := figure.Pt(p.time(m.Start), p.y(v))
		p.Line(figure.Pt(at.X, p.y(0)), at, figure.Pen{Ink: ScoreToken(1, v).Tint(0.5), Width: 1.5 * p.k})
		p.mark(at, i)
	}
}

// poles says what is up and what is down, in the colours of either.
func (p *plot) poles(up, down string) {
	p.pole(p.Y+9*p.k, up, figure.DivergingToken(figure.DivergingSteps-1))
	p.pole(p.Bottom()-9*p.k, down, figure.DivergingToken(0))
}

func (p *plot) pole(middle float32, text string, ink figure.Token) {
	k := p.k
	text, w := p.o.Faces.Truncate(text, 11*k, false, p.W-12*k)
	p.Figure.Rect(figure.R(p.X+4*k, middle-8*k, w+8*k, 16*k), figure.Box{Fill: figure.Surface.Tint(0.9), Radius: 3 * k})
	p.caption(p.X+8*k, middle, text, ink, figure.Left)
}
