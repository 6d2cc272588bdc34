package scene

import (
	"chancery/charts/figure"
	"chancery/model"
)

// label draws the label of a mark where its placement put it. Bars have theirs
// at the level of marks already, since it takes no room of its own.
func (b *Builder) label(f *figure.Figure, d *drawn) {
	level := b.scene.Lanes[d.lane].Level
	s := &d.slot
	bold := d.state&isSelected != 0
	outside := d.body.kind != barBody && (d.x < 0 || d.x > f.W)
	switch {
	case d.count > 1, level < Marks, s.words == unknown, s.state != placed:
	case d.body.kind == barBody && s.side == inside:
		b.barLabel(f, d)
	case level < Labels:
	case s.side == inside:
		b.extentLabel(f, d)
	case s.side != noSide && !outside && (!bold || b.fitsBold(s)):
		b.sideLabel(f, d)
	}
	switch {
	case d.text.W > 0 || outside || d.slot.echo:
	case d.state&keepsLabel != 0 && s.words != unknown:
		d.forced = true
	case level == Labels && d.count == 1:
		b.scene.Unlabelled++
	}
}

// fitsBold reports whether a selected title, which is bold, fits the room that
// was kept for it with the space after it.
func (b *Builder) fitsBold(s *slot) bool {
	w := &b.words.all[s.words]
	return w.dateW+gapWords+w.bold <= s.width+gapAfter
}

// sideLabel draws a label beside its mark, or on the other side when this one
// runs out of view and that one has room, or as much of it as shows.
func (b *Builder) sideLabel(f *figure.Figure, d *drawn) {
	const least = 60
	start, space := d.x+d.slot.shift, d.slot.width
	width := min(b.words.width(d.slot.words), space)
	switch {
	case d.slot.side != leftSide && start+width > d.to:
		if at, ok := b.flipped(d, leftSide, width); ok && at >= d.from {
			start = at
		} else if space = d.to - start; space < least {
			return
		}
	case d.slot.side == leftSide && start < d.from:
		if at, ok := b.flipped(d, rightSide, width); ok && at+width <= d.to {
			start = at
		} else if space = start + width - d.from; space < least {
			return
		} else {
			start = d.from
		}
	}
	b.write(f, d, start, space, d.slot.side != beyond)
}

// flipped returns where a label would start on the other side of its mark, if
// nothing lies there.
func (b *Builder) flipped(d *drawn, on side, width float32) (start float32, ok bool) {
	p := &b.states[b.scene.Lanes[d.lane].Index].place
	from, to := d.body.core(float64(b.m.half))
	t := try{placement: p, body: d.body, from: from, to: to, full: width}
	l := p.lines[d.slot.line]
	origin := b.in.View.Start / b.in.View.Scale
	if on == leftSide {
		at := t.pushed(from-gapBefore-float64(width), width)
		return float32(at - origin), l.freeBut(at-gapAfter, from, d.k)
	}
	at := to + gapBefore
	return float32(at - origin), t.blocked(d.body.x, at) >= float64(width) &&
		l.freeBut(to, at+float64(width)+gapAfter, d.k)
}

// write draws date and title from start on, in at most space dp, and notes where
// they are. Where there is little room the date is left out.
func (b *Builder) write(f *figure.Figure, d *drawn, start, space float32, dated bool) {
	const leastTitle = 48 // beside a date
	w := &b.words.all[d.slot.words]
	bold := d.state&isSelected != 0
	x, y := start, d.y+b.m.rise
	dated = dated && w.date != "" && space-w.dateW-gapWords+1 >= min(leastTitle, w.titleW)
	if dated {
		space -= w.dateW + gapWords
	}
	if bold {
		space += gapAfter
	}
	title, titleW := b.words.titleIn(d.slot.words, space, bold)
	total := titleW
	if dated {
		total += w.dateW + gapWords
	}
	d.text = figure.R(start, d.y-8*b.m.k, total, 16*b.m.k)
	d.bold = bold
	if len(b.in.Links)+len(b.in.AllLinks) > 0 && d.body.kind != barBody && d.state&isDimmed == 0 {
		f.Rect(figure.R(start-2, d.y-8*b.m.k, total+4, 16*b.m.k), figure.Box{Fill: figure.Plot.Tint(0.86), Radius: 2})
	}
	if dated {
		f.Text(figure.Pt(x, y), w.date, figure.Font{Size: b.m.caption, Ink: d.ink(figure.Text2, 1)})
		x += w.dateW + gapWords
	}
	b.plate(f, d, x, title, bold)
	f.Text(figure.Pt(x, y), title, figure.Font{Size: b.m.label, Bold: bold, Ink: d.ink(figure.Text, 1)})
}

// plate marks the letters of a title that the search matched.
func (b *Builder) plate(f *figure.Figure, d *drawn, x float32, title string, bold bool) {
	if d.state&(isMatch|isCurrent) == 0 || b.in.Query == "" {
		return
	}
	for from := 0; ; {
		at, end := findFold(title, b.in.Query, from)
		if at < 0 {
			return
		}
		left := b.in.Faces.Measure(title[:at], b.m.label, bold)
		right := b.in.Faces.Measure(title[:end], b.m.label, bold)
		f.Rect(figure.R(x+left-1, d.y-9*b.m.k, right-left+2, 18*b.m.k), figure.Box{Fill: figure.Hit.Ink(), Radius: 2})
		from = end
	}
}

