//go:build nogui

package main

import (
	"context"
	"errors"

	"chancery/app"
	"chancery/data"
)

// openWindow explains that this build has no window.
func openWindow(context.Context, string, *data.Reopened, *app.FrameLog) error {
	return errors.New("this build has no window; draw the timeline to a file with: timeline render --out timeline.png")
}
