package app

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"chancery/app/scene"
	"chancery/data"
	"chancery/model"
)

// frameEvents is the size of the archive that frames are measured on. The
// variable CHANCERY_BENCH_ARCHIVE names another archive, such as one that
// "timeline bench --generate" made.
const frameEvents = 20_000

func frameArchive(b *testing.B) string {
	b.Helper()
	if path := os.Getenv("CHANCERY_BENCH_ARCHIVE"); path != "" {
		return path
	}
	path := filepath.Join(b.TempDir(), "frames.chancery")
	if err := data.Generate(b.Context(), path, frameEvents, nil); err != nil {
		b.Fatal(err)
	}
	return path
}

func frameOptions(path string) RenderOptions {
	return RenderOptions{
		Archive: path, Width: benchWidth, Height: benchHeight, Lanes: model.ByCategory, Hidden: true,
	}
}

// BenchmarkFirstFrame opens a window on an archive and paints it.
func BenchmarkFirstFrame(b *testing.B) {
	path := frameArchive(b)
	for b.Loop() {
		w, _, closing, err := offscreen(b.Context(), frameOptions(path))
		if err != nil {
			b.Fatal(err)
		}
		w.timeline.paintFrame()
		closing()
	}
}

// BenchmarkPanFrame paints frames of a pan, as Bench and the window do.
func BenchmarkPanFrame(b *testing.B) {
	benchmarkFrames(b, func(v scene.Viewport, i int) scene.Viewport { return v.Pan(float64(7 - 14*(i/300%2))) })
}

// BenchmarkZoomFrame paints frames of zooming in and out.
func BenchmarkZoomFrame(b *testing.B) {
	benchmarkFrames(b, func(v scene.Viewport, i int) scene.Viewport {
		if i/10%2 == 0 {
			return v.Zoom(1.15, v.Width/3)
		}
		return v.Zoom(1/1.15, v.Width/3)
	})
}

func benchmarkFrames(b *testing.B, step func(scene.Viewport, int) scene.Viewport) {
	w, queue, closing, err := offscreen(b.Context(), frameOptions(frameArchive(b)))
	if err != nil {
		b.Fatal(err)
	}
	defer closing()
	t := w.timeline
	t.later = func(time.Duration, func()) func() { return func() {} } // the gesture does not rest
	t.paintFrame()
	queue.settle(w)
	t.view = t.view.Zoom(1./4, t.view.Width/2)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		t.view = step(t.view, i)
		t.unsettle()
		t.stale = true
		t.paintFrame()
	}
}
