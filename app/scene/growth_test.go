package scene_test

import (
	"testing"

	"chancery/app/scene"
	"chancery/charts/figure"
	"chancery/model"
)

// The ring of what is selected grows to its radius, and a link from its cause on
// to what it is when it is whole.
func TestRingAndLinksGrow(t *testing.T) {
	in := drawing(fact{start: "2019-07-20", title: "Cause"}, fact{start: "2019-09-20", title: "Response"})
	in.Selected = []model.EventID{2}
	in.Links = []scene.Link{{Cause: 1, Response: 2, Kind: model.ResponseTo}}
	var b scene.Builder
	whole := b.Build(&in).Plot.String()
	radius, reach := float32(0), float32(-1)
	for _, left := range []float32{0.999, 0.6, 0.3, 0} {
		in.RingLeft, in.LinksLeft = left, left
		sc := b.Build(&in)
		ring, end, heads := grown(sc)
		if ring <= radius || end <= reach {
			t.Errorf("with %v left the ring is %v and the link ends at %v, before they were %v and %v", left, ring, end, radius, reach)
		}
		if (heads > 0) != (left == 0) {
			t.Errorf("with %v left the link has %d heads", left, heads)
		}
		radius, reach = ring, end
		if left == 0 && sc.Plot.String() != whole {
			t.Error("what has grown is not what was there at once")
		}
	}
	if radius != 11 {
		t.Errorf("the ring has a radius of %v, want 11", radius)
	}
}

// grown returns the radius of the ring, where the link ends, and how many heads
// it has.
func grown(sc *scene.Scene) (radius, end float32, heads int) {
	for i := range sc.Plot.Shapes {
		s := &sc.Plot.Shapes[i]
		switch {
		case s.Kind == figure.KindDisc && s.Stroke.Token == figure.Sel && s.StrokeWidth == 2:
			radius = s.Radius
		case s.Kind == figure.KindCurve && s.Stroke.Token == figure.Sel:
			points := sc.Plot.Points(s)
			end = points[len(points)-1].X
		case s.Kind == figure.KindPolyline && s.Stroke.Token == figure.Sel:
			heads++
		}
	}
	return radius, end, heads
}
