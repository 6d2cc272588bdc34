package figure_test

import (
	"image"
	"image/color"
	"math"
	"runtime"
	"testing"

	"chancery/charts/figure"
)

// paint returns a figure on a canvas of w × h device pixels.
func paint(tb testing.TB, f *figure.Figure, w, h int, scale float32) *image.RGBA {
	tb.Helper()
	dst := image.NewRGBA(image.Rect(0, 0, w, h))
	figure.NewPainter(newFaces(tb, true)).Paint(dst, f, figure.Light(), scale)
	return dst
}

// near reports a pixel that differs from what is wanted by more than slack in
// any channel.
func near(t *testing.T, img *image.RGBA, x, y int, want color.NRGBA, slack int) {
	t.Helper()
	r, g, b, a := want.RGBA()
	got := img.RGBAAt(x, y)
	for i, pair := range [][2]int{
		{int(got.R), int(r >> 8)}, {int(got.G), int(g >> 8)}, {int(got.B), int(b >> 8)}, {int(got.A), int(a >> 8)},
	} {
		if d := pair[0] - pair[1]; d > slack || d < -slack {
			t.Errorf("pixel %d,%d is %v, want %v (channel %d)", x, y, got, want, i)
			return
		}
	}
}

func colourOf(ink figure.Ink) color.NRGBA { return figure.Light().Colour(ink) }

// over returns an ink at a fraction of its strength on Plot.
func over(ink figure.Ink, strength float64) color.NRGBA {
	top, under := colourOf(ink), colourOf(figure.Plot.Ink())
	a := float64(top.A) / 255 * strength
	mix := func(s, d uint8) uint8 { return uint8(float64(s)*a + float64(d)*(1-a) + 0.5) }
	return color.NRGBA{mix(top.R, under.R), mix(top.G, under.G), mix(top.B, under.B), 255}
}

var clear = color.NRGBA{}

func onPlot(w, h float32) *figure.Figure {
	f := figure.New(w, h)
	f.Fill(f.Bounds(), figure.Plot.Ink())
	return f
}

func TestPaintRect(t *testing.T) {
	accent := figure.Accent.Ink()
	f := figure.New(20, 20)
	f.Fill(figure.R(2.4, 3, 5, 4), accent)
	img := paint(t, f, 20, 20, 1)
	near(t, img, 1, 4, clear, 0)
	near(t, img, 2, 3, colourOf(accent), 0)
	near(t, img, 6, 6, colourOf(accent), 0)
	near(t, img, 7, 4, clear, 0)
	near(t, img, 4, 7, clear, 0)
}

func TestPaintThinRectStaysVisible(t *testing.T) {
	f := figure.New(10, 10)
	f.Fill(figure.R(3.1, 0, 0.2, 10), figure.Accent.Ink())
	near(t, paint(t, f, 10, 10, 1), 3, 5, colourOf(figure.Accent.Ink()), 0)
}

func TestPaintNeighboursMeet(t *testing.T) {
	f := onPlot(40, 4)
	for i := range 30 {
		f.Fill(figure.R(float32(i)*1.3, 0, 1.3, 4), figure.Accent.Ink())
	}
	img := paint(t, f, 60, 6, 1.5)
	for x := range 58 {
		near(t, img, x, 2, colourOf(figure.Accent.Ink()), 0)
	}
}

func TestPaintTint(t *testing.T) {
	f := onPlot(10, 10)
	ink := figure.CategoryToken(figure.Sanction).Tint(0.17)
	f.Fill(f.Bounds(), ink)
	near(t, paint(t, f, 10, 10, 1), 5, 5, over(ink, 1), 1)
}

func TestPaintBorderLiesInside(t *testing.T) {
	f := onPlot(20, 20)
	f.Rect(figure.R(2, 2, 10, 10), figure.Box{Stroke: figure.Text.Ink(), Width: 1.5})
	img := paint(t, f, 20, 20, 1)
	near(t, img, 1, 6, colourOf(figure.Plot.Ink()), 0)
	near(t, img, 2, 6, colourOf(figure.Text.Ink()), 0)
	near(t, img, 3, 6, over(figure.Text.Ink(), 0.5), 2)
	near(t, img, 6, 11, colourOf(figure.Text.Ink()), 0)
	near(t, img, 6, 6, colourOf(figure.Plot.Ink()), 0)
}

func TestPaintRoundedRect(t *testing.T) {
	f := onPlot(40, 24)
	f.Rect(figure.R(0, 0, 40, 24), figure.Box{Fill: figure.Accent.Ink(), Stroke: figure.Text.Ink(), Width: 2, Radius: 12})
	img := paint(t, f, 40, 24, 1)
	near(t, img, 0, 0, colourOf(figure.Plot.Ink()), 0)
	near(t, img, 20, 0, colourOf(figure.Text.Ink()), 0)
	near(t, img, 0, 12, colourOf(figure.Text.Ink()), 8)
	near(t, img, 20, 12, colourOf(figure.Accent.Ink()), 0)
	near(t, img, 5, 5, colourOf(figure.Accent.Ink()), 12)
}

