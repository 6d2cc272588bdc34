package tabular

import (
	"fmt"
	"strconv"
	"strings"

	"chancery/model"
	"chancery/model/edtf"
)

// when reads start and end. An event without a start is not there.
func (f *foreign) when(p *eventPlan, e *model.Event) (there bool, wrong *CellError) {
	start, wrong := f.date(p.start)
	if wrong != nil {
		return false, wrong
	}
	end, wrong := f.date(p.end)
	if wrong != nil {
		return false, wrong
	}
	if f.lasts(p.end) {
		end = cellDate{date: edtf.Open}
	}
	if start.date.IsZero() {
		if !f.mapping.Undated {
			return false, nil
		}
		start.date, _ = edtf.Parse("XXXX")
	}
	start.date, end.date, wrong = f.graded(p, start.date, end.date)
	if wrong != nil {
		return false, wrong
	}
	e.Start, e.StartText, e.End, e.EndText = start.date, start.text, end.date, end.text
	return true, nil
}

// lasts reports an end that is still to come.
func (f *foreign) lasts(d datePlan) bool {
	for _, i := range []int{d.whole, d.year} {
		if i >= 0 && f.columns[i].during != nil && f.columns[i].at < len(f.cells) {
			if f.columns[i].during[strings.TrimSpace(f.cells[f.columns[i].at])] {
				return true
			}
		}
	}
	return false
}

// graded lowers the dates to what the precision columns let stand.
func (f *foreign) graded(p *eventPlan, start, end edtf.Date) (edtf.Date, edtf.Date, *CellError) {
	if i := p.start.precision; i >= 0 {
		g, ok := gradeOf(f.columns[i].System, f.value(i))
		switch {
		case !ok:
			return start, end, f.wrong(i, "this precision is not known")
		case g == gradeMonthWithin && lower(start, gradeMonth) == lower(end, gradeMonth):
			return lower(start, gradeMonth), edtf.Date{}, nil
		case g == gradeWithin || g == gradeMonthWithin:
			return within(start, end), edtf.Date{}, nil
		}
		if p.end.precision < 0 {
			end = lower(end, g)
		}
		start = lower(start, g)
	}
	if i := p.end.precision; i >= 0 {
		g, ok := gradeOf(f.columns[i].System, f.value(i))
		if !ok {
			return start, end, f.wrong(i, "this precision is not known")
		}
		end = lower(end, g)
	}
	return start, end, nil
}

// date reads one date from its column or columns.
func (f *foreign) date(d datePlan) (cellDate, *CellError) {
	if d.whole >= 0 {
		if v := f.value(d.whole); v != "" {
			read := f.reader(d, v).of(v)
			if read.reason != "" {
				return read, f.noDate(d.whole, read)
			}
			return f.timed(d, read)
		}
	}
	if d.year < 0 {
		return cellDate{}, nil
	}
	return f.assembled(d)
}

// reader is what reads the dates of a column. Where a column beside it has the
// year in full, a year of two digits needs no answer.
func (f *foreign) reader(d datePlan, v string) *dateReader {
	if d.year < 0 || !shapeOf(v).shortYear() {
		return f.dates[d.whole]
	}
	year := f.value(d.year)
	if len(year) != 4 || !allDigits(year) {
		return f.dates[d.whole]
	}
	century := atoi(year) / 100 * 100
	r := f.years[century]
	if r == nil {
		answers := Answers{string(AskCentury): strconv.Itoa(century)}
		for id, answer := range f.answers {
			if !strings.HasPrefix(id, string(AskCentury)) {
				answers[id] = answer
			}
		}
		r = newDateReader(answers)
		f.years[century] = r
	}
	return r
}

// timed adds the time of a column of its own to a day.
func (f *foreign) timed(d datePlan, read cellDate) (cellDate, *CellError) {
	if d.time < 0 || read.date.Precision() != edtf.Day || read.date.Form() != edtf.Single {
		return read, nil
	}
	v := f.value(d.time)
	if v == "" {
		return read, nil
	}
	t := f.parts.of(read.date.String() + " " + v)
	if t.reason != "" {
		return read, f.wrong(d.time, "“"+v+"” is no time of the day")
	}
	t.text = read.text
	return t, nil
}

// assembled puts a date together from columns of year, month and day. Without a
// month the day says nothing.
func (f *foreign) assembled(d datePlan) (cellDate, *CellError) {
	year := f.value(d.year)
	if year == "" {
		return cellDate{}, nil
	}
	year = wholeNumber(strings.ReplaceAll(strings.ReplaceAll(year, ",", ""), " ", ""))
	text, ok := f.yearText(year)
	if !ok {
		read := f.parts.of(year)
		if read.reason != "" {
			return read, f.noDate(d.year, read)
		}
		return read, nil // "c. 1850" and the like
	}
	month, wrong := f.part(d.month, 12)
	if wrong != nil {
		return cellDate{}, wrong
	}
	if month > 0 {
		text += fmt.Sprintf("-%02d", month)
		day, wrong := f.part(d.day, 31)
		if wrong != nil {
			return cellDate{}, wrong
		}
		if day > 0 {
			text += fmt.Sprintf("-%02d", day)
		}
	}
	read := f.parts.of(text)
	if read.reason != "" {
		at := d.year
		if month > 0 && d.day >= 0 {
			at = d.day
		}
		return read, f.noDate(at, read)
	}
	read.text = ""
	return f.timed(d, read)
}

// yearText writes a year of figures as the beginning of a date. It is not ok
// for what is no plain year.
func (f *foreign) yearText(year string) (string, bool) {
	digits := strings.TrimPrefix(year, "-")
	if !allDigits(digits) || len(digits) > 9 {
		return "", false
	}
	n := atoi(digits)
	switch {
	case digits != year:
		return fmt.Sprintf("-%04d", n), true
	case n > 9999:
		return fmt.Sprintf("Y%d", n), true
	}
	return fmt.Sprintf("%04d", n), true
}

// wholeNumber takes the ".0" off a number, as tables have it where some are
// missing.
func wholeNumber(text string) string { return strings.TrimSuffix(text, ".0") }

// part reads a month or a day; 0 is not known.
func (f *foreign) part(i, most int) (int, *CellError) {
	if i < 0 {
		return 0, nil
	}
	v := wholeNumber(f.value(i))
	if v == "" || v == "0" || v == "00" {
		return 0, nil
	}
	if allDigits(v) && len(v) <= 2 && atoi(v) <= most {
		return atoi(v), nil
	}
	if most == 12 {
		if read := f.parts.of(v + " 2000"); read.reason == "" && read.date.Precision() == edtf.Month {
			return atoi(read.date.String()[len("2000-"):]), nil
		}
		return 0, f.wrong(i, "there is no month “"+v+"”")
	}
	return 0, f.wrong(i, "there is no day “"+v+"”")
}
