package data

import (
	"context"
	"errors"
	"io"
	"slices"

	"chancery/data/store"
	"chancery/data/tabular"
	"chancery/model"
)

// mentionsProfile is that of tables whose rows are no events, but say where
// events are told of.
const mentionsProfile = "gdelt-mentions"

// mentions are sources to be added to events, which may be in the same import or
// in the archive. The events of the import are cited while they are read, on
// another goroutine than the rest, but never at the same time.
type mentions struct {
	of map[string]*mentioned
}

// A mentioned is an event that rows of mentions name.
type mentioned struct {
	citations []model.Citation
	rows      []tabular.Row
	file      reading
	report    int  // of the file, in Report.Files
	cited     bool // the event was in this import
}

func (r *reading) isMentions() bool { return r.found != nil && r.found.Profile == mentionsProfile }

// rank puts mentions before the events that they name.
func (r *reading) rank() int {
	if r.isMentions() {
		return 0
	}
	return 1
}

// collect reads a table of mentions. What becomes of its rows is known at the
// end.
func (imp *importer) collect(ctx context.Context, r reading, report *FileReport) error {
	feed, err := imp.feed(ctx, r)
	if err != nil {
		return explain(ctx, err, r.input.Name, 0)
	}
	defer feed.Close()
	if imp.of == nil {
		imp.of = map[string]*mentioned{}
	}
	for {
		rows, err := feed.Next(ctx)
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return explain(ctx, err, r.input.Name, 0)
		}
		for i := range rows {
			row := &rows[i]
			report.Read++
			if row.Problem != nil {
				report.LeftOut++
				if err := imp.problem(r, row); err != nil {
					return err
				}
				continue
			}
			for k := range row.Events {
				imp.mention(r, row, &row.Events[k])
			}
		}
	}
}

func (imp *importer) mention(r reading, row *tabular.Row, e *model.Event) {
	m := imp.of[e.Key]
	if m == nil {
		m = &mentioned{file: r, report: len(imp.report.Files)}
		imp.of[e.Key] = m
	}
	m.citations = append(m.citations, e.Citations...)
	m.rows = append(m.rows, tabular.Row{Number: row.Number})
}

// cite adds to events the sources that mention them.
func (imp *importer) cite(events []model.Event) {
	if len(imp.of) == 0 {
		return
	}
	for i := range events {
		if m := imp.of[events[i].Key]; m != nil {
			m.addTo(&events[i])
			m.cited = true
		}
	}
}

func (m *mentioned) addTo(e *model.Event) (added bool) {
	all := slices.Clone(e.Citations)
	for _, c := range m.citations {
		if !slices.ContainsFunc(all, func(have model.Citation) bool { return have.Source == c.Source }) {
			all = append(all, c)
		}
	}
	added = len(all) > len(e.Citations)
	e.Citations = all
	return added
}

// citeStored adds the mentions that are left to events of the archive. Rows of
// which the event is nowhere are problems.
func (imp *importer) citeStored(ctx context.Context, a *store.Archive) error {
	keys := make([]string, 0, len(imp.of))
	for key := range imp.of {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		m := imp.of[key]
		report := &imp.report.Files[m.report]
		if !m.cited {
			e, err := a.EventByKey(ctx, key)
			switch {
			case errors.Is(err, store.ErrNoEvent):
				report.LeftOut += len(m.rows)
				for i := range m.rows {
					m.rows[i].Problem = &tabular.CellError{Reason: "the event that is mentioned is neither in the archive nor in this import"}
					if err := imp.problem(m.file, &m.rows[i]); err != nil {
						return err
					}
				}
				continue
			case err != nil:
				return err
			}
			if m.addTo(&e) {
				outcome, err := imp.to.PutEvent(ctx, &e)
				if err != nil {
					return err
				}
				report.count(outcome)
			}
		}
		report.Imported += len(m.rows)
	}
	return nil
}
