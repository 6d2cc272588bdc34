package scene

import (
	"chancery/charts/figure"
	"chancery/model/edtf"
)

// An axis is the ticks of a view and the texts beside them.
type axis struct {
	ruler        *ruler
	upper, lower []tick
	texts        map[edtf.Instant]string // of the ruler's lower row
	names        map[edtf.Instant]period
	asOf         asOfText
}

// asOfText is what the as-of pill says, made once per date.
type asOfText struct {
	at, today edtf.Instant
	years     bool
	text      string
	width     float32
	k         float32
}

// set finds the ticks of a view.
func (a *axis) set(v Viewport, textScale float32) {
	if r := rulerFor(v.Scale, textScale); r != a.ruler || len(a.texts) > 4000 {
		a.ruler, a.texts, a.names = r, map[edtf.Instant]string{}, map[edtf.Instant]period{}
	}
	a.upper = ticksIn(v, &a.ruler.upper, a.upper[:0])
	a.lower = ticksIn(v, &a.ruler.lower, a.lower[:0])
}

// text returns what a tick of the lower row says.
func (a *axis) text(t tick) string {
	s, ok := a.texts[t.at]
	if !ok {
		s = a.ruler.lower.label(t.at)
		a.texts[t.at] = s
	}
	return s
}

// A period is what a tick of the upper row may say.
type period struct{ full, short, withYear, year string }

// labelsOf returns what a tick of the upper row may say.
func (a *axis) labelsOf(t tick) period {
	p, ok := a.names[t.at]
	if ok {
		return p
	}
	u := &a.ruler.upper
	p.full = u.label(t.at)
	if u.name == "month" {
		y, _, _ := t.at.Civil()
		p.year = yearText(y)
		p.withYear = p.full + " " + p.year
	}
	if u.short != nil {
		p.short = u.short(t.at)
	}
	a.names[t.at] = p
	return p
}

// drawAxis draws the two rows of the time axis and the as-of pill.
func (b *Builder) drawAxis() {
	f, k := &b.scene.Axis, b.m.k
	f.Reset(float32(b.in.View.Width), b.m.axis)
	f.Fill(f.Bounds(), figure.Surface.Ink())
	b.asOfPill()
	b.lowerRow(f)
	b.upperRow(f)
	f.Fill(figure.R(0, 22*k, f.W, 1), figure.Line.Ink())
	f.Fill(figure.R(0, f.H-1, f.W, 1), figure.GridMajor.Ink())
	b.drawAsOf(f)
}

func (b *Builder) lowerRow(f *figure.Figure) {
	k := b.m.k
	font := figure.Font{Size: b.m.caption, Ink: figure.Text3.Ink()}
	pill := b.scene.AsOfPill
	free := float32(-1 << 15)
	for _, t := range b.axis.lower {
		x, end := float32(t.x), float32(t.end)
		text := b.axis.text(t)
		if b.axis.ruler.lower.short != nil && end-x < 28*k {
			text = b.axis.ruler.lower.short(t.at)
		}
		width := b.in.Faces.Measure(text, font.Size, false)
		at := x + 4
		if b.axis.ruler.words {
			at = (x+end)/2 - width/2
		}
		if t.x >= 0 {
			f.Fill(figure.R(x, f.H-20*k, 1, 6*k), figure.GridMajor.Ink())
		}
		touches := pill.W > 0 && at < pill.Right()+4 && at+width > pill.X-4
		if at < 2 || at+width > f.W || at < free || touches || width+4 > end-x && b.axis.ruler.words {
			continue
		}
		if b.axis.ruler.words && b.monday(t) {
			font.Ink = figure.Text.Ink()
		} else {
			font.Ink = figure.Text3.Ink()
		}
		f.Text(figure.Pt(at, f.H-9*k), text, font)
		free = at + width + 4
	}
}

// monday reports whether a tick of days is a Monday, which stands out.
func (b *Builder) monday(t tick) bool {
	return b.axis.ruler.lower.name == "day" && weekday(t.at) == 1
}

