package tabular

import (
	"encoding/csv"
	"io"
	"strconv"
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
	csv    *csv.Writer
	extras Extras
	cells  []string
}

// NewEventWriter writes the header of a table of events. Flush must be called
// at the end.
func NewEventWriter(w io.Writer, extras Extras) (*EventWriter, error) {
	t := &EventWriter{csv: csv.NewWriter(w), extras: extras}
	return t, t.csv.Write(append(append([]string(nil), eventColumns...), extras.columns()...))
}

// Write writes one event.
func (t *EventWriter) Write(e *model.Event) error {
	lat, lon := "", ""
	if e.Place.HasPoint {
		lat, lon = number(e.Place.Lat), number(e.Place.Lon)
	}
	t.cells = append(t.cells[:0],
		e.Key, e.Collection, prose(e.Title), prose(e.Summary), e.Start.String(), e.End.String(),
		e.Kind.String(), model.CategoryNamed(e.Category).Term, e.CAMEO, participationCell(e.Actors),
		prose(e.Place.Name), lat, lon, citationCell(e.Citations), linkCell(e.Links), e.Confidence)
	if t.extras.Score {
		score := ""
		if e.Score.Valid {
			score = number(e.Score.Value)
		}
		t.cells = append(t.cells, score)
	}
	if t.extras.Tags {
		t.cells = append(t.cells, joinWords(e.Tags))
	}
	if t.extras.StartText {
		t.cells = append(t.cells, prose(e.StartText))
	}
	if t.extras.EndText {
		t.cells = append(t.cells, prose(e.EndText))
	}
	return t.csv.Write(t.cells)
}

// Flush writes what is still held back.
func (t *EventWriter) Flush() error {
	t.csv.Flush()
	return t.csv.Error()
}

// number writes a number with the fewest digits that read back as the same.
func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

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

func citationCell(list []model.Citation) string {
	parts := make([]string, len(list))
	for i, c := range list {
		fields := []string{c.Source.Publisher, c.Source.Title, c.Source.URL, c.Source.Published.String(), c.Quote, c.Locator}
		for len(fields) > 4 && fields[len(fields)-1] == "" {
			fields = fields[:len(fields)-1]
		}
		for k, f := range fields {
			f = escape(prose(f), "|")
			// Two semicolons could be taken for the end of the source.
			fields[k] = strings.ReplaceAll(f, ";;", `\;\;`)
		}
		parts[i] = strings.Join(fields, "|")
	}
	return strings.Join(parts, sourceSeparator)
}
