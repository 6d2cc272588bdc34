package app

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"chancery/model"
)

// The archives that frames are measured on: those that the variable
// CHANCERY_BENCH_ARCHIVES lists, as PATH does, such as ones that
// "timeline bench --generate" made, else a small one that is made here.
func benchArchives(b *testing.B) []string {
	b.Helper()
	if paths := filepath.SplitList(os.Getenv("CHANCERY_BENCH_ARCHIVES")); len(paths) > 0 {
		return paths
	}
	return []string{generated(b, 20_000)}
}

// BenchmarkFirstFrame opens a window on an archive and paints it.
func BenchmarkFirstFrame(b *testing.B) {
	for _, path := range benchArchives(b) {
		w, _, closing := benchWindow(b, path, model.ByCategory)
		events := w.Workspace.Columns().Len()
		closing()
		b.Run(fmt.Sprintf("events=%d", events), func(b *testing.B) {
			for b.Loop() {
				w, _, closing := benchWindow(b, path, model.ByCategory)
				w.timeline.paintFrame()
				closing()
			}
		})
	}
}

// BenchmarkFrame paints frames of panning and zooming at four scales, as Bench
// and the window do, with lanes that are few and lanes that are hundreds.
func BenchmarkFrame(b *testing.B) {
	for _, path := range benchArchives(b) {
		for _, by := range []model.Grouping{model.ByCategory, model.ByActor, model.ByPair} {
			w, queue, closing := benchWindow(b, path, by)
			t := w.timeline
			t.later = func(time.Duration, func()) func() { return func() {} } // the gesture does not rest
			t.paintFrame()
			queue.settle(w)
			whole := t.view
			for _, share := range benchShares {
				frames := func(step benchMove) func(b *testing.B) {
					return func(b *testing.B) {
						t.view = partOf(whole, share)
						b.ReportAllocs()
						for i := 0; b.Loop(); i++ {
							t.view = step(t.view, i)
							t.unsettle()
							t.stale = true
							t.paintFrame()
							b.StopTimer()
							queue.settle(w)
							b.StartTimer()
						}
					}
				}
				name := fmt.Sprintf("events=%d/lanes=%s/share=%v", w.Workspace.Columns().Len(), by, share)
				b.Run("pan/"+name, frames(benchPan))
				b.Run("zoom/"+name, frames(benchZoom))
			}
			closing()
		}
	}
}

func benchWindow(b *testing.B, path string, by model.Grouping) (*Window, *queue, func()) {
	b.Helper()
	w, queue, closing, err := offscreen(b.Context(), RenderOptions{
		Archive: path, Width: benchWidth, Height: benchHeight, Lanes: by, Hidden: true,
	})
	if err != nil {
		b.Fatal(err)
	}
	return w, queue, closing
}
