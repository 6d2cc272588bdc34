package model

import (
	"fmt"
	"slices"
	"strings"

	"chancery/model/edtf"
)

// A Standing is what an agreement is at a time in its life.
type Standing uint8

// The standings of an agreement.
const (
	SignedOnly Standing = iota // signed, not yet in force
	InForce
	UnderNotice // in force, with notice of its end given
	Suspended
	Ended
)

var standingNames = [...]string{
	SignedOnly:  "signed, not in force",
	InForce:     "in force",
	UnderNotice: "notice given",
	Suspended:   "suspended",
	Ended:       "ended",
}

// String returns the standing in words.
func (s Standing) String() string { return standingNames[s] }

// A Stage is a stretch of an agreement's life [From, To) in one standing. To is
// edtf.Future when no end was known.
type Stage struct {
	Standing Standing
	From, To edtf.Instant
	Note     string
}

// A Lifecycle is the life of an agreement as it was known on a day: steps taken
// later are not in it, and an end that had been announced stands as it stood.
type Lifecycle struct {
	Agreement *Agreement
	Stages    []Stage // consecutive, in time order
	Renewals  []edtf.Instant
	Notices   []AgreementStep // those given by then, written notices first to last

	// Expiry is the start of the day on which the agreement was then due to
	// end, or ended; HasExpiry is false when none was known.
	Expiry    edtf.Instant
	HasExpiry bool

	// NoticeBy is the end of the last day on which notice could be given
	// before the next term, with the rule and its counting in words.
	NoticeBy   edtf.Instant
	NoticeRule string
}

// renewalLimit bounds the renewals that are counted, so that an agreement of
// yearly terms from antiquity costs no more than one of today.
const renewalLimit = 1000

// LifecycleOn returns the life of a as it was known on a day: everything dated
// up to the end of the day that holds at.
func (a *Agreement) LifecycleOn(at edtf.Instant) Lifecycle {
	known := endOfDay(at)
	l := Lifecycle{Agreement: a}
	signed, inForce := lower(a.Signed), lower(a.InForce)
	term, err := ParseDuration(a.InitialTerm)
	renews := err == nil && a.renewsByItself()

	if inForce == edtf.Past {
		inForce = edtf.Future
	}
	if signed != edtf.Past && signed < known && signed < inForce {
		l.add(SignedOnly, signed, edtf.Future, "")
	}
	if inForce >= known {
		return l // the day of entry into force was not known yet
	}
	if n := len(l.Stages); n > 0 {
		l.Stages[n-1].To = inForce
	}
	l.add(InForce, inForce, edtf.Future, "")
	if renews {
		l.renew(inForce, term, known)
	}
	l.give(a, inForce, term, renews, known)
	l.suspend(a, known)
	if l.HasExpiry {
		l.cut(Ended, l.Expiry, "")
	}
	l.end(a, known)
	return l
}

// renewsByItself reports whether the renewal rule needs no act of the parties.
func (a *Agreement) renewsByItself() bool {
	rule := strings.ToLower(a.RenewalRule)
	return strings.Contains(rule, "by itself") || strings.Contains(rule, "automatic") || strings.Contains(rule, "tacit")
}

// renew notes the renewals up to the term that holds known, and the last day
// for notice before the next.
func (l *Lifecycle) renew(inForce edtf.Instant, term Duration, known edtf.Instant) {
	next := inForce
	for n := 1; n <= renewalLimit && next < known; n++ {
		next = term.Times(n).After(inForce)
		if next < known {
			l.Renewals = append(l.Renewals, next)
		}
	}
	period, err := ParseDuration(l.Agreement.NoticePeriod)
	if err != nil {
		return
	}
	l.NoticeBy = period.Times(-1).After(next)
	l.NoticeRule = fmt.Sprintf(
		"The term ends as %s begins; %s before that is %s, so the last whole day for notice is %s.",
		DayOf(next).Display(), period, DayOf(l.NoticeBy).Display(), DayOf(l.NoticeBy-1).Display())
}

