package app

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"chancery/data"
	"chancery/model"
)

// generated returns the path of a new archive of n invented events.
func generated(t testing.TB, n int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "generated.chancery")
	if err := data.Generate(t.Context(), path, n, nil); err != nil {
		t.Fatal(err)
	}
	return path
}

// A step of a drag and the frame after it allocate next to nothing in the window.
// What they do is for titles that run out of view, which are shortened anew, and
// for the words that follow the view ten times a second.
func TestSteadyDragAllocatesLittle(t *testing.T) {
	b := openBench(t, generated(t, 20_000))
	// Reports to the rest of the window come by the clock and not by the frame:
	// on a slow machine more of them would fall on the frames that are counted.
	b.timeline.pace.every = time.Hour
	for _, by := range []model.Grouping{model.ByCategory, model.ByPair} {
		b.Workspace.SetGrouping(by)
		b.timeline.fitted = false
		b.settle()
		whole := b.timeline.view
		for _, share := range benchShares {
			t.Run(fmt.Sprintf("%s/%v", by, share), func(t *testing.T) {
				b.timeline.view = partOf(whole, share)
				b.timeline.invalidate()
				b.settle()
				plot, step := b.timeline.Region.Plot, 0
				plot.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonTertiary})
				defer plot.DragEnd()
				frame := func() {
					step++
					dx := float32(3)
					if step/40%2 == 1 {
						dx = -dx
					}
					plot.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(dx, 0)})
					b.timeline.paintFrame()
				}
				for range 160 { // there and back until every title is known
					frame()
					b.queue.settle(b.Window)
				}
				if allocs := testing.AllocsPerRun(80, frame); allocs > 40 {
					t.Errorf("%v allocations per frame", allocs)
				}
			})
		}
	}
}
