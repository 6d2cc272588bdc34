//go:build window

package windowtest

import (
	"encoding/json"
	"image"
	"path/filepath"
	"testing"
)

// Bounds of what a drag costs. They hold on any machine: how fast frames are is
// for `timeline bench` to say.
const (
	leastFrames = 12   // of 240 movements of the pointer, on a machine that is busy
	mostObjects = 1000 // allocated for a frame, by scene, paint and toolkit together
)

// A drag over many events draws frame after frame, without making much anew for
// each, and `bench --window` says so.
func TestDragDrawsFrames(t *testing.T) {
	d, folder := startDisplay(t), t.TempDir()
	archive := filepath.Join(folder, "many.chancery")
	timeline(t, folder, "bench", "--generate", "50000", "--opening", "--archive", archive)
	w := openWindow(t, d, folder, "bench", "--window", "--json", "--archive", archive)
	w.sweep(middle, middle.Add(image.Pt(-300, 0)), 3)
	w.settled()
	w.close()

	var figures struct {
		Frames  int
		Seconds float64
		FPS     float64
		Gap     struct {
			P50 float64 `json:"p50_ms"`
		}
		Scene struct {
			P50 float64 `json:"p50_ms"`
			P99 float64 `json:"p99_ms"`
		}
		Allocs float64
	}
	if err := json.Unmarshal([]byte(w.program.said.String()), &figures); err != nil {
		t.Fatalf("bench --window printed %q: %v", &w.program.said, err)
	}
	f := figures
	t.Logf("%+v", f)
	if f.Frames < leastFrames || f.Seconds <= 0 || f.FPS <= 0 {
		t.Errorf("%d frames in %v s were counted of a drag, want at least %d", f.Frames, f.Seconds, leastFrames)
	}
	if f.Scene.P50 <= 0 || f.Scene.P99 < f.Scene.P50 || f.Gap.P50 < f.Scene.P50 {
		t.Errorf("scene and paint are said to take %v to %v ms of %v from frame to frame", f.Scene.P50, f.Scene.P99, f.Gap.P50)
	}
	if f.Allocs > mostObjects {
		t.Errorf("a frame allocates %v objects, want at most %d", f.Allocs, mostObjects)
	}
}
