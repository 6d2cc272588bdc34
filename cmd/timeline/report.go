package main

import (
	"context"
	"io"
	"time"

	"chancery/data"
	"chancery/data/store"
	"chancery/model"
	"chancery/report"
)

// exportHTML writes the kept events of an archive as one page that needs no
// network.
func exportHTML(ctx context.Context, a *store.Archive, w io.Writer, o data.ExportOptions) (events int, err error) {
	f := o.Filter
	columns, err := a.Columns(ctx)
	if err != nil {
		return 0, err
	}
	var found model.Bitmap
	if f.Text != "" {
		ids, err := a.Search(ctx, f.Text)
		if err != nil {
			return 0, err
		}
		found = columns.RowsOf(ids)
	}
	r := report.Report{Archive: a, Columns: columns, Kept: columns.Match(&f, found), Filter: f, Title: o.Title, Made: time.Now()}
	return r.Write(ctx, w)
}
