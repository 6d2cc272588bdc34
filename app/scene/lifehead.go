package scene

import "chancery/charts/figure"

// lifeNames writes the names of agreements beside their lives, and what each was
// on the as-of date.
func (b *Builder) lifeNames(f *figure.Figure, shown []int, y float32) {
	k := b.m.k
	room := b.in.HeaderWidth - 26*k
	for _, i := range shown {
		w := &b.lives.words[i]
		if w.nameTo != room {
			w.nameTo = room
			w.name.text, w.name.width = b.in.Faces.Truncate(b.in.Lifecycles[i].Agreement.Label(), b.m.label, false, max(room, 20))
		}
		middle := y + (lifeBarTop+lifeBar/2)*k
		f.Text(figure.Pt(14*k, middle+b.m.rise), w.name.text, figure.Font{Size: b.m.label})
		if w.standing.width <= room {
			f.Text(figure.Pt(14*k, middle+b.m.rise+17*k), w.standing.text, figure.Font{Size: b.m.caption, Ink: figure.Text3.Ink()})
		}
		y += b.lifeHeight(i)
	}
}

// groupHeader draws the head of the group of agreements and the names in it.
func (b *Builder) groupHeader(f *figure.Figure) {
	g, k := b.scene.Agreements, b.m.k
	if g.H <= 0 || g.Y > f.H || g.Bottom() < 0 {
		return
	}
	head := groupHead * k
	middle := g.Y + head/2
	f.Fill(figure.R(0, g.Y, f.W, head), figure.Band.Ink())
	f.Fill(figure.R(0, g.Bottom()-1, f.W, 1), figure.Line.Ink())
	b.foldMark(f, b.groupCollapsed(), middle)
	f.Text(figure.Pt(14*k, middle+b.m.rise), "Agreements", figure.Font{Size: b.m.label, Bold: true})
	f.Number(figure.Pt(f.W-12, middle+b.m.rise), len(b.lives.group)+b.lives.others,
		figure.Font{Size: b.m.caption, Ink: figure.Text3.Ink(), Align: figure.Right})
	if !b.groupCollapsed() {
		b.lifeNames(f, b.lives.group, g.Y+head)
	}
}
