package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"chancery/data"
	"chancery/data/store"
	"chancery/model"
)

// exporters write the kept events of an archive in each format.
var exporters = map[string]func(context.Context, *store.Archive, io.Writer, model.Filter) (events int, err error){
	"csv":  data.ExportCSV,
	"json": data.ExportJSON,
	"html": exportHTML,
}

func newExport() *cobra.Command {
	var format, out string
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write events as CSV, JSON or an HTML page",
		Long: `Export writes the events that the filters keep. The HTML page is one file that
opens without a network. With --format csv and --out naming a folder (ending in
a slash, or there already), the whole archive is written as events.csv,
actors.csv, instruments.csv and collections.csv.`,
		Example: `  timeline export --archive gsomia.chancery --format csv --out events.csv
  timeline export --format html --out report.html --actor Japan --actor "South Korea" --from 2018 --to 2019
  timeline export --format json --out - --q renewal`,
		Args: args(cobra.NoArgs),
	}
	archive, asJSON, kept := archiveFlag(cmd), jsonFlag(cmd), addFilter(cmd)
	cmd.Flags().StringVar(&format, "format", "", "csv, json or html")
	cmd.Flags().StringVar(&out, "out", "", "file to write; - for standard output")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		export, ok := exporters[format]
		switch {
		case !ok:
			return usage(cmd, fmt.Errorf("--format %q is not csv, json or html", format))
		case out == "":
			return usage(cmd, fmt.Errorf("--out names no file"))
		}
		filter, err := kept.filter(cmd)
		if err != nil {
			return err
		}
		var (
			events int
			size   int64
		)
		err = withArchive(cmd.Context(), *archive, func(a *store.Archive) (err error) {
			if format == "csv" && isFolder(out) {
				events, err = data.ExportFolder(cmd.Context(), a, out, filter)
				return err
			}
			write := func(ctx context.Context, w io.Writer) (err error) {
				events, err = export(ctx, a, w, filter)
				return err
			}
			if out == "-" {
				return write(cmd.Context(), cmd.OutOrStdout())
			}
			size, err = data.WriteFile(cmd.Context(), out, write)
			return err
		})
		switch {
		case err != nil:
			return err
		case out == "-":
			return nil
		case *asJSON:
			return printJSON(cmd, map[string]any{"file": out, "format": format, "events": events, "bytes": size})
		}
		fmt.Fprintf(cmd.OutOrStdout(), "%s: %s\n", out, counted(events, "event"))
		return nil
	}
	return cmd
}
