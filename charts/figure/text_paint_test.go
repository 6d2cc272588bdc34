package figure_test

import (
	"image"
	"math"
	"testing"

	"chancery/charts/figure"
)

// TestTextIsAsWideAsMeasured checks alignment by where the letters end.
func TestTextIsAsWideAsMeasured(t *testing.T) {
	const text = "HIH"
	faces := newFaces(t, true)
	width := faces.Measure(text, 20, false)
	for _, test := range []struct {
		name       string
		align      figure.Align
		start, end float32
	}{
		{"left", figure.Left, 100, 100 + width},
		{"centre", figure.Centre, 100 - width/2, 100 + width/2},
		{"right", figure.Right, 100 - width, 100},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := figure.New(200, 40)
			f.Text(figure.Pt(100, 30), text, figure.Font{Size: 20, Align: test.align})
			got := painted(paint(t, f, 200, 40, 1))
			// An H keeps 0.1 em clear at either side.
			if off := math.Abs(float64(float32(got.Min.X) - test.start - 2)); off > 1 {
				t.Errorf("begins at %d, want about %v", got.Min.X, test.start+2)
			}
			if off := math.Abs(float64(float32(got.Max.X) - test.end + 2)); off > 1 {
				t.Errorf("ends at %d, want about %v", got.Max.X, test.end-2)
			}
			if got.Max.Y != 30 {
				t.Errorf("stands on %d, want on the baseline 30", got.Max.Y)
			}
		})
	}
}

func TestTextUpwards(t *testing.T) {
	f := figure.New(40, 200)
	f.Text(figure.Pt(30, 180), "HIH", figure.Font{Size: 20, Up: true})
	got := painted(paint(t, f, 40, 200, 1))
	width := newFaces(t, true).Measure("HIH", 20, false)
	if got.Max.X != 30 || got.Max.Y > 180 || got.Min.Y < 180-int(width) || got.Dy() <= got.Dx() {
		t.Errorf("covers %v, want a column that ends at 30, 180", got)
	}
}

// TestSmallTextIsCrisp checks that the tops and feet of small letters lie on
// whole pixels: a row is either part of the letters or all but empty.
func TestSmallTextIsCrisp(t *testing.T) {
	for _, font := range []figure.Font{{Size: 11}, {Size: 12}, {Size: 13}, {Size: 12, Bold: true}} {
		f := figure.New(60, 20)
		f.Text(figure.Pt(4, 15), "xzxz", font)
		img := paint(t, f, 60, 20, 1)
		got := painted(img)
		if got.Max.Y != 15 {
			t.Errorf("%v: stands on %d, want 15", font, got.Max.Y)
		}
		for _, y := range []int{got.Min.Y, got.Max.Y - 1} {
			if darkest := rowPeak(img, y); darkest < 200 {
				t.Errorf("%v: row %d is blurred: its strongest pixel is %d", font, y, darkest)
			}
		}
	}
}

func rowPeak(img *image.RGBA, y int) uint8 {
	peak := uint8(0)
	for x := range img.Rect.Dx() {
		peak = max(peak, img.RGBAAt(x, y).A)
	}
	return peak
}

// TestTextMovesSmoothly checks that text is not held on whole pixels sideways.
func TestTextMovesSmoothly(t *testing.T) {
	at := func(x float32) *image.RGBA {
		f := figure.New(60, 20)
		f.Text(figure.Pt(x, 15), "ill", figure.Font{})
		return paint(t, f, 60, 20, 1)
	}
	if string(at(4).Pix) == string(at(4.5).Pix) {
		t.Error("half a pixel makes no difference")
	}
	if string(at(4).Pix) != string(at(4.05).Pix) {
		t.Error("a twentieth of a pixel makes a difference")
	}
}

// TestLongTextIsCut checks a text whose picture would not fit a cache.
func TestLongTextIsCut(t *testing.T) {
	long := make([]byte, 1<<20)
	for i := range long {
		long[i] = 'x'
	}
	f := figure.New(100, 20)
	f.Text(figure.Pt(-5000, 15), string(long), figure.Font{})
	got := painted(paint(t, f, 100, 20, 1))
	if got.Dx() < 98 {
		t.Errorf("covers %v, want the whole width", got)
	}
	// Past the letters that are set there is nothing.
	f.Reset(100, 20)
	f.Text(figure.Pt(-100000, 15), string(long), figure.Font{})
	if got := painted(paint(t, f, 100, 20, 1)); !got.Empty() {
		t.Errorf("covers %v, want nothing", got)
	}
}
