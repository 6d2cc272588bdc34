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

const (
	// mostRead is how many events are read by their IDs, rather than by reading
	// all that the filter keeps.
	mostRead = 4000
	// mostOpened is how many events a page may hold so that a click on a datum
	// lists those that it counts: of each datum their numbers are in the page.
	mostOpened = 5000
)

// A ChartPage is what the page of one chart is made from.
type ChartPage struct {
	Archive *store.Archive
	Data    charts.Data // that the chart was built from
	Spec    charts.Spec
	Of      []charts.Subject // whom it is about
	Filter  model.Filter     // the kept rows of Data in words
	AsOf    edtf.Instant     // 0 for none
	Made    time.Time
}

// Write writes the chart as one HTML page that needs no network, with the events
// that it counts and their sources.
func (c *ChartPage) Write(ctx context.Context, w io.Writer) error {
	if c.Data.Index == nil {
		c.Data.Index = c.Data.Columns.IndexActors()
	}
	rows := c.Spec.Rows(c.Data)
	events, err := c.events(ctx, rows)
	if err != nil {
		return err
	}
	page := echarts.Page{
		Title: c.title(), Archive: filepath.Base(c.Archive.Path()), Specs: []charts.Spec{c.Spec}, Events: events, Total: len(rows),
		Filter: Describe(&c.Filter, c.Data.Columns.Collections), AsOf: c.AsOf, Generated: c.Made,
	}
	if len(c.Spec.Panels) == 0 {
		page.Finding = c.Spec.Alt
	}
	if page.CSV, err = data.EventTable(events); err != nil {
		return err
	}
	if page.Elsewhere, err = elsewhere(ctx, c.Archive, events); err != nil {
		return err
	}
	if len(rows) <= mostOpened && len(events) == len(rows) {
		page.Counted = c.counted
	}
	return echarts.WritePage(w, page)
}

// title is whom the chart is about.
func (c *ChartPage) title() string {
	if len(c.Of) == 0 {
		return charts.Subject{}.String()
	}
	names := make([]string, len(c.Of))
	for i, s := range c.Of {
		names[i] = s.String()
	}
	return strings.Join(names, ", ")
}

// counted returns the events that a query asks for.
func (c *ChartPage) counted(q charts.Query) []model.EventID {
	rows := q.Rows(c.Data)
	ids := make([]model.EventID, len(rows))
	for i, row := range rows {
		ids[i] = c.Data.Columns.ID[row]
	}
	return ids
}

// events reads the events of rows: all of them, or the first data.MostEnclosed.
func (c *ChartPage) events(ctx context.Context, rows []uint32) ([]model.Event, error) {
	columns := c.Data.Columns
	rows = rows[:min(len(rows), data.MostEnclosed)]
	events := make([]model.Event, 0, len(rows))
	if len(rows) <= mostRead {
		for _, row := range rows {
			e, err := c.Archive.Event(ctx, columns.ID[row])
			if err != nil {
				return nil, err
			}
			events = append(events, e)
		}
		return events, nil
	}
	wanted := make(map[model.EventID]bool, len(rows))
	for _, row := range rows {
		wanted[columns.ID[row]] = true
	}
	for e, err := range c.Archive.Events(ctx, c.Filter) {
		if err != nil {
			return nil, err
		}
		if !wanted[e.ID] {
			continue
		}
		if events = append(events, e); len(events) == len(rows) {
			break
		}
	}
	return events, nil
}