func TestPaintHairlinesAreCrisp(t *testing.T) {
	for _, at := range []float32{10, 10.5} {
		f := onPlot(20, 20)
		f.Line(figure.Pt(at, 0), figure.Pt(at, 20), figure.Pen{Ink: figure.Text.Ink()})
		img := paint(t, f, 20, 20, 1)
		near(t, img, 10, 5, colourOf(figure.Text.Ink()), 0)
		near(t, img, 9, 5, colourOf(figure.Plot.Ink()), 0)
		near(t, img, 11, 5, colourOf(figure.Plot.Ink()), 0)
	}
}

func TestPaintDashes(t *testing.T) {
	f := onPlot(40, 4)
	f.Line(figure.Pt(0, 2), figure.Pt(40, 2), figure.Pen{Ink: figure.Text.Ink(), Dash: [2]float32{4, 3}})
	img := paint(t, f, 40, 4, 1)
	for x := range 40 {
		want := figure.Plot.Ink()
		if x%7 < 4 {
			want = figure.Text.Ink()
		}
		near(t, img, x, 2, colourOf(want), 0)
	}
}

// TestPaintDashesFromAfar checks that dashes keep their places in a line that
// begins far outside the picture.
func TestPaintDashesFromAfar(t *testing.T) {
	dash := [2]float32{4, 4}
	for _, to := range []figure.Point{{X: 40, Y: 2}, {X: 40, Y: 2.0001}} {
		f := onPlot(40, 4)
		f.Line(figure.Pt(-80000, 2), to, figure.Pen{Ink: figure.Text.Ink(), Dash: dash})
		img := paint(t, f, 40, 4, 1)
		near(t, img, 2, 2, over(figure.Text.Ink(), 1), 130)
		near(t, img, 6, 2, colourOf(figure.Plot.Ink()), 2)
	}
}

func TestPaintDiagonal(t *testing.T) {
	f := onPlot(20, 20)
	f.Polyline([]figure.Point{{X: 0, Y: 0}, {X: 20, Y: 20}}, figure.Pen{Ink: figure.Text.Ink(), Width: 2})
	img := paint(t, f, 20, 20, 1)
	near(t, img, 10, 10, colourOf(figure.Text.Ink()), 3)
	near(t, img, 10, 14, colourOf(figure.Plot.Ink()), 0)
}

// TestPaintStrokeIsEven checks that a translucent line that turns is not darker
// where its pieces meet.
func TestPaintStrokeIsEven(t *testing.T) {
	f := onPlot(40, 40)
	ink := figure.Text.Tint(0.5)
	f.Polyline([]figure.Point{{X: 5, Y: 5}, {X: 30, Y: 8}, {X: 8, Y: 30}}, figure.Pen{Ink: ink, Width: 6})
	img := paint(t, f, 40, 40, 1)
	near(t, img, 29, 8, over(ink, 1), 2)
	near(t, img, 15, 6, over(ink, 1), 2)
}

func TestPaintCurveEndsWhereItShould(t *testing.T) {
	f := onPlot(40, 40)
	f.Curve([]figure.Point{{X: 2, Y: 20}, {X: 2, Y: 2}, {X: 38, Y: 2}, {X: 38, Y: 20}}, figure.Pen{Ink: figure.Text.Ink(), Width: 3})
	img := paint(t, f, 40, 40, 1)
	near(t, img, 2, 18, colourOf(figure.Text.Ink()), 40)
	near(t, img, 37, 18, colourOf(figure.Text.Ink()), 40)
	near(t, img, 20, 6, colourOf(figure.Text.Ink()), 40)
	near(t, img, 20, 20, colourOf(figure.Plot.Ink()), 0)
}

func TestPaintPolygon(t *testing.T) {
	f := onPlot(20, 20)
	f.Polygon([]figure.Point{{X: -50, Y: -50}, {X: 70, Y: -50}, {X: 70, Y: 10.5}, {X: -50, Y: 10.5}}, figure.Box{Fill: figure.Deadline.Ink()})
	img := paint(t, f, 20, 20, 1)
	near(t, img, 0, 0, colourOf(figure.Deadline.Ink()), 1)
	near(t, img, 19, 9, colourOf(figure.Deadline.Ink()), 1)
	near(t, img, 10, 10, over(figure.Deadline.Ink(), 0.5), 3)
	near(t, img, 10, 11, colourOf(figure.Plot.Ink()), 0)
}

