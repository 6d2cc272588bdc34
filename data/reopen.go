package data

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"chancery/data/store"
	"chancery/model"
)

// A Reopened is the view that a report shows, found again.
type Reopened struct {
	Report  string // path of the report
	Archive string // path of the archive to open

	// Own says that the archive is made of what the report holds, since its own
	// was not found or not wanted. It is to be read only; it lies in a temporary
	// folder, which Discard removes.
	Own bool

	View     model.View // its pins by the ids of Archive
	Selected []model.EventID
	Was      string      // the archive that the report was made from, where it was then
	Events   int         // that the view kept when the report was made
	Held     int         // events that the report holds, the first of these
	Changes  Differences // between what the report holds and the archive
	Why      error       // why Was was not opened, when it is there; nil otherwise
}

// Differences count events that an archive has otherwise than a report of it.
type Differences struct{ Changed, Gone, New int }

// None reports whether there is no difference.
func (d Differences) None() bool { return d == Differences{} }

// ReopenOptions say where to look for the archive of a report.
type ReopenOptions struct {
	Archive string // here and nowhere else; "" for where it was, then beside the report
	Own     bool   // look nowhere and open what the report holds
}

// ErrNoEvents says that a report holds no events of its own to open.
var ErrNoEvents = errors.New("the report holds no events")

// Reopen finds the archive of a report: where it was, else beside the report; of
// two that are there, the one that is as it was. When there is none, the report's
// own tables become an archive, so that nothing is lost that it shows.
func Reopen(ctx context.Context, e Enclosure, report string, o ReopenOptions) (*Reopened, error) {
	table, ok := e.Tables[EventsTable]
	if ok && hashOf(table) != e.Standpoint.Hash {
		return nil, errors.New("the report is damaged: its table of events is not the one that it was made with")
	}
	places := []string{e.Standpoint.Archive, filepath.Join(filepath.Dir(report), filepath.Base(e.Standpoint.Archive))}
	switch {
	case o.Archive != "":
		places = []string{o.Archive}
	case o.Own:
		places = nil
	}
	var found *Reopened
	var why error
	for _, path := range places {
		r, err := reopenAt(ctx, &e, path)
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case errors.Is(err, store.ErrNotExist):
			continue
		case err != nil:
			why = errors.Join(why, err)
			continue
		case found == nil || r.Changes.None():
			found = r
		}
		if found.Changes.None() {
			break
		}
	}
	switch {
	case found != nil:
	case o.Archive != "":
		if why == nil {
			why = fmt.Errorf("there is no archive at %s", o.Archive)
		}
		return nil, why
	default:
		var err error
		if found, err = reopenOwn(ctx, &e, report); err != nil {
			return nil, err
		}
		found.Why = why
	}
	found.Report, found.Was, found.Events = report, e.Standpoint.Archive, e.Standpoint.Events
	return found, nil
}

// reopenAt finds the view in the archive at a path and compares its events with
// the report's.
func reopenAt(ctx context.Context, e *Enclosure, path string) (r *Reopened, err error) {
	if path == "" {
		return nil, store.ErrNotExist
	}
	a, err := store.Open(ctx, path)
	if errors.Is(err, store.ErrReadOnly) {
		a, err = store.OpenReadOnly(ctx, path)
	}
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	s := &e.Standpoint
	if s.View.Filter.Text != "" {
		if err := a.Index(ctx, 0, func(int64, int64) {}); err != nil {
			return nil, err
		}
	}
	events, err := EnclosedEvents(ctx, a, s.View.Filter)
	if err != nil {
		return nil, err
	}
	now, err := EventTable(events)
	if err != nil {
		return nil, err
	}
	r = &Reopened{Archive: a.Path(), Held: len(events)}
	if hashOf(now) != s.Hash {
		if r.Changes, r.Held, err = compareTables(e.Tables[EventsTable], now); err != nil {
			return nil, err
		}
	}
	return r, r.look(ctx, a, s)
}

// look takes the view over, its pins and selection as the archive numbers them.
func (r *Reopened) look(ctx context.Context, a *store.Archive, s *Standpoint) (err error) {
	r.View = s.View
	if r.View.Pinned, err = idsOf(ctx, a, s.Pinned); err != nil {
		return err
	}
	r.Selected, err = idsOf(ctx, a, s.Selected)
	return err
}

// reopenOwn makes an archive of what the report holds, named after it.
func reopenOwn(ctx context.Context, e *Enclosure, report string) (r *Reopened, err error) {
	if _, ok := e.Tables[EventsTable]; !ok {
		return nil, fmt.Errorf("%w, and its archive %s is not there", ErrNoEvents, e.Standpoint.Archive)
	}
	folder, err := os.MkdirTemp("", "chancery-report-*")
	if err != nil {
		return nil, err
	}
	r = &Reopened{Own: true}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.RemoveAll(folder))
		}
	}()
	name := strings.TrimSuffix(filepath.Base(report), filepath.Ext(report))
	a, err := store.Create(ctx, filepath.Join(folder, name+store.Extension))
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	r.Archive = a.Path()
	var inputs []Input
	for name, text := range e.Tables {
		inputs = append(inputs, Input{
			Name: name, Size: int64(len(text)),
			Open: func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(text)), nil },
		})
	}
	imported, err := ImportInputs(ctx, a, inputs, ImportOptions{})
	if err != nil {
		return nil, err
	}
	if len(imported.Problems) > 0 {
		p := imported.Problems[0]
		return nil, fmt.Errorf("%s row %d: %s %q: %s", p.File, p.Row, p.Column, p.Value, p.Message)
	}
	columns, err := a.Columns(ctx)
	if err != nil {
		return nil, err
	}
	r.Held = columns.Events()
	return r, r.look(ctx, a, &e.Standpoint)
}

// Discard removes an archive that was made of a report. Nobody may have it open.
func (r *Reopened) Discard() error {
	if r == nil || !r.Own {
		return nil
	}
	return os.RemoveAll(filepath.Dir(r.Archive))
}

// ReportExtensions are those of the names of reports.
var ReportExtensions = []string{".html", ".htm"}

// IsReport reports whether a path is named as reports are.
func IsReport(path string) bool {
	return slices.Contains(ReportExtensions, strings.ToLower(filepath.Ext(path)))
}
