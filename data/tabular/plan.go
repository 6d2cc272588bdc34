package tabular

import (
	"fmt"
	"slices"
	"strings"

	"chancery/model"
)

// A plan is a mapping made ready for a header: where each value of an event is
// in a row. It does not change, and serves any number of goroutines.
type plan struct {
	mapping *Mapping
	header  []string
	columns []column // by place in the row; those that mean nothing too
	events  []eventPlan
	key     []int
	// rest are the columns that mean nothing, of which a title can be made when
	// nothing better is there.
	rest []int
}

// A column is a field with its place in the row.
type column struct {
	Field
	at     int
	name   string
	role   model.Role
	nulls  map[string]bool
	during map[string]bool
	read   func(answers Answers) *dateReader
}

// An eventPlan says where the parts of one event of a row are. The fields are
// places in plan.columns, -1 for none.
type eventPlan struct {
	template                     Template
	start, end                   datePlan
	title                        []int
	titleParts                   []titlePart
	dateText                     int
	summary, notes, tags, actors []int
	single                       map[Meaning]int
	sources                      []int // publisher, title, url, date, quote and locator
}

// A datePlan says where the parts of a date are.
type datePlan struct{ whole, year, month, day, time, precision int }

func (d datePlan) none() bool { return d.whole < 0 && d.year < 0 }

// A titlePart is text, or the value of a column.
type titlePart struct {
	text   string
	column int // -1 for text
}

// newPlan makes a mapping ready for a header. A column that the header does not
// have is an error, unless the mapping is that of a profile, whose files differ.
func newPlan(m *Mapping, header []string, lenient bool, dates func(name string) func(Answers) *dateReader) (*plan, error) {
	p := &plan{mapping: m, header: header, columns: make([]column, len(header))}
	for i, name := range header {
		p.columns[i] = column{at: i, name: name}
	}
	var extra []column // a second meaning of a column
	for _, f := range m.Columns {
		at := find(header, f.Column)
		if at < 0 {
			if lenient {
				continue
			}
			return nil, fmt.Errorf("the table has no column %q; it has %s", f.Column, quotedList(header))
		}
		c, err := newColumn(f, at, header[at])
		if err != nil {
			return nil, err
		}
		if f.Means.isDate() {
			c.read = dates(header[at])
		}
		if p.columns[at].Means == MeansNothing {
			p.columns[at] = c
		} else {
			extra = append(extra, c)
		}
	}
	p.columns = append(p.columns, extra...)
	var err error
	if p.key, err = p.places(m.Key, lenient); err != nil {
		return nil, err
	}
	templates := m.Events
	if len(templates) == 0 {
		templates = []Template{{}}
	}
	for i, t := range templates {
		one, err := p.event(i+1, t, lenient)
		if err != nil {
			return nil, err
		}
		p.events = append(p.events, one)
	}
	for i := range p.header {
		if p.columns[i].Means == MeansNothing {
			p.rest = append(p.rest, i)
		}
	}
	return p, nil
}

func newColumn(f Field, at int, name string) (column, error) {
	c := column{Field: f, at: at, name: name}
	if f.Role != "" {
		var err error
		if c.role, err = model.ParseRole(f.Role); err != nil {
			return c, err
		}
	}
	c.nulls, c.during = setOf(f.Nulls), setOf(f.Ongoing)
	return c, nil
}

func setOf(words []string) map[string]bool {
	if len(words) == 0 {
		return nil
	}
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
}

// places finds columns by name.
func (p *plan) places(names []string, lenient bool) ([]int, error) {
	var places []int
	for _, name := range names {
		at := find(p.header, name)
		if at < 0 {
			if lenient {
				return nil, nil
			}
			return nil, fmt.Errorf("the table has no column %q; it has %s", name, quotedList(p.header))
		}
		places = append(places, at)
	}
	return places, nil
}

func quotedList(names []string) string {
	const most = 12
	more := ""
	if len(names) > most {
		names, more = names[:most], ", …"
	}
	return strings.Join(names, ", ") + more
}

// event gathers the columns of one event of a row.
func (p *plan) event(number int, t Template, lenient bool) (eventPlan, error) {
	e := eventPlan{
		template: t, dateText: -1, single: map[Meaning]int{},
		start: datePlan{-1, -1, -1, -1, -1, -1}, end: datePlan{-1, -1, -1, -1, -1, -1},
	}
	for i := range p.columns {
		c := &p.columns[i]
		if c.Means == MeansNothing || c.Event != 0 && c.Event != number {
			continue
		}
		switch c.Means {
		case MeansTitle:
			e.title = append(e.title, i)
		case MeansSummary:
			e.summary = append(e.summary, i)
		case MeansNote:
			e.notes = append(e.notes, i)
		case MeansTag:
			e.tags = append(e.tags, i)
		case MeansActor, MeansActors:
			e.actors = append(e.actors, i)
		case MeansPublisher, MeansSourceTitle, MeansURL, MeansSourceDate, MeansQuote, MeansLocator, MeansSources:
			e.sources = append(e.sources, i)
		case MeansDateText:
			e.dateText = i
		default:
			if place := e.start.place(c.Means, "start"); place != nil {
				*place = i
			} else if place := e.end.place(c.Means, "end"); place != nil {
				*place = i
			} else if _, twice := e.single[c.Means]; !twice {
				e.single[c.Means] = i
			}
		}
	}
	var err error
	e.titleParts, err = p.titleParts(t.Title, lenient)
	return e, err
}

// place is the field of a date that a meaning names, nil for none.
func (d *datePlan) place(m Meaning, prefix string) *int {
	rest, ok := strings.CutPrefix(string(m), prefix)
	if !ok {
		return nil
	}
	return map[string]*int{
		"": &d.whole, "-year": &d.year, "-month": &d.month, "-day": &d.day, "-time": &d.time, "-precision": &d.precision,
	}[rest]
}

// titleParts cuts "{Party} signs {Treaty}" into its parts.
func (p *plan) titleParts(title string, lenient bool) ([]titlePart, error) {
	var parts []titlePart
	for title != "" {
		before, rest, found := strings.Cut(title, "{")
		if before != "" {
			parts = append(parts, titlePart{before, -1})
		}
		if !found {
			return parts, nil
		}
		name, after, closed := strings.Cut(rest, "}")
		at := find(p.header, name)
		if (!closed || at < 0) && !lenient {
			return nil, fmt.Errorf("the title speaks of the column %q, which the table does not have", name)
		}
		if at >= 0 {
			parts = append(parts, titlePart{"", at})
		}
		title = after
	}
	return parts, nil
}

// dated reports that some event of the plan has a date.
func (p *plan) dated() bool {
	return slices.ContainsFunc(p.events, func(e eventPlan) bool { return !e.start.none() })
}
