package scene

import (
	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// Places within the 64 dp of a life, at 100 %.
const (
	lifeBarTop = 10
	lifeBar    = 22
	captionMid = 46 // middle of the texts under the bar
	flagHeight = 18
	flagArrow  = 6
	notchOver  = 4  // by which a notch is higher than the bar, above and below
	pendingTo  = 84 // of the dashes after an end that is still to come
	renewalGap = 7  // nearest two ticks of renewals
)

// A lifeRow is one life of the frame under way: its place, and what of the row
// under its bar is taken.
type lifeRow struct {
	i      int // into Input.Lifecycles
	y      float32
	pinned bool
	bar    figure.Rect // as much of the life as is in view
	flag   figure.Rect
}

// agreementIndex is the category whose colour lives have.
var agreementIndex = int(model.CategoryNamed("agreement").Index)

func agreementInk(opacity float32) figure.Ink {
	return figure.CategoryToken(agreementIndex).Tint(opacity)
}

// eachLife calls draw for every life in the plot that is pinned, or is not.
func (b *Builder) eachLife(pinned bool, draw func(i int, y float32)) {
	rows := func(shown []int, y float32) float32 {
		for _, i := range shown {
			if y < b.in.Height && y+b.lifeHeight(i) > 0 {
				draw(i, y)
			}
			y += b.lifeHeight(i)
		}
		return y
	}
	if g := b.scene.Agreements; g.H > 0 && !pinned && !b.groupCollapsed() {
		rows(b.lives.group, g.Y+groupHead*b.m.k)
	}
	for n := range b.scene.Lanes {
		if box := &b.scene.Lanes[n]; box.Lead > 0 && box.Pinned == pinned && b.inPlot(box) {
			rows(b.states[box.Index].lives, box.Y)
		}
	}
}

// drawLives draws the bars of agreements' lives, what they say, and what
// separates them from the marks below.
func (b *Builder) drawLives(f *figure.Figure, pinned bool) {
	if g := b.scene.Agreements; g.H > 0 && !pinned {
		b.groupGround(f, g)
	}
	b.eachLife(pinned, func(i int, y float32) {
		f.Fill(figure.R(0, y+b.lifeHeight(i)-1, f.W, 1), figure.Line.Tint(0.6))
		b.life(f, i, y, pinned)
	})
	for n := range b.scene.Lanes {
		box := &b.scene.Lanes[n]
		if st := &b.states[box.Index]; box.Lead > 0 && box.Pinned == pinned && b.inPlot(box) {
			b.moreLives(f, st.others, box.Index, box.top(), pinned)
		}
	}
}

// groupGround draws the head of the group of agreements across the plot and,
// when it is collapsed, the lives as thin lines.
func (b *Builder) groupGround(f *figure.Figure, g figure.Rect) {
	head := groupHead * b.m.k
	f.Fill(figure.R(0, g.Y, f.W, head), figure.Band.Ink())
	f.Fill(figure.R(0, g.Y+g.H-1, f.W, 1), figure.Line.Ink())
	if !b.groupCollapsed() {
		b.moreLives(f, b.lives.others, -1, g.Bottom(), false)
		return
	}
	step := min((head-8)/float32(len(b.lives.group)), collapsedLine+1)
	y := g.Y + (head-step*float32(len(b.lives.group)))/2
	for _, i := range b.lives.group {
		b.lifeLine(f, &b.in.Lifecycles[i], b.in.View, 0, f.W, figure.R(0, y, f.W, step-1))
		y += step
	}
}

// lifeLine draws a life as a thin line on the axis of a view, left dp to the
// right: solid in force, faint before, in the colour of deadlines after notice.
func (b *Builder) lifeLine(f *figure.Figure, l *Life, v Viewport, left, width float32, r figure.Rect) {
	for _, s := range l.Stages {
		from, to := viewX(v, s.From), viewX(v, s.To)
		from, to = max(from, 0), min(to, width)
		if to <= from {
			continue
		}
		ink := agreementInk(0.75)
		switch s.Standing {
		case model.SignedOnly, model.Suspended:
			ink = agreementInk(0.3)
		case model.UnderNotice:
			ink = figure.Deadline.Ink()
		case model.Ended:
			continue
		}
		f.Fill(figure.R(left+from, r.Y, to-from, r.H), ink)
	}
}

// viewX returns where t lies in a view, as a coordinate that stays finite.
func viewX(v Viewport, t edtf.Instant) float32 { return float32(min(max(v.X(t), -far), far)) }

// moreLives draws the pill that counts the lives that are not shown, at the foot
// of those that are.
func (b *Builder) moreLives(f *figure.Figure, n, lane int, foot float32, pinned bool) {
	if n == 0 {
		return
	}
	k := b.m.k
	r := figure.R(pillInset, foot-(moreHeight-3)*k, b.asideWidth(&asideLives, n, false)+18*k, b.m.pill)
	f.Rect(r, figure.Box{Fill: figure.Surface.Ink(), Stroke: figure.Outline.Ink(), Radius: r.H / 2})
	b.writeAside(f, figure.Pt(r.X+9*k, r.Y+r.H/2+b.m.rise-0.3), &asideLives, n, false)
	f.Fill(figure.R(0, foot-1, f.W, 1), figure.Line.Tint(0.6))
	b.scene.lives = append(b.scene.lives, lifeMark{rect: r, kind: HitMoreLives, lane: lane, n: n, pinned: pinned})
}

// life draws one life: its stages, what marks moments of it, and the texts.
func (b *Builder) life(f *figure.Figure, i int, y float32, pinned bool) {
	l, w, k := &b.in.Lifecycles[i], &b.lives.words[i], b.m.k
	if b.in.Named {
		f.Group(l.Agreement.Name + ": " + w.standing.text)
		defer f.Ungroup()
	}
	row := lifeRow{i: i, y: y, pinned: pinned}
	for n := range l.Stages {
		b.stage(f, &row, l, n)
	}
	if row.bar.W <= 0 {
		return
	}
	b.renewals(f, &row, l)
	b.noticeBy(f, &row, l)
	row.flag = b.flagRect(l, w, y)
	next := row.bar.X + 10*k
	first := f.W - 8
	if row.flag.W > 0 {
		first = min(first, row.flag.X-8*k)
	}
	first = min(first, b.expiryBeyond(f, &row, l, w))
	for n := range w.notices {
		if x := viewX(b.in.View, w.notices[n].at); x > -2 && x < f.W+2 {
			first = min(first, b.notice(f, &row, n, x))
		}
	}
	b.endCaption(f, &row, l, w)
	if start := next + 8*k; w.renewal.text != "" && start+w.renewal.width < first-12 {
		b.caption(f, w.renewal, start, y)
	}
}

// caption writes a text under a bar.
func (b *Builder) caption(f *figure.Figure, p phrase, x, y float32) {
	f.Text(figure.Pt(x, y+captionMid*b.m.k+b.m.rise-0.4), p.text, figure.Font{Size: b.m.caption, Ink: figure.Text3.Ink()})
}
