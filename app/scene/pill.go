package scene

import (
	"chancery/charts/figure"
	"chancery/model"
)

// A pill is a small rounded button in the plot.
type pill struct {
	rect   figure.Rect
	kind   HitKind
	lane   int // index into Lanes.Lanes
	id     model.EventID
	n      int
	short  bool // the number alone
	pinned bool
}

// An aside is what a pill says after a number. Number and words are set apart,
// so that a number which changes with every frame costs no shaping.
type aside struct{ one, many string }

var (
	asideEarlier = aside{"\u00a0earlier", "\u00a0earlier"}
	asideLater   = aside{"\u00a0later", "\u00a0later"}
	asideLanes   = aside{"\u00a0more lane below", "\u00a0more lanes below"}
	asideLives   = aside{"\u00a0more agreement", "\u00a0more agreements"}
)

func (a *aside) words(n int) string {
	if n == 1 {
		return a.one
	}
	return a.many
}

// asideWidth returns the width of a number and, unless it is short, the words
// after it.
func (b *Builder) asideWidth(a *aside, n int, short bool) float32 {
	width := b.numberWidth(n)
	if !short {
		width += b.in.Faces.Measure(a.words(n), b.m.caption, false)
	}
	return width
}

func (b *Builder) writeAside(f *figure.Figure, at figure.Point, a *aside, n int, short bool) {
	font := figure.Font{Size: b.m.caption, Ink: figure.Text2.Ink()}
	f.Number(at, n, font)
	if !short {
		f.Text(figure.Pt(at.X+b.numberWidth(n), at.Y), a.words(n), font)
	}
}

// numberWidth returns the width of a number in a caption.
func (b *Builder) numberWidth(n int) float32 {
	return figure.MeasureNumber(b.in.Faces, n, b.m.caption, false)
}

// planPills finds a place at the borders of each lane for what tells how many
// events lie beyond. Text on the same line keeps clear of it.
func (b *Builder) planPills() {
	next := 0
	for n := range b.scene.Lanes {
		box := &b.scene.Lanes[n]
		first := next
		for next < len(b.drawn) && b.drawn[next].lane == n {
			next++
		}
		if !b.inPlot(box) || box.Collapsed || box.Level < Marks {
			continue
		}
		marks := b.drawn[first:next]
		b.spans(box, marks)
		b.planPill(box, marks, HitEarlier, box.Earlier)
		b.planPill(box, marks, HitLater, box.Later)
	}
}

// A shownLine is what of a line is taken: where the first thing drawn begins
// and the last ends, in view dp. Bars do not count for first and last, since
// what they say gives way to a pill.
type shownLine struct{ left, right, first, last float32 }

// spans notes how near to the borders the marks of a lane come, line by line.
func (b *Builder) spans(box *LaneBox, marks []drawn) {
	lines := max(box.Rows, 1)
	b.shown = b.shown[:0]
	for range lines {
		b.shown = append(b.shown, shownLine{left: b.scene.Plot.W, first: b.scene.Plot.W})
	}
	for i := range marks {
		d := &marks[i]
		outside := d.x < 0 || d.x > b.scene.Plot.W // its label is not drawn
		if int(d.slot.line) >= lines {
			continue
		}
		from, to := d.x-b.m.half, d.x+b.m.half
		if d.body.kind != pointBody || d.body.extent != noExtent {
			from, to = min(from, d.lo), max(to, d.hi)
		}
		fold := d.count > 1 && d.slot.side == rightSide // its pill is drawn without labels too
		if (box.Level == Labels || fold) && d.slot.width > 0 && d.slot.side != inside && !outside {
			from, to = min(from, d.x+d.slot.shift), max(to, d.x+d.slot.shift+d.slot.width)
		}
		s := &b.shown[d.slot.line]
		s.left, s.right = min(s.left, from), max(s.right, to)
		runs := d.body.kind == barBody && d.slot.state == placed
		if !runs || d.lo >= 0 {
			s.first = min(s.first, from)
		}
		if !runs || d.lo > b.scene.Plot.W-shortest {
			s.last = max(s.last, to)
		}
	}
}

// planPill places one pill on the lowest line with room for it, in short where
// there is little, or over a bar. Where even that would hide a mark there is no
// pill.
func (b *Builder) planPill(box *LaneBox, marks []drawn, kind HitKind, n int) {
	if n == 0 {
		return
	}
	k, short := b.m.k, false
	width := b.asideWidth(asideOf(kind), n, false) + 26*k
	line := b.lineWithRoom(kind, width+8, false)
	if line < 0 {
		short = true
		width = b.asideWidth(asideOf(kind), n, true) + 26*k
		line = b.lineWithRoom(kind, width+4, false)
	}
	if line < 0 {
		line = b.lineWithRoom(kind, width+4, true)
	}
	if line < 0 {
		return
	}
	h := b.m.pill
	y := box.top() + b.m.pad + (float32(line)+0.5)*b.m.row
	r := figure.R(pillInset, y-h/2, width, h)
	if kind == HitLater {
		r.X = b.scene.Plot.W - pillInset - width - b.scrollRoom()
	}
	for i := range marks {
		d := &marks[i]
		if int(d.slot.line) != line {
			continue
		}
		if kind == HitEarlier {
			d.from = max(d.from, r.Right()+room)
		} else {
			d.to = min(d.to, r.X-room)
		}
	}
	b.scene.pills = append(b.scene.pills, pill{
		rect: r, kind: kind, lane: box.Index, n: n, id: b.nearest(box, kind), short: short, pinned: box.Pinned,
	})
}

