package figure_test

import (
	"math"
	"strconv"
	"strings"
	"sync"
	"testing"

	"chancery/assets"
	"chancery/charts/figure"
)

// bundledFaces are the program's fonts, which all tests may share.
var bundledFaces = sync.OnceValues(func() (*figure.Faces, error) { return readFaces(true, "") })

// newFaces returns the program's fonts, with or without the machine's.
func newFaces(tb testing.TB, bundledOnly bool) *figure.Faces {
	tb.Helper()
	faces, err := bundledFaces()
	if !bundledOnly {
		faces, err = readFaces(false, tb.TempDir())
	}
	if err != nil {
		tb.Fatal(err)
	}
	return faces
}

func readFaces(bundledOnly bool, cacheDir string) (*figure.Faces, error) {
	return figure.NewFaces(figure.Fonts{
		Regular: assets.Regular, Bold: assets.Bold, Italic: assets.Italic, Mono: assets.Mono,
		BundledOnly: bundledOnly, CacheDir: cacheDir,
	})
}

func TestNewFacesReportsBadFonts(t *testing.T) {
	if _, err := figure.NewFaces(figure.Fonts{}); err == nil {
		t.Error("no fonts at all: no error")
	}
	if _, err := figure.NewFaces(figure.Fonts{Regular: assets.Regular, Bold: []byte("not a font")}); err == nil {
		t.Error("a bold font that is none: no error")
	}
	faces, err := figure.NewFaces(figure.Fonts{Regular: assets.Regular, BundledOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	if a, b := faces.Measure("Seoul", 12, false), faces.Measure("Seoul", 12, true); a != b {
		t.Errorf("without a bold font bold is %v wide, regular %v", b, a)
	}
}

func TestMeasure(t *testing.T) {
	faces := newFaces(t, true)
	// The advances of Noto Sans, in thousandths of an em.
	for _, test := range []struct {
		text string
		em   float32
	}{{"", 0}, {"0", 0.572}, {"2019", 4 * 0.572}, {"\x00\x1b", 0}} {
		if got, want := faces.Measure(test.text, 100, false), test.em*100; abs(got-want) > 0.05 {
			t.Errorf("Measure(%q) = %v, want %v", test.text, got, want)
		}
	}
	for _, text := range []string{"Kono asks Seoul to reconsider", "日韓", "é", "שלום"} {
		small, large := faces.Measure(text, 11, false), faces.Measure(text, 22, false)
		if small <= 0 || abs(large-2*small) > 0.01 {
			t.Errorf("%q is %v at 11 and %v at 22", text, small, large)
		}
	}
	if regular, bold := faces.Measure("Seoul", 12, false), faces.Measure("Seoul", 12, true); bold <= regular {
		t.Errorf("bold is %v, regular %v", bold, regular)
	}
	if wide, narrow := faces.MeasureFont("WWW", figure.Font{Mono: true}), faces.MeasureFont("iii", figure.Font{Mono: true}); wide != narrow {
		t.Errorf("mono letters are %v and %v wide", wide, narrow)
	}
}

// TestMeasureKeepsDigitsInColumns checks what tables rely on.
func TestMeasureKeepsDigitsInColumns(t *testing.T) {
	faces := newFaces(t, true)
	want := faces.Measure("0", 12, false)
	for _, digit := range "123456789" {
		if got := faces.Measure(string(digit), 12, false); got != want {
			t.Errorf("%c is %v wide, 0 is %v", digit, got, want)
		}
	}
}

func TestMeasureDoesNotAllocateAgain(t *testing.T) {
	faces := newFaces(t, true)
	if got := testing.AllocsPerRun(10, func() { faces.Measure("Kono and Jeong meet", 12, false) }); got > 0 {
		t.Errorf("measuring the same text again allocates %v times", got)
	}
}

func TestMeasureByManyAtOnce(t *testing.T) {
	faces := newFaces(t, true)
	want := faces.Measure("Kono and Jeong meet", 12, false)
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for i := range 200 {
				faces.Measure(strconv.Itoa(i), 12, i%2 == 0)
				if got := faces.Measure("Kono and Jeong meet", 12, false); got != want {
					t.Errorf("got %v, want %v", got, want)
				}
			}
		})
	}
	wait.Wait()
}

func TestTruncate(t *testing.T) {
	faces := newFaces(t, true)
	for _, test := range []struct {
		name, text string
		limit      float32
		want       string
	}{
		{"fits", "Seoul", 100, "Seoul"},
		{"cut", "Kono asks Seoul to reconsider", 106, "Kono asks Seoul…"},
		{"no space before the mark", "Kono asks Seoul", 70, "Kono asks…"},
		{"mark only", "Seoul", 12, "…"},
		{"nothing", "Seoul", 3, ""},
		{"no limit below 0", "Seoul", -1, ""},
		{"not a number", "Seoul", float32(math.NaN()), ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, width := faces.Truncate(test.text, 12, false, test.limit)
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
			if got != "" && width > test.limit {
				t.Errorf("%q is %v wide, limit %v", got, width, test.limit)
			}
		})
	}
}

// TestTruncateKeepsLettersWhole checks that accents stay with their letters.
func TestTruncateKeepsLettersWhole(t *testing.T) {
	faces := newFaces(t, true)
	text := strings.Repeat("e\u0301", 20)
	for limit := float32(12); limit < 120; limit += 3.7 {
		got, _ := faces.Truncate(text, 12, false, limit)
		letters := []rune(strings.TrimSuffix(got, "…"))
		if len(letters)%2 != 0 {
			t.Errorf("limit %v: %q parts a letter from its accent", limit, got)
		}
	}
}

func abs(v float32) float32 { return max(v, -v) }
