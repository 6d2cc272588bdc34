package scene

import (
	"chancery/charts/figure"
	"chancery/model"
)

// plot draws the lanes: what lies flat first, then labels, lines and glyphs.
func (b *Builder) plot() {
	f := &b.scene.Plot
	b.ground(f)
	pinned := b.pinnedHeight()
	if pinned > 0 && len(b.order.lanes) > b.order.pinned {
		f.Clip(figure.R(0, pinned, f.W, f.H-pinned))
		b.layers(f, false)
		f.Unclip()
		b.layers(f, true)
		f.Fill(figure.R(0, pinned-1, f.W, 1), figure.GridMajor.Ink())
	} else {
		b.layers(f, pinned > 0)
	}
	b.drawTotal(f)
	b.scrollBar(f)
	b.moreBelow(f)
}

// layers draws the lanes that are pinned, or those that are not.
func (b *Builder) layers(f *figure.Figure, pinned bool) {
	for n := range b.scene.Lanes {
		if box := &b.scene.Lanes[n]; box.Pinned == pinned && b.inPlot(box) {
			b.densities(f, box)
		}
	}
	b.drawLives(f, pinned)
	b.joints(f, pinned)
	b.eachDrawn(pinned, func(d *drawn) { b.flat(f, d) })
	b.linkCurves(f, pinned)
	b.eachDrawn(pinned, func(d *drawn) { b.label(f, d) })
	b.standingLines(f, pinned)
	b.expiryFlags(f, pinned)
	b.copies(f, pinned)
	b.eachDrawn(pinned, func(d *drawn) {
		if b.in.Named {
			f.Group(b.nameOf(d))
			defer f.Ungroup()
		}
		b.glyph(f, d)
	})
	b.eachDrawn(pinned, func(d *drawn) { b.forcedLabel(f, d) })
	b.emptyLanes(f, pinned)
	b.edgePills(f, pinned)
}

// eachDrawn draws the marks of the lanes that are pinned, or of those that are
// not. Marks of a small archive are placed wherever they lie; those far above or
// below the plot are not drawn.
func (b *Builder) eachDrawn(pinned bool, draw func(*drawn)) {
	reach := 2 * b.m.row
	for i := range b.drawn {
		d := &b.drawn[i]
		if b.scene.Lanes[d.lane].Pinned == pinned && d.y > -reach && d.y < b.in.Height+reach {
			draw(d)
		}
	}
}

func (b *Builder) inPlot(box *LaneBox) bool {
	return box.Y < b.in.Height && box.Y+box.H > 0
}

func (b *Builder) pinnedHeight() float32 {
	y := b.totalHeight()
	for n := range b.scene.Lanes[:min(b.order.pinned, len(b.scene.Lanes))] {
		y += b.scene.Lanes[n].H
	}
	return y
}

// lanesEnd returns where the lanes end in the plot. A plot without any is empty
// to its foot.
func (b *Builder) lanesEnd() float32 {
	if len(b.scene.Lanes) == 0 {
		return b.in.Height
	}
	return min(b.scene.ContentHeight-b.scene.ScrollY, b.in.Height)
}

// ground draws the plot, its grid, and what separates lanes.
func (b *Builder) ground(f *figure.Figure) {
	f.Fill(f.Bounds(), figure.Plot.Ink())
	end := b.lanesEnd()
	b.axis.set(b.in.View, b.m.k)
	b.grid(f, end)
	if x := b.in.View.X(b.in.AsOf); b.in.AsOf.Finite() && x < b.in.View.Width {
		left := float32(max(x, 0))
		f.Fill(figure.R(left, 0, f.W-left, end), figure.Shade.Ink())
	}
	for n := range b.scene.Lanes {
		box := &b.scene.Lanes[n]
		if !b.inPlot(box) {
			continue
		}
		if box.Collapsed {
			f.Fill(figure.R(0, box.Y, f.W, box.H), figure.Band.Ink())
		}
		f.Fill(figure.R(0, box.Y+box.H-1, f.W, 1), figure.Line.Ink())
	}
	if end < f.H {
		f.Fill(figure.R(0, end, f.W, f.H-end), figure.Bg.Ink())
	}
}

// grid draws the lines of the axis down to a height.
func (b *Builder) grid(f *figure.Figure, end float32) {
	for _, t := range b.axis.lower {
		if x := float32(t.x); x > 0 {
			f.Fill(figure.R(x, 0, 1, end), figure.Grid.Ink())
		}
	}
	for _, t := range b.axis.upper {
		if x := float32(t.x); x > 0 {
			f.Fill(figure.R(x, 0, 1, end), figure.GridMajor.Ink())
		}
	}
}

// standingLines draws the as-of line and the deadlines, under the glyphs.
func (b *Builder) standingLines(f *figure.Figure, pinned bool) {
	switch {
	case !pinned || b.order.pinned == len(b.scene.Lanes):
		b.linesDown(f, b.lanesEnd())
	case b.order.pinned > 0:
		b.linesDown(f, b.pinnedHeight())
	}
}

// linesDown draws the lines down to a height.
func (b *Builder) linesDown(f *figure.Figure, end float32) {
	for _, at := range b.lives.due {
		if x := b.in.View.X(at); x > -2 && x < b.in.View.Width+2 {
			f.Line(figure.Pt(float32(x), 0), figure.Pt(float32(x), end),
				figure.Pen{Ink: figure.Deadline.Ink(), Width: 1.5 * b.m.k, Dash: [2]float32{4, 3}})
		}
	}
	if x := b.in.View.X(b.in.AsOf); x > -2 && x < b.in.View.Width+2 {
		f.Line(figure.Pt(float32(x), 0), figure.Pt(float32(x), end),
			figure.Pen{Ink: figure.Accent.Ink(), Width: 2 * b.m.k})
	}
}

// copies ties the marks of one event that stands in several lanes, while the
// pointer is over it or it is selected.
func (b *Builder) copies(f *figure.Figure, pinned bool) {
	for i := range b.drawn {
		d := &b.drawn[i]
		if d.state&(isHover|isSelected) == 0 || b.scene.Lanes[d.lane].Pinned != pinned {
			continue
		}
		for j := i + 1; j < len(b.drawn); j++ {
			if o := &b.drawn[j]; o.id == d.id && o.lane != d.lane {
				f.Line(figure.Pt(b.middle(d), d.y), figure.Pt(b.middle(o), o.y),
					figure.Pen{Ink: figure.Sel.Tint(0.45), Width: b.m.k})
				break
			}
		}
	}
}

// middle returns the x of the glyph of a mark.
func (b *Builder) middle(d *drawn) float32 {
	if d.body.kind == barBody && d.slot.state == placed {
		return b.stickX(d)
	}
	return d.x
}

// nameOf returns what a mark is called for those who do not see it.
func (b *Builder) nameOf(d *drawn) string {
	label, ok := model.Label{}, false
	if b.in.Labels != nil {
		label, ok = b.in.Labels(d.id)
	}
	if !ok {
		return b.in.Columns.Categories[b.in.Columns.Category[d.row]].Name
	}
	name := label.Start.Display() + ": " + label.Title
	if !label.End.IsZero() && label.End != label.Start {
		name = label.Start.Display() + " – " + label.End.Display() + ": " + label.Title
	}
	if d.count > 1 {
		name += " and " + figure.WriteNumber(d.count-1) + " more"
	}
	return name
}
