package app

import (
	"testing"

	"chancery/model"
	"chancery/model/edtf"
)

func TestFullDate(t *testing.T) {
	tests := []struct{ start, end, want string }{
		{"2019-08-22", "", "Thursday 22 Aug 2019"},
		{"2019-11-17", "", "Sunday 17 Nov 2019"},
		{"1969-12-31", "", "Wednesday 31 Dec 1969"},
		{"2019-11", "", "Nov 2019"},
		{"2019-11-17~", "", "c. 17 Nov 2019"},
		{"2019-06-01", "2019-06-03", "1–3 Jun 2019"},
	}
	for _, test := range tests {
		end := edtf.Date{}
		if test.end != "" {
			end = edtf.MustParse(test.end)
		}
		if got := fullDate(edtf.MustParse(test.start), end); got != test.want {
			t.Errorf("fullDate(%s, %s) = %q, want %q", test.start, test.end, got, test.want)
		}
	}
}

func TestDateCode(t *testing.T) {
	start := edtf.MustParse("2016-11-23")
	if got := dateCode(start, edtf.Open); got != "2016-11-23/.." {
		t.Errorf("dateCode of an open end = %q", got)
	}
	if got := dateCode(start, edtf.Date{}); got != "2016-11-23" {
		t.Errorf("dateCode without an end = %q", got)
	}
}

func TestPrecisionWords(t *testing.T) {
	tests := []struct {
		start string
		kind  model.Kind
		want  string
	}{
		{"2019-08-22", model.Point, "exact day"},
		{"2019-08-22", model.Deadline, "deadline"},
		{"2019-08", model.Point, "month only"},
		{"2019-22", model.Point, "season only"},
		{"2019", model.Point, "year only"},
		{"201X", model.Point, "not all is given"},
		{"2019-08?", model.Point, "uncertain"},
		{"2019-08~", model.Point, "approximate"},
		{"2019-08%", model.Point, "approximate and uncertain"},
		{"2019-08-22T10:00:00", model.Point, "exact time"},
	}
	for _, test := range tests {
		e := &model.Event{Start: edtf.MustParse(test.start), Kind: test.kind}
		if got := precisionWords(e); got != test.want {
			t.Errorf("precisionWords(%s) = %q, want %q", test.start, got, test.want)
		}
	}
}

func TestPeriod(t *testing.T) {
	tests := []struct {
		from, to edtf.Instant
		want     string
	}{
		{edtf.At(2019, 5, 24), edtf.At(2019, 12, 10), "24 May – 9 Dec 2019"},
		{edtf.At(2019, 5, 3), edtf.At(2019, 5, 6), "3 – 5 May 2019"},
		{edtf.At(2019, 5, 3), edtf.At(2019, 5, 3) + 7200, "3 May 2019, 00:00 – 01:59"},
		{edtf.At(2018, 5, 3), edtf.At(2019, 5, 6), "3 May 2018 – 5 May 2019"},
		{edtf.At(-99, 1, 1), edtf.At(200, 1, 1), "100 BCE – 199"},
	}
	for _, test := range tests {
		if got := period(test.from, test.to); got != test.want {
			t.Errorf("period(%s, %s) = %q, want %q", test.from, test.to, got, test.want)
		}
	}
}

func TestLength(t *testing.T) {
	const year = 365.2425 * daySeconds
	tests := []struct {
		seconds float64
		want    string
	}{
		{3600, "1 hour"}, {5400, "1.5 hours"}, {10 * daySeconds, "10 days"},
		{6.6 * year / 12, "6.6 months"}, {10 * year, "10 years"}, {2300 * year, "2\u00a0300 years"},
	}
	for _, test := range tests {
		if got := length(test.seconds); got != test.want {
			t.Errorf("length(%v) = %q, want %q", test.seconds, got, test.want)
		}
	}
}

func TestGroupDigits(t *testing.T) {
	for n, want := range map[int64]string{0: "0", 999: "999", 1000: "1\u00a0000", 1234567: "1\u00a0234\u00a0567", -1234: "-1\u00a0234", -123: "-123"} {
		if got := groupDigits(n); got != want {
			t.Errorf("groupDigits(%d) = %q, want %q", n, got, want)
		}
	}
}
