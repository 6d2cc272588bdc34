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
	"chancery/data/exchange"
	"chancery/data/store"
	"chancery/model"
	"chancery/report"
)

// reportFlags are the flags of timeline export for reports. Lanes, as-of date and
// rolling up they share with pictures.
type reportFlags struct {
	charts, bin, pair, finding string
}

func addReport(cmd *cobra.Command) *reportFlags {
	f := &reportFlags{}
	flags := cmd.Flags()
	flags.StringVar(&f.charts, "charts", "", "charts of a report, separated by commas: keys that timeline chart list names, all or none (default what suits whom the filters name)")
	flags.StringVar(&f.bin, "bin", "", "bins of the charts of a report: day, week, month, quarter, year or decade (default what suits the time)")
	flags.StringVar(&f.pair, "pair", "", "only events in which both of two actors take part, separated by a comma; the charts of a report are then of the pair")
	flags.StringVar(&f.finding, "finding", "", "the sentence that a report begins with (default made of its figures)")
	return f
}

// options reads the flags of a report of the filter in o.
func (f *reportFlags) options(cmd *cobra.Command, p *pictureFlags, o *data.ExportOptions) (r report.Report, by *model.Grouping, err error) {
	r = report.Report{Title: o.Title, Finding: f.finding}
	switch f.charts {
	case "":
	case "none":
		r.Charts = []string{}
	case "all":
		for _, e := range charts.Catalogue() {
			if e.Needs&charts.NeedsPair == 0 || f.pair != "" {
				r.Charts = append(r.Charts, e.Key)
			}
		}
	default:
		for _, key := range strings.Split(f.charts, ",") {
			key = strings.TrimSpace(key)
			e, ok := charts.EntryNamed(key)
			if !ok {
				return r, nil, usage(cmd, fmt.Errorf("--charts: no chart is called %q; timeline chart list names them", key))
			}
			if e.Needs&charts.NeedsPair != 0 && f.pair == "" {
				return r, nil, usage(cmd, fmt.Errorf("--charts %s is of two actors: name them with --pair", key))
			}
			r.Charts = append(r.Charts, key)
		}
	}
	if r.Unit, err = binOf(f.bin); err != nil {
		return r, nil, usage(cmd, err)
	}
	if p.asOf != "" {
		if r.AsOf, err = readAsOf(p.asOf); err != nil {
			return r, nil, usage(cmd, err)
		}
	}
	if cmd.Flags().Changed("lanes") || p.rollUp {
		lanes, err := lanesOf(p.lanes)
		if err != nil {
			return r, nil, usage(cmd, err)
		}
		by = &lanes
	}
	return r, by, nil
}

// exportReport writes the kept events of an archive as one page that needs no
// network. A nil by stands for the lanes that suit them.
func exportReport(ctx context.Context, a *store.Archive, w io.Writer, o data.ExportOptions, r report.Report, by *model.Grouping, rollUp bool) (exchange.Result, error) {
	f := o.Filter
	columns, err := a.Columns(ctx)
	if err != nil {
		return exchange.Result{}, err
	}
	var found model.Bitmap
	if f.Text != "" {
		ids, err := a.Search(ctx, f.Text)
		if err != nil {
			return exchange.Result{}, err
		}
		found = columns.RowsOf(ids)
	}
	r.Archive, r.Columns, r.Kept, r.Filter, r.Made = a, columns, columns.Match(&f, found), f, time.Now()
	if by != nil {
		r.Lanes = columns.Lanes(*by, r.Kept, rollUp)
	}
	events, err := r.Write(ctx, w)
	return exchange.Result{Events: events}, err
}
