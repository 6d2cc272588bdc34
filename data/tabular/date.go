package tabular

import (
	"fmt"
	"strings"

	"chancery/model/edtf"
)

// readCell reads a date cell: EDTF, or else what people write. In the second
// case the text is kept. An empty cell is the zero Date. Text with more than one
// reading is none that gives all of them: the reader of the file does not guess.
func readCell(cell string) cellDate {
	trimmed := strings.TrimSpace(cell)
	if trimmed == "" {
		return cellDate{}
	}
	if d, err := edtf.Parse(trimmed); err == nil {
		return cellDate{date: d}
	}
	reading, err := edtf.Read(trimmed, edtf.Unstated)
	if err != nil {
		return cellDate{reason: err.Error()}
	}
	if len(reading.Dates) != 1 {
		return cellDate{reason: "the date has several readings: " + readings(reading.Dates) + "; write the one that is meant"}
	}
	return cellDate{date: reading.Dates[0], text: trimmed}
}

// readings lists dates for people: "3 Apr 2019 (2019-04-03) or …".
func readings(dates []edtf.Date) string {
	var all []string
	for _, d := range dates {
		all = append(all, fmt.Sprintf("%s (%s)", d.Display(), d))
	}
	return strings.Join(all, " or ")
}

// readDate is readCell with the error of a column.
func readDate(column, cell string) (d edtf.Date, text string, err error) {
	c := readCell(cell)
	if c.reason != "" {
		return edtf.Date{}, "", &CellError{Column: column, Value: cell, Reason: c.reason}
	}
	return c.date, c.text, nil
}
