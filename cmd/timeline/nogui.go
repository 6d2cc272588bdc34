//go:build nogui

package main

import (
	"context"
	"errors"
)

// openWindow explains that this build has no window.
func openWindow(context.Context, string) error {
	return errors.New("this build has no window; draw the timeline to a file with: timeline render --out timeline.png")
}
