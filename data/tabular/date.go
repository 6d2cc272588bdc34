package tabular

import (
	"fmt"
	"strings"

	"chancery/model/edtf"
)

// readDate reads a date cell: EDTF, or else what people write. In the second
// case text is the cell as it stands, to be kept beside the date. An empty cell
// is the zero Date. Text with more than one reading is an error that gives all
// of them: the reader of the file does not guess.
func readDate(column, cell string) (d edtf.Date, text string, err error) {
	trimmed := strings.TrimSpace(cell)
	if trimmed == "" {
		return edtf.Date{}, "", nil
	}
	if d, err := edtf.Parse(trimmed); err == nil {
		return d, "", nil
	}
	reading, err := edtf.Read(trimmed, edtf.Unstated)
	if err != nil {
		return edtf.Date{}, "", &CellError{column, cell, err.Error()}
	}
	if len(reading.Dates) != 1 {
		var all []string
		for _, r := range reading.Dates {
			all = append(all, fmt.Sprintf("%s (%s)", r.Display(), r))
		}
		return edtf.Date{}, "", &CellError{column, cell, "the date has several readings: " + strings.Join(all, " or ") + "; write the one that is meant"}
	}
	return reading.Dates[0], trimmed, nil
}
