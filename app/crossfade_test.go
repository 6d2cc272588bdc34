package app

import (
	"bytes"
	"image"
	"image/color"
	"testing"
	"time"

	"chancery/app/scene"
)

// A column of red at x in a lane of rows [10, 20) of a picture 100 pixels wide.
func redColumn(x int) *image.RGBA {
	p := image.NewRGBA(image.Rect(0, 0, 100, 40))
	for i := range p.Pix {
		p.Pix[i] = 0xFF
	}
	for y := 10; y < 20; y++ {
		p.SetRGBA(x, y, color.RGBA{R: 0xFF, A: 0xFF})
	}
	return p
}

func whitePicture() *image.RGBA {
	p := image.NewRGBA(image.Rect(0, 0, 100, 40))
	for i := range p.Pix {
		p.Pix[i] = 0xFF
	}
	return p
}

// redIn returns the columns of a row that are tinted red.
func redIn(p *image.RGBA, y int) (columns []int) {
	for x := range p.Rect.Dx() {
		if c := p.RGBAAt(x, y); c.G < 0xFF {
			columns = append(columns, x)
		}
	}
	return columns
}

func fadingLane(was, now scene.Viewport, wasY, y float32) *image.RGBA {
	var f crossfade
	s := &scene.Scene{Relevelled: []scene.Relevel{{Lane: 3, WasY: wasY, WasH: 10}}, Was: was,
		Lanes: []scene.LaneBox{{Index: 3, Y: y, H: 10}}}
	f.note(s)
	f.begin(redColumn(50), 1)
	p := whitePicture()
	f.lay(p, s, now, 1)
	return p
}

func TestCrossfadeMovesWithTime(t *testing.T) {
	view := scene.Viewport{Start: 0, Scale: 1, Width: 100}
	for name, c := range map[string]struct {
		now  scene.Viewport
		want int // the middle of what is red
		wide int
	}{
		"still":     {view, 50, 1},
		"panned":    {view.Pan(20), 30, 1},
		"zoomed in": {scene.Viewport{Start: 25, Scale: 0.5, Width: 100}, 50, 2},
	} {
		red := redIn(fadingLane(view, c.now, 10, 10), 15)
		if len(red) != c.wide || red[0] != c.want {
			t.Errorf("%s: red in columns %v, want %d from %d on", name, red, c.wide, c.want)
		}
	}
	if red := redIn(fadingLane(view, view.Pan(60), 10, 10), 15); len(red) > 0 {
		t.Errorf("what went out of view is red in %v", red)
	}
}

func TestCrossfadeMovesWithItsLane(t *testing.T) {
	view := scene.Viewport{Start: 0, Scale: 1, Width: 100}
	p := fadingLane(view, view, 10, 25)
	if len(redIn(p, 15)) > 0 || len(redIn(p, 30)) != 1 {
		t.Error("the strip is not where its lane is now")
	}
	// Of a lane that lay half above the plot there is only a half to fade.
	above := fadingLane(view, view, -5, 0)
	for y := range 5 {
		if c := above.RGBAAt(20, y); c != (color.RGBA{0xFF, 0xFF, 0xFF, 0xFF}) {
			t.Fatalf("row %d of a lane that was out of view is mixed with %v", y, c)
		}
	}
}

func TestCrossfadeEnds(t *testing.T) {
	view := scene.Viewport{Start: 0, Scale: 1, Width: 100}
	var f crossfade
	f.jump(view)
	if !f.begin(redColumn(50), 1) || len(f.strips) != 1 {
		t.Fatal("a jump keeps nothing")
	}
	f.strips[0].began = time.Now().Add(-fadeTime)
	p := whitePicture()
	f.lay(p, &scene.Scene{}, view, 1)
	if red := redIn(p, 15); len(red) > 0 {
		t.Errorf("after its time the strip is still seen in %v", red)
	}
	f.drop(func(s *strip) bool { return s.left() == 0 })
	if len(f.strips) != 0 || len(f.spare) != 1 {
		t.Errorf("%d strips are left, %d images are kept for the next", len(f.strips), len(f.spare))
	}
	if f.begin(redColumn(50), 1) {
		t.Error("the jump begins to fade twice")
	}
}

// Where nothing glides by itself, as in pictures that are made without a display,
// a changed level leaves no trace of what was there before.
func TestCrossfadeLeavesNoTrace(t *testing.T) {
	b := openBench(t, generated(t, 5_000))
	plot := b.timeline.Region.Plot.plot
	size := plot.Size()
	w, h := int(size.Width), int(size.Height)
	plot.generate(w, h)
	b.timeline.zoom(40, 600)
	got := plot.generate(w, h).(*image.RGBA)
	if len(b.timeline.scene.Relevelled) == 0 {
		t.Fatal("zooming by 40 changes no level")
	}
	want := image.NewRGBA(got.Rect)
	plot.painter.Paint(want, &b.timeline.scene.Plot, palette(), 1)
	if !bytes.Equal(got.Pix, want.Pix) || len(b.timeline.fading.strips) > 0 {
		t.Error("the picture is not that of its scene")
	}
}

func TestGlidesHoldWhatBothViewsHold(t *testing.T) {
	from := scene.Viewport{Start: 0, Scale: 1000, Width: 1000}
	to := from.Zoom(64, 250)
	for _, share := range []float64{0, 0.25, 0.5, 0.9, 1} {
		v := between(from, to, share)
		if got := v.Start + 250*v.Scale; got < 249_999 || got > 250_001 {
			t.Errorf("at %v the moment under the pointer is %v", share, got)
		}
	}
	if half := between(from, to, 0.5); half.Scale < 124.9 || half.Scale > 125.1 {
		t.Errorf("half way the scale is %v, want 125: three of six halvings", half.Scale)
	}
	if near, far := screens(from, from.Pan(3000)), screens(from, to); near != 3 || far > 1 {
		t.Errorf("three screens on is %v away, a zoom %v", near, far)
	}
}

func TestJumpsWhereAGlideWouldBeTooFast(t *testing.T) {
	b := newBench(t)
	v := b.timeline.view
	b.timeline.moveTo(v.Pan(2*v.Width), goTime)
	if len(b.timeline.fading.pending) > 0 {
		t.Error("two screens on is a jump")
	}
	b.timeline.moveTo(v.Pan(20*v.Width), goTime)
	if len(b.timeline.fading.pending) != 1 || b.timeline.view != v.Pan(20*v.Width) {
		t.Error("twenty screens on is no jump")
	}
}