// give lays the notices of termination over the life, and takes back the ones
// whose effect was suspended or that were withdrawn.
func (l *Lifecycle) give(a *Agreement, inForce edtf.Instant, term Duration, renews bool, known edtf.Instant) {
	period, err := ParseDuration(a.NoticePeriod)
	for _, n := range a.Notices {
		at := lower(n.When)
		if at == edtf.Past || at >= known {
			continue
		}
		l.Notices = append(l.Notices, n)
		switch {
		case n.TakesBack():
			l.HasExpiry = false
			l.cut(InForce, at, n.Note)
		case err == nil && a.Bilateral() && !n.suspends():
			l.Expiry, l.HasExpiry = period.After(at), true
			if renews {
				l.Expiry = termEnd(inForce, term, l.Expiry)
			}
			l.cut(UnderNotice, at, n.Note)
		}
	}
}

// Bilateral reports whether an agreement has two parties, so that it ends when
// one of them leaves. Of a treaty of many the archive may name only two.
func (a *Agreement) Bilateral() bool {
	return len(a.Parties) == 2 && !strings.Contains(strings.ToLower(a.Type), "multilateral")
}

// Terminates reports whether a step is a notice of the end, or of leaving, and
// neither takes one back nor only suspends.
func (s *AgreementStep) Terminates() bool { return !s.TakesBack() && !s.suspends() }

// termEnd returns the first end of a term at or after t.
func termEnd(inForce edtf.Instant, term Duration, t edtf.Instant) edtf.Instant {
	end := inForce
	for n := 1; n <= renewalLimit && end < t; n++ {
		end = term.Times(n).After(inForce)
	}
	return end
}

// TakesBack reports whether a step undoes an earlier notice, or its effect,
// rather than being one. Files say so in words only.
func (s *AgreementStep) TakesBack() bool {
	note := strings.ToLower(s.Note)
	return strings.Contains(note, "notice suspended") || strings.Contains(note, "withdrawn")
}

// suspends reports whether a step suspends the agreement and does not end it.
func (s *AgreementStep) suspends() bool {
	note := strings.ToLower(s.Note)
	return strings.Contains(note, "suspended") || strings.Contains(note, "no longer bound")
}

// suspend lays the known suspensions over the life. One of the notice alone
// leaves the agreement in force, so it is not drawn as one.
func (l *Lifecycle) suspend(a *Agreement, known edtf.Instant) {
	for _, s := range a.Suspensions {
		b := s.When.Bounds()
		if b.EarliestStart >= known || strings.Contains(strings.ToLower(s.Note), "notice suspended") {
			continue
		}
		after := l.standingAt(b.EarliestStart)
		l.cut(Suspended, b.EarliestStart, s.Note)
		if b.LatestEnd < known {
			l.cut(after, b.LatestEnd, "")
		}
	}
}

// end closes the life at its recorded end. A fixed term tells its end from the
// day it is signed; any other end is known only once it has come.
func (l *Lifecycle) end(a *Agreement, known edtf.Instant) {
	if a.End.IsZero() || a.End.IsOpen() || a.End.OpenEnd() {
		return
	}
	last := startOfDay(a.End.Bounds().LatestEnd - 1)
	_, err := ParseDuration(a.InitialTerm)
	fixed := err == nil && !a.renewsByItself()
	if last < known || fixed {
		l.Expiry, l.HasExpiry = last, true
		l.Stages = slices.DeleteFunc(l.Stages, func(s Stage) bool { return s.Standing == Ended })
		l.cut(Ended, last, "")
	}
}

func (l *Lifecycle) add(s Standing, from, to edtf.Instant, note string) {
	l.Stages = append(l.Stages, Stage{s, from, to, note})
}

// cut ends what was going on at t and goes on in another standing.
func (l *Lifecycle) cut(s Standing, t edtf.Instant, note string) {
	l.Stages = slices.DeleteFunc(l.Stages, func(st Stage) bool { return st.From >= t })
	if n := len(l.Stages); n > 0 {
		l.Stages[n-1].To = t
	}
	l.add(s, t, edtf.Future, note)
}

func (l *Lifecycle) standingAt(t edtf.Instant) Standing {
	s := InForce
	for _, st := range l.Stages {
		if st.From <= t && st.Standing != Suspended {
			s = st.Standing
		}
	}
	return s
}

// DaysLeft returns the whole days from the day that holds at to the day of the
// expiry: 0 on the day itself, negative after it.
func (l *Lifecycle) DaysLeft(at edtf.Instant) int {
	return int((startOfDay(l.Expiry) - startOfDay(at)) / 86400)
}

func lower(d edtf.Date) edtf.Instant {
	if d.IsZero() {
		return edtf.Past
	}
	return d.Bounds().EarliestStart
}
