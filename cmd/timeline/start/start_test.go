package start_test

import (
	"runtime/debug"
	"testing"

	"chancery/cmd/timeline/start"
)

// TestCollect makes sure that the beginning ends with what the environment says
// of the collector, and that a second end changes nothing.
func TestCollect(t *testing.T) {
	start.Collect()
	percent := debug.SetGCPercent(100)
	if percent < 0 {
		t.Errorf("after Collect the collector is at %d %%", percent)
	}
	start.Collect()
	if got := debug.SetGCPercent(percent); got != 100 {
		t.Errorf("a second Collect sets %d %%", got)
	}
}
