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
		Archive:    path,
		ExportHTML: reportOf,
	})
}

// reportOf returns what writes the page of what a workspace shows now.
func reportOf(ws *workspace.Workspace) func(context.Context, io.Writer) error {
	r := report{archive: ws.Archive(), columns: ws.Columns(), kept: ws.Kept(), filter: ws.Filter()}
	if asOf, chosen := ws.AsOf(); chosen {
		r.asOf = asOf
	}
	return func(ctx context.Context, w io.Writer) error {
		_, err := writePage(ctx, w, r)
		return err
	}
}
