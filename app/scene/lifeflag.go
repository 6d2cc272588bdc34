package scene

import "chancery/charts/figure"

// flagRect returns the place of the flag of an expiry, arrow included; empty
// when there is none or it is out of view.
func (b *Builder) flagRect(l *Life, w *lifeWords, y float32) figure.Rect {
	x, k := viewX(b.in.View, l.Expiry), b.m.k
	if w.flag.text == "" || x < 0 || x > b.scene.Plot.W {
		return figure.Rect{}
	}
	width := w.flag.width + (20+flagArrow)*k
	r := figure.R(x, y+(captionMid-flagHeight/2)*k, width, flagHeight*k)
	if flagsLeft(x, b.scene.Plot.W) {
		r.X = x - width
	}
	return r
}

// flagsLeft reports whether a flag at x points left: away from the nearer edge.
func flagsLeft(x, width float32) bool { return x > width/2 }

// expiryFlags draws the flags of expiries, over the lines that mark them.
func (b *Builder) expiryFlags(f *figure.Figure, pinned bool) {
	b.eachLife(pinned, func(i int, y float32) {
		l, w := &b.in.Lifecycles[i], &b.lives.words[i]
		if r := b.flagRect(l, w, y); r.W > 0 {
			b.flag(f, r, w.flag.text, flagsLeft(viewX(b.in.View, l.Expiry), f.W))
			b.scene.lives = append(b.scene.lives, lifeMark{rect: r, kind: HitExpiry, life: i, pinned: pinned})
		}
	})
}

// flag draws a flag whose arrow points left or right.
func (b *Builder) flag(f *figure.Figure, r figure.Rect, text string, left bool) {
	k := b.m.k
	tip, neck, staff := r.Right(), r.Right()-flagArrow*k, r.X
	start := r.X + 9*k
	if left {
		tip, neck, staff = r.X, r.X+flagArrow*k, r.Right()
		start = neck + 9*k
	}
	b.points = append(b.points[:0],
		figure.Pt(staff, r.Y), figure.Pt(neck, r.Y), figure.Pt(tip, r.Y+r.H/2), figure.Pt(neck, r.Bottom()), figure.Pt(staff, r.Bottom()))
	f.Polygon(b.points, figure.Box{Fill: figure.Deadline.Ink()})
	f.Text(figure.Pt(start, r.Y+r.H/2+b.m.rise), text, figure.Font{Size: b.m.label, Bold: true, Ink: figure.DeadlineText.Ink()})
}
