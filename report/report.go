package report

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"path/filepath"
	"strings"
	"time"

	"chancery/charts"
	"chancery/charts/echarts"
	"chancery/data/store"
	"chancery/data/tabular"
	"chancery/model"
	"chancery/model/edtf"
)

// eventLimit bounds the events that a report holds whole: more make a file that
// no browser opens well. The timeline and the charts count all of them.
const eventLimit = 200_000

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

	Title   string          // "" for the name of what is shown
	Finding string          // "" for a sentence made of the figures
	View    json.RawMessage // what opens the same view in Chancery, if anything
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
		Generated: r.Made, View: r.View,
	}
	if page.Events, err = r.events(ctx); err != nil {
		return 0, err
	}
	if page.CSV, err = table(page.Events); err != nil {
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

// events reads the events that the report holds whole.
func (r *Report) events(ctx context.Context) ([]model.Event, error) {
	events := make([]model.Event, 0, min(r.Lanes.Events, eventLimit))
	for e, err := range r.Archive.Events(ctx, r.Filter) {
		if err != nil {
			return nil, err
		}
		if events = append(events, e); len(events) == eventLimit {
			break
		}
	}
	return events, nil
}

// table returns the events as a CSV file.
func table(events []model.Event) ([]byte, error) {
	var extras tabular.Extras
	for i := range events {
		extras.Add(&events[i])
	}
	var file bytes.Buffer
	w, err := tabular.NewEventWriter(&file, extras, tabular.Guarded)
	if err != nil {
		return nil, err
	}
	for i := range events {
		if err := w.Write(&events[i]); err != nil {
			return nil, err
		}
	}
	err = w.Flush()
	return file.Bytes(), err
}
