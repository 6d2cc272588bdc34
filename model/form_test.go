package model_test

import (
	"testing"

	"chancery/model"
	"chancery/model/edtf"
)

func TestFormOf(t *testing.T) {
	const none = model.Form(0)
	tests := []struct {
		kind       model.Kind
		start, end string
		bits       model.Form // that must be set
		not        model.Form // that must not
		precision  edtf.Precision
		last       edtf.Precision
	}{
		{model.Point, "2019-11-17", "", none, model.SpanForm | model.Timed | model.StartUncertain, edtf.Day, edtf.Unknown},
		{model.Point, "2019-11?", "", model.StartUncertain, model.StartApproximate, edtf.Month, edtf.Unknown},
		{model.Point, "2019-11~", "", model.StartApproximate, model.StartUncertain, edtf.Month, edtf.Unknown},
		{model.Point, "2019-22%", "", model.StartApproximate | model.StartUncertain, none, edtf.Season, edtf.Unknown},
		{model.Point, "2019-XX", "", model.Unspecified, none, edtf.Year, edtf.Unknown},
		{model.Point, "201X", "", none, model.SpanForm, edtf.Decade, edtf.Unknown},
		{model.Point, "[2019-11-03..2019-11-10]", "", model.OneOf, model.AllOf | model.OpenStart, edtf.Day, edtf.Unknown},
		{model.Point, "[..2019-11-11]", "", model.OneOf | model.OpenStart, model.OpenEnd, edtf.Day, edtf.Unknown},
		{model.Point, "{2019-03,2019-05}", "", model.AllOf, model.OneOf, edtf.Month, edtf.Unknown},
		{model.Point, "2019-11-17T09:30:00+09:00", "", model.Timed, none, edtf.Second, edtf.Unknown},
		{model.Deadline, "2019-11-23", "", model.DeadlineForm, model.SpanForm, edtf.Day, edtf.Unknown},
		{model.Span, "2019-07-04", "2019-08-28", model.SpanForm, model.OpenEnd | model.UnknownEnd, edtf.Day, edtf.Day},
		{model.Span, "2019-07", "..", model.SpanForm | model.OpenEnd, model.UnknownEnd, edtf.Month, edtf.Unknown},
		{model.Span, "2019-07-04", "", model.SpanForm | model.UnknownEnd, model.OpenEnd, edtf.Day, edtf.Unknown},
		{model.Span, "1932~", "1945", model.SpanForm | model.StartApproximate, model.EndApproximate, edtf.Year, edtf.Year},
		{model.Span, "..", "1945", model.SpanForm | model.OpenStart, model.UnknownStart, edtf.Unknown, edtf.Year},
		{model.Span, "2019-07-02", "2020~", model.SpanForm | model.EndApproximate, model.StartApproximate, edtf.Day, edtf.Year},
		{model.Point, "2019-07-04/2019-08?", "", model.SpanForm | model.EndUncertain, model.StartUncertain, edtf.Day, edtf.Month},
		{model.Point, "2019-07-04/..", "", model.SpanForm | model.OpenEnd, model.UnknownEnd, edtf.Day, edtf.Unknown},
		{model.Point, "2019-07-04/", "", model.SpanForm | model.UnknownEnd, model.OpenEnd, edtf.Day, edtf.Unknown},
		{model.Point, "/2019-08-28", "", model.SpanForm | model.UnknownStart, model.OpenStart, edtf.Unknown, edtf.Day},
		{model.Point, "../2019-08-28", "", model.SpanForm | model.OpenStart, model.UnknownStart, edtf.Unknown, edtf.Day},
	}
	for _, test := range tests {
		t.Run(test.start+" "+test.end, func(t *testing.T) {
			end := edtf.Date{}
			if test.end != "" {
				end = edtf.MustParse(test.end)
			}
			f := model.FormOf(test.kind, edtf.MustParse(test.start), end)
			if f&test.bits != test.bits || f.Has(test.not) {
				t.Errorf("form %b, want %b and not %b", f, test.bits, test.not)
			}
			if f.StartPrecision() != test.precision || f.EndPrecision() != test.last {
				t.Errorf("precisions %v and %v, want %v and %v", f.StartPrecision(), f.EndPrecision(), test.precision, test.last)
			}
		})
	}
}
