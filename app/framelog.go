package app

import (
	"fmt"
	"io"
	"runtime/metrics"
	"time"
)

// A FrameLog notes when the driver of a window draws the plot, for measuring what
// a person sees while dragging: not how long a frame takes to make, but how many
// reach the screen. Its zero value is ready for use.
type FrameLog struct {
	frames  []loggedFrame
	started time.Time // of the frame under way
	meter   allocMeter
}

type loggedFrame struct {
	at      time.Time
	made    time.Duration // for scene and paint of the plot
	objects uint64        // allocated since the process began
}

// still is the least time without a frame that ends a movement.
const still = 250 * time.Millisecond

// leastFrames is how many frames a movement has at least: a click that changes
// the plot once or twice is none.
const leastFrames = 10

// begin and end note a frame. A nil FrameLog notes nothing.
func (l *FrameLog) begin() {
	if l != nil {
		l.started = time.Now()
	}
}

func (l *FrameLog) end() {
	if l == nil {
		return
	}
	l.frames = append(l.frames, loggedFrame{l.started, time.Since(l.started), l.meter.objects()})
}

// An allocMeter tells how many objects the process has allocated. Asking costs
// no allocation but the first time.
type allocMeter struct{ sample [1]metrics.Sample }

func (m *allocMeter) objects() uint64 {
	m.sample[0].Name = "/gc/heap/allocs:objects"
	metrics.Read(m.sample[:])
	return m.sample[0].Value.Uint64()
}

// WindowFigures are what a FrameLog says of the times in which the plot moved:
// gestures and glides of ten frames or more, with no quarter of a second between
// two of them. Times are in milliseconds.
type WindowFigures struct {
	Frames  int     `json:"frames"`
	Seconds float64 `json:"seconds"`
	FPS     float64 `json:"fps"`    // frames drawn per second of movement
	Gap     Spread  `json:"gap"`    // from one frame to the next
	Scene   Spread  `json:"scene"`  // of that, for scene and paint of the plot
	Objects float64 `json:"allocs"` // per frame, of the whole process
}

// Figures returns what the log says.
func (l *FrameLog) Figures() WindowFigures {
	var f WindowFigures
	var gaps, made []time.Duration
	var objects uint64
	for _, run := range l.movements() {
		for i, frame := range run[1:] {
			gaps, made = append(gaps, frame.at.Sub(run[i].at)), append(made, frame.made)
		}
		last := run[len(run)-1]
		f.Seconds += last.at.Sub(run[0].at).Seconds()
		objects += last.objects - run[0].objects
	}
	f.Frames = len(gaps)
	if f.Frames > 0 && f.Seconds > 0 {
		f.FPS, f.Objects = float64(f.Frames)/f.Seconds, float64(objects)/float64(f.Frames)
	}
	f.Gap, f.Scene = spread(gaps), spread(made)
	return f
}

// movements returns the stretches of frames in which the plot moved.
func (l *FrameLog) movements() (runs [][]loggedFrame) {
	first := 0
	for i := range l.frames {
		if last := i == len(l.frames)-1; !last && l.frames[i+1].at.Sub(l.frames[i].at) < still {
			continue
		}
		if i+1-first >= leastFrames {
			runs = append(runs, l.frames[first:i+1])
		}
		first = i + 1
	}
	return runs
}

// Print writes the figures for people.
func (f WindowFigures) Print(out io.Writer) error {
	if f.Frames == 0 {
		_, err := fmt.Fprintln(out, "nothing moved: drag or zoom the timeline before closing the window")
		return err
	}
	_, err := fmt.Fprintf(out, "%d frames in %.1f s of movement: %.1f a second\nframe to frame  p50 %.1f p99 %.1f ms, of which scene and paint p50 %.1f p99 %.1f ms\n%.0f allocations a frame\n",
		f.Frames, f.Seconds, f.FPS, f.Gap.P50, f.Gap.P99, f.Scene.P50, f.Scene.P99, f.Objects)
	return err
}
