package edtf_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"chancery/model/edtf"
)

func FuzzParse(f *testing.F) {
	for _, file := range []string{"testdata/parse.csv", "testdata/invalid.csv"} {
		for _, row := range seeds(f, file) {
			f.Add(row[0])
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := edtf.Parse(text)
		if err != nil {
			if !d.IsZero() {
				t.Fatalf("Parse(%q) = %v with the error %v", text, d, err)
			}
			return
		}
		checkDate(t, d)
	})
}

func FuzzRead(f *testing.F) {
	for _, file := range []string{"testdata/read.csv", "testdata/unreadable.csv"} {
		for _, row := range seeds(f, file) {
			f.Add(row[0], uint8(orders[row[1]]))
		}
	}
	f.Fuzz(func(t *testing.T, text string, order uint8) {
		r, err := edtf.Read(text, edtf.Order(order%4))
		if err != nil {
			if r.Dates != nil || r.Note != "" {
				t.Fatalf("Read(%q) = %v with the error %v", text, r, err)
			}
			return
		}
		if len(r.Dates) == 0 {
			t.Fatalf("Read(%q) has no date and no error", text)
		}
		if len(r.Dates) > 1 && r.Note == "" {
			t.Errorf("Read(%q) has several readings and no note", text)
		}
		seen := map[edtf.Date]bool{}
		for _, d := range r.Dates {
			checkDate(t, d)
			if seen[d] {
				t.Errorf("Read(%q) has the reading %v twice", text, d)
			}
			seen[d] = true
		}
		if _, err := edtf.Parse(strings.TrimSpace(text)); err != nil && !mayHoldDate(text) {
			t.Errorf("Read(%q) = %v, of a text that names no date", text, r.Dates)
		}
	})
}

// names are the words a date can be told by without a digit.
var names = regexp.MustCompile(`(?i)jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter|` +
	`first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|teenth|twentieth|` +
	`[〇零○一二三四五六七八九十百千元]`)

func mayHoldDate(text string) bool {
	for _, c := range text {
		if unicode.IsDigit(c) {
			return true
		}
	}
	return names.MatchString(text) || regexp.MustCompile(`(?i)x`).MatchString(text)
}

func checkDate(t *testing.T, d edtf.Date) {
	t.Helper()
	text := d.String()
	again, err := edtf.Parse(text)
	if err != nil || again != d {
		t.Fatalf("%q is read back as %v, %v", text, again, err)
	}
	if reason := disorder(d.Bounds()); reason != "" {
		t.Errorf("bounds of %q: %s: %v", text, reason, d.Bounds())
	}
	wide := d.BoundsWith(edtf.DefaultTolerance)
	if reason := disorder(wide); reason != "" {
		t.Errorf("widened bounds of %q: %s: %v", text, reason, wide)
	}
	if strict := d.Bounds(); wide.EarliestStart > strict.EarliestStart || wide.LatestEnd < strict.LatestEnd {
		t.Errorf("%q: %v is narrower than %v", text, wide, strict)
	}
	if d.Display() == "" || d.Short(2019) == "" {
		t.Errorf("%q has no words", text)
	}
	if edtf.Compare(d, again) != 0 {
		t.Errorf("%q differs from itself", text)
	}
	for _, m := range d.Members() {
		if !m.Bounds().PossiblyOverlaps(edtf.Past, edtf.Future) && m.Bounds().EarliestStart.Finite() {
			t.Errorf("the member %v of %q is nowhere", m, text)
		}
	}
}

func seeds(f *testing.F, file string) [][]string {
	f.Helper()
	return readTable(f, file)[1:]
}
