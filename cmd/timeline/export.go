package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"chancery/data"
	"chancery/data/exchange"
	"chancery/data/store"
	"chancery/data/tabular"
)

// An exportFormat is what export can write: the formats of data, and those that
// need more than the data.
type exportFormat struct {
	name    string
	title   string
	entries string                                                                                        // what Result.Entries counts, "" for events
	write   func(context.Context, *store.Archive, io.Writer, data.ExportOptions) (exchange.Result, error) // nil for pictures and pages
	page    bool
}

// exportFormats returns what export can write, in the order of its help.
func exportFormats() []exportFormat {
	var all []exportFormat
	for _, f := range data.Formats() {
		all = append(all, exportFormat{name: f.Name, title: f.Title, entries: f.Entries, write: f.Export})
	}
	for _, f := range pictureFormats {
		all = append(all, exportFormat{name: f.name, title: f.title})
	}
	return append(all,
		exportFormat{name: "report", title: "A report as one HTML page that opens without a network", page: true},
		exportFormat{name: "html", title: "The same", page: true})
}

// exportFlags are the flags of timeline export that are not filters.
type exportFlags struct {
	format, out, title, edges string
	raw                       bool
}

func newExport() *cobra.Command {
	var f exportFlags
	formats := exportFormats()
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write events for other programs, or as an HTML page",
		Long: `Export writes the events that the filters keep. With --format csv and --out
naming a folder (ending in a slash, or there already), the whole archive is
written as events.csv, actors.csv, instruments.csv and collections.csv.

Formats:
` + formatHelp(formats),
		Example: `  timeline export --archive gsomia.chancery --format csv --out events.csv
  timeline export --format report --out report.html --pair "Japan,South Korea" --from 2018 --to 2019
  timeline export --format report --out japan.html --actor Japan --charts conflict,network,ladder --as-of 2019-11-17
  timeline export --format gexf --edges events --out network.gexf
  timeline export --format pdf --lanes pair --from 2018 --to 2019 --scale 60/month --out autumn.pdf
  timeline export --format json --out - --q renewal`,
		Args: args(cobra.NoArgs),
	}
	archive, asJSON, kept, picture, page := archiveFlag(cmd), jsonFlag(cmd), addFilter(cmd), addPicture(cmd), addReport(cmd)
	flags := cmd.Flags()
	flags.StringVar(&f.format, "format", "", "what to write: "+formatNames(formats))
	flags.StringVar(&f.out, "out", "", "file to write; - for standard output")
	flags.StringVar(&f.title, "title", "", "what the file is called inside (default the archive's name)")
	flags.StringVar(&f.edges, "edges", "pairs", "edges of a network: pairs, one for all events between two actors, or events, one for each")
	flags.BoolVar(&f.raw, "raw", false, "write CSV cells as they are, even where a spreadsheet would take them for formulas")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		at := slices.IndexFunc(formats, func(e exportFormat) bool { return e.name == f.format })
		switch {
		case at < 0:
			return usage(cmd, fmt.Errorf("--format %q is not one of %s", f.format, formatNames(formats)))
		case f.out == "":
			return usage(cmd, fmt.Errorf("--out names no file"))
		}
		o, err := f.options(cmd)
		if err != nil {
			return err
		}
		if o.Filter, err = kept.filter(cmd); err != nil {
			return err
		}
		if page.pair != "" {
			if len(kept.actors) > 0 {
				return usage(cmd, fmt.Errorf("--pair names the actors, and --actor others: give one of them"))
			}
			a, b, err := pairOf(page.pair)
			if err != nil {
				return usage(cmd, err)
			}
			o.Filter.Actors, o.Filter.AllActors = []string{a, b}, true
		}
		format := formats[at]
		if format.page {
			r, by, err := page.options(cmd, picture, &o)
			if err != nil {
				return err
			}
			format.write = func(ctx context.Context, a *store.Archive, w io.Writer, o data.ExportOptions) (exchange.Result, error) {
				return exportReport(ctx, a, w, o, r, by, picture.rollUp)
			}
		}
		if format.write == nil {
			return exportPicture(cmd, &f, picture, format, o, *archive, *asJSON)
		}
		var (
			result exchange.Result
			size   int64
		)
		err = withArchive(cmd.Context(), *archive, func(a *store.Archive) (err error) {
			if o.Filter.Text != "" {
				bringIndex(cmd, a)
			}
			if f.format == "csv" && isFolder(f.out) {
				result.Events, err = data.ExportFolder(cmd.Context(), a, f.out, o.Filter, o.Cells)
				return err
			}
			write := func(ctx context.Context, w io.Writer) (err error) {
				result, err = format.write(ctx, a, w, o)
				return err
			}
			if f.out == "-" {
				return write(cmd.Context(), cmd.OutOrStdout())
			}
			size, err = data.WriteFile(cmd.Context(), f.out, write)
			return err
		})
		if err != nil {
			return err
		}
		return told(cmd, &f, format, result, size, *asJSON)
	}
	return cmd
}

