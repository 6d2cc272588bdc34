package scene

import (
	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// A lifeMark is where something of an agreement's life was drawn.
type lifeMark struct {
	rect   figure.Rect
	kind   HitKind
	life   int // into Input.Lifecycles
	stage  int // of HitLife; of HitNotice the notice
	lane   int // of HitMoreLives
	n      int
	pinned bool
}

// lifeAt returns what of the lives lies at a point of the Plot, nil for nothing.
// Flags lie over notches and ticks, and those over bars.
func (s *Scene) lifeAt(at figure.Point) *lifeMark {
	for _, flags := range [2]bool{true, false} {
		for i := len(s.lives) - 1; i >= 0; i-- {
			m := &s.lives[i]
			if m.pinned == (at.Y < s.pinned) && (m.kind == HitLife) != flags && m.rect.Contains(at) {
				return m
			}
		}
	}
	return nil
}

// lifeHit says what lies under the pointer at x.
func (s *Scene) lifeHit(m *lifeMark, x float32) Hit {
	h := Hit{Kind: m.kind, Lane: -1, Life: m.life}
	if m.kind == HitMoreLives {
		h.Lane, h.Count = m.lane, m.n
		return h
	}
	l := &s.all[m.life]
	h.Words = append(h.Words, l.Agreement.Name)
	switch m.kind {
	case HitLife:
		stage := &l.Stages[m.stage]
		h.From, h.To = stage.From, stage.To
		h.Words = append(h.Words, stageWhen(l, stage))
		if stage.Note != "" {
			h.Words = append(h.Words, upperFirst(stage.Note))
		}
		if text := renewalText(l.Agreement); l.NoticeRule != "" && text != "" {
			h.Words = append(h.Words, text)
		}
	case HitNotice:
		step := &l.Notices[m.stage]
		text := "Notice"
		switch {
		case step.TakesBack():
			text = "Notice taken back"
		case !step.Terminates():
			text = "Suspension"
		}
		if step.By != "" {
			text += " by " + step.By
		}
		h.Words = append(h.Words, text+", "+step.When.Display())
		if step.Note != "" {
			h.Words = append(h.Words, upperFirst(step.Note))
		}
	case HitNoticeBy:
		h.Words = append(h.Words, "Last day for notice: "+model.DayOf(l.NoticeBy-1).Display(), l.NoticeRule)
	case HitExpiry:
		h.Words = append(h.Words, expiryText(l, s.asOf))
		if period := l.Agreement.NoticePeriod; period != "" && len(l.Notices) > 0 {
			h.Words = append(h.Words, "Notice period: "+period)
		}
	}
	return h
}

// stageWhen says what a stage is and from when to when.
func stageWhen(l *Life, s *model.Stage) string {
	text := upperFirst(s.Standing.String()) + " since " + l.dateAt(s.From).Display()
	if s.To != edtf.Future {
		text += ", until " + l.dateAt(s.To).Display()
	}
	return text
}

// expiryText says when an agreement ends, counted from the as-of date.
func expiryText(l *Life, asOf edtf.Instant) string {
	when := l.dateAt(l.Expiry).Display()
	if !asOf.Finite() {
		return "Expires " + when
	}
	switch left := l.DaysLeft(asOf); {
	case left > 0:
		return "Expires " + when + ": " + daysText(left) + " left as of " + model.DayOf(asOf).Display()
	case left < 0:
		return "Expired " + when + ": " + daysText(-left) + " before " + model.DayOf(asOf).Display()
	}
	return "Expires on the as-of date, " + when
}

// AtAgreements reports whether a point of the Headers lies on the head of the
// group of agreements, which folds it away and out again.
func (s *Scene) AtAgreements(x, y float32) bool {
	head := figure.R(s.Agreements.X, s.Agreements.Y, s.Agreements.W, min(s.Agreements.H, groupHead*s.metrics.k))
	return y >= s.pinned && head.Contains(figure.Pt(x, y))
}
