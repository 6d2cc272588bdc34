//go:build !nogui

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"time"

	fyneapp "fyne.io/fyne/v2/app"
	"github.com/go-gl/glfw/v3.4/glfw"

	"chancery/app"
	"chancery/app/workspace"
	"chancery/charts"
	"chancery/cmd/timeline/start"
	"chancery/data"
	"chancery/model"
	"chancery/report"
)

// errNoDisplay says what to do when no window can be opened.
var errNoDisplay = errors.New("there is no display to open a window on: set DISPLAY or WAYLAND_DISPLAY to one that answers, " +
	"or draw the timeline to a file with: timeline render --out timeline.png")

// openWindow opens the window on an archive, with the view of the report that it
// was found by, if any, and returns when it is closed. The frames that it draws
// are noted in a log, nil for none.
func openWindow(ctx context.Context, path string, reopened *data.Reopened, frames *app.FrameLog) (err error) {
	begin := workspace.Begin
	if reopened != nil && reopened.Own {
		begin = workspace.BeginReadOnly
	}
	opening := begin(ctx, path, model.ByCollection, false)
	// The window explains what is wrong with an archive, but who starts it from a
	// shell expects a line and an exit code.
	if err := opening.Opened(); err != nil && isTerminal(os.Stderr) {
		return opening.Drop(err)
	}
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return opening.Drop(errNoDisplay)
	}
	defer func() {
		// With a display that does not answer, the toolkit panics before the
		// first window.
		if r := recover(); r != nil {
			if !strings.Contains(fmt.Sprint(r), "GLFW") {
				panic(r)
			}
			err = opening.Drop(errNoDisplay)
		}
	}()
	return app.Run(fyneapp.NewWithID("org.chancery.timeline"), app.Options{
		Opening:     opening,
		FirstFrame:  start.Collect,
		ExportHTML:  reportOf,
		ExportChart: chartPageOf,
		Reopen:      report.Reopen,
		Reopened:    reopened,
		BeforeShow:  wantNoDepth,
		Frames:      frames,
	})
}

// reportOf returns what writes the page of what a workspace shows now.
func reportOf(ws *workspace.Workspace, shown model.View) func(context.Context, io.Writer) error {
	lanes := ws.KeptLanes()
	if lanes == nil {
		lanes = ws.Lanes() // all of whose events are kept
	}
	r := report.Report{
		Archive: ws.Archive(), Columns: ws.Columns(), Kept: ws.Kept(), Filter: ws.Filter(), Lanes: lanes, Made: time.Now(),
		View: shown, Selected: ws.Selection(),
	}
	if asOf, chosen := ws.AsOf(); chosen {
		r.AsOf = asOf
	}
	return func(ctx context.Context, w io.Writer) error {
		_, err := r.Write(ctx, w)
		return err
	}
}

// chartPageOf returns what writes the page of one chart of a workspace.
func chartPageOf(ws *workspace.Workspace, d charts.Data, s charts.Spec, of []charts.Subject) func(context.Context, io.Writer) error {
	p := report.ChartPage{Archive: ws.Archive(), Data: d, Spec: s, Of: of, Filter: ws.Filter(), Made: time.Now()}
	if asOf, chosen := ws.AsOf(); chosen {
		p.AsOf = asOf
	}
	return p.Write
}

// wantNoDepth asks for a window without depth and stencil buffers, which nothing
// here draws with. Fyne asks for neither and so gets GLFW's default of both, and
// clears the depths of a stencilled buffer pixel by pixel in every frame: without
// a GPU, a tenth of the frame.
func wantNoDepth() {
	glfw.WindowHint(glfw.DepthBits, 0)
	glfw.WindowHint(glfw.StencilBits, 0)
}
