package model_test

import (
	"testing"

	"chancery/model"
	"chancery/model/edtf"
)

func TestFormOf(t *testing.T) {
	tests := []struct {
		kind       model.Kind
		start, end string
		has, hasNo model.Form
		precision  edtf.Precision
	}{
		{model.Point, "2019-11-17", "", 0, model.SpanForm | model.StartUncertain, edtf.Day},
		{model.Point, "2019-22", "", 0, model.SpanForm, edtf.Season},
		{model.Point, "2019-11~", "", model.StartApproximate, model.StartUncertain, edtf.Month},
		{model.Point, "2019?", "", model.StartUncertain, model.StartApproximate, edtf.Year},
		{model.Point, "2019%", "", model.StartUncertain | model.StartApproximate, 0, edtf.Year},
		{model.Point, "2019-11-17T09:00:00+09:00", "", model.Timed, 0, edtf.Second},
		{model.Point, "2019-XX", "", model.Unspecified, 0, edtf.Year},
		{model.Point, "[..2019-11-11]", "", model.OneOf | model.OpenStart, model.OpenEnd, edtf.Day},
		{model.Deadline, "2019-11-23", "", model.DeadlineForm, model.SpanForm, edtf.Day},
		{model.Span, "2016-11-23", "..", model.SpanForm | model.OpenEnd, model.UnknownEnd, edtf.Day},
		{model.Span, "2016-11-23", "", model.SpanForm | model.UnknownEnd, model.OpenEnd, edtf.Day},
		{model.Span, "1932~", "1945", model.SpanForm | model.StartApproximate, model.EndApproximate, edtf.Year},
		{model.Span, "2019-07-02", "2020~", model.SpanForm | model.EndApproximate, model.StartApproximate, edtf.Day},
		{model.Span, "..", "1945", model.SpanForm | model.OpenStart, model.UnknownStart, edtf.Unknown},
		{model.Point, "2004-06/..", "", model.SpanForm | model.OpenEnd, model.UnknownEnd, edtf.Month},
		{model.Point, "2004-06/", "", model.SpanForm | model.UnknownEnd, model.OpenEnd, edtf.Month},
	}
	for _, tt := range tests {
		end := edtf.Date{}
		if tt.end != "" {
			end = edtf.MustParse(tt.end)
		}
		f := model.FormOf(tt.kind, edtf.MustParse(tt.start), end)
		if f&tt.has != tt.has || f.Has(tt.hasNo) || f.StartPrecision() != tt.precision {
			t.Errorf("%v %q %q: form %b, precision %v; want %b and not %b, precision %v",
				tt.kind, tt.start, tt.end, f, f.StartPrecision(), tt.has, tt.hasNo, tt.precision)
		}
	}
}