func TestPaintDiscAndRing(t *testing.T) {
	f := onPlot(40, 40)
	f.Disc(figure.Pt(20, 20), 15, figure.Box{Fill: figure.Hover.Ink(), Stroke: figure.Sel.Ink(), Width: 2})
	img := paint(t, f, 40, 40, 1)
	near(t, img, 20, 20, colourOf(figure.Hover.Ink()), 0)
	near(t, img, 20, 5, colourOf(figure.Sel.Ink()), 6)
	near(t, img, 34, 20, colourOf(figure.Sel.Ink()), 6)
	near(t, img, 20, 3, colourOf(figure.Plot.Ink()), 0)
	near(t, img, 32, 20, colourOf(figure.Hover.Ink()), 1)
}

func TestPaintRamp(t *testing.T) {
	f := onPlot(100, 4)
	ink := figure.CategoryToken(figure.Meeting).Ink()
	f.Ramp(figure.R(0, 0, 100, 4), ink, figure.Stop{}, figure.Stop{At: 0.5, Opacity: 1}, figure.Stop{At: 1})
	img := paint(t, f, 100, 4, 1)
	near(t, img, 0, 2, colourOf(figure.Plot.Ink()), 3)
	near(t, img, 25, 2, over(ink, 0.51), 2)
	near(t, img, 50, 2, over(ink, 1), 3)
	near(t, img, 99, 2, colourOf(figure.Plot.Ink()), 3)
}

// TestPaintHatch checks the slant and the share of the stripes.
func TestPaintHatch(t *testing.T) {
	f := onPlot(70, 70)
	f.Hatch(f.Bounds(), figure.Text.Ink(), 2, 7)
	img := paint(t, f, 70, 70, 1)
	sum := 0
	for y := range 70 {
		for x := range 70 {
			sum += 255 - int(img.RGBAAt(x, y).R)
			if x > 0 && y < 69 && img.RGBAAt(x, y) != img.RGBAAt(x-1, y+1) {
				t.Fatalf("pixels %d,%d and %d,%d differ on a rising diagonal", x, y, x-1, y+1)
			}
		}
	}
	ink := 255 - int(colourOf(figure.Text.Ink()).R)
	if got := float64(sum) / float64(ink*70*70); math.Abs(got-2.0/7) > 0.03 {
		t.Errorf("stripes cover %.3f, want %.3f", got, 2.0/7)
	}
}

func TestPaintClip(t *testing.T) {
	f := onPlot(20, 20)
	f.Clip(figure.R(5, 5, 10, 10))
	f.Clip(figure.R(0, 0, 8, 8))
	f.Fill(f.Bounds(), figure.Text.Ink())
	f.Unclip()
	f.Unclip()
	f.Unclip() // one too many
	f.Fill(figure.R(18, 18, 2, 2), figure.Text.Ink())
	img := paint(t, f, 20, 20, 1)
	near(t, img, 4, 6, colourOf(figure.Plot.Ink()), 0)
	near(t, img, 5, 5, colourOf(figure.Text.Ink()), 0)
	near(t, img, 7, 7, colourOf(figure.Text.Ink()), 0)
	near(t, img, 8, 7, colourOf(figure.Plot.Ink()), 0)
	near(t, img, 19, 19, colourOf(figure.Text.Ink()), 0)
}

// TestPaintBrokenClipStillEnds checks that a clip without measures hides what
// is within and nothing after it.
func TestPaintBrokenClipStillEnds(t *testing.T) {
	f := onPlot(10, 10)
	f.Clip(figure.R(float32(math.NaN()), 0, 5, 5))
	f.Fill(f.Bounds(), figure.Error.Ink())
	f.Unclip()
	f.Fill(figure.R(0, 0, 1, 1), figure.Text.Ink())
	img := paint(t, f, 10, 10, 1)
	near(t, img, 5, 5, colourOf(figure.Plot.Ink()), 0)
	near(t, img, 0, 0, colourOf(figure.Text.Ink()), 0)
}

func TestPaintSubImage(t *testing.T) {
	whole := image.NewRGBA(image.Rect(0, 0, 30, 30))
	part := whole.SubImage(image.Rect(10, 10, 20, 20)).(*image.RGBA)
	f := figure.New(100, 100)
	f.Fill(figure.R(-50, -50, 200, 200), figure.Text.Ink())
	f.Glyph(figure.Pt(0, 0), figure.Court, figure.Mark{Size: 40})
	f.Text(figure.Pt(-20, 8), "WWWWWWWWWWWW", figure.Font{Size: 40})
	f.Disc(figure.Pt(5, 5), 90, figure.Box{Stroke: figure.Error.Ink(), Width: 100})
	figure.NewPainter(newFaces(t, true)).Paint(part, f, figure.Light(), 1)
	for y := range 30 {
		for x := range 30 {
			inside := image.Pt(x, y).In(part.Rect)
			if painted := whole.RGBAAt(x, y).A > 0; painted != inside {
				t.Fatalf("pixel %d,%d painted is %v, inside is %v", x, y, painted, inside)
			}
		}
	}
}

