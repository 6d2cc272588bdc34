package echarts

import (
	"encoding/binary"

	"chancery/charts"
	"chancery/model"
	"chancery/model/edtf"
)

// How a mark is drawn. The script has the same bits.
const (
	spanMark uint16 = 1 << iota
	deadlineMark
	doubtful    // "?"
	approximate // "~"
	openStart
	openEnd
	unknownEnd
	dotted // digits not given, or one of a set
	endDoubtful
	endApproximate
	noStart // no moment at which it begins is drawn
	noEnd
)

// The formats of dates of all days of a page's marks are whole: then moments are
// counted in days, which is a third of the bytes.
const daySeconds = 86_400

// packMarks packs the marks of a timeline as a struct of arrays, since markup or
// an object per event would make a large page. All numbers are varints, and
// those marked ± may be negative, which is folded into the lowest bit:
//
//	marks, seconds in a unit of time, then of all marks
//	  ± units from the start of the mark before to its start, 0 without one
//	  units from its start, or from 1970 when it has none, to its end (±), 0
//	    without one
//	  its lane; its category; its form
//	  ± how far its event is from the event of the mark before: the first has
//	    number 0, and -1 is none
//
// at gives the number of an event.
func packMarks(s *charts.Spec, at map[model.EventID]int) []byte {
	unit := unitOf(s.Marks)
	out := binary.AppendUvarint(nil, uint64(len(s.Marks)))
	out = binary.AppendUvarint(out, uint64(unit))
	last := int64(0)
	for i := range s.Marks {
		start, _ := momentsOf(&s.Marks[i], unit)
		out = binary.AppendVarint(out, start-last)
		last = start
	}
	for i := range s.Marks {
		start, end := momentsOf(&s.Marks[i], unit)
		length := int64(0)
		if s.Marks[i].End.Finite() {
			length = end
			if s.Marks[i].Start.Finite() {
				length -= start
			}
		}
		out = binary.AppendVarint(out, length)
	}
	for i := range s.Marks {
		out = binary.AppendUvarint(out, uint64(s.Marks[i].Lane))
	}
	for i := range s.Marks {
		out = append(out, min(s.Marks[i].Category, model.OtherCategory))
	}
	for i := range s.Marks {
		out = binary.AppendUvarint(out, uint64(drawn(&s.Marks[i])))
	}
	before := -1
	for i := range s.Marks {
		event, ok := at[s.Marks[i].Event]
		if !ok {
			event = -1
		}
		out = binary.AppendVarint(out, int64(event-before))
		before = event
	}
	return out
}

// unitOf returns the seconds that divide every moment of the marks: a day's, or 1.
func unitOf(all []charts.Mark) int64 {
	for i := range all {
		for _, t := range [2]edtf.Instant{all[i].Start, all[i].End} {
			if t.Finite() && drawable(t)%daySeconds != 0 {
				return 1
			}
		}
	}
	return daySeconds
}

// momentsOf returns the ends of a mark in units since 1970, 0 for none.
func momentsOf(m *charts.Mark, unit int64) (start, end int64) {
	if m.Start.Finite() {
		start = drawable(m.Start) / unit
	}
	if m.End.Finite() {
		end = drawable(m.End) / unit
	}
	return start, end
}

// drawn reduces a mark's form to what changes the drawing.
func drawn(k *charts.Mark) uint16 {
	f := k.Form
	var bits uint16
	for _, b := range [...]struct {
		form model.Form
		bit  uint16
	}{
		{model.SpanForm, spanMark},
		{model.DeadlineForm, deadlineMark},
		{model.StartUncertain | model.OneOf, doubtful},
		{model.StartApproximate, approximate},
		{model.OpenStart | model.UnknownStart, openStart},
		{model.OpenEnd, openEnd},
		{model.UnknownEnd, unknownEnd},
		{model.Unspecified | model.OneOf, dotted},
		{model.EndUncertain, endDoubtful},
		{model.EndApproximate, endApproximate},
	} {
		if f.Has(b.form) {
			bits |= b.bit
		}
	}
	// An end after every moment is open, unless it is said to be unknown.
	if f.Has(model.SpanForm) && k.End == edtf.Future && bits&unknownEnd == 0 {
		bits |= openEnd
	}
	if !k.Start.Finite() {
		bits |= noStart
	}
	if !k.End.Finite() {
		bits |= noEnd
	}
	return bits
}
