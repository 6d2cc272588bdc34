package tabular

import (
	"io"
	"strings"

	"chancery/model"
)

// NewEventFeed reads a table of events in Chancery's own format, from its text
// opened anew: the file itself for a NewReader, what Text returns for a
// NewTextReader. Repairs are those of rows, by number.
func NewEventFeed(t *Reader, text io.ReadCloser, repairs map[int]Repair) (Feed, error) {
	in := io.Reader(text)
	if !t.decoded {
		var err error
		if in, err = newText(t.Name, text); err != nil {
			return nil, err
		}
	}
	make := func() understander { return &ownEvents{table: t, parser: newEventParser(t.column), repairs: repairs} }
	return newTextFeed(in, t.rows.split.Dialect, make, text.Close, t.rows.row), nil
}

// ownEvents understands the rows of a table of events.
type ownEvents struct {
	table   *Reader
	parser  *eventParser
	repairs map[int]Repair
}

func (o *ownEvents) understand(number int, cells []string, flags textFlags, into *batch) {
	if blank(cells) {
		return
	}
	if !flags.clean {
		if fault := o.table.notUTF8(cells); fault != nil {
			into.abandon(number, fault)
			return
		}
	}
	if r, ok := o.repairs[number]; ok {
		if r.Skip {
			into.fail(number, cells, leftOutByHand())
			return
		}
		cells = r.mend(o.table.Header, cells)
	}
	if wrong := o.table.checkShape(cells, flags.zeros); wrong != nil {
		into.fail(number, cells, wrong)
		return
	}
	tidyRead(cells, flags)
	since := len(into.events)
	o.parser.cells = cells
	e := into.event()
	if wrong := o.parser.parse(e, &into.arena); wrong != nil {
		into.events = into.events[:since]
		into.fail(number, cells, wrong)
		return
	}
	e.Origin = model.Origin{File: o.table.Name, Row: number}
	into.add(number, since)
}

// tidyRead makes line ends in cells the same, and takes off what guards them
// from spreadsheets.
func tidyRead(cells []string, flags textFlags) {
	for i, cell := range cells {
		if flags.returns {
			cell = lineFeeds(cell)
			cells[i] = cell
		}
		if cell != "" && cell[0] == '\'' {
			cells[i] = unguard(cell)
		}
	}
}

// column finds a column of the table.
func (t *Reader) column(name string) (int, bool) {
	i, ok := t.at[name]
	return i, ok
}

// blank reports a row that says nothing.
func blank(cells []string) bool {
	for _, c := range cells {
		if c != "" && strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}
