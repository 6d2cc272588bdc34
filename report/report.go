package report

import (
	"context"
	"errors"
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

// mostTitled is of how many events the links are followed to others: more are not
// all listed.
const mostTitled = 2000

// A Report is what a report is made from. It is read on a goroutine of its own,
// so it holds values that do not change.
type Report struct {
	Archive *store.Archive
	Columns *model.Columns
	Kept    model.Bitmap // rows that the filter keeps, nil for all
	Filter  model.Filter // the same in words

	Lanes    *model.Lanes // of the kept rows; nil for what suits them
	AsOf     edtf.Instant // 0 for the day of Made
	From, To edtf.Instant // what the timeline first shows; both 0 for where nearly all events lie
	Made     time.Time

	Title   string // "" for the name of what is shown
	Finding string // "" for a sentence made of the figures

	Charts []string    // keys of the catalogue; nil for those that suit whom the filter names
	Unit   charts.Unit // of the bins of charts; the zero Unit for what suits the time

	// View is what Chancery shows when it opens the report: its filter, lanes and
	// as-of date are those above. Without From and To it is the stretch that the
	// report's timeline first shows.
	View     model.View
	Selected []model.EventID

	asked bool // AsOf was given
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
	if page.Elsewhere, err = elsewhere(ctx, r.Archive, page.Events); err != nil {
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
	page.From, page.To = r.From, r.To
	page.Facts = facts(r, lives)
	if page.Finding == "" {
		page.Finding = finding(r, lives)
	}
	if page.Lives, page.Picture, err = r.pictures(ctx, lives, all); err != nil {
		return 0, err
	}
	if page.Specs, err = r.specs(ctx); err != nil {
		return 0, err
	}
	return r.Lanes.Events, echarts.WritePage(w, page)
}

// complete fills in what was left open.
func (r *Report) complete() error {
	if r.Lanes == nil {
		r.Lanes = r.Columns.Lanes(charts.GroupingFor(r.Columns, r.Kept), r.Kept, false)
	}
	r.asked = r.AsOf != 0
	if !r.asked {
		year, month, day := r.Made.Date()
		r.AsOf = edtf.At(int64(year), int(month), day)
	}
	if r.From == 0 && r.To == 0 {
		r.From, r.To = r.period()
	}
	if r.Title == "" {
		r.Title = title(r)
	}
	return nil
}

// title names the report after what it shows: the one collection, whom its filter
// names, or the archive; and the time, when that is filtered.
func title(r *Report) string {
	name := subjectTitle(r)
	if p := r.Filter.Period; p.From.Finite() && p.To.Finite() && !p.IsZero() {
		name += ", " + charts.Period(p.From, p.To)
	}
	return name
}

func subjectTitle(r *Report) string {
	if names := labels(r.Filter.Collections, r.Columns.Collections); len(names) == 1 {
		return names[0]
	}
	if s := r.subject(); s.Actor != "" {
		return s.String()
	}
	return strings.TrimSuffix(filepath.Base(r.Archive.Path()), store.Extension)
}

// elsewhere returns the titles of events that others are linked to and that are
// not among them, by their keys. What is not in the archive has none.
func elsewhere(ctx context.Context, a *store.Archive, events []model.Event) (map[string]string, error) {
	if len(events) > mostTitled {
		return nil, nil
	}
	here := make(map[string]bool, len(events))
	for i := range events {
		here[events[i].Key] = true
	}
	titles := map[string]string{}
	for i := range events {
		for _, l := range events[i].Links {
			if here[l.To] {
				continue
			}
			here[l.To] = true
			e, err := a.EventByKey(ctx, l.To)
			switch {
			case errors.Is(err, store.ErrNoEvent):
			case err != nil:
				return nil, err
			default:
				titles[l.To] = e.Title
			}
		}
	}
	return titles, nil
}
