package figure_test

import (
	"bytes"
	"encoding/binary"
	"image"
	"math"
	"testing"

	"chancery/charts/figure"
)

// FuzzPaint paints figures made of any bytes. It must not panic, must not write
// outside the image, and what is written as SVG must be well-formed.
func FuzzPaint(f *testing.F) {
	f.Add([]byte("\x01rectangle"), "text", float32(1))
	f.Add([]byte{}, "\x00\xff\u202eabc", float32(2))
	for kind := range byte(16) {
		for _, v := range []float32{0, 1, -1, 0.5, 1e9, -3e38, float32(math.NaN()), float32(math.Inf(1))} {
			seed := []byte{kind}
			for range 12 {
				seed = binary.LittleEndian.AppendUint32(seed, math.Float32bits(v))
			}
			f.Add(seed, "Kono", v)
		}
	}
	faces := newFaces(f, true)
	painter := figure.NewPainter(faces)
	whole := image.NewRGBA(image.Rect(0, 0, 80, 60))
	part := whole.SubImage(image.Rect(20, 15, 60, 45)).(*image.RGBA)
	f.Fuzz(func(t *testing.T, shapes []byte, text string, scale float32) {
		fig := figureOf(shapes, text)
		painter.Paint(part, fig, figure.Light(), scale)
		painter.Paint(part, fig, figure.Dark(), 1)
		for y := range 60 {
			for x := range 80 {
				if !image.Pt(x, y).In(part.Rect) && whole.RGBAAt(x, y).A != 0 {
					t.Fatalf("pixel %d,%d lies outside and was painted by\n%s", x, y, fig)
				}
			}
		}
		_ = fig.String()
		var b bytes.Buffer
		if err := figure.WriteSVG(&b, fig, figure.SVGOptions{Title: text, ID: text}); err != nil {
			t.Fatal(err)
		}
		parseXML(t, b.String())
		faces.Truncate(text, 12, false, scale)
	})
}

// figureOf makes a figure of any bytes.
func figureOf(from []byte, text string) *figure.Figure {
	next := func() byte {
		if len(from) == 0 {
			return 0
		}
		b := from[0]
		from = from[1:]
		return b
	}
	number := func() float32 {
		if len(from) < 4 {
			return float32(next())
		}
		v := math.Float32frombits(binary.LittleEndian.Uint32(from))
		from = from[4:]
		return v
	}
	ink := func() figure.Ink { return figure.Ink{Token: figure.Token(next()), Alpha: next() | 1} }
	fig := figure.New(number(), number())
	for len(from) > 0 && len(fig.Shapes) < 8 {
		kind := next()
		at, r := figure.Pt(number(), number()), figure.R(number(), number(), number(), number())
		pen := figure.Pen{Ink: ink(), Width: number(), Dash: [2]float32{number(), number()}, Round: next()&1 == 0}
		box := figure.Box{Fill: ink(), Stroke: ink(), Width: pen.Width, Dash: pen.Dash, Radius: number()}
		points := []figure.Point{at, {X: r.X, Y: r.Y}, {X: r.W, Y: r.H}, {X: at.Y, Y: r.X}}
		switch kind % 16 {
		case 0:
			fig.Rect(r, box)
		case 1:
			fig.Line(at, points[1], pen)
		case 2:
			fig.Polyline(points, pen)
		case 3:
			fig.Polygon(points, box)
		case 4:
			fig.Curve(points, pen)
		case 5:
			fig.Disc(at, box.Radius, box)
		case 6:
			fig.Glyph(at, int(next()), figure.Mark{Size: r.W, Halo: r.H, Hollow: pen.Round, Ink: box.Fill})
		case 7:
			fig.Text(at, text, figure.Font{Size: r.W, Bold: pen.Round, Align: figure.Align(next()), Up: next()&1 == 0})
		case 8:
			fig.Ramp(r, pen.Ink, figure.Stop{At: at.X, Opacity: at.Y}, figure.Stop{At: r.X, Opacity: r.Y})
		case 9:
			fig.Hatch(r, pen.Ink, pen.Width, box.Radius)
		case 10:
			fig.Clip(r)
		case 11:
			fig.Unclip()
		case 12:
			fig.Group(text)
		case 13:
			fig.Ungroup()
		case 14:
			fig.Arrow(at, points[1], r.W, pen.Ink)
		case 15:
			fig.Shapes = append(fig.Shapes, figure.Shape{
				Kind: figure.Kind(next()), Glyph: next(), Align: figure.Align(next()), X: at.X, Y: at.Y, W: r.W, H: r.H,
				Radius: box.Radius, Size: r.X, StrokeWidth: pen.Width, Fill: box.Fill, Stroke: pen.Ink, Text: text,
			})
		}
		fig.Title(text)
	}
	return fig
}
