package scene

import (
	"strconv"
	"strings"

	"chancery/model"
	"chancery/model/edtf"
)

// A phrase is a text and its width in dp.
type phrase struct {
	text  string
	width float32
}

// lifeWords are what the drawing of a life says, measured once.
type lifeWords struct {
	name, standing phrase
	nameTo         float32 // the header's width that name was shortened to
	stages         []stageWords
	notices        []noticeWords
	tall           bool   // there are texts under the bar
	renewal        phrase // "Renews each year unless notice is given"
	flag           phrase // of an expiry that is near; empty for others
	end            phrase // of an expiry that is not
}

// stageWords are what a stage's bar says, if there is room, in full or in short.
type stageWords struct{ long, short phrase }

type noticeWords struct {
	at     edtf.Instant
	phrase phrase
	notch  bool // it is a notice of the end
}

// lifeWords returns the words of a life, dates as the axis leaves them to say.
func (b *Builder) lifeWords(l *Life) lifeWords {
	caption := func(text string) phrase { return phrase{text, b.in.Faces.Measure(text, b.m.caption, false)} }
	label := func(text string) phrase { return phrase{text, b.in.Faces.Measure(text, b.m.label, false)} }
	w := lifeWords{standing: caption(standingOn(l, b.in.AsOf))}
	for i := range l.Stages {
		long, short := stageText(l, &l.Stages[i])
		if b.in.HeaderWidth <= 0 && long != "" {
			long, short = l.Agreement.Label()+" · "+lowerFirst(long), l.Agreement.Label()
		}
		w.stages = append(w.stages, stageWords{label(long), label(short)})
	}
	for i := range l.Notices {
		n := &l.Notices[i]
		at := n.When.Bounds().EarliestStart
		if !at.Finite() {
			continue
		}
		w.notices = append(w.notices, noticeWords{at, caption(b.noticeText(l, n)), n.Terminates()})
	}
	if l.NoticeRule != "" {
		w.renewal = caption(renewalText(l.Agreement))
	}
	if l.HasExpiry {
		b.expiryWords(l, &w)
	}
	w.tall = len(w.notices) > 0 || w.renewal.text != "" || w.flag.text != ""
	return w
}

// standingOn says what an agreement is on a day, for its head.
func standingOn(l *Life, at edtf.Instant) string {
	if !at.Finite() {
		return ""
	}
	text := ""
	for _, s := range l.Stages {
		if s.From < at+day {
			text = s.Standing.String()
		}
	}
	return text
}

// stageText says what a stage is, in full and in short.
func stageText(l *Life, s *model.Stage) (long, short string) {
	since := l.dateAt(s.From).Display()
	switch s.Standing {
	case model.SignedOnly:
		return "Signed " + since + ", not in force", "Signed"
	case model.UnderNotice:
		if s.To == edtf.Future {
			return "Notice given", "Notice"
		}
		left := daysText(int((s.To - s.From) / day))
		return "Notice period · " + left, left
	case model.Suspended:
		return "Suspended since " + since, "Suspended"
	case model.InForce:
		if s.Note != "" {
			return "In force", ""
		}
		return "In force since " + since, "In force"
	}
	return "", ""
}

// dateAt returns the date on which something of a life happened, as it is
// known, or else the day that holds t.
func (l *Life) dateAt(t edtf.Instant) edtf.Date {
	a := l.Agreement
	known := func(d edtf.Date) bool {
		return !d.IsZero() && d.Form() == edtf.Single && d.Bounds().EarliestStart == t
	}
	for _, d := range [...]edtf.Date{a.InForce, a.Signed, a.End} {
		if known(d) {
			return d
		}
	}
	for _, steps := range [...][]model.AgreementStep{a.Notices, a.Suspensions} {
		for i := range steps {
			if known(steps[i].When) {
				return steps[i].When
			}
		}
	}
	return model.DayOf(t)
}

func (b *Builder) noticeText(l *Life, n *model.AgreementStep) string {
	when := b.words.one(n.When)
	switch {
	case !n.Terminates() && n.Note != "":
		return upperFirst(n.Note) + " " + when
	case l.Agreement.Bilateral() || n.By == "":
		return "Written notice " + when
	}
	return "Notice by " + n.By + " " + when
}

// renewalText says how often an agreement renews itself.
func renewalText(a *model.Agreement) string {
	term, err := model.ParseDuration(a.InitialTerm)
	const unless = " unless notice is given"
	switch {
	case err != nil:
		return ""
	case term == model.Duration{Years: 1}:
		return "Renews each year" + unless
	case term == model.Duration{Months: 1}:
		return "Renews each month" + unless
	case term.Years > 1 && term.Months == 0 && term.Days == 0:
		return "Renews every " + strconv.Itoa(term.Years) + " years" + unless
	case term.Months > 1 && term.Years == 0 && term.Days == 0:
		return "Renews every " + strconv.Itoa(term.Months) + " months" + unless
	}
	return "Renews by itself" + unless
}

// expiryWords says when an agreement ends or ended: on a flag while that is
// near, in a caption otherwise.
func (b *Builder) expiryWords(l *Life, w *lifeWords) {
	when := l.dateAt(l.Expiry)
	if !b.in.AsOf.Finite() {
		w.end = phrase{text: "Expires " + b.words.one(when)}
	} else {
		name, left := l.Agreement.Label(), l.DaysLeft(b.in.AsOf)
		switch {
		case left > flagTo:
			w.end.text = "Expires " + when.Display()
		case left > 0:
			w.flag.text = name + " expires " + b.words.one(when) + " · " + daysText(left) + " left"
		case left == 0:
			w.flag.text = name + " expires today"
		case left >= -flagFrom:
			w.flag.text = name + " expired " + daysText(-left) + " ago"
		default:
			w.end.text = "Ended " + when.Display()
		}
	}
	w.flag.width = b.in.Faces.Measure(w.flag.text, b.m.label, true)
	w.end.width = b.in.Faces.Measure(w.end.text, b.m.caption, false)
}

func daysText(n int) string {
	if n == 1 {
		return "1 day"
	}
	return grouped(int64(n)) + " days"
}

// lowerFirst returns a text with its first letter, if it is a plain one, lower
// case.
func lowerFirst(s string) string {
	if s == "" || s[0] >= 0x80 {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

// upperFirst returns a text with its first letter, if it is a plain one, upper
// case.
func upperFirst(s string) string {
	if s == "" || s[0] >= 0x80 {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