func asideOf(kind HitKind) *aside {
	if kind == HitLater {
		return &asideLater
	}
	return &asideEarlier
}

// edgePills draws the planned pills.
func (b *Builder) edgePills(f *figure.Figure, pinned bool) {
	k := b.m.k
	for i := range b.scene.pills {
		p := &b.scene.pills[i]
		if p.pinned != pinned {
			continue
		}
		r, y := p.rect, p.rect.Y+p.rect.H/2
		f.Rect(r, figure.Box{Fill: figure.Surface.Ink(), Stroke: figure.Outline.Ink(), Radius: r.H / 2})
		if p.kind == HitLater {
			b.chevron(f, r.Right()-10*k, y, 1, figure.Text2.Ink())
			b.writeAside(f, figure.Pt(r.X+9*k, y+b.m.rise-0.3), &asideLater, p.n, p.short)
		} else {
			b.chevron(f, r.X+10*k, y, -1, figure.Text2.Ink())
			b.writeAside(f, figure.Pt(r.X+17*k, y+b.m.rise-0.3), &asideEarlier, p.n, p.short)
		}
	}
}

// scrollRoom is what the scroll bar takes at the right of the plot.
func (b *Builder) scrollRoom() float32 {
	if b.scene.ContentHeight > b.in.Height {
		return scrollGutter
	}
	return 0
}

// lineWithRoom returns the lowest line of the lane at hand whose border is free
// over a width, or -1. Bars may be covered if it is said so.
func (b *Builder) lineWithRoom(kind HitKind, width float32, overBars bool) int {
	for i := len(b.shown) - 1; i >= 0; i-- {
		s := b.shown[i]
		left, right := s.left, s.right
		if overBars {
			left, right = s.first, s.last
		}
		if kind == HitEarlier && left > width+pillInset ||
			kind == HitLater && right < b.scene.Plot.W-width-pillInset-b.scrollRoom() {
			return i
		}
	}
	return -1
}

// nearest returns the event beyond a border that is nearest to it.
func (b *Builder) nearest(box *LaneBox, kind HitKind) model.EventID {
	c, lane := b.in.Columns, &b.in.Lanes.Lanes[box.Index]
	if kind == HitLater {
		if k := lane.Before(c, b.in.View.To()); k < len(lane.Rows) {
			return c.ID[lane.Rows[k]]
		}
		return 0
	}
	from := b.in.View.From()
	for k := lane.Before(c, from) - 1; k >= 0; k-- {
		if c.End[lane.Rows[k]] <= from {
			return c.ID[lane.Rows[k]]
		}
	}
	return 0
}

// scrollGutter is the width that the scroll bar takes with what is beside it.
const scrollGutter = 10

// scrollBar draws how much of the lanes is in the plot.
func (b *Builder) scrollBar(f *figure.Figure) {
	sc := &b.scene
	sc.ScrollBar = figure.Rect{}
	if sc.ContentHeight <= b.in.Height || b.in.Height < 40 {
		return
	}
	track := b.in.Height - 6
	size := max(track*b.in.Height/sc.ContentHeight, 24)
	at := 3 + (track-size)*sc.ScrollY/max(sc.ContentHeight-b.in.Height, 1)
	sc.ScrollBar = figure.R(f.W-8, at, 6, size)
	f.Fill(figure.R(f.W-scrollGutter, 0, scrollGutter, b.in.Height), figure.Bg.Ink())
	f.Rect(sc.ScrollBar, figure.Box{Fill: figure.Outline.Ink(), Radius: 3})
}

// moreBelow tells how many lanes lie wholly below the plot.
func (b *Builder) moreBelow(f *figure.Figure) {
	n := 0
	for i := range b.scene.Lanes {
		if box := &b.scene.Lanes[i]; box.Y+min(box.H, b.m.row) > b.in.Height {
			n++
		}
	}
	if n == 0 {
		return
	}
	k := b.m.k
	h := 20 * k
	r := figure.R(10, f.H-26*k, b.asideWidth(&asideLanes, n, false)+34*k, h)
	for i := range b.scene.pills {
		// Beside a pill that lies there already.
		if p := b.scene.pills[i].rect; p.Right() > r.X && p.X < r.Right() && p.Bottom() > r.Y-2 && p.Y < r.Bottom() {
			r.X = p.Right() + 2*pillInset
		}
	}
	f.Rect(r, figure.Box{Fill: figure.Surface.Ink(), Stroke: figure.Outline.Ink(), Radius: h / 2})
	b.points = append(b.points[:0], figure.Pt(r.X+9*k, r.Y+8*k), figure.Pt(r.X+13*k, r.Y+12*k), figure.Pt(r.X+17*k, r.Y+8*k))
	f.Polyline(b.points, figure.Pen{Ink: figure.Text2.Ink(), Width: 1.5 * k, Round: true})
	b.writeAside(f, figure.Pt(r.X+23*k, r.Y+14*k), &asideLanes, n, false)
	b.scene.pills = append(b.scene.pills, pill{rect: r, kind: HitMore, lane: -1, n: n})
}
