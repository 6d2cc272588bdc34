package tabular

import (
	"slices"
	"strings"
)

// Beginning returns up to n of the rows that Sniff looked at, with their numbers
// and cells alone. Understand makes events of them.
func (u *Understanding) Beginning(n int) []Row {
	rows := make([]Row, 0, min(n, len(u.rows)))
	for _, r := range u.rows[:min(n, len(u.rows))] {
		rows = append(rows, Row{Number: r.number, Cells: slices.Clone(r.cells)})
	}
	return rows
}

// Understand makes events of rows whose cells are known, without reading the file
// again: of the beginning of a file, or of rows that were left out, after a
// repair. Rows are not folded. What it returns is one row for each that is not
// blank, the cells as they stand in the file included.
func (u *Understanding) Understand(rows []Row, repairs map[int]Repair) ([]Row, error) {
	p, err := newPlan(u.Mapping, u.Header, u.lenient, u.dateReaders)
	if err != nil {
		return nil, &FileError{u.Name, err.Error()}
	}
	if !p.dated() && !u.Mapping.Undated {
		return nil, u.noDates()
	}
	under := newForeign(p, u.Name, u.Encoding, u.answers(), repairs)
	flags := textFlags{zeros: true, returns: true, replaced: true}
	understood := make([]Row, 0, len(rows))
	for i := range rows {
		into := &batch{}
		under.understand(rows[i].Number, slices.Clone(rows[i].Cells), flags, into)
		for _, r := range into.rows {
			r.Cells = rows[i].Cells
			understood = append(understood, r)
		}
	}
	return understood, nil
}

// For returns a copy of the mapping without what a header does not have, so that
// the mapping of a profile, whose files differ, can be changed and used as one's
// own. Titles lose the names of columns that are not there.
func (m *Mapping) For(header []string) *Mapping {
	own := *m
	has := func(column string) bool { return find(header, column) >= 0 }
	own.Columns = nil
	for _, f := range m.Columns {
		if has(f.Column) {
			f.Nulls, f.Ongoing = slices.Clone(f.Nulls), slices.Clone(f.Ongoing)
			own.Columns = append(own.Columns, f)
		}
	}
	if slices.ContainsFunc(m.Key, func(column string) bool { return !has(column) }) {
		own.Key = nil
	}
	own.Events = slices.Clone(m.Events)
	for i := range own.Events {
		own.Events[i].Title = titleFor(own.Events[i].Title, has)
	}
	return &own
}

// titleFor takes out of a title the columns in braces that are not there.
func titleFor(title string, has func(column string) bool) string {
	var kept strings.Builder
	for {
		before, rest, found := strings.Cut(title, "{")
		kept.WriteString(before)
		if !found {
			return kept.String()
		}
		name, after, closed := strings.Cut(rest, "}")
		if closed && has(name) {
			kept.WriteString("{" + name + "}")
		}
		title = after
	}
}

// inTitle reports whether titles are put together from the i-th column of a header.
func (m *Mapping) inTitle(header []string, i int) (found bool) {
	for _, t := range m.Events {
		titleFor(t.Title, func(column string) bool {
			found = found || find(header, column) == i
			return true
		})
	}
	return found
}

// Suits reports whether a header has every column of the mapping.
func (m *Mapping) Suits(header []string) bool {
	return len(m.Columns) > 0 && !slices.ContainsFunc(m.Columns, func(f Field) bool { return find(header, f.Column) < 0 })
}

// FieldOf returns the field of the i-th column of a header, nil when it means
// nothing. Of a column with several meanings it is the first.
func (m *Mapping) FieldOf(header []string, i int) *Field {
	for k := range m.Columns {
		if find(header, m.Columns[k].Column) == i {
			return &m.Columns[k]
		}
	}
	return nil
}

// FieldFor returns the field of the i-th column with a meaning, and with what its
// values say of how it is to be read.
func (u *Understanding) FieldFor(i int, means Meaning) Field {
	f := Field{Column: u.Header[i], Means: means}
	f.dress(u.profiles[i])
	return f
}
