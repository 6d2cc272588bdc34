package model

import "chancery/model/edtf"

// A PeriodMode says how an event must lie to a period to be kept.
type PeriodMode uint8

// The period modes: the event overlaps the period, starts in it, ends in it,
// or lies wholly inside it.
const (
	Overlaps PeriodMode = iota
	Starts
	Ends
	Inside
)

// A Period is a half-open stretch of time [From, To) and how events must lie to
// it. Because dates are known to a precision, an event may lie so possibly or
// certainly: Certainly keeps only events that lie so wherever in their bounds
// they really happened. The zero Period keeps everything.
type Period struct {
	From, To  edtf.Instant
	Mode      PeriodMode
	Certainly bool
}

// IsZero reports whether p keeps everything.
func (p Period) IsZero() bool { return p == Period{} }

// Match reports whether an event with bounds b lies to the period as p asks.
func (p Period) Match(b edtf.Bounds) bool {
	if p.IsZero() {
		return true
	}
	switch p.Mode {
	case Starts:
		return within(b.EarliestStart, b.LatestStart, p.From, p.To, p.Certainly)
	case Ends:
		return within(b.EarliestEnd, b.LatestEnd, p.From, p.To, p.Certainly)
	case Inside:
		return within(b.EarliestStart, b.LatestStart, p.From, p.To, p.Certainly) &&
			within(b.EarliestEnd, b.LatestEnd, p.From, p.To, p.Certainly)
	default:
		if p.Certainly {
			return b.CertainlyOverlaps(p.From, p.To)
		}
		return b.PossiblyOverlaps(p.From, p.To)
	}
}

// within reports whether a moment somewhere in [lo, hi) lies in [from, to),
// possibly or certainly.
func within(lo, hi, from, to edtf.Instant, certainly bool) bool {
	if certainly {
		return lo >= from && hi <= to
	}
	return lo < to && hi > from
}

// A Filter says which events to show. Within a field any value suffices; the
// fields must all hold. The zero Filter keeps every event.
type Filter struct {
	Collections []string // keys
	Categories  []string // keys
	Actors      []string // names; an actor stands for the bodies and people under it
	AllActors   bool     // every actor of Actors must take part, not just one
	Places      []string
	Confidence  []string
	Text        string // words to find in titles, summaries, actors and sources
	Period      Period
}

// IsZero reports whether f keeps every event.
func (f *Filter) IsZero() bool {
	return len(f.Collections) == 0 && len(f.Categories) == 0 && len(f.Actors) == 0 &&
		len(f.Places) == 0 && len(f.Confidence) == 0 && f.Text == "" && f.Period.IsZero()
}
