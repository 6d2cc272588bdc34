package scene_test

import (
	"testing"

	"chancery/app/scene"
	"chancery/charts/figure"
	"chancery/model"
)

// Over lanes that all show bars stands a strip that counts every event once, also
// where an event stands in several lanes, and that can be pointed at.
func TestTotalOverLanesOfBars(t *testing.T) {
	a := generate(60_000)
	in := generatedInput(a, model.ByActor)
	from, to, _ := a.columns.Extent(nil)
	in.View = scene.Fit(from, to, 1264, 0)
	height := in.Height
	in.Height = 8000 // without a scroll bar
	var b scene.Builder
	sc := b.Build(&in)
	if sc.Total.H <= 0 || sc.Lanes[0].Y < sc.Total.H {
		t.Fatalf("the strip is %v high, the first lane begins at %v", sc.Total.H, sc.Lanes[0].Y)
	}
	sum, last := 0, scene.Hit{}
	for x := float32(0); x < 1264; x++ {
		if hit, ok := sc.At(x, 10); ok && hit.From != last.From {
			if hit.Kind != scene.HitBin || hit.Lane != -1 {
				t.Fatalf("at %v lies %+v", x, hit)
			}
			sum, last = sum+hit.Count, hit
		}
	}
	if sum != a.columns.Len() {
		t.Errorf("the bars of the strip hold %d events of %d", sum, a.columns.Len())
	}
	if _, ok := sc.AtHeaders(50, 10); ok {
		t.Error("the head of the strip is that of a lane")
	}

	in.Height, in.ScrollY = height, 300
	if sc = b.Build(&in); sc.Total.Y != 0 || sc.PinnedHeight() != sc.Total.H {
		t.Errorf("when scrolled the strip is at %v, and %v stays at the top", sc.Total.Y, sc.PinnedHeight())
	}
	in.NoTotal, in.ScrollY = true, 0
	if sc = b.Build(&in); sc.Total.H != 0 {
		t.Error("it is shown when it is not wanted")
	}
	in.NoTotal, in.View = false, in.View.Zoom(4000, 600)
	if sc = b.Build(&in); sc.Total.H != 0 {
		t.Error("it is shown over lanes of single events")
	}
}

// What the filter hides is drawn faintly at every level, what it keeps is not.
func TestHiddenEventsAreFaint(t *testing.T) {
	a := generate(20_000)
	in := generatedInput(a, model.ByCategory)
	from, to, _ := a.columns.Extent(nil)
	kept := model.NewBitmap(a.columns.Len())
	for row := range a.columns.Len() {
		if row%3 == 0 {
			kept.Set(row)
		}
	}
	in.Kept, in.KeptLanes = kept, a.columns.Lanes(model.ByCategory, kept, false)
	for name, view := range map[string]scene.Viewport{
		"bars": scene.Fit(from, to, 1264, 0), "marks": scene.Fit(from, to, 1264, 0).Zoom(400, 600),
	} {
		in.View = view
		faint, full := 0, 0
		sc := new(scene.Builder).Build(&in)
		for i := range sc.Plot.Shapes {
			s := &sc.Plot.Shapes[i]
			ink := s.Fill
			if s.Kind != figure.KindRect && s.Kind != figure.KindGlyph && s.Kind != figure.KindDisc || int(ink.Token) < int(figure.CategoryToken(0)) {
				continue
			}
			if ink.Alpha < 100 {
				faint++
			} else {
				full++
			}
		}
		if faint < 20 || full < 10 {
			t.Errorf("%s: %d shapes are faint and %d are not", name, faint, full)
		}
	}
}

// During a gesture the strip stays, whatever the lanes come to show.
func TestTotalStaysDuringAGesture(t *testing.T) {
	a := generate(60_000)
	in := generatedInput(a, model.ByCategory)
	from, to, _ := a.columns.Extent(nil)
	in.View = scene.Fit(from, to, 1264, 0)
	var b scene.Builder
	was := b.Build(&in).Total.H
	in.Live = true
	for range 60 {
		in.View = in.View.Zoom(1.2, 600)
		if h := b.Build(&in).Total.H; h != was {
			t.Fatalf("at %v seconds per dp the strip is %v high, before it was %v", in.View.Scale, h, was)
		}
	}
	in.Live = false
	if h := b.Build(&in).Total.H; h != 0 {
		t.Errorf("at rest over single events it is %v high", h)
	}
}