// barLabel draws the glyph's neighbour in a bar: the title, and the date if
// there is room. It sticks to the visible part of the bar.
func (b *Builder) barLabel(f *figure.Figure, d *drawn) {
	w := &b.words.all[d.slot.words]
	x := b.stickX(d) + 11*b.m.k
	if b.directionOf(d) == model.Forward {
		x += 4 * b.m.k // after the arrowhead
	}
	end := min(d.hi-10, d.to-6)
	if d.hi > f.W || d.form.Has(openOrUnknownEnd) {
		end = d.to - 18
	}
	x, end = b.besideLines(x, end, w.titleW)
	if end-x < 20 {
		return
	}
	title, titleW := b.words.titleIn(d.slot.words, end-x, d.state&isSelected != 0)
	d.text = figure.R(x, d.y-8*b.m.k, titleW, 16*b.m.k)
	bold := d.state&isSelected != 0
	b.plate(f, d, x, title, bold)
	f.Text(figure.Pt(x, d.y+b.m.rise), title, figure.Font{Size: b.m.label, Bold: bold, Ink: d.ink(figure.Text, 1)})
	if at := x + titleW + gapAfter; b.m.edges && w.date != "" && at+w.dateW <= end {
		f.Text(figure.Pt(at, d.y+b.m.rise), w.date, figure.Font{Size: b.m.caption, Ink: d.ink(figure.Text2, 1)})
		d.text.W += gapAfter + w.dateW
	}
}

// besideLines returns the part of [from, to) in which a text of a width crosses
// no line: before the line if most of it fits there, else after it.
func (b *Builder) besideLines(from, to, width float32) (float32, float32) {
	origin := b.in.View.Start / b.in.View.Scale
	for _, at := range b.set.barriers {
		x := float32(min(max(at-origin, -far), far))
		if x <= from || x >= min(to, from+width+4) {
			continue
		}
		before, after := x-gapLine-from, to-x-gapLine
		if before >= width*0.7 || before >= after {
			return from, x - gapLine
		}
		from = x + gapLine
	}
	return from, to
}

// fadedAhead is how far into a bar with an approximate start its glyph is, dp.
const fadedAhead = 26

// stickX returns where the glyph of a bar is: at its start or, when that is out
// of view, at the edge.
func (b *Builder) stickX(d *drawn) float32 {
	if d.lo < 0 || d.form.Has(openOrUnknownStart) {
		return max(d.lo, d.from-room) + 22*b.m.k
	}
	if d.form.Has(model.StartApproximate) {
		return d.lo + fadedAhead*b.m.k // where the bar can be seen
	}
	return d.lo + 14*b.m.k
}

// barGlyph draws the glyph in a bar.
func (b *Builder) barGlyph(f *figure.Figure, d *drawn) {
	d.x = b.stickX(d)
	at := figure.Pt(d.x, d.y)
	b.under(f, d, at)
	if d.x+6 < min(d.hi, d.to) {
		f.Glyph(at, d.glyph, figure.Mark{Size: b.m.barGlyph, Ink: d.ink(d.colour(), 1),
			Hollow: d.form.Has(startUncertain)})
		b.direction(f, d, at, b.m.barGlyph/2)
	}
	b.ring(f, d, at)
}

// extentLabel draws glyph and label in the middle of the visible part of a wide
// extent, on a plate that interrupts its line.
func (b *Builder) extentLabel(f *figure.Figure, d *drawn) {
	w := &b.words.all[d.slot.words]
	k := b.m.k
	from, to := max(d.lo, d.from)+8, min(d.hi, d.to)-8
	group := 20*k + w.width()
	visible := to - from
	if visible < 40 {
		d.x = min(max((d.lo+d.hi)/2, from), max(to, from))
		return
	}
	group = min(group, visible)
	start := (from + to - group) / 2
	lo, hi := b.besideLines(start, to, group)
	if lo > start {
		start = lo
	} else if hi < start+group {
		if moved := hi - group; moved >= from {
			start = moved
		} else {
			group = hi - start
		}
	}
	d.x = start + 6*k
	f.Fill(figure.R(d.x-9*k, d.y-8*k, group+8, 16*k), figure.Plot.Ink())
	f.Fill(figure.R(d.x-9*k, d.y-8*k, group+8, 16*k), d.ink(d.colour(), 0.09))
	b.write(f, d, d.x+14*k, group-20*k, true)
}

// forcedLabel draws the label of a selected or pinned mark over what lies
// there, when it has no room of its own.
func (b *Builder) forcedLabel(f *figure.Figure, d *drawn) {
	if !d.forced {
		return
	}
	w := &b.words.all[d.slot.words]
	width := w.width()
	if d.state&isSelected != 0 {
		width += w.bold - w.titleW
	}
	width = min(width, f.W-40)
	half := b.m.half + 4
	start := d.x + half + gapBefore
	if d.count > 1 {
		start = max(start, d.text.Right()+gapBefore) // after the pill
	}
	if start+width > d.to {
		start = max(d.x-half-gapBefore-width, d.from)
	}
	f.Rect(figure.R(start-3, d.y-9*b.m.k, width+6, 18*b.m.k), figure.Box{Fill: figure.Plot.Tint(0.94), Radius: 4})
	b.write(f, d, start, width, true)
	m := &b.scene.Marks
	for i := range *m {
		if (*m)[i].ID == d.id && (*m)[i].Lane == b.scene.Lanes[d.lane].Index {
			(*m)[i].Label = d.text
			(*m)[i].Box = union((*m)[i].Box, d.text)
		}
	}
}
