package edtf

// Bounds are the four bounds of a date on the time axis, as a span [start, end)
// whose two ends are each known only to lie within limits:
//
//	EarliestStart ≤ start ≤ LatestStart, EarliestEnd ≤ end ≤ LatestEnd.
//
// A single date is a moment or stretch somewhere in [EarliestStart, LatestEnd),
// and has equal starts and ends: EarliestEnd is EarliestStart, LatestStart is
// LatestEnd. LatestStart and LatestEnd are exclusive.
type Bounds struct{ EarliestStart, LatestStart, EarliestEnd, LatestEnd Instant }

// Bounds are strict: "?" and "~" do not widen them. They are those of the clock
// and calendar of the place, laid on the axis as if it were UTC, so that a day
// never shifts; UTC gives the true instant of a date-time.
//
// The open start of an interval is at Past and its open end at Future. An
// unknown start lies anywhere before the latest end, an unknown end anywhere
// after the earliest start. Of "all of" a set the bounds are those from its
// first to its last member; of "one of" they are of a single date among them.
// Open and the unknown date have no limits at all.
func (d Date) Bounds() Bounds {
	if d.form == Single && d.a.grain == grainDay && d.a.yearX|d.a.partX == 0 {
		from := At(d.a.year, int(d.a.month), int(d.a.day))
		to := from + daySeconds
		return Bounds{from, to, from, to}
	}
	return d.bounds(nil)
}

// BoundsWith are the bounds widened by t wherever a date or the finest part of
// it is approximate, "~" or "%". Uncertain, "?", does not widen: the source may
// be wrong altogether, and no stretch of time measures that.
func (d Date) BoundsWith(t Tolerance) Bounds { return d.bounds(&t) }

func (d Date) bounds(t *Tolerance) Bounds {
	switch d.form {
	case OneOf:
		if t == nil {
			// a and b bound the set by date already.
			l := limits{d.a.lower(), d.b.upper()}
			if d.a.grain == grainOpen {
				l.lower = Past
			}
			if d.b.grain == grainOpen {
				l.upper = Future
			}
			return Bounds{l.lower, l.upper, l.lower, l.upper}
		}
		return d.setBounds(t)
	case AllOf:
		return d.setBounds(t)
	case Interval:
		return between(t.limits(d.a), t.limits(d.b), d.a.grain, d.b.grain)
	}
	if !d.a.isDate() {
		return unbounded
	}
	l := t.limits(d.a)
	return Bounds{l.lower, l.upper, l.lower, l.upper}
}

var unbounded = Bounds{Past, Future, Past, Future}

// limits are the first instant of a point and the first one after it.
type limits struct{ lower, upper Instant }

// between joins the limits of the two sides of an interval. A grain that is no
// date says whether that side is open or unknown.
func between(start, end limits, a, b grain) Bounds {
	bounds := Bounds{start.lower, start.upper, end.lower, end.upper}
	switch a {
	case grainOpen:
		bounds.EarliestStart, bounds.LatestStart = Past, Past
	case grainNone:
		bounds.EarliestStart, bounds.LatestStart = Past, Future
	}
	switch b {
	case grainOpen:
		bounds.EarliestEnd, bounds.LatestEnd = Future, Future
	case grainNone:
		bounds.EarliestEnd, bounds.LatestEnd = Past, Future
	}
	// No end comes before its start: "2004-06-15/2004-06" ends after the 14th.
	bounds.EarliestEnd = max(bounds.EarliestEnd, bounds.EarliestStart)
	bounds.LatestStart = min(bounds.LatestStart, bounds.LatestEnd)
	return bounds
}

func (d Date) setBounds(t *Tolerance) Bounds {
	first := limits{Future, Future}
	last := limits{Past, Past}
	for _, r := range d.ranges() {
		from, to := t.limits(r.first), t.limits(r.last)
		if r.first.grain == grainOpen {
			from = limits{Past, Past}
		}
		if r.last.grain == grainOpen {
			to = limits{Future, Future}
		}
		first = limits{min(first.lower, from.lower), min(first.upper, from.upper)}
		last = limits{max(last.lower, to.lower), max(last.upper, to.upper)}
	}
	if d.form == OneOf {
		return Bounds{first.lower, last.upper, first.lower, last.upper}
	}
	return between(first, last, grainYear, grainYear)
}

// Span is the bounds of an event given as two dates. A zero end is no end at
// all, and the event is at start; the end Open says that it goes on. A zero
// start with an end is a start that is not known. If end is before start the
// bounds cover both, for want of a better answer; NewInterval reports it.
func Span(start, end Date) Bounds { return join(start, end, start.Bounds(), end.Bounds()) }

// SpanWith is Span with approximate dates widened by t.
func SpanWith(start, end Date, t Tolerance) Bounds {
	return join(start, end, start.BoundsWith(t), end.BoundsWith(t))
}

func join(start, end Date, from, to Bounds) Bounds {
	if end.IsZero() {
		return from
	}
	a, b := grainYear, grainYear
	if start.IsZero() || start.IsOpen() {
		a = start.a.grain
	}
	if end.IsOpen() {
		b = grainOpen
	}
	if a == grainYear && b == grainYear && from.EarliestStart >= to.LatestEnd {
		from, to = to, from
	}
	return between(limits{from.EarliestStart, from.LatestStart}, limits{to.EarliestEnd, to.LatestEnd}, a, b)
}

// PossiblyOverlaps reports whether the date may touch [from, to).
func (b Bounds) PossiblyOverlaps(from, to Instant) bool {
	return b.EarliestStart < to && b.LatestEnd > from
}

// CertainlyOverlaps reports whether the date touches [from, to) wherever in its
// bounds it lies.
func (b Bounds) CertainlyOverlaps(from, to Instant) bool {
	return b.LatestStart <= to && b.EarliestEnd >= from
}
