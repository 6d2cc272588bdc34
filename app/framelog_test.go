package app

import (
	"testing"
	"time"
)

func TestFrameLogCountsMovementsAlone(t *testing.T) {
	var l FrameLog
	at, objects := time.Unix(0, 0), uint64(0)
	frames := func(n int, gap time.Duration) {
		for range n {
			at, objects = at.Add(gap), objects+10
			l.frames = append(l.frames, loggedFrame{at, 3 * time.Millisecond, objects})
		}
	}
	frames(21, 20*time.Millisecond)
	frames(1, time.Second) // a click
	frames(3, 30*time.Millisecond)
	frames(1, 2*time.Second)
	frames(40, 10*time.Millisecond)

	f := l.Figures()
	if f.Frames != 60 || f.Seconds < 0.799 || f.Seconds > 0.801 {
		t.Errorf("%d frames in %v s, want 60 in 0.8: 20 gaps of 20 ms and 40 of 10", f.Frames, f.Seconds)
	}
	if f.FPS < 74 || f.FPS > 76 || f.Gap.P50 != 10 || f.Gap.P99 != 20 || f.Objects != 10 {
		t.Errorf("figures %+v", f)
	}
	if empty := new(FrameLog).Figures(); empty.Frames != 0 || empty.FPS != 0 {
		t.Errorf("figures of no frames are %+v", empty)
	}
}
