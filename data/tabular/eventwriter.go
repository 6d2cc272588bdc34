package tabular

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"chancery/model"
)

// Extras says which of the columns that not every table of events needs are
// written.
type Extras struct{ Score, Tags, StartText, EndText bool }

// Add notes the columns that an event needs.
func (x *Extras) Add(e *model.Event) {
	x.Score = x.Score || e.Score.Valid
	x.Tags = x.Tags || len(e.Tags) > 0
	x.StartText = x.StartText || e.StartText != ""
	x.EndText = x.EndText || e.EndText != ""
}

// ErrExtras says that an event has a value for which its table has no column.
var ErrExtras = errors.New("the table has no column for a value of the event")

// columns returns the names of the extra columns.
func (x Extras) columns() []string {
	var names []string
	for i, on := range []bool{x.Score, x.Tags, x.StartText, x.EndText} {
		if on {
			names = append(names, eventExtras[i])
		}
	}
	return names
}

// An EventWriter writes a table of events.
type EventWriter struct {
	table  tableWriter
	extras Extras
	cells  []string
}

// NewEventWriter writes the header of a table of events. Flush must be called
// at the end.
func NewEventWriter(w io.Writer, extras Extras, cells Cells) (*EventWriter, error) {
	t := &EventWriter{table: newTableWriter(w, cells), extras: extras}
	return t, t.table.write(slices.Concat(eventColumns, extras.columns()))
}

// Write writes one event. It is ErrExtras when the event needs a column that
// the table was begun without, so that nothing is lost unseen.
func (t *EventWriter) Write(e *model.Event) error {
	needs := t.extras
	if needs.Add(e); needs != t.extras {
		return fmt.Errorf("event %q: %w", e.Key, ErrExtras)
	}
	lat, lon := "", ""
	if e.Place.HasPoint {
		lat, lon = number(e.Place.Lat), number(e.Place.Lon)
	}
	t.cells = append(t.cells[:0],
		e.Key, e.Collection, e.Title, e.Summary, e.Start.String(), e.End.String(),
		e.Kind.String(), model.CategoryNamed(e.Category).Term, e.CAMEO, participationCell(e.Actors),
		e.Place.Name, lat, lon, citationCell(e.Citations), linkCell(e.Links), e.Confidence)
	if t.extras.Score {
		t.cells = append(t.cells, scoreCell(e.Score))
	}
	if t.extras.Tags {
		t.cells = append(t.cells, joinWords(e.Tags))
	}
	if t.extras.StartText {
		t.cells = append(t.cells, e.StartText)
	}
	if t.extras.EndText {
		t.cells = append(t.cells, e.EndText)
	}
	return t.table.write(t.cells)
}

// Flush writes what is still held back.
func (t *EventWriter) Flush() error { return t.table.flush() }

func scoreCell(s model.Score) string {
	if !s.Valid {
		return ""
	}
	return number(s.Value)
}

func participationCell(list []model.Participation) string {
	parts := make([]string, len(list))
	for i, p := range list {
		parts[i] = p.Role.String() + ":" + escape(p.Actor, ";:")
	}
	return strings.Join(parts, ";")
}

func linkCell(list []model.Link) string {
	parts := make([]string, len(list))
	for i, l := range list {
		parts[i] = l.Kind.String() + ">" + escape(l.To, ";>")
	}
	return strings.Join(parts, ";")
}
