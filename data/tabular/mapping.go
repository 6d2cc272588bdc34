package tabular

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"chancery/data/charset"
	"chancery/model"
)

// A Mapping says how the columns of a table make events. It is guessed, comes
// with a profile, or was saved by a person to be used again: its JSON is the
// file that --map takes. docs/import.md describes it.
type Mapping struct {
	Name      string `json:"name,omitempty"`
	Profile   string `json:"profile,omitempty"`   // what it was made from
	Encoding  string `json:"encoding,omitempty"`  // "" is found out
	Delimiter string `json:"delimiter,omitempty"` // "" is found out
	Quotes    string `json:"quotes,omitempty"`    // "none": quotes are letters like others
	Header    *bool  `json:"header,omitempty"`    // nil is found out
	Sheet     string `json:"sheet,omitempty"`

	Columns []Field    `json:"columns"`
	Events  []Template `json:"events,omitempty"` // none is one event for each row
	// Key are the columns that tell an event from all others of its kind, which
	// Namespace names: events of the same key and namespace are one event,
	// whatever file they come from.
	Key       []string `json:"key,omitempty"`
	Namespace string   `json:"namespace,omitempty"`
	// Merge says that rows with the same key tell of one event: of a war, each of
	// its participants.
	Merge      bool    `json:"merge,omitempty"`
	Collection string  `json:"collection,omitempty"`
	Answers    Answers `json:"answers,omitempty"`
	// Undated keeps events without a date, as of XXXX, instead of leaving them
	// out as problems.
	Undated bool `json:"undated,omitempty"`
}

// A Field is a column and what it means. Column is its name, or #3 for the
// third.
type Field struct {
	Column string  `json:"column"`
	Means  Meaning `json:"means"`
	Event  int     `json:"event,omitempty"` // the event of Mapping.Events that it is of, from 1; 0 is all
	Role   string  `json:"role,omitempty"`  // of actors
	Side   string  `json:"side,omitempty"`  // of actors: who began is told by the column with MeansInitiator
	// Separator stands between the values of a list.
	Separator string `json:"separator,omitempty"`
	// System is the system of codes that the cells are in: of actors cameo,
	// fips, cow or iso; of precisions wikidata, acled, ucdp or words.
	System  string            `json:"system,omitempty"`
	Nulls   []string          `json:"nulls,omitempty"`   // what stands for no value
	Ongoing []string          `json:"ongoing,omitempty"` // what stands for an end still to come
	Values  map[string]string `json:"values,omitempty"`  // what cells are replaced by
	Format  string            `json:"format,omitempty"`  // html: tags are taken out; serial, yyyymm: of dates
}

// A Template is what all events of one kind have in common. A title may hold
// names of columns in braces.
type Template struct {
	Name     string `json:"name,omitempty"`
	Title    string `json:"title,omitempty"`
	Category string `json:"category,omitempty"`
	Kind     string `json:"kind,omitempty"`
	Code     string `json:"code,omitempty"`
}

// mapLimit is how long a file with a mapping may be, in bytes.
const mapLimit = 1 << 20

// ReadMapping reads a mapping from its JSON and checks it.
func ReadMapping(r io.Reader) (*Mapping, error) {
	decoder := json.NewDecoder(io.LimitReader(r, mapLimit))
	decoder.DisallowUnknownFields()
	m := &Mapping{}
	if err := decoder.Decode(m); err != nil {
		return nil, fmt.Errorf("mapping: %w", err)
	}
	return m, m.Check()
}

// Write writes the mapping as JSON for people.
func (m *Mapping) Write(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(m)
}

// Check returns why a mapping means nothing, or nil. Columns are looked for only
// when it is used.
func (m *Mapping) Check() error {
	if m.Encoding != "" {
		if _, ok := charset.Named(m.Encoding); !ok {
			return fmt.Errorf("mapping: there is no encoding %q", m.Encoding)
		}
	}
	if m.Delimiter != "" {
		if _, err := DelimiterNamed(m.Delimiter); err != nil {
			return fmt.Errorf("mapping: %w", err)
		}
	}
	if m.Quotes != "" && m.Quotes != "none" && m.Quotes != "double" {
		return fmt.Errorf("mapping: quotes are double or none, not %q", m.Quotes)
	}
	for i := range m.Columns {
		if err := m.Columns[i].check(len(m.Events)); err != nil {
			return fmt.Errorf("mapping: column %q: %w", m.Columns[i].Column, err)
		}
	}
	return m.Answers.Check()
}

func (f *Field) check(events int) error {
	switch {
	case f.Column == "":
		return errors.New("a column needs a name, or # and its number")
	case !f.Means.Valid():
		return fmt.Errorf("there is no meaning %q", f.Means)
	case f.Event < 0 || f.Event > max(events, 1):
		return fmt.Errorf("there is no event %d", f.Event)
	}
	if f.Role != "" {
		if _, err := model.ParseRole(f.Role); err != nil {
			return err
		}
	}
	if f.Means == MeansStartPrecision || f.Means == MeansEndPrecision {
		if _, ok := precisions[f.System]; !ok {
			return fmt.Errorf("there is no system of precisions %q", f.System)
		}
	}
	return nil
}

// find returns the place of a column in a header, or -1.
func find(header []string, column string) int {
	if number, ok := strings.CutPrefix(column, "#"); ok {
		if n, err := strconv.Atoi(number); err == nil && n >= 1 && n <= len(header) {
			return n - 1
		}
	}
	for i, name := range header {
		if name == column {
			return i
		}
	}
	for i, name := range header {
		if sameName(name, column) {
			return i
		}
	}
	return -1
}

// sameName compares names of columns without regard to case and signs, so that
// event_date is Event Date.
func sameName(a, b string) bool { return plainName(a) == plainName(b) }
