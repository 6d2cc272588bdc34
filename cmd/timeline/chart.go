package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"chancery/charts"
	"chancery/data"
	"chancery/data/store"
	"chancery/model"
	"chancery/report"
)

// chartFlags are the flags of timeline chart that are not filters.
type chartFlags struct {
	format, out, pair, bin, asOf, theme  string
	scale, shade                         string
	compare                              []string
	rollUp, normalised, separate, byRole bool
	pixels                               float64
	width                                int
}

func newChart() *cobra.Command {
	var f chartFlags
	cmd := &cobra.Command{
		Use:   "chart KIND",
		Short: "Write one chart as a page, a picture or its numbers",
		Long: `Chart writes one chart of the events that the filters keep: as a page that opens
without a network, as a drawing, as an image, or as its numbers. The first
--actor is whom the chart is about; --pair names two.

Kinds:
` + chartHelp(),
		Example: `  timeline chart conflict --pair "Japan,South Korea" --bin month --from 2018 --to 2023 --format html --out scores.html
  timeline chart counterparts --actor Japan --format svg --out japan.svg
  timeline chart network --format png --out network.png`,
		Args: args(cobra.ExactArgs(1)),
	}
	archive, asJSON, kept := archiveFlag(cmd), jsonFlag(cmd), addFilter(cmd)
	flags := cmd.Flags()
	flags.StringVar(&f.format, "format", "html", "html, svg, png, pdf, csv or json")
	flags.StringVar(&f.out, "out", "", "file to write; - for standard output")
	flags.StringVar(&f.pair, "pair", "", "two actors, separated by a comma")
	flags.StringArrayVar(&f.compare, "compare", nil, "another actor, or pair as for --pair, to stand beside; may be repeated")
	flags.StringVar(&f.scale, "scale", "", "scores by goldstein, plover or a CSV file with the columns code and score (default as recorded)")
	flags.StringVar(&f.shade, "shade", "events", "what colours of a matrix or network tell: events or score")
	flags.StringVar(&f.bin, "bin", "", "day, week, month, quarter, year or decade (default what suits the time)")
	flags.StringVar(&f.asOf, "as-of", "", "leave out events that begin after this date")
	flags.StringVar(&f.theme, "theme", "light", "light or dark, for pictures")
	flags.BoolVar(&f.rollUp, "roll-up", true, "let actors stand for the bodies and people under them")
	flags.BoolVar(&f.normalised, "normalised", false, "shares instead of numbers")
	flags.BoolVar(&f.separate, "separate", false, "cooperation and conflict apart, in a chart of scores")
	flags.BoolVar(&f.byRole, "by-role", false, "a panel for each role")
	flags.Float64Var(&f.pixels, "pixels", 2, "pixels per dp of an image")
	flags.IntVar(&f.width, "width", 960, "width of a picture in dp")
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if args[0] == "list" {
			_, err := fmt.Fprintln(cmd.OutOrStdout(), chartHelp())
			return err
		}
		o, filter, err := f.options(cmd, args[0], kept)
		if err != nil {
			return err
		}
		var size int64
		err = withArchive(cmd.Context(), *archive, func(a *store.Archive) error {
			p := report.ChartPage{Archive: a, Of: append([]charts.Subject{o.Subject}, o.Compare...), Filter: filter, AsOf: o.AsOf, Made: time.Now()}
			if p.Data, err = f.data(cmd.Context(), a, filter); err != nil {
				return err
			}
			if p.Spec, err = charts.Build(cmd.Context(), args[0], p.Data, o); err != nil {
				return err
			}
			write := func(ctx context.Context, w io.Writer) error { return f.write(ctx, w, &p) }
			if f.out == "-" {
				return write(cmd.Context(), cmd.OutOrStdout())
			}
			size, err = data.WriteFile(cmd.Context(), f.out, write)
			return err
		})
		switch {
		case err != nil || f.out == "-":
			return err
		case *asJSON:
			return printJSON(cmd, map[string]any{"file": f.out, "format": f.format, "chart": args[0], "bytes": size})
		}
		_, err = fmt.Fprintf(cmd.OutOrStdout(), "%s: %s\n", f.out, args[0])
		return err
	}
	return cmd
}

// chartHelp lists the charts.
func chartHelp() string {
	var b strings.Builder
	for _, e := range charts.Catalogue() {
		fmt.Fprintf(&b, "  %-13s %s\n", e.Key, e.About)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// options reads the flags. The period counts events by when they begin, as the
// charts do.
func (f *chartFlags) options(cmd *cobra.Command, key string, kept *filterFlags) (o charts.Options, filter model.Filter, err error) {
	if _, ok := charts.EntryNamed(key); !ok {
		return o, filter, usage(cmd, fmt.Errorf("no chart is called %q; timeline chart list names them", key))
	}
	switch f.format {
	case "html", "svg", "png", "pdf", "csv", "json":
	default:
		return o, filter, usage(cmd, fmt.Errorf("--format %q is not html, svg, png, pdf, csv or json", f.format))
	}
	switch {
	case f.out == "":
		return o, filter, usage(cmd, fmt.Errorf("--out names no file"))
	case f.theme != "light" && f.theme != "dark":
		return o, filter, usage(cmd, fmt.Errorf("--theme %q is not light or dark", f.theme))
	case f.shade != "events" && f.shade != "score":
		return o, filter, usage(cmd, fmt.Errorf("--shade %q is not events or score", f.shade))
	case f.width < 320 || f.width > 10_000 || !(f.pixels >= 0.5 && f.pixels <= 8):
		return o, filter, usage(cmd, fmt.Errorf("--width lies between 320 and 10000, --pixels between 0.5 and 8"))
	}
	if filter, err = kept.filter(cmd); err != nil {
		return o, filter, err
	}
	o = charts.Options{RollUp: f.rollUp, Normalised: f.normalised, Separate: f.separate, ByRole: f.byRole}
	o.From, o.To = filter.Period.From, filter.Period.To
	filter.Period = model.Period{}
	if len(filter.Actors) > 0 {
		o.Subject.Actor = filter.Actors[0]
	}
	if f.pair != "" {
		a, b, err := pairOf(f.pair)
		if err != nil {
			return o, filter, usage(cmd, err)
		}
		o.Subject = charts.Subject{Actor: a, With: b}
	}
	if f.shade == "score" {
		o.Shade = charts.ByScore
	}
	for _, name := range f.compare {
		s := charts.Subject{Actor: name}
		if strings.Contains(name, ",") {
			if s.Actor, s.With, err = pairOf(name); err != nil {
				return o, filter, usage(cmd, err)
			}
		}
		o.Compare = append(o.Compare, s)
	}
	if len(o.Compare) > 0 {
		if o.Subject.Actor == "" {
			return o, filter, usage(cmd, fmt.Errorf("--compare needs an --actor or a --pair to compare with"))
		}
		filter.Actors = nil // whose charts stand beside each other are not all of one actor
	}
	if o.Unit, err = binOf(f.bin); err != nil {
		return o, filter, usage(cmd, err)
	}
	if f.asOf != "" {
		if o.AsOf, err = readAsOf(f.asOf); err != nil {
			return o, filter, usage(cmd, err)
		}
	}
	return o, filter, nil
}
