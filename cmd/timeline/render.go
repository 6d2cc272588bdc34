package main

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"chancery/app"
	"chancery/charts"
	"chancery/data"
	"chancery/model"
)

// renderFlags are the flags of timeline render that need reading.
type renderFlags struct {
	view, size, theme, lanes, out  string
	actor, with                    string
	saved, trace                   string
	asOf                           string
	query                          string
	selected                       []string
	imports                        []string
	rows                           bool
	scale, text                    float64
	rollUp, compact, withoutDetail bool
}

func newRender() *cobra.Command {
	var f renderFlags
	cmd := &cobra.Command{
		Use:   "render [REPORT.html]",
		Short: "Paint the window's content to a PNG, without a display",
		Long: `Render paints what the window would show, by the same code, into a PNG file. It
needs no display. --from and --to choose the stretch of time to show; the other
filters choose the events.

With a report it paints the view that the report shows, and says on standard
error when the report's archive is not there or has changed.`,
		Example: `  timeline render --out timeline.png
  timeline render --size 1440x900 --theme dark --lanes category --from 2019-05-24 --to 2019-12-09 --out autumn.png
  timeline render --select jk-gsomia-note --as-of 2019-11-17 --out notice.png
  timeline render --saved-view "Six days before GSOMIA expires" --out pact.png
  timeline render report.html --out again.png`,
		Args: args(cobra.MaximumNArgs(1)),
	}
	archive, asJSON, kept := archiveFlag(cmd), jsonFlag(cmd), addFilter(cmd)
	flags := cmd.Flags()
	flags.StringVar(&f.view, "view", "timeline", "timeline, actors or table")
	flags.StringVar(&f.actor, "of", "", "with --view actors: whose charts are shown; else those of the busiest actor")
	flags.StringVar(&f.with, "and", "", "with --of: the other actor of a pair")
	flags.StringVar(&f.saved, "saved-view", "", "a view saved in the archive: its filters, lanes, stretch of time and as-of date")
	flags.StringVar(&f.size, "size", "1440x900", "width and height in dp")
	flags.StringVar(&f.theme, "theme", "light", "light or dark")
	flags.StringVar(&f.lanes, "lanes", "collection", "what lanes are: collection, actor, category, pair, place or none")
	flags.StringVar(&f.out, "out", "", "PNG file to write; - for standard output")
	flags.StringVar(&f.asOf, "as-of", "", "the as-of date (default today)")
	flags.StringVar(&f.query, "search", "", "words to search for and mark")
	flags.StringArrayVar(&f.selected, "select", nil, "id of an event to select; may be repeated")
	flags.StringVar(&f.trace, "trace", "", "light up the links of the selected event: back to what led to it, or forward to what came of it")
	flags.StringArrayVar(&f.imports, "import", nil, "a file on which the import window is open; may be repeated")
	flags.BoolVar(&f.rows, "import-rows", false, "with --import: the page of the rows instead of the columns")
	flags.Float64Var(&f.scale, "scale", 1, "pixels per dp")
	flags.Float64Var(&f.text, "text", 100, "size of text in per cent, 90 to 150")
	flags.BoolVar(&f.rollUp, "roll-up", false, "let actors stand for the bodies and people under them in lanes")
	flags.BoolVar(&f.compact, "compact", false, "rows of 22 dp instead of 25")
	flags.BoolVar(&f.withoutDetail, "no-details", false, "keep the details panel closed")
	cmd.RunE = func(cmd *cobra.Command, args []string) (err error) {
		o, err := f.options(cmd, kept, len(args) > 0)
		if err != nil {
			return err
		}
		if len(args) > 0 {
			if o.Reopened, err = reopen(cmd, args[0], *archive); err != nil {
				return err
			}
			defer func() { err = errors.Join(err, o.Reopened.Discard()) }()
			o.Archive, o.Filter.Text = o.Reopened.Archive, o.Reopened.View.Filter.Text
		} else if o.Archive, err = archivePath(cmd.Context(), *archive); err != nil {
			return err
		}
		if o.Filter.Text != "" || o.SavedView != "" {
			if err := bringIndexOf(cmd, o.Archive); err != nil {
				return err
			}
		}
		picture, err := app.Render(cmd.Context(), o)
		if err != nil {
			return err
		}
		size, err := writePNG(cmd, f.out, picture)
		if err != nil || f.out == "-" {
			return err
		}
		b := picture.Bounds()
		if *asJSON {
			return printJSON(cmd, map[string]any{"file": f.out, "width": b.Dx(), "height": b.Dy(), "bytes": size})
		}
		fmt.Fprintf(cmd.OutOrStdout(), "%s: %d × %d pixels\n", f.out, b.Dx(), b.Dy())
		return nil
	}
	return cmd
}

