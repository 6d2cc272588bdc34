package exchange

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"

	"chancery/model"
)

// sheetColumns are the columns of a TimelineJS sheet. The headers are the
// contract; TimelineJS passes over the last two, which are ours.
var sheetColumns = []string{
	"Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date",
	"Headline", "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Alt Text",
	"Type", "Group", "Background", "EDTF", "End EDTF",
}

// WriteTimelineJSSheet writes events as the sheet that TimelineJS reads, in CSV.
// It holds what WriteTimelineJS writes. No cell of it is a formula to a
// spreadsheet: TimelineJS reads text as HTML, and a sign that would begin a
// formula is written as HTML writes it by number.
func WriteTimelineJSSheet(w io.Writer, events Events, about About) (Result, error) {
	var r Result
	table := csv.NewWriter(w)
	if err := table.Write(sheetColumns); err != nil {
		return r, err
	}
	if about.Title != "" {
		row := make([]string, len(sheetColumns))
		row[9], row[16] = noFormula(inHTML(oneLine(about.Title))), "title"
		if err := table.Write(row); err != nil {
			return r, err
		}
	}
	for e, err := range events {
		if err != nil {
			return r, err
		}
		s, reason := newSlide(&e)
		if reason != "" {
			r.leaveOut(&e, reason)
			continue
		}
		if err := table.Write(sheetRow(&s, &e)); err != nil {
			return r, err
		}
		r.Events++
	}
	table.Flush()
	return r, table.Error()
}

func sheetRow(s *slide, e *model.Event) []string {
	start, end := sheetDate(s.Start), sheetDate(s.End)
	return []string{
		start[0], start[1], start[2], start[3], end[0], end[1], end[2], end[3], noFormula(s.Display),
		noFormula(s.Text.Headline), s.Text.Text, "", "", "", "", "",
		"", noFormula(s.Group), "", noFormula(startEDTF(e)), noFormula(e.End.String()),
	}
}

// sheetDate returns the cells of a date: year, month, day and time.
func sheetDate(d *slideDate) (cells [4]string) {
	if d == nil {
		return cells
	}
	cells[0] = strconv.FormatInt(d.Year, 10)
	if d.Month > 0 {
		cells[1] = strconv.Itoa(d.Month)
	}
	if d.Day > 0 {
		cells[2] = strconv.Itoa(d.Day)
	}
	if d.Hour != nil && d.Minute != nil {
		cells[3] = fmt.Sprintf("%d:%02d", *d.Hour, *d.Minute)
		if d.Second != nil {
			cells[3] += fmt.Sprintf(":%02d", *d.Second)
		}
	}
	return cells
}

// noFormula keeps a cell of HTML from being a formula to a spreadsheet.
func noFormula(cell string) string {
	if cell == "" {
		return cell
	}
	switch cell[0] {
	case '=', '+', '-', '@', '\t', '\r':
		return fmt.Sprintf("&#%d;%s", cell[0], cell[1:])
	}
	return cell
}
