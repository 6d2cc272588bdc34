package scene

import "chancery/charts/figure"

// glyphHalo is the ring of plot colour around a glyph, in dp.
const glyphHalo = 2

// The radius of the ring of a selected mark, and from where it grows, in dp.
const (
	ringRadius = 11
	ringLeast  = 6
)

// ghost is the opacity of what was not known on the as-of date, and of what the
// filter hides when it is shown all the same.
const ghost = 0.35

// dimmed is the opacity of what lies beside a chain that is lit.
const dimmed = 0.3

// ink returns a token, fainter for what was not known on the as-of date, is hidden
// by the filter or lies beside a chain that is lit.
func (d *drawn) ink(t figure.Token, opacity float32) figure.Ink {
	if d.state&isGhost != 0 {
		opacity *= ghost
	}
	if d.state&isDimmed != 0 {
		opacity *= dimmed
	}
	return t.Tint(opacity)
}

// colour returns the token of the mark's category.
func (d *drawn) colour() figure.Token { return figure.CategoryToken(d.glyph) }

// glyph draws the silhouette of a mark with what surrounds it.
func (b *Builder) glyph(f *figure.Figure, d *drawn) {
	switch d.body.kind {
	case barBody:
		if d.slot.state == placed {
			b.barGlyph(f, d)
			b.addMark(d, BarMark)
			return
		}
	case pointBody:
		if d.body.extent == joinsExtent {
			b.members(f, d)
			b.addMark(d, PointMark)
			return
		}
	}
	at := figure.Pt(d.x, d.y)
	b.under(f, d, at)
	if d.joined && d.count == 1 {
		f.Disc(at, (nodeRadius+1.5)*b.m.k, figure.Box{Fill: figure.Plot.Ink()})
		f.Disc(at, nodeRadius*b.m.k, figure.Box{Fill: d.ink(d.colour(), 1)})
		b.ring(f, d, at)
		b.addMark(d, PointMark)
		return
	}
	if d.form.Has(deadline) {
		reach := 11 * b.m.k
		f.Line(figure.Pt(d.x, d.y-reach), figure.Pt(d.x, d.y+reach),
			figure.Pen{Ink: d.ink(figure.Deadline, 1), Width: 1.5 * b.m.k, Dash: [2]float32{3, 2}})
	}
	if d.count > 1 && d.slot.side != rightSide {
		behind := figure.Pt(d.x+3*b.m.k, d.y-3*b.m.k)
		f.Glyph(behind, d.glyph, figure.Mark{Size: b.m.glyph, Halo: glyphHalo, Ink: d.ink(d.colour(), 0.6)})
	}
	f.Glyph(at, d.glyph, figure.Mark{Size: b.m.glyph, Hollow: d.body.hollow, Halo: glyphHalo, Ink: d.ink(d.colour(), 1)})
	if d.body.hollow {
		f.Text(figure.Pt(d.x+7*b.m.k, d.y-4*b.m.k), "?", figure.Font{Size: b.m.caption, Bold: true, Ink: d.ink(d.colour(), 1)})
	}
	kind := PointMark
	if d.count > 1 {
		kind = FoldMark
		b.foldPill(f, d)
	} else if d.body.kind == stubBody {
		kind = BarMark
	}
	b.direction(f, d, at, b.m.glyph/2)
	b.ring(f, d, at)
	b.addMark(d, kind)
}

// members draws a set all of whose members happened: a glyph for each or, while
// they are not known, for the first and the last.
func (b *Builder) members(f *figure.Figure, d *drawn) {
	mark := figure.Mark{Size: b.m.glyph, Halo: glyphHalo, Ink: d.ink(d.colour(), 1)}
	b.under(f, d, figure.Pt(d.x, d.y))
	if d.slot.words != unknown && len(b.words.all[d.slot.words].members) > 0 {
		for _, at := range b.words.all[d.slot.words].members {
			if x := b.in.View.X(at); x > -20 && x < b.in.View.Width+20 {
				f.Glyph(figure.Pt(float32(x), d.y), d.glyph, mark)
			}
		}
	} else {
		f.Glyph(figure.Pt(d.x, d.y), d.glyph, mark)
		f.Glyph(figure.Pt(d.lo+d.hi-d.x, d.y), d.glyph, mark)
	}
	b.ring(f, d, figure.Pt(d.x, d.y))
}

// under draws what lies behind a glyph: the disc of the pointer.
func (b *Builder) under(f *figure.Figure, d *drawn, at figure.Point) {
	if d.state&isHover != 0 {
		f.Disc(at, 11*b.m.k, figure.Box{Fill: figure.Hover.Ink()})
	}
}

// ring draws what surrounds a glyph: selection, link, focus.
func (b *Builder) ring(f *figure.Figure, d *drawn, at figure.Point) {
	switch {
	case d.state&isSelected != 0:
		radius := float32(ringRadius)
		if d.state&isNew != 0 {
			radius -= (ringRadius - ringLeast) * b.in.RingLeft
		}
		f.Disc(at, radius*b.m.k, figure.Box{Stroke: figure.Sel.Ink(), Width: 2 * b.m.k})
	case d.state&isLinked != 0:
		f.Disc(at, 10.5*b.m.k, figure.Box{Stroke: figure.Sel.Tint(0.7), Width: b.m.k})
	}
	if d.state&(isFocus|isCurrent) != 0 {
		side := 24 * b.m.k
		if d.state&isSelected != 0 {
			side += 4 * b.m.k // outside the ring
		}
		f.Rect(figure.R(at.X-side/2, at.Y-side/2, side, side),
			figure.Box{Stroke: figure.Focus.Ink(), Width: 2 * b.m.k, Radius: 6})
	}
}

// addMark records what was drawn, for pointing at.
func (b *Builder) addMark(d *drawn, kind MarkKind) {
	box := &b.scene.Lanes[d.lane]
	m := Mark{
		ID: d.id, Row: d.row, Lane: box.Index, Line: int(d.slot.line), Kind: kind, Count: d.count,
		X: d.x, Y: d.y, Label: d.text, first: len(b.scene.folds),
	}
	half := b.m.half
	m.Box = figure.R(d.x-half, d.y-half, 2*half, 2*half)
	if d.body.kind != pointBody && d.slot.state == placed {
		from, to := max(d.lo, 0), min(d.hi, float32(b.in.View.Width))
		m.Bar = figure.R(from, d.y-b.m.bar/2, max(to-from, 0), b.m.bar)
		m.Box = union(m.Box, m.Bar)
	} else if d.body.extent != noExtent {
		m.Box = union(m.Box, figure.R(d.lo, d.y-half, d.hi-d.lo, 2*half))
	}
	m.Box = union(m.Box, d.text)
	if d.count > 1 {
		b.scene.folds = append(b.scene.folds, d.id)
		lane := &b.in.Lanes.Lanes[box.Index]
		for _, k := range b.states[box.Index].place.folds[d.k] {
			b.scene.folds = append(b.scene.folds, b.in.Columns.ID[lane.Rows[k]])
		}
	}
	b.scene.Marks = append(b.scene.Marks, m)
}

// union returns the smallest rectangle around two; an empty one counts for
// nothing.
func union(a, c figure.Rect) figure.Rect {
	switch {
	case c.W <= 0:
		return a
	case a.W <= 0:
		return c
	}
	x, y := min(a.X, c.X), min(a.Y, c.Y)
	return figure.R(x, y, max(a.Right(), c.Right())-x, max(a.Bottom(), c.Bottom())-y)
}
