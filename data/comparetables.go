package data

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"io"
	"slices"
)

// compareTables counts the events that differ between two tables of events of
// our own, known by their ids. A column that only one has counts as empty in the
// other. events is how many the first has.
func compareTables(was, now []byte) (d Differences, events int, err error) {
	before := map[string]string{}
	if err := eachRow(was, func(id, row string) { before[id] = row }); err != nil {
		return d, 0, err
	}
	events = len(before)
	err = eachRow(now, func(id, row string) {
		old, ok := before[id]
		switch {
		case !ok:
			d.New++
		case old != row:
			d.Changed++
		}
		delete(before, id)
	})
	d.Gone = len(before)
	return d, events, err
}

// eachRow calls act with the id of each row and its filled cells with their
// columns, in the order of the columns' names.
func eachRow(table []byte, act func(id, row string)) error {
	in := csv.NewReader(bytes.NewReader(table))
	in.ReuseRecord = true
	first, err := in.Read()
	if errors.Is(err, io.EOF) {
		return nil
	}
	if err != nil {
		return err
	}
	names := slices.Clone(first)
	order := make([]int, len(names))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(names[a], names[b]) })
	at := slices.Index(names, "id")
	if at < 0 {
		return errors.New("the report's table of events has no ids")
	}
	var row []byte
	for {
		cells, err := in.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		row = row[:0]
		for _, i := range order {
			if cells[i] != "" {
				row = append(append(append(append(row, names[i]...), 0), cells[i]...), 0)
			}
		}
		act(cells[at], string(row))
	}
}
