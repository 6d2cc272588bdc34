package scene

import "chancery/charts/figure"

// renewals draws a tick at the foot of the bar for each term that began anew.
func (b *Builder) renewals(f *figure.Figure, row *lifeRow, l *Life) {
	k := b.m.k
	last := float32(-far)
	foot := row.y + (lifeBarTop+lifeBar)*k
	for _, at := range l.Renewals {
		x := viewX(b.in.View, at)
		if x < 0 || x > f.W || x < last+renewalGap*k {
			continue
		}
		last = x
		f.Fill(figure.R(x-0.75*k, foot-5*k, 1.5*k, 5*k), figure.White.Ink())
		f.Fill(figure.R(x-0.75*k, foot, 1.5*k, 4*k), agreementInk(1))
	}
}

// noticeBy draws a tick at the end of the last day on which notice could be
// given before the next term.
func (b *Builder) noticeBy(f *figure.Figure, row *lifeRow, l *Life) {
	x, k := viewX(b.in.View, l.NoticeBy), b.m.k
	if l.NoticeRule == "" || x < 0 || x > f.W {
		return
	}
	foot := row.y + (lifeBarTop+lifeBar)*k
	f.Line(figure.Pt(x, foot-7*k), figure.Pt(x, foot+5*k), figure.Pen{Ink: figure.Deadline.Ink(), Width: 2 * k})
	f.Disc(figure.Pt(x, foot+5*k), 2*k, figure.Box{Fill: figure.Deadline.Ink()})
	r := figure.R(x-6*k, foot-9*k, 12*k, 18*k)
	b.scene.lives = append(b.scene.lives, lifeMark{rect: r, kind: HitNoticeBy, life: row.i, pinned: row.pinned})
}

// notice draws the notch of a notice and writes under it when it was given, if
// that keeps clear of the flag. It returns where what it drew begins.
func (b *Builder) notice(f *figure.Figure, row *lifeRow, n int, x float32) float32 {
	w, k := &b.lives.words[row.i].notices[n], b.m.k
	top, h := row.y+lifeBarTop*k, lifeBar*k
	if w.notch {
		f.Fill(figure.R(x-1.25*k, top-notchOver*k, 2.5*k, h+2*notchOver*k), figure.Text.Ink())
	} else {
		f.Fill(figure.R(x-0.75*k, top, 1.5*k, h+notchOver*k), figure.Text.Ink())
	}
	r := figure.R(x-6*k, top-notchOver*k, 12*k, h+2*notchOver*k)
	b.scene.lives = append(b.scene.lives, lifeMark{rect: r, kind: HitNotice, life: row.i, stage: n, pinned: row.pinned})
	limit := f.W - 8
	all := b.lives.words[row.i].notices
	for m := n + 1; m < len(all); m++ {
		if next := viewX(b.in.View, all[m].at); next > x {
			limit = min(limit, next-4*k)
			break
		}
	}
	if flag := row.flag; flag.W > 0 && flag.Right() > x {
		limit = min(limit, flag.X-6*k)
	}
	if start := x + 5*k; start+w.phrase.width <= limit {
		b.caption(f, w.phrase, start, row.y)
		return start
	}
	return x - 6*k
}

// expiryBeyond writes of an expiry that is near but later than the view at its
// right border, and returns where that begins.
func (b *Builder) expiryBeyond(f *figure.Figure, row *lifeRow, l *Life, w *lifeWords) float32 {
	if w.flag.text == "" || viewX(b.in.View, l.Expiry) <= f.W {
		return f.W
	}
	k := b.m.k
	start := f.W - b.scrollRoom() - 18*k - w.flag.width
	if start < row.bar.X+8*k {
		return f.W
	}
	y := row.y + captionMid*k
	f.Text(figure.Pt(start, y+b.m.rise), w.flag.text, figure.Font{Size: b.m.label, Bold: true, Ink: figure.Deadline.Ink()})
	b.chevron(f, start+w.flag.width+7*k, y, 1, figure.Deadline.Ink())
	row.flag = figure.R(start-4*k, y-flagHeight/2*k, w.flag.width+16*k, flagHeight*k)
	b.scene.lives = append(b.scene.lives, lifeMark{rect: row.flag, kind: HitExpiry, life: row.i, pinned: row.pinned})
	return row.flag.X
}

// endCaption writes when an agreement ended long ago, or ends in years, beside
// the place where its bar closes.
func (b *Builder) endCaption(f *figure.Figure, row *lifeRow, l *Life, w *lifeWords) {
	x := viewX(b.in.View, l.Expiry)
	if w.end.text == "" || x < 0 || x > f.W {
		return
	}
	start := x + 8*b.m.k
	if start+w.end.width > f.W-8 {
		start = x - 8*b.m.k - w.end.width
		b.caption(f, w.end, start, row.y)
		return
	}
	f.Text(figure.Pt(start, row.y+(lifeBarTop+lifeBar/2)*b.m.k+b.m.rise), w.end.text,
		figure.Font{Size: b.m.caption, Ink: figure.Text2.Ink()})
}
