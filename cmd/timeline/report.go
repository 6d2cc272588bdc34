package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"chancery/charts"
	"chancery/charts/echarts"
	"chancery/data/store"
	"chancery/model"
	"chancery/model/edtf"
)

// exportHTML writes the kept events of an archive as one page that needs no
// network.
func exportHTML(ctx context.Context, a *store.Archive, w io.Writer, f model.Filter) (events int, err error) {
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
	return writePage(ctx, w, report{archive: a, columns: columns, kept: columns.Match(&f, found), filter: f})
}

// A report is what a page is made from. It is read on a goroutine of its own,
// so it holds values that do not change.
type report struct {
	archive *store.Archive
	columns *model.Columns
	kept    model.Bitmap
	filter  model.Filter
	asOf    edtf.Instant
}

func writePage(ctx context.Context, w io.Writer, r report) (events int, err error) {
	events = r.columns.Len()
	if r.kept != nil {
		events = r.kept.Count()
	}
	page := echarts.Page{
		Title:     title(&r),
		Archive:   filepath.Base(r.archive.Path()),
		Facts:     charts.Facts(r.columns, r.kept),
		Specs:     charts.Overview(r.columns, r.kept),
		Events:    r.archive.Events(ctx, r.filter),
		Filter:    describe(&r.filter),
		AsOf:      r.asOf,
		Generated: time.Now(),
	}
	return events, echarts.WritePage(w, page)
}

// title names the page after what it shows: the one collection, or the archive.
func title(r *report) string {
	if len(r.filter.Collections) == 1 {
		for _, c := range r.columns.Collections {
			if c.Key == r.filter.Collections[0] {
				return c.Label()
			}
		}
	}
	return strings.TrimSuffix(filepath.Base(r.archive.Path()), store.Extension)
}

// describe puts a filter into words; the zero filter has none.
func describe(f *model.Filter) string {
	var parts []string
	add := func(noun string, values []string) {
		if len(values) > 0 {
			parts = append(parts, noun+" "+strings.Join(values, ", "))
		}
	}
	add("actor", f.Actors)
	var categories []string
	for _, key := range f.Categories {
		categories = append(categories, model.CategoryNamed(key).Name)
	}
	add("category", categories)
	add("collection", f.Collections)
	add("place", f.Places)
	add("confidence", f.Confidence)
	if f.Text != "" {
		parts = append(parts, fmt.Sprintf("words “%s”", f.Text))
	}
	if !f.Period.IsZero() {
		parts = append(parts, "time "+describePeriod(f.Period))
	}
	return strings.Join(parts, "; ")
}

func describePeriod(p model.Period) string {
	var words []string
	if p.From != edtf.Past {
		words = append(words, "from "+model.DayOf(p.From).Display())
	}
	if p.To != edtf.Future {
		words = append(words, "to "+model.DayOf(p.To-1).Display())
	}
	return strings.Join(words, " ")
}
