package report

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"chancery/charts/echarts"
	"chancery/data"
	"chancery/model/edtf"
)

// ErrNoView says that a report does not hold what Chancery needs to show its view
// again, as one made by an early version or of a single chart.
var ErrNoView = errors.New("it holds no view to open")

// Reopen reads a report at a path and finds the view that it shows.
func Reopen(ctx context.Context, path string, o data.ReopenOptions) (*data.Reopened, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	r, err := reopen(ctx, path, o)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	return r, nil
}

func reopen(ctx context.Context, path string, o data.ReopenOptions) (*data.Reopened, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, errors.Unwrap(err) // which names the path too
	}
	defer file.Close()
	page, err := echarts.ReadPage(file)
	if err != nil {
		return nil, err
	}
	if page.View == nil {
		return nil, ErrNoView
	}
	var e data.Enclosure
	if err := json.Unmarshal(page.View, &e.Standpoint); err != nil {
		return nil, err
	}
	e.Tables = page.Beside
	if e.Tables == nil {
		e.Tables = map[string][]byte{}
	}
	if page.CSV != nil {
		e.Tables[data.EventsTable] = page.CSV
	}
	return data.Reopen(ctx, e, path, o)
}

// standpoint returns the JSON by which the report is opened again. table is that
// of its events.
func (r *Report) standpoint(ctx context.Context, table []byte) (json.RawMessage, error) {
	view := r.View
	view.Filter, view.Grouping, view.RollUp = r.Filter, r.Lanes.Grouping, r.Lanes.RollUp
	view.AsOf, view.AsOfChosen = r.AsOf, true // on another day too
	if view.From == 0 && view.To == 0 {
		view.From, view.To = r.From, r.To
	}
	if view.From == 0 && view.To == 0 {
		view.From, view.To = r.whole()
	}
	s, err := data.StandpointOf(ctx, r.Archive, view, r.Selected, r.Lanes.Events, table)
	if err != nil {
		return nil, err
	}
	return json.Marshal(&s)
}

// wholeAir is the share of the time that lies before and after everything.
const wholeAir = 0.02

// whole returns a stretch of time that holds all kept events; both are 0 when
// there are none.
func (r *Report) whole() (from, to edtf.Instant) {
	from, to, ok := r.Columns.Extent(r.Kept)
	if !ok {
		return 0, 0
	}
	air := edtf.Instant(float64(to-from)*wholeAir) + 86_400
	return from - air, to + air
}
