package edtf_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"chancery/model/edtf"
)

func TestZeroDateIsUnknown(t *testing.T) {
	var d edtf.Date
	if !d.IsZero() || d.String() != "" || d.Display() != "" || d.Precision() != edtf.Unknown {
		t.Errorf("the zero Date is %q, %q, %v", d.String(), d.Display(), d.Precision())
	}
	want := edtf.Bounds{EarliestStart: edtf.Past, LatestStart: edtf.Future, EarliestEnd: edtf.Past, LatestEnd: edtf.Future}
	if got := d.Bounds(); got != want {
		t.Errorf("bounds of the zero Date = %v, want %v", got, want)
	}
}

func TestSyntaxErrorSaysWhere(t *testing.T) {
	_, err := edtf.Parse("2019-11/2018-10")
	var syntax *edtf.SyntaxError
	if !errors.As(err, &syntax) {
		t.Fatalf("error is %T", err)
	}
	if syntax.Offset != strings.IndexByte("2019-11/2018-10", '/') || syntax.Text != "2019-11/2018-10" {
		t.Errorf("offset %d of %q", syntax.Offset, syntax.Text)
	}
	_, err = edtf.Parse("2019-11-17\x00")
	if err == nil {
		t.Error("a NUL byte passed for a part of a date")
	}
}

func TestErrorsStayOnOneLine(t *testing.T) {
	_, err := edtf.Parse("2019-11\n\n17 " + strings.Repeat("x", 500))
	if text := err.Error(); strings.ContainsAny(text, "\n\r") || len(text) > 300 {
		t.Errorf("error is %q", text)
	}
}

func TestSides(t *testing.T) {
	tests := []struct {
		text, start, end             string
		openStart, openEnd           bool
		unknownStart, unknownEnd     bool
		uncertain, approximate, time bool
	}{
		{text: "2019", start: "2019", end: "2019"},
		{text: "2019~/2020", start: "2019~", end: "2020", approximate: true},
		{text: "../2020", start: "..", end: "2020", openStart: true},
		{text: "2019/..", start: "2019", end: "..", openEnd: true},
		{text: "/2020", start: "", end: "2020", unknownStart: true},
		{text: "2019?/", start: "2019?", end: "", unknownEnd: true, uncertain: true},
		{text: "[..2019]", start: "[..2019]", end: "[..2019]", openStart: true},
		{text: "{2019%..}", start: "{2019%..}", end: "{2019%..}", openEnd: true, uncertain: true, approximate: true},
		{text: "2019-11-17T09:30Z", start: "2019-11-17T09:30Z", end: "2019-11-17T09:30Z", time: true},
	}
	for _, test := range tests {
		d := edtf.MustParse(test.text)
		if got := d.Start().String(); got != test.start {
			t.Errorf("%s: start %q, want %q", test.text, got, test.start)
		}
		if got := d.End().String(); got != test.end {
			t.Errorf("%s: end %q, want %q", test.text, got, test.end)
		}
		got := [...]bool{d.OpenStart(), d.OpenEnd(), d.UnknownStart(), d.UnknownEnd(), d.Qualifier().Has(edtf.Uncertain), d.Qualifier().Has(edtf.Approximate), d.HasTime()}
		want := [...]bool{test.openStart, test.openEnd, test.unknownStart, test.unknownEnd, test.uncertain, test.approximate, test.time}
		if got != want {
			t.Errorf("%s: open, unknown, doubts, time = %v, want %v", test.text, got, want)
		}
	}
}

func TestOffsetAndUTC(t *testing.T) {
	tests := []struct {
		text    string
		seconds int
		known   bool
		utc     string
	}{
		{"2019-11-17T00:00:00+09:00", 9 * 3600, true, "2019-11-16T15:00:00Z"},
		{"2019-11-17T23:30:00-04", -4 * 3600, true, "2019-11-18T03:30:00Z"},
		{"2019-11-17T10:00Z", 0, true, "2019-11-17T10:00:00Z"},
		{"2019-11-17T10:00:00", 0, false, "1970-01-01T00:00:00Z"},
		{"2019-11-17", 0, false, "1970-01-01T00:00:00Z"},
	}
	for _, test := range tests {
		d := edtf.MustParse(test.text)
		if seconds, known := d.Offset(); seconds != test.seconds || known != test.known {
			t.Errorf("%s: offset %d, %t", test.text, seconds, known)
		}
		if utc, known := d.UTC(); utc.String() != test.utc || known != test.known {
			t.Errorf("%s: UTC %v, %t, want %s", test.text, utc, known, test.utc)
		}
	}
}

func TestMembers(t *testing.T) {
	tests := []struct{ text, want string }{
		{"2019", "2019"},
		{"2019/2020", "2019/2020"},
		{"[1667,1668,1670..1672]", "1667 1668 1670 1671 1672"},
		{"{2019-11..2020-02}", "2019-11 2019-12 2020-01 2020-02"},
		{"{2019-12-30..2020-01-02}", "2019-12-30 2019-12-31 2020-01-01 2020-01-02"},
		{"[..2019]", "../2019"},
		{"[2019..]", "2019/.."},
		{"[2018..2019-06]", "2018/2019-06"},
		{"[2018~..2020]", "2018~/2020"},
		{"[0001..9999]", "0001/9999"},
		{"[2019-21..2019-23]", "2019-21/2019-23"},
	}
	for _, test := range tests {
		var texts []string
		for _, m := range edtf.MustParse(test.text).Members() {
			texts = append(texts, m.String())
		}
		if got := strings.Join(texts, " "); got != test.want {
			t.Errorf("members of %s: %s, want %s", test.text, got, test.want)
		}
	}
}

