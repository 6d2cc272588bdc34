package figure_test

import (
	"image"
	"testing"

	"chancery/charts/figure"
)

// TestGlyphsHaveTheirOwnSilhouettes compares every pair of glyphs in one
// colour: whoever sees no colours must still tell them apart.
func TestGlyphsHaveTheirOwnSilhouettes(t *testing.T) {
	var drawn [2 * figure.GlyphCount]*image.RGBA
	for i := range drawn {
		f := onPlot(17, 17)
		f.Glyph(figure.Pt(8.5, 8.5), i/2, figure.Mark{Hollow: i%2 == 1, Ink: figure.Text.Ink()})
		drawn[i] = paint(t, f, 17, 17, 1)
	}
	for i, a := range drawn {
		for j, b := range drawn[:i] {
			if differ := difference(a, b); differ < 12 {
				t.Errorf("glyphs %d and %d differ in %d pixels only", i, j, differ)
			}
		}
	}
}

// difference returns in how many pixels two images plainly differ.
func difference(a, b *image.RGBA) int {
	count := 0
	for i := 0; i < len(a.Pix); i += 4 {
		if d := int(a.Pix[i]) - int(b.Pix[i]); d > 80 || d < -80 {
			count++
		}
	}
	return count
}

func TestGlyphFillsItsBox(t *testing.T) {
	for category := range figure.GlyphCount {
		for _, size := range []float32{12, 13, 14, 22} {
			f := figure.New(40, 40)
			f.Glyph(figure.Pt(20, 20), category, figure.Mark{Size: size})
			got := painted(paint(t, f, 40, 40, 1))
			reach := int(size/2) + 1
			if !got.In(image.Rect(20-reach, 20-reach, 21+reach, 21+reach)) || got.Dx() < int(size*0.6) || got.Dy() < int(size*0.45) {
				t.Errorf("glyph %d of %v dp covers %v", category, size, got)
			}
		}
	}
}

// painted returns the smallest rectangle that holds all that is not clear.
func painted(img *image.RGBA) image.Rectangle {
	var r image.Rectangle
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			if img.RGBAAt(x, y).A > 0 {
				r = r.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return r
}

func TestGlyphHaloAndBack(t *testing.T) {
	f := figure.New(30, 30)
	f.Fill(f.Bounds(), figure.Text.Ink())
	f.Glyph(figure.Pt(15, 15), figure.Sanction, figure.Mark{Size: 20, Halo: 2, Back: figure.Hit.Ink()})
	img := paint(t, f, 30, 30, 1)
	near(t, img, 15, 15, colourOf(figure.Hit.Ink()), 2)                           // cut
	near(t, img, 15, 9, colourOf(figure.CategoryToken(figure.Sanction).Ink()), 2) // silhouette
	near(t, img, 15, 5, colourOf(figure.Hit.Ink()), 40)                           // halo
	near(t, img, 15, 2, colourOf(figure.Text.Ink()), 0)                           // outside
}

func TestGlyphHollow(t *testing.T) {
	f := figure.New(30, 30)
	f.Fill(f.Bounds(), figure.Text.Ink())
	f.Glyph(figure.Pt(15, 15), figure.Court, figure.Mark{Size: 24, Hollow: true})
	img := paint(t, f, 30, 30, 1)
	near(t, img, 15, 15, colourOf(figure.Plot.Ink()), 0)
	near(t, img, 5, 15, colourOf(figure.CategoryToken(figure.Court).Ink()), 60)
	near(t, img, 2, 15, colourOf(figure.Text.Ink()), 0)
}

// TestGlyphIsCutAtTheEdge checks that the part of a glyph that is seen is the
// same whether the rest is in the picture or not.
func TestGlyphIsCutAtTheEdge(t *testing.T) {
	f := figure.New(40, 40)
	f.Glyph(figure.Pt(20, 20), figure.Protest, figure.Mark{Size: 22, Halo: 2})
	whole := paint(t, f, 40, 40, 1)
	f.Reset(40, 40)
	f.Clip(figure.R(0, 0, 18, 22))
	f.Glyph(figure.Pt(20, 20), figure.Protest, figure.Mark{Size: 22, Halo: 2})
	f.Unclip()
	cut := paint(t, f, 40, 40, 1)
	for y := range 40 {
		for x := range 40 {
			want := whole.RGBAAt(x, y)
			if x >= 18 || y >= 22 {
				want.R, want.G, want.B, want.A = 0, 0, 0, 0
			}
			if got := cut.RGBAAt(x, y); got != want {
				t.Fatalf("pixel %d,%d is %v, want %v", x, y, got, want)
			}
		}
	}
}