// exportPicture draws the timeline. The window's own code does so, and opens the
// archive by itself.
func exportPicture(cmd *cobra.Command, f *exportFlags, picture *pictureFlags, format exportFormat, o data.ExportOptions, archive string, asJSON bool) error {
	r, p, err := picture.options(cmd, &o)
	if err != nil {
		return err
	}
	if r.Archive, err = archivePath(cmd.Context(), archive); err != nil {
		return err
	}
	if o.Filter.Text != "" {
		if err := bringIndexOf(cmd, r.Archive); err != nil {
			return err
		}
	}
	var result exchange.Result
	write := func(ctx context.Context, w io.Writer) (err error) {
		result, err = picture.draw(ctx, format.name, r, p, w)
		return err
	}
	if f.out == "-" {
		return write(cmd.Context(), cmd.OutOrStdout())
	}
	size, err := data.WriteFile(cmd.Context(), f.out, write)
	if err != nil {
		return err
	}
	return told(cmd, f, format, result, size, asJSON)
}

func (f *exportFlags) options(cmd *cobra.Command) (o data.ExportOptions, err error) {
	o.Title = f.title
	if f.raw {
		o.Cells = tabular.Raw
	}
	switch f.edges {
	case "pairs":
	case "events":
		o.Ties = exchange.EventTies
	default:
		return o, usage(cmd, fmt.Errorf("--edges %q is not pairs or events", f.edges))
	}
	return o, nil
}

// told says what was written, and what was left out.
func told(cmd *cobra.Command, f *exportFlags, format exportFormat, r exchange.Result, size int64, asJSON bool) error {
	switch {
	case f.out == "-":
	case asJSON:
		report := map[string]any{"file": f.out, "format": f.format, "events": r.Events, "bytes": size,
			"missing": r.Missing, "left_out": append([]exchange.LeftOut{}, r.LeftOut...)}
		if format.entries != "" {
			report[format.entries+"s"] = r.Entries
		}
		if err := printJSON(cmd, report); err != nil {
			return err
		}
	case format.entries != "":
		fmt.Fprintf(cmd.OutOrStdout(), "%s: %s of %s\n", f.out, counted(r.Entries, format.entries), counted(r.Events, "event"))
	default:
		fmt.Fprintf(cmd.OutOrStdout(), "%s: %s\n", f.out, counted(r.Events, "event"))
	}
	if r.Missing == 0 {
		return nil
	}
	for _, left := range r.LeftOut {
		fmt.Fprintf(cmd.ErrOrStderr(), "left out: %s: %s\n", left.Event, left.Reason)
	}
	return &exitError{exitProblems, fmt.Errorf("%s left out, since %s cannot hold them", counted(r.Missing, "event"), format.name)}
}

func formatNames(formats []exportFormat) string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

func formatHelp(formats []exportFormat) string {
	var b strings.Builder
	for _, f := range formats {
		fmt.Fprintf(&b, "  %-17s %s\n", f.name, f.title)
	}
	return strings.TrimSuffix(b.String(), "\n")
}