func TestCompare(t *testing.T) {
	want := []string{
		"", "../2006", "[..2019]", "-0043", "0000", "1999", "2019-01-01", "2019-01", "2019", "2019?", "2019/2020", "2019-11-17", "2019-11-17T10:00", "2020",
	}
	dates := make([]edtf.Date, len(want))
	for i, text := range want {
		if text != "" {
			dates[i] = edtf.MustParse(text)
		}
	}
	for i := range dates {
		for j := range dates {
			got := edtf.Compare(dates[i], dates[j])
			if got != -edtf.Compare(dates[j], dates[i]) || (got == 0) != (i == j) {
				t.Errorf("Compare(%v, %v) = %d is no order", dates[i], dates[j], got)
			}
		}
	}
	slices.SortFunc(dates, edtf.Compare)
	var got []string
	for _, d := range dates {
		got = append(got, d.String())
	}
	t.Logf("order: %q", got)
	for i := 1; i < len(dates); i++ {
		if dates[i-1].Bounds().EarliestStart > dates[i].Bounds().EarliestStart {
			t.Errorf("%v comes before %v", dates[i-1], dates[i])
		}
	}
}

func TestNewIntervalAndSet(t *testing.T) {
	day, year := edtf.MustParse("2019-11-17"), edtf.MustParse("2020")
	tests := []struct {
		start, end edtf.Date
		want       string
	}{
		{day, year, "2019-11-17/2020"},
		{day, edtf.Open, "2019-11-17/.."},
		{edtf.Date{}, year, "/2020"},
		{year, day, ""},
		{edtf.Date{}, edtf.Date{}, ""},
		{edtf.MustParse("[2019,2020]"), year, ""},
	}
	for _, test := range tests {
		got, err := edtf.NewInterval(test.start, test.end)
		if got.String() != test.want || (err != nil) != (test.want == "") {
			t.Errorf("NewInterval(%v, %v) = %v, %v, want %q", test.start, test.end, got, err, test.want)
		}
	}
	if got, err := edtf.NewSet(edtf.AllOf, day, edtf.MustParse("2020/2022")); got.String() != "{2019-11-17,2020..2022}" {
		t.Errorf("NewSet = %v, %v", got, err)
	}
	if got, err := edtf.NewSet(edtf.OneOf); err == nil {
		t.Errorf("NewSet of nothing = %v", got)
	}
	if got, err := edtf.NewSet(edtf.OneOf, edtf.Date{}); err == nil {
		t.Errorf("NewSet of an unknown date = %v", got)
	}
}

func TestDatesAreText(t *testing.T) {
	type event struct{ Start, End edtf.Date }
	before := event{Start: edtf.MustParse("2019-11~")}
	text, err := json.Marshal(before)
	if err != nil || string(text) != `{"Start":"2019-11~","End":""}` {
		t.Fatalf("Marshal = %s, %v", text, err)
	}
	var after event
	if err := json.Unmarshal(text, &after); err != nil || after != before {
		t.Errorf("Unmarshal = %v, %v", after, err)
	}
	if err := json.Unmarshal([]byte(`{"Start":"2019-13"}`), &after); err == nil {
		t.Error("Unmarshal took a month 13")
	}
}

func TestYearAndUnspecified(t *testing.T) {
	tests := []struct {
		text        string
		year        int64
		known       bool
		unspecified bool
	}{
		{"2019-11-17", 2019, true, false},
		{"-0043~", -43, true, false},
		{"2019-XX", 2019, true, true},
		{"201X", 0, false, true},
		{"1950S2", 0, false, false},
		{"2019/2020", 0, false, false},
		{"2019/202X", 0, false, true},
		{"[2018,201X-05]", 0, false, true},
		{"..", 0, false, false},
	}
	for _, test := range tests {
		d := edtf.MustParse(test.text)
		if year, known := d.Year(); year != test.year || known != test.known {
			t.Errorf("%s: year %d, %t", test.text, year, known)
		}
		if got := d.Unspecified(); got != test.unspecified {
			t.Errorf("%s: unspecified %t", test.text, got)
		}
	}
}

func TestNamesOfKinds(t *testing.T) {
	if got := edtf.Precision(200).String(); got != "unknown" {
		t.Errorf("a precision out of range is %q", got)
	}
	if got := edtf.Form(200).String(); got != "unknown form" {
		t.Errorf("a form out of range is %q", got)
	}
	if edtf.Century >= edtf.Year || edtf.Year >= edtf.Quarter || edtf.Season >= edtf.Month || edtf.Day >= edtf.Second {
		t.Error("precisions are not ordered from coarse to fine")
	}
	defer func() {
		if recover() == nil {
			t.Error("MustParse took a month 13")
		}
	}()
	edtf.MustParse("2019-13")
}
