package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"chancery/app"
	"chancery/cmd/timeline/start"
	"chancery/data"
)

func newBench() *cobra.Command {
	var generate int
	cmd := &cobra.Command{
		Use:   "bench",
		Short: "Measure how fast the timeline draws an archive on this machine",
		Long: `Bench opens an archive as the window does, without a display, and measures the
very code that the window runs: from the start of the process to the first
painted frame, then 300 frames of panning and 300 of zooming at each of four
scales (scene and paint, 1440×900 at scale 1), then a search for 50 beginnings
of words as they would be typed.

With --generate it first makes the archive, of that many invented events.`,
		Example: `  timeline bench --archive gsomia.chancery
  timeline bench --archive million.chancery --generate 1000000 --json`,
		Args: args(cobra.NoArgs),
	}
	archive, asJSON := archiveFlag(cmd), jsonFlag(cmd)
	cmd.Flags().IntVar(&generate, "generate", 0, "make a new archive of this many invented events first")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		began := start.At
		if generate > 0 {
			if *archive == "" {
				return usage(cmd, fmt.Errorf("--generate needs --archive with the name of a new file"))
			}
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
		figures, err := app.Bench(cmd.Context(), path, began)
		if err != nil {
			return err
		}
		if *asJSON {
			return printJSON(cmd, figures)
		}
		return figures.Print(cmd.OutOrStdout())
	}
	return cmd
}
