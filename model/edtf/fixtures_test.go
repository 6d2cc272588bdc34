package edtf_test

import (
	"encoding/csv"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"chancery/model/edtf"
)

// The suites of other programs lie beside the repository. What we do otherwise
// than they is listed here, argued in docs/dates.md, and no longer true the day
// a difference goes away.

// notEDTF are strings one suite takes for valid that are words, not EDTF. Read
// understands them.
var notEDTF = map[string]string{
	"Spring, 2002":  "2002-21",
	"winter, 2002":  "2002-24",
	"Summer, -1980": "",
}

// otherBounds are the strict bounds that differ from python-edtf's: first and
// last day.
var otherBounds = map[string][2]string{
	// An unknown end lies anywhere, not within ten years.
	"/2006":        {"-inf", "2006-12-31"},
	"2004-06-01/":  {"2004-06-01", "inf"},
	"1984-06-02?/": {"1984-06-02", "inf"},
	// Winter is December to February.
	"2010-24": {"2010-12-01", "2011-02-28"},
	// Significant digits: "some year between 1900 and 1999, estimated 1950".
	"1950S2":       {"1900-01-01", "1999-12-31"},
	"1953S2":       {"1900-01-01", "1999-12-31"},
	"1953S3":       {"1950-01-01", "1959-12-31"},
	"Y17101E4S3":   {"171000000-01-01", "171999999-12-31"},
	"Y3388E2S3":    {"338000-01-01", "338999-12-31"},
	"Y171010000S3": {"171000000-01-01", "171999999-12-31"},
}

// otherReadings are the texts that python-edtf reads otherwise: our readings,
// or none and "".
var otherReadings = map[string]string{
	// A date is not taken out of a text that says more.
	"active late 17th-19th centuries":      "",
	"active 17-19th Centuries":             "",
	"active 1910-30":                       "",
	"notcirca 1860":                        "",
	"attica 1802":                          "",
	"attic. 1802":                          "",
	"birthday in 1872":                     "",
	"decade in 1800s":                      "",
	"decade somewhere during the 1800s":    "",
	"year in about the 1800s":              "",
	"a day in about Spring 1849?":          "",
	"1851-1852; printed 1853-1854":         "",
	"1861-67 (later print)":                "",
	"1863, printed 1870":                   "",
	"1863, printed ca. 1866":               "",
	"1864, printed ca. 1864":               "",
	"1864-1872, printed 1870s":             "",
	"1870s, printed ca. 1880s":             "",
	"1900-1903, cast before 1929":          "",
	"1900; 1973":                           "",
	"1900; printed 1912":                   "",
	"1915, from Camerawork, October 1916":  "",
	"1930s, printed early 1960s":           "",
	"1932, printed 1976 by Gunther Sander": "",
	"1938, printed 1940s-1950s":            "",
	// Two digits are a number.
	"90": "",
	// Before and after exclude the date itself.
	"earlier than 1928":             "[..1927]",
	"before 1928":                   "[..1927]",
	"after 1928":                    "[1929..]",
	"later than 1928":               "[1929..]",
	"before January 1928":           "[..1927-12]",
	"before 18 January 1928":        "[..1928-01-17]",
	"before approx January 18 1928": "[..1928-01-17~]",
	"before approx January 1928":    "[..1927-12~]",
	"after approx January 1928":     "[1928-02~..]",
	"after approx Summer 1928":      "[1928-23~..]",
	"after about the 1920s":         "[193X~..]",
	"before about the 1900s":        "[..18XX~] [..189X~]",
	"before the 1900s":              "[..18XX] [..189X]",
	"before 19th century":           "[..17XX]",
	// 64 BCE is the astronomical year -63.
	"c64 BCE": "-0063~",
	// A season has no days; it holds the day as it is.
	"day in Spring 1849": "1849-21",
	// EDTF is read as EDTF.
	"1858/1860": "1858/1860",
	"1910-30":   "1910-30 1910/1930",
	// Both years count.
	"1863 or 1864": "[1863,1864]",
	"1864 or 1866": "[1864,1866]",
	// Late is the last third of a year.
	"1915 late - autumn 1916": "1915-39/1916-23",
}

func TestFixtureVerdicts(t *testing.T) {
	met := map[string]bool{}
	for _, row := range fixture(t, "valid_invalid.csv") {
		text, valid := row[0], row[1] == "valid"
		d, err := edtf.Parse(text)
		if words, listed := notEDTF[text]; listed {
			met[text] = true
			if err == nil {
				t.Errorf("Parse(%q) = %v; the difference is listed and no longer there", text, d)
			}
			if got := readings(text, edtf.Unstated); got != words {
				t.Errorf("Read(%q) = %q, want %q", text, got, words)
			}
			continue
		}
		if (err == nil) != valid {
			t.Errorf("Parse(%q) = %v, %v; want valid %t", text, d, err, valid)
		}
	}
	allMet(t, notEDTF, met)
}

