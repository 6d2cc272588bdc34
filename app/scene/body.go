package scene

import (
	"math"

	"chancery/model"
	"chancery/model/edtf"
)

// A bodyKind says how an event takes up room.
type bodyKind uint8

const (
	noBody bodyKind = iota // cannot be placed in time
	pointBody
	barBody
	stubBody // a span too short for a bar: a glyph with a short bar behind it
)

// An extentKind says how the range in which a point lies is drawn.
type extentKind uint8

const (
	noExtent    extentKind = iota
	capsExtent             // a line with end caps
	fadeExtent             // a band that fades at both ends: approximate
	dotsExtent             // a dotted line: digits not given, or one of a set
	joinsExtent            // a thin line from the first to the last of a set
)

// A body is where an event lies at a scale, whatever is in view. Its numbers
// are world dp: seconds since 1970 divided by the seconds per dp.
type body struct {
	kind   bodyKind
	extent extentKind
	hollow bool    // in doubt
	lo, hi float64 // what is drawn of its extent or bar; infinite where open
	x      float64 // middle of the glyph
}

// worldX returns where t lies in world dp.
func worldX(t edtf.Instant, scale float64) float64 {
	switch t {
	case edtf.Past:
		return math.Inf(-1)
	case edtf.Future:
		return math.Inf(1)
	}
	return float64(t) / scale
}

// bodyOf returns where row i of the columns lies.
func bodyOf(c *model.Columns, i int, scale float64) body {
	form := c.Form[i]
	b := body{kind: pointBody, lo: worldX(c.Start[i], scale), hi: worldX(c.End[i], scale)}
	if math.IsInf(b.lo, -1) && math.IsInf(b.hi, 1) && !form.Has(model.SpanForm) {
		return body{}
	}
	if form.Has(model.SpanForm) && !oneDivision(c, i) {
		return spanBody(b, form, scale)
	}
	b.hollow = form.Has(model.StartUncertain | model.OneOf)
	if form.Has(model.StartApproximate) {
		about := tolerance(form.StartPrecision()) / scale
		b.lo, b.hi = b.lo-about, b.hi+about
	}
	b.openSides()
	b.x = (b.lo + b.hi) / 2
	if form.StartPrecision() > edtf.Day {
		b.x = b.lo
	}
	b.extent = extentOf(form, b.hi-b.lo)
	if b.extent == joinsExtent {
		// The middle of the first member, of which only the precision is known.
		b.x = b.lo + min(divisionOf(form.StartPrecision())/scale, b.hi-b.lo)/2
	}
	return b
}

// openSides gives a date that is only bounded on one side a short extent on
// the other, since nobody knows how far it goes.
func (b *body) openSides() {
	const reach = 54
	if math.IsInf(b.lo, -1) {
		b.lo = b.hi - reach
	}
	if math.IsInf(b.hi, 1) {
		b.hi = b.lo + reach
	}
}

func spanBody(b body, form model.Form, scale float64) body {
	b.kind = barBody
	if form.Has(model.EndApproximate) {
		b.hi += tolerance(form.EndPrecision()) / scale
	}
	if form.Has(model.StartApproximate) {
		b.lo -= tolerance(form.StartPrecision()) / scale
	}
	if b.hi-b.lo > barMin {
		// An open start has no place of its own; the glyph of what is drawn
		// sticks to the edge of the view.
		b.x = b.lo
		return b
	}
	b.kind = stubBody
	b.hollow = form.Has(model.StartUncertain)
	b.x = b.lo + min(6, (b.hi-b.lo)/2)
	return b
}

// oneDivision reports whether a span starts and ends within one and the same
// day, month, season or year: then all that is known is when it was.
func oneDivision(c *model.Columns, i int) bool {
	b := c.Bounds(i)
	return b.EarliestStart.Finite() && b.LatestEnd.Finite() && c.Form[i].StartPrecision() != edtf.Unknown &&
		b.LatestStart >= b.LatestEnd && b.EarliestEnd <= b.EarliestStart
}

// extentOf returns how the extent of a point is drawn, if it is width dp long.
func extentOf(form model.Form, width float64) extentKind {
	if width < extentMin {
		return noExtent
	}
	switch {
	case form.Has(model.AllOf):
		return joinsExtent
	case form.Has(model.StartApproximate):
		return fadeExtent
	case form.Has(model.Unspecified | model.OneOf):
		return dotsExtent
	case form.StartPrecision() < edtf.Day || form.Has(model.StartUncertain) || width >= dayMin:
		return capsExtent
	}
	return noExtent
}

// tolerance returns the seconds by which "about" widens a date on either side.
// It is a convention of drawing and says nothing of the source's meaning.
func tolerance(p edtf.Precision) float64 {
	switch p {
	case edtf.Millennium:
		return 500 * year
	case edtf.Century:
		return 50 * year
	case edtf.Decade:
		return 5 * year
	case edtf.Year, edtf.Semester, edtf.Quadrimester:
		return year / 2
	case edtf.Season, edtf.Quarter:
		return month
	case edtf.Month:
		return 10 * day
	case edtf.Day:
		return 4 * day
	}
	return 0
}

// divisionOf returns the seconds of a division of a precision, on average.
func divisionOf(p edtf.Precision) float64 {
	switch p {
	case edtf.Millennium:
		return 1000 * year
	case edtf.Century:
		return 100 * year
	case edtf.Decade:
		return 10 * year
	case edtf.Year:
		return year
	case edtf.Semester, edtf.Quadrimester:
		return 4 * month
	case edtf.Season, edtf.Quarter:
		return 3 * month
	case edtf.Month:
		return month
	case edtf.Day:
		return day
	}
	return 0
}

// core returns the box of the glyph and of the extent, which is never given
// up, half dp being half a glyph and its halo.
func (b *body) core(half float64) (from, to float64) {
	from, to = b.x-half, b.x+half
	if b.hollow {
		to += 6 // the question mark beside it
	}
	if b.extent != noExtent || b.kind != pointBody {
		from, to = min(from, b.lo-3), max(to, b.hi+3)
	}
	return from, to
}

// holds reports whether a label of a width lies inside the body.
func (b *body) holds(width float64) bool {
	switch {
	case b.kind == barBody:
		return true
	case b.extent == noExtent || b.extent == joinsExtent || b.extent == fadeExtent:
		// A plate would hide where an approximate extent is darkest.
		return false
	}
	return b.hi-b.lo > extentWide && b.hi-b.lo > width+insideRoom+2*gapAfter
}
