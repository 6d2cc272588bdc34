package edtf_test

import (
	"testing"

	"chancery/model/edtf"
)

func TestOverlap(t *testing.T) {
	tests := []struct {
		date, from, to      string
		possibly, certainly bool
	}{
		{"2019-11-17", "2019-11-17", "2019-11-18", true, true},
		{"2019-11-17", "2019-11-18", "2019-11-19", false, false},
		{"2019-11-17", "2019-11-16", "2019-11-17", false, false},
		{"2019-11", "2019-11-17", "2019-11-18", true, false},
		{"2019-11", "2019-11-01", "2019-12-01", true, true},
		{"2019-11", "2019-01-01", "2020-01-01", true, true},
		{"1939/1945", "1942-01-01", "1943-01-01", true, true},
		{"1939/1945", "1945-06-01", "1945-07-01", true, false},
		{"1939/1945", "1946-01-01", "1947-01-01", false, false},
		{"2016-11-23/..", "2050-01-01", "2051-01-01", true, true},
		{"2016-11-23/", "2050-01-01", "2051-01-01", true, false},
		{"/2006", "1900-01-01", "1901-01-01", true, false},
		{"../2006", "1900-01-01", "1901-01-01", true, true},
		{"[..2006]", "1900-01-01", "1901-01-01", true, false},
		{"[2019-11-11..2019-11-16]", "2019-11-13", "2019-11-14", true, false},
		{"{2018,2020}", "2019-01-01", "2019-02-01", true, true},
	}
	for _, test := range tests {
		from, to := edtf.MustParse(test.from).Bounds().EarliestStart, edtf.MustParse(test.to).Bounds().EarliestStart
		b := edtf.MustParse(test.date).Bounds()
		if got := b.PossiblyOverlaps(from, to); got != test.possibly {
			t.Errorf("%s possibly overlaps %s to %s: %t", test.date, test.from, test.to, got)
		}
		if got := b.CertainlyOverlaps(from, to); got != test.certainly {
			t.Errorf("%s certainly overlaps %s to %s: %t", test.date, test.from, test.to, got)
		}
	}
}

func TestSpan(t *testing.T) {
	tests := []struct {
		start, end string
		want       [4]string
	}{
		{"2019-11-17", "", [4]string{"2019-11-17T00:00:00Z", "2019-11-18T00:00:00Z", "2019-11-17T00:00:00Z", "2019-11-18T00:00:00Z"}},
		{"2019-11-17", "2019-12", [4]string{"2019-11-17T00:00:00Z", "2019-11-18T00:00:00Z", "2019-12-01T00:00:00Z", "2020-01-01T00:00:00Z"}},
		{"2019-11-17", "2019", [4]string{"2019-11-17T00:00:00Z", "2019-11-18T00:00:00Z", "2019-11-17T00:00:00Z", "2020-01-01T00:00:00Z"}},
		{"2019-11-17", "..", [4]string{"2019-11-17T00:00:00Z", "2019-11-18T00:00:00Z", "..", ".."}},
		{"", "2019", [4]string{"", "2020-01-01T00:00:00Z", "2019-01-01T00:00:00Z", "2020-01-01T00:00:00Z"}},
		{"..", "2019", [4]string{"", "", "2019-01-01T00:00:00Z", "2020-01-01T00:00:00Z"}},
		{"[2019-11-11..2019-11-16]", "2020", [4]string{"2019-11-11T00:00:00Z", "2019-11-17T00:00:00Z", "2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z"}},
		{"2019/2020", "2022/..", [4]string{"2019-01-01T00:00:00Z", "2020-01-01T00:00:00Z", "..", ".."}},
		// Reversed: the bounds cover both.
		{"2020", "2018", [4]string{"2018-01-01T00:00:00Z", "2019-01-01T00:00:00Z", "2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z"}},
		{"", "", [4]string{"", "..", "", ".."}},
	}
	for _, test := range tests {
		b := edtf.Span(parsed(test.start), parsed(test.end))
		got := [4]string{b.EarliestStart.String(), b.LatestStart.String(), b.EarliestEnd.String(), b.LatestEnd.String()}
		if got != test.want {
			t.Errorf("Span(%q, %q) = %q, want %q", test.start, test.end, got, test.want)
		}
		if err := disorder(b); err != "" {
			t.Errorf("Span(%q, %q): %s", test.start, test.end, err)
		}
	}
}

func TestSpanWith(t *testing.T) {
	b := edtf.SpanWith(parsed("2019~"), parsed("2020-11-17~"), edtf.DefaultTolerance)
	want := edtf.Bounds{
		EarliestStart: edtf.At(2018, 7, 1), LatestStart: edtf.At(2020, 7, 1),
		EarliestEnd: edtf.At(2020, 11, 13), LatestEnd: edtf.At(2020, 11, 22),
	}
	if b != want {
		t.Errorf("SpanWith = %v, want %v", b, want)
	}
}

func TestToleranceIsASetting(t *testing.T) {
	d := edtf.MustParse("2019-11-17~")
	if got, want := d.BoundsWith(edtf.Tolerance{}), d.Bounds(); got != want {
		t.Errorf("the zero tolerance widens to %v, want %v", got, want)
	}
	wide := edtf.Tolerance{Day: edtf.Amount{Months: 1, Days: 1}}
	got := d.BoundsWith(wide)
	if got.EarliestStart != edtf.At(2019, 10, 16) || got.LatestEnd != edtf.At(2019, 12, 19) {
		t.Errorf("a month and a day widen to %v – %v", got.EarliestStart, got.LatestEnd)
	}
	// A month keeps the day where it can: 31 March less a month is 29 February.
	march := edtf.MustParse("2020-03-31~").BoundsWith(edtf.Tolerance{Day: edtf.Amount{Months: 1}})
	if march.EarliestStart != edtf.At(2020, 2, 29) {
		t.Errorf("31 March less a month is %v", march.EarliestStart)
	}
}

// parsed is the zero Date for "".
func parsed(text string) edtf.Date {
	if text == "" {
		return edtf.Date{}
	}
	return edtf.MustParse(text)
}

// disorder says what is wrong with the order of bounds, or "".
func disorder(b edtf.Bounds) string {
	switch {
	case b.EarliestStart > b.LatestStart:
		return "the earliest start is after the latest"
	case b.EarliestEnd > b.LatestEnd:
		return "the earliest end is after the latest"
	case b.EarliestStart > b.EarliestEnd:
		return "the earliest end is before the earliest start"
	case b.LatestStart > b.LatestEnd:
		return "the latest end is before the latest start"
	}
	return ""
}