func TestFixtureBounds(t *testing.T) {
	met := map[string]bool{}
	for _, row := range fixture(t, "intervals_python-edtf.csv") {
		text, want := row[0], [2]string{row[1], row[2]}
		got := days(edtf.MustParse(text).Bounds())
		if ours, listed := otherBounds[text]; listed {
			met[text] = true
			if got == want {
				t.Errorf("%s: the difference is listed and no longer there", text)
			}
			want = ours
		}
		if got != want {
			t.Errorf("%s: bounds %v, want %v", text, got, want)
		}
	}
	allMet(t, otherBounds, met)
}

// TestFixtureFuzzyBounds holds our range of significant digits to the fuzzy
// bounds of python-edtf, which are the standard's.
func TestFixtureFuzzyBounds(t *testing.T) {
	compared := 0
	for _, row := range fixture(t, "intervals_python-edtf.csv") {
		if !strings.Contains(row[0], "S") {
			continue
		}
		compared++
		if got, want := days(edtf.MustParse(row[0]).Bounds()), [2]string{row[3], row[4]}; got != want {
			t.Errorf("%s: bounds %v, want %v", row[0], got, want)
		}
	}
	if compared == 0 {
		t.Error("no date with significant digits in the fixture")
	}
}

func TestFixtureQualifiers(t *testing.T) {
	for _, row := range fixture(t, "qualifiers_python-edtf.csv") {
		d := edtf.MustParse(row[0])
		var uncertain, approximate, both bool
		for _, side := range []edtf.Date{d.Start(), d.End()} {
			year, month, day := side.PartQualifiers()
			for _, q := range []edtf.Qualifier{year, month, day} {
				uncertain = uncertain || q == edtf.Uncertain
				approximate = approximate || q == edtf.Approximate
				both = both || q == edtf.Uncertain|edtf.Approximate
			}
		}
		got := [3]bool{uncertain, approximate, both}
		want := [3]bool{row[1] == "True", row[2] == "True", row[3] == "True"}
		// "2004?-~06-~04" is uncertain in one part and approximate in others.
		if got != want {
			t.Errorf("%s: uncertain, approximate, both = %v, want %v", row[0], got, want)
		}
	}
}

func TestFixtureNaturalLanguage(t *testing.T) {
	met := map[string]bool{}
	for _, row := range fixture(t, "natural_language_python-edtf.csv") {
		text, want := row[0], row[1]
		got := readings(text, edtf.Unstated)
		if ours, listed := otherReadings[text]; listed {
			met[text] = true
			if got == want {
				t.Errorf("Read(%q): the difference is listed and no longer there", text)
			}
			if got != ours {
				t.Errorf("Read(%q) = %q, want %q", text, got, ours)
			}
			continue
		}
		// Where we have several readings theirs must be among them.
		if got != want && !slices.Contains(strings.Fields(got), want) {
			t.Errorf("Read(%q) = %q, want %q", text, got, want)
		}
	}
	allMet(t, otherReadings, met)
}

// allMet checks that every difference listed is about a row of the fixture.
func allMet[T any](t *testing.T, listed map[string]T, met map[string]bool) {
	t.Helper()
	for text := range listed {
		if !met[text] {
			t.Errorf("the difference %q is listed and in no fixture", text)
		}
	}
}

// days are the first and the last day of bounds, as python-edtf writes them.
func days(b edtf.Bounds) [2]string {
	return [2]string{day(b.EarliestStart, "-inf"), day(b.LatestEnd-1, "inf")}
}

func day(i edtf.Instant, infinite string) string {
	if i == edtf.Past || i == edtf.Future-1 {
		return infinite
	}
	text, _, _ := strings.Cut(i.String(), "T")
	return strings.TrimPrefix(text, "Y")
}

// readings are the dates Read finds, with a blank between them, or "".
func readings(text string, order edtf.Order) string {
	r, err := edtf.Read(text, order)
	if err != nil {
		return ""
	}
	texts := make([]string, len(r.Dates))
	for i, d := range r.Dates {
		texts[i] = d.String()
	}
	return strings.Join(texts, " ")
}

// fixture reads a table of ../shared/fixtures/edtf without its header.
func fixture(t *testing.T, name string) [][]string {
	t.Helper()
	path := filepath.Join(root(t), "..", "shared", "fixtures", "edtf", name)
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("the fixture %s is not there; the tables in testdata are tested all the same", name)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) < 2 {
		t.Fatalf("%s has no rows", name)
	}
	return rows[1:]
}

// root is the folder of go.mod.
func root(t *testing.T) string {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			return folder
		}
		up := filepath.Dir(folder)
		if up == folder {
			t.Fatal("no go.mod above the test")
		}
		folder = up
	}
}