// upperRow names the periods. The first sticks to the left edge, and gives way
// to the next. A year is named once, at the first period with room for it and
// where it begins.
func (b *Builder) upperRow(f *figure.Figure) {
	k := b.m.k
	named := b.axis.ruler.upper.name != "month"
	for i, t := range b.axis.upper {
		x, end := float32(max(t.x, 0)), float32(min(t.end, b.in.View.Width))
		if t.x > 0 {
			f.Fill(figure.R(x, 4*k, 1, f.H-4*k), figure.GridMajor.Ink())
		}
		names, room := b.axis.labelsOf(t), end-x-12
		font := figure.Font{Size: b.m.label, Bold: true}
		if !named || yearBegins(t) {
			if b.fitsBoldly(names.withYear, room) {
				f.Text(figure.Pt(x+8, 17*k), names.withYear, font)
				named = true
				continue
			}
			if i == 0 && b.fitsBoldly(names.year, room) {
				font.Ink = figure.Text3.Ink()
				f.Text(figure.Pt(x+8, 17*k), names.year, font)
				named = true
				continue
			}
		}
		switch {
		case b.fitsBoldly(names.full, room):
			f.Text(figure.Pt(x+8, 17*k), names.full, font)
		case b.fitsBoldly(names.short, room):
			f.Text(figure.Pt(x+8, 17*k), names.short, font)
		}
	}
}

func (b *Builder) fitsBoldly(text string, room float32) bool {
	return text != "" && b.in.Faces.Measure(text, b.m.label, true) <= room
}

// yearBegins reports whether a period is the first of its year.
func yearBegins(t tick) bool {
	_, m, _ := t.at.Civil()
	return m == 1
}

// asOfPill finds what the pill says and where it lies.
func (b *Builder) asOfPill() {
	b.scene.AsOfPill = figure.Rect{}
	in, k := b.in, b.m.k
	if !in.AsOf.Finite() {
		return
	}
	x := float32(min(max(in.View.X(in.AsOf), -far), far))
	text := b.asOfText()
	width := text.width + 14*k
	if x < -width/2 || x > b.scene.Axis.W+width/2 {
		return
	}
	at := x - width/2
	if x >= 0 && x <= b.scene.Axis.W {
		at = min(max(at, 2), b.scene.Axis.W-width-2) // whole, as long as its line is in view
	}
	b.scene.AsOfPill = figure.R(at, b.m.axis-21*k, width, b.m.pill)
}

func (b *Builder) asOfText() asOfText {
	in := b.in
	t := &b.axis.asOf
	years := dateDetailFor(in.View.Scale, b.m.k).years
	at, today := floorTo(in.AsOf, day), floorTo(in.Today, day)
	if t.text != "" && t.at == at && t.today == today && t.years == years && t.k == b.m.k {
		return *t
	}
	*t = asOfText{at: at, today: today, years: years, k: b.m.k, text: "Today"}
	if at != today {
		y, m, d := at.Civil()
		t.text = "As of " + dayOfMonth(at) + " " + shortMonth(m)
		if ty, _, _ := today.Civil(); years || d == 0 || y != ty && b.scene.view.Span() > 2*year {
			t.text += " " + yearText(y)
		}
	}
	t.width = in.Faces.Measure(t.text, b.m.caption, true)
	return *t
}

func (b *Builder) drawAsOf(f *figure.Figure) {
	pill, k := b.scene.AsOfPill, b.m.k
	if pill.W == 0 {
		return
	}
	x, middle := float32(b.in.View.X(b.in.AsOf)), pill.X+pill.W/2
	f.Line(figure.Pt(x, f.H-20*k), figure.Pt(x, f.H), figure.Pen{Ink: figure.Accent.Ink(), Width: 2 * k})
	f.Rect(pill, figure.Box{Fill: figure.Accent.Ink(), Radius: pill.H / 2})
	f.Text(figure.Pt(middle, pill.Y+12.7*k), b.axis.asOf.text,
		figure.Font{Size: b.m.caption, Bold: true, Ink: figure.AccentText.Ink(), Align: figure.Centre})
}
