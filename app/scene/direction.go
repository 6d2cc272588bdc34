package scene

import (
	"chancery/charts/figure"
	"chancery/model"
)

// Sizes of the arrowhead beside a glyph, in dp.
const (
	directionLong = 4.5
	directionHigh = 7
	directionGap  = 1 // between it and the glyph, or the ring round it
)

// directionOf returns which way a mark goes in its lane by pair.
func (b *Builder) directionOf(d *drawn) model.Direction {
	if b.in.Lanes.Grouping != model.ByPair || d.count > 1 {
		return model.Undirected
	}
	if b.roots == nil {
		b.roots = b.in.Lanes.Roots()
	}
	return b.in.Lanes.Lanes[b.scene.Lanes[d.lane].Index].Direction(b.in.Columns, d.row, b.roots)
}

// direction draws an arrowhead beside the glyph of a mark in a lane by pair: on
// its right, pointing right, when the first actor of the lane's name acts on
// the second, and on its left, pointing left, the other way round. half is half
// the glyph.
func (b *Builder) direction(f *figure.Figure, d *drawn, at figure.Point, half float32) {
	turn, k := float32(b.directionOf(d)), b.m.k
	if turn == 0 {
		return
	}
	if d.state&(isSelected|isLinked) != 0 {
		half = 12 * k // outside the ring
	}
	back := at.X + turn*(half+directionGap*k)
	tip, rise := back+turn*directionLong*k, directionHigh*k/2
	b.points = append(b.points[:0], figure.Pt(tip, at.Y), figure.Pt(back, at.Y-rise), figure.Pt(back, at.Y+rise))
	f.Polygon(b.points, figure.Box{Fill: d.ink(figure.Text2, 1)})
}
