package data

import (
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"chancery/data/exchange"
	"chancery/data/store"
	"chancery/data/tabular"
	"chancery/model"
)

// ExportOptions say what to export and how.
type ExportOptions struct {
	Filter model.Filter
	Title  string        // what the file is called inside; "" for the archive's name
	Cells  tabular.Cells // of CSV
	Ties   exchange.Ties // of networks
	Now    time.Time     // the time to put into files that ask for one; zero for the clock's
}

// A Format is a file format that events can be exported in.
type Format struct {
	Name      string // for flags
	Extension string // of files, with the dot
	Title     string // for people, in English
	Entries   string // what Result.Entries counts, "" when the format lists events
	write     func(ctx context.Context, a *store.Archive, w io.Writer, o *ExportOptions) (exchange.Result, error)
}

// Export writes the events that the options keep, in time order, and says what
// was written.
func (f Format) Export(ctx context.Context, a *store.Archive, w io.Writer, o ExportOptions) (exchange.Result, error) {
	return f.write(ctx, a, w, &o)
}

// Formats returns the formats in the order in which menus show them.
func Formats() []Format { return slices.Clone(formats[:]) }

var formats = [...]Format{
	{"csv", ".csv", "Events as CSV", "", func(ctx context.Context, a *store.Archive, w io.Writer, o *ExportOptions) (exchange.Result, error) {
		events, err := exportTable(ctx, a, w, o.Filter, o.Cells)
		return exchange.Result{Events: events}, err
	}},
	{"json", ".json", "Events as JSON", "", plain(exchange.WriteJSON)},
	{"jsonl", ".jsonl", "Events as JSON Lines", "", plain(exchange.WriteJSONLines)},
	{"timelinejs", ".json", "Slides for TimelineJS (JSON)", "", described(exchange.WriteTimelineJS)},
	{"timelinejs-sheet", ".csv", "Sheet for TimelineJS (CSV)", "", described(exchange.WriteTimelineJSSheet)},
	{"ics", ".ics", "Calendar (iCalendar)", "", described(exchange.WriteICalendar)},
	{"gexf", ".gexf", "Network for Gephi (GEXF)", "edge", tied(exchange.WriteGEXF)},
	{"graphml", ".graphml", "Network (GraphML)", "edge", tied(exchange.WriteGraphML)},
	{"bib", ".bib", "Sources as BibTeX", "source", described(exchange.WriteBibTeX)},
	{"csl", ".json", "Sources as CSL-JSON", "source", described(exchange.WriteCSL)},
}

type writer = func(ctx context.Context, a *store.Archive, w io.Writer, o *ExportOptions) (exchange.Result, error)

// plain is for formats that say nothing of the whole.
func plain(write func(io.Writer, exchange.Events) (exchange.Result, error)) writer {
	return func(ctx context.Context, a *store.Archive, w io.Writer, o *ExportOptions) (exchange.Result, error) {
		return write(w, a.Events(ctx, o.Filter))
	}
}

func described(write func(io.Writer, exchange.Events, exchange.About) (exchange.Result, error)) writer {
	return func(ctx context.Context, a *store.Archive, w io.Writer, o *ExportOptions) (exchange.Result, error) {
		return write(w, a.Events(ctx, o.Filter), o.about(a))
	}
}

func tied(write func(io.Writer, exchange.Events, exchange.Ties, exchange.About) (exchange.Result, error)) writer {
	return func(ctx context.Context, a *store.Archive, w io.Writer, o *ExportOptions) (exchange.Result, error) {
		about := o.about(a)
		var err error
		if about.Actors, err = a.Actors(ctx); err != nil {
			return exchange.Result{}, err
		}
		return write(w, a.Events(ctx, o.Filter), o.Ties, about)
	}
}

// about describes the export as a whole.
func (o *ExportOptions) about(a *store.Archive) exchange.About {
	about := exchange.About{Title: o.Title, Now: o.Now}
	if about.Title == "" {
		about.Title = strings.TrimSuffix(filepath.Base(a.Path()), store.Extension)
	}
	if about.Now.IsZero() {
		about.Now = time.Now()
	}
	return about
}
