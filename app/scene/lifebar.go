package scene

import (
	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// stage draws one stage of a life as far as it is in view.
func (b *Builder) stage(f *figure.Figure, row *lifeRow, l *Life, n int) {
	s, k := &l.Stages[n], b.m.k
	from, to := viewX(b.in.View, s.From), viewX(b.in.View, s.To)
	h := lifeBar * k
	r := figure.R(from, row.y+lifeBarTop*k, 0, h)
	if s.Standing == model.Ended {
		b.ended(f, row, l, r)
		return
	}
	r.X = max(from, 0)
	r.W = min(to, f.W) - r.X
	if r.W <= 0 {
		return
	}
	row.bar = union(row.bar, r)
	solid := r
	switch s.Standing {
	case model.SignedOnly:
		b.stageEdge(f, r, s, [2]float32{})
	case model.Suspended:
		b.stageEdge(f, r, s, [2]float32{5, 4})
	case model.UnderNotice:
		f.Fill(r, agreementInk(0.1))
		f.Hatch(r, agreementInk(0.55), 2*k, 7*k)
		b.stageEdge(f, r, s, [2]float32{})
	case model.InForce:
		solid = b.inForce(f, r, s)
	}
	b.scene.lives = append(b.scene.lives, lifeMark{rect: r, kind: HitLife, life: row.i, stage: n, pinned: row.pinned})
	b.stageLabel(f, row, s, n, r, solid)
	if from < 0 && n == 0 || from < 0 && to > 0 {
		b.chevron(f, 7, r.Y+h/2, -1, b.onBar(s.Standing))
	}
}

// onBar returns the ink of what lies on the bar of a standing.
func (b *Builder) onBar(s model.Standing) figure.Ink {
	if s == model.InForce {
		return figure.White.Ink()
	}
	return agreementInk(1)
}

// stageEdge draws the outline of a stage, open where it runs out of view and
// faint after the as-of date where no end was known.
func (b *Builder) stageEdge(f *figure.Figure, r figure.Rect, s *model.Stage, dash [2]float32) {
	pen := figure.Pen{Ink: agreementInk(1), Width: 1.5 * b.m.k, Dash: dash}
	in := pen.Width / 2
	known := r.Right()
	if s.To == edtf.Future && b.in.AsOf.Finite() {
		known = min(max(viewX(b.in.View, b.in.AsOf), r.X), r.Right())
	}
	for _, y := range [2]float32{r.Y + in, r.Bottom() - in} {
		if known > r.X {
			f.Line(figure.Pt(r.X, y), figure.Pt(known, y), pen)
		}
		if known < r.Right() {
			faint := pen
			faint.Ink = agreementInk(0.35)
			f.Line(figure.Pt(known, y), figure.Pt(r.Right(), y), faint)
		}
	}
	if from := viewX(b.in.View, s.From); from >= 0 {
		f.Line(figure.Pt(from+in, r.Y), figure.Pt(from+in, r.Bottom()), pen)
	}
	if to := viewX(b.in.View, s.To); to <= f.W {
		f.Line(figure.Pt(to-in, r.Y), figure.Pt(to-in, r.Bottom()), pen)
	}
}

// inForce draws a stage in force: solid as far as it is known and, where no end
// is in sight, faint after the as-of date. It returns the solid part.
func (b *Builder) inForce(f *figure.Figure, r figure.Rect, s *model.Stage) figure.Rect {
	solid := r
	if s.To == edtf.Future && b.in.AsOf.Finite() {
		now := min(max(viewX(b.in.View, b.in.AsOf), r.X), r.Right())
		solid.W = now - r.X
		after := figure.R(now, r.Y, r.Right()-now, r.H)
		if after.W > 0 {
			f.Ramp(after, agreementInk(1), figure.Stop{At: 0, Opacity: 0.45}, figure.Stop{At: 1, Opacity: 0.12})
			end := r.Right() - b.scrollRoom()
			b.chevron(f, end-14, r.Y+r.H/2, 1, agreementInk(1))
			b.chevron(f, end-8, r.Y+r.H/2, 1, agreementInk(1))
		}
	}
	if solid.W > 0 {
		f.Fill(solid, agreementInk(1))
	}
	return solid
}

// ended closes a life with a double line. While the end is still to come the
// outline goes on in dashes, since it may yet be averted.
func (b *Builder) ended(f *figure.Figure, row *lifeRow, l *Life, r figure.Rect) {
	k := b.m.k
	if r.X < -4 || r.X > f.W+4 || row.bar.W <= 0 {
		return
	}
	if b.in.AsOf.Finite() && l.Expiry > b.in.AsOf {
		pen := figure.Pen{Ink: agreementInk(1), Width: 1.5 * k, Dash: [2]float32{5, 4}}
		end := min(r.X+pendingTo*k, f.W)
		f.Line(figure.Pt(r.X, r.Y+1), figure.Pt(end, r.Y+1), pen)
		f.Line(figure.Pt(r.X, r.Bottom()-1), figure.Pt(end, r.Bottom()-1), pen)
		return
	}
	f.Fill(figure.R(r.X-1*k, r.Y-2*k, 2*k, r.H+4*k), agreementInk(1))
	f.Fill(figure.R(r.X+3*k, r.Y-2*k, 2*k, r.H+4*k), agreementInk(1))
}

// stageLabel writes what a stage is into its bar, in full or in short.
func (b *Builder) stageLabel(f *figure.Figure, row *lifeRow, s *model.Stage, n int, r, solid figure.Rect) {
	w, k := &b.lives.words[row.i].stages[n], b.m.k
	ink, within := figure.Text.Ink(), r
	if s.Standing == model.InForce {
		ink, within = figure.White.Ink(), solid
		if solid.W < w.short.width+28*k {
			ink, within = figure.Text.Ink(), figure.R(solid.Right(), r.Y, r.Right()-solid.Right()-20*k, r.H)
		}
	}
	for _, p := range [2]phrase{w.long, w.short} {
		x, end := within.X+19*k, within.Right()-8*k
		if p.text == "" || end-x < p.width {
			continue
		}
		if x, end = b.besideLines(x, end, p.width); end-x < p.width {
			continue
		}
		if s.Standing == model.UnderNotice {
			f.Fill(figure.R(x-6*k, r.Y+2*k, p.width+12*k, r.H-4*k), figure.Plot.Ink())
		}
		f.Text(figure.Pt(x, r.Y+r.H/2+b.m.rise), p.text, figure.Font{Size: b.m.label, Ink: ink})
		return
	}
}
