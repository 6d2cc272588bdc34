package scene

import (
	"strconv"

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
	text   string
	pinned bool
}

// An aside is the text of a pill, made once per count.
type aside struct {
	n     int
	text  string
	short string
	width float32 // of text
	brief float32 // of short
}

// asides keep the texts of pills by count.
type asides struct {
	word  string
	many  string
	texts map[int]aside
}

func (a *asides) of(b *Builder, n int) aside {
	t, ok := a.texts[n]
	if ok {
		return t
	}
	if a.texts == nil || len(a.texts) > 1000 {
		a.texts = map[int]aside{}
	}
	t = aside{n: n, short: grouped(int64(n))}
	t.text = t.short + " " + a.word
	if n != 1 && a.many != "" {
		t.text = t.short + " " + a.many
	}
	t.width = b.in.Faces.Measure(t.text, b.m.caption, false)
	t.brief = b.in.Faces.Measure(t.short, b.m.caption, false)
	a.texts[n] = t
	return t
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
		if box.Level == Labels && d.slot.width > 0 && d.slot.side != inside && !outside {
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
	words := &b.asideEarlier
	if kind == HitLater {
		words = &b.asideLater
	}
	t, k := words.of(b, n), b.m.k
	text, width := t.text, t.width+26*k
	line := b.lineWithRoom(kind, width+8, false)
	if line < 0 {
		text, width = t.short, t.brief+26*k
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
		rect: r, kind: kind, lane: box.Index, n: n, id: b.nearest(box, kind), text: text, pinned: box.Pinned,
	})
}

// edgePills draws the planned pills.
func (b *Builder) edgePills(f *figure.Figure, pinned bool) {
	k := b.m.k
	font := figure.Font{Size: b.m.caption, Ink: figure.Text2.Ink()}
	for i := range b.scene.pills {
		p := &b.scene.pills[i]
		if p.pinned != pinned {
			continue
		}
		r, y := p.rect, p.rect.Y+p.rect.H/2
		f.Rect(r, figure.Box{Fill: figure.Surface.Ink(), Stroke: figure.Outline.Ink(), Radius: r.H / 2})
		if p.kind == HitLater {
			b.chevron(f, r.Right()-10*k, y, 1, figure.Text2.Ink())
			f.Text(figure.Pt(r.X+9*k, y+b.m.rise-0.3), p.text, font)
		} else {
			b.chevron(f, r.X+10*k, y, -1, figure.Text2.Ink())
			f.Text(figure.Pt(r.X+17*k, y+b.m.rise-0.3), p.text, font)
		}
	}
}

// scrollRoom is what the scroll bar takes at the right of the plot.
func (b *Builder) scrollRoom() float32 {
	if b.scene.ContentHeight > b.in.Height {
		return 8
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
	sc.ScrollBar = figure.R(f.W-9, at, 6, size)
	f.Rect(figure.R(f.W-9, 3, 6, track), figure.Box{Fill: figure.Bg.Ink(), Radius: 3})
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
	t, k := b.asideLanes.of(b, n), b.m.k
	h := 20 * k
	r := figure.R(10, f.H-26*k, t.width+34*k, h)
	for i := range b.scene.pills {
		// Beside a pill that lies there already.
		if p := b.scene.pills[i].rect; p.Right() > r.X && p.X < r.Right() && p.Bottom() > r.Y-2 && p.Y < r.Bottom() {
			r.X = p.Right() + 2*pillInset
		}
	}
	f.Rect(r, figure.Box{Fill: figure.Surface.Ink(), Stroke: figure.Outline.Ink(), Radius: h / 2})
	b.points = append(b.points[:0], figure.Pt(r.X+9*k, r.Y+8*k), figure.Pt(r.X+13*k, r.Y+12*k), figure.Pt(r.X+17*k, r.Y+8*k))
	f.Polyline(b.points, figure.Pen{Ink: figure.Text2.Ink(), Width: 1.5 * k, Round: true})
	f.Text(figure.Pt(r.X+23*k, r.Y+14*k), t.text, figure.Font{Size: b.m.caption, Ink: figure.Text2.Ink()})
	b.scene.pills = append(b.scene.pills, pill{rect: r, kind: HitMore, lane: -1, n: n})
}

// counted writes a number for people.
func counted(n int) string {
	if n < 10_000 && n >= 1000 {
		return strconv.Itoa(n/1000) + "\u00a0" + strconv.Itoa(n)[1:]
	}
	return grouped(int64(n))
}
