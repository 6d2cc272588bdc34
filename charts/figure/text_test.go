package figure_test

import (
	"os"
	"path/filepath"
	"testing"

	"chancery/charts/figure"
)

// golden compares a text with a file of testdata. With GOLDEN=update it writes
// the file instead.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if os.Getenv("GOLDEN") == "update" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; GOLDEN=update go test writes it anew\ngot:\n%s\nwant:\n%s", path, got, want)
	}
}

// every is a small figure with every kind of shape.
func every() *figure.Figure {
	f := figure.New(200, 120)
	f.Fill(f.Bounds(), figure.Plot.Ink())
	f.Rect(figure.R(10, 10.04, 40, 20), figure.Box{Fill: figure.CategoryToken(figure.Sanction).Tint(0.17), Stroke: figure.Line.Ink(), Radius: 4})
	f.Line(figure.Pt(60, 0), figure.Pt(60, 120), figure.Pen{Ink: figure.Deadline.Ink(), Width: 1.5, Dash: [2]float32{4, 3}})
	f.Polyline([]figure.Point{{X: 70, Y: 10}, {X: 74, Y: 14}, {X: 70, Y: 18}}, figure.Pen{Ink: figure.Text2.Ink(), Round: true})
	f.Polygon([]figure.Point{{X: 80, Y: 10}, {X: 90, Y: 10}, {X: 85, Y: 20}}, figure.Box{Fill: figure.DivergingToken(0).Ink()})
	f.Curve([]figure.Point{{X: 10, Y: 50}, {X: 20, Y: 30}, {X: 40, Y: 30}, {X: 50, Y: 50}}, figure.Pen{Ink: figure.Sel.Ink(), Width: 1.5})
	f.Arrow(figure.Pt(50, 50), figure.Pt(40, 30), 7, figure.Sel.Ink())
	f.Disc(figure.Pt(110, 20), 10.5, figure.Box{Stroke: figure.Sel.Tint(0.7)})
	f.Title("linked")
	f.Group("17 Nov 2019: Kono & Jeong <meet>")
	f.Glyph(figure.Pt(110, 20), figure.Meeting, figure.Mark{Halo: 2})
	f.Text(figure.Pt(125, 24), "Kono & Jeong <meet>", figure.Font{Bold: true})
	f.Ungroup()
	f.Glyph(figure.Pt(20, 80), figure.Filing, figure.Mark{Hollow: true, Size: 22})
	f.Title("in doubt")
	f.Text(figure.Pt(20, 110), "2019-11?", figure.Font{Size: 11, Mono: true, Align: figure.Centre, Ink: figure.Text3.Ink()})
	f.Text(figure.Pt(196, 110), "up", figure.Font{Up: true, Italic: true, Align: figure.Right})
	f.Clip(figure.R(70, 60, 100, 40))
	f.Ramp(figure.R(70, 60, 60, 20), figure.CategoryToken(0).Ink(), figure.Stop{}, figure.Stop{At: 0.3, Opacity: 0.5}, figure.Stop{At: 1})
	f.Hatch(figure.R(70, 80, 60, 22), figure.CategoryToken(0).Tint(0.55), 2, 7)
	f.Unclip()
	return f
}

func TestString(t *testing.T) { golden(t, "every.txt", every().String()) }

func TestStringOfNothing(t *testing.T) {
	var f figure.Figure
	if got, want := f.String(), "figure 0×0\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestResetKeepsMemory(t *testing.T) {
	f, labels := figure.New(0, 0), busyLabels()
	busyFigure(f, labels, 0)
	if got := testing.AllocsPerRun(10, func() { busyFigure(f, labels, 1) }); got > 0 {
		t.Errorf("building a figure again allocates %v times, want 0", got)
	}
}

func TestPointsBelongToFigure(t *testing.T) {
	var f figure.Figure
	given := []figure.Point{{X: 1, Y: 2}, {X: 3, Y: 4}}
	f.Polyline(given, figure.Pen{Ink: figure.Text.Ink()})
	f.Polygon([]figure.Point{{X: 5, Y: 6}}, figure.Box{})
	given[0].X = 99
	got := f.Points(&f.Shapes[0])
	if len(got) != 2 || got[0] != figure.Pt(1, 2) || got[1] != figure.Pt(3, 4) {
		t.Errorf("got %v, want the points as they were given", got)
	}
	if other := f.Points(&figure.Shape{Kind: figure.KindPolyline}); len(other) != 0 {
		t.Errorf("a shape of no figure has points %v", other)
	}
}
