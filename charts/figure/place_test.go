package figure_test

import (
	"strings"
	"testing"

	"chancery/charts/figure"
)

// What is placed looks as it did where it was.
func TestPlace(t *testing.T) {
	whole := figure.New(800, 1000)
	whole.Fill(whole.Bounds(), figure.Plot.Ink())
	whole.Place(figure.Pt(40, 60), sheet())
	placed, alone := paint(t, whole, 800, 1000, 1), paint(t, sheet(), 720, 900, 1)
	for y := range 900 {
		for x := range 720 {
			got, want := placed.RGBAAt(x+40, y+60), alone.RGBAAt(x, y)
			// Where a curve lies far from 0, 0 its places are rounded otherwise.
			if max(apart(uint32(got.R), want.R), apart(uint32(got.G), want.G), apart(uint32(got.B), want.B)) > 2 {
				t.Fatalf("the pixel %d, %d is %v, want %v", x, y, got, want)
			}
		}
	}
}

func TestPlaceKeepsTitles(t *testing.T) {
	part := figure.New(10, 10)
	part.Fill(part.Bounds(), figure.Text.Ink())
	part.Title("a bar")
	whole := figure.New(20, 20)
	whole.Fill(whole.Bounds(), figure.Plot.Ink())
	whole.Place(figure.Pt(5, 5), part)
	if got := whole.String(); !strings.Contains(got, "rect 5,5 10×10 fill=text title=\"a bar\"") {
		t.Errorf("the title is lost:\n%s", got)
	}
}
