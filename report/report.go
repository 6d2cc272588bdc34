package report

import (
	"context"
	"io"
	"path/filepath"
	"strings"
	"time"

	"chancery/charts"
	"chancery/charts/echarts"
	"chancery/data"
	"chancery/data/store"
	"chancery/model"
	"chancery/model/edtf"
)

// A Report is what a report is made from. It is read on a goroutine of its own,
// so it holds values that do not change.
type Report struct {
	Archive *store.Archive
	Columns *model.Columns
	Kept    model.Bitmap // rows that the filter keeps, nil for all
	Filter  model.Filter // the same in words

	Lanes    *model.Lanes // of the kept rows; nil for what suits them
	AsOf     edtf.Instant // 0 for the day of Made
	From, To edtf.Instant // what the timeline first shows; both 0 for everything
	Made     time.Time

	Title   string // "" for the name of what is shown
	Finding string // "" for a sentence made of the figures

	// View is what Chancery shows when it opens the report: its filter, lanes and
	// as-of date are those above. Without From and To it is the stretch that the
	// report's timeline first shows.
	View     model.View
	Selected []model.EventID
}

// Write writes the report as one HTML page that needs no network, and returns
// how many events it is of.
func (r *Report) Write(ctx context.Context, w io.Writer) (events int, err error) {
	if err := r.complete(); err != nil {
		return 0, err
	}
	page := echarts.Page{
		Title: r.Title, Finding: r.Finding, Archive: filepath.Base(r.Archive.Path()),
		Total: r.Lanes.Events, Filter: Describe(&r.Filter, r.Columns.Collections), AsOf: r.AsOf,
		Generated: r.Made,
	}
	if page.Events, err = data.EnclosedEvents(ctx, r.Archive, r.Filter); err != nil {
		return 0, err
	}
	if page.CSV, err = data.EventTable(page.Events); err != nil {
		return 0, err
	}
	if page.Beside, err = data.TablesBeside(ctx, r.Archive, page.Events); err != nil {
		return 0, err
	}
	if page.View, err = r.standpoint(ctx, page.CSV); err != nil {
		return 0, err
	}
	lives, all, err := r.lives(ctx)
	if err != nil {
		return 0, err
	}
	page.From, page.To = r.period()
	page.Facts = facts(r, lives)
	if page.Finding == "" {
		page.Finding = finding(r, lives)
	}
	if page.Lives, page.Picture, err = r.pictures(ctx, lives, all); err != nil {
		return 0, err
	}
	page.Specs = charts.Overview(r.Columns, r.Kept)
	page.Specs[0] = charts.TimelineOf(r.Lanes)
	return r.Lanes.Events, echarts.WritePage(w, page)
}

// complete fills in what was left open.
func (r *Report) complete() error {
	if r.Lanes == nil {
		r.Lanes = r.Columns.Lanes(charts.GroupingFor(r.Columns, r.Kept), r.Kept, false)
	}
	if r.AsOf == 0 {
		year, month, day := r.Made.Date()
		r.AsOf = edtf.At(int64(year), int(month), day)
	}
	if r.Title == "" {
		r.Title = title(r)
	}
	return nil
}

// title names the report after what it shows: the one collection, or the
// archive.
func title(r *Report) string {
	if names := labels(r.Filter.Collections, r.Columns.Collections); len(names) == 1 {
		return names[0]
	}
	return strings.TrimSuffix(filepath.Base(r.Archive.Path()), store.Extension)
}
