package scene_test

import (
	"testing"

	"chancery/app/scene"
	"chancery/charts/figure"
	"chancery/model"
)

func TestPairsShowDirection(t *testing.T) {
	tests := []struct {
		name, actors string
		want         int // 1 for an arrowhead right of the glyph, -1 for one left of it
	}{
		{"there", "initiator:Japan;target:South Korea", 1},
		{"back", "target:Japan;initiator:South Korea", -1},
		{"together", "participant:Japan;participant:South Korea", 0},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			in := drawing(fact{start: "2019-09-17", actors: test.actors})
			in.Lanes = in.Columns.Lanes(model.ByPair, nil, false)
			if in.Lanes.Lanes[0].Name != "Japan – South Korea" {
				t.Fatalf("the lane is %s", in.Lanes.Lanes[0].Name)
			}
			var b scene.Builder
			sc := b.Build(&in)
			m := sc.Marks[0]
			got := 0
			for i := range sc.Plot.Shapes {
				s := &sc.Plot.Shapes[i]
				if s.Kind != figure.KindPolygon {
					continue
				}
				points := sc.Plot.Points(s)
				tip, back := points[0].X, points[1].X
				switch {
				case back > m.X && tip > back:
					got++
				case back < m.X && tip < back:
					got--
				default:
					t.Errorf("an arrowhead from %v to %v beside a glyph at %v", back, tip, m.X)
				}
			}
			if got != test.want {
				t.Errorf("arrowheads: %d, want %d", got, test.want)
			}
			if m.Label.W > 0 && test.want > 0 && m.Label.X < m.X+12 {
				t.Errorf("the label at %v lies on the arrowhead of %v", m.Label, m.X)
			}
		})
	}
}
