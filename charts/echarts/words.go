package echarts

import (
	"strconv"
	"strings"

	"chancery/model"
)

// dateColumn is the column of a page's table that the CSV file does not have:
// when an event was, as people write it, where plainDate does not say it.
const dateColumn = "chancery:date"

var months = [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

// plainDate writes a start and an end that are whole days, months or years; the
// script does the same, so that the page need not hold what most dates are
// called. What it makes of others does not matter.
func plainDate(start, end string) string {
	a := plainParts(start)
	if end == "" {
		return strings.Join(a[:], "")
	}
	b := plainParts(end)
	last := len(a) - 1
	for last >= 0 && a[last] == b[last] {
		last--
	}
	shared := strings.TrimSpace(strings.Join(a[:last+1], ""))
	dash := "–"
	if strings.Contains(shared, " ") {
		dash = " – "
	}
	return shared + dash + strings.Join(b[:], "")
}

// plainParts returns the day, month and year of a date as they are written one
// after another, each empty where it is not given.
func plainParts(date string) (parts [3]string) {
	fields := strings.SplitN(date, "-", 3)
	for i, field := range fields {
		n, err := strconv.Atoi(field)
		if err != nil {
			return parts
		}
		switch {
		case i == 0:
			parts[2] = strconv.Itoa(n)
		case i == 1 && n >= 1 && n <= len(months):
			parts[1] = months[n-1] + " "
		case i == 2:
			parts[0] = strconv.Itoa(n) + " "
		}
	}
	return parts
}

// dateCells returns the cells of dateColumn.
func dateCells(events []model.Event) func(row int) []string {
	var cell [1]string
	return func(row int) []string {
		cell[0] = ""
		if row < len(events) {
			e := &events[row]
			if date := dateOf(e); date != plainDate(e.Start.String(), e.End.String()) {
				cell[0] = date
			}
		}
		return cell[:]
	}
}
