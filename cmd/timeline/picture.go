package main

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"chancery/app"
	"chancery/data"
	"chancery/data/exchange"
	"chancery/model/edtf"
	"chancery/report"
)

// pictureFlags are the flags of timeline export for pictures of the timeline.
type pictureFlags struct {
	lanes, theme, asOf, scale string
	width, height             int
	text, pixels              float64
	rollUp, compact           bool
}

func addPicture(cmd *cobra.Command) *pictureFlags {
	f := &pictureFlags{}
	flags := cmd.Flags()
	flags.StringVar(&f.lanes, "lanes", "collection", "what the lanes of a picture or report are: collection, actor, category, pair, place or none")
	flags.StringVar(&f.theme, "theme", "light", "light or dark, of a picture")
	flags.StringVar(&f.asOf, "as-of", "", "the as-of date of a picture or report (default today)")
	flags.StringVar(&f.scale, "scale", "", "scale of a picture, in dp for a day, week, month, year or decade: 60/month (default: all of it in --width)")
	flags.IntVar(&f.width, "width", 1440, "width of a picture in dp, of which 96 make an inch")
	flags.IntVar(&f.height, "height", 0, "height of its lanes in dp (default as high as all lanes)")
	flags.Float64Var(&f.text, "text", 100, "size of the text of a picture in per cent, 90 to 150")
	flags.Float64Var(&f.pixels, "pixels", 2, "pixels for a dp, of PNG")
	flags.BoolVar(&f.rollUp, "roll-up", false, "let actors stand for the bodies and people under them in the lanes of a picture or report")
	flags.BoolVar(&f.compact, "compact", false, "rows of 22 dp instead of 25 in a picture")
	return f
}

// pictureFormats are the kinds of pictures of the timeline, by extension.
var pictureFormats = []struct{ name, title string }{
	{"svg", "The timeline as a drawing whose text is text"},
	{"pdf", "The timeline as a page whose text can be searched"},
	{"png", "The timeline as an image"},
}

// draw writes a picture of the timeline of the archive at a path.
func (f *pictureFlags) draw(ctx context.Context, format string, r app.RenderOptions, p app.Picture, w io.Writer) (exchange.Result, error) {
	drawn, faces, err := app.Draw(ctx, r, p)
	if err != nil {
		return exchange.Result{}, err
	}
	err = app.WriteFigure(w, "."+format, drawn.Figure, faces, p.Title, r.Look == app.LookDark, float32(f.pixels))
	return exchange.Result{Events: drawn.Events}, err
}

// options reads the flags. The period of the filter is what the picture shows.
func (f *pictureFlags) options(cmd *cobra.Command, o *data.ExportOptions) (r app.RenderOptions, p app.Picture, err error) {
	r = app.RenderOptions{
		TextScale: float32(f.text / 100), Filter: o.Filter, RollUp: f.rollUp, Compact: f.compact, Look: app.Look(f.theme),
		From: o.Filter.Period.From, To: o.Filter.Period.To,
	}
	p = app.Picture{Title: o.Title, Note: report.Describe(&o.Filter, nil), Width: float32(f.width), Height: float32(f.height)}
	switch r.Lanes, err = lanesOf(f.lanes); {
	case err != nil:
	case r.Look != app.LookLight && r.Look != app.LookDark:
		err = fmt.Errorf("--theme %q is not light or dark", f.theme)
	case f.width < 400 || f.width > 100_000 || f.height < 0 || f.height > 100_000:
		err = fmt.Errorf("--width lies between 400 and 100000, --height between 0 and 100000")
	case !(f.text >= 90 && f.text <= 150) || !(f.pixels >= 0.5 && f.pixels <= 8):
		err = fmt.Errorf("--text lies between 90 and 150, --pixels between 0.5 and 8")
	case f.scale != "":
		p.SecondsPerDP, err = parseScale(f.scale)
	}
	if err == nil && f.asOf != "" {
		r.AsOf, err = readAsOf(f.asOf)
	}
	if err != nil {
		return r, p, usage(cmd, err)
	}
	return r, p, nil
}

// readAsOf reads the as-of date of a flag.
func readAsOf(text string) (edtf.Instant, error) {
	b, err := readBounds("as-of", text)
	return b.EarliestStart, err
}

// scaleUnits are the seconds of the units of scales, in the mean.
var scaleUnits = map[string]float64{
	"hour": 3600, "day": 86_400, "week": 7 * 86_400, "month": 365.2425 / 12 * 86_400, "year": 365.2425 * 86_400,
	"decade": 3652.425 * 86_400, "century": 36524.25 * 86_400,
}

// parseScale reads a scale such as 60/month, and returns the seconds of a dp.
func parseScale(text string) (float64, error) {
	number, unit, _ := strings.Cut(text, "/")
	dp, err := strconv.ParseFloat(number, 64)
	seconds, ok := scaleUnits[unit]
	if err != nil || !ok || !(dp > 0 && dp <= 10_000) {
		return 0, fmt.Errorf("--scale %q is not dp for an hour, day, week, month, year, decade or century, such as 60/month", text)
	}
	return seconds / dp, nil
}