func writePNG(cmd *cobra.Command, path string, picture image.Image) (size int64, err error) {
	write := func(_ context.Context, w io.Writer) error { return png.Encode(w, picture) }
	if path == "-" {
		return 0, write(cmd.Context(), cmd.OutOrStdout())
	}
	return data.WriteFile(cmd.Context(), path, write)
}

// ofSavedView are the flags that a saved view speaks for, and a report.
var ofSavedView = []string{"from", "to", "actor", "category", "collection", "q", "lanes", "roll-up", "as-of"}

// options reads the flags. From and to move the view and filter nothing: what
// lies outside is told by the marks at the lanes' borders.
func (f *renderFlags) options(cmd *cobra.Command, kept *filterFlags, ofReport bool) (app.RenderOptions, error) {
	o := app.RenderOptions{
		Scale: float32(f.scale), TextScale: float32(f.text / 100), Query: f.query,
		Selected: f.selected, RollUp: f.rollUp, Compact: f.compact, Hidden: f.withoutDetail, SavedView: f.saved,
		Import: f.imports, ImportRows: f.rows,
	}
	for _, name := range ofSavedView {
		if f.saved != "" && cmd.Flags().Changed(name) {
			return o, usage(cmd, fmt.Errorf("--saved-view says what --%s would say: give one of them", name))
		}
	}
	for _, name := range append([]string{"saved-view", "select"}, ofSavedView...) {
		if ofReport && cmd.Flags().Changed(name) {
			return o, usage(cmd, fmt.Errorf("the report says what --%s would say", name))
		}
	}
	filter, err := kept.filter(cmd)
	if err != nil {
		return o, err
	}
	if !filter.Period.IsZero() {
		if kept.from == "" || kept.to == "" {
			return o, usage(cmd, fmt.Errorf("--from and --to go together: they are the ends of the picture"))
		}
		o.From, o.To = filter.Period.From, filter.Period.To
		filter.Period = model.Period{}
	}
	o.Filter = filter
	switch f.view {
	case "timeline":
	case "actors":
		o.Actors = true
		o.Subject = charts.Subject{Actor: f.actor, With: f.with}
	case "table":
		o.Table = true
	default:
		return o, usage(cmd, fmt.Errorf("--view %q is not timeline, actors or table", f.view))
	}
	switch f.trace {
	case "":
	case "back":
		o.Trace = app.TraceBack
	case "forward":
		o.Trace = app.TraceForward
	default:
		return o, usage(cmd, fmt.Errorf("--trace %q is not back or forward", f.trace))
	}
	if o.Trace != app.NoTrace && len(f.selected) != 1 {
		return o, usage(cmd, fmt.Errorf("--trace goes with one --select"))
	}
	switch app.Look(f.theme) {
	case app.LookLight, app.LookDark:
		o.Look = app.Look(f.theme)
	default:
		return o, usage(cmd, fmt.Errorf("--theme %q is not light or dark", f.theme))
	}
	if o.Lanes, err = lanesOf(f.lanes); err != nil {
		return o, usage(cmd, err)
	}
	if o.Width, o.Height, err = parseSize(f.size); err != nil {
		return o, usage(cmd, err)
	}
	if !(f.scale >= 0.5 && f.scale <= 4) || !(f.text >= 90 && f.text <= 150) {
		return o, usage(cmd, fmt.Errorf("--scale lies between 0.5 and 4, --text between 90 and 150"))
	}
	if f.out == "" {
		return o, usage(cmd, fmt.Errorf("--out names no file"))
	}
	if f.asOf != "" {
		d, err := readDate(f.asOf)
		if err != nil {
			return o, usage(cmd, fmt.Errorf("--as-of: %w", err))
		}
		o.AsOf = d.Bounds().EarliestStart
	}
	return o, nil
}

// parseSize reads a size such as 1440x900.
func parseSize(text string) (width, height int, err error) {
	w, h, ok := strings.Cut(text, "x")
	width, werr := strconv.Atoi(w)
	height, herr := strconv.Atoi(h)
	if !ok || werr != nil || herr != nil || width < 1 || height < 1 || width > 16000 || height > 16000 {
		return 0, 0, fmt.Errorf("--size %q is not a width and a height such as 1440x900", text)
	}
	return width, height, nil
}
