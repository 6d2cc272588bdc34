package figure_test

import (
	"image"
	"testing"

	"chancery/charts/figure"
)

// picture returns a text as an image of its letters.
func picture(t *testing.T, faces *figure.Faces, text string) *image.RGBA {
	t.Helper()
	f := onPlot(200, 24)
	f.Text(figure.Pt(4, 17), text, figure.Font{Size: 14})
	dst := image.NewRGBA(image.Rect(0, 0, 200, 24))
	figure.NewPainter(faces).Paint(dst, f, figure.Light(), 1)
	return dst
}

func same(a, b *image.RGBA) bool { return difference(a, b) == 0 }

// TestHebrewRunsToTheLeft compares a text that runs to the left with the same
// letters forced into the order in which they are seen.
func TestHebrewRunsToTheLeft(t *testing.T) {
	faces := newFaces(t, false)
	if faces.Measure("אבג", 14, false) == 3*faces.Measure("\u0378", 14, false) {
		t.Skip("this machine has no Hebrew font")
	}
	const ltr, pop = "\u202d", "\u202c" // from left to right, whatever the letters
	for _, test := range []struct{ name, text, seen string }{
		{"letters", "אבג", "גבא"},
		{"within English", "xאבגy", "xגבאy"},
		{"number within", "אב2019גד", "דג2019בא"},
		{"English within", "אבxyגד", "דגxyבא"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if !same(picture(t, faces, test.text), picture(t, faces, ltr+test.seen+pop)) {
				t.Errorf("%q is not drawn as %q", test.text, test.seen)
			}
		})
	}
}

// TestFallback checks that letters the bundled fonts lack come from the
// machine's where it has them.
func TestFallback(t *testing.T) {
	bundled, all := newFaces(t, true), newFaces(t, false)
	for _, text := range []string{"日韓", "지소미아", "שלום", "اتفاقية"} {
		if same(picture(t, bundled, text), picture(t, all, text)) {
			t.Logf("this machine has no font for %q; it is drawn as boxes", text)
			continue
		}
		if got := painted(picture(t, all, text)); got.Empty() {
			t.Errorf("%q draws nothing", text)
		}
	}
}

// TestEveryTextDrawsSomething checks boxes for what no font has, and emoji.
func TestEveryTextDrawsSomething(t *testing.T) {
	faces := newFaces(t, false)
	empty := picture(t, faces, "")
	for _, text := range []string{"\u0378", "🤝", "👩‍👩‍👧", "भारत", "ไทย", "e\u0301", "→ ✓ ≥"} {
		if same(picture(t, faces, text), empty) {
			t.Errorf("%q draws nothing", text)
		}
	}
}

// TestAccentsCombine checks that an accent typed apart looks like one typed
// together.
func TestAccentsCombine(t *testing.T) {
	faces := newFaces(t, true)
	if !same(picture(t, faces, "Việt Nam"), picture(t, faces, "Vie\u0323\u0302t Nam")) {
		t.Error("composed and decomposed letters differ")
	}
}
