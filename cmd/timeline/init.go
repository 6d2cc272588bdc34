package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"chancery/assets"
	"chancery/data"
	"chancery/data/store"
)

func newInit() *cobra.Command {
	var curated bool
	cmd := &cobra.Command{
		Use:   "init ARCHIVE",
		Short: "Make a new archive",
		Example: `  timeline init mine.chancery
  timeline init gsomia.chancery --curated`,
		Args: args(cobra.ExactArgs(1)),
	}
	cmd.Flags().BoolVar(&curated, "curated", false, "fill it with the curated events")
	asJSON := jsonFlag(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		ctx, path := cmd.Context(), args[0]
		var report data.Report
		if curated {
			r, err := data.CreateCurated(ctx, path, assets.Curated)
			if err != nil {
				return err
			}
			report = r
		} else {
			a, err := store.Create(ctx, path)
			if err != nil {
				return err
			}
			if err := a.Close(); err != nil {
				return err
			}
		}
		if *asJSON {
			return printJSON(cmd, struct {
				Archive string `json:"archive"`
				data.Report
			}{path, report})
		}
		events := 0
		for _, f := range report.Files {
			if f.Kind == "events" {
				events += f.Added
			}
		}
		fmt.Fprintf(cmd.OutOrStdout(), "%s: %s\n", path, counted(events, "event"))
		return nil
	}
	return cmd
}
