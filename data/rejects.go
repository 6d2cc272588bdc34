package data

import (
	"encoding/csv"
	"io"
	"slices"
	"strconv"

	"chancery/data/tabular"
)

// rejects writes the rows that are left out as CSV: their cells as they stand
// under the header of their file, and why. Mended, they can be imported again.
type rejects struct {
	file string // whose header was written last
}

func (j *rejects) write(w io.Writer, r reading, row *tabular.Row) error {
	header := r.header()
	table := csv.NewWriter(w)
	if j.file != r.input.Name {
		if j.file != "" {
			if _, err := io.WriteString(w, "\n"); err != nil {
				return err
			}
		}
		j.file = r.input.Name
		if err := table.Write(append(slices.Clone(header), "rejected file", "rejected row", "rejected column", "reason")); err != nil {
			return err
		}
	}
	cells := make([]string, max(len(header), len(row.Cells)))
	copy(cells, row.Cells)
	err := table.Write(append(cells, r.input.Name, strconv.Itoa(row.Number), row.Problem.Column, row.Problem.Reason))
	table.Flush()
	if err == nil {
		err = table.Error()
	}
	return err
}

// header is that of a table; other formats have none.
func (r *reading) header() []string {
	switch {
	case r.own != nil:
		return r.own.Header
	case r.found != nil:
		return r.found.Header
	}
	return nil
}
