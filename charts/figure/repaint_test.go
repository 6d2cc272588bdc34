package figure_test

import (
	"bytes"
	"image"
	"testing"

	"chancery/charts/figure"
)

// Nothing of the picture before shines through, whether or not the figure has a
// background that covers it.
func TestRepaintLeavesNothing(t *testing.T) {
	small := figure.New(10, 10)
	small.Fill(figure.R(0, 0, 4, 4), figure.Accent.Ink())
	faint := figure.New(10, 10)
	faint.Fill(faint.Bounds(), figure.Accent.Tint(0.5))
	round := figure.New(10, 10)
	round.Rect(round.Bounds(), figure.Box{Fill: figure.Accent.Ink(), Radius: 4})
	low := figure.New(20, 7.3) // less high than the image at any scale
	low.Fill(low.Bounds(), figure.Plot.Ink())
	for name, f := range map[string]*figure.Figure{
		"empty": figure.New(10, 10), "small": small, "faint": faint, "round": round, "low": low, "whole": onPlot(20, 20), "none": nil,
	} {
		t.Run(name, func(t *testing.T) {
			painter := figure.NewPainter(newFaces(t, true))
			fresh, used := image.NewRGBA(image.Rect(0, 0, 20, 20)), image.NewRGBA(image.Rect(0, 0, 20, 20))
			for i := range used.Pix {
				used.Pix[i] = 0xA5
			}
			painter.Paint(fresh, f, figure.Light(), 1)
			painter.Repaint(used, f, figure.Light(), 1)
			if !bytes.Equal(fresh.Pix, used.Pix) {
				t.Error("what was there before is still seen")
			}
		})
	}
}

// A veil over rows that are alike and rows that are not is the veil over each
// pixel by itself.
func TestVeilsMixWithWhatIsThere(t *testing.T) {
	f := onPlot(60, 60)
	for i := range 12 {
		f.Fill(figure.R(float32(i*5), 0, 1, 60), figure.Grid.Ink())
		f.Fill(figure.R(0, float32(i*7), 60, 2), figure.CategoryToken(i).Ink())
	}
	f.Disc(figure.Pt(30, 30), 20, figure.Box{Fill: figure.Accent.Tint(0.4)})
	under := paint(t, f, 60, 60, 1)
	veil := figure.Text3.Tint(0.82)
	for _, width := range []float32{1, 2, 4, 5, 37} {
		top := *f
		top.Shapes = append([]figure.Shape(nil), f.Shapes...)
		top.Fill(figure.R(11, 3, width, 50), veil)
		over := paint(t, &top, 60, 60, 1)

		single := *f
		single.Shapes = append([]figure.Shape(nil), f.Shapes...)
		for x := range int(width) {
			for y := range 50 {
				single.Fill(figure.R(float32(11+x), float32(3+y), 1, 1), veil)
			}
		}
		if !bytes.Equal(over.Pix, paint(t, &single, 60, 60, 1).Pix) {
			t.Errorf("a veil %v wide differs from its pixels laid one by one", width)
		}
		if bytes.Equal(over.Pix, under.Pix) {
			t.Errorf("a veil %v wide changes nothing", width)
		}
	}
}
