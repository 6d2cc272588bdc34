package figure_test

import (
	"bytes"
	"image"
	"strconv"
	"testing"

	"chancery/charts/figure"
)

// busyFigure is a window full of marks: grid, 2,000 bars, 3,000 glyphs with
// halos and 400 labels. shift moves everything, as panning does.
func busyFigure(f *figure.Figure, labels []string, shift float32) {
	f.Reset(1440, 900)
	f.Fill(f.Bounds(), figure.Plot.Ink())
	for i := range 60 {
		x := float32(i)*24 + shift
		f.Line(figure.Pt(x, 0), figure.Pt(x, 900), figure.Pen{Ink: figure.Grid.Ink()})
	}
	for i := range 2000 {
		h := float32(i*7%40) + 1
		f.Fill(figure.R(float32(i%720)*2, 880-h-float32(i/720)*44, 2, h), figure.CategoryToken(i%13).Ink())
	}
	for i := range 3000 {
		at := figure.Pt(float32(i*37%1440)+shift, float32(i*61%700)+20)
		f.Glyph(at, i%figure.GlyphCount, figure.Mark{Hollow: i%5 == 0, Halo: 2})
	}
	for i, label := range labels {
		f.Text(figure.Pt(float32(i*89%1200)+shift, float32(i*25%720)+40), label, figure.Font{})
	}
}

func busyLabels() []string {
	labels := make([]string, 400)
	for i := range labels {
		labels[i] = "Foreign ministers of China and Japan meet " + strconv.Itoa(i)
	}
	return labels
}

func BenchmarkPaint(b *testing.B) {
	for _, scale := range []float32{1, 2} {
		b.Run("scale="+strconv.Itoa(int(scale)), func(b *testing.B) {
			painter := figure.NewPainter(newFaces(b, true))
			dst := image.NewRGBA(image.Rect(0, 0, int(1440*scale), int(900*scale)))
			f, labels := figure.New(0, 0), busyLabels()
			for i := range 8 {
				busyFigure(f, labels, float32(i)/8)
				painter.Paint(dst, f, figure.Light(), scale)
			}
			b.ReportAllocs()
			for b.Loop() {
				painter.Paint(dst, f, figure.Light(), scale)
			}
		})
	}
}

func BenchmarkBuild(b *testing.B) {
	f, labels := figure.New(0, 0), busyLabels()
	b.ReportAllocs()
	for b.Loop() {
		busyFigure(f, labels, 0)
	}
}

func BenchmarkMeasure(b *testing.B) {
	faces, labels := newFaces(b, true), busyLabels()
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		faces.Measure(labels[i%len(labels)], 12, false)
	}
}

func BenchmarkShape(b *testing.B) {
	faces := newFaces(b, true)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		faces.Measure("Foreign ministers of China and Japan meet "+strconv.Itoa(i), 12, false)
	}
}

func BenchmarkSVG(b *testing.B) {
	f := figure.New(0, 0)
	busyFigure(f, busyLabels(), 0)
	var buf bytes.Buffer
	b.ReportAllocs()
	for b.Loop() {
		buf.Reset()
		if err := figure.WriteSVG(&buf, f, figure.SVGOptions{}); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(buf.Len()))
}
