package figure_test

import (
	"image"
	"math"
	"testing"

	"chancery/charts/figure"
)

func TestWriteNumber(t *testing.T) {
	for n, want := range map[int]string{
		0: "0", 7: "7", -1: "–1", 999: "999", 1000: "1\u00a0000", 12_345: "12\u00a0345", -1_000_000: "–1\u00a0000\u00a0000",
		math.MaxInt64: "9\u00a0223\u00a0372\u00a0036\u00a0854\u00a0775\u00a0807",
		math.MinInt64: "–9\u00a0223\u00a0372\u00a0036\u00a0854\u00a0775\u00a0808",
	} {
		if got := figure.WriteNumber(n); got != want {
			t.Errorf("%d is written %q, want %q", n, got, want)
		}
	}
}

// A number is drawn and measured as the text that it is written as.
func TestNumberLooksLikeText(t *testing.T) {
	faces := newFaces(t, true)
	for _, n := range []int{0, 42, -731, 8_000, 1_234_567} {
		for _, font := range []figure.Font{
			{Size: 11}, {Size: 16, Bold: true}, {Align: figure.Right}, {Align: figure.Centre}, {Up: true, Align: figure.Right},
		} {
			number, text := onPlot(160, 160), onPlot(160, 160)
			number.Number(figure.Pt(80, 80), n, font)
			text.Text(figure.Pt(80, 80), figure.WriteNumber(n), font)
			if by := differ(paint(t, number, 160, 160, 1), paint(t, text, 160, 160, 1)); by > 8 {
				t.Errorf("%d in %+v differs from its text by %d", n, font, by)
			}
		}
		got, want := figure.MeasureNumber(faces, n, 11, false), faces.Measure(figure.WriteNumber(n), 11, false)
		if math.Abs(float64(got-want)) > 0.01 {
			t.Errorf("%d is %v dp wide, its text %v", n, got, want)
		}
	}
}

// differ returns by how much two pictures differ at most, of 255. Letters that
// meet in a pixel are one mask in a text and lie over each other in a number.
func differ(a, b *image.RGBA) int {
	most := 0
	for i := range a.Pix {
		d := int(a.Pix[i]) - int(b.Pix[i])
		most = max(most, d, -d)
	}
	return most
}

func TestNumbersAllocateNothing(t *testing.T) {
	painter, dst := figure.NewPainter(newFaces(t, true)), image.NewRGBA(image.Rect(0, 0, 100, 30))
	f, n := figure.New(0, 0), 0
	frame := func() {
		n += 7919
		f.Reset(100, 30)
		f.Fill(f.Bounds(), figure.Plot.Ink())
		f.Number(figure.Pt(4, 20), n, figure.Font{})
		painter.Paint(dst, f, figure.Light(), 1)
	}
	for range 100 {
		frame()
	}
	if allocs := testing.AllocsPerRun(100, frame); allocs > 0 {
		t.Errorf("%v allocations for a number that is new in each frame", allocs)
	}
}
