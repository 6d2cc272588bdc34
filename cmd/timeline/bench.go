package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"chancery/app"
	"chancery/cmd/timeline/start"
	"chancery/data"
)

const benchName = "bench"

func newBench() *cobra.Command {
	var generate, first int
	var table string
	var window, opening bool
	var imported []string
	cmd := &cobra.Command{
		Use:   benchName,
		Short: "Measure how fast the timeline draws an archive on this machine",
		Long: `Bench opens an archive as the window does, without a display, and measures the
very code that the window runs: from the start of the process to the first
painted frame, then 300 frames of panning and 300 of zooming at each of four
scales (scene and paint, 1440×900 at scale 1), then a search for 50 beginnings
of words as they would be typed.

With --generate it first makes the archive, of that many invented events. With
--table it only writes such events as a table, for measuring imports.

With --import it imports the file as the window does, and says when its events
are in the archive, when they are drawn, and when they can be searched.

With --opening it stops after the first frame, once all events are read.

With --window it opens the window instead, counts the frames that reach the
screen while you drag, scroll and zoom, and prints them when you close it.`,
		Example: `  timeline bench --archive gsomia.chancery
  timeline bench --archive million.chancery --generate 1000000 --json
  timeline bench --archive million.chancery --window
  timeline bench --generate 1000000 --table million.csv`,
		Args: args(cobra.NoArgs),
	}
	archive, asJSON := archiveFlag(cmd), jsonFlag(cmd)
	cmd.Flags().IntVar(&generate, "generate", 0, "make a new archive of this many invented events first")
	cmd.Flags().BoolVar(&window, "window", false, "count the frames of a window that you move by hand")
	cmd.Flags().StringVar(&table, "table", "", "write the invented events to this CSV file, and measure nothing")
	cmd.Flags().IntVar(&first, "first", 0, "number the rows of the table on from here")
	cmd.Flags().StringArrayVar(&imported, "import", nil, "measure the import of this `file`, which changes the archive; may be repeated")
	cmd.Flags().BoolVar(&opening, "opening", false, "measure the opening alone")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if table != "" {
			return generateTable(cmd, table, first, generate)
		}
		began := start.At
		if generate > 0 {
			if *archive == "" {
				return usage(cmd, fmt.Errorf("--generate needs --archive with the name of a new file"))
			}
			start.Collect()
			line := newProgress(cmd.ErrOrStderr(), "generate")
			err := data.Generate(cmd.Context(), *archive, generate, line.Report)
			line.Clear()
			if err != nil {
				return err
			}
			began = time.Now()
		}
		path, err := archivePath(cmd.Context(), *archive)
		if err != nil {
			return err
		}
		var figures interface{ Print(io.Writer) error }
		switch {
		case window:
			figures, err = watchWindow(cmd.Context(), path)
		case len(imported) > 0:
			figures, err = app.BenchImport(cmd.Context(), path, imported, began, start.Collect)
		case opening:
			figures, err = app.BenchOpening(cmd.Context(), path, began, start.Collect)
		default:
			figures, err = app.Bench(cmd.Context(), path, began, start.Collect)
		}
		switch {
		case err != nil:
			return err
		case *asJSON:
			return printJSON(cmd, figures)
		}
		return figures.Print(cmd.OutOrStdout())
	}
	return cmd
}

// watchWindow opens the window and returns what its frames were when it is closed.
func watchWindow(ctx context.Context, path string) (app.WindowFigures, error) {
	var log app.FrameLog
	err := openWindow(ctx, path, nil, &log)
	return log.Figures(), err
}

// generateTable writes a table of invented events.
func generateTable(cmd *cobra.Command, path string, first, n int) error {
	line := newProgress(cmd.ErrOrStderr(), "generate")
	defer line.Clear()
	_, err := data.WriteFile(cmd.Context(), path, func(ctx context.Context, w io.Writer) error {
		return data.GenerateTable(ctx, w, first, n, line.Report)
	})
	return err
}
