//go:build !nogui

package main

import (
	"context"
	"errors"
	"io"
	"os"
	"runtime"

	fyneapp "fyne.io/fyne/v2/app"

	"chancery/app"
	"chancery/app/workspace"
)

// openWindow opens the window on an archive and returns when it is closed.
func openWindow(_ context.Context, path string) error {
	// Without a display the toolkit panics, so look first.
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return errors.New("there is no display to open a window on: set DISPLAY or WAYLAND_DISPLAY, " +
			"or draw the timeline to a file with: timeline render --out timeline.png")
	}
	return app.Run(fyneapp.NewWithID("org.chancery.timeline"), app.Options{
		Archive: path,
		ExportHTML: func(ctx context.Context, ws *workspace.Workspace, w io.Writer) error {
			return writeReport(ws)(ctx, w)
		},
	})
}