func TestPaintOnNothing(t *testing.T) {
	painter := figure.NewPainter(nil)
	f := every()
	painter.Paint(nil, f, figure.Light(), 1)
	painter.Paint(image.NewRGBA(image.Rect(0, 0, 0, 0)), f, figure.Light(), 1)
	dst := image.NewRGBA(image.Rect(0, 0, 10, 10))
	painter.Paint(dst, nil, figure.Light(), 1)
	painter.Paint(dst, f, nil, 1)
	painter.Paint(dst, f, figure.Light(), float32(math.NaN()))
	painter.Paint(dst, f, figure.Light(), -1)
	for i, v := range dst.Pix {
		if v != 0 {
			t.Fatalf("byte %d was painted", i)
		}
	}
	painter.Paint(dst, f, figure.Light(), 1) // without faces there is no text, and no panic
}

func TestPaintAllocates(t *testing.T) {
	for _, scale := range []float32{1, 2} {
		painter := figure.NewPainter(newFaces(t, true))
		dst := image.NewRGBA(image.Rect(0, 0, int(1440*scale), int(900*scale)))
		f, labels := figure.New(0, 0), busyLabels()
		busyFigure(f, labels, 0)
		for _, s := range every().Shapes {
			if s.Kind != figure.KindPolygon && s.Kind != figure.KindCurve && s.Kind != figure.KindRamp {
				f.Shapes = append(f.Shapes, s)
			}
		}
		f.Polygon([]figure.Point{{X: -9, Y: 0}, {X: 90, Y: 9}, {X: 50, Y: 70}}, figure.Box{Fill: figure.Accent.Ink(), Stroke: figure.Text.Ink(), Dash: [2]float32{3, 2}})
		f.Curve([]figure.Point{{X: 2, Y: 20}, {X: 2, Y: 2}, {X: 38, Y: 2}, {X: 38, Y: 20}}, figure.Pen{Ink: figure.Text.Ink()})
		f.Ramp(figure.R(3, 3, 90, 9), figure.Accent.Ink(), figure.Stop{}, figure.Stop{At: 1, Opacity: 1})
		f.Rect(figure.R(3, 3, 90, 19), figure.Box{Fill: figure.Tip.Ink(), Stroke: figure.Text.Ink(), Dash: [2]float32{3, 2}, Radius: 5})
		got := testing.AllocsPerRun(5, func() { painter.Paint(dst, f, figure.Light(), scale) })
		if got > 2 {
			t.Errorf("scale %v: painting the same figure again allocates %v times, want at most 2", scale, got)
		}
	}
}

// TestPaintInBands checks that several processors paint what one paints.
func TestPaintInBands(t *testing.T) {
	f, labels := figure.New(0, 0), busyLabels()
	busyFigure(f, labels, 0.3)
	f.Clip(figure.R(10, 10, 860, 570))
	for i := range 8 {
		y := float32(i) * 75
		f.Polyline([]figure.Point{{X: 0, Y: y}, {X: 400, Y: 600 - y}, {X: 900, Y: y}}, figure.Pen{Ink: figure.Sel.Tint(0.5), Width: 3, Dash: [2]float32{6, 3}})
		f.Polygon([]figure.Point{{X: 0, Y: y}, {X: 400, Y: 600 - y}, {X: 900, Y: y + 9}}, figure.Box{Fill: figure.Hit.Tint(0.1)})
		f.Disc(figure.Pt(y, y), 60, figure.Box{Stroke: figure.Accent.Ink(), Dash: [2]float32{3, 2}})
		f.Rect(figure.R(y, 280, 90, 40), figure.Box{Fill: figure.Tip.Tint(0.3), Stroke: figure.Text.Ink(), Radius: 9})
		f.Hatch(figure.R(y, 250, 20, 200), figure.Error.Tint(0.5), 2, 7)
		f.Text(figure.Pt(y, 500), "upwards and upwards", figure.Font{Up: true})
	}
	f.Unclip()
	var painted [2]*image.RGBA
	for i, processors := range []int{1, 4} {
		before := runtime.GOMAXPROCS(processors)
		painted[i] = paint(t, f, 900, 600, 1)
		runtime.GOMAXPROCS(before)
	}
	for i, one := range painted[0].Pix {
		if d := int(one) - int(painted[1].Pix[i]); d > 3 || d < -3 {
			t.Fatalf("pixel %d,%d is %d by one processor and %d by four", i/4%900, i/4/900, one, painted[1].Pix[i])
		}
	}
}
