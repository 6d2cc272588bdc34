package model

import "chancery/model/edtf"

// A Form packs how a date is known, which decides how its mark is drawn: the
// precision of start and end, the qualifiers, and which ends are open. It holds
// what a frame needs of an event's dates without parsing their text.
type Form uint32

// The bits of a Form above the two precisions (bits 0–3 start, 4–7 end).
const (
	StartUncertain   Form = 1 << (8 + iota) // "?" on the start
	StartApproximate                        // "~" on the start
	EndUncertain
	EndApproximate
	Unspecified // digits not given: 2019-XX
	OneOf       // one of a set, before or after: [..]
	AllOf       // each of a set: {..}
	SpanForm    // has a start and an end
	DeadlineForm
	OpenStart    // ".." or no lower bound
	OpenEnd      // "..": still going on when last checked
	UnknownStart // blank start of an interval
	UnknownEnd   // blank end of an interval
	Timed        // has a time of day
)

// Has reports whether any bit of mask is set.
func (f Form) Has(mask Form) bool { return f&mask != 0 }

// StartPrecision returns the precision of the start.
func (f Form) StartPrecision() edtf.Precision { return edtf.Precision(f & 15) }

// EndPrecision returns the precision of the end, Unknown when there is none.
func (f Form) EndPrecision() edtf.Precision { return edtf.Precision(f >> 4 & 15) }

// FormOf returns the form of an event of the given kind and dates. A zero end
// is no end; a start that is itself an interval counts as a span.
func FormOf(kind Kind, start, end edtf.Date) Form {
	if end.IsZero() && start.Form() == edtf.Interval {
		start, end = start.Start(), start.End()
		return spanForm(kind, start, end)
	}
	if !end.IsZero() || kind == Span {
		return spanForm(kind, start, end)
	}
	return dateForm(kind, start)
}

func dateForm(kind Kind, d edtf.Date) Form {
	f := Form(d.Precision() & 15)
	if kind == Deadline {
		f |= DeadlineForm
	}
	q := d.Qualifier()
	if q&edtf.Uncertain != 0 {
		f |= StartUncertain
	}
	if q&edtf.Approximate != 0 {
		f |= StartApproximate
	}
	switch d.Form() {
	case edtf.OneOf:
		f |= OneOf
	case edtf.AllOf:
		f |= AllOf
	}
	if d.Unspecified() {
		f |= Unspecified
	}
	if d.OpenStart() {
		f |= OpenStart
	}
	if d.OpenEnd() {
		f |= OpenEnd
	}
	if d.HasTime() {
		f |= Timed
	}
	return f
}

func spanForm(kind Kind, start, end edtf.Date) Form {
	f := dateForm(kind, start)&^(OpenEnd|AllOf) | SpanForm
	f |= Form(end.Precision()&15) << 4
	q := end.Qualifier()
	if q&edtf.Uncertain != 0 {
		f |= EndUncertain
	}
	if q&edtf.Approximate != 0 {
		f |= EndApproximate
	}
	switch {
	case end.IsZero():
		f |= UnknownEnd
	case end.IsOpen() || end.OpenEnd():
		f |= OpenEnd
	}
	switch {
	case start.IsZero():
		f |= UnknownStart
	case start.IsOpen():
		f |= OpenStart
	}
	return f
}
