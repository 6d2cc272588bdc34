package scene_test

import (
	"testing"

	"chancery/app/scene"
	"chancery/charts/figure"
	"chancery/model"
	"chancery/model/edtf"
)

// barsOf returns the heights of the bars in a lane of a scene, by their left edge.
func barsOf(sc *scene.Scene, lane int) (heights []float32, box scene.LaneBox) {
	box = sc.Lanes[lane]
	for i := range sc.Plot.Shapes {
		s := &sc.Plot.Shapes[i]
		if s.Kind == figure.KindRect && s.Fill.Alpha == figure.Text3.Tint(0.82).Alpha && s.Y > box.Y && s.Y < box.Y+box.H {
			heights = append(heights, s.H)
		}
	}
	return heights, box
}

func highest(heights []float32) (high float32) {
	for _, h := range heights {
		high = max(high, h)
	}
	return high
}

// A crowded day far out of view takes nothing from the bars in view.
func TestBarsFillTheirLane(t *testing.T) {
	b := newArchiveBuilder()
	id := model.EventID(0)
	add := func(day string, n int) {
		for range n {
			id++
			b.add(fact{id: id, key: day, title: "One of many", start: day, category: "meeting", collection: "c"})
		}
	}
	add("1990-01-01", 9_000)
	for _, month := range []string{"01", "02", "03", "04", "05", "06"} {
		for _, d := range []string{"03", "04", "05", "11", "12", "19", "25", "26"} {
			add("2003-"+month+"-"+d, 50)
		}
	}
	a := b.done()
	in := generatedInput(a, model.ByNone)
	in.View = scene.Fit(edtf.At(2003, 1, 1), edtf.At(2003, 7, 1), 1264, 0)
	var builder scene.Builder
	heights, box := barsOf(builder.Build(&in), 0)
	if box.Level != scene.Bars || len(heights) < 20 {
		t.Fatalf("the lane shows %v with %d bars", box.Level, len(heights))
	}
	if room := box.H - 9; highest(heights) < room/2 {
		t.Errorf("the highest bar is %v of %v dp", highest(heights), room)
	}
	// A gesture towards the crowded day lowers the bars only when it is in view.
	before := highest(heights)
	in.Live = true
	in.View = in.View.Pan(-200)
	if heights, _ = barsOf(builder.Build(&in), 0); highest(heights) != before {
		t.Errorf("a pan changes the height of the bars from %v to %v", before, highest(heights))
	}
	in.View = scene.Fit(edtf.At(1989, 12, 1), edtf.At(1990, 2, 1), 1264, 0)
	if heights, box = barsOf(builder.Build(&in), 0); highest(heights) > box.H {
		t.Errorf("a bar is %v high in a lane of %v", highest(heights), box.H)
	}
}

// With one scale for all, equal counts are equally high in every lane.
func TestBarsShareTheirScaleWhenAsked(t *testing.T) {
	in := generatedInput(generate(100_000), model.ByActor)
	in.SharedPeak = true
	var b scene.Builder
	sc := b.Build(&in)
	first, box := barsOf(sc, 0)
	last, _ := barsOf(sc, 5)
	if box.Level != scene.Bars || highest(first) <= highest(last) {
		t.Errorf("the busiest lane's highest bar is %v, that of a quieter one %v", highest(first), highest(last))
	}
	in.SharedPeak = false
	sc = b.Build(&in)
	if last, box := barsOf(sc, 5); highest(last) < (box.H-9)/2 {
		t.Errorf("with scales of their own the highest bar is %v of %v dp", highest(last), box.H)
	}
}
